//! The map: points that lie where they are said to lie, both names, both sides, and sources for what is said.

use std::collections::{HashMap, HashSet};

use super::Checker;
use crate::scenario::coast::{Extent, land_at, sheet_at, sheets, to_coast};
use crate::scenario::diagnostic::Diagnostic;
use crate::scenario::draft::*;
use crate::scenario::place::Id;
use crate::scenario::resolved::both_names;

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let mut views: HashMap<&str, Extent> = HashMap::new();
    for entry in &draft.map {
        if let MapDraft::View(view) = entry
            && frame(checker, view)
        {
            let extent = Extent { west: view.west, east: view.east, south: view.south, north: view.north };
            views.insert(view.id.as_str(), extent);
        }
    }
    let mut regions = HashSet::new();
    for entry in &draft.map {
        if let MapDraft::Place(place) = entry {
            if !place.islands.is_empty() || !place.outline.is_empty() {
                regions.insert(place.id.as_str());
            }
            if points(checker, place) {
                seen(checker, place, &views);
                lies(checker, place);
            }
            names(checker, place);
            drawn(checker, place);
            sources(checker, place);
            sides(checker, place);
        }
    }
    changes(checker, &regions);
}

impl Checker<'_> {
    /// A fault at the value of a field of a form; at the form's id where the field cannot be found.
    fn at_field(&mut self, code: &'static str, id: &Id, field: &str, message: String, help: &str) {
        let place = self.field(id.place, field).or(id.place);
        let help = (!help.is_empty()).then(|| help.to_owned());
        self.faults.push(Diagnostic::error(code, message, place, help));
    }
}

fn is_on_earth(spot: Spot) -> bool {
    (-180.0..=180.0).contains(&spot.0) && (-90.0..=90.0).contains(&spot.1)
}

/// Whether a view frames something.
fn frame(checker: &mut Checker<'_>, view: &ViewDraft) -> bool {
    let wide = (-180.0..=180.0).contains(&view.west) && view.east > view.west && view.east - view.west <= 360.0;
    let high = (-90.0..=90.0).contains(&view.south) && (-90.0..=90.0).contains(&view.north) && view.north > view.south;
    let fault = if !wide {
        Some((
            "east",
            "east is greater than west, at most 360 degrees from it; past the date line it goes on: 190 is 170 west",
        ))
    } else if !high {
        Some(("north", "south and north lie between -90 and 90, north above south"))
    } else {
        None
    };
    if let Some((field, help)) = fault {
        let message = format!("the view \"{}\" frames nothing", view.id);
        checker.at_field("WCW151", &view.id, field, message, help);
    }
    fault.is_none()
}

/// Whether every point of a place is one of the earth.
fn points(checker: &mut Checker<'_>, place: &PlaceDraft) -> bool {
    let lists = [("islands", &place.islands), ("outline", &place.outline), ("line", &place.line)];
    let lists = lists.into_iter().flat_map(|(field, spots)| spots.iter().map(move |spot| (field, *spot)));
    let mut points = std::iter::once(("at", place.at)).chain(lists);
    let Some((field, spot)) = points.find(|(_, spot)| !is_on_earth(*spot)) else {
        return true;
    };
    let message = format!("({}, {}) of \"{}\" is no point of the earth", spot.0, spot.1, place.id);
    let help = "longitude stands first, -180 to 180, then latitude, -90 to 90";
    checker.at_field("WCW150", &place.id, field, message, help);
    false
}

/// A place lies within each view in which it is shown, and is shown in one.
fn seen(checker: &mut Checker<'_>, place: &PlaceDraft, views: &HashMap<&str, Extent>) {
    if place.views.is_empty() {
        let message = format!("\"{}\" is shown in no view", place.id);
        let help = "name at least one of the views of the map";
        return checker.at_field("WCW152", &place.id, "views", message, help);
    }
    let outside = place.views.iter().find(|view| {
        let extent = views.get(view.as_str());
        extent.is_some_and(|extent| !extent.holds(place.at))
    });
    if let Some(view) = outside {
        let message = format!("\"{}\" lies outside the view \"{view}\"", place.id);
        let help = "longitude stands first; or the view is too narrow, or not meant";
        checker.at_field("WCW152", &place.id, "at", message, help);
    }
}

/// Towns and islands lie on land, straits and waters in water, as far as the coastlines are fine enough to tell.
fn lies(checker: &mut Checker<'_>, place: &PlaceDraft) {
    if let Some(spot) = place.islands.iter().find(|spot| land_at(**spot).is_none()) {
        let message = format!("({}, {}) of \"{}\" lies in no coastline", spot.0, spot.1, place.id);
        let help = "name a point well inside the island; what is smaller than the coastlines show cannot be drawn";
        return checker.at_field("WCW153", &place.id, "islands", message, help);
    }
    let slack = sheet_at(place.at).and_then(|sheet| sheets().get(sheet));
    let slack = slack.map_or(0.0, |sheet| sheet.slack);
    let near = to_coast(place.at) <= slack;
    let on_land = land_at(place.at).is_some();
    let (wrong, should) = match place.kind {
        PlaceKind::Capital | PlaceKind::Town | PlaceKind::Port | PlaceKind::Cape => {
            (!on_land && !near, "lies in the sea")
        }
        PlaceKind::Waters | PlaceKind::Strait | PlaceKind::Line => (on_land && !near, "lies on land"),
        // The name of a group of islands stands between them.
        PlaceKind::Island | PlaceKind::Land => (false, ""),
    };
    if wrong {
        let message = format!("\"{}\" {should}", place.id);
        let help = "longitude stands first, with two decimals; or it is a place of another kind";
        checker.at_field("WCW153", &place.id, "at", message, help);
    }
}

