//! A domain from another program in words: its deals, its frontier, the points singled out by theories, and its
//! parties.

use crate::analysis::domain::{Domain, Found, Fraction, exact, rounded};
use crate::analysis::{Alike, MOST_LISTED, OPPOSITION_WHOLE, Outcome, Reached};
use crate::language::{Arg, Catalogue, arg};
use crate::scenario::resolved::Deal;

use super::document::{Block, Document, Nature, Section};

/// Decimal places shown in the text. The figures themselves are exact.
const PLACES: usize = 4;
/// Most outcomes of a frontier, and most deals of one outcome, listed in the text.
const TOLD: usize = 30;

/// The study of a domain as a document.
pub fn document(catalogue: &Catalogue, domain: &Domain, found: &Found, left_out: &[String]) -> Document {
    let teller = Teller { catalogue, domain, found, left_out };
    let title = [arg("title", domain.topic.name.as_str())];
    Document {
        title: catalogue.msg_with("domain-title", &title),
        scenario: domain.topic.name.clone(),
        digest: String::new(),
        sections: teller.sections(),
        sources: Vec::new(),
        works: Vec::new(),
    }
}

struct Teller<'a> {
    catalogue: &'a Catalogue,
    domain: &'a Domain,
    found: &'a Found,
    left_out: &'a [String],
}

