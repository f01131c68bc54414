//! Draws a scenario, or one issue of it, as bands. Each band shows a move, the stances that take it, their acts, the
//! replies, and what the replies put on the table and so open up.

use maud::{Markup, html};

use crate::scenario::links::{How, Node, written};
use crate::scenario::resolved::{Effect, Occasion, Words};
use crate::scenario::terms::Act;
use crate::scenario::{IssueId, MoveId, StanceId, UtteranceId};

use super::Drawn;
use super::boxes::{LINE, TextBox, curve, legend, lines, page};

/// Left edge and width of each column: moves, stances, acts, answers, effects.
const MOVES: (i32, i32) = (24, 230);
const STANCES: (i32, i32) = (300, 280);
const ACTS: (i32, i32) = (620, 110);
const ANSWERS: (i32, i32) = (770, 300);
const DOES: (i32, i32) = (1088, 330);
const WIDTH: i32 = 1440;
/// Space between boxes and between bands.
const GAP: i32 = 8;
const BAND: i32 = 26;

/// Draws the bands as SVG.
pub fn svg(drawn: &Drawn<'_>) -> String {
    let scenario = drawn.scenario;
    let mut y = 24;
    let mut parts: Vec<Markup> = vec![
        html! { text x=(MOVES.0) y=(y + 8) font-size="18" font-weight="bold" { (scenario.title) } },
        legend(drawn, MOVES.0, y + 24),
    ];
    y += 72;
    // Things that belong to no single issue come last.
    let issues = drawn.issues().into_iter().map(Some);
    for issue in issues.chain(drawn.issue.is_none().then_some(None)) {
        let (section, height) = issue_section(drawn, issue, y);
        if height > 0 {
            parts.push(section);
            y += height + 2 * BAND;
        }
    }
    page(&scenario.title, WIDTH, y, &html! { @for part in &parts { (part) } })
}

fn issue_section(drawn: &Drawn<'_>, issue: Option<IssueId>, top: i32) -> (Markup, i32) {
    let scenario = drawn.scenario;
    let moves: Vec<MoveId> = scenario.move_ids().filter(|mv| Some(scenario.mv(*mv).issue) == issue).collect();
    let unasked: Vec<UtteranceId> = scenario
        .utterance_ids()
        .filter(|id| matches!(scenario.utterance(*id).occasion, Occasion::Initiative(_)))
        .filter(|id| Node::Utterance(*id).issue(scenario) == issue)
        .collect();
    if moves.is_empty() && unasked.is_empty() {
        return (html! {}, 0);
    }
    let mut y = top + 40;
    let mut parts = Vec::new();
    for mv in moves {
        let (part, height) = move_band(drawn, mv, y);
        parts.push(part);
        y += height + BAND;
    }
    for id in unasked {
        let (part, height) = unasked_band(drawn, id, y);
        parts.push(part);
        y += height + GAP;
    }
    let name = issue.map_or("On no single issue", |issue| scenario.issue(issue).name.as_str());
    let heads = [
        (MOVES, "moves"),
        (STANCES, "how they are taken, in the order in which it is tried"),
        (ACTS, "act"),
        (ANSWERS, "what is answered"),
        (DOES, "what that does, and what it opens"),
    ];
    let section = html! {
        text x=(MOVES.0) y=(top) font-size="15" font-weight="bold" { (name) }
        line x1=(MOVES.0) y1=(top + 6) x2=(WIDTH - 24) y2=(top + 6) stroke="#c9cdd1" {}
        @for ((left, _), head) in heads { text x=(left) y=(top + 24) font-size="10.5" fill="#6b747a" { (head) } }
        @for part in &parts { (part) }
    };
    (section, y - top)
}

/// Stances with the same act, and the replies for it.
struct Group {
    act: Act,
    stances: Vec<(usize, StanceId)>,
    replies: Vec<UtteranceId>,
}

