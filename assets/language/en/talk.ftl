### What the program says while a talk goes on.

## Vocabulary
act-request = Ask
act-offer = Offer
act-linkage = Tie to another issue
act-separation = Single out
act-precondition = Set a condition
act-concession = Give ground
act-refusal = Decline
act-reframing = Put it in another light
act-hint = Hint, or ask for a hint
act-warning = Warn
act-courtesy = Courtesy
act-question = Question
act-accept = Accept
act-accept-later = Yes, but later
act-defer = Leave it for later
act-reproach = Reproach
act-counter-question = Ask back
act-silence = Say nothing
act-adjourn = Adjourn

timing-before = before: { $first }
timing-with = with: { $first }
timing-between = between: { $first }, and { $second }
timing-treaty = with: { $second }
timing-after = after: { $second }
timing-open = left open

bar-trust = Trust
bar-own-face = Your side's face
bar-their-face = Face of { $them }
bar-own-patience = Your side's patience
bar-their-patience = Patience of { $them }
bar-home = Following at home

predict-yes = yes
predict-yes-later = yes, but later
predict-no = no
predict-turns-round = turns it round
predict-hint = a hint
predict-no-answer = no answer

commitment-precondition = condition
commitment-promise = promise
commitment-hint = hint
commitment-open-door = door left open
commitment-refusal = refusal
commitment-offer = offer

strength-given = given
strength-confirmed = confirmed
strength-covered = covered by the head of government

## Places, pairings, sources
place-line = line { $line }
place-lines = lines { $from } to { $to }
pairing-at-once = answered at once
pairing-later = answered { $lines } lines on
pairing-author = paired by the author: { $reason }
basis-quote = { $place }: “{ $words }”
basis-entry = { $speaker }, { $place }
basis-dossier = dossier, section { $section } ({ $keys }; { $mark })
basis-judgement = author's judgement: { $reason }
basis-model = model: { $reason }
basis-rules = model: the price was shown when the commitment was made
mark-firm = firm
mark-single = a single source
mark-disputed = disputed
mark-unverified = unverified
pair = { $position }, { $timing }
clause = { $issue }: { $pair }
reason-going-back = Going back on: { $commitment }

## Badges
badge-record = RECORD, { $place }
badge-elsewhere = RECORD, ELSEWHERE, { $place }; { $said }
badge-inference = { $speech ->
    [invented] INVENTED
   *[other] AUTHOR'S INFERENCE
}
speech-inferred = No record of what was said in this talk is at hand. Nobody's words are quoted: everything that is said is the author's inference, in indirect speech, from the facts and sources named beside it.
speech-invented = This talk, its people and its places are made up. Nothing that is said in it was ever said.
badge-indirect = INFERENCE: told for another speaker; the words are { $place }
badge-indirect-place = { $speaker }'s, { $place }

## The conversation
talk-floor = Statement { $number }: { $name } has the floor
talk-floor-standing = Statement { $number }: { $name } has the floor ({ $standing })
talk-answers-point = This answers what you left open: { $move }
talk-holds-floor = The floor is held: a colleague speaks before there is an answer.
talk-topic = { $topic }
talk-to = To: { $moves }
talk-why = Why (model): { $because }
talk-idea = Idea: { $term }. { $means }
talk-no-answer = No answer to: { $moves }. { $reason }
talk-let-stand = To { $label }: { $name } lets his earlier answer stand ({ $place }).
talk-nothing-new = To { $label }: nothing is added.
talk-bar = { $bar } { $by }, now { $to }. { $because } [{ $basis }]
talk-mark = From now on: { $meaning }
talk-predicted-right = Your prediction for “{ $label }” was right: { $predicted }.
talk-predicted-wrong = Your prediction for “{ $label }”: { $predicted }. What came: { $came }.
talk-must-face = { $name } waits for an answer. Your next statement has to face it: { $moves }.
talk-waits = No answer comes yet. What you said stays open.
talk-never = Never answered: { $label }.
speech-head = { $name } [{ $badge }]
speech-plain = In plain words (ours): { $plain }
speech-milestone-open = Which milestone is meant, relations or the treaty, is left open.
commitment = { $party }, { $kind }: { $text }
commitment-made = On the table: { $commitment }
commitment-withdrawn = Off the table: { $commitment }
commitment-strengthened = The hint is now { $strength }: { $commitment }
commitment-hint-detail = Given by { $giver } to { $hearer } before { $witnesses } others at the table; { $strength }.
commitment-price = Going back costs: { $price }.
ended-closed = The meeting is closed. The talk is over.
ended-adjourned = You end the meeting. The talk is over.
ended-out-of-statements = No further statement can be made. The talk is over.

## Record cards
card-title = What happened in the record
card-many = The record has a card for each of these { $count } moves: type card to read them.
card-head = { $label }: { $case }
card-own-move = this was said
card-something-else = the record has something else from your side on this issue
card-they-raised-it = the other side raised it
card-never-answered = this was said, and never answered
card-silent = the record is silent
card-said = { $speaker }, { $place }: “{ $words }”
card-heard = Heard from { $speaker }, { $place }, { $pairing }: { $words }
card-heard-above = the words you have heard in this game
card-note = Note: { $note }

## Before a move
cost-bar = { $bar } { $by }: { $because }
cost-commit = Puts on the table ({ $kind }): { $text }
cost-commit-price = Puts on the table ({ $kind }): { $text } Going back later costs: { $price }.
cost-withdraw = Takes your { $kind } on { $issue } off the table, at its price.

## Refusals
reject-talk-over = The talk is over: no more statements can be made. What is left is the report.
reject-no-report-due = No report is due now. The report is written when the talk is over, and only if it lasted long enough.
reject-no-moves = A statement needs at least one move. Choose an issue first, or type a move's id.
reject-too-many-moves = That would be { $given } moves; a statement holds at most { $limit } here, because it is answered point by point. Type drop to take one out, or say to speak.
reject-no-floor-for = { $person } cannot be given the floor now. Choose one of the others.
reject-not-theirs = { $person } cannot make this move: { $move }. { $only ->
        [none] Give another delegate the floor.
       *[other] It belongs to: { $only }. Make it a statement of its own.
    }
reject-other-seat = This move belongs to the other side: { $move }.
reject-not-in-play = “{ $move }” is about { $issue }, which is not part of this short game.
reject-used-up = “{ $move }” has been said as often as it can be: a point is not made stronger by saying it again.
reject-twice = “{ $move }” is already in this statement.
reject-not-yet = “{ $move }” cannot be said yet. It needs: { $needs }.
reject-must-face = { $name } has asked: “{ $words }” The next statement has to face that. You can: { $options }.
reject-must-face-inferred = { $name } waits for an answer to what he wants to know. The next statement has to face that. You can: { $options }.
reject-cannot-hold = The floor cannot be held now: it can be held once in the opening and once later, and not in the last statement.
reject-adjourn-holds = Adjourning ends the talk, so the floor cannot be held for a colleague.
reject-report-incomplete = The report needs one clause for each issue.
reject-report-not-in-play = { $issue } is not part of this short game; the report leaves it as it is.
need-and = and
need-or = or
need-not = not ({ $need })
need-made = “{ $move }” was said before
need-said = { $speaker }'s words of { $place } were heard
need-answered = a certain answer to “{ $moves }” was heard
need-spoken-of = the other side has spoken of it ({ $topic })
need-committed = a { $kind } by { $party } on { $issue }
need-raised = { $issue } was raised
need-after-opening = the opening has been answered
need-other = the moment for it
