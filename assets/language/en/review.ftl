### The worth of moves, and the adviser.

## What a review is
review-what = Every move is reviewed as chess programs review games. Before and after it the talk was played on to its end { $playouts } times by a reasonable bot, by the same draws on either side; so a move that the bot would soon have made itself changes little. The first figure is the mean change of the rank, where a hundred points are one band of the lowest measure; the figure after ± is its spread, three standard errors. A change within its spread says nothing. All of this speaks of the model, not of history.
review-waiting = The moves are being reviewed. Their worth appears here when it is known.
review-working = Reviewing the moves, { $percent } %
review-takes = The moves are being reviewed. This takes a moment.
review-whole = The whole talk: { $figures }.
review-figures = rank { $points } ± { $spread }; { $measures }
review-measure = { $name } { $by }
review-together = counted together with the next move
review-sentence = In the model: { $class } ({ $figures }).
review-better = Better in the model: “{ $label }”, said by { $name } (rank { $points } ± { $spread }).
review-better-in-its-place = Better in the model, in its place: “{ $label }” (rank { $points } ± { $spread }).
review-report-best = The report by itself: in this talk none would have been judged better.
review-report-better = The report by itself: a better one was possible. Against it yours has { $figures }. It would have said: { $clauses }.

## Five classes
review-class-opened-door = opened a door
review-class-well-placed = well placed
review-class-changed-little = changed little
review-class-cost-something = cost something
review-class-closed-door = closed a door

## Why, in the model's own terms
review-why-set-condition = It set a condition for everything else, which the model takes as an ultimatum.
review-why-set-condition-mark = It set a condition, which the model takes as an ultimatum. What stood from then on: { $mark }
review-why-hint-into-law = It asked for a hint as a promise, and the hint was withdrawn: { $commitment }
review-why-took-back = After it the other side took back: { $commitment }
review-why-went-back = It went back on what your own side had said: { $commitment }
review-why-already-refused = It asked for what had been refused after statement { $statement }.
review-why-just-refused = It asked for what had just been refused, after statement { $statement }.
review-why-broke-theirs = Beside what stood on the table it breaks a linkage of the other side ({ $party }): { $linkage }
review-why-broke-own = Beside what stood on the table it breaks a linkage of your own side ({ $party }): { $linkage }
review-why-passed-over = { $name } was waiting for an answer, and it passed the question over.
review-why-made-harder = Because of it { $count ->
        [one] a later point was
       *[other] { $count } later points were
    } answered harshly: { $points }.
review-why-under-mark = It was answered harshly because of statement { $statement } (“{ $label }”). What stood: { $mark }
review-why-cool-room = The room was too cool for it: { $bar } stood at { $stood }, and a milder answer begins at { $needed }.
review-why-gave-for-nothing = It gave ground that nobody had asked for, and nothing came in return.
review-why-left = It ended the talk with { $statements ->
        [one] one statement
       *[other] { $statements } statements
    } left and { $open ->
        [0] nothing unanswered
        [one] one point unanswered
       *[other] { $open } points unanswered
    }.
review-why-nothing-new = It brought nothing new: an earlier answer was let stand.
review-why-none = No single fact of this game explains it; it is what the talks came to that were played on from here.
review-why-moved = { $when ->
        [would] It would have brought { $bar } { $by }: { $because }
       *[did] { $bar } { $by }: { $because }
    }
review-why-answered = { $when ->
        [would] The model's reason for a mild answer: { $because }
       *[did] To this { $them } { $act }: { $because }
    }
review-why-took-statement = { $left ->
        [one] It took the last statement that was left.
       *[other] It took one of the { $left } statements that were left.
    }
review-why-unanswered = It was left without an answer.
review-why-earned = { $when ->
        [would] It would have earned: { $commitment }
       *[did] It earned: { $commitment }
    }
review-why-raised-hint = { $when ->
        [would] It would have made a hint stronger ({ $strength }): { $commitment }
       *[did] It made a hint stronger ({ $strength }): { $commitment }
    }
review-why-unlinked = { $when ->
        [would] It would have taken one thing out of the package, and been given it.
       *[did] It took one thing out of the package, and was given it.
    }
review-why-faced = { $when ->
        [would] It would have faced the question with which { $name } was waiting.
       *[did] It faced the question with which { $name } was waiting.
    }
review-why-made-softer = Because of it { $count ->
        [one] a later point was
       *[other] { $count } later points were
    } answered mildly: { $points }.
review-why-on-mark = { $when ->
        [would] It would have been answered mildly because of statement { $statement } (“{ $label }”). What stood: { $mark }
       *[did] It was answered mildly because of statement { $statement } (“{ $label }”). What stood: { $mark }
    }
review-why-asked-first = { $when ->
        [would] It would have asked before your side had given anything, and been answered.
       *[did] It asked before your side had given anything, and was answered.
    }

## The adviser
advice-title = The adviser
advice-model = The adviser tried what is on offer in the model, by play-outs and by what your side can know. It speaks of the model, not of history.
advice-none = There is nothing to advise on now.
advice-class = There is no adviser in this game: it is played in a class.
advice-two = There is no adviser where two people play.
advice-more = Ask again for more.
advice-thought-waiting = { $name } waits for an answer. What would it cost you to give it, and what to pass it over?
advice-thought-hint-stands = A hint stands on the table. Who could make it stronger without turning it into a demand?
advice-thought-condition-stands = A condition of yours stands on the table. What does it keep { $them } from saying?
advice-thought-costs-little = What have { $them } asked for that would cost you little?
advice-thought-small-thing = Is there something small in the package that would be good for both sides by itself?
advice-thought-not-known = What do you not know yet about what { $them } want, and who could ask for it?
advice-thought-wish = Which of your wishes could be put so that it sets no condition?
advice-thought-room = How warm is the room now, and what would make it warmer?
advice-thought-light = What was said last that could be seen in another light?
advice-direction = Think of this: { $issue }. And of this way to speak: { $act }.
advice-suggestion = “{ $label }”, said by { $name }.
advice-ground-faces = It faces the question with which { $name } waits.
advice-ground-they-said = On this they have said: { $commitment }
advice-ground-their-wish = It gives what they have wanted from the beginning; see what comes in return.
advice-ground-only-asks = It asks, and gives nothing away.
advice-ground-singles-out = It singles one thing out, which ties nothing to it.
advice-ground-raises = { $bar }: +{ $by } by the move itself.
advice-ground-new-issue = You have not spoken of this issue yet.
advice-ground-own-words = They are the speaker's own words in the record.
advice-counted = The adviser was asked before { $statements ->
        [one] one statement
       *[other] { $statements } statements
    }, and named a move { $suggestions ->
        [0] never
        [one] once
       *[other] { $suggestions } times
    }.
verb-hint = ask the adviser: first a question, then a direction, then a move
window-key-hint = ask the adviser
window-advise = Ask the adviser
window-advise-more = Ask the adviser further
window-class = Adviser
window-class-off = The adviser can be asked
window-class-on = For a class: no adviser
window-class-what = Whether and when it was asked is kept in the game, and the debrief says so.
