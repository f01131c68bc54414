### The map.

screen-map = The map
atlas-as-it-was = In { $year }
atlas-as-it-was-says = Who held what on the day of the talk, and who claimed it.
atlas-on-table = On the table
atlas-ours = What we ask
atlas-theirs = Where they stand
# What a side wants on an issue, and what that would change.
atlas-wish = { $issue }: { $pair }. { $change }
atlas-asked-nothing = { $issue }: nothing asked yet.
atlas-said-nothing = { $issue }: nothing said yet.
atlas-would-change = What would change: { $issue }

## What a region is
atlas-held-by = Held: { $party }
atlas-claimed-by = Held: { $party }. Claimed: { $rival }
atlas-goes-to = Goes to: { $party }
atlas-rules-of = Rules: { $party }
atlas-rules-of-both = Rules: both together
atlas-both = Goes to: both together
atlas-open = Held as before, and the question open
atlas-free = High seas, free
atlas-shut = Shut for a time

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
atlas-nearer = + Nearer
atlas-further = − Further
atlas-whole = The whole view
atlas-shows = The map shows
atlas-press = Press a place on the map, or go to it with Tab, to read what is known of it. Arrow keys move the map, + and − go nearer and further, 0 shows all of it.
atlas-unchoose = Close this place
atlas-canvas = Map: { $name }. { $plain } Arrow keys move it, plus and minus go nearer and further, nought shows all of it. Its places follow.
atlas-kind-and-words = { $kind }. { $words }
atlas-degrees = { $degrees }°
atlas-east = { $degrees }° E
atlas-west = { $degrees }° W
atlas-north = { $degrees }° N
atlas-south = { $degrees }° S
atlas-north-mark = N
atlas-scale = { $km } km
atlas-scale-at = { $km } km at { $degrees }° N
