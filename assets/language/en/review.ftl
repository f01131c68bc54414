### The worth of moves, and the adviser.

## What a review is
review-what = Each move is reviewed the way a chess program reviews a game. A reasonable bot played the talk to the end { $playouts } times from just before the move and as often from just after it, with the same random draws. A move the bot would soon have made anyway therefore changes little. The first figure is the average change in rank, where a hundred points are one band of the lowest measure. The figure after ± is its spread, three standard errors; a change smaller than its spread means nothing. All of this is about the model, not about history.
review-waiting = Your moves are being reviewed. The result will appear here.
review-working = Reviewing the moves, { $percent } %
review-takes = Reviewing the moves. This takes a moment.
review-whole = The whole talk: { $figures }.
review-figures = rank { $points } ± { $spread }; { $measures }
review-measure = { $name } { $by }
review-together = counted together with the next move
review-sentence = In the model: { $class } ({ $figures }).
review-better = Better in the model: “{ $label }”, said by { $name } (rank { $points } ± { $spread }).
review-better-in-its-place = Better in the model, in its place: “{ $label }” (rank { $points } ± { $spread }).
review-report-best = The report on its own: after this talk, no other report would have been judged better.
review-report-better = The report on its own: a better one was possible. Compared with that one, yours scores { $figures }. The better report would have said: { $clauses }.

## Five classes
review-class-opened-door = opened a door
review-class-well-placed = well placed
review-class-changed-little = changed little
review-class-cost-something = cost something
review-class-closed-door = closed a door

## Why, in the model's own terms
review-why-set-condition = It set a condition for everything else, which the model takes as an ultimatum.
review-why-set-condition-mark = It set a condition, which the model takes as an ultimatum. From then on: { $mark }
review-why-hint-into-law = It asked for a hint to become a promise, and the hint was withdrawn: { $commitment }
review-why-took-back = After it the other side took back: { $commitment }
review-why-went-back = It went back on what your own side had said: { $commitment }
review-why-already-refused = It asked for what had been refused after statement { $statement }.
review-why-just-refused = It asked for what had just been refused, after statement { $statement }.
review-why-broke-theirs = Given what was on the table, it breaks a linkage of the other side ({ $party }): { $linkage }
review-why-broke-own = Given what was on the table, it breaks a linkage of your own side ({ $party }): { $linkage }
review-why-passed-over = { $name } was waiting for an answer, and it ignored the question.
review-why-made-harder = Because of it { $count ->
        [one] a later point was
       *[other] { $count } later points were
    } answered harshly: { $points }.
review-why-under-mark = It was answered harshly because of statement { $statement } (“{ $label }”). At that point: { $mark }
review-why-cool-room = The room was too cool for it: { $bar } was at { $stood }, and a milder answer begins at { $needed }.
review-why-gave-for-nothing = It gave ground that nobody had asked for, and nothing came in return.
review-why-left = It ended the talk with { $statements ->
        [one] one statement
       *[other] { $statements } statements
    } left and { $open ->
        [0] nothing unanswered
        [one] one point unanswered
       *[other] { $open } points unanswered
    }.
review-why-nothing-new = It brought nothing new: the other side stood by an earlier answer.
review-why-none = No single fact of this game explains it. It shows in how the talks that were played on from here ended.
review-why-moved = { $when ->
        [would] It would have changed { $bar } by { $by }: { $because }
       *[did] { $bar } { $by }: { $because }
    }
review-why-answered = { $when ->
        [would] The model's reason for a mild answer: { $because }
       *[did] To this { $them } { $act }: { $because }
    }
review-why-took-statement = { $left ->
        [one] It used the last statement.
       *[other] It used one of the { $left } statements left.
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
        [would] It would have taken one thing out of the package and got it.
       *[did] It took one thing out of the package and got it.
    }
review-why-faced = { $when ->
        [would] It would have dealt with the question { $name } was waiting to have answered.
       *[did] It dealt with the question { $name } was waiting to have answered.
    }
review-why-made-softer = Because of it { $count ->
        [one] a later point was
       *[other] { $count } later points were
    } answered mildly: { $points }.
review-why-on-mark = { $when ->
        [would] It would have been answered mildly because of statement { $statement } (“{ $label }”). At that point: { $mark }
       *[did] It was answered mildly because of statement { $statement } (“{ $label }”). At that point: { $mark }
    }
review-why-asked-first = { $when ->
        [would] It would have asked before your side had given anything, and got an answer.
       *[did] It asked before your side had given anything, and got an answer.
    }

## The adviser
advice-title = The adviser
advice-model = The adviser tried out your options in the model, knowing only what your side can know. This is about the model, not about history.
advice-none = There is nothing to advise on now.
advice-class = This game has no adviser: it is played in a class.
advice-two = There is no adviser when two people play.
advice-more = Ask again for more.
advice-thought-waiting = { $name } is waiting for an answer. What would an answer cost you, and what would it cost to ignore the question?
advice-thought-hint-stands = There is a hint on the table. Who could make it stronger without turning it into a demand?
advice-thought-condition-stands = One of your conditions is on the table. What does it keep { $them } from saying?
advice-thought-costs-little = What have { $them } asked for that would cost you little?
advice-thought-small-thing = Is there something small in the package that would be good for both sides on its own?
advice-thought-not-known = What don't you know yet about what { $them } want, and who could ask?
advice-thought-wish = Which of your requests could you make without setting a condition?
advice-thought-room = How warm is the room now, and what would make it warmer?
advice-thought-light = Which of the last answers could be seen in a different light?
advice-direction = Think about this: { $issue }. And about this way to speak: { $act }.
advice-suggestion = “{ $label }”, said by { $name }.
advice-reason-faces = It answers the question { $name } is waiting on.
advice-reason-they-said = On this they have said: { $commitment }
advice-reason-their-wish = It gives them what they have wanted from the start. Watch what comes in return.
advice-reason-only-asks = It asks, and gives nothing away.
advice-reason-singles-out = It singles one thing out, and ties nothing to it.
advice-reason-raises = { $bar }: +{ $by } from the move itself.
advice-reason-new-issue = You have not raised this issue yet.
advice-reason-own-words = These are the speaker's own words in the record.
advice-counted = { $statements ->
        [one] You asked the adviser before one statement
       *[other] You asked the adviser before { $statements } statements
    }{ $suggestions ->
        [0] . It never named a move.
        [one] . It named a move once.
       *[other] . It named a move { $suggestions } times.
    }
verb-hint = ask the adviser: first for a question, then a direction, then a move
window-key-hint = ask the adviser
window-advise = Ask the adviser
window-advise-more = Ask the adviser for more
window-class = Adviser
window-class-off = You can ask the adviser
window-class-on = For a class: no adviser
window-class-what = The game records when you ask the adviser, and the debrief says so.
