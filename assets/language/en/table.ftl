### The table as you see it: who sits there, what is on it, and what changed in the room.

## Who sits there
scene-room = An imagined view of the room: { $us } on the left, { $them } on the right, across a long table. { $speaks } { $answers }
scene-speaks = { $name } has the floor.
scene-spoke = { $name } spoke last.
scene-answered = { $name } gave the last answer.
scene-nobody = Nobody from { $side } has just spoken.
scene-floor-short = has the floor
scene-spoke-short = spoke last
scene-answered-short = answered last
# $who: name and standing; $side: the party.
scene-who = { $name }, { $standing }
scene-give = Give the floor to { $who }
scene-has = { $who }: has the floor
scene-sits = { $who }, { $side }: { $does }
scene-listens = listens
scene-behind = { $who }, { $side }: sits behind
scene-uncertain = it is uncertain who this was, or from which party
scene-bar = { $bar }: { $height } of 100
scene-bar-moved = { $bar }: { $height } of 100, { $by } with the last statement

## What changed in the room
room-up = { $bar } up { $by }, now { $to }.
room-down = { $bar } down { $by }, now { $to }.
room-because = { $because } [{ $basis }]
room-after = Statement { $number }, { $name }
room-at-first = Before the first statement
room-what-moved = What changed the room, newest first
room-nothing-moved = Nothing has changed yet.

## What is on the table
commitment-given-by-person = { $giver } ({ $party }) to { $hearer }
commitment-given = { $giver } to { $hearer }
commitment-hint-heard = { $strength }; { $witnesses ->
        [0] nobody else heard it
        [one] one other person heard it
       *[other] { $witnesses } other people heard it
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
track-key = Blue circle: what your side last asked for. Red square: where { $them } stand. Struck through: what they refuse. Your best outcome is on the left, theirs on the right.
track-refused = Refused by { $them }: { $pairs }.
track-refuse = Refused: { $pairs }

## What to do next
talk-begin = Nothing has been said yet. Your side begins.
next-floor = Next: choose who speaks, by clicking a person above or typing a number.
next-face = Next: choose your answer to { $name }.
next-issue = Next: choose what { $name } speaks about.
next-act = Next: choose how.
next-move = Next: choose the move. Its words and its cost appear below it.
