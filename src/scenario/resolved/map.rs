//! The map: its views, places and changes.

use super::*;
use crate::scenario::coast::{Extent, LandId, land_at};

/// What is on the map. A scenario without one has an empty one.
#[derive(Debug, Clone, Default)]
pub struct Chart {
    /// Parts of the earth that can be looked at, in order.
    pub views: Vec<MapView>,
    /// Places, in order.
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
    /// Its frame.
    pub const fn extent(&self) -> Extent {
        Extent { west: self.west, east: self.east, south: self.south, north: self.north }
    }
}

impl<R: Refs> MapPlace<R> {
    /// Whether it has a shape that can show whose it is.
    pub fn is_region(&self) -> bool {
        !self.islands.is_empty() || !self.outline.is_empty()
    }

    /// Its coastlines. That each of its islands lies on land is the check's business.
    pub fn lands(&self) -> impl Iterator<Item = LandId> {
        self.islands.iter().copied().filter_map(land_at)
    }
}

/// The two names in `Kunashiri (Kunashir)`; `None` where there is but one.
pub fn both_names(name: &str) -> Option<(String, String)> {
    let (first, rest) = name.split_once(" (")?;
    let other = rest.strip_suffix(')')?;
    let whole = !first.trim().is_empty() && !other.trim().is_empty() && !other.contains(['(', ')']);
    whole.then(|| (first.to_owned(), other.to_owned()))
}
