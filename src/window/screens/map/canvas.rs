//! The drawn map, and its mouse and keyboard controls.

use egui::{EventFilter, Id, Pos2, Rect, Response, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use crate::app::intent::Verb;
use crate::view::map::{MapView, PlaceView};

use super::super::keys;
use super::super::parts::UiContext;
use super::super::theme::Palette;
use super::MapState;
use super::draw::{Sketch, has_mark};
use super::projection::{Camera, Projection};

const TARGET: f32 = 24.0;
/// How far an arrow key moves the map, in points.
const PAN: f32 = 60.0;
/// Scroll wheel distance for one zoom step.
const NOTCH: f64 = 90.0;

fn camera(view: &MapView, state: &MapState) -> Option<Camera> {
    let frame = view.frames.get(state.frame)?;
    let kept = state.cameras.get(state.frame).copied().flatten();
    Some(kept.unwrap_or_else(|| Camera::of(&frame.extent)))
}

/// Zooms in by some steps, or out if negative.
pub(super) fn step(view: &MapView, state: &mut MapState, steps: f64) {
    let nearer = camera(view, state).map(|camera| camera.nearer(steps));
    keep(state, nearer);
}

/// Zooms out to the whole frame.
pub(super) fn whole(state: &mut MapState) {
    keep(state, None);
}

fn keep(state: &mut MapState, camera: Option<Camera>) {
    let frame = state.frame;
    if let Some(slot) = state.cameras.get_mut(frame) {
        *slot = camera;
    }
}

/// Draws the map at a size and handles mouse and keyboard.
pub(super) fn canvas_ui(ui: &mut Ui, cx: &UiContext<'_>, view: &MapView, state: &mut MapState, size: Vec2) {
    let Some(frame) = view.frames.get(state.frame) else {
        return;
    };
    let (_, rect) = ui.allocate_space(size);
    let sense = Sense::DRAG | Sense::FOCUSABLE;
    let canvas = ui.interact(rect, Id::new("the map"), sense);
    canvas.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &frame.sentence));
    let before = camera(view, state).unwrap_or_else(|| Camera::of(&frame.extent));
    let projection = Projection::new(rect, &frame.extent, before);
    let moved = moved(ui, &canvas, &projection);
    let projection = Projection::new(rect, &frame.extent, moved.unwrap_or(projection.camera));
    if moved.is_some() {
        keep(state, Some(projection.camera));
    }
    let shown = shown(view, state);
    let sketch = Sketch {
        painter: ui.painter_at(rect),
        colours: cx.colours,
        projection,
        map: view,
        scene: state.scene_of(view),
        shown,
        chosen: state.chosen,
        sheet_of_letters: ui.fonts(|fonts| fonts.font_image_size()),
    };
    let names = sketch.draw(cx);
    let pressed = places_ui(ui, cx, &sketch, &names, &canvas);
    if let Some(number) = pressed.or_else(|| clicked_region(ui, &canvas, &sketch)) {
        state.chosen = (state.chosen != Some(number)).then_some(number);
    }
    if canvas.has_focus() {
        ring(&sketch.painter, &cx.colours, rect);
    }
}

/// Indices of the places to show. Waters are only shown in scenes where they have a standing.
fn shown(view: &MapView, state: &MapState) -> Vec<usize> {
    let scene = state.scene_of(view);
    let stands = |number: usize| scene.and_then(|s| s.standings.get(number)?.as_ref()).is_some();
    let places = view.places.iter().enumerate();
    places
        .filter(|(number, place)| {
            let here = place.shown_in.get(state.frame).copied().unwrap_or_default();
            here && (place.outline.is_empty() || stands(*number))
        })
        .map(|(number, _)| number)
        .collect()
}

/// The camera after mouse and keyboard input; `None` without any.
fn moved(ui: &Ui, canvas: &Response, projection: &Projection) -> Option<Camera> {
    let by_key = by_keys(ui, canvas, projection);
    if canvas.dragged() && canvas.drag_delta() != Vec2::ZERO {
        return Some(projection.dragged(canvas.drag_delta()));
    }
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let over = pointer.filter(|at| canvas.rect.contains(*at) && canvas.contains_pointer());
    if let Some(at) = over {
        let (wheel, pinch) = ui.input_mut(|input| {
            let wheel = input.smooth_scroll_delta.y;
            input.smooth_scroll_delta.y = 0.0;
            (f64::from(wheel), f64::from(input.zoom_delta()))
        });
        let steps = wheel / NOTCH + pinch.ln() / 1.4_f64.ln();
        if steps != 0.0 && steps.is_finite() {
            return Some(projection.nearer_at(steps, at));
        }
    }
    by_key
}

