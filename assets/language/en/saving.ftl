### What is kept, what could not be, and leaving all the same.

## The statement in the making
window-draft-unsaved = The statement that you are building cannot be kept: { $error }. It stays on the table; closing the window now would lose it.
window-draft-unread = The statement that was being built could not be read, so none is on the table, and none will be kept for this game while that file is there: { $error }
window-draft-less = The scenario has changed since you left: part of the statement that you were building is no longer there.

## The window
window-place-unread = The size of the window could not be read, so it is as at the beginning and will not be written over: { $error }

## Leaving a game that could not be kept
leaving-heading = This game is not kept
leaving-because = It could not be written: { $error }.
leaving-what = What was said since it was kept last is in this window alone. { $quits ->
    [yes] If you close it now, that is lost.
   *[no] If you put the game away now, that is lost.
}
leaving-again = Try again
leaving-elsewhere = Keep it in another folder
leaving-place = Keep it in { $folder }
leaving-stay = Go on with the game
leaving-anyway = { $quits ->
    [yes] Close without keeping it
   *[no] Put it away without keeping it
}
window-saved-elsewhere = The game is kept in { $file }. `we-can-wait play --journal` with the name of that file goes on with it in the terminal.

## Keys
window-key-save = keep the debrief as a page, where it is shown
window-key-quit = leave the program
