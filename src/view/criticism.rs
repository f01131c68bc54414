//! The criticism of the model that a user can make: every weight with its range and reason, and the effects of moving
//! it.

use crate::debrief::Findings;
use crate::language::arg;
use crate::negotiation::journal::Game;
use crate::scenario::{IssueId, PartyId};

use super::appraisal::on_report;
use super::chart::ValueChart;
use super::debrief::{Block, Teller};
use super::wording::Wording;

/// A weight that can be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightRow {
    pub party: PartyId,
    pub issue: IssueId,
    pub name: String,
    /// The full name, for use without a heading.
    pub label: String,
    pub range: (u32, u32),
    pub authored: u32,
    pub figure: u32,
    /// The weight, and the author's figure if that differs.
    pub figures: String,
    pub reason: String,
}

/// The weights of one party, under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyWeights {
    pub heading: String,
    pub rows: Vec<WeightRow>,
}

/// The weights of all parties, and the effects of moving them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criticism {
    /// One entry for each party, the player's first.
    pub parties: Vec<PartyWeights>,
    /// Whether any weight differs from the author's.
    pub moved: bool,
    pub chart: Option<ValueChart>,
    pub conclusions: Vec<Block>,
    /// The claims that do not come out the same in every weighting.
    pub unsure: Block,
}

/// The criticism of the model for a game; `None` if the scenario has too many deals to search.
pub fn criticism(wording: Wording<'_>, game: &Game, findings: &Findings) -> Option<Criticism> {
    let teller = Teller { wording, game, findings };
    let appraisal = findings.appraisal.as_ref()?;
    let mut conclusions = Vec::new();
    if findings.judgement.is_some() {
        conclusions.extend(teller.swapped(appraisal));
    }
    conclusions.push(teller.claims(appraisal, on_report));
    conclusions.extend(teller.rankings(appraisal));
    let parties = teller.parties().into_iter();
    Some(Criticism {
        parties: parties.filter_map(|place| weights(&teller, place)).collect(),
        moved: !appraisal.weights.moved(wording.scenario).is_empty(),
        chart: teller.chart(appraisal),
        conclusions,
        unsure: teller.claims(appraisal, |told| !on_report(told)),
    })
}

fn weights(teller: &Teller<'_>, place: usize) -> Option<PartyWeights> {
    let wording = teller.wording;
    let appraisal = teller.findings.appraisal.as_ref()?;
    let values = wording.scenario.values.get(place)?;
    let party = teller.party(place);
    let issues = wording.scenario.issue_ids().zip(&values.preferences);
    let rows = issues.filter_map(|(issue, preference)| {
        let name = wording.scenario.issue(issue).name.clone();
        let args = [arg("party", party.as_str()), arg("issue", name.as_str())];
        let reason = [arg("reason", wording.basis(&preference.source))];
        let figure = appraisal.weights.figure(place, issue.index())?;
        let key = if figure == preference.weight.mid { "criticise-as-authored" } else { "criticise-moved" };
        let figures = [arg("figure", figure), arg("authored", preference.weight.mid)];
        Some(WeightRow {
            figures: wording.catalogue.msg_with(key, &figures),
            party: values.party,
            issue,
            label: wording.catalogue.msg_with("criticise-slider", &args),
            range: (preference.weight.low, preference.weight.high),
            authored: preference.weight.mid,
            figure,
            reason: wording.catalogue.msg_with("criticise-because", &reason),
            name,
        })
    });
    let heading = [arg("party", party.as_str())];
    Some(PartyWeights { heading: wording.catalogue.msg_with("criticise-of", &heading), rows: rows.collect() })
}
