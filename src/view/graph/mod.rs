//! A scenario as a graph: moves, the stances and replies that answer them, what those put on the table, and what that
//! opens up. Nodes are coloured by how often bots reached them. The graph is for authors, and always generated from the
//! scenario files.

mod around;
mod bands;
mod boxes;
mod dot;
mod list;
mod mermaid;

use std::collections::{BTreeMap, BTreeSet};

use crate::scenario::IssueId;
use crate::scenario::links::{How, Links, Node};
use crate::scenario::resolved::Scenario;

pub use around::svg as svg_around;
pub use bands::svg;
pub use dot::dot;
pub use list::list;
pub use mermaid::mermaid;

/// How often each node occurred in the bots' games.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    pub games: u64,
    /// Occurrences of each node. Nodes not in the map were not counted.
    pub times: BTreeMap<Node, u64>,
}

impl Counts {
    /// Number of times a node occurred; `None` if it was not counted.
    pub fn of(&self, node: Node) -> Option<u64> {
        self.times.get(&node).copied()
    }

    /// The shade of a node, by how often it occurred per game.
    pub fn shade(&self, node: Node) -> Shade {
        match self.of(node) {
            None => Shade::Uncounted,
            Some(0) => Shade::Never,
            Some(times) if times * 100 < self.games => Shade::Rarely,
            Some(times) if times * 10 < self.games => Shade::Sometimes,
            Some(times) if times * 2 < self.games => Shade::Often,
            Some(_) => Shade::Mostly,
        }
    }
}

/// How often something occurred, in five steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shade {
    Uncounted,
    Never,
    /// In fewer than one game in a hundred.
    Rarely,
    Sometimes,
    Often,
    /// On average at least once in every two games.
    Mostly,
}

impl Shade {
    /// The shades that occur in counted graphs, least frequent first, with their names.
    pub const LEGEND: [(Shade, &'static str); 5] = [
        (Shade::Never, "never"),
        (Shade::Rarely, "under 1 in 100"),
        (Shade::Sometimes, "under 1 in 10"),
        (Shade::Often, "under half"),
        (Shade::Mostly, "half or more"),
    ];

    /// Fill colour.
    pub const fn fill(self) -> &'static str {
        match self {
            Shade::Uncounted => "#f4f4f1",
            Shade::Never => "#f6ddd6",
            Shade::Rarely => "#f2f5f8",
            Shade::Sometimes => "#dbe7f0",
            Shade::Often => "#b9d2e4",
            Shade::Mostly => "#8fb8d6",
        }
    }

    /// Outline colour.
    pub const fn line(self) -> &'static str {
        match self {
            Shade::Uncounted => "#a8a8a2",
            Shade::Never => "#a8452c",
            _ => "#48677f",
        }
    }
}

/// The part of a scenario to draw.
#[derive(Debug, Clone, Copy)]
pub struct Drawn<'a> {
    pub scenario: &'a Scenario,
    pub links: &'a Links,
    pub counts: &'a Counts,
    pub issue: Option<IssueId>,
    /// The node to draw around, and the number of links to follow.
    pub around: Option<(Node, usize)>,
}

/// An arrow between two nodes of the graph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    pub from: Node,
    pub to: Node,
    /// The label; empty for the usual path from a move to its answer.
    pub label: String,
}

impl Drawn<'_> {
    /// The nodes to draw, in order, and the arrows between them.
    pub fn graph(&self) -> (Vec<Node>, Vec<Arrow>) {
        let arrows = self.arrows();
        let kept: BTreeSet<Node> = match self.around {
            Some((centre, steps)) => around(&arrows, centre, steps),
            None => {
                let all = arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]);
                all.collect()
            }
        };
        let own: BTreeSet<Node> = match self.issue {
            Some(issue) => kept.iter().copied().filter(|node| node.issue(self.scenario) == Some(issue)).collect(),
            None => kept.clone(),
        };
        // Of marks and other issues' nodes, keep only those linked to this issue.
        let touches = |arrow: &&Arrow| own.contains(&arrow.from) || own.contains(&arrow.to);
        let inside = |arrow: &&Arrow| kept.contains(&arrow.from) && kept.contains(&arrow.to);
        let arrows: Vec<Arrow> = arrows.iter().filter(inside).filter(touches).cloned().collect();
        let ends = arrows.iter().flat_map(|arrow| [arrow.from, arrow.to]);
        let nodes: BTreeSet<Node> = own.iter().copied().chain(ends).collect();
        (nodes.into_iter().collect(), arrows)
    }

    /// Every arrow between moves, stances, answers, marks and commitments. Where a condition asks for an entry of the
    /// record, the arrows come from every utterance that speaks it.
    fn arrows(&self) -> Vec<Arrow> {
        let mut arrows = BTreeSet::new();
        let drawn = |node: Node| {
            matches!(node, Node::Move(_) | Node::Stance(_) | Node::Utterance(_) | Node::Mark(_) | Node::Commitment(..))
        };
        for link in self.links.all() {
            if let Node::Entry(entry) = link.from
                && matches!(link.how, How::AskedBy | How::RuledOutBy)
            {
                let speakers = self.links.leading_to(link.from).filter(|by| by.how == How::Speaks);
                let id = &self.scenario.entry(entry).id;
                for by in speakers.filter(|by| matches!(by.from, Node::Utterance(_))) {
                    arrows.insert(Arrow {
                        from: by.from,
                        to: link.to,
                        label: if link.how == How::AskedBy { id.clone() } else { format!("not {id}") },
                    });
                }
                continue;
            }
            if !drawn(link.from) || !drawn(link.to) {
                continue;
            }
            let label = match link.how {
                How::TakenBy | How::Brings => String::new(),
                // A stance already links the move to its answer.
                How::Answered if self.is_brought(link.to) => continue,
                how => short(how).to_owned(),
            };
            arrows.insert(Arrow { from: link.from, to: link.to, label });
        }
        arrows.into_iter().collect()
    }

    fn is_brought(&self, reply: Node) -> bool {
        self.links.leading_to(reply).any(|link| link.how == How::Brings)
    }

    /// The node's label in the graph: its id, and how often it occurred.
    pub fn title(&self, node: Node) -> String {
        let id = node.id(self.scenario);
        match self.counts.of(node) {
            Some(times) => format!("{id} ({times})"),
            None => id,
        }
    }

    /// The issues to draw, in order.
    pub fn issues(&self) -> Vec<IssueId> {
        match self.issue {
            Some(issue) => vec![issue],
            None => self.scenario.issue_ids().collect(),
        }
    }
}

/// The label for a kind of link.
const fn short(how: How) -> &'static str {
    match how {
        How::Answered => "answered",
        How::TakenUp => "taken up",
        How::Faced => "to be faced",
        How::Sets => "sets",
        How::Clears => "takes back",
        How::Commits => "commits",
        How::Withdraws => "withdraws",
        How::AskedBy => "asked for by",
        How::RuledOutBy => "rules out",
        _ => "",
    }
}

/// Every node at most `steps` arrows away from the centre, in either direction.
fn around(arrows: &[Arrow], centre: Node, steps: usize) -> BTreeSet<Node> {
    let mut found = BTreeSet::from([centre]);
    for _ in 0..steps {
        let next: Vec<Node> = arrows
            .iter()
            .filter_map(|arrow| match (found.contains(&arrow.from), found.contains(&arrow.to)) {
                (true, false) => Some(arrow.to),
                (false, true) => Some(arrow.from),
                _ => None,
            })
            .collect();
        found.extend(next);
    }
    found
}
