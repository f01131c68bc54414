//! Announcements to screen readers, in a single line for the whole window. Several separate lines would be read in
//! random order, because AccessKit keeps changes in a set.

use std::collections::BTreeMap;

use egui::accesskit::{Live, Rect, Role};
use egui::{Context, Id};

use crate::app::{Frame, ShownScreen};
use crate::language::Labels;

/// The last announcement, and the last text of each source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    line: String,
    /// The last text of each source, so that nothing is announced twice.
    known: BTreeMap<&'static str, String>,
    news: Vec<String>,
}

impl Spoken {
    /// Sets the current text of a source. Its new lines are announced.
    pub(super) fn tell(&mut self, thing: &'static str, text: &str) {
        let known = self.known.insert(thing, text.to_owned());
        let known = known.unwrap_or_default();
        let new = |line: &&str| !line.is_empty() && !known.lines().any(|old| old == *line);
        self.news.extend(text.lines().filter(new).map(str::to_owned));
    }

    /// Puts the announcement into the accessibility tree and names the window.
    pub(super) fn show(&mut self, ctx: &Context, labels: &Labels, frame: &Frame) {
        // In the hot seat, one player's announcements are not for the other.
        if matches!(frame.shown, ShownScreen::HandOver(_)) {
            *self = Self::default();
        }
        if !self.news.is_empty() {
            self.line = std::mem::take(&mut self.news).join(" ");
        }
        let screen = format!("screen-{}", frame.screen.key());
        let name = labels.with("window-named", &[("screen", labels.get(&screen))]);
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
        ctx.accesskit_node_builder(Id::new("we-can-wait-spoken"), |node| {
            node.set_role(Role::Status);
            node.set_live(Live::Polite);
            node.set_label(self.line.as_str());
            node.set_bounds(Rect::ZERO);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_announced_when_it_changes_but_not_on_return() {
        let mut spoken = Spoken::default();
        spoken.tell("answer", "We can wait.");
        spoken.tell("advice", "Ask again.");
        assert_eq!(spoken.news, ["We can wait.", "Ask again."]);
        spoken.news.clear();
        spoken.tell("answer", "We can wait.");
        assert!(spoken.news.is_empty());
        spoken.tell("advice", "Ask again.\nOf the war.");
        assert_eq!(spoken.news, ["Of the war."]);
        spoken.news.clear();
        // A new statement, so the adviser starts again.
        spoken.tell("advice", "");
        spoken.tell("advice", "Ask again.");
        assert_eq!(spoken.news, ["Ask again."]);
    }
}