/// The camera after arrow and zoom keys, unless another control has the focus.
fn by_keys(ui: &Ui, canvas: &Response, projection: &Projection) -> Option<Camera> {
    let focused = ui.memory(|memory| memory.focused());
    let places = ui.data(|data| data.get_temp::<Vec<Id>>(places_id()));
    let own = |id: Id| id == canvas.id || places.is_some_and(|places| places.contains(&id));
    if focused.is_some_and(|id| !own(id)) || keys::are_taken(ui) {
        return None;
    }
    // In the order of the bindings: left, right, up, down; then zoom in (two keys), zoom out, whole frame.
    const PANS: [Vec2; 4] = [Vec2::new(PAN, 0.0), Vec2::new(-PAN, 0.0), Vec2::new(0.0, PAN), Vec2::new(0.0, -PAN)];
    if let Some(by) = keys::which(ui, Verb::Pan).and_then(|key| PANS.get(key)) {
        return Some(projection.dragged(*by));
    }
    Some(match keys::which(ui, Verb::Zoom)? {
        0 | 1 => projection.camera.nearer(1.0),
        2 => projection.camera.nearer(-1.0),
        _ => Camera { nearness: 1.0, ..projection.camera },
    })
}

/// Id under which egui's memory stores the widgets of the places.
fn places_id() -> Id {
    Id::new("places of the map")
}

/// Makes each place a named control. Returns the one that was clicked.
fn places_ui(
    ui: &Ui,
    cx: &UiContext<'_>,
    sketch: &Sketch<'_>,
    names: &[Option<Rect>],
    canvas: &Response,
) -> Option<usize> {
    let mut pressed = None;
    let mut ids = Vec::new();
    let bounds = sketch.projection.rect;
    let places = sketch.shown.iter().zip(names);
    let places = places.filter_map(|(number, name)| {
        let place = sketch.place(*number)?;
        let rect = place_rect(sketch.at(place), *name, has_mark(place));
        // A place outside the view stays at the edge, so that the keyboard can reach it.
        Some((*number, place, target(rect, bounds)))
    });
    let mut places: Vec<(usize, &PlaceView, Rect)> = places.collect();
    // The keyboard visits places from north to south, then from west to east.
    places.sort_by(|(_, _, a), (_, _, b)| {
        let (down, across) = (a.top().total_cmp(&b.top()), a.left().total_cmp(&b.left()));
        down.then(across)
    });
    for (number, place, rect) in places {
        let id = canvas.id.with(("place", place.id.as_str()));
        ids.push(id);
        let response = ui.interact(rect, id, Sense::click());
        let words = sketch.scene.and_then(|scene| scene.standings.get(number));
        let words = words.and_then(Option::as_ref).map(|shown| shown.words.as_str());
        let mut told = place.label.clone();
        if let Some(words) = words {
            told = format!("{told}. {words}");
        }
        let chosen = sketch.chosen == Some(number);
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, &told));
        if response.has_focus() {
            ring(&sketch.painter, &cx.colours, rect.expand(2.0));
            keep_arrows(ui, id);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.clicked() {
            pressed = Some(number);
        }
    }
    ui.data_mut(|data| data.insert_temp(places_id(), ids));
    if canvas.has_focus() {
        keep_arrows(ui, canvas.id);
    }
    pressed
}

/// A ring around the control with the focus.
fn ring(painter: &egui::Painter, colours: &Palette, rect: Rect) {
    let stroke = egui::Stroke::new(2.0, colours.theirs);
    painter.rect_stroke(rect, 3.0, stroke, egui::StrokeKind::Inside);
}

/// Makes arrow keys move the map instead of the focus.
fn keep_arrows(ui: &Ui, id: Id) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

fn place_rect(at: Pos2, name: Option<Rect>, marked: bool) -> Rect {
    match name {
        Some(name) if !marked => name,
        _ => Rect::from_center_size(at, Vec2::splat(TARGET)),
    }
}

/// A rectangle large enough to click, inside the map.
fn target(rect: Rect, bounds: Rect) -> Rect {
    let size = rect.size().max(Vec2::splat(TARGET));
    let half = size / 2.0;
    let low = bounds.min + half;
    let high = (bounds.max - half).max(low);
    Rect::from_center_size(rect.center().clamp(low, high), size)
}

/// The region that was clicked, outside marks and names.
fn clicked_region(ui: &Ui, canvas: &Response, sketch: &Sketch<'_>) -> Option<usize> {
    let at = ui.input(|input| {
        let pointer = &input.pointer;
        pointer.primary_clicked().then(|| pointer.interact_pos()).flatten()
    })?;
    if !canvas.contains_pointer() || !sketch.projection.rect.contains(at) {
        return None;
    }
    let spot = sketch.projection.to_earth(at);
    let on_land = |number: &&usize| {
        sketch.place(**number).is_some_and(|place| {
            let lands = place.lands.iter();
            let mut lands = lands.filter_map(|id| crate::scenario::coast::land(*id));
            lands.any(|land| land.holds(spot))
        })
    };
    sketch.shown.iter().find(on_land).copied()
}
