### What a screen reader hears beyond what is on the screen.

# The name of the window: what it shows, and of which program.
window-named = { $screen }: We Can Wait
spoken-answer = { $name }: “{ $words }” { $badge }.
