//! Sea, land and coast. The land is triangulated once; each frame only transforms the corners.

use std::sync::LazyLock;

use earcut::Earcut;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, Stroke};

use crate::scenario::coast::{Extent, Land, LandId, Sheet, sheets};
use crate::scenario::draft::Spot;

use super::projection::Projection;

/// Scale in points per degree from which each sheet is used, the finest sheet first.
const FROM_SCALE: [f64; 3] = [55.0, 6.5, 0.0];
/// Coast points closer together than this are merged, in points.
const FINE: f32 = 0.8;

/// Triangles of every land on every sheet, as indices into its coast.
static TRIANGLES: LazyLock<Vec<Vec<Vec<u32>>>> = LazyLock::new(|| {
    let sheets = sheets().iter();
    sheets.map(|sheet| sheet.lands.iter().map(|land| cut(&land.coast)).collect()).collect()
});

pub(super) fn cut(ring: &[Spot]) -> Vec<u32> {
    let mut triangles = Vec::new();
    let corners = ring.iter().map(|spot| [spot.0, spot.1]);
    Earcut::new().earcut(corners, &[], &mut triangles);
    triangles
}

/// Triangles of a land.
pub(super) fn triangles(id: LandId) -> &'static [u32] {
    let land = TRIANGLES.get(id.sheet).and_then(|lands| lands.get(id.land));
    land.map_or(&[], Vec::as_slice)
}

/// Part of the map covered by one sheet, with its longitudes shifted by `turn` degrees.
struct Part {
    sheet: usize,
    turn: f64,
    clips: Vec<Rect>,
}

/// Which sheet to draw where: the finest one that covers an area, if the scale shows its detail.
fn parts(projection: &Projection) -> Vec<Part> {
    let seen = projection.seen();
    let mut free = vec![projection.rect];
    let mut parts = Vec::new();
    for (number, sheet) in sheets().iter().enumerate() {
        if FROM_SCALE.get(number).is_none_or(|from| projection.scale < *from) {
            continue;
        }
        for turn in [-360.0, 0.0, 360.0] {
            let whole = moved(&sheet.whole, turn);
            if !whole.meets(&seen) {
                continue;
            }
            let own = projection.frame(&whole);
            let clips = free.iter().map(|rect| rect.intersect(own));
            let clips: Vec<Rect> = clips.filter(Rect::is_positive).collect();
            free = free.iter().flat_map(|rect| without(*rect, own)).collect();
            parts.push(Part { sheet: number, turn, clips });
        }
    }
    parts
}

fn moved(extent: &Extent, turn: f64) -> Extent {
    Extent { west: extent.west + turn, east: extent.east + turn, ..*extent }
}

/// The parts of a rectangle outside another one.
fn without(rect: Rect, hole: Rect) -> Vec<Rect> {
    let hole = hole.intersect(rect);
    if !hole.is_positive() {
        return vec![rect];
    }
    let pieces = [
        Rect::from_min_max(rect.min, Pos2::new(rect.right(), hole.top())),
        Rect::from_min_max(Pos2::new(rect.left(), hole.bottom()), rect.max),
        Rect::from_min_max(Pos2::new(rect.left(), hole.top()), Pos2::new(hole.left(), hole.bottom())),
        Rect::from_min_max(Pos2::new(hole.right(), hole.top()), Pos2::new(rect.right(), hole.bottom())),
    ];
    pieces.into_iter().filter(Rect::is_positive).collect()
}

pub(super) struct Inks {
    pub(super) land: Color32,
    pub(super) shallow: Color32,
    pub(super) coast: Color32,
}

/// Draws shallow water, land and coast. Returns coast points for names to avoid.
pub(super) fn draw(painter: &Painter, projection: &Projection, inks: &Inks) -> Vec<Pos2> {
    let mut coast = Vec::new();
    for part in parts(projection) {
        let Some(sheet) = sheets().get(part.sheet) else {
            continue;
        };
        let lines = coast_lines(projection, sheet, part.turn);
        let mesh = land_mesh(projection, sheet, part.sheet, part.turn, inks.land);
        for clip in &part.clips {
            let painter = painter.with_clip_rect(painter.clip_rect().intersect(*clip));
            for line in &lines {
                painter.add(Shape::line(line.clone(), Stroke::new(6.0, inks.shallow)));
            }
            painter.add(Shape::mesh(mesh.clone()));
            for line in &lines {
                painter.add(Shape::line(line.clone(), Stroke::new(1.0, inks.coast)));
            }
            let seen = lines.iter().flatten().filter(|at| clip.contains(**at));
            coast.extend(seen.step_by(3).copied());
        }
    }
    coast
}

fn land_mesh(projection: &Projection, sheet: &Sheet, number: usize, turn: f64, colour: Color32) -> Mesh {
    let seen = projection.seen();
    let mut mesh = Mesh::default();
    for (index, land) in sheet.lands.iter().enumerate() {
        if moved(&land.extent, turn).meets(&seen) {
            let id = LandId { sheet: number, land: index };
            let ring = screen_ring(projection, &land.coast, turn);
            add(&mut mesh, &ring, triangles(id), colour);
        }
    }
    mesh
}

