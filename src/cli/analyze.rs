//! The `analyze` command: every deal of a scenario, its bargaining solutions, and how certain the conclusions are.
//! Does the same for domains written by other programs.

use crate::scenario::DealId;

use serde::Serialize;

use crate::analysis::{Claim, Kind, Outcome, Reached, Study, study};
use crate::ports::Ports;
use crate::scenario::resolved::{Deal, Scenario};
use crate::terminal::{self, Page, Terminal};
use crate::view::domain;
use crate::view::study::document;
use crate::view::wording::Wording;

use super::args::{AnalyzeArgs, Format};
use super::foreign_domains::Files;
use super::{Failure, OK, STOPPED, domain_json, foreign_domains, json, watching};
use crate::library::open::Library;

/// Prints the study of a scenario or a domain.
///
/// # Errors
/// If it can't be opened, has too many deals, or output fails.
pub fn run(args: &AnalyzeArgs, ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    match (foreign_domains::files(&args.paths)?, args.paths.as_slice()) {
        (None, [scenario]) => of_scenario(args, ports, scenario, out, width),
        (Some(files), _) => of_domain(args, &files, out, width),
        (None, _) => Err(Failure::Message("name a scenario, or the files of a domain".to_owned())),
    }
}

fn of_domain(args: &AnalyzeArgs, files: &Files, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    let opened = foreign_domains::domain(files)?;
    let found = watching::watched(|watch| opened.domain.survey(watch));
    let found = found.map_err(|error| foreign_domains::how(&opened.file, &error))?;
    match args.format {
        Format::Text => {
            let catalogue = super::catalogue()?;
            let document = domain::document(&catalogue, &opened.domain, &found, &opened.left_out);
            terminal::print_document(&mut Page::new(out, width), &document)?;
        }
        Format::Json => {
            json(&domain_json::told(&opened, &found), out)?;
        }
    }
    Ok(if found.reached == Reached::Everything { OK } else { STOPPED })
}

fn of_scenario(
    args: &AnalyzeArgs,
    ports: &Ports,
    name: &str,
    out: &mut dyn Terminal,
    width: usize,
) -> Result<u8, Failure> {
    let scenario = Library::new(ports).scenario(name)?;
    let study =
        study(&scenario, args.seed, args.weightings).map_err(|error| Failure::Message(format!("{name}: {error}")))?;
    match args.format {
        Format::Text => {
            let catalogue = super::catalogue()?;
            let document = document(Wording::new(&catalogue, &scenario), &study);
            terminal::print_document(&mut Page::new(out, width), &document)?;
        }
        Format::Json => {
            json(&told(&scenario, &study), out)?;
        }
    }
    Ok(OK)
}

/// The study in machine-readable form, with ids for names.
#[derive(Serialize)]
struct Told {
    scenario: String,
    scenario_hash: String,
    scale: i64,
    deals: usize,
    zone_of_agreement: usize,
    zone_per_mille: usize,
    opposition_per_mille: u64,
    parties: Vec<ToldParty>,
    frontier: Vec<ToldDeal>,
    nash: Option<ToldDeal>,
    kalai_smorodinsky: Option<ToldDeal>,
    egalitarian: Option<ToldDeal>,
    welfare: Option<ToldDeal>,
    ties: ToldTies,
    named: Vec<ToldPlaced>,
    sensitivity: Vec<ToldClaim>,
}

#[derive(Serialize)]
struct ToldParty {
    party: String,
    reservation: i64,
    best: i64,
}

#[derive(Serialize)]
struct ToldDeal {
    values: Vec<i64>,
    deal: Vec<String>,
}

/// For each solution, all deals that are equally good by its definition, including the solution itself.
#[derive(Serialize)]
struct ToldTies {
    nash: Vec<ToldDeal>,
    kalai_smorodinsky: Vec<ToldDeal>,
    egalitarian: Vec<ToldDeal>,
    welfare: Vec<ToldDeal>,
}

#[derive(Serialize)]
struct ToldPlaced {
    id: String,
    values: Vec<i64>,
    acceptable: bool,
    on_frontier: bool,
    better: Option<ToldDeal>,
    ratifiable: Vec<bool>,
    home: Vec<ToldHome>,
}

#[derive(Serialize)]
struct ToldHome {
    party: String,
    audience: String,
    accepts: bool,
    ratifies: bool,
}

#[derive(Serialize)]
struct ToldClaim {
    claim: &'static str,
    deal: String,
    to: Option<String>,
    party: Option<String>,
    at_mid: bool,
    holds: u32,
    of: u32,
}

