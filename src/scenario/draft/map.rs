//! The map: its views, its places on the day of the talk, and what each position would change.

use serde::Deserialize;

use super::Unresolved;
use crate::scenario::refs::{AsWritten, Refs, Resolved};

/// `map.ron`: a part of the map. The program has the coastlines.
#[derive(Debug, Clone, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "most entries of a map are places, so boxing would save nothing")]
pub enum MapDraft {
    /// A part of the earth to look at.
    View(MapView<AsWritten>),
    /// Something on the map.
    Place(MapPlace<AsWritten>),
    /// What a position would change on the map.
    Change(MapChange<AsWritten>),
}

/// A point on the earth in degrees, longitude first (-180 to 180, east is positive), then latitude (-90 to 90):
/// `(145.58, 43.33)`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Spot(pub f64, pub f64);

/// A part of the earth to look at, as a frame in degrees.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "View", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct MapView<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What it shows, in a sentence.
    #[serde(default)]
    pub plain: String,
    /// Longitude of its western edge, -180 to 180.
    pub west: f64,
    /// Longitude of its eastern edge, greater than `west`. Beyond the date line it is greater than 180.
    pub east: f64,
    /// Latitude of its southern edge, -90 to 90.
    pub south: f64,
    /// Latitude of its northern edge, greater than `south`.
    pub north: f64,
}

/// Something on the map. With `islands` or an `outline` it is a region, which shows who holds it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Place", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct MapPlace<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Both its names, in the order of the texts: `"Kunashiri (Kunashir)"`.
    pub name: String,
    /// It has the same name in both languages.
    #[serde(default)]
    pub one_name: bool,
    /// Where it is. For a region, where its name is written.
    pub at: Spot,
    /// The views that show it.
    pub views: Vec<R::View>,
    /// What and where it is, as an atlas would say.
    #[serde(default)]
    pub plain: String,
    /// What it was on the day of the talk, in a sentence or two.
    #[serde(default)]
    pub state: String,
    /// Short names of the books and papers that support it, as in your own list of literature.
    #[serde(default)]
    pub keys: Vec<R::Text>,
    /// How certain it is: F firm, S from a single source, D disputed, U unverified.
    #[serde(default)]
    pub mark: Option<char>,
    /// The party that held it, or made the rules there, on the day of the talk.
    #[serde(default)]
    pub held_by: Option<R::Party>,
    /// How the parties see it: either empty, or one claim for each party at the table.
    #[serde(default)]
    pub claims: Vec<MapClaim<R>>,
    /// A point inside each of its islands. The coastline around that point is used.
    #[serde(default)]
    pub islands: Vec<Spot>,
    /// The corners of an area of water that no coastline shows. Land inside it still counts as land.
    #[serde(default)]
    pub outline: Vec<Spot>,
    /// The points of a line in the water.
    #[serde(default)]
    pub line: Vec<Spot>,
    /// The source of the outline or line and how exact it is, in a sentence.
    #[serde(default)]
    pub drawn_from: String,
}

/// The kinds of place on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum PlaceKind {
    /// An island, or several.
    Island,
    /// A large land mass or a part of one.
    Land,
    /// A sea, or waters to which a rule applies.
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
    /// How it sees the place, in one sentence, as it would say so itself.
    pub text: String,
    /// The party claims the place as its own.
    #[serde(default)]
    pub own: bool,
    /// Short names of the books and papers that support it, as in your own list of literature.
    #[serde(default)]
    pub keys: Vec<R::Text>,
    /// How certain it is: F firm, S from a single source, D disputed, U unverified.
    #[serde(default)]
    pub mark: Option<char>,
}

/// What a position would change on the map. An issue with a change for one position needs one for each of them.
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
    /// The regions that would change. The others stay as they are.
    #[serde(default)]
    pub becomes: Vec<Becomes<R>>,
}

/// What would happen to a region.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Becomes", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Becomes<R: Refs = Resolved> {
    /// The place.
    pub place: R::Place,
    /// What would happen to it.
    pub fate: Fate<R>,
}

/// What can happen to a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(bound = "R: Unresolved")]
pub enum Fate<R: Refs = Resolved> {
    /// A party gets it, or makes the rules there.
    Of(R::Party),
    /// Both parties share it, or make the rules there together.
    Both,
    /// It stays as it is, and the question stays open.
    Open,
    /// No party's rules apply there, as on the high seas.
    Free,
    /// It is closed for a time.
    Shut,
}
