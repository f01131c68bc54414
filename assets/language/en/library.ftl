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
library-firm = Firm
library-single = From a single source, or not checked against another
library-disputed = Disputed, or the sources differ
library-unverified = Unverified here
library-what-firm = Firm means: an official document says so, or two sources that do not depend on each other.
library-contested-sure = Disputed: each reading is told as those who hold it tell it.
# $who: the party, by name.
library-secret = On that day known to this side only: { $who }.

# Pages.
library-about = What it is about
library-positions = Positions on the table
# $party, by name; $day of the talk.
library-stand = { $party } on { $day }
library-after = What came of it
library-said = Spoken of in the record
library-speaks = Speaks in the record
# $words: the speaker, or the first words of the line.
library-line = Line { $line }: { $words }
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

# The record as a document.
record-title = The record of the conversation
record-citation = Citation
record-credits = Made possible by
record-rights = Whose it is
record-found-at = Found at
record-on-all = On all of it
record-turns = Who speaks
# $name speaks from $line on.
record-turn = { $name }, line { $line }
record-about-the-speaker = About { $name }, who speaks from line { $line }
# $count of lines.
record-quoted-lines = { $count ->
    [one] Quoted in this game: one line
   *[other] Quoted in this game: { $count } lines
    }
record-quoted-before = Previous quoted
record-quoted-next = Next quoted
# $count of statements; $statements: their numbers.
record-quoted-in = { $count ->
    [one] Quoted in this game, statement { $statements }
   *[other] Quoted in this game, statements { $statements }
    }
record-quoted-words = Quoted: “{ $words }”
# $number of $count; the place is on $line.
record-found = { $count ->
    [0] Found nowhere
   *[other] { $number } of { $count }, line { $line }
    }
record-found-before = Previous place
record-found-next = Next place
record-line-to-go-to = Line
record-go = Go
record-go-to-the-line = Go to the line
# $printed: the words that it is about; $note, ours.
record-note-on = Note (ours) on “{ $printed }”: { $note }

# The library in the window.
library-search-clear = Clear the search
library-to-the-list = ‹ To the list
library-found-nothing = Nothing in the library holds “{ $wanted }”.
library-nothing-yet = What stands here tells how the story went on.
library-show-after = Show what came after the talk
library-hide-after = Hide what came after the talk
library-what-after = It tells how the story went on, and what your side did not know on that day.
library-open-work = Source { $key }: { $cites }
library-known-from = What it is known from
# $shelf, and what the page is called.
library-link = { $shelf }: { $name }
library-day-of-the-talk = The day of the talk
record-search-clear = Clear
# $keys of works, and how $sure it is.
library-brief-source = { $keys }. { $sure }
