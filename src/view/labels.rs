//! Places labels on a map, each next to its mark and clear of all other labels and marks. The same marks always get the
//! same places.

/// A rectangle in the painter's own units, measured from the top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    /// Right edge, in the painter's units.
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// Bottom edge, in the painter's units.
    pub fn bottom(&self) -> f32 {
        self.top + self.height
    }

    /// The square around a point whose sides are `radius` away.
    pub fn around(x: f32, y: f32, radius: f32) -> Self {
        Self { left: x - radius, top: y - radius, width: radius * 2.0, height: radius * 2.0 }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right() && other.left < self.right() && self.top < other.bottom() && other.top < self.bottom()
    }

    /// Whether the other area is inside this one.
    pub fn holds(&self, other: &Area) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right() >= other.right()
            && self.bottom() >= other.bottom()
    }

    /// The point in this area nearest to the given one.
    pub fn nearest(&self, x: f32, y: f32) -> (f32, f32) {
        (x.max(self.left).min(self.right()), y.max(self.top).min(self.bottom()))
    }
}

/// A label to be placed next to a mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    pub x: f32,
    pub y: f32,
    pub radius: f32,
    /// Widths and heights the label can have, fullest version first.
    pub sizes: Vec<(f32, f32)>,
}

/// A placed label; `size` is an index into [`Wish::sizes`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Label {
    pub size: usize,
    pub area: Area,
    /// Whether the label is far enough from its mark to need a connecting line.
    pub led: bool,
}

/// Distances from the mark to try.
const DISTANCES: [f32; 7] = [3.0, 8.0, 14.0, 22.0, 32.0, 44.0, 58.0];
/// Distance from which a connecting line is drawn.
const LED_FROM: f32 = 14.0;
/// Most points of `thin` a label may cover before a shorter version is tried.
const COVERED: usize = 12;
/// Space between two labels.
const GAP: f32 = 2.0;

/// Finds a place for each label; earlier ones choose first. Labels stay within the bounds and off the marks and the
/// `taken` areas. They also avoid the `thin` points where possible: these belong to lines that stay readable under a
/// label. The result is `None` for a label that fits in none of its sizes.
pub fn place_labels(wishes: &[Wish], bounds: Area, taken: &[Area], thin: &[(f32, f32)]) -> Vec<Option<Label>> {
    let mut blocked: Vec<Area> = taken.to_vec();
    let marks = wishes.iter().map(|w| Area::around(w.x, w.y, w.radius));
    blocked.extend(marks);
    let mut labels: Vec<Option<Label>> = Vec::new();
    for wish in wishes {
        let label = place(wish, bounds, &blocked, thin);
        blocked.extend(label.iter().map(|label| Area {
            left: label.area.left - GAP,
            top: label.area.top - GAP,
            width: label.area.width + GAP * 2.0,
            height: label.area.height + GAP * 2.0,
        }));
        labels.push(label);
    }
    labels
}

fn place(wish: &Wish, bounds: Area, blocked: &[Area], thin: &[(f32, f32)]) -> Option<Label> {
    let shortest = wish.sizes.len().saturating_sub(1);
    wish.sizes.iter().enumerate().find_map(|(size, (w, h))| {
        let mut best: Option<(usize, Label)> = None;
        for distance in DISTANCES {
            for area in around(wish, distance, *w, *h) {
                let is_free = bounds.holds(&area) && !blocked.iter().any(|b| b.overlaps(&area));
                let led = distance >= LED_FROM;
                if !is_free || (led && crosses(wish, &area, blocked)) {
                    continue;
                }
                let on = |(x, y): &&(f32, f32)| area.overlaps(&Area::around(*x, *y, 1.5));
                let covered = thin.iter().filter(on).count();
                if covered > COVERED && size < shortest {
                    continue;
                }
                let label = Label { size, area, led };
                if best.is_none_or(|(fewest, _)| covered < fewest) {
                    best = Some((covered, label));
                }
            }
            // Covering part of a line near the mark is better than being clear of it far away.
            if best.is_some_and(|(covered, _)| covered == 0 || distance >= LED_FROM) {
                break;
            }
        }
        best.map(|(_, label)| label)
    })
}

/// The place for a line's label: the first one within the bounds and on no mark, or else the first of all.
pub fn along(places: &[Area], bounds: Area, marks: &[Area]) -> Option<Area> {
    let is_free = |place: &&Area| bounds.holds(place) && !marks.iter().any(|m| m.overlaps(place));
    places.iter().find(is_free).or(places.first()).copied()
}

/// Places for the label of a vertical line, from the bottom up, and of a horizontal line, from the left.
pub fn beside_lines(
    bounds: Area,
    (x, y): (f32, f32),
    (upright, level): ((f32, f32), (f32, f32)),
) -> (Vec<Area>, Vec<Area>) {
    const STEPS: u8 = 12;
    let place = |left, top, (width, height): (f32, f32)| Area { left, top, width, height };
    let steps = || (0..STEPS).map(f32::from);
    let feet = steps().flat_map(|step| {
        let top = bounds.bottom() - (step + 1.0) * upright.1 - 3.0;
        [x + 4.0, x - 4.0 - upright.0].map(|left| place(left, top, upright))
    });
    let ends = steps().flat_map(|step| {
        let left = bounds.left + 4.0 + step * level.0 / 4.0;
        [y + 2.0, y - 2.0 - level.1].map(|top| place(left, top, level))
    });
    (feet.collect(), ends.collect())
}

