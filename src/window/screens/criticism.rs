//! The criticism of the model: a slider for each weight, and next to the sliders what follows from them, always
//! visible.

use egui::{Align, Id, Label, Layout, Rect, RichText, Slider, Ui, UiBuilder, Vec2};

use crate::app::intent::Intent;
use crate::view::criticism::{Criticism, PartyWeights, WeightRow};

use super::blocks::block_ui;
use super::chart::chart_ui;
use super::parts::{UiContext, button, less, paragraph, quiet, ring};
use super::theme::{self, font};

/// From this width on, the conclusions go next to the sliders.
const WIDE: f32 = 560.0;
const GAP: f32 = 24.0;

pub(super) fn criticism_ui(ui: &mut Ui, cx: &mut UiContext<'_>, criticism: &Criticism) {
    paragraph(ui, cx.label("criticise-move"));
    let whole = ui.available_rect_before_wrap();
    if whole.width() < WIDE {
        weights_ui(ui, cx, criticism);
        ui.add_space(8.0);
        follows_ui(ui, cx, criticism);
    } else {
        let left = Vec2::new(less(whole.width(), GAP) * 0.44, 0.0);
        let sliders = ui.allocate_ui_with_layout(left, Layout::top_down(Align::Min), |ui| {
            ui.set_width(left.x);
            weights_ui(ui, cx, criticism);
        });
        let beside = Rect::from_min_max(
            egui::pos2(sliders.response.rect.left() + left.x + GAP, whole.top()),
            egui::pos2(whole.right(), sliders.response.rect.bottom()),
        );
        beside_ui(ui, cx, criticism, beside);
    }
    block_ui(ui, cx, &criticism.unsure);
}

/// The conclusions. They stay visible while the sliders scroll, and stop at the sliders' end.
fn beside_ui(ui: &mut Ui, cx: &UiContext<'_>, criticism: &Criticism, beside: Rect) {
    let id = Id::new("we-can-wait-follows");
    let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let lowest = (beside.bottom() - height).max(beside.top());
    let top = (ui.clip_rect().top() + 8.0).clamp(beside.top(), lowest);
    let place = Rect::from_min_max(egui::pos2(beside.left(), top), beside.max);
    let builder = UiBuilder::new().max_rect(place).layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    follows_ui(&mut child, cx, criticism);
    let taken = child.min_rect().height();
    ui.data_mut(|data| data.insert_temp(id, taken));
    // If the conclusions are longer than the sliders, extend the page.
    let end = child.min_rect().bottom() - ui.cursor().top();
    if end > 0.0 {
        ui.add_space(end);
    }
}

fn follows_ui(ui: &mut Ui, cx: &UiContext<'_>, criticism: &Criticism) {
    ui.label(RichText::new(cx.label("criticise-conclusions")).font(font(16.0, theme::strong())));
    if let Some(chart) = &criticism.chart {
        ui.push_id("follows", |ui| chart_ui(ui, cx, chart));
    }
    for (number, block) in criticism.conclusions.iter().enumerate() {
        ui.push_id(number, |ui| block_ui(ui, cx, block));
    }
}

fn weights_ui(ui: &mut Ui, cx: &mut UiContext<'_>, criticism: &Criticism) {
    ui.add_enabled_ui(criticism.moved, |ui| {
        if button(ui, cx.label("criticise-authored")).clicked() {
            cx.want(Intent::WeighAsAuthor);
        }
    });
    for PartyWeights { heading, rows } in &criticism.parties {
        ui.add_space(6.0);
        ui.label(RichText::new(heading).font(font(16.0, theme::strong())));
        for row in rows {
            weight_ui(ui, cx, row);
        }
    }
}

fn weight_ui(ui: &mut Ui, cx: &mut UiContext<'_>, row: &WeightRow) {
    let (low, high) = row.range;
    ui.add_space(4.0);
    let name = RichText::new(&row.name).font(font(15.0, theme::plain_strong()));
    ui.add(Label::new(name).wrap());
    let mut figure = row.figure;
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = less(ui.available_width(), 132.0).clamp(60.0, 240.0);
        let slider = Slider::new(&mut figure, low..=high).show_value(false);
        let response = ui.add(slider);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label(row.label.as_str());
        });
        ring(ui, cx.colours, &response);
        ui.label(&row.figures);
    });
    if figure != row.figure {
        cx.want(Intent::Weigh(row.party, row.issue, figure));
    }
    quiet(ui, cx.colours, &row.reason);
}
