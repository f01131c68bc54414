//! The map of values as plain data: each deal's value to one side on the horizontal axis, to the other on the vertical.
//! The page and the window each draw it; the label positions are worked out here for both.

use serde::Serialize;

use crate::debrief::{Appraisal, Point, PointKind};
use crate::language::{Arg, arg};
use crate::scenario::resolved::{Basis, Deal};

use super::wording::Wording;

/// A place on the map, in hundredths of a point: 0 to 10,000 on each axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Value to the party on the horizontal axis.
    pub across: i64,
    /// Value to the party on the vertical axis.
    pub up: i64,
}

/// A party's axis, from 0 to 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Axis {
    pub name: String,
    /// The party's reservation value, in hundredths of a point.
    pub reservation: i64,
    /// Label of the line drawn at the reservation value.
    pub reservation_name: String,
}

/// The shape of a mark. Shapes differ even without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    Diamond,
    OpenDiamond,
    /// A deal backed by words of the record.
    Square,
    /// A historical deal known from other sources.
    Disc,
    /// A deal judged by the author.
    OpenTriangle,
    /// A point singled out by a theory.
    Cross,
}

/// A deal shown by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The letter that identifies the deal in the table.
    pub key: String,
    pub name: String,
    pub shape: Shape,
    pub at: Place,
    pub clauses: Vec<String>,
    pub sentence: String,
}

/// A deal on the frontier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FrontierDeal {
    pub at: Place,
    pub sentence: String,
}

/// The map of values, ready to draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ValueChart {
    pub title: String,
    /// A description for people who can't see the map.
    pub description: String,
    pub across: Axis,
    pub up: Axis,
    /// The frontier, from the best for the player's side to the best for the other.
    pub frontier: Vec<FrontierDeal>,
    pub frontier_name: String,
    /// The corners of the zone of agreement; empty if no deal is acceptable to both.
    pub zone: Vec<Place>,
    pub zone_name: String,
    /// The deals shown by name, the report first.
    pub marks: Vec<Named>,
}

impl ValueChart {
    /// Places that labels should preferably leave free, along the frontier and the reservation lines.
    pub fn thin(&self) -> Vec<Place> {
        let steps = || (0..=100).map(|step| step * SCALE);
        let across = steps().map(|up| Place { across: self.across.reservation, up });
        let up = steps().map(|across| Place { across, up: self.up.reservation });
        let frontier = self.frontier.iter().map(|deal| deal.at);
        frontier.chain(across).chain(up).collect()
    }
}

/// Values are stored on a scale of 0 to 10,000 and displayed on one of 0 to 100.
pub(super) const SCALE: i64 = 100;

/// The map of an appraisal, with the player's party on the horizontal axis. `None` unless there are two parties.
pub fn chart(wording: Wording<'_>, appraisal: &Appraisal, own: usize, sent: bool) -> Option<ValueChart> {
    let [across, up] = match (appraisal.reservations.len(), own) {
        (2, 0) => [0, 1],
        (2, 1) => [1, 0],
        _ => return None,
    };
    let drawer = Drawer { wording, appraisal, axes: [across, up], sent };
    drawer.chart()
}

/// The letter for the mark at this index.
pub(super) fn letter(place: usize) -> String {
    let letter = u8::try_from(place).ok().map(|place| b'A' + place % 26);
    letter.map_or_else(String::new, |letter| char::from(letter).to_string())
}

/// The name of a kind of point on the map.
pub(super) fn name_of(wording: Wording<'_>, kind: PointKind, sent: bool) -> String {
    let key = match kind {
        PointKind::Named(deal) => {
            let short = wording.scenario.deal(deal).name.split(':').next();
            return short.unwrap_or_default().to_owned();
        }
        PointKind::Earned if sent => "map-earned",
        PointKind::Earned => "map-no-report",
        PointKind::Claimed => "map-claimed",
        PointKind::Nash => "study-nash",
        PointKind::KalaiSmorodinsky => "study-kalai-smorodinsky",
    };
    wording.catalogue.msg(key)
}

/// The name of a point, joining all its kinds.
pub(super) fn names_of(wording: Wording<'_>, point: &Point, sent: bool) -> String {
    let names = point.kinds.iter().map(|kind| name_of(wording, *kind, sent));
    names.collect::<Vec<_>>().join(" = ")
}

struct Drawer<'a> {
    wording: Wording<'a>,
    appraisal: &'a Appraisal,
    /// Indices of the two parties in the scenario's values.
    axes: [usize; 2],
    sent: bool,
}

