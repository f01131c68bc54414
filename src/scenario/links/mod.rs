//! Links between the parts of a talk: what leads to a move, stance, reply, mark or commitment, and what it leads to.
//!
//! The links follow from the scenario as written. Whether play really gets there is tested by bots.

mod gather;
mod node;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use super::resolved::{Condition, Scenario};
use super::terms::Strength;

pub use node::Node;
pub use written::condition as written;

/// How one node leads to another. The comments name the first node, then the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// A move is accepted by a stance.
    TakenBy,
    /// A stance leads to a reply that has the stance's act and answers a move the stance accepts.
    Brings,
    /// A move is answered by a reply.
    Answered,
    /// The point of a move is taken up by an initiative.
    TakenUp,
    /// A reply or initiative demands one of these moves as an answer.
    Faced,
    /// A topic contains what is said under it.
    Holds,
    /// A move or an answer quotes an entry of the record.
    Speaks,
    /// An entry was answered by another in the record.
    Paired,
    /// A move raises an issue.
    Raises,
    /// A person may make a move that only certain people can make.
    Says,
    Sets,
    /// A move or an answer clears a mark.
    Clears,
    /// A move or an answer puts a commitment on the table.
    Commits,
    /// A move or an answer takes a commitment off the table.
    Withdraws,
    /// A move or an answer strengthens a hint on an issue.
    Strengthens(Strength),
    /// A move or an answer moves a bar by this many points.
    Moves(i8),
    /// The first node is required by a condition of the second.
    AskedBy,
    /// The first node prevents the second, which has a condition against it.
    RuledOutBy,
}

impl How {
    /// Stable key, for catalogues.
    pub const fn key(self) -> &'static str {
        match self {
            How::TakenBy => "taken-by",
            How::Brings => "brings",
            How::Answered => "answered",
            How::TakenUp => "taken-up",
            How::Faced => "faced",
            How::Holds => "holds",
            How::Speaks => "speaks",
            How::Paired => "paired",
            How::Raises => "raises",
            How::Says => "says",
            How::Sets => "sets",
            How::Clears => "clears",
            How::Commits => "commits",
            How::Withdraws => "withdraws",
            How::Strengthens(_) => "strengthens",
            How::Moves(_) => "moves",
            How::AskedBy => "asked-by",
            How::RuledOutBy => "ruled-out-by",
        }
    }

    /// As an author would say it, from the first node to the second: "is answered by".
    pub fn words(self) -> String {
        match self {
            How::TakenBy => "is taken by".to_owned(),
            How::Brings => "brings".to_owned(),
            How::Answered => "is answered by".to_owned(),
            How::TakenUp => "is taken up by".to_owned(),
            How::Faced => "has to be faced by".to_owned(),
            How::Holds => "holds".to_owned(),
            How::Speaks => "speaks".to_owned(),
            How::Paired => "was answered in the record by".to_owned(),
            How::Raises => "raises".to_owned(),
            How::Says => "can say".to_owned(),
            How::Sets => "sets".to_owned(),
            How::Clears => "takes back".to_owned(),
            How::Commits => "puts on the table".to_owned(),
            How::Withdraws => "takes off the table".to_owned(),
            How::Strengthens(to) => format!("makes {} ", to.key()).trim_end().to_owned(),
            How::Moves(by) => format!("moves by {by:+}"),
            How::AskedBy => "is asked for by".to_owned(),
            How::RuledOutBy => "rules out".to_owned(),
        }
    }

    /// Whether this kind of link can make a condition on the second node true.
    pub const fn makes(self) -> bool {
        matches!(
            self,
            How::Sets
                | How::Commits
                | How::Moves(_)
                | How::Speaks
                | How::Raises
                | How::Answered
                | How::Brings
                | How::TakenUp
                | How::Holds
        )
    }

    /// Whether this kind of link can make a condition on the second node false again.
    pub const fn undoes(self) -> bool {
        matches!(self, How::Clears | How::Withdraws)
    }
}

/// A link from one node to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    pub from: Node,
    pub how: How,
    pub to: Node,
}

/// A condition of a node, with what can fulfil it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The condition as an author writes it.
    pub written: String,
    /// Whether the condition has to be false.
    pub not: bool,
    /// The node the condition is about; `None` for conditions such as `Left(2)`.
    pub node: Option<Node>,
    /// Links that can make the condition true or, if it has to be false, make it false.
    pub makers: Vec<Link>,
}

