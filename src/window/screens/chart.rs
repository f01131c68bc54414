//! The map of values, drawn with egui's painter. Each part is in the accessibility tree, and a deal shows its clauses
//! when hovered or focused.

use egui::{
    Align2, Color32, FontId, Id, Painter, Pos2, Rect, Response, Sense, Shape as Drawn, Stroke, Ui, Vec2, WidgetInfo,
    WidgetType,
};

use crate::view::chart::{Named, Place, Shape, ValueChart};
use crate::view::labels::{Area, Label, Wish, along, beside_lines, place_labels};

use super::parts::{UiContext, less, quiet, ring};
use super::theme::{self, Palette, font};

/// Space for the axes' figures and names.
const MARGIN_LEFT: f32 = 44.0;
const MARGIN_BELOW: f32 = 40.0;
/// Half the size of a mark, in points.
const RADIUS: f32 = 7.0;
/// Greatest distance in points at which the pointer picks a deal on the frontier.
const NEAR: f32 = 9.0;
/// Widths at which names are tried, in characters.
const NAME: [usize; 3] = [24, 44, 16];

/// Draws the chart at the available width, up to 600 points.
pub(super) fn chart_ui(ui: &mut Ui, cx: &UiContext<'_>, chart: &ValueChart) {
    let width = ui.available_width().min(600.0);
    // Not taller than the visible part of the page.
    let seen = less(ui.clip_rect().height(), 70.0).max(220.0);
    let size = Vec2::new(width, (width * 0.78).clamp(220.0, 430.0).min(seen));
    let (whole, response) = ui.allocate_exact_size(size, Sense::hover());
    let described = chart.description.as_str();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, described));
    let plot = Rect::from_min_max(
        Pos2::new(whole.left() + MARGIN_LEFT, whole.top() + 4.0),
        Pos2::new(whole.right() - 6.0, whole.bottom() - MARGIN_BELOW),
    );
    let sketch = Sketch { painter: ui.painter_at(whole), colours: cx.colours, plot, chart };
    sketch.ground();
    sketch.marks();
    sketch.names();
    let told = regions(ui, cx, &sketch, &response);
    let told = told.as_deref().unwrap_or_else(|| cx.label("criticise-point"));
    // A fixed height, so that nothing moves when a mark is hovered.
    ui.scope(|ui| {
        ui.set_min_height(40.0);
        quiet(ui, cx.colours, told);
    });
}

/// Adds the parts that can be hovered or focused. Returns the sentence for the current one.
fn regions(ui: &Ui, cx: &UiContext<'_>, sketch: &Sketch<'_>, whole: &Response) -> Option<String> {
    let chart = sketch.chart;
    let named = |id: &str, rect: Rect, name: &str| {
        let response = ui.interact(rect, whole.id.with(id), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, name));
    };
    named("zone", sketch.bounds(&chart.zone), &chart.zone_name);
    let frontier: Vec<Place> = chart.frontier.iter().map(|deal| deal.at).collect();
    named("frontier", sketch.bounds(&frontier), &chart.frontier_name);
    let (across, up) = sketch.reservations();
    named("across", across, &chart.across.reservation_name);
    named("up", up, &chart.up.reservation_name);
    let mut told = whole.hover_pos().and_then(|pointer| sketch.nearest(pointer)).map(|deal| deal.sentence.clone());
    for (number, mark) in chart.marks.iter().enumerate() {
        let rect = Rect::from_center_size(sketch.at(mark.at), Vec2::splat(RADIUS * 2.0 + 4.0));
        let id: Id = whole.id.with(("mark", number));
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        let sentence = mark.sentence.as_str();
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, sentence));
        ring(ui, cx.colours, &response);
        let pointed = whole.hover_pos().is_some_and(|at| rect.contains(at));
        if pointed || response.has_focus() {
            told = Some(mark.sentence.clone());
        }
    }
    told
}

struct Sketch<'a> {
    painter: Painter,
    colours: Palette,
    plot: Rect,
    chart: &'a ValueChart,
}

const fn place(across: i64, up: i64) -> Place {
    Place { across, up }
}

/// A thin wash of a colour on paper. It is mixed here because graphics cards blend transparency differently.
fn wash(paper: Color32, colour: Color32) -> Color32 {
    paper.lerp_to_gamma(colour, 0.14)
}