fn groups(drawn: &Drawn<'_>, mv: MoveId) -> Vec<Group> {
    let scenario = drawn.scenario;
    let mut groups: Vec<Group> = Vec::new();
    let ways = scenario.tables.ways_of.get(mv.index());
    for (place, way) in ways.into_iter().flatten().enumerate() {
        let Some(stance) = scenario.stances.get(way.stance.index()) else {
            continue;
        };
        let own = (place + 1, way.stance);
        match groups.iter_mut().find(|group| group.act == stance.act) {
            Some(group) => group.stances.push(own),
            None => groups.push(Group { act: stance.act, stances: vec![own], replies: way.replies.clone() }),
        }
    }
    groups
}

fn move_band(drawn: &Drawn<'_>, mv: MoveId, top: i32) -> (Markup, i32) {
    let scenario = drawn.scenario;
    let form = scenario.mv(mv);
    let node = Node::Move(mv);
    let mut notes: Vec<String> = Vec::new();
    if form.times > 1 {
        notes.push(format!("up to {} times", form.times));
    }
    notes.extend(form.needs.iter().map(|need| format!("needs {}", written(scenario, need))));
    notes.extend(effect_lines(drawn, node, &form.effects));
    let own = TextBox::of(drawn, node, "", &notes, MOVES.1);
    let mut parts = Vec::new();
    let mut y = top;
    let hub = (MOVES.0 + MOVES.1, top + own.height().min(40) / 2);
    for group in groups(drawn, mv) {
        let (part, height) = group_rows(drawn, &group, y, hub);
        parts.push(part);
        y += height + GAP;
    }
    let height = (y - GAP - top).max(own.height());
    let band = html! {
        @for part in &parts { (part) }
        (own.svg(MOVES.0, top, MOVES.1))
    };
    (band, height)
}

fn group_rows(drawn: &Drawn<'_>, group: &Group, top: i32, hub: (i32, i32)) -> (Markup, i32) {
    let scenario = drawn.scenario;
    let (mut parts, mut left, mut right) = (Vec::new(), top, top);
    let act = (ACTS.0, top + 20);
    for (place, id) in &group.stances {
        let stance = scenario.stances.get(id.index());
        let when = stance.into_iter().flat_map(|stance| &stance.when);
        let notes: Vec<String> = when.map(|when| written(scenario, when)).collect();
        let mut shown = TextBox::of(drawn, Node::Stance(*id), &format!("{place}. "), &notes, STANCES.1);
        // The act has a column of its own.
        shown.label = lines(stance.map_or("", |stance| stance.because.as_str()), STANCES.1, 2);
        let middle = left + shown.height() / 2;
        parts.push(curve(hub, (STANCES.0, middle)));
        parts.push(curve((STANCES.0 + STANCES.1, middle), act));
        parts.push(shown.svg(STANCES.0, left, STANCES.1));
        left += shown.height() + GAP;
    }
    for id in &group.replies {
        let (part, height, middle) = answer(drawn, *id, right);
        parts.push(curve((ACTS.0 + ACTS.1, act.1), (ANSWERS.0, middle)));
        parts.push(part);
        right += height + GAP;
    }
    let pill = html! {
        rect x=(ACTS.0) y=(act.1 - 11) width=(ACTS.1) height="22" rx="11" fill="#ffffff" stroke="#9aa5ad" {}
        text x=(ACTS.0 + ACTS.1 / 2) y=(act.1 + 4) font-size="11" text-anchor="middle" { (group.act.key()) }
        @if group.replies.is_empty() {
            text x=(ANSWERS.0) y=(act.1 + 4) font-size="10.5" fill="#a8452c" { "no reply does this act" }
        }
    };
    parts.push(pill);
    let height = left.max(right).max(top + 48) - GAP - top;
    (html! { @for part in &parts { (part) } }, height)
}

