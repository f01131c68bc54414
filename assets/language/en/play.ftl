### What the program says around a talk: choices, look-ups, the report, the debrief, saved games.

prompt = >

## Building a statement
compose-statement = Statement { $number } of { $of }. Up to { $allowed } moves.
compose-who = Who has the floor?
compose-face = An answer is awaited. Which do you give? (moves shows everything else)
compose-issue = What about?
compose-act = How?
compose-move = Which move? Its words and its cost stand below it.
compose-hint-first = Type a number or an id. help shows everything you can type.
compose-hint-more = Add another move, or type say to speak. Before that you can predict the last one: predict yes, yes-later, no, turns-round, hint or no-answer.
compose-floor-empty = { $name } has the floor.
compose-floor = { $name } has the floor. The statement so far:
compose-floor-taken = This statement already has moves. Type drop until it is empty, then give somebody else the floor.
compose-predicted = { $label } (your prediction: { $prediction })
compose-nothing-to-drop = There is no such move in the statement. drop alone takes out the last one.
compose-holds-no-floor = The floor is no longer held.
choice-speaker = { $name }{ $speech ->
        [recorded] ; { $moves ->
            [0] no words of their own left
            [one] one move in their own words
           *[other] { $moves } moves in their own words
        }
       *[other] {""}
    } [{ $id }]
choice-speaker-standing = { $name }, { $standing }{ $speech ->
        [recorded] ; { $moves ->
            [0] no words of their own left
            [one] one move in their own words
           *[other] { $moves } moves in their own words
        }
       *[other] {""}
    } [{ $id }]
choice-group = { $name } ({ $moves ->
        [one] one move
       *[other] { $moves } moves
    }) [{ $id }]
choice-group-plain = { $name }: { $plain } ({ $moves ->
        [one] one move
       *[other] { $moves } moves
    }) [{ $id }]
choice-the-talk = The talk itself: order of business, publication, courtesies, taking leave
choice-move = { $label } [{ $id }]
predict-usage = Choose a move first, then for example: predict hint. For another move: predict 1 no. The six answers are yes, yes-later, no, turns-round, hint, no-answer.
no-such-number = There is no number { $number } in the list; it goes to { $most }.
not-understood = “{ $word }” is neither a number of the list, nor an id, nor a command. help shows what can be typed.

## Scripts
script-line = The script stops at line { $line }: { $because }
script-step = The script stops at step { $step }: { $because }
script-offers = On offer here: { $moves }
script-offers-report = The talk is over; on offer is the report: report as-it-was, or clause ISSUE POSITION TIMING and then send.
script-offers-over = All is over; nothing is on offer any more.

## A game
play-resumed = The game goes on after statement { $statements }. again shows the last answers, brief the briefing.
brief-more = (brief shows more background, people the people, help everything you can type)
save-done = The game is kept in { $file }. Go on with it: we-can-wait play { $scenario } --journal "{ $file }". Its debrief: we-can-wait debrief "{ $file }"{ $with }.
save-incomplete = The last steps could not be kept in { $file }.
save-failed = The game cannot be kept: { $error }. It goes on without; save FILE tries another place.
fork-usage = Type fork and the number of the statement to go back to, 1 to { $made }. Both branches are kept.
fork-done = A new branch begins before statement { $statement }. The old game stays as it is{ $old ->
        [0] .
       *[other] : { $old }.
    }

## Look-ups
ledger-title = The issues
ledger-not-asked = nothing asked yet
ledger-ours = We: { $pair }
ledger-theirs = They: { $pair }
ledger-said = { $kind } in this talk: { $pair }
ledger-opened = at the start: { $pair }
ledger-range = From our best to theirs: { $positions }
open-title = Not yet answered
open-none = Nothing is waiting for an answer.
point-open = { $label } ({ $speaker }, statement { $statement }): not yet answered
point-answered = { $label } ({ $speaker }, statement { $statement }): answered after statement { $at }
point-silent = { $label } ({ $speaker }, statement { $statement }): left without an answer
point-let-stand = { $label } ({ $speaker }, statement { $statement }): an earlier answer stands
point-never = { $label } ({ $speaker }, statement { $statement }): never answered
commitments-title = On the table
commitments-none = Nothing has been put on the table yet.
room-title = The room, and why
room-bar = { $bar }: { $height } of 100
room-start = Began at { $at }: { $because } [{ $basis }]
room-change = { $by }: { $because } [{ $basis }]
people-title = People

