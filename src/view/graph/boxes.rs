//! Boxes of text for the drawings.

use maud::{Markup, html};

use crate::scenario::links::Node;

use super::{Drawn, Shade};

/// Height of a line of text.
pub(super) const LINE: i32 = 14;
/// Padding inside a box, at the top and the bottom.
pub(super) const PAD: i32 = 6;
pub(super) const FONT: &str = "font-family:'DejaVu Sans','Segoe UI',Helvetica,Arial,sans-serif";

#[derive(Debug, Clone)]
pub(super) struct TextBox {
    /// Id in bold, and how often it occurred.
    pub(super) head: String,
    pub(super) times: String,
    pub(super) label: Vec<String>,
    pub(super) notes: Vec<String>,
    pub(super) shade: Shade,
}

impl TextBox {
    /// A box for a node, with notes, at a width in pixels.
    pub(super) fn of(drawn: &Drawn<'_>, node: Node, prefix: &str, notes: &[String], width: i32) -> Self {
        let times = drawn.counts.of(node).map_or_else(String::new, |times| times.to_string());
        Self {
            head: format!("{prefix}{}", node.id(drawn.scenario)),
            times,
            label: lines(&node.label(drawn.scenario), width, 2),
            notes: notes.iter().flat_map(|note| lines(note, width, 3)).collect(),
            shade: drawn.counts.shade(node),
        }
    }

    pub(super) fn height(&self) -> i32 {
        let lines = 1 + self.label.len() + self.notes.len();
        i32::try_from(lines).unwrap_or(1) * LINE + 2 * PAD
    }

    pub(super) fn svg(&self, x: i32, y: i32, width: i32) -> Markup {
        let dashes = if self.shade == Shade::Never { "4 3" } else { "none" };
        let texts = [&self.label, &self.notes].into_iter().flatten().enumerate();
        let label = self.label.len();
        html! {
            rect x=(x) y=(y) width=(width) height=(self.height()) rx="3" fill=(self.shade.fill()) stroke=(self.shade.line())
                stroke-dasharray=(dashes) {}
            text x=(x + PAD) y=(y + PAD + 10) font-size="11" font-weight="bold" { (self.head) }
            @if !self.times.is_empty() {
                text x=(x + width - PAD) y=(y + PAD + 10) font-size="10" text-anchor="end" fill="#3f4a52" { (self.times) }
            }
            @for (index, line) in texts {
                @let row = y + PAD + 10 + LINE * i32::try_from(index + 1).unwrap_or(0);
                @if index < label {
                    text x=(x + PAD) y=(row) font-size="11" { (line) }
                } @else {
                    text x=(x + PAD) y=(row) font-size="9.5" fill="#4d565c" { (line) }
                }
            }
        }
    }
}

/// Breaks a text into lines that fit a box this wide, in pixels, and cuts it after `most` lines.
pub(super) fn lines(text: &str, width: i32, most: usize) -> Vec<String> {
    let letters = usize::try_from((width - 2 * PAD) * 10 / 62).unwrap_or(20).max(8);
    let wrapped = textwrap::wrap(text, letters);
    let cut = wrapped.len() > most;
    let mut lines: Vec<String> = wrapped.into_iter().take(most).map(|line| line.into_owned()).collect();
    if cut && let Some(last) = lines.last_mut() {
        last.push('\u{2026}');
    }
    lines
}

/// A curve from the right side of one box to the left side of another.
pub(super) fn curve(from: (i32, i32), to: (i32, i32)) -> Markup {
    let bend = ((to.0 - from.0).abs() / 2).max(24);
    let path =
        format!("M{} {}C{} {},{} {},{} {}", from.0, from.1, from.0 + bend, from.1, to.0 - bend, to.1, to.0, to.1);
    html! { path d=(path) fill="none" stroke="#9aa5ad" stroke-width="1" {} }
}

/// The key to the colours.
pub(super) fn legend(drawn: &Drawn<'_>, x: i32, y: i32) -> Markup {
    let games = drawn.counts.games;
    html! {
        text x=(x) y=(y + 11) font-size="11" fill="#4d565c" {
            @if games == 0 { "No games of bots were counted." }
            @else { "The number in a box: how often it came in " (games) " games of bots." }
        }
        @if games > 0 {
            @for (index, (shade, words)) in Shade::LEGEND.iter().enumerate() {
                @let left = x + 390 + i32::try_from(index).unwrap_or(0) * 150;
                @let dashes = if *shade == Shade::Never { "4 3" } else { "none" };
                rect x=(left) y=(y) width="14" height="14" rx="2" fill=(shade.fill()) stroke=(shade.line()) stroke-dasharray=(dashes) {}
                text x=(left + 20) y=(y + 11) font-size="11" fill="#4d565c" { (words) }
            }
        }
    }
}

/// The page around a drawing.
pub(super) fn page(title: &str, width: i32, height: i32, inside: &Markup) -> String {
    let view = format!("0 0 {width} {height}");
    let page = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox=(view) role="img" style=(FONT) fill="#1c2226" {
            title { (title) }
            rect width=(width) height=(height) fill="#fdfdfb" {}
            (inside)
        }
    };
    format!("{}\n", page.into_string())
}
