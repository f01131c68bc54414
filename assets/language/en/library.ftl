# The library: people, issues, contested points, dates, ideas and sources; and the record.

# $standing may be empty; $script is the name in the person's own script, and may be empty; $sure is "no" when it is only
# probably this person.
person-heading = { $name }{ $script ->
        [none] { "" }
       *[other] { " " }({ $script }{ $sure ->
            [no] , if this is the same person
           *[other] { "" }
        })
    }{ $standing ->
        [none] { "" }
       *[other] , { $standing }
    }
person-script = { $sure ->
        [no] { $script } (if this is the same person)
       *[other] { $script }
    }

# The sections of the library.
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
library-unverified = Not verified
library-what-firm = Firm means that an official document says so, or two sources that don't depend on each other.
library-contested-sure = Disputed. Each reading is given the way its supporters put it.
# $who: the party, by name.
library-secret = On that day only this side knew: { $who }.

# Pages.
library-about = What it is about
library-positions = Positions on the table
# $party, by name; $day of the talk.
library-stand = { $party } on { $day }
library-after = What came of it
library-said = Mentioned in the record
library-speaks = Speaks in the record
# $words: the speaker, or the first words of the line.
library-line = Line { $line }: { $words }
library-idea = a negotiation term
library-history = a historical term
library-the-record = The record itself
library-cited-by = Cited on these pages
library-elsewhere = Elsewhere, or in several places
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
record-rights = Rights
record-found-at = Available at
record-on-all = On the whole record
record-turns = Who speaks
# $name speaks from $line on.
record-turn = { $name }, line { $line }
record-about-the-speaker = About { $name }, who speaks from line { $line }
# $count of lines.
record-quoted-lines = { $count ->
    [one] Quoted in this game: one line
   *[other] Quoted in this game: { $count } lines
    }
record-quoted-before = Previous quotation
record-quoted-next = Next quotation
# $count of statements; $statements: their numbers.
record-quoted-in = { $count ->
    [one] Quoted in this game, statement { $statements }
   *[other] Quoted in this game, statements { $statements }
    }
record-quoted-words = Quoted: “{ $words }”
# $number of $count; the place is on $line.
record-found = { $number } of { $count }, line { $line }
record-found-nothing = Not found
record-found-before = Previous match
record-found-next = Next match
record-line-to-go-to = Line
record-go = Go
record-go-to-the-line = Go to the line
# $printed: the words that it is about; $note, the author's.
record-note-on = Author's note on “{ $printed }”: { $note }

# The library in the window.
library-search-clear = Clear the search
library-to-the-list = ‹ Back to the list
library-found-nothing = Nothing in the library contains “{ $wanted }”.
library-nothing-yet = Everything in this section tells how the story continued.
library-show-after = Show what came after the talk
library-hide-after = Hide what came after the talk
library-what-after = These pages tell how the story continued, and what your side did not know that day.
library-open-work = Source { $key }: { $cites }
library-known-from = How this is known
# $shelf, and what the page is called.
library-link = { $shelf }: { $name }
library-day-of-the-talk = The day of the talk
record-search-clear = Clear
# $keys of works, and how $sure it is.
library-brief-source = { $keys }. { $sure }
