//! The table: the room at the top, the conversation on the left, the papers on the right.

use egui::{
    Button, CentralPanel, CornerRadius, Frame as Area, Margin, Panel, Response, RichText, Shadow, Stroke, StrokeKind,
    Ui, WidgetInfo, WidgetType,
};

use crate::app::intent::{Intent, Verb};
use crate::negotiation::Awaiting;
use crate::view::table::TableView;

use super::parts::{UiContext, column, quiet, region, ring, scrolled, sheet};
use super::table_state::{Choice, TableState, TableTab};
use super::theme::{self, font};
use super::{compose, keys, ledger, room, side, talk};

/// Width of the conversation: about 70 characters a line.
const COLUMN: f32 = 560.0;

pub(super) fn table_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView, state: &mut TableState) {
    take_keys(ui, cx, view, state);
    if state.turns != 0 && view.turns.len() > state.turns {
        // After a statement, show the answer. In a wide window the conversation is always visible, so this tab shows
        // the next statement instead.
        state.choice = Choice::default();
        state.tab = TableTab::Talk;
    }
    state.turns = view.turns.len();
    cx.spoken.tell("answer", &view.aloud);
    if state.seen != view.turns.len() {
        state.news = view.turns.len().checked_sub(1);
    } else if !view.drafted.is_empty() {
        state.news = None;
    }
    if !state.tab.is_there(cx) {
        state.tab = TableTab::Statement;
    }
    if cx.is_small() {
        if cx.has_room_for_people() {
            // As on a projector: the people, with one paper below them.
            room::behind_all(ui, cx);
            room::room_ui(ui, cx, view, &mut state.choice);
            ui.add_space(8.0);
        } else {
            room::line_ui(ui, cx, &view.people);
        }
        return papers_ui(ui, cx, view, state, true);
    }
    if state.tab == TableTab::Talk {
        state.tab = TableTab::Statement;
    }
    room::behind_all(ui, cx);
    Panel::top("room")
        .frame(Area::new().inner_margin(Margin { bottom: 12, ..Margin::ZERO }))
        .show_separator_line(false)
        .show(ui, |ui| room::room_ui(ui, cx, view, &mut state.choice));
    // The conversation gets little more than its reading width; the papers get the rest.
    let papers = (ui.available_width() * 0.46).clamp(410.0, 760.0);
    Panel::right("papers")
        .frame(Area::new().inner_margin(Margin { left: 16, ..Margin::ZERO }))
        .exact_size(papers)
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| papers_ui(ui, cx, view, state, false));
    CentralPanel::no_frame().show(ui, |ui| {
        sheet_frame(cx).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            conversation_ui(ui, cx, view, state);
        });
    });
}

/// The frame of a sheet on the tablecloth, with a thin shadow.
fn sheet_frame(cx: &UiContext<'_>) -> Area {
    let frame = sheet(cx.colours);
    if !cx.has_room_for_people() {
        return frame;
    }
    frame.outer_margin(Margin { right: 2, bottom: 2, ..Margin::ZERO }).shadow(Shadow {
        offset: [1, 2],
        blur: 0,
        spread: 0,
        color: cx.colours.cloth_line,
    })
}

fn conversation_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView, state: &mut TableState) {
    let newest = (state.seen != view.turns.len()).then(|| view.turns.len().saturating_sub(1));
    let page = ui.available_height();
    // The page keys scroll the open paper, or the conversation if no other paper is open.
    let keys = matches!(state.tab, TableTab::Talk | TableTab::Statement);
    scrolled(ui, "talk", keys, |ui| {
        column(ui, COLUMN, |ui| {
            region(ui, cx.label(TableTab::Talk.label()));
            if view.turns.is_empty() {
                quiet(ui, cx.colours, cx.label("talk-begin"));
            }
            let asked = Some(view.why.as_slice());
            talk::talk_ui(ui, cx, &view.turns, (newest, state.news), asked);
            // Space below, so that the newest words can scroll to the top.
            ui.add_space(page * 0.6);
        });
    });
    state.seen = view.turns.len();
}

fn take_keys(ui: &Ui, cx: &mut UiContext<'_>, view: &TableView, state: &mut TableState) {
    if keys::are_taken(ui) {
        return;
    }
    for paper in TableTab::ALL.into_iter().filter(|paper| paper.is_there(cx)) {
        if paper.verb().is_some_and(|verb| keys::pressed(ui, verb)) {
            state.tab = paper;
        }
    }
    if keys::pressed(ui, Verb::Hint) {
        cx.want(Intent::Advise);
    }
    if keys::pressed(ui, Verb::Say) && matches!(view.awaiting, Awaiting::Statement(_)) {
        cx.want(Intent::Say);
    }
    if keys::pressed(ui, Verb::Back) {
        if state.tab != TableTab::Statement {
            state.tab = TableTab::Statement;
        } else if !state.choice.back() {
            cx.want(Intent::Back);
        }
    }
}

fn papers_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView, state: &mut TableState, small: bool) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        // Tighter tabs, so that they fit in one row.
        if ui.available_width() < 450.0 {
            ui.spacing_mut().item_spacing.x = 2.0;
            ui.spacing_mut().button_padding.x = 6.0;
        }
        for paper in TableTab::ALL {
            if (paper == TableTab::Talk && !small) || !paper.is_there(cx) {
                continue;
            }
            let name = cx.label(paper.label());
            let button = file_tab(ui, cx, state.tab == paper, name);
            let button = match paper.verb().and_then(Verb::key) {
                Some(key) => button.on_hover_text(key),
                None => button,
            };
            if button.clicked() {
                state.tab = paper;
            }
        }
    });
    sheet_frame(cx).show(ui, |ui| {
        if state.tab != TableTab::Talk {
            region(ui, cx.label(state.tab.label()));
        }
        ui.set_min_size(ui.available_size());
        ui.spacing_mut().item_spacing.y = 5.0;
        match state.tab {
            TableTab::Talk => conversation_ui(ui, cx, view, state),
            TableTab::Statement => compose::compose_ui(ui, cx, view, state),
            TableTab::Card => side::cards_ui(ui, cx, &view.cards),
            TableTab::Ledger => ledger::ledger_ui(ui, cx, &view.ledger),
            TableTab::OnTable => side::on_table_ui(ui, cx, view),
            TableTab::Room => side::room_ui(ui, cx, &view.room),
        }
    });
}

/// The tab of a paper, like a file tab. The selected one merges with the sheet below it.
fn file_tab(ui: &mut Ui, cx: &UiContext<'_>, chosen: bool, text: &str) -> Response {
    let colours = cx.colours;
    let (ink, fill) = if chosen { (colours.ink, colours.sheet) } else { (colours.quiet, colours.field) };
    let label = RichText::new(text).font(font(14.5, theme::plain_strong()));
    let corners = CornerRadius { nw: 4, ne: 4, sw: 0, se: 0 };
    let button = Button::new(label.color(ink))
        .fill(fill)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(corners)
        .selected(false);
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, text));
    if chosen {
        let top = Stroke::new(3.0, colours.ours);
        let rect = response.rect;
        ui.painter().hline(rect.x_range().shrink(1.0), rect.top() + 1.5, top);
    }
    ring(ui, colours, &response);
    if response.has_focus() && cx.has_room_for_people() {
        // On the cloth, the usual ring would only be visible from inside.
        let stroke = Stroke::new(2.0, colours.on_cloth());
        ui.painter().rect_stroke(response.rect, corners, stroke, StrokeKind::Outside);
    }
    response
}
