### What is told to those who do not see the screen, beside what stands on it.

# The name of the window: what it shows, and of which program.
window-named = { $screen }: We Can Wait
spoken-answer = { $name }: “{ $words }” { $badge }.
