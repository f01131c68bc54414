//! `graph`: moves, their answers and what those open, coloured by how often bots reached them.

use std::io::Write;
use std::sync::Arc;

use crate::playtest::bot::Bot;
use crate::playtest::{Plan, run as play};
use crate::ports::{Ports, Spawner};
use crate::scenario::links::{Links, Node};
use crate::scenario::{IssueId, Scenario};
use crate::view::graph::{Counts, Drawn, dot, list, mermaid, svg, svg_around};

use super::args::{GraphArgs, GraphFormat};
use super::{Failure, OK, there_is_no};
use crate::library::open::Library;

/// Prints the graph.
///
/// # Errors
/// When there is no such scenario, issue, bot or id, or writing fails.
pub fn run(args: &GraphArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let scenario = Library::new(ports).scenario(&args.scenario)?;
    let issue = args.issue.as_deref().map(|id| issue(&scenario, id)).transpose()?;
    let centre = args.around.as_deref().map(|id| node(&scenario, id)).transpose()?;
    let bots = Bot::ALL.iter().map(|bot| bot.name());
    let bot = Bot::from_name(&args.bot).ok_or_else(|| there_is_no("bot", &args.bot, bots))?;
    let links = Links::of(&scenario);
    let counts = counted(&scenario, &links, bot, args.games, args.seed, ports.spawner.as_ref());
    let drawn = Drawn {
        scenario: &scenario,
        links: &links,
        counts: &counts,
        issue,
        around: centre.map(|node| (node, args.steps)),
    };
    let text = match (args.format, centre) {
        (GraphFormat::Dot, _) => dot(&drawn),
        (GraphFormat::Mermaid, _) => mermaid(&drawn),
        (GraphFormat::Svg, Some(node)) => svg_around(&drawn, node, args.steps),
        (GraphFormat::Svg, None) => svg(&drawn),
        (GraphFormat::Text, Some(node)) => list(&drawn, node),
        (GraphFormat::Text, None) => {
            let message =
                "as text, one thing is shown at a time; add --around with the id of a move, reply, stance or mark";
            return Err(Failure::Message(message.to_owned()));
        }
    };
    out.write_all(text.as_bytes())?;
    Ok(OK)
}

/// Counts how often a bot reached everything, in games from each open seat.
pub fn counted(
    scenario: &Arc<Scenario>,
    links: &Links,
    bot: Bot,
    games: u64,
    seed: u64,
    spawner: &dyn Spawner,
) -> Counts {
    let mut counts = Counts { games, ..Counts::default() };
    if games == 0 {
        return counts;
    }
    for (id, seat) in scenario.seat_ids().zip(&scenario.seats) {
        if seat.closed_because.is_some() {
            continue;
        }
        let mut plan = Plan::of(bot, games, seed);
        plan.seat = id;
        let coverage = play(scenario, &plan, spawner);
        for node in nodes(scenario, links) {
            if let Some(times) = coverage.times(links, node) {
                *counts.times.entry(node).or_default() += times;
            }
        }
    }
    counts
}

/// All parts of a scenario, including the commitments that effects make.
fn nodes(scenario: &Scenario, links: &Links) -> Vec<Node> {
    let mut nodes = Node::all(scenario);
    let commitments = links.all().iter().map(|link| link.to);
    nodes.extend(commitments.filter(|node| matches!(node, Node::Commitment(..))));
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}

fn issue(scenario: &Scenario, id: &str) -> Result<IssueId, Failure> {
    let issues = scenario.issues.iter().map(|issue| issue.id.as_str());
    scenario.issue_id(id).ok_or_else(|| there_is_no("issue", id, issues))
}

/// Finds a part of the scenario by id. If several share the id, `reply:ID` selects one.
fn node(scenario: &Scenario, id: &str) -> Result<Node, Failure> {
    let (kind, plain) = match id.split_once(':') {
        Some((kind, plain)) => (Some(kind), plain),
        None => (None, id),
    };
    let found = Node::find(scenario, plain);
    let mut wanted = found.iter().filter(|node| kind.is_none_or(|kind| node.kind(scenario) == kind));
    if let Some(node) = wanted.next() {
        return Ok(*node);
    }
    let near = nearest(scenario, plain);
    let near = if near.is_empty() { String::new() } else { format!("; nearest to it: {}", near.join(", ")) };
    Err(Failure::Message(format!("nothing in this scenario is called \"{id}\"{near}")))
}

/// The three most similar ids.
fn nearest(scenario: &Scenario, id: &str) -> Vec<String> {
    let ids = Node::all(scenario).into_iter().map(|node| node.id(scenario));
    let mut like: Vec<(f64, String)> = ids.map(|other| (strsim::jaro_winkler(id, &other), other)).collect();
    like.retain(|(likeness, _)| *likeness > 0.75);
    like.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.cmp(b)));
    like.dedup();
    like.into_iter().take(3).map(|(_, id)| id).collect()
}
