//! The map as data: the views, the places, who held and claims them, and what each position would change. Nothing
//! here knows how the map is drawn, and all of it can also be put into words.

mod in_words;
mod scenes;

use crate::language::arg;
use crate::negotiation::Session;
use crate::scenario::coast::{Extent, LandId, unrolled};
use crate::scenario::draft::{PlaceKind, Spot};
use crate::scenario::resolved::{MapClaim, MapPlace, both_names};
use crate::scenario::{PartyId, SeatId};

use super::wording::Wording;

pub use in_words::{MapLine, in_words};

/// The map of a scenario, ready to draw or to read out.
#[derive(Debug, Clone, PartialEq)]
pub struct MapView {
    pub scenario: String,
    /// The views to choose from.
    pub frames: Vec<FrameView>,
    /// The places, in the author's order.
    pub places: Vec<PlaceView>,
    /// The scenes that can be laid over the map: the past, what positions would change, and what is on the table.
    pub groups: Vec<SceneGroup>,
}

/// A view of part of the earth.
#[derive(Debug, Clone, PartialEq)]
pub struct FrameView {
    pub name: String,
    pub plain: String,
    pub extent: Extent,
    /// What the map is called in this view, and how to move it.
    pub sentence: String,
}

/// A place on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct PlaceView {
    pub id: String,
    pub kind: PlaceKind,
    pub kind_name: String,
    /// Both names and the kind.
    pub label: String,
    /// The main name.
    pub name: String,
    /// The other name, if it has one.
    pub other: Option<String>,
    pub at: Spot,
    /// For each view, whether the place is shown in it.
    pub shown_in: Vec<bool>,
    pub lands: Vec<LandId>,
    pub outline: Vec<Spot>,
    pub line: Vec<Spot>,
    pub plain: String,
    /// The state of the place on the day, with its source.
    pub state: Option<Sourced>,
    /// The source for a shape without a state; may be empty.
    pub known: String,
    /// The source of the outline or line; may be empty.
    pub drawn_from: String,
    pub claims: Vec<ClaimView>,
}

impl PlaceView {
    /// Both names, formatted for running text.
    pub fn both(&self) -> String {
        match &self.other {
            Some(other) => format!("{} ({other})", self.name),
            None => self.name.clone(),
        }
    }

    /// Whether the place has a shape that can show who holds it.
    pub fn is_region(&self) -> bool {
        !self.lands.is_empty() || !self.outline.is_empty()
    }
}

/// A statement and its source.
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

/// Who holds a region, as far as a map can show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Held by a side, undisputed.
    Held(Side),
    /// Held by one side and claimed by the other.
    Claimed {
        by: Side,
    },
    /// Held or regulated by both.
    Both,
    /// Left as it is, with the question open.
    Open,
    Free,
    Shut,
}

/// A group of scenes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneGroup {
    pub name: String,
    pub scenes: Vec<Scene>,
}

/// A scene that can be laid over the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    pub name: String,
    /// The side in this game that wants this; `None` if neither does.
    pub side: Option<Side>,
    pub sentences: Vec<String>,
    /// What each place is in this scene; `None` if nothing can be said about it.
    pub standings: Vec<Option<Shown>>,
}

/// What a region is in a scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub standing: Standing,
    pub words: String,
    /// The words, preceded by the kind of place.
    pub kind_and_words: String,
    /// Whether this differs from the day of the talk.
    pub changed: bool,
}

/// The map as a seat sees it. With a session, it includes what is on the table. `None` if the scenario has no map.
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
            extent: view.extent(),
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

/// The seat whose view of the map is built.
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

    /// The sources and confidence in words; empty if there are none.
    fn source(&self, keys: &[String], mark: Option<char>) -> String {
        if keys.is_empty() {
            return String::new();
        }
        let args = [arg("keys", keys.join(", ")), arg("mark", self.wording.mark(mark.unwrap_or('U')))];
        self.wording.catalogue.msg_with("person-source", &args)
    }

    fn place_view(&self, place: &MapPlace) -> PlaceView {
        let (name, other) = match both_names(&place.name) {
            Some((name, other)) => (name, Some(other)),
            None => (place.name.clone(), None),
        };
        let source = self.source(&place.keys, place.mark);
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
            shown_in: self.wording.scenario.map.view_ids().map(|view| place.views.contains(&view)).collect(),
            lands: place.lands().collect(),
            outline: unrolled(&place.outline),
            line: unrolled(&place.line),
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
            said: Sourced { text: claim.text.clone(), source: self.source(&claim.keys, claim.mark) },
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
