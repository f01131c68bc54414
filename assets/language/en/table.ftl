### The table as it is looked at: who sits there, what lies on it, and what moved in the room.

## Who sits there
seated-room = The room, drawn after no photograph: { $us } at the left, { $them } at the right, behind a long table. { $speaks } { $answers }
seated-speaks = { $name } has the floor.
seated-spoke = { $name } spoke last.
seated-answered = { $name } gave the last answer.
seated-nobody = Nobody of { $side } has spoken just now.
seated-floor-short = has the floor
seated-spoke-short = spoke last
seated-answered-short = answered last
# $who: name and standing; $side: the party.
seated-who = { $name }, { $standing }
seated-give = { $who }: give the floor
seated-has = { $who }: has the floor
seated-sits = { $who }, { $side }: { $does }
seated-listens = listens
seated-behind = { $who }, { $side }: sits behind
seated-uncertain = who this was, or of which party, is not certain
seated-bar = { $bar }: { $height } of 100
seated-bar-moved = { $bar }: { $height } of 100, { $by } with the last statement

## What moved in the room
room-up = { $bar } up { $by }, now { $to }.
room-down = { $bar } down { $by }, now { $to }.
room-because = { $because } [{ $basis }]
room-after = Statement { $number }, { $name }
room-at-first = Before the first statement
room-what-moved = What moved the room, the newest first
room-nothing-moved = Nothing has moved yet.

## What lies on the table
slip-given-by-person = { $giver } ({ $party }) to { $hearer }
slip-given = { $giver } to { $hearer }
slip-hint = { $strength }; { $witnesses ->
        [0] nobody else heard it
        [one] one other heard it
       *[other] { $witnesses } others heard it
    }
slip-price = Going back on it costs: { $price }.
slip-sentence = { $fresh ->
        [yes] New. { $kind }
       *[no] { $kind }
    }, { $given }: { $text }
open-made = { $speaker }, statement { $statement }
table-new = new

## The issues at a glance
track-sentence = { $issue }: { $count } positions, from “{ $first }” to “{ $last }”. { $ours } { $theirs } { $refused }
track-ours = Your side, position { $at } of { $count }: { $pair }.{ $fresh ->
        [yes] {" "}New with the last statement.
       *[no] { "" }
    }
track-ours-none = Your side has asked for nothing here yet.
track-theirs = Position of { $them }: { $at } of { $count }, { $pair }.{ $fresh ->
        [yes] {" "}New with the last statement.
       *[no] { "" }
    }
track-key = Round and blue: what your side last asked for. Square and red: where { $them } stand; struck through: what they refuse. From your best at the left to theirs at the right.
track-refused = Refused by { $them }: { $pairs }.
track-refuse = Refused: { $pairs }

## What to do next
talk-begin = Nothing has been said yet: your side begins.
next-floor = Next: give somebody the floor, with a figure above or a number.
next-face = Next: choose the answer that { $name } gets.
next-issue = Next: choose what { $name } speaks about.
next-act = Next: choose how.
next-move = Next: choose the move. Its words and its cost stand below it.
