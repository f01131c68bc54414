//! Checks the map: points lie where they should, and places have both names, both sides' views and sources.

use std::collections::{HashMap, HashSet};

use super::{Checker, error};
use crate::scenario::coast::{Extent, land_at, sheet_at, sheets, to_coast};
use crate::scenario::draft::*;
use crate::scenario::place::Id;
use crate::scenario::resolved::both_names;

pub(super) fn check(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let mut views: HashMap<&str, Extent> = HashMap::new();
    for view in draft.map_views() {
        if frame(checker, view) {
            views.insert(view.id.as_str(), view.extent());
        }
    }
    for place in draft.map_places() {
        if points(checker, place) {
            seen(checker, place, &views);
            lies(checker, place);
        }
        names(checker, place);
        drawn(checker, place);
        sources(checker, place);
        sides(checker, place);
    }
    shapes(checker);
    changes(checker);
}

impl Checker<'_> {
    /// Reports an error at the value of a form's field, or at the form's id if the field can't be found.
    fn at_field(&mut self, code: &'static str, id: &Id, field: &str, message: String, help: &str) {
        let place = self.field(id.place, field).or(id.place);
        self.push(error(code, place, message, help));
    }
}

fn is_on_earth(spot: Spot) -> bool {
    (-180.0..=180.0).contains(&spot.0) && (-90.0..=90.0).contains(&spot.1)
}

/// Whether a view has a valid frame.
fn frame(checker: &mut Checker<'_>, view: &ViewDraft) -> bool {
    let wide = (-180.0..=180.0).contains(&view.west) && view.east > view.west && view.east - view.west <= 360.0;
    let high = (-90.0..=90.0).contains(&view.south) && (-90.0..=90.0).contains(&view.north) && view.north > view.south;
    let (field, help) = if !wide {
        ("east", "let east be greater than west, by 360 degrees at most; past the date line count on: 190 is 170 west")
    } else if !high {
        ("north", "let south and north be between -90 and 90, and north greater than south")
    } else {
        return true;
    };
    checker.at_field("WCW151", &view.id, field, format!("the view \"{}\" is empty", view.id), help);
    false
}

/// Whether every point of a place is on the earth.
fn points(checker: &mut Checker<'_>, place: &PlaceDraft) -> bool {
    let lists = [("islands", &place.islands), ("outline", &place.outline), ("line", &place.line)];
    let lists = lists.into_iter().flat_map(|(field, spots)| spots.iter().map(move |spot| (field, *spot)));
    let mut points = std::iter::once(("at", place.at)).chain(lists);
    let Some((field, spot)) = points.find(|(_, spot)| !is_on_earth(*spot)) else {
        return true;
    };
    let message = format!("({}, {}) of \"{}\" is not a point on the earth", spot.0, spot.1, place.id);
    let help = "write the longitude first, -180 to 180, then the latitude, -90 to 90";
    checker.at_field("WCW150", &place.id, field, message, help);
    false
}

/// A place has to be shown in at least one view, and lie within each of its views.
fn seen(checker: &mut Checker<'_>, place: &PlaceDraft, views: &HashMap<&str, Extent>) {
    if place.views.is_empty() {
        let message = format!("\"{}\" is in no view", place.id);
        let help = "name at least one view of the map in views: [...]";
        return checker.at_field("WCW152", &place.id, "views", message, help);
    }
    let outside = place.views.iter().find(|view| {
        let extent = views.get(view.as_str());
        extent.is_some_and(|extent| !extent.holds(place.at))
    });
    if let Some(view) = outside {
        let message = format!("\"{}\" is outside the view \"{view}\"", place.id);
        let help = "write the longitude first; else widen the view, or leave it out";
        checker.at_field("WCW152", &place.id, "at", message, help);
    }
}

/// Towns and islands have to be on land, and straits and waters at sea, as far as the coastlines are precise enough to
/// tell.
fn lies(checker: &mut Checker<'_>, place: &PlaceDraft) {
    if let Some(spot) = place.islands.iter().find(|spot| land_at(**spot).is_none()) {
        let message = format!("({}, {}) of \"{}\" is inside no coastline", spot.0, spot.1, place.id);
        let help = "name a point well inside the island; islands smaller than the coastlines show can't be drawn";
        return checker.at_field("WCW153", &place.id, "islands", message, help);
    }
    let slack = sheet_at(place.at).and_then(|sheet| sheets().get(sheet));
    let slack = slack.map_or(0.0, |sheet| sheet.slack);
    let near = to_coast(place.at) <= slack;
    let on_land = land_at(place.at).is_some();
    let (wrong, should) = match place.kind {
        PlaceKind::Capital | PlaceKind::Town | PlaceKind::Port | PlaceKind::Cape => {
            (!on_land && !near, "is in the sea")
        }
        PlaceKind::Waters | PlaceKind::Strait | PlaceKind::Line => (on_land && !near, "is on land"),
        // The name of a group of islands may be written in the water between them.
        PlaceKind::Island | PlaceKind::Land => (false, ""),
    };
    if wrong {
        let message = format!("\"{}\" {should}", place.id);
        let help = "write the longitude first, with two decimals, or change the kind of place";
        checker.at_field("WCW153", &place.id, "at", message, help);
    }
}