fn told(scenario: &Scenario, study: &Study) -> Told {
    let point = |place: Option<usize>| {
        let outcome = study.frontier.get(place?)?;
        Some(told_deal(scenario, outcome))
    };
    let best = |party: usize| {
        let values = study.frontier.iter().filter_map(|o| o.values.get(party));
        values.max().copied().unwrap_or_default()
    };
    let parties = scenario.values.iter().zip(&study.space.parties).enumerate();
    Told {
        scenario: scenario.id.clone(),
        scenario_hash: scenario.content_hash.clone(),
        scale: 10_000,
        deals: study.space.deals(),
        zone_of_agreement: study.zone,
        zone_per_mille: study.zone * 1_000 / study.space.deals().max(1),
        opposition_per_mille: study.opposition,
        parties: parties
            .map(|(place, (values, party))| ToldParty {
                party: scenario.party(values.party).id.clone(),
                reservation: party.reservation,
                best: best(place),
            })
            .collect(),
        frontier: study.frontier.iter().map(|outcome| told_deal(scenario, outcome)).collect(),
        nash: point(study.solutions.nash),
        kalai_smorodinsky: point(study.solutions.kalai_smorodinsky),
        egalitarian: point(study.solutions.egalitarian),
        welfare: point(study.solutions.welfare),
        ties: ToldTies {
            nash: tied(scenario, study, &study.ties.nash),
            kalai_smorodinsky: tied(scenario, study, &study.ties.kalai_smorodinsky),
            egalitarian: tied(scenario, study, &study.ties.egalitarian),
            welfare: tied(scenario, study, &study.ties.welfare),
        },
        named: named(scenario, study),
        sensitivity: study.claims.iter().map(|claim| told_claim(scenario, claim)).collect(),
    }
}

fn named(scenario: &Scenario, study: &Study) -> Vec<ToldPlaced> {
    let placed = study.placed.iter();
    placed
        .map(|placed| ToldPlaced {
            id: deal_id(scenario, placed.deal),
            values: placed.values.clone(),
            acceptable: placed.acceptable,
            on_frontier: placed.better.is_none(),
            better: placed.better.as_ref().map(|o| told_deal(scenario, o)),
            ratifiable: placed.ratifiable.clone(),
            home: placed
                .home
                .iter()
                .map(|home| {
                    let values = scenario.values.iter().find(|v| v.party == home.party);
                    let audience = values.and_then(|v| v.audiences.get(home.audience));
                    ToldHome {
                        party: scenario.party(home.party).id.clone(),
                        audience: audience.map_or_else(String::new, |a| a.id.clone()),
                        accepts: home.accepts,
                        ratifies: home.ratifies,
                    }
                })
                .collect(),
        })
        .collect()
}

fn tied(scenario: &Scenario, study: &Study, places: &[usize]) -> Vec<ToldDeal> {
    let outcomes = places.iter().filter_map(|place| {
        let alike = study.alike.get(*place)?;
        Some((study.frontier.get(*place)?, alike))
    });
    let deals = outcomes.flat_map(|(outcome, alike)| {
        let deals = alike.deals.iter();
        deals.map(|deal| ToldDeal { values: outcome.values.clone(), deal: clauses(scenario, deal) })
    });
    deals.collect()
}

fn deal_id(scenario: &Scenario, deal: DealId) -> String {
    scenario.deal(deal).id.clone()
}

fn told_deal(scenario: &Scenario, outcome: &Outcome) -> ToldDeal {
    ToldDeal { values: outcome.values.clone(), deal: clauses(scenario, &outcome.deal) }
}

/// The clauses of a deal as ids, such as `islands two_islands after`.
fn clauses(scenario: &Scenario, deal: &Deal) -> Vec<String> {
    let issues = scenario.issues.iter().zip(deal);
    issues
        .filter_map(|(issue, pair)| {
            let pair = issue.pairs.get(usize::from(*pair))?;
            let position = issue.positions.get(pair.position.index())?;
            let timing = pair.timing.map_or_else(String::new, |t| format!(" {}", t.key()));
            Some(format!("{} {}{timing}", issue.id, position.id))
        })
        .collect()
}

fn told_claim(scenario: &Scenario, claim: &Claim) -> ToldClaim {
    let (name, deal, to, party) = match claim.kind {
        Kind::Dominated { deal } => ("dominated", deal, None, None),
        Kind::Acceptable { deal, party } => ("acceptable", deal, None, Some(party)),
        Kind::Prefers { deal, to, party } => ("prefers", deal, Some(to), Some(party)),
    };
    ToldClaim {
        claim: name,
        deal: deal_id(scenario, deal),
        to: to.map(|to| deal_id(scenario, to)),
        party: party.map(|party| scenario.party(party).id.clone()),
        at_mid: claim.at_mid,
        holds: claim.holds,
        of: claim.of,
    }
}
