//! The nodes that links connect, with their ids and short labels.

use crate::scenario::resolved::{Condition, Occasion, Scenario, Words};
use crate::scenario::terms::{Bar, CommitmentKind};
use crate::scenario::{EntryId, IssueId, MarkId, MoveId, PartyId, PersonId, StanceId, TopicId, UtteranceId};

/// A part of a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    Move(MoveId),
    Stance(StanceId),
    /// A reply or an initiative.
    Utterance(UtteranceId),
    Mark(MarkId),
    /// A commitment, identified by who makes it, its kind and its issue.
    Commitment(PartyId, CommitmentKind, IssueId),
    Topic(TopicId),
    Entry(EntryId),
    Bar(Bar),
    Issue(IssueId),
    Person(PersonId),
}

/// Maximum length of a label, in characters.
const LONGEST: usize = 72;

impl Node {
    /// Every node with this id, in the order of [`Node`]'s variants. Ids are only unique within a kind. A commitment
    /// has an id such as `japan/hint/islands`, a bar one such as `trust`.
    pub fn find(scenario: &Scenario, id: &str) -> Vec<Self> {
        let stance = scenario.stance_ids().find(|stance| scenario.stance(*stance).id == id);
        let found = [
            scenario.move_id(id).map(Node::Move),
            stance.map(Node::Stance),
            scenario.utterance_id(id).map(Node::Utterance),
            scenario.mark_id(id).map(Node::Mark),
            commitment(scenario, id),
            scenario.topic_id(id).map(Node::Topic),
            scenario.entry_id(id).map(Node::Entry),
            Bar::from_key(id).map(Node::Bar),
            scenario.issue_id(id).map(Node::Issue),
            scenario.person_id(id).map(Node::Person),
        ];
        found.into_iter().flatten().collect()
    }

    /// Every node in a fixed order, except commitments, which exist only in effects.
    pub fn all(scenario: &Scenario) -> Vec<Self> {
        let all = scenario.move_ids().map(Node::Move);
        let all = all.chain(scenario.stance_ids().map(Node::Stance));
        let all = all.chain(scenario.utterance_ids().map(Node::Utterance));
        let all = all.chain(scenario.mark_ids().map(Node::Mark));
        let all = all.chain(scenario.topic_ids().map(Node::Topic));
        let all = all.chain(scenario.entry_ids().map(Node::Entry));
        let all = all.chain(Bar::ALL.iter().map(|bar| Node::Bar(*bar)));
        let all = all.chain(scenario.issue_ids().map(Node::Issue));
        all.chain(scenario.person_ids().map(Node::Person)).collect()
    }

    /// The id as an author writes it. For a commitment, `japan/hint/islands`.
    pub fn id(self, scenario: &Scenario) -> String {
        match self {
            Node::Move(id) => scenario.mv(id).id.clone(),
            Node::Stance(id) => scenario.stance(id).id.clone(),
            Node::Utterance(id) => scenario.utterance(id).id.clone(),
            Node::Mark(id) => scenario.mark(id).id.clone(),
            Node::Commitment(party, kind, issue) => {
                format!("{}/{}/{}", scenario.party(party).id, kind.key(), scenario.issue(issue).id)
            }
            Node::Topic(id) => scenario.topic(id).id.clone(),
            Node::Entry(id) => scenario.entry(id).id.clone(),
            Node::Bar(bar) => bar.key().to_owned(),
            Node::Issue(id) => scenario.issue(id).id.clone(),
            Node::Person(id) => scenario.person(id).id.clone(),
        }
    }