/// If the texts give places two names, a place on the map needs both.
fn names(checker: &mut Checker<'_>, place: &PlaceDraft) {
    let two = checker.draft.scenario.places.orders.len() > 1;
    if two && !place.one_name && both_names(&place.name).is_none() {
        let message = format!("\"{}\" has only one name on the map", place.id);
        let help = "write both, \"Kunashiri (Kunashir)\", or one_name: true where both languages use the same";
        checker.at_field("WCW154", &place.id, "name", message, help);
    }
}

/// Outlines and lines need a source and enough points.
fn drawn(checker: &mut Checker<'_>, place: &PlaceDraft) {
    let few = [("outline", &place.outline, 3), ("line", &place.line, 2)];
    for (field, spots, least) in few {
        if spots.is_empty() {
            continue;
        }
        if spots.len() < least {
            let message = format!("the {field} of \"{}\" has {} points", place.id, spots.len());
            return checker.at_field("WCW155", &place.id, field, message, &format!("give it {least} or more"));
        }
        if place.drawn_from.trim().is_empty() {
            let message = format!("the {field} of \"{}\" has no source", place.id);
            let help = "name it in drawn_from, and say how exact it is; describe in words what no source outlines";
            return checker.at_field("WCW155", &place.id, field, message, help);
        }
    }
}

/// The state of a place and the claims to it need sources.
fn sources(checker: &mut Checker<'_>, place: &PlaceDraft) {
    let is_known = |mark: Option<char>| mark.is_some_and(|mark| "FSDU".contains(mark));
    let help = "add keys of the bibliography and a mark: 'F' firm, 'S' single source, 'D' disputed, 'U' unverified; what any atlas says belongs in plain";
    let state = !place.state.trim().is_empty() || place.held_by.is_some();
    if state && (place.keys.is_empty() || !is_known(place.mark)) {
        let message = format!("the state of \"{}\" has no source", place.id);
        checker.at_field("WCW156", &place.id, "state", message, help);
    }
    let unknown = |claim: &&ClaimDraft| claim.keys.is_empty() || !is_known(claim.mark);
    if let Some(claim) = place.claims.iter().find(unknown) {
        let message = format!("the claim of \"{}\" to \"{}\" has no source", claim.party, place.id);
        checker.at_field("WCW156", &claim.party, "text", message, help);
    }
}

/// If a place has one side's claim, it needs the other's too.
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
        let message = format!("\"{}\" has the claim of one side, but not one claim of \"{}\"", place.id, seat.party);
        let help = "write one Claim for each party at the table";
        checker.at_field("WCW157", &place.id, "claims", message, help);
    }
}

/// A place that changes hands needs a shape on the map.
fn shapes(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let places: HashMap<&str, &PlaceDraft> = draft.map_places().map(|place| (place.id.as_str(), place)).collect();
    for change in draft.map_changes() {
        let has_no_shape = |becomes: &&BecomesDraft| {
            let place = places.get(becomes.place.as_str());
            place.is_some_and(|place| place.islands.is_empty() && place.outline.is_empty())
        };
        if let Some(becomes) = change.becomes.iter().find(has_no_shape) {
            let message = format!("\"{}\" has no shape that could change hands", becomes.place);
            let help = "give it islands or an outline, or describe the change only in text";
            checker.error("WCW159", &becomes.place, message, help);
        }
    }
}

/// If the map covers an issue, each of its positions needs exactly one change.
fn changes(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let mut changes: HashSet<(&str, &str)> = HashSet::new();
    // If one position has two changes, the second is probably meant for the position that has none. Report that as one
    // fault.
    let mut twice: HashSet<&str> = HashSet::new();
    for change in draft.map_changes() {
        if !changes.insert((change.issue.as_str(), change.position.as_str())) {
            twice.insert(change.issue.as_str());
            let message = format!("there are two changes for \"{}\"", change.position);
            checker.error("WCW158", &change.position, message, "remove one, or give it another position");
        }
    }
    for issue in draft.scenario.issues.iter().filter(|issue| !twice.contains(issue.id.as_str())) {
        let Some(first) = draft.map_changes().find(|change| change.issue == issue.id) else { continue };
        let missing = |position: &&PositionDraft| !changes.contains(&(issue.id.as_str(), position.id.as_str()));
        if let Some(position) = issue.positions.iter().find(missing) {
            let message =
                format!("the map has changes for some positions on \"{}\", but none for \"{}\"", issue.id, position.id);
            let help = "write a Change for each position, even where nothing changes";
            checker.error("WCW158", &first.issue, message, help);
        }
    }
}
