//! In which style the other side answers, and why it answered as it did.

use crate::negotiation::Opposite;
use crate::negotiation::event::PointIndex;
use crate::negotiation::journal::Game;
use crate::scenario::StyleId;
use crate::view::why::{self, WhyView};

use super::Desk;
use super::show::StyleView;

impl Desk {
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

    /// Asks why these moves were answered as they were, or no longer.
    pub(super) fn ask_why(&mut self, points: Vec<PointIndex>) {
        if self.asked == points {
            self.asked.clear();
        } else {
            self.asked = points;
        }
    }

    /// Why the moves that were asked about were answered as they were.
    pub(super) fn why(&self, game: &Game) -> Vec<WhyView> {
        if self.asked.is_empty() {
            return Vec::new();
        }
        let mut views = why::all(self.wording(), game);
        views.retain(|view| self.asked.contains(&view.point));
        views
    }
}
