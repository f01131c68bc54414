### The first things that are read: the title, the introduction, the menu, the notice.

## Title
title-tab = Dossier
title-begin = Begin a game
title-or-begin = Or begin anew
title-learn = Learn the game in five minutes
title-learn-what = { $title }: a small case that is made up.
title-after-lesson = On to { $title }
title-after-lesson-what = The lesson is put away. Where it is kept, it stays.

## The introduction
introduction-title = How it goes
introduction-step = How it goes: { $step } of { $steps }
introduction-speak = You speak through delegates
introduction-speak-what = Choose who speaks, on which issue, and what to ask or offer. You see the words and their cost first.
introduction-hear = You hear what was really said
introduction-hear-what = { $speech ->
    [inferred] Each line has a badge. Here it says AUTHOR'S INFERENCE: nobody is known to have said it.
    [invented] Each line has a badge. Here it says INVENTED: nobody ever said it.
   *[other] Each line has a badge. RECORD was really said, at this very place; RECORD, ELSEWHERE at another; AUTHOR'S INFERENCE was never said.
}
introduction-report = You report home
introduction-report-what = After the last statement you write what the talk has earned. { $history ->
    [none] The debrief shows what that is worth, and what the other side wanted.
   *[known] The debrief shows what that is worth, and what really came of the talk.
}
introduction-next = Next
introduction-skip = Skip
introduction-done = Understood
introduction-again = Show the introduction again

## Menu and notice
window-menu = Menu
notice-fault = This could not be done
notice-done = Done
