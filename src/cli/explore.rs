//! `explore`: what a talk can reach, by the shortest way, and what it provably can't.

use std::io::{self, Write};

use serde::Serialize;

use crate::negotiation::script::Step;
use crate::playtest::explore::{Budget, Explored, Verdict, explore};
use crate::ports::Ports;
use crate::scenario::Scenario;

use super::args::{ExploreArgs, Format};
use super::playtest::{length, seat};
use super::{Failure, OK, json};
use crate::library::open::Library;

/// Searches breadth-first and prints the results.
///
/// # Errors
/// When there is no such scenario, seat or length, or writing fails.
pub fn run(args: &ExploreArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let scenario = Library::new(ports).scenario(&args.scenario)?;
    let budget = Budget {
        seat: seat(&scenario, args.seat.as_deref())?,
        length: length(&scenario, args.length.as_deref())?,
        states: args.states,
        moves: args.moves,
        memory: args.memory.saturating_mul(1_000_000),
    };
    let told = told(&scenario, &budget, &explore(&scenario, &budget));
    match args.format {
        Format::Json => json(&told, out)?,
        Format::Text => text(&told, out)?,
    }
    Ok(OK)
}

/// The results in JSON output.
#[derive(Serialize)]
struct Told {
    scenario: String,
    seat: String,
    length: String,
    moves_in_a_statement: usize,
    states: usize,
    finished: bool,
    memory_used_up: bool,
    longer_statements_left_out: bool,
    statements_searched: u32,
    reached: Vec<Found>,
    unreachable_proved: Vec<Missing>,
    not_reached: Vec<Missing>,
}

/// Something the search reached, with a shortest way to it.
#[derive(Serialize)]
struct Found {
    kind: &'static str,
    id: String,
    statements: usize,
    steps: Vec<Step>,
}

/// Something the search did not reach.
#[derive(Serialize)]
struct Missing {
    kind: &'static str,
    id: String,
}

fn told(scenario: &Scenario, budget: &Budget, explored: &Explored) -> Told {
    let mut told = Told {
        scenario: scenario.id.clone(),
        seat: scenario.seat(budget.seat).id.clone(),
        length: scenario.length(budget.length).id.clone(),
        moves_in_a_statement: budget.moves,
        states: explored.states,
        finished: explored.finished,
        memory_used_up: explored.out_of_memory,
        longer_statements_left_out: explored.left_out,
        statements_searched: explored.depth,
        reached: Vec::new(),
        unreachable_proved: Vec::new(),
        not_reached: Vec::new(),
    };
    for (target, verdict) in explored.verdicts() {
        let (kind, id) = (target.kind(), target.id(scenario));
        match verdict {
            Verdict::Reached(way) => {
                let steps: Vec<Step> = way.iter().map(|c| Step::of(scenario, c)).collect();
                let said = steps.iter().filter(|s| matches!(s, Step::Say { .. }));
                told.reached.push(Found { kind, id, statements: said.count(), steps });
            }
            Verdict::Unreachable => told.unreachable_proved.push(Missing { kind, id }),
            Verdict::NotReached => told.not_reached.push(Missing { kind, id }),
        }
    }
    told
}

fn text(told: &Told, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} ({}), seat {}: {} different states", told.scenario, told.length, told.seat, told.states)?;
    writeln!(out, "{}\n", how_far(told))?;
    writeln!(out, "{:<8} {:>8} {:>13} {:>12}", "", "reached", "unreachable", "not reached")?;
    for kind in KINDS {
        let missing = |list: &[Missing]| list.iter().filter(|m| m.kind == kind).count();
        writeln!(
            out,
            "{kind:<8} {:>8} {:>13} {:>12}",
            told.reached.iter().filter(|f| f.kind == kind).count(),
            missing(&told.unreachable_proved),
            missing(&told.not_reached),
        )?;
    }
    list(out, "unreachable (proved)", &told.unreachable_proved)?;
    list(out, "not reached", &told.not_reached)?;
    ways(told, out)
}

/// Kinds of things that can be reached.
const KINDS: [&str; 5] = ["move", "reply", "entry", "ending", "rank"];

fn how_far(told: &Told) -> String {
    let moves = told.moves_in_a_statement;
    if told.memory_used_up {
        let depth = told.statements_searched;
        return format!(
            "the memory was used up among talks of {} statements: nothing is proved unreachable; --memory gives it more",
            depth + 1
        );
    }
    if !told.finished {
        let depth = told.statements_searched;
        return format!("the budget ran out among talks of {} statements: nothing is proved unreachable", depth + 1);
    }
    if told.longer_statements_left_out {
        return format!(
            "every state was searched, but statements of more than {moves} moves were left out: nothing is proved unreachable"
        );
    }
    "every state was searched, and no statement was left out".to_owned()
}

fn list(out: &mut dyn Write, head: &str, missing: &[Missing]) -> io::Result<()> {
    for kind in KINDS {
        let ids: Vec<&str> = missing.iter().filter(|m| m.kind == kind).map(|m| m.id.as_str()).collect();
        if !ids.is_empty() {
            writeln!(out, "\n{head}, {kind}: {}", ids.join(" "))?;
        }
    }
    Ok(())
}

/// Prints the shortest ways to the endings and ranks; JSON output has the others too.
fn ways(told: &Told, out: &mut dyn Write) -> io::Result<()> {
    let last = told.reached.iter().filter(|f| matches!(f.kind, "ending" | "rank"));
    for found in last {
        writeln!(out, "\n{} {}, in {} statements:", found.kind, found.id, found.statements)?;
        for step in &found.steps {
            writeln!(out, "  {}", crate::playtest::coverage::line(step))?;
        }
    }
    Ok(())
}