person-source = Sources: { $keys } ({ $mark })
glossary-title = Glossary
term-idea = { $term } (idea of negotiation)
term-history = { $term } (history)
timeline-title = Before the talk
nothing-found = Nothing was found.
record-usage = Type record and a line, for example record 171. search finds words.
search-usage = Type search and what to look for, for example search ultimatum.
search-found = { $count ->
        [0] “{ $wanted }” stands nowhere in the record.
        [one] “{ $wanted }” stands on one line of the record:
       *[other] “{ $wanted }” stands on { $count } lines of the record:
    }
record-line = line { $line }
record-line-speaker = line { $line }, { $speaker }
record-note = Note (ours): { $note }
help-title = What you can type
help-how = A number chooses from the list above it; an id in square brackets can be typed at any time. say makes the statement.
help-verb = { $verb }: { $does }
help-badges = { $speech ->
    [inferred] The badge AUTHOR'S INFERENCE stands at everything that is said: it is what the author thinks likely, with its reasons.
    [invented] The badge INVENTED stands at everything that is said: it was never said.
   *[other] Badges: RECORD is what was really said, at this very place. RECORD, ELSEWHERE was really said by the same person on the same issue, at another point. AUTHOR'S INFERENCE was never said: it is what the author thinks likely, with its reasons.
}
verb-say = make the statement
verb-speaker = give another delegate the floor (speaker { $a-speaker })
verb-drop = take the last move out of the statement, or another (drop 2)
verb-hold = hold the floor, so that a colleague speaks before you are answered
verb-predict = predict an answer (predict hint, predict 2 no)
verb-back = go one step back
verb-moves = show the list again
verb-brief = the briefing, with more background
verb-ledger = the issues, with both sides' positions
verb-open = points not yet answered
verb-commitments = what stands on the table
verb-room = the six bars, and why they moved
verb-people = people (people { $a-person })
verb-glossary = ideas and terms (glossary batna)
verb-timeline = dates before the talk
verb-map = the map in words; "map etorofu" for one place
verb-record = the record at a line (record 171)
verb-search = search the record (search prestige)
verb-again = the last answers again
verb-card = what the real delegation did here, and what it heard
verb-why = why the last answer came, or another (why 3, why { $a-move })
verb-fork = go back to a statement on a branch of its own (fork 3)
verb-save = keep the game, or keep it in another file (save mine.ron)
verb-adjourn = take leave and end the talk
verb-help = this list
verb-quit = leave; the game is kept

