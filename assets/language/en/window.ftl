### What the window says around a talk.

## Places
window-name = We Can Wait
screen-title = Title
screen-scenarios = Scenarios
screen-briefing = Briefing
screen-table = The table
screen-record = The record
screen-journal = Journal
screen-report = The report home
screen-debrief = Debrief
screen-library = Library
screen-settings = Settings
window-back = Back
window-to-the-game = To the game
window-help = Keys
window-dismiss = Dismiss

window-unsaved = Not saved
window-no-moves = A statement needs at least one move. Choose who speaks, an issue and a move.
window-names-unchanged = The place names can't be switched in this game, so they stay as they are.

## Title
window-continue = Continue
window-game-open = The game on the table, after statement { $statements }.
window-game-saved = Your last game, { $statements ->
        [0] before its first statement
        [one] after one statement
       *[other] after { $statements } statements
    }{ $begun ->
        [yes] , with your unfinished statement
       *[no] {""}
    }. Saved in { $name }.
window-game-file = Your last saved game: { $name }.
window-length = { $name }, { $statements } statements
window-length-whole = A class period: 5 minutes to read, 25 to talk, 12 to look back.
window-length-short = About { $minutes } minutes.
window-your-seat = Your seat
window-two-people = Two people on this computer
window-other-scenarios = Other scenarios
window-read-the-record = Read the record
window-games = Saved games
window-quit = Quit
window-privacy = Games are saved on this computer. Nothing is sent anywhere.

## Scenarios
scenarios-own = Your own
scenarios-no-own = None yet.
scenarios-folder = Your own scenarios are the folders in { $folder }
scenarios-no-folder = This system has no data folder, so there is nowhere to put scenarios of your own. To choose one, set WE_CAN_WAIT_DATA to a folder.
scenarios-chosen = Selected. { $setting }
scenarios-faulty = { $errors ->
        [one] This scenario has an error
       *[other] This scenario has { $errors } errors
    } and can't be played. To fix it, open it in author's mode.
window-scenario-faulty = This scenario has errors and can't be played. To fix it, open it in author's mode.
window-scenario-unread = Can't open this scenario: { $error }.
window-scenario-gone = Can't open the scenario you chose last, so this one is selected instead: { $error }

## From one person to the other
window-hand-over = The next screen is for this side only. It shows the brief, the predictions and this side's support at home.
window-take-screen = I'm ready, and no one else is looking
window-hand-over-hidden = Until then, nothing from the other side is shown. Afterwards, nothing from this side is.

## Briefing
window-to-the-table = To the table
window-more-background = More background
window-less-background = Less background

## Table
window-floor = { $number }. { $name }
window-the-talk = The talk itself
window-the-talk-plain = Order of business, publication, courtesies, leaving.
window-tab-talk = The talk
window-tab-statement = Statement
window-tab-card = Record card
window-tab-ledger = Issues
window-tab-on-table = On the table
window-tab-room = The room
window-facing = { $name } is waiting for an answer. Which do you give?
window-something-else = Add something else
window-statement-full = The statement is full. Make it, or remove a move.
window-how = How?
window-which-move = Which move?
window-moves = { $moves ->
        [one] one move
       *[other] { $moves } moves
    }
window-own-moves = { $speech ->
    [recorded] { $moves ->
        [0] No words of their own left.
        [one] One move in their own words.
       *[other] { $moves } moves in their own words.
    }
   *[other] { "" }
}
window-has-floor = { $name } has the floor
window-floor-taken = The statement already has moves. Remove them first, then give someone else the floor.
window-statement-so-far = The statement so far
window-say = Make the statement
window-say-key = Ctrl+Enter
window-clear = Clear
window-hold = Hold the floor for a colleague
window-predict = Predict the answer
window-predicted = You expect: { $prediction }
window-prediction-for = Prediction for “{ $label }”
window-take-out = Remove
window-take-out-what = Remove “{ $label }”
window-whole-passage = Show the whole passage
window-shorter = Show less
window-reasoned-from = Inferred from
window-no-card = Once you make a statement, the record's own attempt appears here.
window-talk-over = The talk is over. All that's left is the report you carry home.
window-all-over = The game is over. The debrief shows what came of it.
window-write-report = Write the report home
window-read-debrief = Read the debrief

## Record
window-search = Search
window-no-record = This scenario isn't based on a record. Its author wrote everything that is said in it.