/// Adds a ring's triangles to a mesh.
pub(super) fn add(mesh: &mut Mesh, ring: &[Pos2], triangles: &[u32], colour: Color32) {
    let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
    for corner in ring {
        mesh.colored_vertex(*corner, colour);
    }
    let corners = triangles.chunks_exact(3);
    for corner in corners {
        if let [a, b, c] = corner {
            mesh.add_triangle(first + a, first + b, first + c);
        }
    }
}

/// A ring in screen coordinates, with its longitudes shifted by `turn` degrees.
pub(super) fn screen_ring(projection: &Projection, ring: &[Spot], turn: f64) -> Vec<Pos2> {
    let spots = ring.iter().map(|spot| Spot(spot.0 + turn, spot.1));
    spots.map(|spot| projection.to_screen(spot)).collect()
}

/// The visible coasts of a sheet, interrupted where land is only cut off by the sheet's edge.
fn coast_lines(projection: &Projection, sheet: &Sheet, turn: f64) -> Vec<Vec<Pos2>> {
    let seen = projection.seen();
    let lands = sheet.lands.iter();
    let lands = lands.filter(|land| moved(&land.extent, turn).meets(&seen));
    lands.flat_map(|land| shore(projection, sheet, land, turn)).collect()
}

pub(super) fn shore(projection: &Projection, sheet: &Sheet, land: &Land, turn: f64) -> Vec<Vec<Pos2>> {
    let near = projection.rect.expand(12.0);
    let mut lines = Vec::new();
    let mut line: Vec<Pos2> = Vec::new();
    let mut last: Option<(Spot, Pos2)> = None;
    let first = land.coast.first();
    for spot in land.coast.iter().chain(first) {
        let at = projection.to_screen(Spot(spot.0 + turn, spot.1));
        if let Some((from, from_at)) = last {
            let visible = Rect::from_two_pos(from_at, at).intersects(near);
            if visible && !is_cut(sheet, from, *spot) {
                if line.is_empty() {
                    line.push(from_at);
                }
                if line.last().is_none_or(|end| end.distance(at) >= FINE) {
                    line.push(at);
                }
            } else if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
        }
        last = Some((*spot, at));
    }
    if line.len() > 1 {
        lines.push(line);
    }
    lines
}

/// Whether a segment lies on the sheet's edge and so isn't a coast.
fn is_cut(sheet: &Sheet, from: Spot, to: Spot) -> bool {
    let on = |a: f64, b: f64, edge: f64| (a - edge).abs() < 1e-6 && (b - edge).abs() < 1e-6;
    let whole = &sheet.whole;
    on(from.0, to.0, whole.west)
        || on(from.0, to.0, whole.east)
        || on(from.1, to.1, whole.south)
        || on(from.1, to.1, whole.north)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::coast::land;

    /// Twice the area of a ring.
    fn area(ring: &[Spot]) -> f64 {
        let edges = crate::scenario::coast::edges(ring);
        let sum: f64 = edges.map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
        sum.abs()
    }

    #[test]
    fn the_triangles_of_every_land_cover_it_exactly() {
        for (sheet, lands) in TRIANGLES.iter().enumerate() {
            for (number, triangles) in lands.iter().enumerate() {
                let id = LandId { sheet, land: number };
                let coast = &land(id).unwrap().coast;
                let corner = |index: u32| coast[usize::try_from(index).unwrap()];
                let covered: f64 =
                    triangles.chunks_exact(3).map(|t| area(&[corner(t[0]), corner(t[1]), corner(t[2])])).sum();
                let whole = area(coast);
                assert!(
                    (covered - whole).abs() <= whole * 0.01 + 1e-9,
                    "land {number} of sheet {sheet}: {covered} of {whole}"
                );
            }
        }
    }

    #[test]
    fn a_rectangle_minus_a_hole_leaves_disjoint_parts_that_cover_the_rest() {
        let rect = Rect::from_min_max(Pos2::ZERO, Pos2::new(100.0, 60.0));
        let hole = Rect::from_min_max(Pos2::new(20.0, 10.0), Pos2::new(300.0, 40.0));
        let pieces = without(rect, hole);
        let areas: f32 = pieces.iter().map(Rect::area).sum();
        assert!((areas + hole.intersect(rect).area() - rect.area()).abs() < 0.01);
        let overlap = |a: &Rect, b: &Rect| a.intersect(*b).is_positive();
        for (number, piece) in pieces.iter().enumerate() {
            assert!(!pieces.iter().skip(number + 1).any(|b| overlap(piece, b)));
            assert!(!overlap(piece, &hole));
        }
    }

    #[test]
    fn no_coast_is_drawn_along_the_edge_of_a_sheet() {
        let fine = &sheets()[0];
        let edge = Spot(fine.whole.west, 43.0);
        assert!(is_cut(fine, edge, Spot(fine.whole.west, 44.0)));
        assert!(!is_cut(fine, edge, Spot(144.3, 42.9)));
    }
}
