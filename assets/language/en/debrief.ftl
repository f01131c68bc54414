### The debrief: the map of values, what was left on the table, and the criticism of the model.

## The map of values
debrief-map = The map of values
debrief-map-what = Every deal is worth something to each side. The figures run from 0 to 100 and are the author's: judgements to argue with, not facts.
debrief-map-none = There are too many deals in this scenario to go through. There is no map of them.
map-description = A map of deals. Across, { $across }. Upwards, { $up }. { $reservation-across }. { $reservation-up }. The frontier has { $frontier } points. { $deals } deals are shown by name; the table says the same in words.
map-worth = Worth: { $party }
map-no-deal = { $party }, no deal: { $value }
map-frontier = Frontier
map-zone = Zone of agreement
map-zone-what = In the shaded zone of agreement both sides are better off than without a deal. On the frontier nothing betters a deal for one side without worsening it for the other.
map-on-frontier = On the frontier
map-deal = { $name } ({ $across } { $across-value }, { $up } { $up-value }): { $clauses }.
map-earned = The report, as earned
map-claimed = The report, as written
map-no-report = Their opening position, for there is no report
map-marked = { $key }. { $name }
map-better-than-none = Better than no deal for
map-at-frontier = On the frontier
map-both = both sides
map-neither = neither
map-yes = yes
map-no = no
map-weighed = In the measures each clause counts by what it has earned: { $values }. The map shows the whole deal, which counts what is at least half earned.
map-moved = The weights are not as the author has them. { $weights }
map-moved-weight = { $party }, { $issue }: { $to } instead of { $from }.

## What was left on the table
debrief-left = What was left on the table
left-swap = The report as it was earned could be bettered for one side without harm to the other. The smallest swap:
left-swap-clause = “{ $new }” instead of “{ $old }”
left-swap-sentence = { $issue }: “{ $new }” instead of “{ $old }”.
left-gains = Gained by it: { $gains }.
left-gain = { $party } { $gain }
left-gain-none = { $party } nothing
left-nothing = In the model nothing was left on the table: no deal is better than the report for one side without being worse for the other.
left-share-dominated = Somebody could have gained at nobody's cost: so say { $agree } of { $of } weightings ({ $percent } %: { $sure }).
left-share-undominated = Nobody could have gained at nobody's cost: so say { $agree } of { $of } weightings ({ $percent } %: { $sure }).
debrief-sure = How sure is the order of the deals?
sure-what = Each weight is a range. { $of } times every weight was drawn anew inside its range, and every conclusion with it. What is not the same each time:
left-claim = { $claim }: { $agree } of { $of } weightings ({ $percent } %: { $sure })
sure-rest = The rest of the two orders is the same in all { $of } weightings.
left-ranking = { $party }, from the best to the worst: { $deals }.
left-ranked = { $name } { $value }

## Home
home-worth = Whether a deal can pass is one question, whether it is good another (Putnam 1988). Worth of this one, { $party }: { $value } of 100; of no deal: { $reservation }.
home-pass-good = It could pass, and it is better than no deal.
home-pass-bad = It could pass, and no deal would still have been better.
home-fail-good = It is better than no deal, and it could not pass.
home-fail-bad = It could not pass, and no deal would have been better.

## Criticise the model
criticise-flips = What would change a conclusion?
criticise-flips-what = Each weight is moved alone, from the author's figure to the ends of the author's range. The first figure to either side is named at which a conclusion turns round.
criticise-weight = Weight
criticise-range = Author's figure (range)
criticise-reason = Why so
criticise-turns = What would change
criticise-issue = { $party }: { $issue }
criticise-figure = { $mid } ({ $low } to { $high })
criticise-turn = at { $at }: { $claim }
criticise-nothing = nothing
criticise-rules = Rules that rest on one case
criticise-move = Move a weight inside the author's range. Everything is worked out anew at once: the map, the swap, the order of the deals.
criticise-of = What { $party } wants
criticise-slider = { $party }: { $issue }, weight
criticise-because = The author: { $reason }
criticise-authored = As the author has it
criticise-conclusions = What follows

## In the window
criticise-point = Point at a mark, or go to it with Tab, and its deal is told here.
criticise-as-authored = { $figure }
criticise-moved = { $figure } (author: { $authored })
