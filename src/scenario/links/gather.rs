//! Collects the links of a scenario from its lists.

use crate::scenario::resolved::{Condition, Effect, MoveWords, Occasion, Scenario};
use crate::scenario::{MoveId, UtteranceId};

use super::{How, Link, Node};

/// Every link, possibly with duplicates.
pub(super) fn all(scenario: &Scenario) -> Vec<Link> {
    let mut links = Vec::new();
    for id in scenario.move_ids() {
        of_move(scenario, id, &mut links);
    }
    for id in scenario.utterance_ids() {
        of_utterance(scenario, id, &mut links);
    }
    for entry in scenario.entry_ids() {
        for answer in &scenario.entry(entry).answered_by {
            links.push(link(Node::Entry(entry), How::Paired, Node::Entry(answer.entry)));
        }
    }
    for node in Node::all(scenario) {
        for condition in node.conditions(scenario) {
            condition.each_leaf(&mut |leaf, not| {
                let how = if not { How::RuledOutBy } else { How::AskedBy };
                links.extend(about(leaf).map(|asked| link(asked, how, node)));
            });
        }
    }
    links
}

const fn link(from: Node, how: How, to: Node) -> Link {
    Link { from, how, to }
}

fn of_move(scenario: &Scenario, id: MoveId, links: &mut Vec<Link>) {
    let (mv, node) = (scenario.mv(id), Node::Move(id));
    links.push(link(node, How::Raises, Node::Issue(mv.issue)));
    if let MoveWords::Record(entries) = &mv.words {
        let spoken = entries.iter().map(|entry| link(node, How::Speaks, Node::Entry(*entry)));
        links.extend(spoken);
    }
    let only = mv.only.iter().map(|person| link(Node::Person(*person), How::Says, node));
    links.extend(only);
    of_effects(&mv.effects, node, links);
    let ways = scenario.tables.ways_of.get(id.index());
    for way in ways.into_iter().flatten() {
        let stance = Node::Stance(way.stance);
        links.push(link(node, How::TakenBy, stance));
        let replies = way.replies.iter();
        links.extend(replies.map(|reply| link(stance, How::Brings, Node::Utterance(*reply))));
    }
}

fn of_utterance(scenario: &Scenario, id: UtteranceId, links: &mut Vec<Link>) {
    let (utterance, node) = (scenario.utterance(id), Node::Utterance(id));
    links.push(link(Node::Topic(utterance.topic), How::Holds, node));
    let (moves, how) = match &utterance.occasion {
        Occasion::Reply(to) => (to, How::Answered),
        Occasion::Initiative(closes) => (closes, How::TakenUp),
    };
    links.extend(moves.iter().map(|mv| link(Node::Move(*mv), how, node)));
    let faced = utterance.faces.iter();
    links.extend(faced.map(|mv| link(node, How::Faced, Node::Move(*mv))));
    let spoken = utterance.words.entries().iter();
    links.extend(spoken.map(|entry| link(node, How::Speaks, Node::Entry(*entry))));
    of_effects(&utterance.effects, node, links);
}

fn of_effects(effects: &[Effect], from: Node, links: &mut Vec<Link>) {
    for effect in effects {
        let (how, to) = match effect {
            Effect::Bar { bar, by, .. } => (How::Moves(*by), Node::Bar(*bar)),
            Effect::Mark(mark) => (How::Sets, Node::Mark(*mark)),
            Effect::Unmark(mark) => (How::Clears, Node::Mark(*mark)),
            Effect::Commit(form) => (How::Commits, Node::Commitment(form.by, form.kind, form.clause.issue)),
            Effect::Withdraw { by, kind, issue } => (How::Withdraws, Node::Commitment(*by, *kind, *issue)),
            // A hint is strengthened regardless of who gave it, so the link goes to the issue.
            Effect::Strengthen { issue, to } => (How::Strengthens(*to), Node::Issue(*issue)),
        };
        links.push(link(from, how, to));
    }
}

/// What a condition refers to; `None` if it refers to nothing with an id.
pub(super) const fn about(condition: &Condition) -> Option<Node> {
    Some(match condition {
        Condition::Made(mv, _) => Node::Move(*mv),
        Condition::SpokenBy(person) => Node::Person(*person),
        Condition::Said(entry) | Condition::SaidBefore(entry) => Node::Entry(*entry),
        Condition::Given(utterance) => Node::Utterance(*utterance),
        Condition::Raised(issue, _) | Condition::JustRaised(issue) | Condition::Open(issue) => Node::Issue(*issue),
        Condition::Marked(mark) => Node::Mark(*mark),
        Condition::Committed(party, kind, issue) => Node::Commitment(*party, *kind, *issue),
        Condition::AtLeast(bar, _) | Condition::Below(bar, _) => Node::Bar(*bar),
        Condition::Opened(topic) => Node::Topic(*topic),
        _ => return None,
    })
}
