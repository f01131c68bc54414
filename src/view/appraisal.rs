//! The comparison of the report with all deals, in words: the map and its table, what was left on the table, how
//! certain that is, and what would reverse a conclusion.

use crate::analysis::Outcome;
use crate::debrief::{Appraisal, Claim, Flip, Point, WeighedClaim, Which};
use crate::language::{Arg, arg};
use crate::scenario::PartyId;

use super::chart::{self, SCALE, chart, letter, name_of, names_of};
use super::debrief::Teller;
use super::document::{Block, Entry, Nature, Section};
use super::wording::sure;

impl Teller<'_> {
    fn told(&self, key: &str, args: &[Arg<'_>]) -> String {
        self.wording.catalogue.msg_with(key, args)
    }

    fn say(&self, key: &str, args: &[Arg<'_>]) -> Block {
        Block::Paragraph { text: self.told(key, args) }
    }

    /// Index of the player's party in the scenario's values.
    pub(super) fn own(&self) -> usize {
        let scenario = self.wording.scenario;
        let party = scenario.seat(self.findings.seat).party;
        let before = scenario.values.iter().take_while(|v| v.party != party);
        before.count()
    }

    /// Indices of the parties in the scenario's values, the player's first.
    pub(super) fn parties(&self) -> Vec<usize> {
        let own = self.own();
        let others = (0..self.wording.scenario.values.len()).filter(|place| *place != own);
        [own].into_iter().chain(others).collect()
    }

    pub(super) fn party(&self, place: usize) -> String {
        let values = self.wording.scenario.values.get(place);
        values.map_or_else(String::new, |values| self.party_name(values.party))
    }

    fn party_name(&self, party: PartyId) -> String {
        self.wording.scenario.party(party).name.clone()
    }

    /// Whether a report was sent. If not, the other side's opening position takes its place.
    fn sent(&self) -> bool {
        let judgement = self.findings.judgement.as_ref();
        judgement.is_some_and(|judgement| judgement.sent)
    }

    fn which(&self, which: Which) -> String {
        let kind = match which {
            Which::Report => crate::debrief::PointKind::Earned,
            Which::Named(deal) => crate::debrief::PointKind::Named(deal),
        };
        name_of(self.wording, kind, self.sent())
    }

    pub(super) fn map(&self) -> Section {
        let Some(appraisal) = &self.findings.appraisal else {
            let blocks = vec![self.say("debrief-map-none", &[])];
            return self.section("map", Nature::Model, blocks);
        };
        let mut blocks: Vec<Block> = self.moved(appraisal).into_iter().collect();
        blocks.push(self.say("debrief-map-what", &[]));
        let drawn = self.chart(appraisal);
        blocks.extend(drawn.map(|chart| Block::Chart { chart: Box::new(chart) }));
        blocks.push(self.say("map-zone-what", &[]));
        blocks.push(self.points(appraisal));
        blocks.extend(self.weighed(appraisal));
        blocks.push(self.batna());
        self.section("map", Nature::Model, blocks)
    }

    pub(super) fn chart(&self, appraisal: &Appraisal) -> Option<chart::ValueChart> {
        chart(self.wording, appraisal, self.own(), self.sent())
    }

    /// The measures judge a report clause by clause, which can give other values than the map. If so, this shows them
    /// too.
    fn weighed(&self, appraisal: &Appraisal) -> Option<Block> {
        let judgement = self.findings.judgement.as_ref()?;
        let earned = appraisal.points.first()?;
        let moved = !appraisal.weights.moved(self.wording.scenario).is_empty();
        if moved || earned.values == judgement.values {
            return None;
        }
        let parties = self.parties().into_iter();
        let values: Vec<String> = parties
            .filter_map(|place| {
                let value = judgement.values.get(place)? / SCALE;
                Some(format!("{} {value}", self.party(place)))
            })
            .collect();
        Some(self.say("map-weighed", &[arg("values", values.join(", "))]))
    }

    /// The weights that were moved; `None` if there are none.
    fn moved(&self, appraisal: &Appraisal) -> Option<Block> {
        let scenario = self.wording.scenario;
        let moved = appraisal.weights.moved(scenario).into_iter();
        let moved: Vec<String> = moved
            .map(|moved| {
                let args = [
                    arg("party", self.party_name(moved.party)),
                    arg("issue", scenario.issue(moved.issue).name.as_str()),
                    arg("from", moved.from),
                    arg("to", moved.to),
                ];
                self.told("map-moved-weight", &args)
            })
            .collect();
        let args = [arg("weights", moved.join(" "))];
        (!moved.is_empty()).then(|| self.say("map-moved", &args))
    }

    /// The points of the map as a table.
    fn points(&self, appraisal: &Appraisal) -> Block {
        let parties = self.parties();
        let mut head = vec![self.msg("debrief-deal")];
        head.extend(parties.iter().map(|place| self.party(*place)));
        head.push(self.msg("map-better-than-none"));
        head.push(self.msg("map-at-frontier"));
        let figures = |values: &[i64]| -> Vec<String> {
            let values = parties.iter().filter_map(|place| values.get(*place));
            values.map(|value| (value / SCALE).to_string()).collect()
        };
        let points = appraisal.points.iter().enumerate();
        let mut rows: Vec<Vec<String>> = points
            .map(|(number, point)| {
                let name = [arg("key", letter(number)), arg("name", names_of(self.wording, point, self.sent()))];
                let frontier = if point.on_frontier { "map-yes" } else { "map-no" };
                [self.told("map-marked", &name)]
                    .into_iter()
                    .chain(figures(&point.values))
                    .chain([self.better_for(point), self.msg(frontier)])
                    .collect()
            })
            .collect();
        let none = [self.msg("debrief-deal-reservation")].into_iter();
        let none = none.chain(figures(&appraisal.reservations));
        rows.push(none.chain([String::new(), String::new()]).collect());
        Block::Table { head, rows }
    }

    /// The parties that are better off with this deal than without one.
    fn better_for(&self, point: &Point) -> String {
        let parties = self.parties().into_iter();
        let content: Vec<String> = parties
            .filter(|place| point.acceptable.get(*place) == Some(&true))
            .map(|place| self.party(place))
            .collect();
        if content.is_empty() {
            self.msg("map-neither")
        } else if content.len() == point.acceptable.len() {
            self.msg("map-both")
        } else {
            content.join(", ")
        }
    }

    pub(super) fn left(&self) -> Section {
        let told = self.findings.appraisal.as_ref();
        let Some(appraisal) = told.filter(|_| self.findings.judgement.is_some()) else {
            let blocks = vec![self.say("debrief-unfinished", &[])];
            return self.section("left", Nature::Model, blocks);
        };
        let mut blocks = self.swapped(appraisal);
        blocks.push(self.claims(appraisal, on_report));
        self.section("left", Nature::Model, blocks)
    }

    /// How certain the ranking of the deals is.
    pub(super) fn sure(&self) -> Option<Section> {
        let appraisal = self.findings.appraisal.as_ref()?;
        let of = [arg("of", appraisal.of)];
        let mut blocks = vec![self.say("sure-what", &of), self.claims(appraisal, |told| !on_report(told))];
        blocks.extend(self.rankings(appraisal));
        blocks.push(self.say("sure-rest", &of));
        Some(self.section("sure", Nature::Model, blocks))
    }

    /// A list of claims with the weightings that agree. Leaves out [`Claim::Dominated`], which is shown with the swap.
    pub(super) fn claims(&self, appraisal: &Appraisal, which: fn(&WeighedClaim) -> bool) -> Block {
        let claims = appraisal.claims.iter();
        let claims = claims.filter(|told| told.claim != Claim::Dominated && which(told));
        Block::List { items: claims.map(|told| self.claim_told(told)).collect() }
    }

    /// The smallest swap that would have improved the report at no cost, or a line saying that there is none, with the
    /// weightings that agree.
    pub(super) fn swapped(&self, appraisal: &Appraisal) -> Vec<Block> {
        let mut blocks = Vec::new();
        let earned = appraisal.points.first();
        match (&appraisal.swap, earned) {
            (Some(swap), Some(earned)) => {
                blocks.push(self.say("left-swap", &[]));
                blocks.push(Block::Entries { entries: self.changes(earned, swap) });
                blocks.push(self.gains(earned, swap));
            }
            _ => blocks.push(self.say("left-nothing", &[])),
        }
        let mut claims = appraisal.claims.iter();
        if let Some(told) = claims.find(|told| told.claim == Claim::Dominated) {
            let key = if told.holds { "left-share-dominated" } else { "left-share-undominated" };
            blocks.push(self.say(key, &self.share(told)));
        }
        blocks
    }

    fn changes(&self, earned: &Point, swap: &Outcome) -> Vec<Entry> {
        let scenario = self.wording.scenario;
        let pairs = earned.deal.iter().zip(&swap.deal);
        let changed = scenario.issue_ids().zip(pairs);
        let entries = changed.filter(|(_, (old, new))| old != new);
        let entries = entries.filter_map(|(issue, (old, new))| {
            let form = scenario.issue(issue);
            let pair = |place: u16| {
                let pair = form.pairs.get(usize::from(place)).copied()?;
                Some(self.wording.pair(issue, pair))
            };
            let args = [arg("issue", form.name.as_str()), arg("old", pair(*old)?), arg("new", pair(*new)?)];
            Some(Entry {
                term: form.name.clone(),
                mark: None,
                text: self.told("left-swap-clause", &args),
                quote: None,
                note: None,
                sentence: self.told("left-swap-sentence", &args),
            })
        });
        entries.collect()
    }

    fn gains(&self, earned: &Point, swap: &Outcome) -> Block {
        let parties = self.parties().into_iter();
        let gains: Vec<String> = parties
            .filter_map(|place| {
                let gain = swap.values.get(place)? - earned.values.get(place)?;
                let args = [arg("party", self.party(place)), arg("gain", signed(gain))];
                let key = if gain == 0 { "left-gain-none" } else { "left-gain" };
                Some(self.told(key, &args))
            })
            .collect();
        self.say("left-gains", &[arg("gains", gains.join(", "))])
    }

    fn share(&self, told: &WeighedClaim) -> [Arg<'static>; 4] {
        let percent = u64::from(told.agree) * 100 / u64::from(told.of.max(1));
        [arg("agree", told.agree), arg("of", told.of), arg("percent", percent), arg("sure", self.msg(sure(percent)))]
    }

    /// A claim in words, with the weightings that agree.
    pub(super) fn claim_told(&self, told: &WeighedClaim) -> String {
        let claim = arg("claim", self.claim(told.claim, told.holds));
        let args: Vec<Arg<'_>> = self.share(told).into_iter().chain([claim]).collect();
        self.told("left-claim", &args)
    }

    /// A claim in words, phrased so that it is true.
    fn claim(&self, claim: Claim, holds: bool) -> String {
        let (key, deal, to, party) = match (claim, holds) {
            (Claim::Dominated, true) => ("claim-dominated", Which::Report, None, None),
            (Claim::Dominated, false) => ("claim-undominated", Which::Report, None, None),
            (Claim::Acceptable { deal, party }, true) => ("claim-acceptable", deal, None, Some(party)),
            (Claim::Acceptable { deal, party }, false) => ("claim-unacceptable", deal, None, Some(party)),
            (Claim::Prefers { deal, to, party }, true) => ("claim-prefers", deal, Some(to), Some(party)),
            (Claim::Prefers { deal, to, party }, false) => ("claim-no-worse", to, Some(deal), Some(party)),
        };
        let args = [
            arg("deal", self.which(deal)),
            arg("to", to.map_or_else(String::new, |to| self.which(to))),
            arg("party", party.map_or_else(String::new, |p| self.party(p))),
        ];
        self.told(key, &args)
    }

    /// The report and the named deals ranked for each party, best first.
    pub(super) fn rankings(&self, appraisal: &Appraisal) -> Vec<Block> {
        let parties = self.parties().into_iter();
        let rankings = parties.filter_map(|place| {
            let ranking = appraisal.rankings.get(place)?.iter();
            let deals: Vec<String> = ranking
                .map(|(which, value)| {
                    let name = arg("name", self.which(*which));
                    self.told("left-ranked", &[name, arg("value", value / SCALE)])
                })
                .collect();
            let args = [arg("party", self.party(place)), arg("deals", deals.join("; "))];
            Some(self.say("left-ranking", &args))
        });
        rankings.collect()
    }

    /// Whether the report can pass at home, kept apart from whether it is a good deal.
    pub(super) fn worth_at_home(&self, ratifiable: bool) -> Option<Block> {
        let own = self.own();
        let appraisal = self.findings.appraisal.as_ref()?;
        let earned = appraisal.points.first()?;
        let (value, good) = (earned.values.get(own)?, *earned.acceptable.get(own)?);
        let reservation = appraisal.reservations.get(own)?;
        let key = match (ratifiable, good) {
            (true, true) => "home-pass-good",
            (true, false) => "home-pass-bad",
            (false, true) => "home-fail-good",
            (false, false) => "home-fail-bad",
        };
        let args =
            [arg("party", self.party(own)), arg("value", value / SCALE), arg("reservation", reservation / SCALE)];
        let text = format!("{} {}", self.told("home-worth", &args), self.msg(key));
        Some(Block::Paragraph { text })
    }

    /// For each weight, what would reverse a conclusion.
    pub(super) fn flips(&self, appraisal: &Appraisal) -> Block {
        let keys = ["criticise-weight", "criticise-range", "criticise-reason", "criticise-turns"];
        let scenario = self.wording.scenario;
        let mut rows = Vec::new();
        for place in self.parties() {
            let Some(values) = scenario.values.get(place) else {
                continue;
            };
            for (issue, preference) in scenario.issue_ids().zip(&values.preferences) {
                let range = preference.weight;
                let args = [
                    arg("party", self.party(place)),
                    arg("issue", scenario.issue(issue).name.as_str()),
                    arg("mid", range.mid),
                    arg("low", range.low),
                    arg("high", range.high),
                ];
                let of_this = |flip: &&Flip| flip.party == values.party && flip.issue == issue;
                let flips = appraisal.flips.iter().filter(of_this);
                let mut flips: Vec<String> = flips.map(|flip| self.flip(flip)).collect();
                if flips.is_empty() {
                    flips.push(self.msg("criticise-nothing"));
                }
                rows.push(vec![
                    self.told("criticise-issue", &args),
                    self.told("criticise-figure", &args),
                    self.wording.basis(&preference.source),
                    flips.join("; "),
                ]);
            }
        }
        Block::Table { head: keys.iter().map(|key| self.msg(key)).collect(), rows }
    }

    fn flip(&self, flip: &Flip) -> String {
        let args = [arg("at", flip.at), arg("claim", self.claim(flip.claim, flip.becomes))];
        self.told("criticise-turn", &args)
    }
}

/// Whether a claim is about a party being as well off with the report as without a deal.
pub(super) fn on_report(told: &WeighedClaim) -> bool {
    let deal = Which::Report;
    matches!(told.claim, Claim::Acceptable { deal: of, .. } if of == deal)
}

/// A gain in points on the displayed scale, to a tenth if it is not a whole number.
fn signed(gain: i64) -> String {
    let sign = if gain < 0 { '\u{2212}' } else { '+' };
    let tenths = (gain.unsigned_abs() + 5) / 10;
    match (tenths / 10, tenths % 10) {
        (0, 0) => format!("{sign}0.1"),
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

#[cfg(test)]
mod tests {
    use super::signed;

    #[test]
    fn a_gain_is_shown_to_a_tenth_and_never_as_zero() {
        let told = [(1_700, "+17"), (40, "+0.4"), (-1_750, "\u{2212}17.5"), (4, "+0.1")];
        for (gain, words) in told {
            assert_eq!(signed(gain), words);
        }
    }
}
