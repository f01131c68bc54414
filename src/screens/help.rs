//! The list of keys, over whatever is shown.

use egui::{Align2, Context, Grid, RichText, ScrollArea, Window};

use crate::view::authoring::PANEL_KEY;
use crate::view::intent::Verb;

use super::Looking;
use super::parts::{Kit, button, quiet};

/// Shows the list of keys while it is open.
pub(super) fn help_ui(ctx: &Context, kit: &mut Kit<'_>, looking: &mut Looking) {
    if !looking.help {
        return;
    }
    let mut open = true;
    // The cross of egui's windows is too small to be hit and shows no focus: there is a button instead.
    Window::new(kit.msg("window-help"))
        .anchor(Align2::CENTER_CENTER, egui::Vec2::ZERO)
        .collapsible(false)
        .resizable(false)
        .show(ctx, |ui| {
            ui.set_max_width(560.0);
            let most = (ui.ctx().content_rect().height() - 130.0).max(120.0);
            ScrollArea::vertical().max_height(most).show(ui, |ui| {
                Grid::new("keys")
                    .num_columns(2)
                    .spacing([18.0, 5.0])
                    .show(ui, |ui| {
                        for verb in Verb::ALL {
                            let of_record = matches!(verb, Verb::Record | Verb::Card);
                            let Some(key) = verb.key().filter(|_| kit.has_record || !of_record)
                            else {
                                continue;
                            };
                            ui.label(RichText::new(key).monospace());
                            ui.label(kit.msg(&format!("window-key-{}", verb.word())));
                            ui.end_row();
                        }
                        for (key, what) in [
                            ("1 … 9", "window-key-numbers"),
                            ("Tab, Enter", "window-key-tab"),
                            ("PageUp, PageDown", "window-key-pages"),
                            (PANEL_KEY, "window-key-author"),
                        ] {
                            ui.label(RichText::new(key).monospace());
                            ui.label(kit.msg(what));
                            ui.end_row();
                        }
                    });
                ui.separator();
                quiet(ui, kit.colours, &kit.msg("help-badges"));
            });
            ui.add_space(6.0);
            open &= !button(ui, &kit.msg("window-dismiss")).clicked();
        });
    looking.help = open;
}
