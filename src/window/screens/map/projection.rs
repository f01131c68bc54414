//! Converts between the earth and the screen. The projection is equirectangular, true to scale at the frame's middle
//! latitude.

use egui::{Pos2, Rect, Vec2};

use crate::scenario::coast::Extent;
use crate::scenario::draft::Spot;

pub(super) const KM_IN_DEGREE: f64 = 111.2;
/// Greatest zoom relative to the whole frame.
pub(super) const NEAREST: f64 = 16.0;
const STEP: f64 = 1.4;
/// Latitude limit of the view, beyond which land would be too distorted.
const FURTHEST: f64 = 84.0;

/// The visible part of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Camera {
    pub(super) lon: f64,
    pub(super) lat: f64,
    /// Zoom relative to the whole frame, from 1 to [`NEAREST`].
    pub(super) nearness: f64,
}

impl Camera {
    pub(super) fn of(frame: &Extent) -> Self {
        Self { lon: (frame.west + frame.east) / 2.0, lat: (frame.south + frame.north) / 2.0, nearness: 1.0 }
    }

    /// Zooms in by some steps, or out if negative.
    pub(super) fn nearer(self, steps: f64) -> Self {
        Self { nearness: self.nearness * STEP.powf(steps), ..self }
    }
}

/// A frame laid out in a rectangle on the screen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Projection {
    pub(super) rect: Rect,
    pub(super) camera: Camera,
    pub(super) scale: f64,
    narrow: f64,
    pub(super) middle: f64,
}

impl Projection {
    /// Lays out a frame and limits the camera to it.
    pub(super) fn new(rect: Rect, frame: &Extent, camera: Camera) -> Self {
        let middle = (frame.south + frame.north) / 2.0;
        let narrow = middle.to_radians().cos().max(0.05);
        let size = (f64::from(rect.width()), f64::from(rect.height()));
        let fits =
            (size.0.max(1.0) / ((frame.east - frame.west) * narrow), size.1.max(1.0) / (frame.north - frame.south));
        let sound = |value: f64, otherwise: f64| if value.is_finite() { value } else { otherwise };
        let nearness = sound(camera.nearness, 1.0).clamp(1.0, NEAREST);
        let scale = fits.0.min(fits.1) * nearness;
        let half = (size.0 / scale / narrow / 2.0, size.1 / scale / 2.0);
        let within = |middle: f64, half: f64, low: f64, high: f64| {
            if high - low > half * 2.0 { sound(middle, low).clamp(low + half, high - half) } else { (low + high) / 2.0 }
        };
        let lat = within(camera.lat, half.1, frame.south, frame.north);
        let camera = Camera {
            lon: within(camera.lon, half.0, frame.west, frame.east),
            lat: lat.min((FURTHEST - half.1).max(half.1 - FURTHEST)),
            nearness,
        };
        Self { rect, camera, scale, narrow, middle }
    }

    /// Screen points in a degree of longitude.
    pub(super) fn across(self) -> f64 {
        self.scale * self.narrow
    }

    /// A position on the earth in screen coordinates. Longitudes don't wrap around: see [`Self::unrolled`].
    pub(super) fn to_screen(self, spot: Spot) -> Pos2 {
        let across = (spot.0 - self.camera.lon) * self.scale * self.narrow;
        let up = (spot.1 - self.camera.lat) * self.scale;
        self.rect.center() + Vec2::new(across as f32, -up as f32)
    }

    /// The position on the earth at a screen position.
    pub(super) fn to_earth(self, at: Pos2) -> Spot {
        let from = at - self.rect.center();
        Spot(
            self.camera.lon + f64::from(from.x) / (self.scale * self.narrow),
            self.camera.lat - f64::from(from.y) / self.scale,
        )
    }

    /// The camera after dragging the map by a screen distance.
    pub(super) fn dragged(self, by: Vec2) -> Camera {
        let middle = self.to_earth(self.rect.center() - by);
        Camera { lon: middle.0, lat: middle.1, ..self.camera }
    }

    /// The camera after zooming in by some steps around a fixed screen position.
    pub(super) fn nearer_at(self, steps: f64, at: Pos2) -> Camera {
        let under = self.to_earth(at);
        let camera = self.camera.nearer(steps);
        let ratio = self.camera.nearness / camera.nearness.clamp(1.0, NEAREST);
        Camera {
            lon: under.0 + (self.camera.lon - under.0) * ratio,
            lat: under.1 + (self.camera.lat - under.1) * ratio,
            ..camera
        }
    }