## The report
hand-over-both = Two of you play at this machine, one in each seat. What each reads before speaking, and what each predicts, is not for the other: the screen is handed over. Where a brief tells how the other side answers, it means a game alone: here the other one of you answers.
hand-over = Now: { $seat }
hand-over-ready = Let nobody else look, and press Enter when you are there.
report-title = The report home
report-home = those at home
report-is = { $carried ->
    [as-written] { $report-is }
   *[as-report] Nothing is signed today, but you carry a report to { $destination }.
}
report-how = { report-is } It is a package: one clause for each issue, sent once. A clause is worth what { $them } said to you for it in this game; a clause that rests on nothing counts as the other side's opening position, and one that contradicts a refusal costs trust. { $history ->
    [none] { "" }
   *[known] { $carried ->
        [as-written] { "" }
       *[as-report] It is counterfactual: no such report is known.
    } Type report as-it-was to send this: { $as-it-was }.
} Choose by number; Enter leaves an issue as the other side sees it.
report-nothing-said = Nothing was said by { $them } on this that could be carried home.
report-position = { $name }. { $plain } [{ $id }]
report-position-bare = { $name } [{ $id }]
report-when = When?
report-which-position = Type a number from 1 to { $most }, or Enter to leave it as the other side sees it.
report-which-timing = Type the number of a timing. Choose the position once more.
report-no-clause = The report has no clause { $issue } { $position } with this timing. Its issue, its position and its timing are typed as the list shows them.
report-whole = The report
report-send = Send it? Type send, or Enter to go through it again.
ground-their-own = This is the other side's own position: nothing had to be earned.
ground-commitment = It rests on: { $commitment } That earns { $percent } per cent of the way from their opening position ({ $opening }).
ground-commitment-later = It rests on: { $commitment } That covers only: { $covered }; it earns { $percent } per cent of the way from their opening position ({ $opening }).
ground-outside = Not part of this short game: it is taken as the record has it, and nothing had to be earned.
ground-nothing = Nothing that was said supports it. It is judged at the other side's opening position: { $opening }.
ground-refused = It contradicts what was said: { $commitment } It is judged at the other side's opening position ({ $opening }), and costs trust.
audience-claimed = { $name } (as { $claimant } claimed it)
audience-yes = in favour
audience-no = against
audience-needed = { " " }(nothing is ratified without them)

## The debrief
debrief-title = Debrief: { $title }
debrief-none = none
debrief-shares = What you heard
debrief-shares-words = Of the words { $them } spoke, { $record } % were the record's own at their place, { $elsewhere } % the record's own from another point, { $inference } % the author's inference.
debrief-shares-points = Of your moves, { $answered } were answered, { $stand } met an earlier answer, { $unanswered } were left without an answer.
debrief-shares-heard = You heard { $heard } of the { $all } passages that { $them } spoke that day.
debrief-predictions = { $made ->
        [0] You predicted nothing.
        [one] You made one prediction, and it was { $right ->
            [0] wrong.
           *[other] right.
        }
       *[other] You made { $made } predictions; { $right } of them came true.
    }
debrief-ending = How it ended
debrief-unfinished = The talk is not over: there is nothing to judge yet.
debrief-no-report = There is no report: the talk was ended too early. What follows judges the other side's opening position.
debrief-measure = { $name }: { $number } of 100, band { $band } of 5. { $text } ({ $plain })
debrief-report = The report, clause by clause
debrief-report-what = The report is counterfactual. The other side answers each clause by what was said in this game.
debrief-contradictions = { $count ->
        [one] One clause contradicts a refusal, and that costs trust.
       *[other] { $count } clauses contradict a refusal, and that costs trust.
    }
debrief-turns = Turn by turn
debrief-turn = Statement { $number }, { $name }
debrief-answered = They { $act } (statement { $at }): { $badge }.
debrief-let-stand = They let an earlier answer stand.
debrief-silent = They left it without an answer.
debrief-open = Not yet answered.
debrief-never = It was never answered.
debrief-predicted-right = You predicted { $prediction }, and were right.
debrief-predicted-wrong = You predicted { $prediction }, and were wrong.
debrief-predicted-open = You predicted { $prediction }; no answer came.
debrief-record = In the record { $case } ({ $said }); it heard { $heard }.
debrief-record-unanswered = In the record { $case } ({ $said }).
debrief-record-silent = The record is silent here.
answer-request = asked for something
answer-offer = made an offer
answer-linkage = tied it to something else
answer-separation = took it apart
answer-precondition = set a condition
answer-concession = gave ground
answer-refusal = said no
answer-reframing = turned it round
answer-hint = gave a hint
answer-warning = warned
answer-courtesy = answered with a courtesy
answer-question = asked a question
answer-accept = said yes
answer-accept-later = said yes, but later
answer-defer = put it off
answer-reproach = reproached
answer-counter-question = asked back
answer-silence = said nothing
answer-adjourn = ended the talk
debrief-principles = Principles in numbers
debrief-linked = Issues tied together, { $count }: { $moves }
debrief-unlinked = Issues singled out, { $count }: { $moves }
debrief-preconditions = Conditions set, { $count }: { $moves }
debrief-questions = Questions asked, { $count }: { $moves }
debrief-concession = Ground given in statement { $statement } ({ $move }). In the same turn came: { $brought }
debrief-concession-nothing = Ground given in statement { $statement } ({ $move }). In the same turn nothing came in return.
debrief-order = Your order of issues: { $issues }
debrief-home = At home
debrief-ratifiable = What was earned could be ratified: those without whom it cannot pass accept it.
debrief-not-ratifiable = What was earned could not be ratified: somebody without whom it cannot pass says no.
debrief-audience = { $name }{ $needed }: { $verdict }. { $says }
debrief-deal = Deal
debrief-deal-reservation = No deal (reservation value)
debrief-batna = { $party } without a deal: { $batna } [{ $basis }]
debrief-aftermath = What happened next
debrief-contested = What is still open
debrief-tasks = Work with the source
debrief-criticise = Criticise the model
debrief-criticise-what = These rules of the model rest on a single case. Each could be read otherwise.
debrief-rule = Rule: { $rule } It rests on: { $instance }. Another reading: { $other }