impl Drawer<'_> {
    fn chart(&self) -> Option<ValueChart> {
        let [across, up] = self.axes;
        let mut frontier: Vec<FrontierDeal> = Vec::new();
        for outcome in &self.appraisal.frontier {
            let at = self.place(&outcome.values)?;
            let what = self.wording.catalogue.msg("map-on-frontier");
            frontier.push(FrontierDeal { sentence: self.sentence(&what, at, &outcome.deal), at });
        }
        frontier.sort_by_key(|deal| std::cmp::Reverse(deal.at.across));
        let points = self.appraisal.points.iter().enumerate();
        let marks: Option<Vec<Named>> = points.map(|(n, point)| self.mark(n, point)).collect();
        let marks = marks?;
        let (across, up) = (self.axis(across)?, self.axis(up)?);
        let zone = zone(&frontier, across.reservation, up.reservation);
        let msg = |key| self.wording.catalogue.msg(key);
        let seen: Vec<&str> = marks.iter().map(|mark| mark.sentence.as_str()).collect();
        let args = [
            arg("across", across.name.as_str()),
            arg("up", up.name.as_str()),
            arg("reservation-across", across.reservation_name.as_str()),
            arg("reservation-up", up.reservation_name.as_str()),
            arg("frontier", frontier.len()),
            arg("deals", seen.len()),
        ];
        Some(ValueChart {
            title: msg("debrief-map"),
            description: self.wording.catalogue.msg_with("map-description", &args),
            across,
            up,
            frontier,
            frontier_name: msg("map-frontier"),
            zone,
            zone_name: msg("map-zone"),
            marks,
        })
    }

    fn place(&self, values: &[i64]) -> Option<Place> {
        let [across, up] = self.axes;
        Some(Place { across: *values.get(across)?, up: *values.get(up)? })
    }

    fn party(&self, place: usize) -> String {
        let values = self.wording.scenario.values.get(place);
        values.map_or_else(String::new, |values| self.wording.scenario.party(values.party).name.clone())
    }

    fn axis(&self, party: usize) -> Option<Axis> {
        let reservation = *self.appraisal.reservations.get(party)?;
        let name = self.party(party);
        let value = arg("value", reservation / SCALE);
        let told = |key, args: &[Arg<'_>]| self.wording.catalogue.msg_with(key, args);
        Some(Axis {
            reservation_name: told("map-no-deal", &[arg("party", name.as_str()), value]),
            name: told("map-worth", &[arg("party", name.as_str())]),
            reservation,
        })
    }

    fn sentence(&self, name: &str, at: Place, deal: &Deal) -> String {
        let [across, up] = self.axes.map(|axis| self.party(axis));
        let args = [
            arg("name", name),
            arg("across", across),
            arg("across-value", at.across / SCALE),
            arg("up", up),
            arg("up-value", at.up / SCALE),
            arg("clauses", self.wording.deal_clauses(deal).join("; ")),
        ];
        self.wording.catalogue.msg_with("map-deal", &args)
    }

    fn mark(&self, number: usize, point: &Point) -> Option<Named> {
        let at = self.place(&point.values)?;
        let name = names_of(self.wording, point, self.sent);
        Some(Named {
            key: letter(number),
            shape: self.shape(*point.kinds.first()?),
            clauses: self.wording.deal_clauses(&point.deal),
            sentence: self.sentence(&name, at, &point.deal),
            name,
            at,
        })
    }

    fn shape(&self, kind: PointKind) -> Shape {
        let deal = match kind {
            PointKind::Earned => return Shape::Diamond,
            PointKind::Claimed => return Shape::OpenDiamond,
            PointKind::Nash | PointKind::KalaiSmorodinsky => return Shape::Cross,
            PointKind::Named(deal) => deal,
        };
        match &self.wording.scenario.deal(deal).source {
            Basis::Quote(_) | Basis::Entry(_) => Shape::Square,
            Basis::Dossier { .. } => Shape::Disc,
            _ => Shape::OpenTriangle,
        }
    }
}

/// The corners of the zone in which both sides gain: from the point of both reservation values along the frontier and
/// back.
fn zone(frontier: &[FrontierDeal], across: i64, up: i64) -> Vec<Place> {
    let inside: Vec<Place> =
        frontier.iter().map(|deal| deal.at).filter(|at| at.across >= across && at.up >= up).collect();
    let (Some(first), Some(last)) = (inside.first().copied(), inside.last().copied()) else {
        return Vec::new();
    };
    let corner = |across, up| Place { across, up };
    [corner(across, up), corner(first.across, up)].into_iter().chain(inside).chain([corner(across, last.up)]).collect()
}
