### The study of a scenario: every deal, the points that theories single out, and how sure all that is.

study-title = The deals of { $title }
study-space = The space of deals
study-deals = { $deals } deals can be made of the positions and timings that the author allows.
study-zone = { $zone } of them leave both sides at least as well off as without a deal: the zone of agreement, { $percent } per cent of all.
study-frontier = { $frontier } of their values lie on the frontier: nothing betters them for one side without worsening them for the other.
study-opposition = Opposition { $opposition } of 1000: how far the nearest deal is from giving each side the best it could have.
study-points = Points that theories single out
study-points-what = Figures from 0 to 100 at the middle of the author's ranges. Each point is a deal of the frontier. Nash: the largest product of gains over the reservation value. Kalai and Smorodinsky: the largest least share of what each could gain. Egalitarian: the largest least gain. Largest sum: of values, whatever the reservation values.
study-no-zone = No deal leaves every side as well off as without one, so there is no point of Nash, of Kalai and Smorodinsky, or of equality.
study-point = Point
study-nash = Nash
study-kalai-smorodinsky = Kalai and Smorodinsky
study-egalitarian = Egalitarian
study-welfare = Largest sum
study-deal = { $name }: { $clauses }
study-ties = These deals are as good by the same measure:
study-ties-more = { $name }: and { $count } more; --format json lists them.
study-history = Named deals
study-on-frontier = acceptable to both, and on the frontier
study-acceptable = acceptable to both, and could be bettered
study-not-acceptable = worse than no deal for one side
study-better = Better for somebody and worse for nobody, with the fewest changes: { $clauses } ({ $gains }).
study-ratified = { $party }: those without whom nothing is ratified accept it.
study-not-ratified = { $party }: somebody without whom nothing is ratified says no.
study-sureness = How sure is that?
study-sureness-what = The weights are the author's ranges. Each line was drawn again for { $weightings } weightings inside them; the share says in how many it holds.
study-claim = { $claim } ({ $percent } %: { $sure })
sure-always = in every weighting
sure-nearly-always = nearly always
sure-mostly = mostly
sure-open = depends on the weights
claim-dominated = “{ $deal }” could be bettered without harm to anybody
claim-undominated = “{ $deal }” cannot be bettered without harm to somebody
claim-acceptable = { $party } is at least as well off with “{ $deal }” as without a deal
claim-unacceptable = { $party } is worse off with “{ $deal }” than without a deal
claim-prefers = { $party } is better off with “{ $deal }” than with “{ $to }”
claim-no-worse = { $party } is no worse off with “{ $deal }” than with “{ $to }”

### The study of a domain that another program wrote.

domain-title = The deals of { $title }
domain-deals = { $deals } deals can be made of the values of the issues.
domain-zone = { $zone } of them leave every party at least as well off as without a deal: the zone of agreement, { $percent } per cent of all.
domain-frontier-size = { $frontier } of their values lie on the frontier, given by { $deals } deals: nothing betters them for one party without worsening them for another.
domain-rounded = Utilities are counted in exact fractions. Here they are rounded to { $places } places; --format json has them exactly.
domain-parties = At the table
domain-party = { $party }: reservation value { $reservation }, best deal { $best }
domain-discount = { $party }: discount factor { $discount }, told and not applied. These are the values of a deal that is made at once.
domain-aside = { $party }: left aside: { $aside }
domain-points-what = Each point is a deal of the frontier. Every deal that is as good by the same measure is listed; where they differ, the first gives most to the party that gets least. Nash: the largest product of gains over the reservation value. Kalai and Smorodinsky: the largest least share of what each could gain. Egalitarian: the largest least gain. Largest sum: of values, whatever the reservation values.
domain-frontier = The frontier
domain-deal = { $values }: { $clauses }
domain-more-outcomes = And { $count } more; --format json has them all.
domain-more-deals = And { $count } more deals with these values; --format json lists up to { $listed }.