/// All links of a scenario, indexed by node.
#[derive(Debug, Clone)]
pub struct Links {
    links: Vec<Link>,
    into: BTreeMap<Node, Vec<usize>>,
    out_of: BTreeMap<Node, Vec<usize>>,
}

impl Links {
    /// Collects the links of a scenario, without duplicates.
    pub fn of(scenario: &Scenario) -> Self {
        let links: BTreeSet<Link> = gather::all(scenario).into_iter().collect();
        let links: Vec<Link> = links.into_iter().collect();
        let (mut into, mut out_of) = (BTreeMap::new(), BTreeMap::new());
        for (index, link) in links.iter().enumerate() {
            let ends: [(&mut BTreeMap<Node, Vec<usize>>, Node); 2] = [(&mut into, link.to), (&mut out_of, link.from)];
            for (by, node) in ends {
                by.entry(node).or_default().push(index);
            }
        }
        Self { links, into, out_of }
    }

    /// Every link, in a fixed order.
    pub fn all(&self) -> &[Link] {
        &self.links
    }

    fn at<'a>(&'a self, by: &'a BTreeMap<Node, Vec<usize>>, node: Node) -> impl Iterator<Item = &'a Link> {
        let indices = by.get(&node).map_or(&[][..], Vec::as_slice);
        indices.iter().filter_map(|index| self.links.get(*index))
    }

    /// Links that end at a node.
    pub fn leading_to(&self, node: Node) -> impl Iterator<Item = &Link> {
        self.at(&self.into, node)
    }

    /// Links that start at a node.
    pub fn leading_from(&self, node: Node) -> impl Iterator<Item = &Link> {
        self.at(&self.out_of, node)
    }

    /// Every node at most `steps` links away in either direction, including `node` itself.
    pub fn around(&self, node: Node, steps: usize) -> BTreeSet<Node> {
        let mut around = BTreeSet::from([node]);
        let mut rim = vec![node];
        for _ in 0..steps {
            let mut next = Vec::new();
            for node in rim {
                let out = self.leading_from(node).map(|link| link.to);
                for other in self.leading_to(node).map(|link| link.from).chain(out) {
                    if around.insert(other) {
                        next.push(other);
                    }
                }
            }
            rim = next;
        }
        around
    }

    /// The conditions of a node in the order written, each with what can fulfil it. Compound conditions are split into
    /// their parts.
    pub fn asked(&self, scenario: &Scenario, node: Node) -> Vec<Asked> {
        let mut asked = Vec::new();
        for condition in node.conditions(scenario) {
            condition.each_leaf(&mut |leaf, not| asked.push(self.ask(scenario, node, leaf, not)));
        }
        asked
    }

    fn ask(&self, scenario: &Scenario, by: Node, leaf: &Condition, not: bool) -> Asked {
        let node = gather::about(leaf);
        let mut makers = node.map_or_else(Vec::new, |node| self.makers(leaf, node, not));
        // A move that quotes the record doesn't fulfil `Said` conditions when the model answers. In a two-player game,
        // one seat's move fulfils them for moves of the other seat.
        makers.retain(|link| match (link.how, link.from, by) {
            (How::Speaks, Node::Move(own), Node::Move(asks)) => scenario.mv(own).seat != scenario.mv(asks).seat,
            (How::Speaks, Node::Move(_), _) => false,
            _ => true,
        });
        let written = written::condition(scenario, leaf);
        let written = if not { format!("Not({written})") } else { written };
        Asked { written, not, node, makers }
    }

    /// Links that can make a condition on `node` true or, with `not`, false.
    fn makers(&self, leaf: &Condition, node: Node, not: bool) -> Vec<Link> {
        if let Condition::Opened(_) = leaf {
            // A topic opens when anything under it is said.
            let held = self.leading_from(node).filter(|link| link.how == How::Holds);
            return held.filter(|_| !not).copied().collect();
        }
        let wanted = |link: &&Link| match (leaf, link.how) {
            (Condition::AtLeast(..), How::Moves(by)) => (by > 0) != not,
            (Condition::Below(..), How::Moves(by)) => (by < 0) != not,
            (_, how) => {
                if not {
                    how.undoes()
                } else {
                    how.makes()
                }
            }
        };
        self.leading_to(node).filter(wanted).copied().collect()
    }
}
