//! The map of a checked scenario: its views, places and changes.

use super::*;
use crate::scenario::coast::{Extent, LandId, land_at};

/// The contents of the map. Empty if the scenario has no map.
#[derive(Debug, Clone, Default)]
pub struct Chart {
    /// The parts of the earth to look at, in order.
    pub views: Vec<MapView>,
    pub places: Vec<MapPlace>,
    /// What positions would change.
    pub changes: Vec<MapChange>,
}

impl Chart {
    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.views.is_empty()
    }

    /// Every view, in order.
    pub fn view_ids(&self) -> impl Iterator<Item = ViewId> {
        ViewId::all(self.views.len())
    }

    /// Every place, in order.
    pub fn place_ids(&self) -> impl Iterator<Item = PlaceId> {
        PlaceId::all(self.places.len())
    }
}

impl<R: Refs> MapView<R> {
    /// The part of the earth this view shows.
    pub const fn extent(&self) -> Extent {
        Extent { west: self.west, east: self.east, south: self.south, north: self.north }
    }
}

impl<R: Refs> MapPlace<R> {
    /// Whether it has an area, which can show who holds it.
    pub fn is_region(&self) -> bool {
        !self.islands.is_empty() || !self.outline.is_empty()
    }

    /// The land on which its islands lie. A check makes sure that each of them does lie on land.
    pub fn lands(&self) -> impl Iterator<Item = LandId> {
        self.islands.iter().copied().filter_map(land_at)
    }
}

/// Splits `Kunashiri (Kunashir)` into its two names; `None` if there is only one.
pub fn both_names(name: &str) -> Option<(String, String)> {
    let (first, rest) = name.split_once(" (")?;
    let other = rest.strip_suffix(')')?;
    let whole = !first.trim().is_empty() && !other.trim().is_empty() && !other.contains(['(', ')']);
    whole.then(|| (first.to_owned(), other.to_owned()))
}
