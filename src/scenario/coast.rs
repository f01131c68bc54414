//! Coastlines of the earth at three scales, embedded in the program, and where a point lies relative to them.
//!
//! For their origin see `assets/map/README.md`. Each sheet is complete within a frame; outside it the next coarser
//! sheet is used.

use std::sync::LazyLock;

use serde::Deserialize;

use super::draft::Spot;

/// A frame in degrees of longitude and latitude. Longitudes east of the date line can continue past 180.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    pub west: f64,
    pub east: f64,
    pub south: f64,
    pub north: f64,
}

impl Extent {
    /// Whether a point lies inside the frame, even if its longitude differs by a full turn.
    pub fn holds(&self, spot: Spot) -> bool {
        (self.south..=self.north).contains(&spot.1) && self.unrolled(spot.0).is_some()
    }

    /// The longitude shifted by full turns so that it falls inside the frame; `None` if it lies outside.
    pub fn unrolled(&self, lon: f64) -> Option<f64> {
        let turns = [0.0, 360.0, -360.0];
        let mut ways = turns.iter().map(|turn| lon + turn);
        ways.find(|lon| (self.west..=self.east).contains(lon))
    }

    /// Whether two frames overlap or touch.
    pub fn meets(&self, other: &Extent) -> bool {
        self.west <= other.east && other.west <= self.east && self.south <= other.north && other.south <= self.north
    }

    /// The smallest frame around some points; `None` if there are none.
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

/// A piece of land: the points of its coast in order, with the last one joined to the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    pub coast: Vec<Spot>,
    pub extent: Extent,
}

/// All land at one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The frame within which this sheet is complete. Land that extends past its edge is cut off there.
    pub whole: Extent,
    /// How far from this sheet's coast a coastal town can appear, in degrees.
    pub slack: f64,
    pub lands: Vec<Land>,
}

/// Identifies a piece of land by its sheet and its index there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LandId {
    pub sheet: usize,
    pub land: usize,
}

/// File, frame and slack of each sheet, finest first.
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
        // A test parses these files. At run time a broken one gives a map without land rather than a panic.
        lands: lands(text).unwrap_or_default(),
    });
    sheets.collect()
});

/// All sheets, finest first.
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
    /// The first ring is the coast. Further rings would be lakes, but these files have none.
    coordinates: Vec<Vec<Spot>>,
}

/// Parses the land in a `GeoJSON` file.
///
/// # Errors
/// If the file isn't a collection of polygons.
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

/// Index of the finest sheet that covers a point.
pub fn sheet_at(spot: Spot) -> Option<usize> {
    sheets().iter().position(|sheet| sheet.whole.holds(spot))
}

/// The land a point lies on, taken from the finest sheet that covers it.
pub fn land_at(spot: Spot) -> Option<LandId> {
    let number = sheet_at(spot)?;
    let sheet = sheets().get(number)?;
    let spot = Spot(sheet.whole.unrolled(spot.0)?, spot.1);
    let land = sheet.lands.iter().position(|land| land.holds(spot))?;
    Some(LandId { sheet: number, land })
}

/// Looks up a piece of land.
pub fn land(id: LandId) -> Option<&'static Land> {
    sheets().get(id.sheet)?.lands.get(id.land)
}

/// Distance from a point to the nearest coast, in degrees of latitude, on the finest sheet that covers it.
pub fn to_coast(spot: Spot) -> f64 {
    let sheet = sheet_at(spot).and_then(|number| sheets().get(number));
    let lands = sheet.into_iter().flat_map(|sheet| &sheet.lands);
    let distances = lands.map(|land| land.distance(spot));
    distances.fold(f64::INFINITY, f64::min)
}

impl Land {
    /// Whether a point lies on this land.
    pub fn holds(&self, spot: Spot) -> bool {
        self.extent.holds(spot) && is_inside(&self.coast, spot)
    }

    /// Area in square degrees of latitude, used to tell large islands from small ones.
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

/// Shifts longitudes by full turns so that no step is longer than half a turn. A shape that crosses the date line then
/// stays in one piece.
pub fn unrolled(spots: &[Spot]) -> Vec<Spot> {
    let mut last: Option<f64> = None;
    let spots = spots.iter().map(|spot| {
        let lon = last.map_or(spot.0, |last| last + (spot.0 - last + 540.0).rem_euclid(360.0) - 180.0);
        last = Some(lon);
        Spot(lon, spot.1)
    });
    spots.collect()
}

/// The edges of a closed ring.
pub fn edges(ring: &[Spot]) -> impl Iterator<Item = (Spot, Spot)> + '_ {
    let next = ring.iter().cycle().skip(1);
    ring.iter().copied().zip(next.copied())
}

/// Whether a point lies inside a ring: a ray to the east crosses the ring an odd number of times.
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
