### The study of a scenario: every deal, the points that theories single out, and how certain all that is.

study-title = The deals of { $title }
study-space = The space of deals
study-deals = The positions and timings that the author allows make { $deals } deals.
study-zone = { $zone } of them leave both sides at least as well off as without a deal. That is the zone of agreement, { $percent } per cent of all deals.
study-frontier = { $frontier } pairs of values are on the frontier: such a deal can't be improved for one side without making it worse for the other.
study-opposition = Opposition { $opposition } of 1000: how far the nearest deal is from giving each side the best it could have.
study-points = Points that theories single out
study-points-what = Figures run from 0 to 100, at the middle of the author's ranges. Each point is a deal on the frontier. A gain is what a deal adds to the reservation value. Nash: the largest product of gains. Kalai and Smorodinsky: the side that gets the smaller share of its possible gain gets as large a share as possible. Egalitarian: the smaller gain is as large as possible. Largest sum: the values added together, whatever the reservation values.
study-no-zone = No deal leaves every side as well off as without one, so there is no Nash, Kalai and Smorodinsky, or egalitarian point.
study-point = Point
study-nash = Nash
study-kalai-smorodinsky = Kalai and Smorodinsky
study-egalitarian = Egalitarian
study-welfare = Largest sum
study-deal = { $name }: { $clauses }
study-ties = These deals are equally good by the same measure:
study-ties-more = { $name }: and { $count } more; --format json lists them.
study-history = Named deals
study-on-frontier = acceptable to both, and on the frontier
study-acceptable = acceptable to both, but could be improved
study-not-acceptable = worse than no deal for one side
study-better = Better for one side and no worse for the other, with the fewest changes: { $clauses } ({ $gains }).
study-ratified = { $party }: everyone whose consent it needs accepts it.
study-not-ratified = { $party }: someone whose consent it needs says no.
study-sureness = How certain is this?
study-sureness-what = The weights are the author's ranges. Every line was worked out again for { $weightings } weightings drawn at random inside them; the percentage says how many it holds in.
study-claim = { $claim }. This { $sure } ({ $percent } %).
sure-always = holds in every weighting we tried
sure-nearly-always = holds in nearly every weighting we tried
sure-mostly = holds in most weightings we tried
sure-open = depends on the weights
claim-dominated = “{ $deal }” could be improved without harm to anyone
claim-undominated = “{ $deal }” can't be improved without harm to someone
claim-acceptable = { $party } is at least as well off with “{ $deal }” as without a deal
claim-unacceptable = { $party } is worse off with “{ $deal }” than without a deal
claim-prefers = { $party } is better off with “{ $deal }” than with “{ $to }”
claim-no-worse = { $party } is no worse off with “{ $deal }” than with “{ $to }”

### The study of a domain that another program wrote.

domain-title = The deals of { $title }
domain-deals = The values of the issues make { $deals } deals.
domain-zone = { $zone } of them leave every party at least as well off as without a deal. That is the zone of agreement, { $percent } per cent of all deals.
domain-frontier-size = { $frontier } sets of values are on the frontier, given by { $deals } deals: such a deal can't be improved for one party without making it worse for another.
domain-rounded = Utilities are exact fractions. Here they are rounded to { $places } places; --format json has them exactly.
domain-parties = At the table
domain-party = { $party }: reservation value { $reservation }, best deal { $best }
domain-discount = { $party }: discount factor { $discount }, not applied. These are the values of a deal made at once.
domain-aside = { $party }: ignored: { $aside }
domain-points-what = Each point is a deal on the frontier. Every deal that is equally good by the same measure is listed. Where they differ, the first one gives most to the party that gets least. A gain is what a deal adds to the reservation value. Nash: the largest product of gains. Kalai and Smorodinsky: the party that gets the smallest share of its possible gain gets as large a share as possible. Egalitarian: the smallest gain is as large as possible. Largest sum: the values added together, whatever the reservation values.
domain-frontier = The frontier
domain-deal = { $values }: { $clauses }
domain-more-outcomes = And { $count } more; --format json has them all.
domain-more-deals = And { $count } more deals with these values; --format json lists up to { $listed }.
