### What the program says during a talk.

## Vocabulary
act-request = Ask
act-offer = Offer
act-linkage = Tie to another issue
act-separation = Single out
act-precondition = Set a condition
act-concession = Give ground
act-refusal = Decline
act-reframing = Put it in a different light
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
# The same acts as answers in the debrief: "They ...".
answer-request = asked for something
answer-offer = made an offer
answer-linkage = tied it to something else
answer-separation = dealt with it separately
answer-precondition = set a condition
answer-concession = gave ground
answer-refusal = said no
answer-reframing = turned it around
answer-hint = gave a hint
answer-warning = gave a warning
answer-courtesy = answered with a courtesy
answer-question = asked a question
answer-accept = said yes
answer-accept-later = said yes, but later
answer-defer = put it off
answer-reproach = made a reproach
answer-counter-question = answered with a question
answer-silence = said nothing
answer-adjourn = ended the talk

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
bar-home = Support at home

predict-yes = yes
predict-yes-later = yes, but later
predict-no = no
predict-turns-round = turns it around
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
strength-covered = backed by the head of government

## Places, pairings, sources
place-line = line { $line }
place-lines = lines { $from } to { $to }
pairing-at-once = answered at once
pairing-later = answered { $lines } lines later
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
speech-inferred = No record of what was said in this talk is available, so nobody is quoted. Everything said is the author's inference, in indirect speech, from the facts and sources given with it.
speech-invented = This talk, its people and its places are made up. Nobody ever said any of it.
badge-indirect = INFERENCE: given here to another speaker; the words are { $place }
badge-indirect-place = { $speaker }'s, { $place }

## The conversation
talk-floor = Statement { $number }: { $name } has the floor
talk-floor-standing = Statement { $number }: { $name } has the floor ({ $standing })
talk-answers-point = This answers a point you left open: { $move }
talk-holds-floor = You hold the floor: a colleague speaks before the other side answers.
talk-topic = { $topic }
talk-to = To: { $moves }
talk-why = Why (model): { $because }
talk-idea = Idea: { $term }. { $means }
talk-no-answer = No answer to: { $moves }. { $reason }
talk-let-stand = To { $label }: { $name } stands by his earlier answer ({ $place }).
talk-nothing-new = To { $label }: nothing to add.
talk-bar = { $bar } { $by }, now { $to }. { $because } [{ $basis }]
talk-mark = From now on: { $meaning }
talk-predicted-right = Your prediction for “{ $label }” was right: { $predicted }.
talk-predicted-wrong = You predicted { $predicted } for “{ $label }”. What came: { $came }.
talk-must-face = { $name } is waiting for an answer. Your next statement has to deal with it: { $moves }.
talk-waits = No answer yet. Your point is still open.
talk-never = Never answered: { $label }.
speech-head = { $name } [{ $badge }]
speech-plain = In plain words (author's): { $plain }
speech-milestone-open = It is left open which milestone is meant, relations or the treaty.
commitment = { $party }, { $kind }: { $text }
commitment-made = On the table: { $commitment }
commitment-withdrawn = Off the table: { $commitment }
commitment-strengthened = The hint is now { $strength }: { $commitment }
commitment-hint-detail = Given by { $giver } to { $hearer } in front of { $witnesses } others at the table; { $strength }.
commitment-price = Going back costs: { $price }.
ended-closed = The other side closes the meeting. The talk is over.
ended-adjourned = You end the meeting. The talk is over.
ended-out-of-statements = You have no statements left. The talk is over.

## Record cards
card-title = What happened in the record
card-many = The record has a card for each of these { $count } moves. Type card to read them.
card-head = { $label }: { $case }
card-own-move = this was said
card-something-else = your side said something else on this issue
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
reject-talk-over = The talk is over, so you can't make another statement. All that's left is the report.
reject-no-report-due = You can't report yet. You write the report when the talk is over, and only if it lasted long enough.
reject-no-moves = A statement needs at least one move. Choose an issue first, or type a move's id.
reject-too-many-moves = That would be { $given } moves. A statement holds at most { $limit } here, because it is answered point by point. Type drop to remove one, or say to speak.
reject-no-floor-for = You can't give { $person } the floor now. Choose someone else.
reject-not-theirs = { $person } can't make this move: { $move }. { $only ->
        [none] Give another delegate the floor.
       *[other] Only { $only } can. Make it a separate statement.
    }
reject-other-seat = Only the other side can make this move: { $move }.
reject-not-in-play = “{ $move }” is about { $issue }, which is not part of this short game.
reject-used-up = You can't use “{ $move }” again. Repeating a point doesn't make it stronger.
reject-twice = “{ $move }” is already in this statement.
reject-not-yet = You can't say “{ $move }” yet. First this has to be true: { $needs }.
reject-must-face = { $name } has asked: “{ $words }” Your next statement has to deal with that. You can: { $options }.
reject-must-face-inferred = { $name } is waiting for an answer. Your next statement has to deal with his question. You can: { $options }.
reject-cannot-hold = You can't hold the floor now. You can hold it once in the opening and once after that, but not in the last statement.
reject-adjourn-holds = Adjourning ends the talk, so you can't hold the floor for a colleague.
reject-report-incomplete = The report needs one clause for each issue.
reject-report-not-in-play = { $issue } is not part of this short game, so the report leaves it as it is.
need-and = and
need-or = or
need-not = not ({ $need })
need-made = “{ $move }” has been said
need-said = { $speaker }'s words in { $place } have been heard
need-answered = “{ $moves }” has been given the right kind of answer
need-spoken-of = the other side has spoken about it ({ $topic })
need-committed = { $party } has made this kind of commitment on { $issue }: { $kind }
need-raised = { $issue } has been raised
need-after-opening = the opening has been answered
need-other = this is the right moment
