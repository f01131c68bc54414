### The first things you read: the title, the introduction, the menu, the notice.

## Title
title-tab = Dossier
title-begin = Start a game
title-or-begin = Or start a new game
title-learn = Learn the game in five minutes
title-learn-what = { $title }: a short, made-up case.
title-after-lesson = On to { $title }
title-after-lesson-what = This closes the lesson. If it has been saved, the save stays.

## The introduction
introduction-title = How it works
introduction-step = How it works: { $step } of { $steps }
introduction-speak = You speak through delegates
introduction-speak-what = Choose who speaks, on which issue, and what to ask or offer. You see the words and their cost first.
introduction-hear = You hear what was really said
introduction-hear-what = { $speech ->
    [inferred] Each line has a badge. Here it is AUTHOR'S INFERENCE: nobody is known to have said it.
    [invented] Each line has a badge. Here it is INVENTED: nobody ever said it.
   *[other] Each line has a badge. RECORD was really said, at this very point. RECORD, ELSEWHERE was really said, at another point. AUTHOR'S INFERENCE was never said.
}
introduction-report = You report home
introduction-report-what = After the last statement you write home what you achieved. { $history ->
    [none] The debrief shows what that is worth, and what the other side wanted.
   *[known] The debrief shows what that is worth, and what really happened next.
}
introduction-next = Next
introduction-skip = Skip
introduction-done = Got it
introduction-again = Show the introduction again

## Menu and notice
window-menu = Menu
notice-fault = That didn't work
notice-done = Done

# A language was asked for that has no messages
language-missing = There are no messages in { $language }, so these are in English. There are: { $known }.