/// Where texts have two names for places, a place on the map has both.
fn names(checker: &mut Checker<'_>, place: &PlaceDraft) {
    let two = checker.draft.scenario.places.orders.len() > 1;
    if two && !place.one_name && both_names(&place.name).is_none() {
        let message = format!("\"{}\" has one name on the map", place.id);
        let help = "write both, \"Kunashiri (Kunashir)\", or one_name: true where both languages have the same";
        checker.at_field("WCW154", &place.id, "name", message, help);
    }
}

/// What no coastline shows is drawn from somewhere, and has corners enough.
fn drawn(checker: &mut Checker<'_>, place: &PlaceDraft) {
    let few = [("outline", &place.outline, 3), ("line", &place.line, 2)];
    for (field, spots, least) in few {
        if spots.is_empty() {
            continue;
        }
        if spots.len() < least {
            let message = format!("the {field} of \"{}\" has {} points; it takes {least}", place.id, spots.len());
            return checker.at_field("WCW155", &place.id, field, message, "");
        }
        if place.drawn_from.trim().is_empty() {
            let message = format!("nothing says from where the {field} of \"{}\" is known", place.id);
            let help =
                "say it in drawn_from, and how exact it is; what no source outlines is told in words and not drawn";
            return checker.at_field("WCW155", &place.id, field, message, help);
        }
    }
}

/// What a place was, and how it is claimed, is known from somewhere.
fn sources(checker: &mut Checker<'_>, place: &PlaceDraft) {
    let is_known = |mark: Option<char>| mark.is_some_and(|mark| "FSDU".contains(mark));
    let help = "give keys of the bibliography and a mark: 'F' firm, 'S' single source, 'D' disputed, 'U' unverified; what any atlas says belongs into plain";
    let state = !place.state.trim().is_empty() || place.held_by.is_some();
    if state && (place.keys.is_empty() || !is_known(place.mark)) {
        let message = format!("nothing says from where the state of \"{}\" is known", place.id);
        checker.at_field("WCW156", &place.id, "state", message, help);
    }
    let unknown = |claim: &&ClaimDraft| claim.keys.is_empty() || !is_known(claim.mark);
    if let Some(claim) = place.claims.iter().find(unknown) {
        let message = format!("nothing says from where it is known how \"{}\" sees \"{}\"", claim.party, place.id);
        checker.at_field("WCW156", &claim.party, "text", message, help);
    }
}

/// Where one side of the table is heard on a place, so is the other.
fn sides(checker: &mut Checker<'_>, place: &PlaceDraft) {
    if place.claims.is_empty() {
        return;
    }
    let mut seats = checker.draft.scenario.seats.iter();
    let silent = seats.find(|seat| {
        let own = place.claims.iter().filter(|c| c.party == seat.party);
        own.count() != 1
    });
    if let Some(seat) = silent {
        let message = format!(
            "\"{}\" tells how one side sees it, and \"{}\" has not exactly one sentence of its own",
            place.id, seat.party
        );
        let help = "write one Claim for each party that sits at the table";
        checker.at_field("WCW157", &place.id, "claims", message, help);
    }
}

/// Of an issue that the map tells of, each position is told once; what changes is something that is drawn.
fn changes(checker: &mut Checker<'_>, regions: &HashSet<&str>) {
    let draft = checker.draft;
    let changes = draft.map.iter().filter_map(|entry| match entry {
        MapDraft::Change(change) => Some(change),
        _ => None,
    });
    let changes: Vec<&ChangeDraft> = changes.collect();
    let places = draft.map.iter().filter_map(|entry| match entry {
        MapDraft::Place(place) => Some(place.id.as_str()),
        _ => None,
    });
    let places: HashSet<&str> = places.collect();
    let mut told: HashMap<(&str, &str), &Id> = HashMap::new();
    // Where one is told twice, another is most likely missing for it: that is one fault.
    let mut twice: HashSet<&str> = HashSet::new();
    for change in &changes {
        let key = (change.issue.as_str(), change.position.as_str());
        if told.insert(key, &change.position).is_some() {
            twice.insert(change.issue.as_str());
            let message = format!("what \"{}\" would change is told twice", change.position);
            checker.error("WCW158", &change.position, message, "keep one of them");
        }
        let drawn = |becomes: &&BecomesDraft| {
            let place = becomes.place.as_str();
            places.contains(place) && !regions.contains(place)
        };
        if let Some(becomes) = change.becomes.iter().find(drawn) {
            let message = format!("\"{}\" has no shape that could change hands", becomes.place);
            let help = "give it islands or an outline, or say in text alone what would change";
            checker.error("WCW159", &becomes.place, message, help);
        }
    }
    for issue in &draft.scenario.issues {
        let Some(first) = changes.iter().find(|change| change.issue == issue.id) else {
            continue;
        };
        let untold =
            issue.positions.iter().find(|position| !told.contains_key(&(issue.id.as_str(), position.id.as_str())));
        let untold = untold.filter(|_| !twice.contains(issue.id.as_str()));
        if let Some(position) = untold {
            let message = format!(
                "the map tells what some positions on \"{}\" would change, and not \"{}\"",
                issue.id, position.id
            );
            let help = "write a Change for each position, also where nothing changes";
            checker.error("WCW158", &first.issue, message, help);
        }
    }
}
