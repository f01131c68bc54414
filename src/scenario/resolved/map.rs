//! The map, checked: views, places and regions, and what each position would change.

use crate::scenario::coast::{Extent, LandId};
use crate::scenario::draft::{Fate, PlaceKind, Spot};
use crate::scenario::{IssueId, PartyId, PositionId};

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
}

/// A part of the earth that can be looked at.
#[derive(Debug, Clone)]
pub struct MapView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What can be seen in it.
    pub plain: String,
    /// The frame.
    pub extent: Extent,
}

/// Something on the map.
#[derive(Debug, Clone)]
pub struct MapPlace {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: PlaceKind,
    /// Both names, as texts have them.
    pub name: String,
    /// Where it is.
    pub at: Spot,
    /// For each view, whether it is shown in it.
    pub views: Vec<bool>,
    /// What any atlas says of it.
    pub plain: String,
    /// What it was on the day.
    pub state: String,
    /// From where that is known, with its mark.
    pub known: Known,
    /// Who held it.
    pub held_by: Option<PartyId>,
    /// How each party sees it.
    pub claims: Vec<MapClaim>,
    /// Its coastlines.
    pub lands: Vec<LandId>,
    /// Corners of waters.
    pub outline: Vec<Spot>,
    /// Points of a line.
    pub line: Vec<Spot>,
    /// From where outline or line is known.
    pub drawn_from: String,
}

impl MapPlace {
    /// Whether it has a shape that can show whose it is.
    pub fn is_region(&self) -> bool {
        !self.lands.is_empty() || !self.outline.is_empty()
    }
}

/// From where something is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Keys of the list of literature.
    pub keys: Vec<String>,
    /// How sure it is.
    pub mark: Option<char>,
}

/// How a party sees a place.
#[derive(Debug, Clone)]
pub struct MapClaim {
    /// The party.
    pub party: PartyId,
    /// In a sentence.
    pub text: String,
    /// It calls the place its own.
    pub own: bool,
    /// From where that is known.
    pub known: Known,
}

/// What a position would change.
#[derive(Debug, Clone)]
pub struct MapChange {
    /// The issue.
    pub issue: IssueId,
    /// The position.
    pub position: PositionId,
    /// In words.
    pub text: String,
    /// Regions, by their number among the places, with what would become of them.
    pub becomes: Vec<(usize, Fate)>,
}

/// The two names in `Kunashiri (Kunashir)`; `None` where there is but one.
pub fn both_names(name: &str) -> Option<(String, String)> {
    let (first, rest) = name.split_once(" (")?;
    let other = rest.strip_suffix(')')?;
    let whole = !first.trim().is_empty() && !other.trim().is_empty() && !other.contains(['(', ')']);
    whole.then(|| (first.to_owned(), other.to_owned()))
}
