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

window-unsaved = Not kept
window-cannot-save = The game cannot be kept: { $error }. It goes on, and is tried to be kept after every statement.
window-no-moves = A statement needs at least one move. Choose who speaks, an issue, and a move.
window-names-unchanged = The names cannot be turned round in this game, so they stay as they are.

## Title
window-continue = Go on
window-game-open = The game on the table, after statement { $statements }.
window-game-saved = The last game, { $statements ->
        [0] before its first statement
        [one] after one statement
       *[other] after { $statements } statements
    }{ $begun ->
        [yes] , with what you had begun
       *[no] {""}
    }. It is kept in { $name }.
window-game-file = The last game that was kept: { $name }.
window-length = { $name }, { $statements } statements
window-length-whole = A class period: 5 minutes to read, 25 to talk, 12 to look back.
window-length-short = About { $minutes } minutes.
window-your-seat = Your seat
window-two-people = Two people at this machine
window-other-scenarios = Other scenarios
window-read-the-record = Read the record
window-games = Kept games
window-quit = Quit
window-privacy = Games are kept on this machine. Nothing is sent anywhere.

## Scenarios
scenarios-own = Your own
scenarios-no-own = None yet.
scenarios-folder = Your own scenarios are the folders in { $folder }
scenarios-no-folder = This machine names no folder for a person's data, so there is no place for your own.
scenarios-chosen = On the table now. { $setting }
scenarios-faulty = { $errors ->
        [one] It has a fault
       *[other] It has { $errors } faults
    } and cannot be played: open it in the author's mode.
window-scenario-faulty = This scenario has faults and cannot be played: open it in the author's mode.
window-scenario-unread = This scenario cannot be opened: { $error }.
window-scenario-gone = The scenario that was chosen last cannot be opened, so this one is on the table: { $error }

## From one person to the other
window-hand-over = What follows is for this side of the table alone: the brief, the predictions, and how far those at home would follow.
window-take-screen = I am here, and nobody else looks
window-hand-over-hidden = Nothing of the other side is shown until then, nor of this side afterwards.

## Briefing
window-to-the-table = To the table
window-more-background = More background
window-less-background = Less background

## Table
window-floor = { $number }. { $name }
window-the-talk = The talk itself
window-the-talk-plain = Order of business, publication, courtesies, taking leave.
window-tab-talk = The talk
window-tab-statement = Statement
window-tab-card = Record card
window-tab-ledger = Issues
window-tab-on-table = On the table
window-tab-room = The room
window-facing = { $name } waits for an answer. Which do you give?
window-something-else = Say something else beside it
window-statement-full = The statement is full. Make it, or take a move out.
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
window-floor-taken = The statement already has moves. Take them out, then give somebody else the floor.
window-statement-so-far = The statement so far
window-say = Make the statement
window-say-key = Ctrl+Enter
window-clear = Begin anew
window-hold = Hold the floor for a colleague
window-predict = Predict the answer
window-predicted = You expect: { $prediction }
window-prediction-for = Prediction for “{ $label }”
window-take-out = Take out
window-take-out-what = Take out “{ $label }”
window-whole-passage = The whole passage
window-shorter = Shorter
window-reasoned-from = Reasoned from
window-no-card = When you have made a statement, this is where the record's own attempt stands beside it.
window-talk-over = The talk is over. What is left is the report that you carry home.
window-all-over = All is over. The debrief shows what came of it.
window-write-report = Write the report home
window-read-debrief = Read the debrief

## Record
window-search = Search
window-no-record = This scenario stands on no record. What is said in it was written by its author.

## Journal
window-this-game = This game
window-saved-in = Kept in { $file }
window-nothing-said = Nothing has been said yet.
window-fork-here = Go back to before this
window-fork-at = Go back to before { $heading }
window-saved-games = Kept games
window-no-saved-games = No game has been kept yet.
window-saved-steps = { $steps ->
        [0] Nothing said yet
        [one] One statement
       *[other] { $steps } statements
    }, kept on { $day }.
window-resume = Go on
window-resume-named = Go on with { $name }
window-nothing-saved = No game has been kept yet. Begin one.
window-cannot-resume = This game cannot be gone on with: { $error }. The file stays as it is.

## Report
window-report-how = { report-is } It has one clause for each issue, sent once. A clause is worth what { $them } said to you for it. One that rests on nothing counts as the other side's opening position, and one that contradicts a refusal costs trust. { $history ->
    [none] { "" }
   *[known] { $carried ->
        [as-written] { "" }
       *[as-report] It is counterfactual: no such report is known.
    }
}
window-last-words = The last words of the talk
window-send = Send the report
window-as-it-was = Fill in the report as it was
window-as-it-was-what = As it was: { $as-it-was }.
window-sent-once = It is sent once. What you leave as it stands is how the other side sees it.
window-timing-of = { $issue }: { $timing }

## Debrief
window-save-debrief = Save as a page
window-save-debrief-what = One file for a browser. A usual game prints on two sheets.
window-debrief-saved = The debrief is kept in { $file }.
window-debrief-not-saved = The debrief could not be kept: { $error }.

## Settings
settings-reading = Reading
settings-playing = Playing
window-size = Size of everything
window-percent = { $percent } %
window-paper = Paper
window-light = Light
window-dark = Dark
window-projector = Where it is shown
window-projector-off = On this screen
window-projector-on = On a projector
window-projector-what = On a projector everything is large, 150 % at least, and stands out more.
window-face = Type
window-face-off = A face for each kind of text
window-face-on = One plain face
window-motion = Motion
window-motion-on = Things may move
window-motion-off = Things stand still
window-names = Names of places
window-names-what = Both names of a place are always shown. The record's own words stay as they are.
window-folder = Games and settings are kept in { $folder }
window-settings-unread = The settings could not be read, so they are as at the beginning and will not be written over: { $error }
window-settings-unsaved = The settings could not be kept: { $error }

## Keys
window-key-help = this list
window-key-brief = the briefing
window-key-record = the record
window-key-people = people, ideas, dates
window-key-map = the map
window-key-card = the record card
window-key-ledger = the issues
window-key-commitments = what stands on the table
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
window-no-graphics = The window cannot be opened: this machine's graphics cannot draw it. On Linux, install a graphics driver with Vulkan (Debian and Ubuntu: apt install mesa-vulkan-drivers; Fedora: dnf install mesa-vulkan-drivers) and start it in a graphical session. The game also plays in the terminal: we-can-wait play
window-no-display-server = The display that DISPLAY or WAYLAND_DISPLAY names cannot be reached. Start the game in a graphical session, or play in the terminal: we-can-wait play
window-broke = The window closed by itself. Nothing that was kept is lost: start it again and go on, with the statement that you were building; or go on in the terminal with we-can-wait play --resume.
window-no-library = The window cannot be opened: a library of the system is missing. On Debian and Ubuntu: apt install libxkbcommon-x11-0 libxcursor1 libxi6 libx11-xcb1; on Fedora: dnf install libxkbcommon-x11 libXcursor libXi libX11-xcb. The game also plays in the terminal: we-can-wait play
window-no-display = There is no display here, so the game plays in the terminal.
window-no-display-no-terminal = There is no display to open a window on, and this is no terminal. To play line by line, type: we-can-wait play
