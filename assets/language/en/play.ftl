### What the program says around a talk: choices, look-ups, the report, the debrief, saved games.

prompt = >

## Building a statement
compose-statement = Statement { $number } of { $of }. Up to { $allowed } moves.
compose-who = Who has the floor?
compose-face = The other side is waiting for an answer. Which do you give? (Type moves for everything else.)
compose-issue = What about?
compose-act = How?
compose-move = Which move? Its words and its cost appear below it.
compose-hint-first = Type a number or an id. Type help to see everything you can type.
compose-hint-more = Add another move, or type say to speak. Before that you can predict the answer to the last one: predict yes, yes-later, no, turns-round, hint or no-answer.
compose-floor-empty = { $name } has the floor.
compose-floor = { $name } has the floor. The statement so far:
compose-floor-taken = This statement already has moves. Type drop until it is empty, then give someone else the floor.
compose-predicted = { $label } (your prediction: { $prediction })
compose-nothing-to-drop = The statement has no such move. Type drop alone to remove the last one.
compose-holds-no-floor = You no longer hold the floor.
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
choice-the-talk = The talk itself: order of business, publication, courtesies, leaving
choice-move = { $label } [{ $id }]
predict-usage = Choose a move first, then type for example: predict hint. For another move: predict 1 no. The six answers are yes, yes-later, no, turns-round, hint and no-answer.
no-such-number = There is no number { $number } in the list. The last one is { $most }.
not-understood = “{ $word }” is not a number in the list, an id or a command. Type help to see what you can type.

## Scripts
script-line = The script stops at line { $line }: { $because }
script-step = The script stops at step { $step }: { $because }
script-offers = Available here: { $moves }
script-offers-report = The talk is over. What is left is the report: type report as-it-was, or clause ISSUE POSITION TIMING and then send.
script-offers-over = The game is over, so there is nothing left to do.

## A game
play-resumed = Resumed after statement { $statements }. Type again for the last answers, brief for the briefing.
brief-more = (Type brief for more background, people for the people, help for everything you can type.)
save-done = Game saved in { $file }. To resume it: we-can-wait play { $scenario } --journal "{ $file }". For its debrief: we-can-wait debrief "{ $file }"{ $with }.
save-incomplete = Couldn't save the last steps in { $file }.
save-failed = Couldn't save: { $error }. Keep playing; we'll try again after every statement.
fork-usage = Type fork and the number of the statement to go back to, 1 to { $made }. Both branches are saved.
fork-done = A new branch begins before statement { $statement }. The old game is unchanged{ $old ->
        [0] .
       *[other] : { $old }.
    }

## Look-ups
ledger-title = The issues
ledger-not-asked = nothing asked yet
ledger-ours = Your side: { $pair }
ledger-theirs = The other side: { $pair }
ledger-said = { $kind } in this talk: { $pair }
ledger-opened = at the start: { $pair }
ledger-range = From your best to theirs: { $positions }
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
term-idea = { $term } (negotiation term)
term-history = { $term } (historical term)
timeline-title = Before the talk
nothing-found = Nothing found.
record-usage = Type record and a line, for example record 171. To find words, type search.
search-usage = Type search and what to look for, for example search ultimatum.
search-found = { $count ->
        [0] “{ $wanted }” is nowhere in the record.
        [one] “{ $wanted }” is on one line of the record:
       *[other] “{ $wanted }” is on { $count } lines of the record:
    }
record-line = line { $line }
record-line-speaker = line { $line }, { $speaker }
record-note = Author's note: { $note }
help-title = What you can type
help-how = A number chooses from the list above it. You can type an id in square brackets at any time. Type say to make the statement.
help-verb = { $verb }: { $does }
help-badges = { $speech ->
    [inferred] Everything said has the badge AUTHOR'S INFERENCE: it is what the author thinks likely, with reasons.
    [invented] Everything said has the badge INVENTED: nobody ever said it.
   *[other] Badges: RECORD was really said, at this very point. RECORD, ELSEWHERE was really said by the same person on the same issue, at another point. AUTHOR'S INFERENCE was never said: it is what the author thinks likely, with reasons.
}
verb-say = make the statement
verb-speaker = give another delegate the floor (speaker { $a-speaker })
verb-drop = remove the last move from the statement, or another (drop 2)
verb-hold = hold the floor, so that a colleague speaks before you are answered
verb-predict = predict an answer (predict hint, predict 2 no)
verb-back = go one step back
verb-moves = show the list again
verb-brief = the briefing, with more background
verb-ledger = the issues, with both sides' positions
verb-open = points not yet answered
verb-commitments = what's on the table
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
verb-fork = go back to a statement and start a new branch there (fork 3)
verb-save = save the game, or save it in another file (save mine.ron)
verb-adjourn = end the meeting and the talk
verb-help = this list
verb-quit = quit; the game is saved

