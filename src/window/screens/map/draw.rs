//! Draws the map: land, regions, graticule, scale, marks and names.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::epaint::Vertex;
use egui::{Align2, Color32, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2};

use crate::scenario::draft::{PlaceKind, Spot};
use crate::view::labels::{Area, Label, Wish, place_labels};
use crate::view::map::{MapView, PlaceView, Scene, Standing};

use super::super::parts::UiContext;
use super::super::theme::{self, Palette, font, size};
use super::ground::{self, Inks};
use super::projection::{KM_IN_DEGREE, Projection};
use super::region;

/// Most coast points for names to avoid.
const COAST_POINTS: usize = 350;

pub(super) struct Sketch<'a> {
    pub(super) painter: Painter,
    pub(super) colours: Palette,
    pub(super) projection: Projection,
    pub(super) map: &'a MapView,
    pub(super) scene: Option<&'a Scene>,
    pub(super) shown: Vec<usize>,
    pub(super) chosen: Option<usize>,
    pub(super) sheet_of_letters: [usize; 2],
}

struct Name {
    galley: Arc<Galley>,
    at: Pos2,
    halo: Color32,
}

impl<'a> Sketch<'a> {
    pub(super) fn place(&self, number: usize) -> Option<&'a PlaceView> {
        self.map.places.get(number)
    }

    /// A place's standing in the current scene.
    pub(super) fn standing(&self, number: usize) -> Option<Standing> {
        let shown = self.scene?.standings.get(number)?.as_ref()?;
        Some(shown.standing)
    }

    /// A place's position on the screen.
    pub(super) fn at(&self, place: &PlaceView) -> Pos2 {
        self.projection.to_screen(self.projection.unrolled(place.at))
    }

    /// Draws everything. Returns the rectangle of each shown place's name.
    pub(super) fn draw(&self, cx: &UiContext<'_>) -> Vec<Option<Rect>> {
        let rect = self.projection.rect;
        self.painter.rect_filled(rect, 0.0, self.colours.sea);
        self.graticule();
        for (place, standing) in self.regions() {
            region::draw_waters(&self.painter, &self.projection, &self.colours, place, standing);
        }
        let inks = Inks {
            land: self.colours.land,
            shallow: self.colours.sea.lerp_to_gamma(self.colours.land, 0.45),
            coast: self.colours.coast,
        };
        let coast = ground::draw(&self.painter, &self.projection, &inks);
        for (place, standing) in self.regions() {
            region::draw_islands(&self.painter, &self.projection, &self.colours, place, standing);
        }
        self.lines();
        let furniture = self.furniture(cx);
        self.marks();
        let names = self.names(&coast, &furniture);
        let line = Stroke::new(1.0, self.colours.coast);
        self.painter.rect_stroke(rect, 0.0, line, StrokeKind::Inside);
        names
    }

    fn regions(&self) -> impl Iterator<Item = (&'a PlaceView, Standing)> + '_ {
        let shown = self.shown.iter();
        shown.filter_map(|number| Some((self.place(*number)?, self.standing(*number)?)))
    }

    /// Spacing of the graticule, in degrees.
    fn step(&self) -> f64 {
        const STEPS: [f64; 8] = [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0];
        let wide = |step: &f64| step * self.projection.across() >= 62.0;
        STEPS.into_iter().find(wide).unwrap_or(30.0)
    }

    /// The graticule's lines between two degrees.
    fn degrees(&self, from: f64, to: f64) -> Vec<f64> {
        let step = self.step();
        let first = (from / step).ceil();
        let count = ((to - from) / step).ceil().clamp(0.0, 100.0);
        let numbers = (0_u8..100).map(f64::from).take_while(|n| *n <= count);
        let lines = numbers.map(|number| (first + number) * step);
        lines.filter(|degree| *degree <= to).collect()
    }

    fn graticule(&self) {
        let seen = self.projection.seen();
        let faint = self.colours.sea.lerp_to_gamma(self.colours.coast, 0.22);
        let stroke = Stroke::new(0.75, faint);
        let rect = self.projection.rect;
        for lon in self.degrees(seen.west, seen.east) {
            let x = self.projection.to_screen(Spot(lon, 0.0)).x;
            self.painter.vline(x, rect.y_range(), stroke);
        }
        for lat in self.degrees(seen.south.max(-90.0), seen.north.min(90.0)) {
            let y = self.projection.to_screen(Spot(0.0, lat)).y;
            self.painter.hline(rect.x_range(), y, stroke);
        }
    }

    fn lines(&self) {
        for number in &self.shown {
            let Some(place) = self.place(*number).filter(|place| !place.line.is_empty()) else {
                continue;
            };
            let first = place.line.first().copied().unwrap_or(place.at);
            let turn = self.projection.unrolled(first).0 - first.0;
            let line = ground::screen_ring(&self.projection, &place.line, turn);
            let stroke = Stroke::new(1.4, self.colours.ink);
            self.painter.extend(Shape::dashed_line(&line, stroke, 8.0, 4.0));
        }
    }

    /// Draws degrees along the edges, the scale and the north arrow. Returns the areas they cover.
    fn furniture(&self, cx: &UiContext<'_>) -> Vec<Area> {
        let mut taken = self.figures(cx);
        taken.push(self.scale_bar(cx));
        taken.push(self.north(cx));
        taken
    }

    fn figures(&self, cx: &UiContext<'_>) -> Vec<Area> {
        let (rect, seen) = (self.projection.rect, self.projection.seen());
        let mut taken = Vec::new();
        for lon in self.degrees(seen.west, seen.east) {
            let x = self.projection.to_screen(Spot(lon, 0.0)).x;
            let at = Pos2::new(x, rect.top() + 3.0);
            if x - rect.left() > 60.0 && rect.right() - x > 60.0 {
                let round = (lon + 540.0).rem_euclid(360.0) - 180.0;
                let key = match round {
                    round if round.abs() < 1e-9 || round.abs() > 179.999 => "atlas-degrees",
                    round if round < 0.0 => "atlas-west",
                    _ => "atlas-east",
                };
                let text = cx.label_with(key, &[("degrees", &degrees(round.abs()))]);
                taken.push(self.figure(at, Align2::CENTER_TOP, &text));
            }
        }
        for lat in self.degrees(seen.south.max(-80.0), seen.north.min(80.0)) {
            let y = self.projection.to_screen(Spot(0.0, lat)).y;
            let at = Pos2::new(rect.left() + 4.0, y);
            if y - rect.top() > 24.0 && rect.bottom() - y > 44.0 {
                let key = match lat {
                    lat if lat.abs() < 1e-9 => "atlas-degrees",
                    lat if lat < 0.0 => "atlas-south",
                    _ => "atlas-north",
                };
                let text = cx.label_with(key, &[("degrees", &degrees(lat.abs()))]);
                taken.push(self.figure(at, Align2::LEFT_CENTER, &text));
            }
        }
        taken
    }

    fn figure(&self, at: Pos2, align: Align2, text: &str) -> Area {
        let galley = self.layout(text, font(size::STAMP, theme::plain()), self.colours.ink);
        let rect = align.anchor_size(at, galley.size());
        self.halo(&Name { galley, at: rect.min, halo: self.colours.sea });
        area(rect)
    }

    /// A scale bar of a round number of kilometres.
    fn scale_bar(&self, cx: &UiContext<'_>) -> Area {
        let rect = self.projection.rect;
        let points_in_km = self.projection.scale / KM_IN_DEGREE;
        let most = f64::from(rect.width()) * 0.22;
        let fits = |km: &&f64| **km * points_in_km <= most.min(150.0);
        const LENGTHS: [f64; 12] = [5000.0, 2000.0, 1000.0, 500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0];
        let km = LENGTHS.iter().find(fits).copied().unwrap_or(1.0);
        let width = (km * points_in_km) as f32;
        let left = rect.left() + 12.0;
        let bottom = rect.bottom() - 10.0;
        let bar = Rect::from_min_max(Pos2::new(left, bottom - 5.0), Pos2::new(left + width, bottom));
        self.painter.rect_filled(bar, 0.0, self.colours.sheet);
        // Fill two of four parts, as usual on maps.
        for part in [0.0, 2.0] {
            let from = left + width * part / 4.0;
            let filled = Rect::from_min_max(Pos2::new(from, bar.top()), Pos2::new(from + width / 4.0, bar.bottom()));
            self.painter.rect_filled(filled, 0.0, self.colours.ink);
        }
        let rim = Stroke::new(1.0, self.colours.ink);
        self.painter.rect_stroke(bar, 0.0, rim, StrokeKind::Inside);
        let wide = {
            let seen = self.projection.seen();
            seen.north - seen.south > 25.0
        };
        let (km, middle) = (thousands(km), degrees(self.projection.middle.round()));
        let values = [("km", km.as_str()), ("degrees", middle.as_str())];
        let key = if wide { "atlas-scale-at" } else { "atlas-scale" };
        let text = cx.label_with(key, &values);
        let galley = self.layout(&text, font(size::STAMP, theme::plain()), self.colours.ink);
        let at = Pos2::new(left, bar.top() - galley.size().y - 1.0);
        let taken = Rect::from_min_size(at, galley.size()).union(bar);
        self.halo(&Name { galley, at, halo: self.colours.sea });
        area(taken)
    }

    fn north(&self, cx: &UiContext<'_>) -> Area {
        let rect = self.projection.rect;
        let foot = Pos2::new(rect.right() - 20.0, rect.top() + 52.0);
        let tip = foot - Vec2::new(0.0, 26.0);
        let half = |side: f32| vec![tip, foot + Vec2::new(side, 0.0), foot - Vec2::new(0.0, 6.0)];
        let line = Stroke::new(1.0, self.colours.ink);
        self.painter.add(Shape::convex_polygon(half(-6.0), self.colours.ink, line));
        self.painter.add(Shape::convex_polygon(half(6.0), self.colours.sheet, line));
        let galley =
            self.layout(cx.label("atlas-north-mark"), font(size::STAMP, theme::plain_strong()), self.colours.ink);
        let at = Pos2::new(tip.x - galley.size().x / 2.0, tip.y - galley.size().y);
        let taken = Rect::from_min_size(at, galley.size())
            .union(Rect::from_center_size(foot - Vec2::new(0.0, 13.0), Vec2::new(18.0, 30.0)));
        self.halo(&Name { galley, at, halo: self.colours.sea });
        area(taken)
    }

    fn marks(&self) {
        for number in &self.shown {
            let Some(place) = self.place(*number) else {
                continue;
            };
            if !has_mark(place) {
                continue;
            }
            let at = self.at(place);
            if self.chosen == Some(*number) {
                let stroke = Stroke::new(2.0, self.colours.ink);
                self.painter.circle_filled(at, 14.0, self.colours.mark);
                self.painter.circle_stroke(at, 14.0, stroke);
            }
            match self.standing(*number).filter(|_| place.is_region()) {
                Some(standing) => region::mark(&self.painter, &self.colours, at, standing),
                None => self.point(place.kind, at),
            }
        }
    }

    /// The mark of a town, port, capital or cape.
    fn point(&self, kind: PlaceKind, at: Pos2) {
        let (ink, paper) = (self.colours.ink, self.colours.sheet);
        let line = Stroke::new(1.5, ink);
        match kind {
            PlaceKind::Capital => {
                let square = Rect::from_center_size(at, Vec2::splat(10.0));
                self.painter.rect(square, 0.0, paper, line, StrokeKind::Middle);
                self.painter.circle_filled(at, 2.2, ink);
            }
            PlaceKind::Town => {
                self.painter.circle(at, 4.0, paper, line);
            }
            PlaceKind::Port => {
                self.painter.circle(at, 4.5, paper, line);
                self.painter.circle_filled(at, 2.0, ink);
            }
            PlaceKind::Cape => {
                let corner = |x: f32, y: f32| at + Vec2::new(x, y);
                let triangle = vec![corner(0.0, -5.0), corner(5.0, 4.0), corner(-5.0, 4.0)];
                self.painter.add(Shape::convex_polygon(triangle, paper, line));
            }
            PlaceKind::Island | PlaceKind::Strait => {
                self.painter.circle(at, 2.6, ink, Stroke::new(1.0, paper));
            }
            PlaceKind::Land | PlaceKind::Waters | PlaceKind::Line => {}
        }
    }

    fn names(&self, coast: &[Pos2], furniture: &[Area]) -> Vec<Option<Rect>> {
        let mut taken = furniture.to_vec();
        let marks = self.shown.iter().filter_map(|number| self.place(*number));
        let marks = marks.filter(|place| has_mark(place));
        let marks: Vec<Area> = marks.map(|place| self.at(place)).map(|at| Area::around(at.x, at.y, reach())).collect();
        let mut rects: Vec<Option<Rect>> = vec![None; self.shown.len()];
        let mut names = Vec::new();
        // Names of points go first, because they have the fewest possible positions.
        let pointed: Vec<usize> =
            (0..self.shown.len()).filter(|index| self.shown_place(*index).is_some_and(has_mark)).collect();
        let ways: Vec<Vec<Arc<Galley>>> = pointed.iter().map(|index| self.ways(*index)).collect();
        let wishes: Vec<Wish> = pointed
            .iter()
            .zip(&ways)
            .filter_map(|(index, ways)| Some(self.wish(self.shown_place(*index)?, ways)))
            .collect();
        let bounds = area(self.projection.rect.shrink(4.0));
        let thin = coast.iter().step_by(coast.len() / COAST_POINTS + 1);
        let patterns = self.regions().map(|(place, _)| place);
        let patterns = patterns.flat_map(|place| region::inside(&self.projection, place));
        let thin = thin.copied().chain(patterns);
        let thin: Vec<(f32, f32)> = thin.map(|at| (at.x, at.y)).collect();
        let labels = place_labels(&wishes, bounds, &taken, &thin);
        for ((index, ways), (wish, label)) in pointed.iter().zip(&ways).zip(wishes.iter().zip(labels)) {
            let found = label.and_then(|label| Some((label, ways.get(label.size)?)));
            if let Some((label, galley)) = found {
                self.lead(wish, &label);
                let at = Pos2::new(label.area.left, label.area.top);
                let rect = Rect::from_min_size(at, galley.size());
                taken.push(area(rect));
                if let Some(slot) = rects.get_mut(*index) {
                    *slot = Some(rect);
                }
                names.push(self.name(*index, galley, at));
            }
        }
        taken.extend(marks);
        for index in (0..self.shown.len()).filter(|index| !pointed.contains(index)) {
            if let Some((galley, rect)) = self.spread(index, &taken, bounds) {
                taken.push(area(rect));
                if let Some(slot) = rects.get_mut(index) {
                    *slot = Some(rect);
                }
                names.push(self.name(index, &galley, rect.min));
            }
        }
        // A selected place without a mark has its name highlighted instead.
        let chosen = self.shown.iter().zip(&rects);
        let chosen = chosen.filter(|(number, _)| self.chosen == Some(**number));
        for (number, rect) in chosen {
            if let Some(rect) = rect.filter(|_| !self.place(*number).is_some_and(has_mark)) {
                let line = Stroke::new(2.0, self.colours.ink);
                let (rect, fill) = (rect.expand(4.0), self.colours.mark);
                self.painter.rect(rect, 2.0, fill, line, StrokeKind::Inside);
            }
        }
        for name in &names {
            self.halo(name);
        }
        rects
    }

    fn shown_place(&self, index: usize) -> Option<&'a PlaceView> {
        self.shown.get(index).and_then(|number| self.place(*number))
    }

    fn name(&self, index: usize, galley: &Arc<Galley>, at: Pos2) -> Name {
        let on_water = self
            .shown_place(index)
            .is_some_and(|place| matches!(place.kind, PlaceKind::Waters | PlaceKind::Strait | PlaceKind::Line));
        Name { galley: galley.clone(), at, halo: if on_water { self.colours.sea } else { self.colours.land } }
    }

    /// A region's name at its centre, shifted up or down to avoid other things.
    fn spread(&self, index: usize, taken: &[Area], bounds: Area) -> Option<(Arc<Galley>, Rect)> {
        let place = self.shown_place(index)?;
        let at = self.at(place);
        self.ways(index).into_iter().rev().find_map(|galley| {
            let moves = [0.0, -14.0, 14.0, -28.0, 28.0, -42.0, 42.0];
            let rects = moves.map(|by| Rect::from_center_size(at + Vec2::new(0.0, by), galley.size()));
            let free = rects.into_iter().find(|rect| {
                let own = area(*rect);
                bounds.holds(&own) && !taken.iter().any(|other| other.overlaps(&own))
            });
            free.map(|rect| (galley, rect))
        })
    }

    /// The ways to write a name: on one line, or with its other name below.
    fn ways(&self, index: usize) -> Vec<Arc<Galley>> {
        let Some(place) = self.shown_place(index) else {
            return Vec::new();
        };
        let face = match place.kind {
            _ if place.is_region() && has_mark(place) => font(size::BUTTON, theme::strong()),
            PlaceKind::Waters | PlaceKind::Strait | PlaceKind::Line => font(size::BUTTON, theme::italic()),
            PlaceKind::Land => font(size::BUTTON, theme::plain_strong()),
            PlaceKind::Capital => font(size::SMALL, theme::plain_strong()),
            PlaceKind::Town | PlaceKind::Port | PlaceKind::Cape | PlaceKind::Island => {
                font(size::SMALL, theme::plain())
            }
        };
        let mut texts = vec![place.both()];
        if let Some(other) = &place.other {
            texts.push(format!("{}\n({other})", place.name));
        } else if place.name.contains(' ') && place.kind != PlaceKind::Line {
            texts.push(textwrap::fill(&place.name, place.name.chars().count() * 2 / 3));
        }
        texts.iter().map(|text| self.layout(text, face.clone(), self.colours.ink)).collect()
    }

    fn wish(&self, place: &PlaceView, ways: &[Arc<Galley>]) -> Wish {
        let at = self.at(place);
        let sizes = ways.iter().map(|galley| galley.size());
        Wish { x: at.x, y: at.y, radius: reach(), sizes: sizes.map(|size| (size.x, size.y)).collect() }
    }

    fn lead(&self, wish: &Wish, label: &Label) {
        if label.led {
            let (x, y) = label.area.nearest(wish.x, wish.y);
            let ends = [Pos2::new(wish.x, wish.y), Pos2::new(x, y)];
            let line = Stroke::new(1.0, self.colours.coast);
            self.painter.line_segment(ends, line);
        }
    }

    fn layout(&self, text: &str, face: FontId, colour: Color32) -> Arc<Galley> {
        self.painter.layout_no_wrap(text.to_owned(), face, colour)
    }

    /// A name with a halo, so that it is legible over lines. The halo consists of glyph shapes, so screen readers don't
    /// see it.
    fn halo(&self, name: &Name) {
        let rim = rim(name, self.sheet_of_letters, self.painter.pixels_per_point());
        self.painter.add(Shape::mesh(rim));
        self.painter.galley(name.at, name.galley.clone(), self.colours.ink);
    }
}

