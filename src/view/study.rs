//! The study of a scenario in words: its deals, the points singled out by theories, history's deals, and how certain
//! all this is.

use crate::analysis::{Claim, Kind, Outcome, Placed, Study};
use crate::language::arg;
use crate::scenario::{DealId, PartyId};

use super::document::{Block, Document, Entry, FigureRow, Mark, Nature, Section, Tone};
use super::wording::{Wording, sure};

/// Builds the document of a study.
pub fn document(wording: Wording<'_>, study: &Study) -> Document {
    let teller = Teller { wording, study };
    let title = [arg("title", wording.scenario.title.as_str())];
    Document {
        title: wording.catalogue.msg_with("study-title", &title),
        scenario: wording.scenario.id.clone(),
        digest: wording.scenario.content_hash.clone(),
        sections: vec![teller.space(), teller.points(), teller.history(), teller.sureness()],
        sources: Vec::new(),
        works: wording.bibliography().collect(),
    }
}

/// Most deals listed that tie with a point.
const TOLD: usize = 10;

struct Teller<'a> {
    wording: Wording<'a>,
    study: &'a Study,
}

/// Values are stored on a scale of 0 to 10,000 and displayed on one of 0 to 100.
const SCALE: i64 = 100;

impl Teller<'_> {
    fn section(&self, key: &'static str, nature: Nature, blocks: Vec<Block>) -> Section {
        Section { key, nature, heading: self.wording.catalogue.msg(&format!("study-{key}")), blocks }
    }

    fn paragraph(&self, key: &str, args: &[crate::language::Arg<'_>]) -> Block {
        Block::Paragraph { text: self.wording.catalogue.msg_with(key, args) }
    }

    fn party(&self, party: PartyId) -> String {
        self.wording.scenario.party(party).name.clone()
    }

    fn head(&self, first: &str) -> Vec<String> {
        let parties = self.wording.scenario.values.iter();
        [self.wording.catalogue.msg(first)].into_iter().chain(parties.map(|values| self.party(values.party))).collect()
    }

    fn space(&self) -> Section {
        let deals = self.study.space.deals();
        let frontier = self.study.frontier.len();
        let opposition = self.study.opposition;
        let blocks = vec![
            self.paragraph("study-deals", &[arg("deals", deals)]),
            self.paragraph(
                "study-zone",
                &[arg("zone", self.study.zone), arg("percent", self.study.zone * 100 / deals.max(1))],
            ),
            self.paragraph("study-frontier", &[arg("frontier", frontier)]),
            self.paragraph("study-opposition", &[arg("opposition", opposition)]),
        ];
        self.section("space", Nature::Model, blocks)
    }

    fn points(&self) -> Section {
        let solutions = &self.study.solutions;
        let named = [
            ("study-nash", solutions.nash),
            ("study-kalai-smorodinsky", solutions.kalai_smorodinsky),
            ("study-egalitarian", solutions.egalitarian),
            ("study-welfare", solutions.welfare),
        ];
        let mut blocks = vec![self.paragraph("study-points-what", &[])];
        let mut rows = Vec::new();
        let mut deals: Vec<(Vec<String>, &Outcome)> = Vec::new();
        for (key, place) in named {
            let Some(outcome) = place.and_then(|place| self.study.frontier.get(place)) else {
                continue;
            };
            let name = self.wording.catalogue.msg(key);
            rows.push(row(name.clone(), &outcome.values));
            // If several theories single out the same deal, show it once.
            match deals.iter_mut().find(|(_, told)| told.deal == outcome.deal) {
                Some((names, _)) => names.push(name),
                None => deals.push((vec![name], outcome)),
            }
        }
        if rows.is_empty() {
            blocks.push(self.paragraph("study-no-zone", &[]));
        }
        let reservations: Vec<i64> = self.study.space.parties.iter().map(|party| party.reservation).collect();
        rows.push(row(self.wording.catalogue.msg("debrief-deal-reservation"), &reservations));
        blocks.push(Block::Figures { head: self.head("study-point"), rows });
        let told = deals.into_iter();
        blocks.push(Block::Entries {
            entries: told.map(|(names, outcome)| self.deal_entry(names.join(", "), outcome)).collect(),
        });
        let ties = &self.study.ties;
        let places = [&ties.nash, &ties.kalai_smorodinsky, &ties.egalitarian, &ties.welfare];
        let items: Vec<String> = named
            .into_iter()
            .zip(places)
            .flat_map(|((key, chosen), places)| self.as_good(key, chosen, places))
            .collect();
        if !items.is_empty() {
            blocks.push(self.paragraph("study-ties", &[]));
            blocks.push(Block::List { items });
        }
        self.section("points", Nature::Model, blocks)
    }

    /// The other deals that are as good as a point by its own definition, and how many are not listed.
    fn as_good(&self, key: &str, chosen: Option<usize>, places: &[usize]) -> Vec<String> {
        let name = self.wording.catalogue.msg(key);
        let alike = || places.iter().filter_map(|place| self.study.alike.get(*place));
        let point = chosen.and_then(|place| self.study.frontier.get(place));
        let others =
            alike().flat_map(|alike| &alike.deals).filter(|deal| point.is_none_or(|point| point.deal != **deal));
        let mut items: Vec<String> = others
            .take(TOLD)
            .map(|deal| {
                let text = self.wording.deal_clauses(deal).join("; ");
                let args = [arg("name", name.as_str()), arg("clauses", text)];
                self.wording.catalogue.msg_with("study-deal", &args)
            })
            .collect();
        let all: usize = alike().map(|alike| alike.count).sum();
        let more = all.saturating_sub(1 + items.len());
        if more > 0 {
            let args = [arg("name", name.as_str()), arg("count", more)];
            items.push(self.wording.catalogue.msg_with("study-ties-more", &args));
        }
        items
    }

    fn deal_entry(&self, term: String, outcome: &Outcome) -> Entry {
        let text = self.wording.deal_clauses(&outcome.deal).join("; ");
        let args = [arg("name", term.as_str()), arg("clauses", text.as_str())];
        Entry {
            sentence: self.wording.catalogue.msg_with("study-deal", &args),
            term,
            mark: None,
            text,
            quote: None,
            note: None,
        }
    }

    fn history(&self) -> Section {
        let placed = || self.study.placed.iter();
        let rows = placed().map(|placed| row(self.named(placed.deal), &placed.values));
        let figures = Block::Figures { head: self.head("debrief-deal"), rows: rows.collect() };
        let entries = placed().map(|placed| self.placed(placed)).collect();
        self.section("history", Nature::Model, vec![figures, Block::Entries { entries }])
    }

    fn named(&self, deal: DealId) -> String {
        self.wording.scenario.deal(deal).name.clone()
    }

    fn placed(&self, placed: &Placed) -> Entry {
        let catalogue = self.wording.catalogue;
        let (tone, key) = match (placed.acceptable, &placed.better) {
            (true, None) => (Tone::For, "study-on-frontier"),
            (true, Some(_)) => (Tone::Neutral, "study-acceptable"),
            (false, _) => (Tone::Against, "study-not-acceptable"),
        };
        let mark = Mark { tone, text: catalogue.msg(key) };
        let better = placed.better.as_ref().map(|better| self.better(placed, better));
        let ratified = self.ratified(placed);
        let text = better.into_iter().chain([ratified]).collect::<Vec<_>>().join(" ");
        let term = self.named(placed.deal);
        Entry {
            sentence: format!("{term}: {}. {text}", mark.text),
            term,
            mark: Some(mark),
            text,
            quote: None,
            note: None,
        }
    }

    fn better(&self, placed: &Placed, better: &Outcome) -> String {
        let old = &self.wording.scenario.deal(placed.deal).deal;
        let issues = self.wording.scenario.issue_ids().zip(old.iter().zip(&better.deal));
        let changed: Vec<String> = issues
            .filter(|(_, (old, new))| old != new)
            .filter_map(|(issue, (_, new))| self.wording.deal_clause(issue, *new))
            .collect();
        let parties = self.wording.scenario.values.iter();
        let gains: Vec<String> = parties
            .zip(placed.values.iter().zip(&better.values))
            .map(|(values, (old, new))| format!("{} {:+}", self.party(values.party), (new - old) / SCALE))
            .collect();
        let args = [arg("clauses", changed.join("; ")), arg("gains", gains.join(", "))];
        self.wording.catalogue.msg_with("study-better", &args)
    }

    fn ratified(&self, placed: &Placed) -> String {
        let parties = self.wording.scenario.values.iter();
        let verdicts = parties.zip(&placed.ratifiable).map(|(values, yes)| {
            let key = if *yes { "study-ratified" } else { "study-not-ratified" };
            let args = [arg("party", self.party(values.party))];
            self.wording.catalogue.msg_with(key, &args)
        });
        verdicts.collect::<Vec<_>>().join(" ")
    }

    fn sureness(&self) -> Section {
        let tried = self.study.claims.first().map_or(0, |claim| claim.of);
        let told = self.study.claims.iter().map(|claim| self.claim(claim));
        let blocks = vec![
            self.paragraph("study-sureness-what", &[arg("weightings", tried)]),
            Block::List { items: told.collect() },
        ];
        self.section("sureness", Nature::Model, blocks)
    }

    /// A claim in words, phrased the way that is true at the middle of the ranges.
    fn claim(&self, claim: &Claim) -> String {
        let holds = if claim.at_mid { claim.holds } else { claim.of - claim.holds };
        let percent = u64::from(holds) * 100 / u64::from(claim.of.max(1));
        let (key, deal, to, party) = match claim.kind {
            Kind::Dominated { deal } if claim.at_mid => ("claim-dominated", deal, None, None),
            Kind::Dominated { deal } => ("claim-undominated", deal, None, None),
            Kind::Acceptable { deal, party } if claim.at_mid => ("claim-acceptable", deal, None, Some(party)),
            Kind::Acceptable { deal, party } => ("claim-unacceptable", deal, None, Some(party)),
            Kind::Prefers { deal, to, party } if claim.at_mid => ("claim-prefers", deal, Some(to), Some(party)),
            // The negation, told from the other deal's side: it is at least as good.
            Kind::Prefers { deal, to, party } => ("claim-no-worse", to, Some(deal), Some(party)),
        };
        let args = [
            arg("deal", self.named(deal)),
            arg("to", to.map_or_else(String::new, |to| self.named(to))),
            arg("party", party.map_or_else(String::new, |party| self.party(party))),
        ];
        let told = [
            arg("claim", self.wording.catalogue.msg_with(key, &args)),
            arg("percent", percent),
            arg("sure", self.wording.catalogue.msg(sure(percent))),
        ];
        self.wording.catalogue.msg_with("study-claim", &told)
    }
}

fn row(name: String, values: &[i64]) -> FigureRow {
    FigureRow { name, figures: values.iter().map(|value| value / SCALE).collect() }
}