## The report
hand-over-both = Two people play on this computer, one in each seat. Your brief and your predictions are for you alone, so you pass the screen back and forth. Where a brief says how the other side answers, it means a game for one player. Here the other player answers.
hand-over = Now: { $seat }
hand-over-ready = Make sure no one else is looking, then press Enter.
report-title = The report home
report-home = the people at home
report-is = { $carried ->
    [as-written] { $report-is }
   *[as-report] Nothing is signed today, but you carry a report to { $destination }.
}
report-how = { report-is } It is a package: one clause for each issue, sent once. A clause is worth what { $them } said to you about it in this game. A clause that rests on nothing is judged at the other side's opening position, and one that contradicts a refusal costs trust. { $history ->
    [none] { "" }
   *[known] { $carried ->
        [as-written] { "" }
       *[as-report] It is counterfactual: no such report is known.
    } Type report as-it-was to send this: { $as-it-was }.
} Choose by number. Press Enter to leave an issue as the other side sees it.
report-nothing-said = Nothing that { $them } said on this can be carried home.
report-position = { $name }. { $plain } [{ $id }]
report-position-bare = { $name } [{ $id }]
report-when = When?
report-which-position = Type a number from 1 to { $most }, or press Enter to leave it as the other side sees it.
report-which-timing = Type the number of a timing. Choose the position again first.
report-no-clause = The report has no clause { $issue } { $position } with this timing. Type the issue, the position and the timing as the list shows them.
report-whole = The report
report-send = Send it? Type send, or press Enter to go through it again.
ground-their-own = This is the other side's own position, so you didn't have to earn anything.
ground-commitment = It rests on: { $commitment } That earns { $percent } per cent of the way from their opening position ({ $opening }).
ground-commitment-later = It rests on: { $commitment } That covers only: { $covered }. It earns { $percent } per cent of the way from their opening position ({ $opening }).
ground-outside = Not part of this short game: it follows the record, and you didn't have to earn anything.
ground-nothing = Nothing said supports it. It is judged at the other side's opening position: { $opening }.
ground-refused = It contradicts what was said: { $commitment } It is judged at the other side's opening position ({ $opening }), and costs trust.
audience-claimed = { $name } (as { $claimant } claimed it)
audience-yes = in favour
audience-no = against
audience-needed = { " " }(nothing is ratified without them)

## The debrief
debrief-title = Debrief: { $title }
debrief-none = none
debrief-shares = What you heard
debrief-shares-words = Of the words { $them } spoke, { $record } % came from the record at this very point, { $elsewhere } % came from another point in the record, and { $inference } % were the author's inference.
debrief-shares-points = Of your moves, { $answered } were answered, { $stand } met an earlier answer, and { $unanswered } were left without an answer.
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
debrief-until-over = The talk is not over yet. This page shows what your side can know. What the other side wanted, what every deal was worth and how your report would be judged come when the game is over.
debrief-reveal-warning = Warning: this shows what the other side keeps to itself, in a game that is not over. The save remembers it.
debrief-weights-later = Weights can be changed when the game is over. A teacher can add --reveal.
debrief-unfinished = The talk is not over yet, so there is nothing to judge.
debrief-no-report = There is no report, because the talk ended too early. The other side's opening position is judged instead.
debrief-measure = { $name }: { $number } of 100, band { $band } of 5. { $text } ({ $plain })
debrief-report = The report, clause by clause
debrief-report-what = The report is counterfactual. The other side answers each clause according to what was said in this game.
debrief-contradictions = { $count ->
        [one] One clause contradicts a refusal, and that costs trust.
       *[other] { $count } clauses contradict a refusal, and that costs trust.
    }
