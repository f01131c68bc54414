//! Regions: whose they are, shown by tone, pattern and mark, never by colour alone.

use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2};

use crate::scenario::coast;
use crate::scenario::draft::Spot;
use crate::view::map::{PlaceView, Side, Standing};

use super::super::theme::Palette;
use super::ground::{add, cut, screen_ring, shore, triangles};
use super::projection::Projection;

/// Distance between the lines of a pattern, in points.
const SPACING: f32 = 8.0;
pub(super) const MARK: f32 = 6.0;

/// Direction of a pattern's lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    Rising,
    Falling,
    Level,
}

struct Lines {
    run: Run,
    spacing: f32,
    shift: f32,
    stroke: Stroke,
    dotted: bool,
}

struct Look {
    wash: Option<Color32>,
    lines: Vec<Lines>,
    rim: Stroke,
}

impl Look {
    /// Widens the pattern for waters: they are large, and names on them must be legible.
    fn wider(mut self) -> Self {
        for lines in &mut self.lines {
            lines.spacing *= 1.6;
            lines.shift *= 1.6;
        }
        self
    }
}

const fn colour(colours: &Palette, side: Side) -> Color32 {
    match side {
        Side::Ours => colours.ours,
        Side::Theirs => colours.theirs,
    }
}

/// The pattern of a side: single rising lines for the player's, double falling ones for the other.
fn lines_of(colours: &Palette, side: Side) -> Vec<Lines> {
    let line = |run, shift, width| Lines {
        run,
        spacing: SPACING,
        shift,
        stroke: Stroke::new(width, colour(colours, side)),
        dotted: false,
    };
    match side {
        Side::Ours => vec![line(Run::Rising, 0.0, 1.6)],
        Side::Theirs => vec![line(Run::Falling, 0.0, 0.9), line(Run::Falling, 2.6, 0.9)],
    }
}

fn look(colours: &Palette, standing: Standing, ground: Color32) -> Look {
    let wash = |colour: Color32| Some(ground.lerp_to_gamma(colour, 0.22));
    let other = |side: Side| match side {
        Side::Ours => Side::Theirs,
        Side::Theirs => Side::Ours,
    };
    match standing {
        Standing::Held(side) => Look {
            wash: wash(colour(colours, side)),
            lines: lines_of(colours, side),
            rim: Stroke::new(1.6, colour(colours, side)),
        },
        Standing::Claimed { by } => {
            let mut lines = lines_of(colours, by);
            lines.extend(lines_of(colours, other(by)));
            Look { wash: wash(colour(colours, by)), lines, rim: Stroke::new(1.6, colour(colours, by)) }
        }
        Standing::Both => {
            let line = |side, shift| Lines {
                run: Run::Rising,
                spacing: SPACING * 2.0,
                shift,
                stroke: Stroke::new(1.5, colour(colours, side)),
                dotted: false,
            };
            Look {
                wash: wash(colours.quiet),
                lines: vec![line(Side::Ours, 0.0), line(Side::Theirs, SPACING)],
                rim: Stroke::new(1.6, colours.ink),
            }
        }
        Standing::Open => Look {
            wash: wash(colours.quiet),
            lines: vec![Lines {
                run: Run::Rising,
                spacing: SPACING * 0.75,
                shift: 0.0,
                stroke: Stroke::new(1.8, colours.ink),
                dotted: true,
            }],
            rim: Stroke::new(1.6, colours.ink),
        },
        Standing::Free => Look {
            wash: None,
            lines: vec![Lines {
                run: Run::Level,
                spacing: SPACING * 1.5,
                shift: 0.0,
                stroke: Stroke::new(1.4, colours.quiet),
                dotted: true,
            }],
            rim: Stroke::new(1.4, colours.quiet),
        },
        Standing::Shut => {
            let line = |run| Lines {
                run,
                spacing: SPACING * 1.4,
                shift: 0.0,
                stroke: Stroke::new(1.2, colours.quiet),
                dotted: false,
            };
            Look {
                wash: wash(colours.quiet),
                lines: vec![line(Run::Rising), line(Run::Falling)],
                rim: Stroke::new(1.6, colours.ink),
            }
        }
    }
}

/// Points inside a region's islands, for names to avoid its pattern.
pub(super) fn inside(projection: &Projection, place: &PlaceView) -> Vec<Pos2> {
    const APART: f32 = 11.0;
    let turn = projection.unrolled(place.at).0 - place.at.0;
    let mut points = Vec::new();
    for land in place.lands.iter().filter_map(|id| coast::land(*id)) {
        let extent = coast::Extent { west: land.extent.west + turn, east: land.extent.east + turn, ..land.extent };
        let bounds = projection.frame(&extent).intersect(projection.rect);
        if !bounds.is_positive() {
            continue;
        }
        let steps = |length: f32| (0..(length / APART).clamp(0.0, 90.0) as u8).map(f32::from);
        for x in steps(bounds.width()) {
            for y in steps(bounds.height()) {
                let at = bounds.min + Vec2::new(x + 0.5, y + 0.5) * APART;
                let spot = projection.to_earth(at);
                if coast::is_inside(&land.coast, Spot(spot.0 - turn, spot.1)) {
                    points.push(at);
                }
            }
        }
    }
    points
}

