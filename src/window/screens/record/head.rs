//! The head of the document: what it is, where it comes from, and its rights.

use egui::{Ui, pos2};

use crate::app::RecordView;

use super::super::parts::{UiContext, less};
use super::super::theme::{self, font, size};
use super::compose::{Measure, Set, plain};

/// The head's lines, each a label key and its text.
fn rows(view: &RecordView) -> Vec<(&'static str, String)> {
    let head = &view.transcript.head;
    let rows = [
        ("record-citation", &head.citation),
        ("record-credits", &head.credits),
        ("record-rights", &head.rights),
        ("record-found-at", &head.url),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let mut rows: Vec<_> = rows.map(|(key, text)| (key, text.clone())).collect();
    rows.extend(head.notes.iter().map(|text| ("record-on-all", text.clone())));
    rows
}

/// The head as text, for screen readers.
pub(super) fn in_words(cx: &UiContext<'_>, view: &RecordView) -> String {
    let rows = rows(view).into_iter();
    let rows = rows.map(|(key, text)| format!("{}: {text}", cx.label(key)));
    rows.collect::<Vec<_>>().join("\n")
}

/// The head, laid out like the cover sheet of a file.
pub(super) fn head(ui: &Ui, cx: &UiContext<'_>, view: &RecordView, measure: Measure) -> Set {
    let colours = cx.colours;
    let mut set = Set::default();
    let label = 104.0_f32.min(measure.text * 0.3);
    let title = font(size::HEADING, theme::strong());
    let job = plain(cx.label("record-title"), title, colours.ink, measure.text);
    let mut top = set.put(ui, pos2(measure.left, 2.0), job) + 6.0;
    let mut before = "";
    for (key, text) in rows(view) {
        if key != before {
            let face = font(size::STAMP, theme::plain_strong());
            let job = plain(cx.label(key), face, colours.quiet, less(label, 8.0));
            set.put(ui, pos2(measure.left, top + 1.0), job);
        }
        before = key;
        let face = font(size::SMALL + 0.5, egui::FontFamily::Proportional);
        let job = plain(&text, face, colours.ink, less(measure.text, label));
        top = set.put(ui, pos2(measure.left + label, top), job) + 4.0;
    }
    // A double rule ends the cover.
    for (at, thick) in [(top + 6.0, 2.0), (top + 10.0, 1.0)] {
        let rule = egui::Rect::from_min_max(pos2(measure.left, at), pos2(measure.left + measure.text, at + thick));
        set.bar(rule, colours.line);
    }
    set.height = top + 22.0;
    set
}
