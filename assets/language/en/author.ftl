### What the window says to an author.

## Choosing a folder
screen-author = Author's mode
author-what = Choose the folder of a scenario. Write in any editor: the window reads the folder again whenever you save, and shows what is wrong beside what is on the table.
author-resume = Go on with { $folder }
author-recent = Opened before
author-path = The path of a folder
author-open = Open
author-no-path = Nothing is typed yet. Type or paste the path of the folder that holds your scenario, then open it; or look for the folder below.
author-browse = Or look for it
author-up = One folder up
author-home = Your own folder
author-open-this = Open this folder
author-is-scenario = a scenario
author-unreadable = This folder cannot be looked into: { $because }
author-more-folders = There are more folders than are listed here; type the path.
author-no-folder = There is no folder { $folder }.
author-new = Write or mend a scenario

## The panel
author-place = { $errors ->
        [0] Author
        [one] Author: one error
       *[other] Author: { $errors } errors
    }
author-clean = { $warnings ->
        [0] Clean
        [one] No errors, one warning
       *[other] No errors, { $warnings } warnings
    }
author-faulty = { $errors ->
        [one] One error
       *[other] { $errors } errors
    }{ $warnings ->
        [0] { "" }
        [one] , one warning
       *[other] , { $warnings } warnings
    }
author-gone = Not there
author-gone-what = There is no scenario.ron in this folder now, or the folder itself is gone. What is on the table is the last good state; as soon as the folder is back it is read again.
author-nothing-yet = Nothing of it can be shown before the errors are mended.
author-behind = What is on the table is the last good state. It changes when the errors are mended.
author-read = { $files ->
        [0] Read at { $time } UTC
        [one] Read again at { $time } UTC: { $file }
       *[other] Read again at { $time } UTC: { $file } and { $files } files in all
    }
author-other-folder = Another folder
author-close = Leave
author-read-again = Read again
author-unread = This scenario cannot be shown yet
author-unread-what = It has errors, and there is no earlier state to show. The errors stand in the author's panel; when they are mended, the scenario appears here by itself.

author-page-faults = Faults
author-page-links = Links
author-page-bots = Bots
author-page-start = Start
author-page-recorded = Recorded games

## The game that is played again
author-diverged = The game was played again. From step { $step } on it went another way than before.
author-stuck = The game was played again up to step { $step }, which no longer fits ({ $what }): { $because } { $rest ->
        [one] One step waits
       *[other] { $rest } steps wait
    } until the scenario is mended, or you go on from here.
author-offered = On offer instead: { $moves }
author-moves-gone = No longer on offer, so taken out of the statement: { $moves }

## Faults
author-no-faults = Nothing is wrong with this scenario, as far as can be seen without playing it.
author-copy-how = A press on a place copies it, so that your editor can go to it.
author-copy = Copy this place
author-copied = Copied: { $place }
author-error = Error
author-warning = Warning
author-explain = Explain { $code }
author-help = What to do: { $help }
author-fix = Can be mended for certain: { $does }
author-apply-fixes = { $faults ->
        [one] Mend the one that can be mended for certain
       *[other] Mend the { $faults } that can be mended for certain
    }
author-fixed = { $changes ->
        [0] Nothing was changed.
        [one] One place was changed in the files; your editor will want to read them again.
       *[other] { $changes } places were changed in the files; your editor will want to read them again.
    }
author-not-fixed = It cannot be mended: { $error }
author-back-to-faults = Back to the faults
author-more-faults = { $faults ->
        [one] One more fault is not shown.
       *[other] { $faults } more faults are not shown.
    } Mend the first ones first.

## Links
author-filter = Look for
author-said-last = Said last on the table
author-everything = Everything in the scenario
author-thing = { $kind } { $id }
author-more-things = { $things ->
        [one] One more is not shown.
       *[other] { $things } more are not shown.
    } Look for a word of it.
author-back-to-all = Everything
author-asked = It asks for
author-asked-nothing = It asks for nothing.
author-makes-true = What can make it so:
author-undoes = What can undo it:
author-nothing-makes = Nothing in the scenario makes it so.
author-nothing-undoes = Nothing in the scenario undoes it; it holds as long as it never came.
author-into = What leads to it
author-out-of = Where it leads
author-no-links = Nothing.
author-link-into = { $how } → this
author-link-out = → { $how }
author-reached-title = How often bots came to it
author-reached = { $bot }: { $times } times in { $games } games

## Bots
author-bots-what = Bots play beside the window. They know what their seat knows.
author-games-each = Games of each
author-games-number = { $games }
author-bots-here = Go on from statement { $statement } of the game on the table
author-let-play = Let them play
author-stop = Stop
author-playing = { $done } of { $all } games
author-no-bot = Choose at least one bot.
author-played = { $games } games from the beginning.
author-played-from = { $games } games from statement { $statement } of the game on the table.
author-played-stopped = They were stopped before the last game.
author-played-before = The scenario has been changed since.
author-endings = How the talks ended
author-ended-closed = Closed by the other side
author-ended-adjourned = Adjourned
author-ended-out-of-statements = Out of statements
author-never = { $things ->
        [0] Every move and every answer came at least once.
        [one] One move or answer never came
       *[other] { $things } moves and answers never came
    }
author-never-what = Not reached in these games. That is no proof that it cannot be reached.
author-came = How often each came
author-times = { $bot } { $times }

## Start
author-start-what = Begin a game at any statement, in any room.
author-ground = It stands on
author-ground-beginning = The first word
author-ground-present = The game on the table
author-ground-recorded = Recorded: { $name }
author-turn = The statement to begin with
author-turn-of = { $turn } of { $last }
author-earlier = Earlier
author-later = Later
author-room = The room
author-bar-written = { $height } (written: { $written })
author-bar-same = { $height }
author-as-written = The room as it is written
author-begin-there = Begin there
author-begun = The game begins here. It is kept in a file of its own.
author-not-begun = The game cannot be begun there: { $error }.
author-no-game = There is no game on the table.
author-no-recorded = This recorded game is no longer there.

## Recorded games
author-recorded-what = A recorded game is played again and compared: what was answered, which entries of the record were shown, and how it ended.
author-save-recorded = Keep the game on the table as a recorded game
author-save-recorded-what = A game is on the table, and a statement was made in it: it can be kept.
author-save-recorded-none = Make a statement first: then the game can be kept.
author-of-the-window = the author's mode
author-recorded-saved = Kept as { $file }
author-recorded-not-saved = It cannot be kept: { $error }.
author-play-recorded = Play all recorded games again
author-none-recorded = There are no recorded games yet.
author-tested = { $ok } of { $all } are as recorded.
author-as-recorded = as recorded
author-not-as-recorded = not as recorded
author-not-played = not played yet

## A scenario that is begun
author-new-name = Or begin one of your own: its name
author-create = Begin it
author-created = Begun in { $folder }: five moves with remarks, to be changed into your own. Open it in an editor.
author-not-created = It cannot be begun: { $error }
author-no-name = a name has letters, digits and spaces, and no slashes

## Without a window
author-no-display = There is no display to open a window on. In the terminal, `we-can-wait check FOLDER` tells every fault, `we-can-wait play FOLDER` plays the scenario, and `we-can-wait test FOLDER` plays its recorded games.
author-no-window = This build has no window. In the terminal, `we-can-wait check FOLDER` tells every fault, `we-can-wait play FOLDER` plays the scenario, and `we-can-wait test FOLDER` plays its recorded games.
