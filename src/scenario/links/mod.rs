//! What leads to everything a talk is made of, and where it leads: moves, stances, replies, marks, commitments, and the rest.
//!
//! All of it is read from the scenario as written. What play really reaches is for bots to say.

mod gather;
mod node;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use super::resolved::{Condition, Scenario};
use super::terms::Strength;

pub use node::Node;
pub use written::condition as written;

/// How one thing leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// A move is taken by a stance.
    TakenBy,
    /// A stance brings a reply: it has the stance's act, and answers a move that the stance takes.
    Brings,
    /// A move is answered by a reply.
    Answered,
    /// A move's point is taken up by an initiative.
    TakenUp,
    /// What is said has to be faced, by one of these moves.
    Faced,
    /// A topic holds what is said under it.
    Holds,
    /// A move or an answer speaks an entry of the record.
    Speaks,
    /// In the record an entry was answered by another.
    Paired,
    /// A move raises an issue.
    Raises,
    /// A person can be the one who says it.
    Says,
    Sets,
    /// Takes a mark back.
    Clears,
    /// Puts a commitment on the table.
    Commits,
    /// Takes a commitment off the table.
    Withdraws,
    /// Makes a hint stronger.
    Strengthens(Strength),
    /// Moves a bar by so much.
    Moves(i8),
    /// It is asked for: what follows needs it.
    AskedBy,
    /// It is asked for that it is not so: what follows needs it to be missing.
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

    /// In an author's words, read from the first thing to the second: "is answered by".
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

    /// Whether it makes the second thing so: what a condition on that thing waits for.
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

    /// Whether it undoes the second thing.
    pub const fn undoes(self) -> bool {
        matches!(self, How::Clears | How::Withdraws)
    }
}

/// One thing leads to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    pub from: Node,
    pub how: How,
    pub to: Node,
}

/// Something a thing asks for before it can come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The condition as an author writes it.
    pub written: String,
    /// It must not be so.
    pub not: bool,
    /// What it is about; `None` for a condition about nothing that stands in a file, as `Left(2)`.
    pub node: Option<Node>,
    /// What can make it true; for one that must not be so, what can undo it.
    pub makers: Vec<Link>,
}

/// Every link of a scenario.
#[derive(Debug, Clone)]
pub struct Links {
    links: Vec<Link>,
    into: BTreeMap<Node, Vec<usize>>,
    out_of: BTreeMap<Node, Vec<usize>>,
}

impl Links {
    /// The links of a scenario, each once.
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

    /// What leads here.
    pub fn leading_to(&self, node: Node) -> impl Iterator<Item = &Link> {
        self.at(&self.into, node)
    }

    /// Where it leads.
    pub fn leading_from(&self, node: Node) -> impl Iterator<Item = &Link> {
        self.at(&self.out_of, node)
    }

    /// Everything that is at most so many links away, in either direction, itself included.
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

    /// Everything a move, stance, reply, initiative or topic asks for, in the order in which it is written, each with what can
    /// make it true. Of conditions inside others each is told by itself.
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
        // The model does not hear what a move says as an entry of the record. Only where two people play does one seat's move
        // count for a move of the other.
        makers.retain(|link| match (link.how, link.from, by) {
            (How::Speaks, Node::Move(own), Node::Move(asks)) => scenario.mv(own).seat != scenario.mv(asks).seat,
            (How::Speaks, Node::Move(_), _) => false,
            _ => true,
        });
        let written = written::condition(scenario, leaf);
        let written = if not { format!("Not({written})") } else { written };
        Asked { written, not, node, makers }
    }

    /// What can make a condition on a thing true, or undo it.
    fn makers(&self, leaf: &Condition, node: Node, not: bool) -> Vec<Link> {
        if let Condition::Opened(_) = leaf {
            // A topic is opened by whatever is said under it.
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
