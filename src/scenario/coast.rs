//! Coastlines: the land of the earth in three scales, embedded and read once, and the position of a point among them.
//!
//! `assets/map/README.md` says where they come from. Each sheet is complete within a frame; outside it the next
//! coarser one is used.

use std::sync::LazyLock;

use serde::Deserialize;

use super::draft::Spot;

/// A frame of degrees. East of the date line its longitudes continue past 180.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    pub west: f64,
    pub east: f64,
    pub south: f64,
    pub north: f64,
}

impl Extent {
    /// Whether a point lies within, whatever turn of the earth its longitude is counted on.
    pub fn holds(&self, spot: Spot) -> bool {
        (self.south..=self.north).contains(&spot.1) && self.unrolled(spot.0).is_some()
    }

    /// A longitude counted on the same turn of the earth as this frame; `None` where it lies outside.
    pub fn unrolled(&self, lon: f64) -> Option<f64> {
        let turns = [0.0, 360.0, -360.0];
        let mut ways = turns.iter().map(|turn| lon + turn);
        ways.find(|lon| (self.west..=self.east).contains(lon))
    }

    /// Whether two frames share anything.
    pub fn meets(&self, other: &Extent) -> bool {
        self.west <= other.east && other.west <= self.east && self.south <= other.north && other.south <= self.north
    }

    /// The frame around points; `None` around none.
    pub fn around(spots: &[Spot]) -> Option<Self> {
        let first = spots.first()?;
        let start = Self { west: first.0, east: first.0, south: first.1, north: first.1 };
        Some(spots.iter().fold(start, |frame, spot| Self {
            west: frame.west.min(spot.0),
            east: frame.east.max(spot.0),
            south: frame.south.min(spot.1),
            north: frame.north.max(spot.1),
        }))
    }
}

/// Land: the points of its coast in order, the last one joined to the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    pub coast: Vec<Spot>,
    pub extent: Extent,
}

/// The land of one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Within this frame no land of its scale is missing. Land that reaches over its edge is cut there.
    pub whole: Extent,
    /// How far off the coast a town on it can come to lie in this scale, in degrees.
    pub slack: f64,
    pub lands: Vec<Land>,
}

/// Land by its sheet and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LandId {
    pub sheet: usize,
    pub land: usize,
}

/// File, frame and slack of each sheet, the finest first.
const SHEETS: [(&str, Extent, f64); 3] = [
    (
        include_str!("../../assets/map/southern-kurils.geojson"),
        Extent { west: 144.2, east: 149.3, south: 42.0, north: 46.0 },
        0.08,
    ),
    (
        include_str!("../../assets/map/north-west-pacific.geojson"),
        Extent { west: 128.0, east: 168.0, south: 34.0, north: 64.0 },
        0.1,
    ),
    (
        include_str!("../../assets/map/world.geojson"),
        Extent { west: -180.0, east: 180.0, south: -90.0, north: 90.0 },
        0.5,
    ),
];

static READ: LazyLock<Vec<Sheet>> = LazyLock::new(|| {
    let sheets = SHEETS.iter().map(|(text, whole, slack)| Sheet {
        whole: *whole,
        slack: *slack,
        // A test reads the files; a broken one gives a map without land, and no panic.
        lands: lands(text).unwrap_or_default(),
    });
    sheets.collect()
});

/// The sheets, the finest first.
pub fn sheets() -> &'static [Sheet] {
    &READ
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Geometry {
    /// Rings; the first is the coast, further ones would be lakes, of which these files have none.
    coordinates: Vec<Vec<Spot>>,
}

/// Reads the land of a file.
///
/// # Errors
/// When it is no collection of polygons.
pub fn lands(text: &str) -> Result<Vec<Land>, serde_json::Error> {
    let read: Collection = serde_json::from_str(text)?;
    let coasts = read.features.into_iter().filter_map(|feature| feature.geometry.coordinates.into_iter().next());
    let lands = coasts.filter_map(|mut coast| {
        if coast.len() > 1 && coast.first() == coast.last() {
            coast.pop();
        }
        let extent = Extent::around(&coast)?;
        Some(Land { coast, extent })
    });
    Ok(lands.collect())
}

/// The finest sheet that is whole where a point lies.
pub fn sheet_at(spot: Spot) -> Option<usize> {
    sheets().iter().position(|sheet| sheet.whole.holds(spot))
}

/// The land on which a point lies, in the finest scale there is for it.
pub fn land_at(spot: Spot) -> Option<LandId> {
    let number = sheet_at(spot)?;
    let sheet = sheets().get(number)?;
    let spot = Spot(sheet.whole.unrolled(spot.0)?, spot.1);
    let land = sheet.lands.iter().position(|land| land.holds(spot))?;
    Some(LandId { sheet: number, land })
}

