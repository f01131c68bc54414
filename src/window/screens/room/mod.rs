//! The room at the top of the table: a plain wall, the people who were there, and the six bars on a slip of paper.
//!
//! It is drawn with egui's painter, not with Bevy, so that it appears in screenshots and tests, each figure is a
//! control that the keyboard reaches, and screen readers say who sits where. Neither the room nor the figures follow
//! photographs; a figure's proportions come only from the person's id.

mod backdrop;
mod bars;
mod figures;
mod plates;

use egui::{Color32, Id, Rect, Response, RichText, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType};

use crate::app::intent::Intent;
use crate::view::delegations::{Part, People, Seated};
use crate::view::table::TableView;

use super::marks::{side_colour, side_mark, side_mark_ui};
use super::parts::UiContext;
use super::table_state::Choice;
use super::theme::{self, font};

use figures::Look;
use plates::Place;

pub(super) use bars::track_ui;

/// Vertical positions from the top of the room, in points.
#[derive(Debug, Clone, Copy)]
struct Measures {
    /// Scale of the figures; at 1 they are 88 points high.
    scale: f32,
    edge: f32,
    plates: f32,
    words: f32,
    slip: f32,
    total: f32,
}

const PLATE: f32 = 24.0;
const WORDS: f32 = 17.0;
/// The margin around a screen, which the room also covers.
const MARGIN: Vec2 = Vec2::new(16.0, 14.0);

impl Measures {
    /// In a low window the people are smaller, in a tall one larger.
    fn of(room: Vec2, with_bars: bool) -> Self {
        let scale: f32 = match room.y {
            y if y < 580.0 => 0.58,
            y if y > 900.0 => 1.2,
            _ => 0.94,
        };
        let edge = (8.0 + 90.0 * scale).round();
        let plates = edge - 6.0;
        let words = plates + PLATE + 1.0;
        let slip = words + WORDS + 5.0;
        Self { scale, edge, plates, words, slip, total: if with_bars { slip + bars::HEIGHT } else { slip } }
    }
}

/// The wall and the table, drawn first and across the whole screen.
pub(super) fn behind_all(ui: &Ui, cx: &UiContext<'_>) {
    let desk = ui.max_rect().expand2(MARGIN);
    let edge = ui.max_rect().top() + Measures::of(cx.room, true).edge;
    backdrop::backdrop(ui, cx.colours, desk, edge);
}

/// The room, as wide as the screen.
pub(super) fn room_ui(ui: &mut Ui, cx: &mut UiContext<'_>, view: &TableView, choice: &mut Choice) {
    // If one paper fills the window, the bars are on a paper of their own.
    let with_bars = !cx.is_small();
    let measures = Measures::of(cx.room, with_bars);
    let size = Vec2::new(ui.available_width(), measures.total);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &view.people.description));
    let places = plates::places(ui, &view.people, rect, measures.scale);
    for (side, ours) in view.people.sides() {
        behind_ui(ui, cx, side, ours, &places, (rect, measures));
    }
    let middle = plates::middle(&places, rect);
    backdrop::carafe(ui, cx.colours, rect.top() + measures.edge, middle, measures.scale);
    for place in &places {
        person_ui(ui, cx, place, (rect, measures), choice);
    }
    if with_bars {
        let mut slip = rect;
        slip.set_top(rect.top() + measures.slip);
        bars::bars_ui(ui, cx, &view.bars, slip);
    }
}

/// Who is speaking and who has answered, in one line; used when there is no space to draw the room.
pub(super) fn line_ui(ui: &mut Ui, cx: &UiContext<'_>, people: &People) {
    ui.horizontal_wrapped(|ui| {
        for (sentence, ours) in people.speaking.iter().zip([true, false]) {
            side_mark_ui(ui, cx.colours, ours);
            let text = RichText::new(sentence);
            ui.label(text.font(font(13.5, theme::plain())));
            ui.add_space(8.0);
        }
    });
}

/// People behind the delegates: smaller, lighter, and without name plates.
fn behind_ui(
    ui: &Ui,
    cx: &UiContext<'_>,
    side: &[Seated],
    ours: bool,
    places: &[Place<'_>],
    (room, measures): (Rect, Measures),
) {
    let own: Vec<f32> = places.iter().filter(|place| place.ours == ours).map(|place| place.x).collect();
    let behind = side.iter().filter(|seated| !seated.in_front);
    for (number, seated) in behind.enumerate() {
        // Between two people in front, starting from the far end.
        let at = own.len().saturating_sub(number + 2);
        let (Some(left), Some(right)) = (own.get(at), own.get(at + 1)) else {
            return;
        };
        let scale = measures.scale * 0.72;
        let foot = egui::pos2((left + right) / 2.0, room.top() + measures.edge - 12.0 * measures.scale);
        let look = Look::of(&seated.id, scale);
        let paper = cx.colours.wall;
        let colour = paper.lerp_to_gamma(cx.colours.figure, 0.45);
        look.draw(ui.painter(), foot, (colour, paper), seated.uncertain);
        let head = Rect::from_min_max(foot - Vec2::new(26.0, 84.0) * scale, foot + Vec2::new(26.0, 0.0) * scale);
        let id = ui.id().with(("behind", seated.id.as_str()));
        let response = ui.interact(head, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &seated.sentence));
    }
}

