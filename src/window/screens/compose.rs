//! Building a statement: who speaks, on which issue, how, and with which move. One list at a time, with at most seven
//! entries.

use egui::{ComboBox, Frame as Area, Margin, Panel, RichText, ScrollArea, Ui};

use crate::app::intent::{Intent, Screen};
use crate::negotiation::Awaiting;
use crate::scenario::terms::Prediction;
use crate::view::choices::MoveChoice;
use crate::view::table::{DraftedMove, TableView};

use super::parts::{
    UiContext, as_heading, button, checkbox, choice, heading, main_button, overline, paragraph, quiet, ring, rule, tab,
};
use super::table_state::{Choice, TableState};
use super::talk;
use super::theme::{self, font};
use super::{advice, keys};

pub(super) fn compose_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView, state: &mut TableState) {
    match view.awaiting {
        Awaiting::Statement(_) => {}
        Awaiting::Report(_) => return over_ui(ui, cx, "window-talk-over", Screen::Report),
        Awaiting::Over(_) => return over_ui(ui, cx, "window-all-over", Screen::Debrief),
    }
    if cx.is_low_for_papers() {
        ScrollArea::vertical().id_salt("choices").auto_shrink(false).show(ui, |ui| {
            if !view.drafted.is_empty() {
                drafted_ui(ui, cx, view, state);
                rule(ui, cx.colours);
            }
            choices_ui(ui, cx, view, state);
            if view.drafted.is_empty() {
                ui.add_space(8.0);
                quiet(ui, cx.colours, next(cx, view, &state.choice));
            }
        });
        return;
    }
    Panel::bottom("statement")
        .frame(Area::new().inner_margin(Margin { left: 0, right: 0, top: 8, bottom: 0 }))
        .show(ui, |ui| drafted_ui(ui, cx, view, state));
    ScrollArea::vertical().id_salt("choices").auto_shrink(false).show(ui, |ui| {
        choices_ui(ui, cx, view, state);
    });
}

fn over_ui(ui: &mut Ui, cx: &mut UiContext<'_>, key: &str, next: Screen) {
    paragraph(ui, cx.label(key));
    let text = cx.label(if next == Screen::Report { "window-write-report" } else { "window-read-debrief" });
    let button = main_button(ui, cx.colours, text, true);
    // There is only one way to continue, so Enter takes it.
    if ui.memory(|memory| memory.focused().is_none()) {
        button.request_focus();
    }
    if button.clicked() {
        cx.want(Intent::Show(next));
    }
}

fn choices_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView, state: &mut TableState) {
    ui.horizontal_wrapped(|ui| {
        quiet(ui, cx.colours, &view.heading);
        advice::ask_ui(ui, cx, view);
    });
    advice::said_ui(ui, cx, view);
    if let Some(facing) = view.facing.as_ref().filter(|_| !state.choice.past_facing) {
        let text = RichText::new(&facing.question).heading();
        as_heading(&ui.label(text.color(cx.colours.theirs)), 2, &facing.question);
        moves_ui(ui, cx, &facing.moves, &mut state.choice);
        if button(ui, cx.label("window-something-else")).clicked() {
            state.choice.past_facing = true;
        }
        return;
    }
    let full = view.drafted.len() >= view.allowed;
    match &view.floor {
        Some(floor) if !state.choice.choosing_speaker => {
            crumbs_ui(ui, view, state, &floor.has_floor);
            if full {
                paragraph(ui, cx.label("window-statement-full"));
                return;
            }
        }
        _ => return speakers_ui(ui, cx, view, state),
    }
    let Some(issue) = state.choice.issue.and_then(|at| view.issues.get(at)) else {
        return issues_ui(ui, cx, view, state);
    };
    let only = (issue.groups.len() == 1).then_some(0);
    match state.choice.group.or(only).and_then(|at| issue.groups.get(at)) {
        Some(group) => {
            heading(ui, cx.label("window-which-move"));
            moves_ui(ui, cx, &group.moves, &mut state.choice);
        }
        None => {
            heading(ui, cx.label("window-how"));
            for (at, group) in issue.groups.iter().enumerate() {
                if pressed(ui, cx, at, &group.name, &group.detail) {
                    state.choice.group = Some(at);
                }
            }
        }
    }
}

/// A numbered choice. Returns whether it was clicked or its number typed.
fn pressed(ui: &mut Ui, cx: &UiContext<'_>, at: usize, title: &str, detail: &str) -> bool {
    let clicked = choice(ui, cx.colours, Some(at + 1), title, detail).clicked();
    clicked || (!keys::are_taken(ui) && keys::number(ui, at))
}

fn speakers_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView, state: &mut TableState) {
    heading(ui, cx.label("compose-who"));
    for (at, speaker) in view.speakers.iter().enumerate() {
        if pressed(ui, cx, at, &speaker.name, &speaker.detail) {
            state.choice = Choice::default();
            cx.want(Intent::Floor(speaker.person));
        }
    }
}