/// The outline of waters on the screen, all shifted by the same turns as its first corner.
fn water_ring(projection: &Projection, place: &PlaceView) -> Vec<Pos2> {
    let first = place.outline.first().copied().unwrap_or(place.at);
    let turn = projection.unrolled(first).0 - first.0;
    screen_ring(projection, &place.outline, turn)
}

/// Draws waters; land is drawn over them later.
pub(super) fn draw_waters(
    painter: &Painter,
    projection: &Projection,
    colours: &Palette,
    place: &PlaceView,
    standing: Standing,
) {
    if place.outline.is_empty() {
        return;
    }
    let look = look(colours, standing, colours.sea).wider();
    let ring = water_ring(projection, place);
    if let Some(wash) = look.wash {
        let mut mesh = Mesh::default();
        add(&mut mesh, &ring, &cut(&place.outline), wash);
        painter.add(Shape::mesh(mesh));
    }
    hatch_all(painter, &ring, &look.lines);
    // A dashed rim shows that this edge isn't a coast.
    let closed: Vec<Pos2> = ring.iter().chain(ring.first()).copied().collect();
    painter.extend(Shape::dashed_line(&closed, look.rim, 7.0, 5.0));
}

pub(super) fn draw_islands(
    painter: &Painter,
    projection: &Projection,
    colours: &Palette,
    place: &PlaceView,
    standing: Standing,
) {
    let look = look(colours, standing, colours.land);
    let turn = projection.unrolled(place.at).0 - place.at.0;
    for id in &place.lands {
        let (Some(land), Some(sheet)) = (coast::land(*id), coast::sheets().get(id.sheet)) else {
            continue;
        };
        let ring = screen_ring(projection, &land.coast, turn);
        if let Some(wash) = look.wash {
            let mut mesh = Mesh::default();
            add(&mut mesh, &ring, triangles(*id), wash);
            painter.add(Shape::mesh(mesh));
        }
        hatch_all(painter, &ring, &look.lines);
        for line in shore(projection, sheet, land, turn) {
            painter.add(Shape::line(line, look.rim));
        }
    }
}

fn hatch_all(painter: &Painter, ring: &[Pos2], families: &[Lines]) {
    for lines in families {
        for segment in hatch(ring, painter.clip_rect(), lines) {
            if lines.dotted {
                painter.extend(Shape::dotted_line(
                    &segment,
                    lines.stroke.color,
                    lines.spacing,
                    lines.stroke.width * 0.6,
                ));
            } else {
                painter.line_segment(segment, lines.stroke);
            }
        }
    }
}

/// The segments of a pattern's lines inside a ring. Lines are fixed relative to the ring, so that they move with the
/// map.
fn hatch(ring: &[Pos2], clip: Rect, lines: &Lines) -> Vec<[Pos2; 2]> {
    // Coordinates across and along the lines.
    let turned = |at: Pos2| match lines.run {
        Run::Rising => (at.x + at.y, at.x - at.y),
        Run::Falling => (at.x - at.y, at.x + at.y),
        Run::Level => (at.y, at.x),
    };
    let back = |across: f32, along: f32| match lines.run {
        Run::Rising => Pos2::new((across + along) / 2.0, (across - along) / 2.0),
        Run::Falling => Pos2::new((across + along) / 2.0, (along - across) / 2.0),
        Run::Level => Pos2::new(along, across),
    };
    let Some(first) = ring.first() else {
        return Vec::new();
    };
    let stretch = if lines.run == Run::Level { 1.0 } else { std::f32::consts::SQRT_2 };
    let spacing = lines.spacing * stretch;
    let corners = [clip.left_top(), clip.right_top(), clip.left_bottom(), clip.right_bottom()];
    let seen = corners.map(|corner| turned(corner).0);
    let points: Vec<(f32, f32)> = ring.iter().map(|at| turned(*at)).collect();
    let least = |values: &mut dyn Iterator<Item = f32>| values.fold(f32::INFINITY, f32::min);
    let most = |values: &mut dyn Iterator<Item = f32>| values.fold(f32::NEG_INFINITY, f32::max);
    let low = least(&mut points.iter().map(|p| p.0)).max(least(&mut seen.iter().copied()));
    let high = most(&mut points.iter().map(|p| p.0)).min(most(&mut seen.iter().copied()));
    let start = turned(*first).0 + lines.shift * stretch;
    let mut segments = Vec::new();
    let mut number = ((low - start) / spacing).ceil();
    while start + number * spacing < high {
        let across = start + number * spacing;
        number += 1.0;
        let next = points.iter().cycle().skip(1);
        let mut cuts: Vec<f32> = points
            .iter()
            .zip(next)
            .filter(|(a, b)| (a.0 > across) != (b.0 > across))
            .map(|(a, b)| a.1 + (b.1 - a.1) * (across - a.0) / (b.0 - a.0))
            .collect();
        cuts.sort_by(f32::total_cmp);
        segments.extend(cuts.chunks_exact(2).filter_map(|pair| match pair {
            [from, to] => Some([back(across, *from), back(across, *to)]),
            _ => None,
        }));
    }
    segments
}

