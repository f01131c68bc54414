//! The map as data: which parts of the earth can be looked at, what lies there, whose it was and is claimed to be, and what each
//! position would change. Nothing here knows how it is drawn; everything can be said in words as well.

mod in_words;
mod scenes;

use crate::language::arg;
use crate::negotiation::Session;
use crate::scenario::coast::{Extent, LandId};
use crate::scenario::draft::{PlaceKind, Spot};
use crate::scenario::resolved::{Known, MapClaim, MapPlace, both_names};
use crate::scenario::{PartyId, SeatId};

use super::wording::Wording;

pub use in_words::{MapLine, in_words};

/// The map of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct MapView {
    pub scenario: String,
    /// Parts of the earth that can be looked at.
    pub frames: Vec<FrameView>,
    /// What lies there, in the author's order.
    pub places: Vec<PlaceView>,
    /// What can be laid over it: as it was, what positions would change, what is on the table.
    pub groups: Vec<SceneGroup>,
}

/// A part of the earth that can be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameView {
    pub name: String,
    pub plain: String,
    pub extent: Extent,
    /// What the map is called while it shows this, and how it is moved.
    pub sentence: String,
}

/// Something on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceView {
    pub id: String,
    pub kind: PlaceKind,
    pub kind_name: String,
    /// Both names and the kind.
    pub label: String,
    /// The name that stands first.
    pub name: String,
    /// Its other name, where it has one.
    pub other: Option<String>,
    pub at: Spot,
    /// For each frame, whether it is shown there.
    pub shown_in: Vec<bool>,
    pub lands: Vec<LandId>,
    pub outline: Vec<Spot>,
    pub line: Vec<Spot>,
    pub plain: String,
    /// What it was on the day, and from where that is known.
    pub state: Option<Sourced>,
    /// From where a shape without a state is known; empty where there is none.
    pub known: String,
    /// From where outline or line is drawn; empty where there is none.
    pub drawn_from: String,
    pub claims: Vec<ClaimView>,
}

impl PlaceView {
    /// Both names, as texts have them.
    pub fn both(&self) -> String {
        match &self.other {
            Some(other) => format!("{} ({other})", self.name),
            None => self.name.clone(),
        }
    }

    /// Whether it has a shape that can show whose it is.
    pub fn is_region(&self) -> bool {
        !self.lands.is_empty() || !self.outline.is_empty()
    }
}

/// Something that is said, and from where it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced {
    pub text: String,
    pub source: String,
}

/// How a side sees a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimView {
    pub side: Side,
    pub party: String,
    pub said: Sourced,
}

/// A side of the table, as the player sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    Ours,
    Theirs,
}

/// Whose a region is, as far as a map can show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// A side has it, and nobody else says that it is his.
    Held(Side),
    /// A side has it, and the other says that it is its own.
    Claimed {
        by: Side,
    },
    /// Both have it, or make the rules there together.
    Both,
    /// It stays as it is, and the question with it.
    Open,
    Free,
    Shut,
}

/// Scenes that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneGroup {
    pub name: String,
    pub scenes: Vec<Scene>,
}

/// Something that can be laid over the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    pub name: String,
    /// Whose wish it is, where it is that of a side in this game.
    pub side: Option<Side>,
    pub sentences: Vec<String>,
    /// For each place what it is in this scene; nothing where no more can be said of it.
    pub standings: Vec<Option<Shown>>,
}

/// What a region is in a scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub standing: Standing,
    pub words: String,
    /// The same after the kind of the place.
    pub kind_and_words: String,
    /// It differs from what it was on the day.
    pub changed: bool,
}

/// The map as a seat sees it; with a game, with what is on the table in it.
pub fn map(wording: Wording<'_>, seat: SeatId, session: Option<&Session>) -> Option<MapView> {
    let chart = &wording.scenario.map;
    if chart.is_empty() {
        return None;
    }
    let look = Look { wording, party: wording.scenario.seat(seat).party };
    let frames = chart.views.iter().map(|view| {
        let args = [arg("name", view.name.as_str()), arg("plain", view.plain.as_str())];
        FrameView {
            name: view.name.clone(),
            plain: view.plain.clone(),
            extent: view.extent,
            sentence: wording.catalogue.msg_with("atlas-canvas", &args),
        }
    });
    Some(MapView {
        scenario: wording.scenario.id.clone(),
        frames: frames.collect(),
        places: chart.places.iter().map(|place| look.place_view(place)).collect(),
        groups: scenes::groups(look, session),
    })
}

/// From which side of the table the map is seen.
#[derive(Clone, Copy)]
struct Look<'a> {
    wording: Wording<'a>,
    party: PartyId,
}

impl Look<'_> {
    fn side(&self, party: PartyId) -> Side {
        if party == self.party { Side::Ours } else { Side::Theirs }
    }

    fn party_name(&self, party: PartyId) -> String {
        self.wording.scenario.party(party).name.clone()
    }

    fn msg(&self, key: &str) -> String {
        self.wording.catalogue.msg(key)
    }

    /// Sources and confidence, in words; nothing where neither is shown.
    fn source(&self, known: &Known) -> String {
        if known.keys.is_empty() {
            return String::new();
        }
        let args = [arg("keys", known.keys.join(", ")), arg("mark", self.wording.mark(known.mark.unwrap_or('U')))];
        self.wording.catalogue.msg_with("person-source", &args)
    }

    fn place_view(&self, place: &MapPlace) -> PlaceView {
        let (name, other) = match both_names(&place.name) {
            Some((name, other)) => (name, Some(other)),
            None => (place.name.clone(), None),
        };
        let source = self.source(&place.known);
        let state = (!place.state.is_empty()).then(|| Sourced { text: place.state.clone(), source: source.clone() });
        let kind_name = self.msg(kind_key(place.kind));
        let both = other.as_ref().map_or_else(|| name.clone(), |other| format!("{name} ({other})"));
        let args = [arg("name", both), arg("kind", kind_name.as_str())];
        PlaceView {
            id: place.id.clone(),
            kind: place.kind,
            label: self.wording.catalogue.msg_with("atlas-place", &args),
            kind_name,
            name,
            other,
            at: place.at,
            shown_in: place.views.clone(),
            lands: place.lands.clone(),
            outline: place.outline.clone(),
            line: place.line.clone(),
            plain: place.plain.clone(),
            known: if state.is_some() { String::new() } else { source },
            state,
            drawn_from: place.drawn_from.clone(),
            claims: place.claims.iter().map(|claim| self.claim_view(claim)).collect(),
        }
    }

    fn claim_view(&self, claim: &MapClaim) -> ClaimView {
        ClaimView {
            side: self.side(claim.party),
            party: self.party_name(claim.party),
            said: Sourced { text: claim.text.clone(), source: self.source(&claim.known) },
        }
    }
}

const fn kind_key(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Island => "atlas-kind-island",
        PlaceKind::Land => "atlas-kind-land",
        PlaceKind::Waters => "atlas-kind-waters",
        PlaceKind::Strait => "atlas-kind-strait",
        PlaceKind::Line => "atlas-kind-line",
        PlaceKind::Capital => "atlas-kind-capital",
        PlaceKind::Town => "atlas-kind-town",
        PlaceKind::Port => "atlas-kind-port",
        PlaceKind::Cape => "atlas-kind-cape",
    }
}