/// The choices so far: speaker, issue, act. Each is a button to go back to it.
fn crumbs_ui(ui: &mut Ui, view: &TableView, state: &mut TableState, has_floor: &str) {
    ui.horizontal_wrapped(|ui| {
        if button(ui, has_floor).clicked() {
            state.choice = Choice { choosing_speaker: view.drafted.is_empty(), ..Choice::default() };
        }
        let issue = state.choice.issue.and_then(|at| view.issues.get(at));
        if let Some(issue) = issue {
            ui.label("›");
            if button(ui, &issue.name).clicked() {
                state.choice.issue = None;
                state.choice.group = None;
            }
            let group = state.choice.group.and_then(|at| issue.groups.get(at));
            if let Some(group) = group {
                ui.label("›");
                if button(ui, &group.name).clicked() {
                    state.choice.group = None;
                }
            }
        }
    });
}

fn issues_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &TableView, state: &mut TableState) {
    heading(ui, cx.label("compose-issue"));
    for (at, issue) in view.issues.iter().enumerate() {
        if pressed(ui, cx, at, &issue.name, &issue.plain) {
            state.choice.issue = Some(at);
            state.choice.group = None;
        }
    }
}

fn moves_ui(ui: &mut Ui, cx: &mut UiContext<'_>, moves: &[MoveChoice], chosen: &mut Choice) {
    for (at, mv) in moves.iter().enumerate() {
        ui.push_id(&mv.id, |ui| {
            if move_ui(ui, cx, at, mv) {
                *chosen = Choice::default();
                cx.want(Intent::Add(mv.mv));
            }
        });
    }
}

/// A move on offer: who would say it, the words and the cost. Returns whether it was chosen.
fn move_ui(ui: &mut Ui, cx: &mut UiContext<'_>, at: usize, mv: &MoveChoice) -> bool {
    ui.add_space(4.0);
    let chosen = pressed(ui, cx, at, &mv.label, "");
    for (index, speech) in mv.shown.iter().enumerate() {
        ui.push_id(index, |ui| talk::speech_ui(ui, cx, speech, true));
    }
    for cost in &mv.costs {
        quiet(ui, cx.colours, cost);
    }
    chosen
}

/// A sentence on what to do next, while the statement is empty.
fn next<'a>(cx: &UiContext<'a>, view: &'a TableView, choice: &Choice) -> &'a str {
    if let Some(facing) = view.facing.as_ref().filter(|_| !choice.past_facing) {
        return &facing.next;
    }
    let Some(floor) = view.floor.as_ref().filter(|_| !choice.choosing_speaker) else {
        return cx.label("next-floor");
    };
    let Some(issue) = choice.issue.and_then(|at| view.issues.get(at)) else {
        return &floor.next;
    };
    if choice.group.is_none() && issue.groups.len() > 1 {
        return cx.label("next-act");
    }
    cx.label("next-move")
}

/// The moves of the statement, with buttons for what can be done with it.
fn drafted_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView, state: &mut TableState) {
    if view.drafted.is_empty() {
        quiet(ui, cx.colours, next(cx, view, &state.choice));
    } else {
        overline(ui, cx.colours, cx.label("window-statement-so-far"));
        let most = (ui.ctx().content_rect().height() * 0.25).max(80.0);
        ScrollArea::vertical().id_salt("drafted").max_height(most).show(ui, |ui| {
            for (index, mv) in view.drafted.iter().enumerate() {
                ui.push_id(index, |ui| drafted_move_ui(ui, cx, index, mv));
            }
        });
    }
    ui.horizontal_wrapped(|ui| {
        let can_say = !view.drafted.is_empty();
        let say = main_button(ui, cx.colours, cx.label("window-say"), can_say);
        if say.clicked() {
            cx.want(Intent::Say);
        }
        if can_say {
            quiet(ui, cx.colours, cx.label("window-say-key"));
        }
        if can_say && button(ui, cx.label("window-clear")).clicked() {
            state.choice = Choice::default();
            cx.want(Intent::Clear);
        }
        if view.can_hold && can_say {
            let hold = cx.label("window-hold");
            if checkbox(ui, cx.colours, view.holds_floor, hold).clicked() {
                cx.want(Intent::Hold);
            }
        }
    });
}

fn drafted_move_ui(ui: &mut Ui, cx: &mut UiContext<'_>, index: usize, mv: &DraftedMove) {
    let label = RichText::new(format!("{}. {}", index + 1, mv.label));
    ui.add(egui::Label::new(label.font(font(14.5, theme::plain_strong()))).wrap());
    ui.horizontal(|ui| {
        let combo = ComboBox::from_id_salt("prediction").width(210.0).selected_text(&mv.predicted).show_ui(ui, |ui| {
            for prediction in Prediction::ALL {
                let key = format!("predict-{}", prediction.key());
                let class = cx.label(&key);
                let is_it = mv.prediction == Some(*prediction);
                if tab(ui, cx.colours, is_it, class).clicked() {
                    cx.want(Intent::Predict(index, (!is_it).then_some(*prediction)));
                }
            }
        });
        combo
            .response
            .widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, mv.prediction_name.as_str()));
        ring(ui, cx.colours, &combo.response);
        let remove = button(ui, cx.label("window-take-out"));
        remove.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, mv.take_out_name.as_str()));
        if remove.clicked() {
            cx.want(Intent::Remove(index));
        }
    });
}
