//! What is drawn, read back from the shapes: words with their clips and colours, what lies under them, and what lies over them.

use egui::epaint::{ClippedShape, PathShape, TextShape};
use egui::{Color32, FontId, Mesh, Pos2, Rect, Shape, Stroke};

/// A colour that fills a place.
struct Fill {
    clip: Rect,
    colour: Color32,
    form: Form,
}

enum Form {
    Box(Rect),
    Disc(Pos2, f32),
    Polygon(Vec<Pos2>),
    Triangles(Mesh),
}

impl Fill {
    /// Its colour at a place, where it covers that.
    fn at(&self, place: Pos2) -> Option<Color32> {
        if !self.clip.contains(place) {
            return None;
        }
        match &self.form {
            Form::Box(rect) => rect.contains(place).then_some(self.colour),
            Form::Disc(centre, radius) => (centre.distance(place) <= *radius).then_some(self.colour),
            Form::Polygon(points) => holds(points, place).then_some(self.colour),
            Form::Triangles(mesh) => colour_in(mesh, place),
        }
    }
}

/// What is left of a place when another lies over it.
fn without(place: Rect, over: Rect) -> impl Iterator<Item = Rect> {
    let x = |x: f32| x.clamp(place.left(), place.right());
    let y = |y: f32| y.clamp(place.top(), place.bottom());
    let (left, right) = (x(over.left()), x(over.right()));
    let (top, bottom) = (y(over.top()), y(over.bottom()));
    let apart = !place.intersects(over);
    let rest = [
        Rect::from_x_y_ranges(place.left()..=left, place.y_range()),
        Rect::from_x_y_ranges(right..=place.right(), place.y_range()),
        Rect::from_x_y_ranges(left..=right, place.top()..=top),
        Rect::from_x_y_ranges(left..=right, bottom..=place.bottom()),
    ];
    let rest = rest.into_iter().filter(move |_| !apart);
    let all = rest.chain(apart.then_some(place));
    all.filter(|rest| rest.is_positive())
}

fn holds(points: &[Pos2], place: Pos2) -> bool {
    let mut inside = false;
    let ends = points.iter().zip(points.iter().cycle().skip(1));
    for (a, b) in ends {
        let crosses = (a.y > place.y) != (b.y > place.y);
        if crosses && place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x {
            inside = !inside;
        }
    }
    inside
}

fn colour_in(mesh: &Mesh, place: Pos2) -> Option<Color32> {
    if mesh.texture_id != egui::TextureId::default() {
        return None;
    }
    mesh.triangles().find_map(|corners| {
        let corners = corners.map(|index| mesh.vertices[index as usize]);
        let points = corners.map(|corner| corner.pos);
        holds(&points, place).then_some(corners[0].color)
    })
}

/// A line of words as it is drawn.
#[derive(Debug, Clone)]
pub struct Line {
    pub text: String,
    /// Where its letters are.
    pub rect: Rect,
    pub clip: Rect,
    /// The colours of the letters, each with the colours that lie under them; nothing where nothing lies there.
    pub pairs: Vec<(Color32, Option<Color32>)>,
    pub size: f32,
    pub is_strong: bool,
}

/// A text with all its lines.
#[derive(Debug, Clone)]
pub struct Words {
    pub lines: Vec<Line>,
    /// It was cut short and ends in dots.
    pub is_elided: bool,
    /// Its letters with the face that they are set in.
    pub letters: Vec<(FontId, String)>,
}

/// What is drawn.
#[derive(Default)]
pub struct Painting {
    pub words: Vec<Words>,
    /// Outlines: what is framed, in which line, and within which clip.
    pub frames: Vec<(Rect, Stroke, Rect)>,
    /// Lines of words that lie over other words, both told.
    pub collisions: Vec<(String, String)>,
    fills: Vec<Fill>,
    /// Lines that nothing was drawn over yet.
    open: Vec<(String, Rect)>,
}

impl Painting {
    pub fn of(shapes: &[ClippedShape]) -> Self {
        let mut painting = Self::default();
        for ClippedShape { clip_rect, shape } in shapes {
            painting.take(*clip_rect, shape);
        }
        painting
    }

