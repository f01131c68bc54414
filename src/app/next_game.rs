//! In which style the other side answers, and why it answered as it did.

use crate::negotiation::Opposite;
use crate::negotiation::event::PointIndex;
use crate::scenario::StyleId;
use crate::view::why::{self, WhyView};

use super::App;
use super::frame::StyleView;
use super::table::Table;

impl App {
    /// The style of the game that is begun next.
    pub(super) fn choose_style(&mut self, style: usize) {
        if let Some(style) = self.scenario.seat(self.seating.seat).style_ids().nth(style) {
            self.style = style;
        }
    }

    /// The style in which the next game is answered: only the model has one.
    pub(super) fn style_of_next(&self) -> StyleId {
        let seat = self.scenario.seat(self.seating.seat);
        match self.seating.opposite {
            Opposite::Model if seat.style(self.style).is_some() => self.style,
            _ => StyleId::FIRST,
        }
    }

    /// Styles to choose from; none where there is but one.
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

    /// Explains why these moves were answered as they were, or no longer.
    pub(super) fn ask_why(&mut self, points: Vec<PointIndex>) {
        let Some(table) = &mut self.table else { return };
        if table.asked == points {
            table.asked.clear();
        } else {
            table.asked = points;
        }
    }

    /// Why the moves that were asked about were answered as they were.
    pub(super) fn why(&self, table: &Table) -> Vec<WhyView> {
        if table.asked.is_empty() {
            return Vec::new();
        }
        let mut views = why::all(self.wording(), &table.game);
        views.retain(|view| table.asked.contains(&view.point));
        views
    }
}