    pub(super) fn seen(self) -> Extent {
        let (low, high) = (self.to_earth(self.rect.left_bottom()), self.to_earth(self.rect.right_top()));
        Extent { west: low.0, east: high.0, south: low.1, north: high.1 }
    }

    /// An extent as a screen rectangle.
    pub(super) fn frame(self, extent: &Extent) -> Rect {
        Rect::from_two_pos(
            self.to_screen(Spot(extent.west, extent.south)),
            self.to_screen(Spot(extent.east, extent.north)),
        )
    }

    /// A position with its longitude shifted by whole turns, as close to the camera as possible.
    pub(super) fn unrolled(self, spot: Spot) -> Spot {
        let turns = ((self.camera.lon - spot.0) / 360.0).round();
        Spot(spot.0 + turns * 360.0, spot.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FRAME: Extent = Extent { west: 134.0, east: 190.0, south: 39.0, north: 65.0 };

    fn rect() -> Rect {
        Rect::from_min_size(Pos2::new(20.0, 60.0), Vec2::new(800.0, 520.0))
    }

    proptest! {
        #[test]
        fn screen_positions_convert_back(lon in 134.0..190.0_f64, lat in 39.0..65.0_f64, near in 1.0..16.0_f64) {
            let camera = Camera { lon, lat, nearness: near };
            let projection = Projection::new(rect(), &FRAME, camera);
            let back = projection.to_earth(projection.to_screen(Spot(lon, lat)));
            prop_assert!((back.0 - lon).abs() < 1e-3 && (back.1 - lat).abs() < 1e-3, "{back:?}");
        }

        #[test]
        fn the_camera_always_stays_within_the_frame(
            moves in prop::collection::vec((-900.0..900.0_f32, -900.0..900.0_f32, -3.0..3.0_f64), 0..20)
        ) {
            let mut projection = Projection::new(rect(), &FRAME, Camera::of(&FRAME));
            for (x, y, steps) in moves {
                let camera = projection.dragged(Vec2::new(x, y));
                projection = Projection::new(rect(), &FRAME, camera);
                let camera = projection.nearer_at(steps, Pos2::new(x.abs(), y.abs()));
                projection = Projection::new(rect(), &FRAME, camera);
                let camera = projection.camera;
                prop_assert!((1.0..=NEAREST).contains(&camera.nearness));
                prop_assert!((FRAME.west..=FRAME.east).contains(&camera.lon));
                prop_assert!((FRAME.south..=FRAME.north).contains(&camera.lat));
                if camera.nearness > 1.6 {
                    let seen = projection.seen();
                    prop_assert!(seen.west >= FRAME.west - 1e-3 && seen.east <= FRAME.east + 1e-3);
                }
            }
        }
    }

    #[test]
    fn invalid_numbers_keep_the_camera_on_the_map() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            let camera = Camera { lon: bad, lat: bad, nearness: bad };
            let projection = Projection::new(rect(), &FRAME, camera);
            assert!(projection.camera.lon.is_finite() && projection.camera.lat.is_finite());
            assert!((1.0..=NEAREST).contains(&projection.camera.nearness));
        }
    }

    #[test]
    fn zooming_keeps_the_place_under_the_pointer() {
        let projection = Projection::new(rect(), &FRAME, Camera::of(&FRAME).nearer(3.0));
        let at = Pos2::new(300.0, 200.0);
        let under = projection.to_earth(at);
        let nearer = Projection::new(rect(), &FRAME, projection.nearer_at(1.0, at));
        assert!((nearer.to_screen(under) - at).length() < 0.1);
    }

    #[test]
    fn distances_are_true_in_both_directions_at_the_middle_latitude() {
        let projection = Projection::new(rect(), &FRAME, Camera::of(&FRAME));
        let here = projection.to_screen(Spot(160.0, 52.0));
        let east = projection.to_screen(Spot(160.0 + 1.0 / 52.0_f64.to_radians().cos(), 52.0));
        let north = projection.to_screen(Spot(160.0, 53.0));
        assert!(((east.x - here.x) - (here.y - north.y)).abs() < 0.05);
    }
}