impl Sketch<'_> {
    fn at(&self, place: Place) -> Pos2 {
        let part = |value: i64| value.clamp(0, 10_000) as f32 / 10_000.0;
        Pos2::new(
            self.plot.left() + part(place.across) * self.plot.width(),
            self.plot.bottom() - part(place.up) * self.plot.height(),
        )
    }

    fn bounds(&self, places: &[Place]) -> Rect {
        let places: Vec<Pos2> = places.iter().map(|place| self.at(*place)).collect();
        if places.is_empty() {
            return Rect::from_min_size(self.plot.min, Vec2::ZERO);
        }
        Rect::from_points(&places)
    }

    /// The reservation lines (what no deal is worth to each side), as narrow rectangles.
    fn reservations(&self) -> (Rect, Rect) {
        let (across, up) = (self.chart.across.reservation, self.chart.up.reservation);
        let line = |from, to| Rect::from_two_pos(self.at(from), self.at(to)).expand(2.0);
        (line(place(across, 0), place(across, 10_000)), line(place(0, up), place(10_000, up)))
    }

    /// The deal on the frontier under the pointer.
    fn nearest(&self, pointer: Pos2) -> Option<&crate::view::chart::FrontierDeal> {
        let far = |deal: &&crate::view::chart::FrontierDeal| self.at(deal.at).distance(pointer);
        let deals = self.chart.frontier.iter();
        let nearest = deals.min_by(|a, b| far(a).total_cmp(&far(b)))?;
        (far(&nearest) <= NEAR).then_some(nearest)
    }

    fn small() -> FontId {
        font(13.5, theme::plain())
    }

    fn text(&self, at: Pos2, align: Align2, text: impl ToString, colour: Color32) {
        self.painter.text(at, align, text, Self::small(), colour);
    }

    /// The frame, axis figures, zone, frontier and reservation lines.
    fn ground(&self) {
        let (colours, plot) = (self.colours, self.plot);
        let line = Stroke::new(1.0, colours.quiet);
        self.painter.rect_stroke(plot, 0.0, line, egui::StrokeKind::Inside);
        self.zone();
        for step in [0_i64, 20, 40, 60, 80, 100] {
            let x = self.at(place(step * 100, 0)).x.min(plot.right() - 10.0);
            let y = self.at(place(0, step * 100)).y.max(plot.top() + 7.0);
            let below = Pos2::new(x, plot.bottom() + 2.0);
            self.text(below, Align2::CENTER_TOP, step, colours.quiet);
            let beside = Pos2::new(plot.left() - 5.0, y);
            self.text(beside, Align2::RIGHT_CENTER, step, colours.quiet);
        }
        self.axes();
        let frontier = self.chart.frontier.iter().map(|deal| self.at(deal.at));
        let frontier: Vec<Pos2> = frontier.collect();
        for point in &frontier {
            self.painter.circle_filled(*point, 2.0, colours.quiet);
        }
        self.painter.add(Drawn::line(frontier, line));
        let (across, up) = self.reservations();
        let ends = [Pos2::new(across.center().x, plot.top()), Pos2::new(across.center().x, plot.bottom())];
        let dashed = Stroke::new(1.5, colours.ours);
        self.painter.extend(Drawn::dashed_line(&ends, dashed, 7.0, 4.0));
        let ends = [Pos2::new(plot.left(), up.center().y), Pos2::new(plot.right(), up.center().y)];
        self.painter.extend(Drawn::dotted_line(&ends, colours.theirs, 5.0, 1.1));
    }

    /// Fills the zone in vertical slices, because it may be concave and egui only fills convex shapes. A single mesh
    /// leaves no seams.
    fn zone(&self) {
        let Some((corner, along)) = self.chart.zone.split_first() else {
            return;
        };
        let floor = self.at(*corner).y;
        let fill = wash(self.colours.sheet, self.colours.ours);
        let mut mesh = egui::Mesh::default();
        for (slice, pair) in (0_u32..).zip(along.windows(2)) {
            let [a, b] = pair else { continue };
            let (a, b) = (self.at(*a), self.at(*b));
            for corner in [a, b, Pos2::new(b.x, floor), Pos2::new(a.x, floor)] {
                mesh.colored_vertex(corner, fill);
            }
            let first = slice * 4;
            mesh.add_triangle(first, first + 1, first + 2);
            mesh.add_triangle(first, first + 2, first + 3);
        }
        self.painter.add(Drawn::mesh(mesh));
    }

    fn axes(&self) {
        let (plot, colour) = (self.plot, self.colours.ink);
        let below = Pos2::new(plot.center().x, plot.bottom() + 19.0);
        let across = format!("{} →", self.chart.across.name);
        self.text(below, Align2::CENTER_TOP, across, colour);
        let up = format!("{} →", self.chart.up.name);
        let galley = self.painter.layout_no_wrap(up, Self::small(), colour);
        let at = Pos2::new(plot.left() - MARGIN_LEFT + 1.0, plot.center().y + galley.size().x / 2.0);
        let turned = egui::epaint::TextShape::new(at, galley, colour);
        let turned = turned.with_angle(-std::f32::consts::FRAC_PI_2);
        self.painter.add(turned);
    }

    fn marks(&self) {
        for mark in &self.chart.marks {
            self.mark(mark);
        }
    }

    fn mark(&self, mark: &Named) {
        let (at, colours) = (self.at(mark.at), self.colours);
        let corners = |corners: &[(f32, f32)]| -> Vec<Pos2> {
            let corners = corners.iter();
            corners.map(|(x, y)| at + Vec2::new(*x, *y)).collect()
        };
        let ours = Stroke::new(1.5, colours.ours);
        let ink = Stroke::new(1.5, colours.ink);
        let diamond = corners(&[(0.0, -8.0), (8.0, 0.0), (0.0, 8.0), (-8.0, 0.0)]);
        match mark.shape {
            Shape::Diamond => self.painter.add(Drawn::convex_polygon(diamond, colours.ours, ours)),
            Shape::OpenDiamond => self.painter.add(Drawn::convex_polygon(diamond, colours.sheet, ours)),
            Shape::Square => {
                let square = Rect::from_center_size(at, Vec2::splat(10.0));
                self.painter.rect_filled(square, 0.0, colours.ink)
            }
            Shape::Disc => self.painter.circle_filled(at, 5.5, colours.ink),
            Shape::OpenTriangle => {
                let triangle = corners(&[(0.0, -6.0), (6.0, 5.0), (-6.0, 5.0)]);
                self.painter.add(Drawn::convex_polygon(triangle, colours.sheet, ink))
            }
            Shape::Cross => {
                let level = corners(&[(-5.0, 0.0), (5.0, 0.0)]);
                let upright = corners(&[(0.0, -5.0), (0.0, 5.0)]);
                self.painter.add(Drawn::line(level, ink));
                self.painter.add(Drawn::line(upright, ink))
            }
        };
    }

    /// Where the names of the reservation lines go.
    fn line_names(&self) -> [Area; 2] {
        let chart = self.chart;
        let cross = self.at(place(chart.across.reservation, chart.up.reservation));
        let size = |name: &str| {
            let size = self.measured(name);
            (size.x, size.y)
        };
        let sizes = (size(&chart.across.reservation_name), size(&chart.up.reservation_name));
        let plot = area(self.plot);
        let (feet, ends) = beside_lines(plot, (cross.x, cross.y), sizes);
        let marks = chart.marks.iter().map(|mark| self.at(mark.at));
        let marks = marks.map(|at| Area::around(at.x, at.y, RADIUS + 2.0));
        let marks: Vec<Area> = marks.collect();
        let across = along(&feet, plot, &marks).unwrap_or(plot);
        let taken: Vec<Area> = marks.into_iter().chain([across]).collect();
        [across, along(&ends, plot, &taken).unwrap_or(plot)]
    }

    /// Draws the names of the lines at their ends, then those of the marks where there is space.
    fn names(&self) {
        let taken = self.line_names();
        let lines = [(&self.chart.across, self.colours.ours), (&self.chart.up, self.colours.theirs)];
        for (area, (axis, colour)) in taken.iter().zip(lines) {
            let at = Pos2::new(area.left, area.top);
            self.text(at, Align2::LEFT_TOP, &axis.reservation_name, colour);
        }
        let ways: Vec<Vec<String>> = self.chart.marks.iter().map(ways).collect();
        let mut wishes: Vec<Wish> =
            self.chart.marks.iter().zip(&ways).map(|(mark, ways)| self.wish(mark.at, RADIUS, ways)).collect();
        let frontier = vec![self.chart.frontier_name.clone()];
        let end = self.chart.frontier.get(self.chart.frontier.len() / 8);
        wishes.extend(end.map(|end| self.wish(end.at, 2.0, &frontier)));
        let thin = self.chart.thin().into_iter().map(|place| self.at(place));
        let thin: Vec<(f32, f32)> = thin.map(|at| (at.x, at.y)).collect();
        let labels = place_labels(&wishes, area(self.plot), &taken, &thin);
        let texts = ways.iter().chain([&frontier]);
        for ((wish, label), texts) in wishes.iter().zip(labels).zip(texts) {
            if let Some(label) = label {
                self.name(wish, &label, texts);
            }
        }
    }

    fn name(&self, wish: &Wish, label: &Label, texts: &[String]) {
        if label.led {
            let (x, y) = label.area.nearest(wish.x, wish.y);
            let ends = [Pos2::new(wish.x, wish.y), Pos2::new(x, y)];
            let line = Stroke::new(0.75, self.colours.quiet);
            self.painter.line_segment(ends, line);
        }
        let at = Pos2::new(label.area.left, label.area.top);
        // A plain background keeps the name legible.
        let size = Vec2::new(label.area.width, label.area.height);
        let behind = Rect::from_min_size(at, size);
        self.painter.rect_filled(behind, 2.0, self.colours.sheet);
        if let Some(text) = texts.get(label.size) {
            self.text(at, Align2::LEFT_TOP, text, self.colours.ink);
        }
    }

    fn wish(&self, place: Place, radius: f32, texts: &[String]) -> Wish {
        let at = self.at(place);
        let sizes = texts.iter().map(|text| self.measured(text));
        Wish { x: at.x, y: at.y, radius, sizes: sizes.map(|size| (size.x, size.y)).collect() }
    }

    fn measured(&self, text: &str) -> Vec2 {
        let colour = self.colours.ink;
        let galley = self.painter.layout_no_wrap(text.to_owned(), Self::small(), colour);
        galley.size()
    }
}

/// The ways to write a mark's name: with its letter at each width, and the letter alone.
fn ways(mark: &Named) -> Vec<String> {
    let name = format!("{} {}", mark.key, mark.name);
    let full = NAME.iter().map(|letters| textwrap::fill(&name, *letters));
    full.chain([mark.key.clone()]).collect()
}

fn area(rect: Rect) -> Area {
    Area { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() }
}