## Journal
window-this-game = This game
window-saved-in = Saved in { $file }
window-nothing-said = Nothing has been said yet.
window-fork-here = Go back to before this
window-fork-at = Go back to before { $heading }
window-saved-games = Saved games
window-no-saved-games = No game has been saved yet.
window-saved-steps = { $steps ->
        [0] Nothing said yet
        [one] One statement
       *[other] { $steps } statements
    }, saved on { $day }.
window-resume = Resume
window-resume-named = Resume { $name }
window-nothing-saved = No game has been saved yet. Start one.
window-cannot-resume = Can't resume this game: { $error }. The file is unchanged.

## Report
window-report-how = { report-is } It has one clause for each issue, and you send it once. A clause is worth what { $them } said to you about it. A clause that rests on nothing is judged at the other side's opening position, and one that contradicts a refusal costs trust. { $history ->
    [none] { "" }
   *[known] { $carried ->
        [as-written] { "" }
       *[as-report] It is counterfactual: no such report is known.
    }
}
window-last-words = The last words of the talk
window-send = Send the report
window-as-it-was = Fill in the historical outcome
window-as-it-was-what = The historical outcome: { $as-it-was }.
window-sent-once = You send it once. Any clause you don't change stays as the other side sees it.
window-timing-of = { $issue }: { $timing }

## Debrief
window-save-debrief = Save as a page
window-save-debrief-what = One file for a browser. A typical game prints on two sheets.
window-debrief-waits = The debrief will be saved as soon as every move has been reviewed.
window-debrief-saved = Debrief saved in { $file }.
window-debrief-not-saved = Couldn't save the debrief: { $error }.

## Settings
settings-reading = Reading
settings-playing = Playing
window-size = Zoom
window-percent = { $percent } %
window-paper = Theme
window-light = Light
window-dark = Dark
window-projector = Display
window-projector-off = This screen
window-projector-on = Projector
window-projector-what = On a projector everything is larger, at least 150 %, with more contrast.
window-face = Font
window-face-off = A font for each kind of text
window-face-on = One plain font
window-motion = Motion
window-motion-on = Animations on
window-motion-off = Animations off
window-names = Place names
window-names-what = Both names of a place are always shown. Quotations from the record stay as they are.
window-folder = Games and settings are saved in { $folder }
window-settings-unread = Couldn't read your settings, so the defaults apply. The settings file won't be overwritten: { $error }
window-settings-unsaved = Couldn't save your settings: { $error }

## Keys
window-key-help = this list
window-key-brief = the briefing
window-key-record = the record
window-key-people = people, ideas, dates
window-key-map = the map
window-key-card = the record card
window-key-ledger = the issues
window-key-commitments = what's on the table
window-key-room = the room and why
window-key-fork = the journal
window-key-say = make the statement
window-key-back = one step back
window-key-numbers = choose from the list
window-key-tab = to the next control, and back
window-key-press = press it
window-key-pages = move through a long text
window-key-ends = to its beginning, to its end
window-key-search = find words in what is shown
window-key-arrows = through the list, to the page it opens, and back
window-key-pan = move the map
window-key-zoom = nearer, farther, the whole map
window-key-author = in author's mode, the author's panel

## When there is no window
window-no-graphics = Can't open the window: this computer's graphics can't draw it. On Linux, install a graphics driver with Vulkan (Debian and Ubuntu: apt install mesa-vulkan-drivers; Fedora: dnf install mesa-vulkan-drivers) and start it in a graphical session. You can also play in the terminal: we-can-wait play
window-no-display-server = Can't reach the display that DISPLAY or WAYLAND_DISPLAY names. Start the game in a graphical session, or play in the terminal: we-can-wait play
window-broke = The window closed unexpectedly. Nothing that was saved is lost, and neither is your unfinished statement. Start the game again and continue, or resume in the terminal: we-can-wait play --resume
window-no-library = Can't open the window: a system library is missing. On Debian and Ubuntu: apt install libxkbcommon-x11-0 libxcursor1 libxi6 libx11-xcb1; on Fedora: dnf install libxkbcommon-x11 libXcursor libXi libX11-xcb. You can also play in the terminal: we-can-wait play
window-no-display = There is no display here, so the game plays in the terminal.
window-no-display-no-terminal = There is no display to open a window on, and this is not a terminal. To play line by line, type: we-can-wait play