/// The mark of a standing: round for the player's side, square for the other, both for both.
pub(super) fn mark(painter: &Painter, colours: &Palette, at: Pos2, standing: Standing) {
    let square = |side: f32| Rect::from_center_size(at, Vec2::splat(side));
    let under = |radius: f32| painter.circle_filled(at, radius, colours.sheet);
    match standing {
        Standing::Held(Side::Ours) => {
            under(MARK + 1.5);
            painter.circle_filled(at, MARK - 1.0, colours.ours);
        }
        Standing::Held(Side::Theirs) => {
            painter.rect_filled(square(MARK * 2.0 + 1.0), 0.0, colours.sheet);
            painter.rect_filled(square(MARK * 2.0 - 2.0), 0.0, colours.theirs);
        }
        Standing::Claimed { by } => {
            under(MARK + 3.0);
            let (ring, core) = match by {
                Side::Theirs => (colours.ours, colours.theirs),
                Side::Ours => (colours.theirs, colours.ours),
            };
            match by {
                Side::Theirs => {
                    painter.circle_stroke(at, MARK + 1.0, Stroke::new(2.0, ring));
                    painter.rect_filled(square(7.0), 0.0, core);
                }
                Side::Ours => {
                    let stroke = Stroke::new(2.0, ring);
                    painter.rect_stroke(square(MARK * 2.0 + 2.0), 0.0, stroke, StrokeKind::Middle);
                    painter.circle_filled(at, 4.0, core);
                }
            }
        }
        Standing::Both => {
            under(MARK + 4.0);
            painter.circle_filled(at - Vec2::new(4.0, 0.0), 4.0, colours.ours);
            let other = Rect::from_center_size(at + Vec2::new(4.5, 0.0), Vec2::splat(7.0));
            painter.rect_filled(other, 0.0, colours.theirs);
        }
        Standing::Open => {
            under(MARK + 2.0);
            let stroke = Stroke::new(1.8, colours.ink);
            painter.circle_stroke(at, MARK, stroke);
            painter.circle_filled(at, 1.8, colours.ink);
        }
        Standing::Free => {
            under(MARK + 1.0);
            painter.circle_stroke(at, MARK - 1.0, Stroke::new(1.5, colours.quiet));
        }
        Standing::Shut => {
            under(MARK + 2.0);
            let stroke = Stroke::new(2.0, colours.ink);
            let corner = Vec2::splat(4.0);
            painter.line_segment([at - corner, at + corner], stroke);
            let other = Vec2::new(4.0, -4.0);
            painter.line_segment([at - other, at + other], stroke);
        }
    }
}

/// A small sample of a region, for the legend.
pub(super) fn swatch(painter: &Painter, colours: &Palette, rect: Rect, standing: Standing, water: bool) {
    let ground = if water { colours.sea } else { colours.land };
    let look = look(colours, standing, ground);
    painter.rect_filled(rect, 0.0, look.wash.unwrap_or(ground));
    let ring = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
    hatch_all(&painter.with_clip_rect(rect), &ring, &look.lines);
    painter.rect_stroke(rect, 0.0, look.rim, StrokeKind::Inside);
    if water {
        return;
    }
    mark(painter, colours, Pos2::new(rect.right() + 14.0, rect.center().y), standing);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family(run: Run) -> Lines {
        Lines { run, spacing: 8.0, shift: 0.0, stroke: Stroke::new(1.0, Color32::BLACK), dotted: false }
    }

    #[test]
    fn pattern_lines_stay_inside_a_concave_ring() {
        let ring: Vec<Pos2> = [(0.0, 0.0), (90.0, 0.0), (90.0, 80.0), (60.0, 20.0), (30.0, 80.0), (0.0, 80.0)]
            .map(|(x, y)| Pos2::new(x, y))
            .to_vec();
        let spots: Vec<Spot> = ring.iter().map(|at| Spot(f64::from(at.x), f64::from(at.y))).collect();
        for run in [Run::Rising, Run::Falling, Run::Level] {
            let segments = hatch(&ring, Rect::EVERYTHING, &family(run));
            assert!(segments.len() > 8, "{run:?}: {}", segments.len());
            for [a, b] in segments {
                let middle = a.lerp(b, 0.5);
                let inside = coast::is_inside(&spots, Spot(f64::from(middle.x), f64::from(middle.y)));
                assert!(inside, "{run:?} {middle:?}");
            }
        }
    }

    #[test]
    fn no_pattern_is_drawn_far_outside_the_view() {
        let ring: Vec<Pos2> =
            [(-1e6, -1e6), (1e6, -1e6), (1e6, 1e6), (-1e6, 1e6)].map(|(x, y)| Pos2::new(x, y)).to_vec();
        let clip = Rect::from_min_size(Pos2::ZERO, Vec2::new(800.0, 500.0));
        let segments = hatch(&ring, clip, &family(Run::Rising));
        assert!(segments.len() < 300, "{}", segments.len());
    }
}