impl Teller<'_> {
    fn section(&self, key: &'static str, heading: &str, blocks: Vec<Block>) -> Section {
        Section { key, nature: Nature::Model, heading: self.catalogue.msg(heading), blocks }
    }

    fn paragraph(&self, key: &str, args: &[Arg<'_>]) -> Block {
        Block::Paragraph { text: self.catalogue.msg_with(key, args) }
    }

    fn sections(&self) -> Vec<Section> {
        let mut sections = vec![self.space(), self.parties()];
        if self.found.reached != Reached::Zone {
            sections.extend([self.points(), self.frontier()]);
        }
        sections
    }

    fn values(&self, values: &[Fraction]) -> String {
        let parties = self.domain.profiles.iter().zip(values);
        let told: Vec<String> =
            parties.map(|(profile, value)| format!("{} {}", profile.name, rounded(value, PLACES))).collect();
        told.join(", ")
    }

    fn clauses(&self, deal: &Deal) -> String {
        let named = self.domain.named(deal).into_iter();
        let clauses: Vec<String> = named
            .map(|(issue, value)| {
                let args = [arg("issue", issue), arg("pair", value)];
                self.catalogue.msg_with("clause", &args)
            })
            .collect();
        clauses.join("; ")
    }

    fn space(&self) -> Section {
        let found = self.found;
        let percent = found.zone.saturating_mul(100) / found.deals.max(1);
        let opposition = found.opposition / (OPPOSITION_WHOLE / 1_000);
        let on_frontier: usize = found.alike.iter().map(|alike| alike.count).sum();
        let mut blocks = vec![
            self.paragraph("domain-deals", &[arg("deals", found.deals)]),
            self.paragraph("domain-zone", &[arg("zone", found.zone), arg("percent", percent)]),
        ];
        if found.reached != Reached::Zone {
            let sizes = [arg("frontier", found.frontier.len()), arg("deals", on_frontier)];
            blocks.push(self.paragraph("domain-frontier-size", &sizes));
            blocks.push(self.paragraph("study-opposition", &[arg("opposition", opposition)]));
        }
        match found.reached {
            Reached::Zone => blocks.push(self.paragraph("domain-stopped-before-frontier", &[])),
            Reached::Frontier => blocks.push(self.paragraph("domain-stopped-before-deals", &[])),
            Reached::Everything => {}
        }
        blocks.push(self.paragraph("domain-rounded", &[arg("places", PLACES)]));
        let mut items: Vec<String> = self.domain.warnings().map(str::to_owned).collect();
        if !self.domain.topic.aside.is_empty() {
            let aside = [arg("aside", self.domain.topic.aside.join(", "))];
            items.push(self.catalogue.msg_with("domain-topic-aside", &aside));
        }
        if !self.left_out.is_empty() {
            items.push(self.catalogue.msg_with("domain-left-out", &[arg("files", self.left_out.join(", "))]));
        }
        if !items.is_empty() {
            blocks.push(Block::List { items });
        }
        self.section("space", "study-space", blocks)
    }

    fn parties(&self) -> Section {
        let mut items = Vec::new();
        for profile in &self.domain.profiles {
            let args = [
                arg("party", profile.name.as_str()),
                arg("reservation", rounded(&profile.reservation, PLACES)),
                arg("best", rounded(&profile.best(), PLACES)),
            ];
            items.push(self.catalogue.msg_with("domain-party", &args));
            if let Some(discount) = &profile.discount {
                let args = [arg("party", profile.name.as_str()), arg("discount", exact(discount))];
                items.push(self.catalogue.msg_with("domain-discount", &args));
            }
            if !profile.aside.is_empty() {
                let args = [arg("party", profile.name.as_str()), arg("aside", profile.aside.join(", "))];
                items.push(self.catalogue.msg_with("domain-aside", &args));
            }
        }
        self.section("parties", "domain-parties", vec![Block::List { items }])
    }

    fn points(&self) -> Section {
        let (solutions, ties) = (&self.found.solutions, &self.found.ties);
        let named = [
            ("study-nash", solutions.nash, &ties.nash),
            ("study-kalai-smorodinsky", solutions.kalai_smorodinsky, &ties.kalai_smorodinsky),
            ("study-egalitarian", solutions.egalitarian, &ties.egalitarian),
            ("study-welfare", solutions.welfare, &ties.welfare),
        ];
        let mut blocks = vec![self.paragraph("domain-points-what", &[])];
        if solutions.nash.is_none() {
            blocks.push(self.paragraph("study-no-zone", &[]));
        }
        for (key, chosen, places) in named {
            let Some(chosen) = chosen else { continue };
            let text = self.catalogue.msg(key);
            blocks.push(Block::Subheading { text });
            let others = places.iter().copied().filter(|place| *place != chosen);
            let items = [chosen].into_iter().chain(others).take(TOLD);
            let items = items.flat_map(|place| self.outcome(place));
            blocks.push(Block::List { items: items.collect() });
            self.left_out(places.len(), &mut blocks);
        }
        self.section("points", "study-points", blocks)
    }

    fn frontier(&self) -> Section {
        let count = self.found.frontier.len();
        let items = (0..count).take(TOLD).flat_map(|place| self.outcome(place));
        let mut blocks = vec![Block::List { items: items.collect() }];
        self.left_out(count, &mut blocks);
        self.section("frontier", "domain-frontier", blocks)
    }

    fn left_out(&self, count: usize, blocks: &mut Vec<Block>) {
        if count > TOLD {
            let args = [arg("count", count - TOLD)];
            blocks.push(self.paragraph("domain-more-outcomes", &args));
        }
    }

    /// An outcome and every deal that gives it.
    fn outcome(&self, place: usize) -> Vec<String> {
        let both = self.found.frontier.get(place);
        let Some((outcome, alike)) = both.zip(self.found.alike.get(place)) else {
            return Vec::new();
        };
        told(alike).map(|deal| self.deal(outcome, deal)).chain(self.more_deals(alike)).collect()
    }

    fn deal(&self, outcome: &Outcome<Fraction>, deal: &Deal) -> String {
        let args = [arg("values", self.values(&outcome.values)), arg("clauses", self.clauses(deal))];
        self.catalogue.msg_with("domain-deal", &args)
    }

    fn more_deals(&self, alike: &Alike) -> Option<String> {
        let more = alike.count.checked_sub(TOLD).filter(|more| *more > 0)?;
        let args = [arg("count", more), arg("listed", MOST_LISTED)];
        Some(self.catalogue.msg_with("domain-more-deals", &args))
    }
}

fn told(alike: &Alike) -> impl Iterator<Item = &Deal> {
    alike.deals.iter().take(TOLD)
}
