### Saving: what could not be saved, and closing a game anyway.

## The unfinished statement
window-draft-unsaved = Couldn't save your unfinished statement: { $error }. It is still on the table, but you would lose it by closing the window now.
window-draft-unread = Couldn't read your unfinished statement, so you start with an empty one. No draft can be saved for this game until you move or delete that file: { $error }
window-draft-less = The scenario has changed since you left, so part of your unfinished statement is gone.

## Resuming
resume-copy = This game is open in another program, so you continue in a copy of it: { $file }.
resume-skipped = Skipped { $count ->
        [one] a saved game that can't be resumed
       *[other] { $count } saved games that can't be resumed
    }: { $errors }.
resume-none = None of your { $count } saved games can be resumed: { $errors }. The files are unchanged.

## The window
window-place-unread = Couldn't read the saved window size, so the window has its default size. The saved file won't be overwritten: { $error }

## Leaving a game that could not be saved
leaving-heading = This game is not saved
leaving-because = Couldn't write the file: { $error }.
leaving-what = Everything said since the last save is in this window only. { $quits ->
    [yes] If you quit now, you lose it.
   *[no] If you close the game now, you lose it.
}
leaving-again = Try again
leaving-elsewhere = Save it in another folder
leaving-place = Save it in { $folder }
leaving-stay = Keep playing
leaving-anyway = { $quits ->
    [yes] Quit without saving
   *[no] Close without saving
}
window-saved-elsewhere = Game saved in { $file }. To resume it in the terminal, type `we-can-wait play --journal` and the name of that file.

## Keys
window-key-save = save the debrief as a page, when it is shown
window-key-quit = quit
