//! The keys of the window. Nothing else takes a key, and every key taken here is listed in the table of bindings.

use egui::{Key, Modifiers, Popup, Response, Ui};

use crate::app::intent::Verb;

/// Whether a key of a verb was pressed. The key is used up.
pub(super) fn pressed(ui: &Ui, verb: Verb) -> bool {
    which(ui, verb).is_some()
}

/// Which key of a verb was pressed, by its place in the binding. The key is used up.
pub(super) fn which(ui: &Ui, verb: Verb) -> Option<usize> {
    verb.binding().keys.iter().position(|key| take(ui, key))
}

/// Whether the number of a choice was pressed, counted from 0. The key is used up.
pub(super) fn number(ui: &Ui, at: usize) -> bool {
    (at < usize::from(LAST_NUMBER)) && take(ui, &(at + 1).to_string())
}

/// Whether Enter was pressed in a line of text, which the focus leaves then.
pub(super) fn entered(ui: &Ui, field: &Response) -> bool {
    let enter = Verb::Press.key().and_then(Key::from_name);
    field.lost_focus() && enter.is_some_and(|enter| ui.input(|input| input.key_pressed(enter)))
}

/// Whether keys belong to an open list or to a text being typed.
pub(super) fn are_taken(ui: &Ui) -> bool {
    Popup::is_any_open(ui.ctx()) || ui.ctx().text_edit_focused()
}

/// The binding of the numbers says "1 … 9".
const LAST_NUMBER: u8 = 9;

fn take(ui: &Ui, spelled: &str) -> bool {
    let (modifiers, name) = match spelled.split_once('+') {
        Some(("Ctrl", name)) => (Modifiers::COMMAND, name),
        Some(("Shift", name)) => (Modifiers::SHIFT, name),
        _ => (Modifiers::NONE, spelled),
    };
    Key::from_name(name).is_some_and(|key| ui.input_mut(|input| input.consume_key(modifiers, key)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::intent::BINDINGS;

    #[test]
    fn every_key_of_the_table_is_known() {
        for key in BINDINGS.iter().filter(|binding| binding.verb != Verb::Number).flat_map(|binding| binding.keys) {
            let name = key.rsplit('+').next().unwrap();
            assert!(Key::from_name(name).is_some(), "{key}");
        }
        assert_eq!(Verb::Number.binding().keys, ["1 … 9"]);
    }
}
