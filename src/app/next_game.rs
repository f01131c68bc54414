//! The other side's style in the next game, and explanations of its answers.

use crate::negotiation::Opposite;
use crate::negotiation::event::PointIndex;
use crate::scenario::StyleId;
use crate::view::why::{self, WhyView};

use super::App;
use super::frame::StyleView;
use super::table::Table;

impl App {
    /// Chooses the style for the next game, by index.
    pub(super) fn choose_style(&mut self, style: usize) {
        if let Some(style) = self.scenario.seat(self.seating.seat).style_ids().nth(style) {
            self.style = style;
        }
    }

    /// The style for the next game. Only the model has styles; a person gets the first.
    pub(super) fn style_of_next(&self) -> StyleId {
        let seat = self.scenario.seat(self.seating.seat);
        match self.seating.opposite {
            Opposite::Model if seat.style(self.style).is_some() => self.style,
            _ => StyleId::FIRST,
        }
    }

    /// Styles to choose from; empty if there is no choice.
    pub(super) fn styles(&self) -> Vec<StyleView> {
        let seat = self.scenario.seat(self.seating.seat);
        if seat.styles.len() < 2 || self.seating.opposite == Opposite::Person {
            return Vec::new();
        }
        let chosen = self.style_of_next();
        let styles = seat.style_ids().zip(&seat.styles);
        styles
            .map(|(style, written)| StyleView {
                style: style.index(),
                name: written.name.clone(),
                plain: written.plain.clone(),
                chosen: style == chosen,
            })
            .collect()
    }

    /// Explains why these moves were answered as they were. Asking for the same moves again hides the explanation.
    pub(super) fn ask_why(&mut self, points: Vec<PointIndex>) {
        let Some(table) = &mut self.table else { return };
        if table.asked == points {
            table.asked.clear();
        } else {
            table.asked = points;
        }
    }

    /// The explanations asked for.
    pub(super) fn why(&self, table: &Table) -> Vec<WhyView> {
        if table.asked.is_empty() {
            return Vec::new();
        }
        let mut views = why::all(self.wording(), &table.game);
        views.retain(|view| table.asked.contains(&view.point));
        views
    }
}
