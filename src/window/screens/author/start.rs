//! The start page: starting a game at any statement and with any bar heights.

use egui::{ComboBox, Label, RichText, Slider, Ui, WidgetInfo, WidgetType};

use crate::app::authoring::Authoring;
use crate::app::intent::Intent;
use crate::app::{StartBar, StartView};

use super::super::parts::{UiContext, button, less, main_button, overline, quiet, ring, rule};
use super::super::theme::{self, font};

pub(super) fn start_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &StartView) {
    quiet(ui, cx.colours, cx.label("author-start-what"));
    ground_ui(ui, cx, view);
    if view.last > 1 {
        turn_ui(ui, cx, view);
    }
    rule(ui, cx.colours);
    overline(ui, cx.colours, cx.label("author-room"));
    for bar in &view.bars {
        bar_ui(ui, cx, bar);
    }
    ui.add_enabled_ui(view.changed, |ui| {
        if button(ui, cx.label("author-as-written")).clicked() {
            cx.want(Intent::Author(Authoring::AsWritten));
        }
    });
    ui.add_space(6.0);
    if main_button(ui, cx.colours, cx.label("author-begin-there"), true).clicked() {
        cx.want(Intent::Author(Authoring::Begin));
    }
}

fn ground_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &StartView) {
    let title = cx.label("author-start-point");
    overline(ui, cx.colours, title);
    let chosen = view.start_points.iter().find(|row| row.chosen);
    let chosen = chosen.map_or("", |row| row.name.as_str());
    let list = ComboBox::from_id_salt("start_point")
        .selected_text(chosen)
        .width(less(ui.available_width(), 24.0).clamp(120.0, 320.0))
        .show_ui(ui, |ui| {
            for row in &view.start_points {
                if ui.selectable_label(row.chosen, &row.name).clicked() {
                    cx.want(Intent::Author(Authoring::StartFrom(row.start_point.clone())));
                }
            }
        });
    let name = format!("{title}: {chosen}");
    list.response.widget_info(|| WidgetInfo::labeled(WidgetType::ComboBox, true, name.as_str()));
    ring(ui, cx.colours, &list.response);
}

fn turn_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &StartView) {
    rule(ui, cx.colours);
    overline(ui, cx.colours, cx.label("author-turn"));
    let mut turn = view.turn;
    ui.horizontal_wrapped(|ui| {
        if button(ui, cx.label("author-earlier")).clicked() {
            turn = turn.saturating_sub(1);
        }
        ui.spacing_mut().slider_width = less(ui.available_width(), 180.0).clamp(60.0, 220.0);
        let slider = ui.add(Slider::new(&mut turn, 1..=view.last).show_value(false));
        let name = cx.label("author-turn");
        ui.ctx().accesskit_node_builder(slider.id, |node| node.set_label(name));
        ring(ui, cx.colours, &slider);
        if button(ui, cx.label("author-later")).clicked() {
            turn += 1;
        }
        ui.label(&view.turn_of);
    });
    let turn = turn.clamp(1, view.last);
    if turn != view.turn {
        cx.want(Intent::Author(Authoring::FromTurn(turn)));
    }
}

fn bar_ui(ui: &mut Ui, cx: &mut UiContext<'_>, bar: &StartBar) {
    ui.add_space(2.0);
    let name = RichText::new(&bar.name).font(font(15.0, theme::plain_strong()));
    ui.add(Label::new(name).wrap());
    let mut height = bar.height;
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = less(ui.available_width(), 150.0).clamp(60.0, 240.0);
        let slider = ui.add(Slider::new(&mut height, 0..=100).show_value(false));
        ui.ctx().accesskit_node_builder(slider.id, |node| node.set_label(bar.name.as_str()));
        ring(ui, cx.colours, &slider);
        ui.label(&bar.text);
    });
    if height != bar.height {
        cx.want(Intent::Author(Authoring::Bar(bar.bar, height)));
    }
}
