### What the window says to an author.

## Choosing a folder
screen-author = Author's mode
author-what = Choose the folder of a scenario. Write in any editor: the window reads the folder again whenever you save, and shows what is wrong beside what is on the table.
author-go-on = Go on with { $folder }
author-recent = Opened before
author-path = The path of a folder
author-open = Open
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
author-close = Leave author's mode
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
author-back-to-faults = Back to the faults
author-more-faults = { $faults ->
        [one] One more fault is not shown.
       *[other] { $faults } more faults are not shown.
    } Mend the first ones first.
