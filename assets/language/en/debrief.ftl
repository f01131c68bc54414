### The debrief: the map of values, what was left on the table, and the criticism of the model.

## The map of values
debrief-map = The map of values
debrief-map-what = Every deal is worth something to each side. The figures run from 0 to 100. They are the author's judgements, to be argued with, and not facts.
debrief-map-none = This scenario has too many possible deals to work through, so there is no map of them.
map-description = A map of deals. Across: { $across }. Upwards: { $up }. { $reservation-across }. { $reservation-up }. The frontier has { $frontier } points. { $deals } deals have names on the map; the table gives the same in words.
map-worth = Worth: { $party }
map-no-deal = { $party }, no deal: { $value }
map-frontier = Frontier
map-zone = Zone of agreement
map-zone-what = In the shaded zone of agreement, both sides are better off than without a deal. On the frontier, a deal can't be improved for one side without making it worse for the other.
map-on-frontier = On the frontier
map-deal = { $name } ({ $across } { $across-value }, { $up } { $up-value }): { $clauses }.
map-earned = The report, as earned
map-claimed = The report, as written
map-no-report = Their opening position, as there is no report
map-marked = { $key }. { $name }
map-better-than-none = Better than no deal for
map-at-frontier = On the frontier
map-both = both sides
map-neither = neither
map-yes = yes
map-no = no
map-weighed = For the scores, each clause counts only as far as you earned it: { $values }. The map shows whole deals, with every clause that was at least half earned.
map-moved = These weights differ from the author's. { $weights }
map-moved-weight = { $party }, { $issue }: { $to } instead of { $from }.

## What was left on the table
debrief-left = What was left on the table
left-swap = One side could have done better than the report, as earned, without harm to the other. The smallest change that does it:
left-swap-clause = “{ $new }” instead of “{ $old }”
left-swap-sentence = { $issue }: “{ $new }” instead of “{ $old }”.
left-gains = The gain: { $gains }.
left-gain = { $party } { $gain }
left-gain-none = { $party } nothing
left-nothing = In the model, nothing was left on the table: no deal is better than the report for one side without being worse for the other.
left-share-dominated = One side could have done better at no cost to the other. This { $sure } ({ $agree } of { $of } weightings, { $percent } %).
left-share-undominated = Neither side could have done better at no cost to the other. This { $sure } ({ $agree } of { $of } weightings, { $percent } %).
debrief-sure = How certain is this ranking?
sure-what = Each weight is a range, not a single figure. Every weight was drawn at random from its range { $of } times, and every conclusion was worked out again. These conclusions did not always hold:
left-claim = { $claim }. This { $sure } ({ $agree } of { $of } weightings, { $percent } %).
sure-rest = The rest of the two rankings is the same in all { $of } weightings.
left-ranking = { $party }, from best to worst: { $deals }.
left-ranked = { $name } { $value }

## Home
home-worth = Whether a deal can pass and whether it is good are two questions (Putnam 1988). { $party }: this deal is worth { $value } of 100, no deal { $reservation }.
home-pass-good = It could pass, and it is better than no deal.
home-pass-bad = It could pass, but no deal would still have been better.
home-fail-good = It is better than no deal, but it could not pass.
home-fail-bad = It could not pass, and no deal would have been better.

## Criticise the model
criticise-flips = What would change a conclusion?
criticise-flips-what = Each weight is moved on its own, from the author's figure to either end of the author's range. You see the first figure in each direction at which a conclusion reverses.
criticise-weight = Weight
criticise-range = Author's figure (range)
criticise-reason = Why
criticise-turns = What would change
criticise-issue = { $party }: { $issue }
criticise-figure = { $mid } ({ $low } to { $high })
criticise-turn = at { $at }: { $claim }
criticise-nothing = nothing
criticise-rules = Rules that rest on one case
criticise-move = Move a weight inside the author's range. The map, the best change to the report and the ranking of the deals follow at once.
criticise-of = What { $party } wants
criticise-slider = { $party }: { $issue }, weight
criticise-because = The author: { $reason }
criticise-authored = Restore the author's weights
criticise-conclusions = What follows

## In the window
criticise-point = Point at a mark, or go to it with Tab, to read about its deal here.
criticise-as-authored = { $figure }
criticise-moved = { $figure } (author: { $authored })
