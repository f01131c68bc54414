//! The window's keys. All keys are read here and listed in the table of bindings.

use egui::{Key, Modifiers, Popup, Response, Ui};

use crate::app::intent::Verb;

/// Whether one of a verb's keys was pressed. Consumes the key.
pub(super) fn pressed(ui: &Ui, verb: Verb) -> bool {
    which(ui, verb).is_some()
}

/// Which of a verb's keys was pressed, by index in the binding. Consumes the key.
pub(super) fn which(ui: &Ui, verb: Verb) -> Option<usize> {
    verb.binding().keys.iter().position(|key| take(ui, key))
}

/// Whether the number key of a choice was pressed; `at` counts from 0. Consumes the key.
pub(super) fn number(ui: &Ui, at: usize) -> bool {
    (at < usize::from(LAST_NUMBER)) && take(ui, &(at + 1).to_string())
}

/// Whether Enter was pressed in a text field, which then loses the focus.
pub(super) fn entered(ui: &Ui, field: &Response) -> bool {
    let enter = Verb::Press.key().and_then(Key::from_name);
    field.lost_focus() && enter.is_some_and(|enter| ui.input(|input| input.key_pressed(enter)))
}

/// Whether an open popup or a text field is using the keyboard.
pub(super) fn are_taken(ui: &Ui) -> bool {
    Popup::is_any_open(ui.ctx()) || ui.ctx().text_edit_focused()
}

/// The highest number key; the binding says "1 … 9".
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
    fn egui_knows_every_key_in_the_bindings() {
        for key in BINDINGS.iter().filter(|binding| binding.verb != Verb::Number).flat_map(|binding| binding.keys) {
            let name = key.rsplit('+').next().unwrap();
            assert!(Key::from_name(name).is_some(), "{key}");
        }
        assert_eq!(Verb::Number.binding().keys, ["1 … 9"]);
    }
}
