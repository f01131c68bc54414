# The library: people, issues, contested points, dates, ideas and sources; and the record.

# $standing may be empty; $script is the name in the person's own script, and may be empty; $sure is "no" where it is only
# probably this person.
person-heading = { $name }{ $script ->
        [none] { "" }
       *[other] { " " }({ $script }{ $sure ->
            [no] , if it is he
           *[other] { "" }
        })
    }{ $standing ->
        [none] { "" }
       *[other] , { $standing }
    }
person-script = { $sure ->
        [no] { $script } (if it is he)
       *[other] { $script }
    }

# The shelves.
library-people = People
library-issues = Issues
library-contested = Contested points
library-timeline = Timeline
library-glossary = Ideas and terms
library-sources = Sources

# How sure something is.
library-firm = Firm: an official document, or two sources that do not depend on each other.
library-single = From a single source, or not checked against another.
library-disputed = Disputed, or the sources differ.
library-unverified = Unverified here.
library-contested-sure = Disputed: each reading is told as those who hold it tell it.
# $who: the party, by name.
library-secret = On that day known to { $who } only.

# Pages.
library-about = What it is about
library-positions = Positions on the table
# $name is a position, $plain what it means.
library-position = { $name }: { $plain }
# $party, by name; $day of the talk.
library-stand = { $party } on { $day }
library-after = What came of it
library-said = Spoken of in the record
library-speaks = Speaks in the record
# $words: the speaker, or the first words of the line.
library-line = line { $line }: { $words }
library-idea = an idea of negotiation
library-history = a word of the history
library-the-record = The record itself
library-cited-by = Cited on these pages
library-elsewhere = Elsewhere, or in no one place
library-anywhere = Events
library-date = { $day } { $month } { $year }
library-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
    }