    /// The kind of node in one word, such as `move` or `reply`.
    pub fn kind(self, scenario: &Scenario) -> &'static str {
        match self {
            Node::Move(_) => "move",
            Node::Stance(_) => "stance",
            Node::Utterance(id) => match scenario.utterance(id).occasion {
                Occasion::Reply(_) => "reply",
                Occasion::Initiative(_) => "initiative",
            },
            Node::Mark(_) => "mark",
            Node::Commitment(..) => "commitment",
            Node::Topic(_) => "topic",
            Node::Entry(_) => "entry",
            Node::Bar(_) => "bar",
            Node::Issue(_) => "issue",
            Node::Person(_) => "person",
        }
    }

    /// A readable name of at most 72 characters.
    pub fn label(self, scenario: &Scenario) -> String {
        let text = match self {
            Node::Move(id) => scenario.mv(id).label.clone(),
            Node::Stance(id) => {
                let stance = scenario.stance(id);
                format!("{}: {}", stance.act.key(), stance.because)
            }
            Node::Utterance(id) => said(scenario, id),
            Node::Mark(id) => scenario.mark(id).meaning.clone(),
            Node::Commitment(party, kind, issue) => {
                format!("{} of {} on {}", kind.key(), scenario.party(party).name, scenario.issue(issue).name)
            }
            Node::Topic(id) => scenario.topic(id).name.clone(),
            Node::Entry(id) => {
                let entry = scenario.entry(id);
                format!("{}: {}", scenario.person(entry.speaker).name, entry.about)
            }
            Node::Bar(bar) => bar.key().replace('-', " "),
            Node::Issue(id) => scenario.issue(id).name.clone(),
            Node::Person(id) => scenario.person(id).name.clone(),
        };
        short(&text)
    }

    /// The conditions under which it becomes available, as written.
    pub fn conditions(self, scenario: &Scenario) -> &[Condition] {
        match self {
            Node::Move(id) => &scenario.mv(id).needs,
            Node::Stance(id) => &scenario.stance(id).when,
            Node::Utterance(id) => &scenario.utterance(id).conditions,
            Node::Topic(id) => &scenario.topic(id).opens,
            _ => &[],
        }
    }

    /// The issue it belongs to, or `None` if there isn't a single one. A stance takes it from the first move it
    /// accepts. A reply or initiative takes it from the first move it answers, otherwise from the entry it quotes.
    pub fn issue(self, scenario: &Scenario) -> Option<IssueId> {
        match self {
            Node::Move(id) => Some(scenario.mv(id).issue),
            Node::Entry(id) => Some(scenario.entry(id).issue),
            Node::Issue(id) | Node::Commitment(_, _, id) => Some(id),
            Node::Stance(id) => {
                let mut moves = scenario.move_ids().zip(&scenario.stances_of);
                let taken = moves.find(|(_, stances)| stances.contains(&id));
                taken.map(|(mv, _)| scenario.mv(mv).issue)
            }
            Node::Utterance(id) => {
                let utterance = scenario.utterance(id);
                let answered = utterance.occasion.moves().first().map(|mv| scenario.mv(*mv).issue);
                let spoken = utterance.words.entries().first();
                answered.or_else(|| spoken.map(|entry| scenario.entry(*entry).issue))
            }
            Node::Mark(_) | Node::Topic(_) | Node::Bar(_) | Node::Person(_) => None,
        }
    }
}

/// Parses a commitment's id.
fn commitment(scenario: &Scenario, id: &str) -> Option<Node> {
    let (party, rest) = id.split_once('/')?;
    let (kind, issue) = rest.split_once('/')?;
    Some(Node::Commitment(scenario.party_id(party)?, CommitmentKind::from_key(kind)?, scenario.issue_id(issue)?))
}

/// Who speaks and about what, or why nobody says anything.
fn said(scenario: &Scenario, id: UtteranceId) -> String {
    let utterance = scenario.utterance(id);
    match &utterance.words {
        Words::Record(_) | Words::Elsewhere { .. } => {
            let entry = utterance.words.entries().first().map(|entry| scenario.entry(*entry));
            entry.map_or_else(String::new, |entry| format!("{}: {}", scenario.person(entry.speaker).name, entry.about))
        }
        Words::Inference { text, .. } => text.clone(),
        Words::Silence(because) => format!("says nothing: {because}"),
    }
}

/// Cuts a text at a space if it is too long.
fn short(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}\u{2026}", whole.trim_end_matches([',', ';', ':', '.']))
}
