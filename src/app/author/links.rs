//! What leads to each part of a scenario and where it leads, as lists to follow.

use crate::language::arg;
use crate::negotiation::Event;
use crate::negotiation::journal::Game;
use crate::scenario::Scenario;
use crate::scenario::links::{Link, Links, Node};

use super::super::App;
use super::Author;

/// All parts of the scenario, or one part with its links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinksView {
    /// The last moves and answers of the current game.
    pub last: Vec<ThingRow>,
    /// All parts, while none is chosen.
    pub all: Vec<ThingRow>,
    pub chosen: Option<ThingView>,
}

/// A part of the scenario, as a row in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThingRow {
    pub node: Node,
    /// The kind, such as `move` or `reply`.
    pub kind: &'static str,
    pub id: String,
    /// Kind and id, as text.
    pub title: String,
    /// The name people see.
    pub label: String,
    /// How the part is linked, or how often bots reached it.
    pub more: String,
}

/// A part of the scenario with its links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThingView {
    pub thing: ThingRow,
    /// The part's conditions.
    pub asked: Vec<AskedView>,
    /// The parts that lead to this one.
    pub into: Vec<ThingRow>,
    pub out_of: Vec<ThingRow>,
    /// How often each bot reached the part, one line each; empty before bots have played.
    pub reached: Vec<String>,
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedView {
    /// The condition as written in the file.
    pub written: String,
    /// Whether the condition is negated.
    pub not: bool,
    /// What can make the condition true; if negated, what can undo it.
    pub makers: Vec<ThingRow>,
}

/// A part of the scenario by kind and id, because indices may change from one reading to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    kind: &'static str,
    id: String,
}

impl Named {
    pub(super) fn of(scenario: &Scenario, node: Node) -> Self {
        Self { kind: node.kind(scenario), id: node.id(scenario) }
    }

    pub(super) fn find(&self, scenario: &Scenario) -> Option<Node> {
        let found = Node::find(scenario, &self.id);
        found.into_iter().find(|node| node.kind(scenario) == self.kind)
    }
}

impl Author {
    /// The current scenario's links.
    pub(super) fn links(&self, scenario: &Scenario) -> &Links {
        self.links.get_or_init(|| Links::of(scenario))
    }
}

impl App {
    /// A row for a part of the scenario, with an additional text.
    pub(super) fn row(&self, scenario: &Scenario, node: Node, more: String) -> ThingRow {
        let (kind, id) = (node.kind(scenario), node.id(scenario));
        let title = self.catalogue.msg_with("author-thing", &[arg("kind", kind), arg("id", id.as_str())]);
        ThingRow { node, kind, id, title, label: node.label(scenario), more }
    }

    /// Chooses the part to show.
    pub(super) fn choose_thing(&mut self, node: Option<Node>) {
        let there = node.filter(|node| Node::all(&self.scenario).contains(node) || is_commitment(*node));
        let named = there.map(|node| Named::of(&self.scenario, node));
        if let Some(author) = &mut self.author {
            author.chosen = named;
        }
    }

    pub(super) fn links_view(&self, author: &Author) -> LinksView {
        let scenario = &*self.scenario;
        let chosen = author.chosen.as_ref().and_then(|named| named.find(scenario));
        let all = match chosen {
            Some(_) => Vec::new(),
            None => Node::all(scenario),
        };
        let plain = |node: Node| self.row(scenario, node, String::new());
        LinksView {
            last: match (self.game(), chosen) {
                (Some(game), None) => said_last(game).into_iter().map(plain).collect(),
                _ => Vec::new(),
            },
            all: all.into_iter().map(plain).collect(),
            chosen: chosen.map(|node| self.thing(author, node)),
        }
    }

    fn thing(&self, author: &Author, node: Node) -> ThingView {
        let scenario = &*self.scenario;
        let links = author.links(scenario);
        let how = |key: &str, link: &Link| self.catalogue.msg_with(key, &[arg("how", link.how.words())]);
        let from = |link: &Link| self.row(scenario, link.from, how("author-link-into", link));
        let to = |link: &Link| self.row(scenario, link.to, how("author-link-out", link));
        let maker = |link: &Link| self.row(scenario, link.from, String::new());
        let asked = links.asked(scenario, node).into_iter();
        ThingView {
            thing: self.row(scenario, node, String::new()),
            asked: asked
                .map(|asked| AskedView {
                    written: asked.written,
                    not: asked.not,
                    makers: asked.makers.iter().map(maker).collect(),
                })
                .collect(),
            into: links.leading_to(node).map(from).collect(),
            out_of: links.leading_from(node).map(to).collect(),
            reached: self.reached(author, node),
        }
    }
}

const fn is_commitment(node: Node) -> bool {
    matches!(node, Node::Commitment(..))
}

/// The last statement's moves and their answers, or the opening words of the talk.
fn said_last(game: &Game) -> Vec<Node> {
    let floor = |event: &Event| matches!(event, Event::Floor { .. });
    let from = game.events.iter().rposition(floor).unwrap_or(0);
    let said = game.events.iter().skip(from).filter_map(|event| match event {
        Event::Moved { mv, .. } => Some(Node::Move(*mv)),
        Event::Spoken { utterance, .. } => Some(Node::Utterance(*utterance)),
        _ => None,
    });
    said.collect()
}