/// A person at the table: figure, name plate, and current action. Clicking a delegate gives that person the floor.
fn person_ui(
    ui: &Ui,
    cx: &mut UiContext<'_>,
    place: &Place<'_>,
    (room, measures): (Rect, Measures),
    choice: &mut Choice,
) {
    let seated = place.seated;
    let area = Rect::from_x_y_ranges(
        place.x - place.width / 2.0..=place.x + place.width / 2.0,
        room.top() + 2.0..=room.top() + measures.plates + PLATE,
    );
    let id = ui.id().with(("person", seated.id.as_str()));
    let response = seat_response(ui, cx, place, (area, id));
    let lit = ui.ctx().animate_bool(id, seated.part.is_lit());
    let foot = egui::pos2(place.x, room.top() + measures.edge);
    let hovered = response.hovered() && seated.can_have_floor;
    let tone = tone(cx, place.ours, lit, hovered);
    let look = Look::of(&seated.id, measures.scale);
    let painter = ui.painter();
    // The figure is cut off at the table's edge; the plate is in front of it.
    let above = painter.with_clip_rect(Rect::everything_above(foot.y).intersect(ui.clip_rect()));
    look.draw(&above, foot, (tone, cx.colours.wall), seated.uncertain);
    let plate = place.plate(room.top() + measures.plates);
    plate_ui(ui, cx, place, plate, lit);
    if let Some(words) = seated.short.clone() {
        let at = egui::pos2(place.x, room.top() + measures.words + WORDS / 2.0);
        words_ui(ui, cx, at, words);
    }
    if response.has_focus() {
        let stroke = Stroke::new(2.0, cx.colours.theirs);
        painter.rect_stroke(area.shrink(1.0), 3.0, stroke, StrokeKind::Inside);
    }
    if response.clicked() {
        *choice = Choice::default();
        cx.want(Intent::Floor(seated.person));
    }
}

/// The control for a person: a button if the person can have the floor, otherwise only readable.
fn seat_response(ui: &Ui, cx: &UiContext<'_>, place: &Place<'_>, (area, id): (Rect, Id)) -> Response {
    let seated = place.seated;
    let name = &seated.sentence;
    let (sense, kind) = if seated.can_have_floor {
        (Sense::click(), WidgetType::Button)
    } else {
        (Sense::focusable_noninteractive(), WidgetType::Image)
    };
    let response = ui.interact(area, id, sense);
    let chosen = seated.part == Part::HasFloor;
    response.widget_info(|| match kind {
        WidgetType::Button => WidgetInfo::selected(kind, true, chosen, name.as_str()),
        _ => WidgetInfo::labeled(kind, true, name.as_str()),
    });
    if seated.uncertain {
        let told = cx.label("scene-uncertain");
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(told));
    }
    if seated.can_have_floor {
        return response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(name.as_str());
    }
    response
}

fn tone(cx: &UiContext<'_>, ours: bool, lit: f32, hovered: bool) -> Color32 {
    let colours = cx.colours;
    let rest = colours.figure;
    let side = side_colour(colours, ours);
    let rest = if hovered { rest.lerp_to_gamma(side, 0.35) } else { rest };
    rest.lerp_to_gamma(side, lit)
}

fn plate_ui(ui: &Ui, cx: &UiContext<'_>, place: &Place<'_>, plate: Rect, lit: f32) {
    let (colours, painter) = (cx.colours, ui.painter());
    let side = side_colour(colours, place.ours);
    let fill = colours.sheet.lerp_to_gamma(side, lit);
    // A light border separates a highlighted plate from the figure behind it.
    let line = colours.line.lerp_to_gamma(colours.on_strong, lit);
    painter.rect(plate, 2.0, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let mark = egui::pos2(plate.left() + 11.0, plate.center().y);
    let sign = side.lerp_to_gamma(colours.on_strong, lit);
    side_mark(painter, mark, 4.0, place.ours, sign);
    let text = egui::pos2(plate.right() - place.name.size().x - 10.0, plate.center().y - place.name.size().y / 2.0);
    let ink = colours.ink.lerp_to_gamma(colours.on_strong, lit);
    painter.galley(text, place.name.clone(), ink);
}

/// What a person is doing, on a slip below the plate.
fn words_ui(ui: &Ui, cx: &UiContext<'_>, at: egui::Pos2, words: String) {
    let (colours, painter) = (cx.colours, ui.painter());
    let words = painter.layout_no_wrap(words, font(13.0, theme::plain()), colours.ink);
    let size = Vec2::new(words.size().x + 12.0, WORDS);
    let slip = Rect::from_center_size(at, size);
    painter.rect_filled(slip, 2.0, colours.sheet);
    let text = slip.center() - words.size() / 2.0;
    painter.galley(text, words, colours.ink);
}
