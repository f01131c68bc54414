//! The accessibility tree as a test reads it.

use egui::Rect;
use egui::accesskit::{Action, Role, Toggled};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT as _;

use super::glass::Window;

/// A thing in the tree, with what is told of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// What it is known by from one look to the next.
    pub id: u64,
    pub parent: u64,
    pub role: Role,
    pub name: String,
    pub value: String,
    pub description: String,
    pub rect: Rect,
    pub can_focus: bool,
    pub can_click: bool,
    pub has_focus: bool,
    pub is_enabled: bool,
    pub toggled: Option<bool>,
    pub depth: usize,
}

impl Thing {
    /// What a reader of the screen says first.
    pub fn spoken(&self) -> &str {
        if self.name.trim().is_empty() { self.value.trim() } else { self.name.trim() }
    }

    pub fn called(&self) -> String {
        let spoken: String = self.spoken().chars().take(60).collect();
        format!("{:?} “{spoken}”", self.role)
    }
}

fn thing(node: &Node<'_>, parent: u64, depth: usize) -> Thing {
    let known = node.accesskit_node();
    let data = known.data();
    Thing {
        id: known.locate().0.0,
        parent,
        role: known.role(),
        name: known.label().unwrap_or_default(),
        value: known.value().unwrap_or_default(),
        description: known.description().unwrap_or_default(),
        rect: known.bounding_box().map_or(Rect::NOTHING, |_| node.rect()),
        can_focus: data.supports_action(Action::Focus),
        can_click: data.supports_action(Action::Click),
        has_focus: known.is_focused(),
        is_enabled: !known.is_disabled(),
        toggled: data.toggled().map(|toggled| toggled == Toggled::True),
        depth,
    }
}

/// Everything in the tree, in its order. Containers that tell nothing are passed over; what they hold is not.
pub fn things(window: &Window) -> Vec<Thing> {
    let mut found = Vec::new();
    gather(&window.root(), 0, 0, &mut found);
    found
}

fn gather(node: &Node<'_>, parent: u64, depth: usize, found: &mut Vec<Thing>) {
    let seen = |child: &Node<'_>| !child.accesskit_node().data().is_hidden();
    for child in node.children().filter(seen) {
        let thing = thing(&child, parent, depth);
        let silent = thing.role == Role::GenericContainer && thing.spoken().is_empty();
        let (id, below) = (thing.id, depth + usize::from(!silent));
        if !silent {
            found.push(thing);
        }
        gather(&child, id, below, found);
    }
}

/// What has the keyboard's focus.
pub fn focused(window: &Window) -> Option<Thing> {
    let mut found = things(window);
    found.retain(|thing| thing.has_focus && thing.can_focus);
    found.pop()
}