/// Whether the line from a mark to its label would cross something else.
fn crosses(wish: &Wish, area: &Area, blocked: &[Area]) -> bool {
    const STEPS: u8 = 16;
    let (to_x, to_y) = area.nearest(wish.x, wish.y);
    let own = Area::around(wish.x, wish.y, wish.radius);
    (1..STEPS).any(|step| {
        let part = f32::from(step) / f32::from(STEPS);
        let x = wish.x + (to_x - wish.x) * part;
        let y = wish.y + (to_y - wish.y) * part;
        let spot = Area::around(x, y, 0.5);
        let other = blocked.iter().filter(|other| **other != own);
        other.into_iter().any(|other| other.overlaps(&spot))
    })
}

/// The eight places to try at a distance, starting on the right.
fn around(wish: &Wish, distance: f32, width: f32, height: f32) -> [Area; 8] {
    let reach = wish.radius + distance;
    let (right, left) = (wish.x + reach, wish.x - reach - width);
    let (below, above) = (wish.y + reach, wish.y - reach - height);
    let (middle_x, middle_y) = (wish.x - width / 2.0, wish.y - height / 2.0);
    let corners = [
        (right, middle_y),
        (left, middle_y),
        (middle_x, above),
        (middle_x, below),
        (right, above),
        (left, above),
        (right, below),
        (left, below),
    ];
    corners.map(|(left, top)| Area { left, top, width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Area = Area { left: 0.0, top: 0.0, width: 200.0, height: 100.0 };

    fn wish(x: f32, y: f32) -> Wish {
        Wish { x, y, radius: 5.0, sizes: vec![(60.0, 14.0), (10.0, 14.0)] }
    }

    #[test]
    fn a_lone_mark_has_its_label_on_the_right() {
        let labels = place_labels(&[wish(50.0, 50.0)], BOUNDS, &[], &[]);
        let label = labels[0].unwrap();
        assert_eq!((label.area.left, label.area.top), (58.0, 43.0));
        assert!(!label.led);
    }

    #[test]
    fn labels_of_crowded_marks_stay_apart_and_within_bounds() {
        let wishes: Vec<Wish> =
            (0_u8..6).map(|n| wish(150.0 + f32::from(n) * 6.0, 40.0 + f32::from(n % 3) * 12.0)).collect();
        let labels = place_labels(&wishes, BOUNDS, &[], &[]);
        let areas: Vec<Area> = labels.iter().flatten().map(|label| label.area).collect();
        assert!(areas.len() >= 5, "{labels:?}");
        for (number, area) in areas.iter().enumerate() {
            assert!(BOUNDS.holds(area), "{area:?}");
            assert!(!areas.iter().skip(number + 1).any(|b| b.overlaps(area)));
            let marks = wishes.iter().map(|w| Area::around(w.x, w.y, w.radius));
            assert!(!marks.into_iter().any(|mark| mark.overlaps(area)));
        }
    }

    #[test]
    fn a_label_without_room_is_shortened_or_dropped() {
        let narrow = Area { width: 40.0, ..BOUNDS };
        let labels = place_labels(&[wish(10.0, 50.0)], narrow, &[], &[]);
        assert_eq!(labels[0].unwrap().size, 1);
        let none = Area { width: 12.0, ..BOUNDS };
        assert_eq!(place_labels(&[wish(6.0, 50.0)], none, &[none], &[]), [None]);
    }

    #[test]
    fn the_label_of_a_line_moves_along_it_until_clear_of_marks() {
        let (feet, ends) = beside_lines(BOUNDS, (100.0, 50.0), ((40.0, 10.0), (40.0, 10.0)));
        let free = along(&feet, BOUNDS, &[]).unwrap();
        assert_eq!((free.left, free.top), (104.0, 87.0));
        let moved = along(&feet, BOUNDS, &[Area::around(110.0, 92.0, 5.0)]).unwrap();
        assert_eq!((moved.left, moved.top), (56.0, 87.0), "to the other side");
        let level = along(&ends, BOUNDS, &[Area::around(20.0, 55.0, 5.0)]).unwrap();
        assert_eq!((level.left, level.top), (4.0, 38.0), "above the line");
        let nowhere = along(&ends, BOUNDS, &[BOUNDS]).unwrap();
        assert_eq!(nowhere, ends[0], "where there is no room the first is as good as any");
    }

    #[test]
    fn no_connecting_line_crosses_another_mark() {
        let (wish, far) = (wish(50.0, 50.0), BOUNDS);
        let beyond = Area { left: 100.0, ..far };
        let between = Area::around(75.0, 50.0, 4.0);
        assert!(crosses(&wish, &beyond, &[between]));
        assert!(!crosses(&wish, &beyond, &[Area::around(75.0, 70.0, 4.0)]));
        let own = Area::around(wish.x, wish.y, wish.radius);
        assert!(!crosses(&wish, &beyond, &[own]));
    }

    #[test]
    fn a_label_avoids_a_line_if_it_can() {
        let line: Vec<(f32, f32)> = (58_u8..120).map(|x| (f32::from(x), 50.0)).collect();
        let clear = place_labels(&[wish(50.0, 50.0)], BOUNDS, &[], &line);
        assert!(clear[0].unwrap().area.left < 50.0, "{clear:?}");
    }
}
