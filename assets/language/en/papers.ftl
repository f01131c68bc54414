### The papers around a talk: the report home while you write it, the journal, the keys.

## Report
report-said = What { $them } said
report-clauses = { $own ->
    [0] All { $all } clauses are as the other side sees them. You send the report once.
   *[other] You have set { $own } of { $all } clauses. You send the report once.
}
rest-theirs = Their own position
rest-said = Rests on: { $kind }
rest-said-later = Rests on: { $kind }, for a later time
rest-nothing = Nothing was said for it
rest-refused = They refused it

## Journal
journal-game = { $length }, { $seat }
journal-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
journal-empty = Each statement you make appears here with its answers. You can go back to before any of them.

## Debrief
debrief-contents = Contents

## Keys
keys-everywhere = Everywhere
keys-table = At the table
keys-map = On the map
keys-lists = In lists and long texts
window-close = Close