/// The halo: a name's glyphs, shifted slightly in each direction.
fn rim(name: &Name, sheet: [usize; 2], pixels_per_point: f32) -> Mesh {
    const AROUND: [(f32, f32); 8] =
        [(-1.5, 0.0), (1.5, 0.0), (0.0, -1.5), (0.0, 1.5), (-1.1, -1.1), (1.1, -1.1), (-1.1, 1.1), (1.1, 1.1)];
    let part = Vec2::new(1.0 / sheet[0].max(1) as f32, 1.0 / sheet[1].max(1) as f32);
    let at = name.at.round_to_pixels(pixels_per_point);
    let mut rim = Mesh::default();
    for (x, y) in AROUND {
        for row in &name.galley.rows {
            let letters = &row.visuals.mesh;
            let first = u32::try_from(rim.vertices.len()).unwrap_or(u32::MAX);
            rim.indices.extend(letters.indices.iter().map(|index| first + index));
            let moved = at + row.pos.to_vec2() + Vec2::new(x, y);
            rim.vertices.extend(letters.vertices.iter().map(|corner| Vertex {
                pos: moved + corner.pos.to_vec2(),
                uv: (corner.uv.to_vec2() * part).to_pos2(),
                color: name.halo,
            }));
        }
    }
    rim
}

/// Whether a place has a mark; other places only have a name.
pub(super) fn has_mark(place: &PlaceView) -> bool {
    let point = matches!(
        place.kind,
        PlaceKind::Capital
            | PlaceKind::Town
            | PlaceKind::Port
            | PlaceKind::Cape
            | PlaceKind::Island
            | PlaceKind::Strait
    );
    point || !place.lands.is_empty()
}

/// Half the size of a mark with its margin, in points.
const fn reach() -> f32 {
    region::MARK + 3.0
}

fn area(rect: Rect) -> Area {
    Area { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
}

fn degrees(value: f64) -> String {
    if (value - value.round()).abs() < 1e-9 { format!("{value:.0}") } else { format!("{value:.1}") }
}

/// Kilometres with a thousands separator.
fn thousands(km: f64) -> String {
    if km >= 1000.0 { format!("{:.0},000", km / 1000.0) } else { format!("{km:.0}") }
}
