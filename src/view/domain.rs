//! A domain from another program in words: its deals, its frontier, the points singled out by theories, and its
//! parties.

use crate::analysis::domain::{Domain, Scale};
use crate::analysis::{Alike, MOST_LISTED, OPPOSITION_WHOLE, Outcome, Survey};
use crate::language::{Arg, Catalogue, arg};
use crate::scenario::resolved::Deal;

use super::document::{Block, Document, Nature, Section};

/// Decimal places shown in the text. The figures themselves are exact.
const PLACES: u32 = 4;
/// Most outcomes of a frontier, and most deals of one outcome, listed in the text.
const TOLD: usize = 30;

/// The study of a domain as a document.
pub fn document(catalogue: &Catalogue, domain: &Domain, scale: Scale, survey: &Survey<i128>) -> Document {
    let teller = Teller { catalogue, domain, scale, survey };
    let title = [arg("title", domain.topic.name.as_str())];
    Document {
        title: catalogue.msg_with("domain-title", &title),
        scenario: domain.topic.name.clone(),
        digest: String::new(),
        sections: vec![teller.space(), teller.parties(), teller.points(), teller.frontier()],
        sources: Vec::new(),
        works: Vec::new(),
    }
}

struct Teller<'a> {
    catalogue: &'a Catalogue,
    domain: &'a Domain,
    scale: Scale,
    survey: &'a Survey<i128>,
}

impl Teller<'_> {
    fn section(&self, key: &'static str, heading: &str, blocks: Vec<Block>) -> Section {
        Section { key, nature: Nature::Model, heading: self.catalogue.msg(heading), blocks }
    }

    fn paragraph(&self, key: &str, args: &[Arg<'_>]) -> Block {
        Block::Paragraph { text: self.catalogue.msg_with(key, args) }
    }

    fn number(&self, units: i128) -> String {
        self.scale.utility(units).rounded(PLACES)
    }

    fn values(&self, values: &[i128]) -> String {
        let parties = self.domain.profiles.iter().zip(values);
        let told: Vec<String> =
            parties.map(|(profile, value)| format!("{} {}", profile.name, self.number(*value))).collect();
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
        let deals = self.survey.space.deals();
        let percent = self.survey.zone.saturating_mul(100) / deals.max(1);
        let opposition = self.survey.opposition / (OPPOSITION_WHOLE / 1_000);
        let on_frontier: usize = self.survey.alike.iter().map(|alike| alike.count).sum();
        let blocks = vec![
            self.paragraph("domain-deals", &[arg("deals", deals)]),
            self.paragraph("domain-zone", &[arg("zone", self.survey.zone), arg("percent", percent)]),
            self.paragraph(
                "domain-frontier-size",
                &[arg("frontier", self.survey.frontier.len()), arg("deals", on_frontier)],
            ),
            self.paragraph("study-opposition", &[arg("opposition", opposition)]),
            self.paragraph("domain-rounded", &[arg("places", PLACES as usize)]),
        ];
        self.section("space", "study-space", blocks)
    }

    fn parties(&self) -> Section {
        let parties = self.domain.profiles.iter().zip(&self.survey.space.parties);
        let mut items = Vec::new();
        for (place, (profile, party)) in parties.enumerate() {
            let values = self.survey.frontier.iter();
            let best = values.filter_map(|outcome| outcome.values.get(place)).max();
            let args = [
                arg("party", profile.name.as_str()),
                arg("reservation", self.number(party.reservation)),
                arg("best", self.number(best.copied().unwrap_or_default())),
            ];
            items.push(self.catalogue.msg_with("domain-party", &args));
            if let Some(discount) = profile.discount {
                let args = [arg("party", profile.name.as_str()), arg("discount", discount.to_string())];
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
        let (solutions, ties) = (&self.survey.solutions, &self.survey.ties);
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
        let count = self.survey.frontier.len();
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
        let both = self.survey.frontier.get(place);
        let Some((outcome, alike)) = both.zip(self.survey.alike.get(place)) else {
            return Vec::new();
        };
        told(alike).map(|deal| self.deal(outcome, deal)).chain(self.more_deals(alike)).collect()
    }

    fn deal(&self, outcome: &Outcome<i128>, deal: &Deal) -> String {
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
