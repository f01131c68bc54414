### Why the other side answered as it did, and in which style it was played.

## Styles
style-played = In this game the other side did not play as in the record. { $name }: { $plain }

# A game that an author began in another room than the scenario's.
room-changed-game = This game did not begin in the scenario's own room: { $bars }. So it doesn't show the scenario as written.
room-changed-bar = { $bar } at { $at } instead of { $written }
# $statements: how many; $by: a recorded game or a bot, by name.
led-up-game = { $statements ->
    [one] The first statement of this game was not the player's. It came from { $by }.
   *[other] The first { $statements } statements of this game were not the player's. They came from { $by }.
}
room-changed = Set to { $at } for this game; the scenario begins at { $written }.

style-choose = How the other side answers

## Why an answer came
why-title = Why this answer: { $move }
why-ask = Why this answer?
why-model = This is about the model, not about history. Nobody knows for certain why the real people answered as they did.
why-usage = Type “why” for the last answer, “why 3” for the third move you made, or “why” with the id of a move.
why-none = There is no such move in this game yet. Type “why” for the last answer, or “why 3” for the third move you made.
why-no-such-move = There is no such move in this game. Name a move by its id or its number. Numbers count from 1, in the order in which the moves were made.
why-nothing = Nothing has been answered yet.
why-answered = The other side { $act }.
why-reason = The author's reason: { $because } [{ $basis }]
why-taken-up = The other side did not decide on this point. It { $act } without being asked, on the topic “{ $topic }”, and that dealt with the point too. { $because }
why-let-stand = The scenario had no words left for an answer, so an earlier one stands ({ $place }).
why-nothing-new = The scenario had no words left for an answer, so nothing was added.
why-person = A person gave this answer. Only they can say why.
why-never = The talk ended before this was answered.
why-open = This has not been answered yet.
why-tried-fails = Considered and rejected: “{ $act }”. { $because } This requires that { $asked }, which was not so.
why-tried-no-words = Considered and rejected: “{ $act }”. { $because } No words for it were left, or none that were true here.
why-tried-passed-over = Skipped in this style: “{ $act }”. { $because }
why-tried-reached = Possible only in this style: it requires that { $asked }, which was not quite so.

## The judgement behind
why-judgement = How the other side judged the point, from its own seat:
why-private = The debrief shows what it weighs, aims for and ties together.
why-term = { $fact } Term { $value }, counted at { $weight } %. { $because }
why-aspiration = Time and patience: { $statements } of { $limit } statements have been made, and its patience is at { $patience }.
why-aspiration-over = Time and patience: { $statements } of { $limit } statements had been made, and its patience was at { $patience }. It had come down { $share } % of the way from its opening position ({ $opening } of 10,000 points) to having no deal ({ $reservation }), so it was aiming for { $aims }.
why-reciprocity = { $since ->
    [0] What you gave: it has put nothing on the table so far. You have
   *[other] What you gave: it last put something on the table at statement { $since }. Since then you have
} { $gave ->
    [0] offered and conceded nothing
    [one] offered or conceded once
   *[other] offered or conceded { $gave } times
} { $pressed ->
    [0] and have not pressed.
    [one] and pressed once.
   *[other] and pressed { $pressed } times.
}
why-cost-nothing = What it would cost: this move asks for no clause of a deal.
why-cost = What it would cost: you asked for { $clause }.
why-cost-over = What it would cost: { $clause } would have taken { $points } points from the package on the table. The distance from its opening position to no deal is { $room } points.
why-cost-gain = What it would cost: nothing. { $clause } would have added { $points } points to the package on the table.
why-linkage = It would have broken a linkage: { $linkage }
why-red-line = It would have crossed a red line: { $linkage }
why-face = Face: { $height } of 100.
why-face-ultimatum = Face: { $height } of 100, and this was a condition or a warning.
why-priorities = What you care about: { $issue } came up in { $raised ->
    [one] one statement
   *[other] { $raised } statements
}, { $share } % of what you said.
why-priorities-over = What you care about: { $issue } came up in { $raised ->
    [one] one statement
   *[other] { $raised } statements
}, { $share } % of what you said; its own weight for it is { $weight } of 100.
why-readiness = Readiness to yield: { $readiness } of 100, from a base of { $base } ({ $because })
why-readiness-red-line = Readiness to yield: none, because of the red line.
why-style-record = When the other side plays as in the record, this judgement has no effect. The author's stances decide.
why-style-same = In the style “{ $name }” it answered the same as in the record's style.
why-style-less = In the style “{ $name }” it gave less than in the record's style.
why-style-more = In the style “{ $name }” it gave more than in the record's style.
why-style-allowed = At this readiness it would go no further than { $allowed }. A bar of the room could miss a condition by { $slack } and still pass.
why-style-slack = At this readiness a bar of the room could miss a condition by { $slack } and still pass.
yielding-nothing = to refuse
yielding-talk = to talk on
yielding-later = to promise or hint
yielding-yes = to say yes

## Conditions of a stance
condition-made = “{ $move }” has been said { $times } times
condition-times = this is asked for the { $times ->
    [2] second
    [3] third
   *[other] { $times }th
} time at least
condition-said-before = { $speaker }'s words in { $place } had been heard before
condition-spoken-by = { $name } says it
condition-just-made = it is part of the statement just made
condition-raised = { $issue } has been raised in { $times } statements
condition-just-raised = { $issue } has just been raised
condition-open = a point on { $issue } is open
condition-nothing-open = no older point is open
condition-marked = this holds: “{ $meaning }”
condition-at-least = this bar is high enough: { $bar }
condition-at-least-height = this bar is at { $height } or more: { $bar }
condition-below = this bar is low: { $bar }
condition-below-height = this bar is below { $height }: { $bar }
condition-one-voice = the same person has made the last { $count } statements
condition-statements = { $count } statements have been made
condition-left = at most { $count } statements are left
condition-opening = the opening is still going on

## The debrief
debrief-why = Why they answered as they did
debrief-why-what = For each answer that could have been kinder, this gives its reason, the kindest answer considered before it, and what that one lacked. Type “why” in the game, or “debrief FILE --why 3”, for everything about one answer.
debrief-why-figures = What the other side's judgement counted, each from 0 to 100:
debrief-why-term = Statement { $statement }: { $label }
why-sum = Readiness to yield { $readiness } of 100: { $base } to start with, { $aspiration } for time and patience, { $reciprocity } for what you gave, { $cost } for what it would cost, { $face } for face, { $priorities } for what you care about.
style-figure = { $name }: { $is }. { $because }
figure-base = Readiness before anything else counts
figure-aspiration = Weight of time and patience
figure-reciprocity = Weight of what you gave
figure-cost = Weight of what the clause would cost
figure-face = Weight of face
figure-priorities = Weight of what you care about
figure-impatience = How far lost patience lowers its aims
figure-turns-round = Readiness at which it does more than refuse
figure-later = Readiness at which it promises, hints or offers
figure-yes = Readiness at which it says yes
figure-slack = How far a bar may miss a condition at most