/// Land by its number.
pub fn land(id: LandId) -> Option<&'static Land> {
    sheets().get(id.sheet)?.lands.get(id.land)
}

/// How far a point is from the nearest coast, in degrees of latitude, in the finest scale there is for it.
pub fn to_coast(spot: Spot) -> f64 {
    let sheet = sheet_at(spot).and_then(|number| sheets().get(number));
    let lands = sheet.into_iter().flat_map(|sheet| &sheet.lands);
    let distances = lands.map(|land| land.distance(spot));
    distances.fold(f64::INFINITY, f64::min)
}

impl Land {
    /// Whether a point lies on it.
    pub fn holds(&self, spot: Spot) -> bool {
        self.extent.holds(spot) && is_inside(&self.coast, spot)
    }

    /// Its size, in square degrees of latitude: to tell large islands from small ones.
    pub fn size(&self) -> f64 {
        let middle = (self.extent.south + self.extent.north) / 2.0;
        let twice: f64 = edges(&self.coast).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
        twice.abs() / 2.0 * middle.to_radians().cos()
    }

    fn distance(&self, spot: Spot) -> f64 {
        let narrow = spot.1.to_radians().cos();
        let parts = edges(&self.coast).map(|(a, b)| {
            let (ax, ay) = ((a.0 - spot.0) * narrow, a.1 - spot.1);
            let (bx, by) = ((b.0 - spot.0) * narrow, b.1 - spot.1);
            let (dx, dy) = (bx - ax, by - ay);
            let long = dx * dx + dy * dy;
            let along = if long > 0.0 { (-(ax * dx + ay * dy) / long).clamp(0.0, 1.0) } else { 0.0 };
            (ax + along * dx).hypot(ay + along * dy)
        });
        parts.fold(f64::INFINITY, f64::min)
    }
}

/// Points counted on one turn of the earth, so that a shape that crosses the date line is not torn: no step is longer than half
/// a turn.
pub fn unrolled(spots: &[Spot]) -> Vec<Spot> {
    let mut last: Option<f64> = None;
    let spots = spots.iter().map(|spot| {
        let lon = last.map_or(spot.0, |last| last + (spot.0 - last + 540.0).rem_euclid(360.0) - 180.0);
        last = Some(lon);
        Spot(lon, spot.1)
    });
    spots.collect()
}

/// The edges of a ring.
pub fn edges(ring: &[Spot]) -> impl Iterator<Item = (Spot, Spot)> + '_ {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

/// Whether a point lies inside a ring: a line from it to the east leaves the ring an odd number of times.
pub fn is_inside(ring: &[Spot], spot: Spot) -> bool {
    let crossed = edges(ring).filter(|(a, b)| {
        let spans = (a.1 > spot.1) != (b.1 > spot.1);
        spans && spot.0 < a.0 + (b.0 - a.0) * (spot.1 - a.1) / (b.1 - a.1)
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_coastlines_can_be_read() {
        for (number, (text, ..)) in SHEETS.iter().enumerate() {
            let lands = lands(text).unwrap();
            assert!(!lands.is_empty(), "sheet {number}");
            assert!(lands.iter().all(|land| land.coast.len() >= 3));
        }
        let counts: Vec<usize> = sheets().iter().map(|sheet| sheet.lands.len()).collect();
        assert_eq!(counts, [9, 85, 120]);
    }

    #[test]
    fn anything_but_a_map_is_refused() {
        assert!(lands("{}").is_err());
        assert!(lands("[").is_err());
        assert!(lands(r#"{"features":[{"geometry":{"coordinates":[[["x",1]]]}}]}"#).is_err());
        let empty = r#"{"features":[{"geometry":{"coordinates":[[]]}}]}"#;
        assert!(lands(empty).unwrap().is_empty());
    }

    #[test]
    fn a_shape_across_the_date_line_is_not_torn() {
        let across = [Spot(179.0, 60.0), Spot(-175.0, 55.0), Spot(155.0, 45.0)];
        let unrolled: Vec<f64> = unrolled(&across).iter().map(|spot| spot.0).collect();
        assert_eq!(unrolled, [179.0, 185.0, 155.0]);
    }

    #[test]
    fn a_longitude_is_counted_on_the_turn_of_the_frame() {
        let frame = Extent { west: 140.0, east: 190.0, south: 40.0, north: 66.0 };
        assert_eq!(frame.unrolled(-175.0), Some(185.0));
        assert_eq!(frame.unrolled(185.0), Some(185.0));
        assert_eq!(frame.unrolled(0.0), None);
        assert!(frame.holds(Spot(-175.0, 50.0)));
        assert!(!frame.holds(Spot(-175.0, 70.0)));
    }
}