## Replaying
replay-scenario-changed = The scenario has changed since this game was played; it was played again with the scenario as it is now.
replay-rules-changed = The rules have changed since this game was played.
replay-diverged = From step { $step } on other things happen than when it was played.
replay-stopped = The game can be played again only up to step { $step }: { $because }. { $rest } of its steps are left; the old file keeps them.
replay-continues-in = The old file stays as it is; this game goes on in { $file }.
replay-same = { $steps } steps were replayed and brought the same events; digest { $digest }.
replay-differs = { $steps } steps were replayed; the result differs from the journal; digest { $digest }.

## The debrief as a page
page-language = en
page-skip = Skip to the debrief
page-contents = Contents
page-group = Group:
page-key = What is what
page-key-record = really said, at this very place of the record
page-key-elsewhere = really said by the same person on the same issue, at another point
page-key-inference = { $speech ->
    [invented] never said: the whole talk is made up
   *[other] never said: what the author thinks likely
}
page-works = The facts are cited by these keys:
page-key-quotation = Words in a typewriter's letters are the record's own, letter for letter; the line is the line of the record. Everything else is ours.
page-record = RECORD
page-elsewhere = RECORD, ELSEWHERE
page-nature-game = Your game
page-nature-counterfactual = Counterfactual (author's model)
page-nature-model = The author's model
page-nature-history = History
page-nature-source = The record
page-measure = { $number } of 100, band { $band } of 5
page-clause-earned = earns { $percent } %
page-clause-nothing = rests on nothing
page-clause-refused = contradicts a refusal
page-clause-their-own = their own position
page-clause-outside = not in this game
page-move = Your move
page-answer = The answer
page-in-record = In the record
page-answered-now = They { $act }.
page-answered-later = They { $act } (statement { $at }).
page-predicted-right = Predicted: { $prediction } (right)
page-predicted-wrong = Predicted: { $prediction } (wrong)
page-predicted-open = Predicted: { $prediction } (no answer came)
page-card-own = { $said }
page-card-else = Something else on this issue: { $said }
page-card-hosts = Raised by the other side: { $said }
page-card-heard = { $card }; heard { $heard }
page-card-never = { $card }; never answered
page-words = What you heard, word for word
page-words-inference = What you heard
page-plain = In plain words (ours): { $plain }
page-no-deal = { $party } without a deal
page-rests-on = It rests on: { $instance }
page-other-reading = Another reading: { $other }
page-source = Source of the quotations: { $source }
page-game = Scenario { $scenario }, game { $digest }
page-print = This handout leaves out the words of the answers, why they came, what either side has without a deal, the order of the deals, what came after, what is still open and the criticism of the model. A move with no mark of what it was worth changed little. The whole debrief is in the file.