    fn take(&mut self, clip: Rect, shape: &Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.take(clip, shape)),
            Shape::Rect(rect) => {
                self.fill(clip, rect.fill, Form::Box(rect.rect));
                if rect.stroke.width > 0.0 {
                    self.frames.push((rect.rect, rect.stroke, clip));
                }
            }
            Shape::Circle(circle) => {
                self.fill(clip, circle.fill, Form::Disc(circle.center, circle.radius));
            }
            Shape::Path(PathShape { points, closed: true, fill, .. }) => {
                self.fill(clip, *fill, Form::Polygon(points.clone()));
            }
            Shape::Mesh(mesh) => {
                let first = mesh.vertices.first().map(|corner| corner.color);
                let colour = first.unwrap_or_default();
                self.fill(clip, colour, Form::Triangles((**mesh).clone()));
            }
            Shape::Text(text) => self.write(clip, text),
            _ => {}
        }
    }

    fn fill(&mut self, clip: Rect, colour: Color32, form: Form) {
        if colour.a() == 0 {
            return;
        }
        if let (Form::Box(rect), 255) = (&form, colour.a()) {
            let covered = rect.intersect(clip).expand(1.0);
            let before = std::mem::take(&mut self.open);
            for (text, line) in before {
                let left = without(line, covered).map(|rest| (text.clone(), rest));
                self.open.extend(left);
            }
        }
        self.fills.push(Fill { clip, colour, form });
    }

    /// What lies at a place, once everything so far is drawn.
    pub fn ground(&self, place: Pos2) -> Option<Color32> {
        let mut above: Vec<Color32> = Vec::new();
        for fill in self.fills.iter().rev() {
            let Some(colour) = fill.at(place) else {
                continue;
            };
            if colour.a() == 255 {
                return Some(above.iter().rev().fold(colour, |below, top| below.blend(*top)));
            }
            above.push(colour);
        }
        None
    }

    fn write(&mut self, clip: Rect, text: &TextShape) {
        let mut words = Words { lines: Vec::new(), is_elided: text.galley.elided, letters: Vec::new() };
        let job = &text.galley.job;
        for section in &job.sections {
            let range = section.byte_range.start.0..section.byte_range.end.0;
            let letters = job.text.get(range).unwrap_or_default();
            words.letters.push((section.format.font_id.clone(), letters.to_owned()));
        }
        let first = job.sections.first().map(|section| &section.format.font_id);
        for placed in &text.galley.rows {
            let shown = placed.row.visuals.mesh_bounds;
            if !shown.is_positive() {
                continue;
            }
            let offset = text.pos.to_vec2() + placed.pos.to_vec2();
            let rect = shown.translate(offset);
            let seen = rect.intersect(clip);
            if !seen.is_positive() {
                continue;
            }
            let told: String = placed.row.glyphs.iter().map(|glyph| glyph.chr).collect();
            words.lines.push(Line {
                rect,
                clip,
                pairs: self.pairs(text, placed, offset, clip),
                size: first.map_or(0.0, |font| font.size),
                is_strong: first.is_some_and(|font| format!("{:?}", font.family).contains("strong")),
                text: told.clone(),
            });
            // Letters touch their neighbours above and below a little, which nobody sees.
            let core = seen.shrink2(egui::vec2(1.0, 3.0));
            if core.is_positive() {
                for (other, known) in &self.open {
                    if known.intersects(core) {
                        self.collisions.push((other.clone(), told.clone()));
                    }
                }
                self.open.push((told, core));
            }
        }
        if !words.lines.is_empty() {
            self.words.push(words);
        }
    }

    /// The colours of the letters that are seen, with what lies under them.
    fn pairs(
        &self,
        text: &TextShape,
        placed: &egui::epaint::text::PlacedRow,
        offset: egui::Vec2,
        clip: Rect,
    ) -> Vec<(Color32, Option<Color32>)> {
        let mesh = &placed.row.visuals.mesh;
        let mut pairs = Vec::new();
        // A letter in four is enough to find every stretch of colour.
        let letters = placed.row.glyphs.iter().enumerate();
        for (number, glyph) in letters.filter(|(_, glyph)| !glyph.chr.is_whitespace()) {
            if number % 4 > 0 && number + 1 < placed.row.glyphs.len() {
                continue;
            }
            let Some(corner) = mesh.vertices.get(glyph.first_vertex as usize) else {
                continue;
            };
            let middle = corner.pos + offset + egui::vec2(glyph.advance_width / 2.0, glyph.font_height / 4.0);
            if !clip.contains(middle) {
                continue;
            }
            let own = text.override_text_color.unwrap_or(corner.color);
            let ink = if own == Color32::PLACEHOLDER { text.fallback_color } else { own };
            let behind = self.behind(placed, offset, middle);
            let pair = (ink, behind.or_else(|| self.ground(middle)));
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
        pairs
    }

    /// A mark that belongs to the text itself, as behind quoted words.
    fn behind(&self, placed: &egui::epaint::text::PlacedRow, offset: egui::Vec2, place: Pos2) -> Option<Color32> {
        let visuals = &placed.row.visuals;
        let before = visuals.mesh.indices.get(..visuals.glyph_index_start)?;
        let local = place - offset;
        before.chunks_exact(3).find_map(|corners| {
            let corners: Vec<_> =
                corners.iter().filter_map(|index| visuals.mesh.vertices.get(*index as usize)).collect();
            let points: Vec<Pos2> = corners.iter().map(|corner| corner.pos).collect();
            let colour = corners.first()?.color;
            (colour.a() == 255 && holds(&points, local)).then_some(colour)
        })
    }
}

fn luminance(colour: Color32) -> f64 {
    let part = |byte: u8| {
        let value = f64::from(byte) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
}

/// How much two colours differ in lightness, as WCAG 2 counts it: 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
