//! What is on the map: views to look at it in, places as they were on the day of the talk, and what each position would
//! change there.

use serde::Deserialize;

use super::Unresolved;
use crate::scenario::refs::{AsWritten, Refs, Resolved};

/// `map.ron`: something of the map. The coastlines are the program's own.
#[derive(Debug, Clone, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "nearly all of a map are places, so that boxes would save nothing")]
pub enum MapDraft {
    /// A part of the earth that can be looked at.
    View(MapView<AsWritten>),
    /// Something on the map.
    Place(MapPlace<AsWritten>),
    /// What a position would change there.
    Change(MapChange<AsWritten>),
}

/// A point on the earth in degrees, longitude first (-180 to 180, east is positive), then latitude (-90 to 90): `(145.58, 43.33)`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Spot(pub f64, pub f64);

/// A part of the earth that can be looked at, as a frame of degrees.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "View", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct MapView<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What can be seen in it, in a sentence.
    #[serde(default)]
    pub plain: String,
    /// Longitude of its western edge, -180 to 180.
    pub west: f64,
    /// Longitude of its eastern edge: greater than `west`; beyond the date line greater than 180.
    pub east: f64,
    /// Latitude of its southern edge, -90 to 90.
    pub south: f64,
    /// Latitude of its northern edge: greater than `south`.
    pub north: f64,
}

/// Something on the map. With `islands` or an `outline` it is a region, which shows whose it is.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Place", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct MapPlace<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Both its names, in the order of the texts: `"Kunashiri (Kunashir)"`.
    pub name: String,
    /// It has the same name in both languages.
    #[serde(default)]
    pub one_name: bool,
    /// Where it is, or where the name of a region stands.
    pub at: Spot,
    /// The views in which it is shown.
    pub views: Vec<R::View>,
    /// What and where it is, as any atlas has it.
    #[serde(default)]
    pub plain: String,
    /// What it was on the day of the talk, in a sentence or two.
    #[serde(default)]
    pub state: String,
    /// Short names of the books and papers that is known from, as your own list of literature has them.
    #[serde(default)]
    pub keys: Vec<R::Text>,
    /// How sure it is: F firm, S from a single source, D disputed, U unverified.
    #[serde(default)]
    pub mark: Option<char>,
    /// The party that held it, or made the rules there, on the day of the talk.
    #[serde(default)]
    pub held_by: Option<R::Party>,
    /// How each party sees it; of several parties, one for each.
    #[serde(default)]
    pub claims: Vec<MapClaim<R>>,
    /// For each of its islands a point inside it: the coastline around that point is taken.
    #[serde(default)]
    pub islands: Vec<Spot>,
    /// Corners of waters that no coastline shows. Land within them stays land.
    #[serde(default)]
    pub outline: Vec<Spot>,
    /// Points of a line in the water.
    #[serde(default)]
    pub line: Vec<Spot>,
    /// From where outline or line is known and how exact it is, in a sentence.
    #[serde(default)]
    pub drawn_from: String,
}

/// Kinds of places on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum PlaceKind {
    /// An island, or several.
    Island,
    /// A large land or a part of one.
    Land,
    /// A sea, or waters in which something holds.
    Waters,
    /// A strait.
    Strait,
    /// A line in the water.
    Line,
    /// A capital.
    Capital,
    /// A town.
    Town,
    /// A port.
    Port,
    /// A cape.
    Cape,
}

/// How a party sees a place.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Claim", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct MapClaim<R: Refs = Resolved> {
    /// The party.
    pub party: R::Party,
    /// How it sees the place, in one sentence, as it would put it itself.
    pub text: String,
    /// It says that the place is its own.
    #[serde(default)]
    pub own: bool,
    /// Short names of the books and papers that is known from, as your own list of literature has them.
    #[serde(default)]
    pub keys: Vec<R::Text>,
    /// How sure it is: F firm, S from a single source, D disputed, U unverified.
    #[serde(default)]
    pub mark: Option<char>,
}

/// What a position would change on the map. An issue that describes one of its positions describes all of them.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Change", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct MapChange<R: Refs = Resolved> {
    /// The issue.
    pub issue: R::Issue,
    /// The position.
    pub position: R::Position,
    /// What would change, in a sentence or two.
    pub text: String,
    /// The regions that would change; the others stay as they are.
    #[serde(default)]
    pub becomes: Vec<Becomes<R>>,
}

/// What would become of a region.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Becomes", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Becomes<R: Refs = Resolved> {
    /// The place.
    pub place: R::Place,
    /// What would become of it.
    pub fate: Fate<R>,
}

/// What can become of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(bound = "R: Unresolved")]
pub enum Fate<R: Refs = Resolved> {
    /// A party has it, or makes the rules there.
    Of(R::Party),
    /// Both have it, or make the rules there together.
    Both,
    /// Nobody gives anything up: it stays as it is, and the question with it.
    Open,
    /// Nobody's rules hold there: the high seas are free.
    Free,
    /// It is shut for a time.
    Shut,
}