debrief-turns = Turn by turn
debrief-turn = Statement { $number }, { $name }
debrief-answered = They { $act } (statement { $at }): { $badge }.
debrief-let-stand = They stood by an earlier answer.
debrief-silent = They left it without an answer.
debrief-open = Not yet answered.
debrief-never = It was never answered.
debrief-predicted-right = You predicted { $prediction }, and were right.
debrief-predicted-wrong = You predicted { $prediction }, and were wrong.
debrief-predicted-open = You predicted { $prediction }; no answer came.
debrief-record = In the record { $case } ({ $said }); it heard { $heard }.
debrief-record-unanswered = In the record { $case } ({ $said }).
debrief-record-silent = The record is silent here.
debrief-principles = Principles in numbers
debrief-linked = Issues tied together, { $count }: { $moves }
debrief-unlinked = Issues singled out, { $count }: { $moves }
debrief-preconditions = Conditions set, { $count }: { $moves }
debrief-questions = Questions asked, { $count }: { $moves }
debrief-concession = You gave ground in statement { $statement } ({ $move }). The answers to that statement brought: { $brought }
debrief-concession-nothing = You gave ground in statement { $statement } ({ $move }). The answers to that statement brought nothing in return.
debrief-order = Your order of issues: { $issues }
debrief-home = At home
debrief-ratifiable = The deal you earned could be ratified: everyone whose consent it needs accepts it.
debrief-not-ratifiable = The deal you earned could not be ratified: someone whose consent it needs says no.
debrief-audience = { $name }{ $needed }: { $verdict }. { $says }
debrief-deal = Deal
debrief-deal-reservation = No deal (reservation value)
debrief-batna = { $party } without a deal: { $batna } [{ $basis }]
debrief-aftermath = What happened next
debrief-contested = What is still disputed
debrief-tasks = Work with the source
debrief-criticise = Criticise the model
debrief-criticise-what = These rules of the model each rest on a single case. Each case could be read differently.
debrief-rule = Rule: { $rule } It rests on: { $instance }. Another reading: { $other }

## Replaying
replay-scenario-changed = The scenario has changed since this game was played, so the game was replayed with the new version.
replay-rules-changed = The rules have changed since this game was played.
replay-diverged = From step { $step } on, the game differs from the one you played.
replay-stopped = The game can be replayed only up to step { $step }: { $because }. { $rest } of its steps are left; they are still in the old file.
replay-altered = This save was changed by hand: { $what }.
replay-digests-missing = When this game was resumed, its save had no digests. An older program wrote it, or somebody took them out. It can't be checked how the game was set up, whether it is for a class and when the adviser was asked.
replay-no-claims = This save has no digests. An older program wrote it, or somebody took them out. It can't be checked how the game was set up, whether it is for a class and when the adviser was asked.
game-revealed = The other side's values were shown before the end, after { $steps ->
    [one] one step
   *[other] { $steps } steps
}.
claim-setup = how the game was set up
claim-class = whether it is for a class
claim-advice = when the adviser was asked
claim-revealed = whether the other side's values were shown
replay-continues-in = The old file is unchanged. This game continues in { $file }.
replay-same = Replayed { $steps } steps, with the same events; digest { $digest }.
replay-differs = Replayed { $steps } steps; the result differs from the journal; digest { $digest }.

## The debrief as a page
page-language = en
page-skip = Skip to the debrief
page-contents = Contents
page-group = Group:
page-key = Key
page-key-record = really said, at this very point of the record
page-key-elsewhere = really said by the same person on the same issue, at another point
page-key-inference = { $speech ->
    [invented] never said: the whole talk is made up
   *[other] never said: what the author thinks likely
}
page-works = The facts are cited by these keys:
page-key-quotation = Words in typewriter type are quoted from the record, letter for letter, with the line they are on. The author of the scenario wrote everything else.
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
page-plain = In plain words (author's): { $plain }
page-no-deal = { $party } without a deal
page-rests-on = It rests on: { $instance }
page-other-reading = Another reading: { $other }
page-source = Source of the quotations: { $source }
page-game = Scenario { $scenario }, game { $digest }
page-print = This handout leaves out the words of the answers and the reasons for them, what each side has without a deal, the ranking of the deals, what came after, what is still disputed and the criticism of the model. A move without a mark for its worth changed little. The whole debrief is in the file.

# A game that was asked for and cannot be begun, a report without a name, a game that cannot be saved
start-file-taken = { $file } already holds a game, and --room, --at-turn and --from begin a new one. Name another file.
report-no-such-deal = This scenario has no report called "{ $name }".
quit-unsaved = This game isn't saved: { $error }. To save it in another place, type save FILE. To quit without saving, type quit again.
