### Why the other side answered as it did, and in which style it was played.

## Styles
style-played = The other side was not played in the record's manner in this game. { $name }: { $plain }

# A game that an author began in another room than the scenario's.
room-changed-game = This game did not begin in the room of the scenario: { $bars }. What it shows is no game of the scenario as written.
room-changed-bar = { $bar } at { $at } instead of { $written }
# $statements: how many; $by: a recorded game or a bot, by name.
led-up-game = { $statements ->
    [one] The first statement of this game was not the player's: it was made by { $by }.
   *[other] The first { $statements } statements of this game were not the player's: they were made by { $by }.
}
room-changed = Set to { $at } for this game; the scenario begins at { $written }.

style-choose = How the other side answers

## Why an answer came
why-title = Why this answer: { $move }
why-ask = Why this answer?
why-model = This speaks of the model, not of history: why the real people answered as they did, nobody knows for sure.
why-usage = Type “why” for the last answer, “why 3” for the third move you made, or “why” with the id of a move.
why-none = There is no such move in this game yet. Type “why” for the last answer, “why 3” for the third move you made.
why-no-such-move = There is no such move in this game. Name a move by its number, from 1 in the order in which they were made, or by its id.
why-nothing = Nothing has been answered yet.
why-answered = The other side { $act }.
why-reason = The author's reason: { $because } [{ $basis }]
why-taken-up = Nobody decided on this point: the other side { $act } of its own accord, on the topic “{ $topic }”, and that took it up. { $because }
why-let-stand = All words for an answer had been used up, so an earlier one stands ({ $place }).
why-nothing-new = All words for an answer had been used up, so nothing was added.
why-person = A person answered this. Only they can tell why.
why-never = The talk ended before this was answered.
why-open = This has not been answered yet.
why-tried-fails = Considered and not taken: “{ $act }”. { $because } This asks that { $asked }; that was not so.
why-tried-no-words = Considered and not taken: “{ $act }”. { $because } No words for it were left, or none that were true here.
why-tried-passed-over = Passed over in this style: “{ $act }”. { $because }
why-tried-reached = Reached in this style: it asks that { $asked }; that was not quite so.

## The judgement behind
why-judgement = How the other side judged the point, from its own seat:
why-private = What it weighs, aims for and ties together is told in the debrief.
why-term = { $fact } Term { $value }, counted at { $weight } %. { $because }
why-aspiration = Time and patience: { $statements } of { $limit } statements are made, and its patience stands at { $patience }.
why-aspiration-over = Time and patience: { $statements } of { $limit } statements were made, and its patience stood at { $patience }. Its aims had come down by { $share } % of the way: to { $aims } of 10,000 points, from { $opening } for its opening position towards { $reservation } without a deal.
why-reciprocity = { $since ->
    [0] What you gave: so far it has put nothing on the table,
   *[other] What you gave: since it last put something on the table (statement { $since }),
} { $gave ->
    [0] you have offered and conceded nothing,
    [one] you have offered or conceded once,
   *[other] you have offered or conceded { $gave } times,
} { $pressed ->
    [0] and never pressed.
    [one] and pressed once.
   *[other] and pressed { $pressed } times.
}
why-cost-nothing = What it would cost: this move asks for no clause of a deal.
why-cost = What it would cost: you asked for { $clause }.
why-cost-over = What it would cost: { $clause } would have taken { $points } points from the package on the table, out of { $room } between its opening position and no deal.
why-cost-gain = What it would cost: nothing. { $clause } would have brought { $points } points to the package on the table.
why-linkage = It would have broken a linkage: { $linkage }
why-red-line = It would have crossed a red line: { $linkage }
why-face = Face: it stands at { $height }.
why-face-ultimatum = Face: it stands at { $height }, and this was a condition or a warning.
why-priorities = What you care for: { $issue } came up in { $raised ->
    [one] one statement
   *[other] { $raised } statements
}, { $share } % of what you said.
why-priorities-over = What you care for: { $issue } came up in { $raised ->
    [one] one statement
   *[other] { $raised } statements
}, { $share } % of what you said; its own weight for it is { $weight } of 100.
why-readiness = Readiness to yield: { $readiness } of 100, from a base of { $base } ({ $because })
why-readiness-red-line = Readiness to yield: none, because of the red line.
why-style-record = In the record's manner this judgement decides nothing: the author's stances do.
why-style-same = In the style “{ $name }” the answer is the same as in the record's manner.
why-style-less = In the style “{ $name }” it gave less than in the record's manner.
why-style-more = In the style “{ $name }” it gave more than in the record's manner.
why-style-allowed = So ready it would go no further than { $allowed }; a bar of the room could miss a condition by { $slack }.
why-style-slack = So ready a bar of the room could miss a condition by { $slack }.
yielding-nothing = to refuse
yielding-talk = to talk on
yielding-later = to promise or hint
yielding-yes = to say yes

## Conditions of a stance
condition-made = “{ $move }” was said { $times } times
condition-times = this is asked for the { $times ->
    [2] second
    [3] third
   *[other] { $times }th
} time at least
condition-said-before = { $speaker }'s words of { $place } had been heard before
condition-spoken-by = { $name } says it
condition-just-made = it belongs to the statement just made
condition-raised = { $issue } was raised in { $times } statements
condition-just-raised = { $issue } was raised just now
condition-open = a point on { $issue } is open
condition-nothing-open = nothing older is open
condition-marked = this holds: “{ $meaning }”
condition-at-least = this bar stands high enough: { $bar }
condition-at-least-height = this bar stands at { $height } or more: { $bar }
condition-below = this bar stands low: { $bar }
condition-below-height = this bar stands below { $height }: { $bar }
condition-one-voice = one and the same person has made the last { $count } statements
condition-statements = { $count } statements are made
condition-left = at most { $count } statements are left
condition-opening = the opening is still going on

## The debrief
debrief-why = Why they answered so
debrief-why-what = Of each answer that could have been kinder: its reason, the kindest answer that stood in line before it, and what that missed. “why” in the game and “debrief FILE --why 3” tell all of one answer.
debrief-why-figures = What the other side's judgement counted, each from 0 to 100:
debrief-why-term = Statement { $statement }: { $label }
why-sum = Readiness to yield { $readiness } of 100: { $base } to begin with, { $aspiration } for time and patience, { $reciprocity } for what you gave, { $cost } for what it would cost, { $face } for face, { $priorities } for what you care for.
style-figure = { $name }: { $is }. { $because }
figure-base = Readiness before anything else counts
figure-aspiration = Weight of aims that come down
figure-reciprocity = Weight of what you gave
figure-cost = Weight of what the clause would cost
figure-face = Weight of face
figure-priorities = Weight of what you care for
figure-impatience = How far lost patience brings aims down
figure-turns-round = Readiness from which it does more than refuse
figure-later = Readiness from which it promises, hints or offers
figure-yes = Readiness from which it says yes
figure-slack = How far a bar may miss a condition at most
