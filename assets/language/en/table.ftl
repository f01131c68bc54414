### The table as it is looked at: who sits there, what lies on it, and what moved in the room.

## Who sits there
scene-room = The room, drawn after no photograph: { $us } at the left, { $them } at the right, behind a long table. { $speaks } { $answers }
scene-speaks = { $name } has the floor.
scene-spoke = { $name } spoke last.
scene-answered = { $name } gave the last answer.
scene-nobody = Nobody of { $side } has spoken just now.
scene-floor-short = has the floor
scene-spoke-short = spoke last
scene-answered-short = answered last
# $who: name and standing; $side: the party.
scene-who = { $name }, { $standing }
scene-give = { $who }: give the floor
scene-has = { $who }: has the floor
scene-sits = { $who }, { $side }: { $does }
scene-listens = listens
scene-behind = { $who }, { $side }: sits behind
scene-uncertain = who this was, or of which party, is not certain
scene-bar = { $bar }: { $height } of 100
scene-bar-moved = { $bar }: { $height } of 100, { $by } with the last statement

## What moved in the room
room-up = { $bar } up { $by }, now { $to }.
room-down = { $bar } down { $by }, now { $to }.
room-because = { $because } [{ $basis }]
room-after = Statement { $number }, { $name }
room-at-first = Before the first statement
room-what-moved = What moved the room, the newest first
room-nothing-moved = Nothing has moved yet.

## What lies on the table
commitment-given-by-person = { $giver } ({ $party }) to { $hearer }
commitment-given = { $giver } to { $hearer }
commitment-hint-heard = { $strength }; { $witnesses ->
        [0] nobody else heard it
        [one] one other heard it
       *[other] { $witnesses } others heard it
    }
commitment-going-back = Going back on it costs: { $price }.
commitment-sentence = { $fresh ->
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
