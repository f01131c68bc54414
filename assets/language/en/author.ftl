### What the window says to an author.

## Choosing a folder
screen-author = Author's mode
author-what = Choose a scenario's folder and write in any editor. The window reloads the folder whenever you save, and lists the problems next to the table.
author-resume = Continue with { $folder }
author-recent = Recent folders
author-path = Path of a folder
author-open = Open
author-no-path = The path is empty. Type or paste the path of your scenario's folder, or browse for it below.
author-browse = Or browse for it
author-up = Up one folder
author-home = Home folder
author-open-this = Open this folder
author-is-scenario = a scenario
author-unreadable = Can't read this folder: { $because }
author-more-folders = There are more folders than this list shows. If yours is missing, type its path.
author-no-folder = There is no folder { $folder }. Check the path, or browse for it.
author-new = Write or fix a scenario

## The panel
author-place = { $errors ->
        [0] Author
        [one] Author: one error
       *[other] Author: { $errors } errors
    }
author-clean = { $warnings ->
        [0] No problems
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
author-gone = Folder missing
author-gone-what = This folder, or the scenario.ron in it, is gone. The table shows the last good version. It reloads as soon as the folder is back.
author-nothing-yet = Fix the errors to see the scenario.
author-behind = The table shows the last good version. It will update once the errors are fixed.
author-read = { $files ->
        [0] Loaded at { $time } UTC
        [one] Reloaded at { $time } UTC: { $file }
       *[other] Reloaded at { $time } UTC: { $file } and others, { $files } files in all
    }
author-other-folder = Another folder
author-close = Close
author-read-again = Reload
author-unread = This scenario can't be shown yet
author-unread-what = It has errors, and there is no earlier version to show. The author's panel lists the errors. Once you fix them, the scenario appears here.

author-page-faults = Problems
author-page-links = Links
author-page-bots = Bots
author-page-start = Start
author-page-recorded = Recorded games

## The game that is played again
author-diverged = Replayed the game. From step { $step } on it differs from before.
author-stuck = Replayed the game up to step { $step }, which no longer fits ({ $what }): { $because } { $rest ->
        [one] One step waits
       *[other] { $rest } steps wait
    } until you fix the scenario, or you can continue from here.
author-offered = Available instead: { $moves }
author-moves-gone = No longer available, so removed from the statement: { $moves }

## Faults
author-no-faults = No problems found. Some mistakes only show up when the scenario is played.
author-copy-how = Select a place to copy it, so that you can jump to it in your editor.
author-copy = Copy this place
author-copied = Copied: { $place }
author-error = Error
author-warning = Warning
author-explain = Explain { $code }
author-help = What to do: { $help }
author-fix = Safe fix available: { $does }
author-apply-fixes = { $faults ->
        [one] Apply the safe fix
       *[other] Apply the { $faults } safe fixes
    }
author-fixed = { $changes ->
        [0] Nothing was changed.
        [one] Changed one place in the files. Your editor may ask to reload them.
       *[other] Changed { $changes } places in the files. Your editor may ask to reload them.
    }
author-not-fixed = Couldn't apply the fixes: { $error }
author-back-to-faults = Back to the problems
author-more-faults = { $faults ->
        [one] One more problem is not shown.
       *[other] { $faults } more problems are not shown.
    } Fix the first ones first.

## Links
author-filter = Find
author-said-last = Said last on the table
author-everything = Everything in the scenario
author-thing = { $kind } { $id }
author-more-things = Not shown: { $things } more. Type a word to find them.
author-back-to-all = Everything
author-asked = Needs
author-asked-nothing = Needs nothing.
author-makes-true = What can make it true:
author-undoes = What can undo it:
author-nothing-makes = Nothing in the scenario makes it true.
author-nothing-undoes = Nothing in the scenario can undo this.
author-into = What leads here
author-out-of = Where it leads
author-no-links = Nothing.
author-link-into = { $how } → this
author-link-out = → { $how }
author-reached-title = How often bots reached it
author-reached = { $bot }: { $times } times in { $games } games

## Bots
author-bots-what = Bots play in the background. They know only what their seat knows.
author-games-each = Games for each bot
author-bots-here = Start from statement { $statement } of the game on the table
author-let-play = Let them play
author-stop = Stop
author-playing = { $done } of { $all } games
author-no-bot = Choose at least one bot.
author-played = { $games } games from the beginning.
author-played-from = { $games } games from statement { $statement } of the game on the table.
author-played-stopped = You stopped them before the last game.
author-played-before = The scenario has changed since these games.
author-endings = How the talks ended
author-ended-closed = Closed by the other side
author-ended-adjourned = Adjourned
author-ended-out-of-statements = Out of statements
author-never = { $things ->
        [0] Every move and every answer came up at least once.
        [one] One move or answer never came up
       *[other] { $things } moves and answers never came up
    }
author-never-what = These were not reached in any of the games. A longer run may still reach them.
author-came = How often each came up
author-times = { $bot } { $times }

## Start
author-start-what = Start a game at any statement, in any room.
author-start-point = Start from
author-start-point-beginning = The first statement
author-start-point-present = The game on the table
author-start-point-recorded = Recorded: { $name }
author-turn = Start at statement
author-turn-of = { $turn } of { $last }
author-earlier = Earlier
author-later = Later
author-room = The room
author-bar-written = { $height } (written: { $written })
author-bar-same = { $height }
author-as-written = Reset the room
author-begin-there = Start the game
author-begun = The game starts here. It is saved in a file of its own.
author-not-begun = The game can't start there: { $error }.
author-no-game = There is no game on the table.
author-no-recorded = This recorded game is gone.

## Recorded games
author-recorded-what = A recorded game is replayed and compared with its recording: what was answered, which entries of the record were shown, and how it ended.
author-save-recorded = Record the game on the table
author-save-recorded-what = You can record the game on the table as a test of this scenario.
author-save-recorded-none = Make a statement first. Then you can record the game.
author-of-the-window = the author's mode
author-recorded-saved = Recorded in { $file }
author-recorded-not-saved = Couldn't record the game: { $error }.
author-play-recorded = Replay all recorded games
author-none-recorded = There are no recorded games yet.
author-tested = { $ok } of { $all } match their recordings.
author-as-recorded = same as recorded
author-not-as-recorded = differs from the recording
author-not-played = not replayed yet

## A scenario that is begun
author-new-name = Or name a new scenario
author-create = Create it
author-created = Created { $folder }, with five commented moves to replace with your own. Open it in an editor.
author-not-created = Couldn't create the scenario: { $error }
author-no-name = a name can have letters, digits and spaces, but no slashes

## Without a window
author-no-display = There is no display to open a window on. In the terminal, `we-can-wait check FOLDER` lists every problem, `we-can-wait play FOLDER` plays the scenario, and `we-can-wait test FOLDER` replays its recorded games.
author-no-window = This build has no window. In the terminal, `we-can-wait check FOLDER` lists every problem, `we-can-wait play FOLDER` plays the scenario, and `we-can-wait test FOLDER` replays its recorded games.
