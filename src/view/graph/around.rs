//! Draws the neighbourhood of one node: what leads to it on the left, what it leads to on the right.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::scenario::links::Node;

use super::boxes::{TextBox, curve, legend, lines, page};
use super::{Arrow, Drawn};

/// Width of a box. `COLUMN` is the distance between the left edges of two columns.
const BOX: i32 = 250;
const COLUMN: i32 = 340;
/// Vertical space between boxes.
const GAP: i32 = 10;
/// Most boxes in a column. To see more, draw around another node.
const MOST: usize = 24;

/// Draws the neighbourhood, `steps` links to each side.
pub fn svg(drawn: &Drawn<'_>, centre: Node, steps: usize) -> String {
    let (_, arrows) = drawn.graph();
    let places = columns(&arrows, centre, steps);
    let first = places.values().copied().min().unwrap_or(0);
    let mut boxes: BTreeMap<Node, (i32, i32, i32)> = BTreeMap::new();
    let (mut parts, mut lowest) = (Vec::new(), 0);
    let last = places.values().copied().max().unwrap_or(0);
    for column in first..=last {
        let mut of: Vec<Node> = places.iter().filter(|(_, at)| **at == column).map(|(node, _)| *node).collect();
        // Most frequent first.
        of.sort_by_key(|node| (std::cmp::Reverse(drawn.counts.of(*node).unwrap_or(0)), *node));
        let left = 24 + (column - first) * COLUMN;
        let mut y = 90;
        for node in of.iter().take(MOST) {
            let kind = node.kind(drawn.scenario);
            let mut shown = TextBox::of(drawn, *node, "", &[], BOX);
            shown.head = format!("{kind} {}", shown.head);
            shown.label = lines(&node.label(drawn.scenario), BOX, 3);
            boxes.insert(*node, (left, y, shown.height()));
            parts.push(framed(*node == centre, &shown, (left, y)));
            y += shown.height() + GAP;
        }
        if of.len() > MOST {
            let more = of.len() - MOST;
            parts.push(html! { text x=(left) y=(y + 14) font-size="11" fill="#6b747a" { "and " (more) " more" } });
            y += 24;
        }
        lowest = lowest.max(y);
    }
    let title = format!("{} {}", centre.kind(drawn.scenario), centre.id(drawn.scenario));
    let between = arrows.iter().filter_map(|arrow| draw_arrow(&boxes, arrow));
    let between: Vec<Markup> = between.collect();
    let width = (24 + (last - first + 1) * COLUMN).max(1180);
    let inside = html! {
        text x="24" y="32" font-size="18" font-weight="bold" { (title) }
        (legend(drawn, 24, 46))
        @for arrow in &between { (arrow) }
        @for part in &parts { (part) }
    };
    page(&title, width, lowest + 24, &inside)
}

fn framed(is_centre: bool, shown: &TextBox, (left, top): (i32, i32)) -> Markup {
    html! {
        (shown.svg(left, top, BOX))
        @if is_centre {
            rect x=(left - 3) y=(top - 3) width=(BOX + 6) height=(shown.height() + 6) rx="5" fill="none" stroke="#1c2226" stroke-width="2" {}
        }
    }
}

/// Draws an arrow to a column further right as a curve. Others are left out.
fn draw_arrow(boxes: &BTreeMap<Node, (i32, i32, i32)>, arrow: &Arrow) -> Option<Markup> {
    let from = boxes.get(&arrow.from)?;
    let to = boxes.get(&arrow.to)?;
    if to.0 <= from.0 {
        return None;
    }
    let start = (from.0 + BOX, from.1 + from.2 / 2);
    let end = (to.0, to.1 + to.2 / 2);
    let label = lines(&arrow.label, COLUMN - BOX + 12, 1);
    Some(html! {
        (curve(start, end))
        @if to.0 - from.0 == COLUMN {
            @for label in &label {
                text x=(end.0 - 4) y=(end.1 - 3) font-size="8.5" text-anchor="end" fill="#6b747a" { (label) }
            }
        }
    })
}

/// The column of each node: negative to the left of the centre, positive to the right.
fn columns(arrows: &[Arrow], centre: Node, steps: usize) -> BTreeMap<Node, i32> {
    let mut places = BTreeMap::from([(centre, 0)]);
    for forward in [true, false] {
        let mut rim = vec![centre];
        for step in 1..=i32::try_from(steps).unwrap_or(1) {
            let mut next = Vec::new();
            for arrow in arrows {
                let (here, there) = if forward { (arrow.from, arrow.to) } else { (arrow.to, arrow.from) };
                if rim.contains(&here) && !places.contains_key(&there) {
                    places.insert(there, if forward { step } else { -step });
                    next.push(there);
                }
            }
            rim = next;
        }
    }
    places
}
