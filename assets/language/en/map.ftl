### The map.

screen-map = The map
atlas-as-it-was = In { $year }
atlas-as-it-was-says = Who held what on the day of the talk, and who claimed it.
atlas-on-table = On the table
atlas-ours = What your side asks for
atlas-theirs = Where they stand
# What a side wants on an issue, and what that would change.
atlas-wish = { $issue }: { $pair }. { $change }
atlas-asked-nothing = { $issue }: nothing asked yet.
atlas-said-nothing = { $issue }: nothing said yet.
atlas-would-change = What would change: { $issue }

## What a region is
atlas-held-by = Held by: { $party }
atlas-claimed-by = Held by: { $party }. Claimed by: { $rival }
atlas-goes-to = Goes to: { $party }
atlas-rules-of = Rules made by: { $party }
atlas-rules-of-both = Rules made by: both together
atlas-both = Goes to: both together
atlas-open = Held as before, and the question left open
atlas-free = High seas, free
atlas-shut = Closed for a time

## Kinds of places
atlas-kind-island = island
atlas-kind-land = land
atlas-kind-waters = waters
atlas-kind-strait = strait
atlas-kind-line = line in the water
atlas-kind-capital = capital
atlas-kind-town = town
atlas-kind-port = port
atlas-kind-cape = cape

## A place
atlas-place = { $name }, { $kind }
atlas-claim = { $party }: { $text }
atlas-none = This scenario has no map.

## On the screen
atlas-drawn = Map
atlas-in-words = In words
atlas-nearer = + Zoom in
atlas-further = − Zoom out
atlas-whole = Show everything
atlas-shows = The map shows
atlas-press = Select a place on the map, or go to it with Tab, to read about it. The arrow keys move the map, + and − zoom, 0 shows all of it.
atlas-unchoose = Close this place
atlas-canvas = Map: { $name }. { $plain } The arrow keys move it, plus and minus zoom, zero shows all of it. Its places follow.
atlas-kind-and-words = { $kind }. { $words }
atlas-degrees = { $degrees }°
atlas-east = { $degrees }° E
atlas-west = { $degrees }° W
atlas-north = { $degrees }° N
atlas-south = { $degrees }° S
atlas-north-mark = N
atlas-scale = { $km } km
atlas-scale-at = { $km } km at { $degrees }° N
