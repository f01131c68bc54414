//! Checks that recorded games name only things that their scenario has.

use crate::scenario::check::written_at;
use crate::scenario::diagnostic::{Diagnostic, Report};
use crate::scenario::load::read_whole;
use crate::scenario::place::FileId;
use crate::scenario::resolved::Scenario;

use crate::negotiation::script::{Expect, Play, Step};

const ENTRY: &str = "entry of the record";
const UTTERANCE: &str = "reply or initiative";

/// Every recorded game that can't be read, and every unknown name in one. Playing the game shows whether it still
/// works.
pub fn faults(scenario: &Scenario, report: &Report) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for (index, file) in report.files.iter().enumerate() {
        if !file.name.starts_with("playthroughs/") {
            continue;
        }
        let Ok(id) = u16::try_from(index) else { break };
        match read_whole::<Play>(FileId(id), &file.text) {
            Ok(play) => {
                for (kind, name) in unknown_names(scenario, &play) {
                    let message = format!("there is no {kind} \"{name}\" in this scenario");
                    let place = written_at(report, &file.name, &name);
                    let help = "record the game again, or correct the name".to_owned();
                    faults.push(Diagnostic::error("WCW132", message, place, Some(help)));
                }
            }
            Err(found) => faults.extend(found),
        }
    }
    faults
}

/// Unknown names in a game, each with the kind of thing it should name.
fn unknown_names(scenario: &Scenario, play: &Play) -> Vec<(&'static str, String)> {
    let mut unknown_names = Vec::new();
    let mut look = |found: bool, kind: &'static str, name: &str| {
        let known = (kind, name.to_owned());
        if !found && !unknown_names.contains(&known) {
            unknown_names.push(known);
        }
    };
    look(play.scenario == scenario.id, "scenario", &play.scenario);
    let length = scenario.length_id(&play.length);
    look(length.is_some(), "length of game", &play.length);
    if let Some(seat) = &play.seat {
        look(scenario.seat_id(seat).is_some(), "seat", seat);
    }
    if let Some(style) = &play.style {
        let found = scenario.seats.iter().any(|seat| seat.style_id(style).is_some());
        look(found, "style", style);
    }
    for step in &play.steps {
        match step {
            Step::Say { speaker, moves, .. } => {
                look(scenario.person_id(speaker).is_some(), "person", speaker);
                for mv in moves {
                    look(scenario.move_id(mv).is_some(), "move", mv);
                }
            }
            Step::Report(deal) => look(scenario.deal_id(deal).is_some(), "named deal", deal),
            Step::Package(clauses) => {
                for clause in clauses {
                    let issue = scenario.issue_id(&clause.issue);
                    look(issue.is_some(), "issue", &clause.issue);
                    let position = issue.map(|issue| scenario.position_id(issue, &clause.position).is_some());
                    look(position != Some(false), "position on its issue", &clause.position);
                }
            }
        }
    }
    for expect in &play.expect {
        match expect {
            Expect::Spoken(entry) | Expect::Unspoken(entry) => {
                look(scenario.entry_id(entry).is_some(), ENTRY, entry);
            }
            Expect::Shown(entries) => {
                for entry in entries {
                    look(scenario.entry_id(entry).is_some(), ENTRY, entry);
                }
            }
            Expect::Given(id) | Expect::NotGiven(id) => {
                look(scenario.utterance_id(id).is_some(), UTTERANCE, id);
            }
            Expect::Heard { given, .. } => {
                for id in given {
                    look(scenario.utterance_id(id).is_some(), UTTERANCE, id);
                }
            }
            Expect::Differs { mv, .. } => look(scenario.move_id(mv).is_some(), "move", mv),
            _ => {}
        }
    }
    unknown_names
}
