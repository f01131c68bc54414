//! How to play, in three steps: on the title screen before the first game, and from the help at any time.

use egui::{Align, Frame, Layout, RichText, Ui, Vec2};

use super::parts::{UiContext, as_heading, button, overline, paragraph, quiet_button, sheet_frame};
use super::theme::{self, font};

/// The steps, each the end of its message keys.
const STEPS: [&str; 3] = ["speak", "hear", "report"];

/// From this width on, the text is next to the number.
const WIDE: f32 = 480.0;

/// The current step on a card. Returns whether the introduction is finished.
pub(super) fn card_ui(ui: &mut Ui, cx: &mut UiContext<'_>, step: &mut usize) -> bool {
    let card = sheet_frame(cx.colours).inner_margin(egui::Margin::symmetric(20, 14));
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        steps_ui(ui, cx, step)
    })
    .inner
}

/// The current step with its buttons. Returns whether the introduction is finished.
pub(super) fn steps_ui(ui: &mut Ui, cx: &mut UiContext<'_>, step: &mut usize) -> bool {
    let number = (*step).min(STEPS.len() - 1);
    let Some(name) = STEPS.get(number) else {
        return true;
    };
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        if width >= WIDE {
            number_ui(ui, cx, number + 1);
        }
        let room = ui.available_width();
        ui.allocate_ui_with_layout(Vec2::new(room, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            let (at, steps) = ((number + 1).to_string(), STEPS.len().to_string());
            overline(ui, cx.colours, &cx.label_with("introduction-step", &[("step", &at), ("steps", &steps)]));
            let (key, what_key) = (format!("introduction-{name}"), format!("introduction-{name}-what"));
            let (name, what) = (cx.label(&key), cx.label(&what_key));
            let title = RichText::new(name).font(font(theme::size::NAME, theme::strong()));
            as_heading(&ui.label(title), 2, name);
            paragraph(ui, what);
            cx.spoken.tell("introduction", &format!("{name}. {what}"));
            ui.add_space(4.0);
            ways_on_ui(ui, cx, step, number + 1 == STEPS.len())
        })
        .inner
    })
    .inner
}

fn number_ui(ui: &mut Ui, cx: &UiContext<'_>, number: usize) {
    Frame::new().show(ui, |ui| {
        ui.set_width(44.0);
        let typed = font(34.0, theme::typed());
        let at = ui.cursor().min + Vec2::new(4.0, 6.0);
        let colour = cx.colours.theirs;
        ui.painter().text(at, egui::Align2::LEFT_TOP, number, typed, colour);
    });
}

/// The buttons Next and Skip. They keep their ids from step to step, so that the focus stays on them.
fn ways_on_ui(ui: &mut Ui, cx: &UiContext<'_>, step: &mut usize, is_last: bool) -> bool {
    ui.horizontal(|ui| {
        let key = if is_last { "introduction-done" } else { "introduction-next" };
        let mut done = false;
        if button(ui, cx.label(key)).clicked() {
            *step += 1;
            done = is_last;
        }
        if !is_last {
            ui.add_space(8.0);
            done |= quiet_button(ui, cx.colours, cx.label("introduction-skip")).clicked();
        }
        done
    })
    .inner
}