/// Draws a reply or initiative with its effects. Returns the drawing, its height and the vertical centre of its box.
fn answer(drawn: &Drawn<'_>, id: UtteranceId, top: i32) -> (Markup, i32, i32) {
    let scenario = drawn.scenario;
    let utterance = scenario.utterance(id);
    let node = Node::Utterance(id);
    let presumes = utterance.conditions.iter().map(|condition| written(scenario, condition));
    let kind = match utterance.words {
        Words::Record(_) => "record",
        Words::Elsewhere { .. } => "elsewhere",
        Words::Inference { .. } => "inference",
        Words::Silence(_) => "silence",
    };
    let notes: Vec<String> = presumes.collect();
    let mut shown = TextBox::of(drawn, node, "", &notes, ANSWERS.1);
    shown.head = format!("{}  \u{b7} {kind}", shown.head);
    let mut told = effect_lines(drawn, node, &utterance.effects);
    if utterance.stops {
        told.push("stops here".to_owned());
    }
    let faced: Vec<&str> = utterance.faces.iter().map(|mv| scenario.mv(*mv).id.as_str()).collect();
    if !faced.is_empty() {
        told.push(format!("has to be faced by {}", faced.join(", ")));
    }
    let told: Vec<String> = told.iter().flat_map(|line| lines(line, DOES.1, 3)).collect();
    let beside = i32::try_from(told.len()).unwrap_or(0) * LINE + 4;
    let height = shown.height().max(beside);
    let drawing = html! {
        (shown.svg(ANSWERS.0, top, ANSWERS.1))
        @for (index, line) in told.iter().enumerate() {
            text x=(DOES.0) y=(top + 14 + LINE * i32::try_from(index).unwrap_or(0)) font-size="10.5" { (line) }
        }
    };
    (drawing, height, top + shown.height() / 2)
}

fn unasked_band(drawn: &Drawn<'_>, id: UtteranceId, top: i32) -> (Markup, i32) {
    let scenario = drawn.scenario;
    let utterance = scenario.utterance(id);
    let (part, height, middle) = answer(drawn, id, top);
    let topic = &scenario.topic(utterance.topic).id;
    let band = html! {
        text x=(STANCES.0) y=(middle + 4) font-size="10.5" fill="#6b747a" { "unasked, under " (topic) }
        line x1=(STANCES.0 + 240) y1=(middle) x2=(ANSWERS.0) y2=(middle) stroke="#d5dade" {}
        text x=(ACTS.0 + ACTS.1 / 2) y=(middle - 4) font-size="11" text-anchor="middle" { (utterance.act.key()) }
        (part)
    };
    (band, height)
}

/// The effects, one line each, with whatever depends on a mark or commitment they make.
fn effect_lines(drawn: &Drawn<'_>, from: Node, effects: &[Effect]) -> Vec<String> {
    const MOST: usize = 4;
    let scenario = drawn.scenario;
    let mut told: Vec<String> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Bar { bar, by, .. } => Some(format!("{} {by:+}", bar.key())),
            _ => None,
        })
        .collect();
    if !told.is_empty() {
        told = vec![told.join(", ")];
    }
    let changes = drawn.links.leading_from(from);
    for link in changes.filter(|link| matches!(link.to, Node::Mark(_) | Node::Commitment(..))) {
        if !(link.how.makes() || link.how.undoes()) {
            continue;
        }
        let asks = drawn.links.leading_from(link.to);
        let asks: Vec<String> = asks
            .filter(|asks| matches!(asks.how, How::AskedBy | How::RuledOutBy))
            .map(|asks| {
                let id = asks.to.id(scenario);
                if asks.how == How::RuledOutBy { format!("not {id}") } else { id }
            })
            .collect();
        let more = asks.len().saturating_sub(MOST);
        let mut shown: Vec<&str> = asks.iter().take(MOST).map(String::as_str).collect();
        let rest = format!("{more} more");
        if more > 0 {
            shown.push(&rest);
        }
        let opens = if shown.is_empty() { String::new() } else { format!(" \u{2192} {}", shown.join(", ")) };
        told.push(format!("{} {}{opens}", link.how.words(), link.to.id(scenario)));
    }
    told
}
