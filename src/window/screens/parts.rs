//! Building blocks shared by several screens.

mod sheets;

use egui::accesskit::{Live, Role};
use egui::{
    Align, Button, CornerRadius, FontId, Frame, Id, Label, Layout, Margin, Response, RichText, ScrollArea, Sense,
    Stroke, TextStyle, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType,
};

use crate::app::intent::{Intent, Verb};
use crate::language::Labels;

use super::keys;
use super::spoken::Spoken;
use super::theme::{self, Palette, font};

pub(super) use sheets::{
    BROAD, Paper, READING, beside, centred, double_rule, field, is_low, mark, numbered, page, page_with_foot,
    quiet_button, sheet_frame, stamp, tab_above, title_of_page,
};

/// What every screen receives: labels, colours, room, and a list to add intents to.
pub(super) struct UiContext<'a> {
    pub(super) labels: &'a Labels,
    pub(super) colours: Palette,
    pub(super) has_record: bool,
    pub(super) has_map: bool,
    pub(super) subject: &'a str,
    pub(super) room: Vec2,
    pub(super) spoken: Spoken,
    pub(super) out: &'a mut Vec<Intent>,
}

impl<'a> UiContext<'a> {
    pub(super) fn label<'k>(&self, key: &'k str) -> &'k str
    where
        'a: 'k,
    {
        self.labels.get(key)
    }

    /// A label with values that only the screen knows, such as the search text.
    pub(super) fn label_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.labels.with(key, values)
    }

    /// Whether the conversation and the papers don't fit next to each other, as at 200 % in a small window.
    pub(super) fn is_small(&self) -> bool {
        self.room.x < 860.0 || self.room.y < 410.0
    }

    /// Whether there is room to draw the people at the table instead of listing them in a line.
    pub(super) fn has_room_for_people(&self) -> bool {
        !self.is_small() || (self.room.x >= 780.0 && self.room.y >= 420.0)
    }

    /// Whether a paper on the table scrolls as a whole.
    pub(super) fn is_low_for_papers(&self) -> bool {
        self.is_small() || self.room.y < 580.0
    }

    pub(super) fn want(&mut self, intent: Intent) {
        self.out.push(intent);
    }
}

/// `length - by`, but at least 0: egui panics at a negative width.
pub(super) fn less(length: f32, by: f32) -> f32 {
    (length - by).max(0.0)
}

pub(super) fn sheet(colours: Palette) -> Frame {
    Frame::new()
        .fill(colours.sheet)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(CornerRadius::same(2))
        .inner_margin(Margin::symmetric(18, 14))
}

/// A centred column of at most `width` points.
pub(super) fn column<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let whole = ui.available_rect_before_wrap();
    let width = width.min(whole.width());
    let left = whole.left() + less(whole.width(), width) / 2.0;
    let mut rect = whole;
    rect.set_left(left);
    rect.set_width(width);
    let inner = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), add);
    inner.inner
}

pub(super) fn heading(ui: &mut Ui, text: &str) {
    let label = Label::new(RichText::new(text).heading());
    as_heading(&ui.add(label), 2, text);
}

/// Marks a text as a heading for screen readers, which can jump between headings. Level 1 is the screen, 2 a section, 3
/// a subsection.
pub(super) fn as_heading(response: &Response, level: usize, text: &str) {
    let ctx = response.ctx.clone();
    ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(text);
        node.clear_value();
    });
}

/// Hides a decoration or duplicate from screen readers.
pub(super) fn silent(response: &Response) {
    let ctx = response.ctx.clone();
    ctx.accesskit_node_builder(response.id, |node| node.set_hidden());
}

/// Sets what screen readers say instead of the text, such as a whole row instead of its first cell.
pub(super) fn read_as(response: &Response, text: &str) {
    let ctx = response.ctx.clone();
    ctx.accesskit_node_builder(response.id, |node| node.set_value(text));
}

/// Makes a part of the screen a named region that screen readers can jump to.
pub(super) fn region(ui: &Ui, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::Region);
        node.set_label(name);
    });
}

/// Names a group of choices for screen readers, which read the question with each choice.
pub(super) fn asked(ui: &Ui, question: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(Role::RadioGroup);
        node.set_label(question);
    });
}

/// Sets a percentage for screen readers. Without a value they announce a bar as busy.
pub(super) fn set_percent(response: &Response, height: u8) {
    let ctx = response.ctx.clone();
    ctx.accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(f64::from(height));
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
    });
}

/// Makes screen readers announce this when it appears or changes.
pub(super) fn announced(response: &Response) {
    let ctx = response.ctx.clone();
    ctx.accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

/// Characters in a line of text: in longer lines the eye loses its place.
const MEASURE: f32 = 70.0;

/// Average width of a character relative to the font size, for proportional and typewriter fonts.
const LETTER: f32 = 0.465;
const TYPED_LETTER: f32 = 0.6;

/// Greatest comfortable line width for a font, in points.
pub(super) fn readable(face: &FontId) -> f32 {
    let letter = if face.family == theme::typed() { TYPED_LETTER } else { LETTER };
    face.size * letter * MEASURE
}

/// Adds text that wraps at a comfortable line width.
pub(super) fn read(ui: &mut Ui, text: RichText, face: FontId) -> Response {
    let most = readable(&face);
    let text = text.font(face);
    let label = Label::new(text).wrap();
    // In a horizontal layout, the text continues on the current line.
    if ui.layout().is_horizontal() || ui.available_width() <= most {
        return ui.add(label);
    }
    ui.scope(|ui| {
        ui.set_max_width(most);
        ui.add(label)
    })
    .inner
}

pub(super) fn overline(ui: &mut Ui, colours: Palette, text: &str) -> Response {
    let text = RichText::new(text).font(font(13.5, theme::plain_strong())).color(colours.quiet);
    ui.add(Label::new(text))
}

/// The label next to a field.
pub(super) fn field_label(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(font(theme::size::BUTTON, theme::plain())))
}

pub(super) fn paragraph(ui: &mut Ui, text: &str) -> Response {
    let text = RichText::new(text).line_height(Some(leading(theme::size::BODY)));
    read(ui, text, TextStyle::Body.resolve(ui.style()))
}

/// Line height of body text, which needs more space than labels do.
pub(super) fn leading(size: f32) -> f32 {
    (size * 1.4).round()
}

pub(super) fn quiet(ui: &mut Ui, colours: Palette, text: &str) -> Response {
    let text = RichText::new(text).small().color(colours.quiet);
    read(ui, text, font(theme::size::SMALL, theme::plain()))
}

pub(super) fn inferred(ui: &mut Ui, text: &str) -> Response {
    let text = RichText::new(text).line_height(Some(leading(theme::size::BODY)));
    read(ui, text, font(theme::size::BODY, theme::italic()))
}

pub(super) fn typed(ui: &mut Ui, text: &str) -> Response {
    let text = RichText::new(text).line_height(Some(leading(theme::size::TYPED)));
    read(ui, text, font(theme::size::TYPED, theme::typed()))
}

/// The main button of a screen.
pub(super) fn main_button(ui: &mut Ui, colours: Palette, text: &str, enabled: bool) -> Response {
    let button = Button::new(RichText::new(text).font(font(16.0, theme::plain_strong())).color(if enabled {
        colours.on_strong
    } else {
        colours.quiet
    }))
    .fill(if enabled { colours.ours } else { colours.field })
    .min_size(Vec2::new(0.0, 34.0));
    let response = ui.add_enabled(enabled, button);
    ring_within(ui, colours, &response);
    response
}

/// A focus ring inside a control with a strong fill, where the usual ring would be invisible.
fn ring_within(ui: &Ui, colours: Palette, response: &Response) {
    into_sight(ui, response);
    if response.has_focus() {
        let stroke = Stroke::new(2.0, colours.on_strong);
        let rect = response.rect.shrink(3.0);
        ui.painter().rect_stroke(rect, 2.0, stroke, egui::StrokeKind::Inside);
    }
}

/// Scrolls a newly focused control into view. Content that moves with the page may shift afterwards, so this checks
/// again for a few frames.
pub(super) fn into_sight(ui: &Ui, response: &Response) {
    const LOOKS: u8 = 4;
    /// Frames to wait before scrolling again: a page takes a frame or two to move, and two requests would scroll it
    /// twice.
    const PATIENCE: u64 = 3;
    if !response.has_focus() {
        return;
    }
    let id = Id::new("we-can-wait-into-sight");
    let now = ui.ctx().cumulative_pass_nr();
    if response.gained_focus() {
        response.scroll_to_me(None);
        ui.data_mut(|data| data.insert_temp(id, (response.id, LOOKS, now)));
        return;
    }
    let looks = ui.data(|data| data.get_temp::<(Id, u8, u64)>(id));
    let Some((whose, left @ 1.., asked)) = looks else {
        return;
    };
    if whose != response.id || ui.clip_rect().contains_rect(response.rect) {
        return;
    }
    ui.ctx().request_repaint();
    if now >= asked + PATIENCE {
        response.scroll_to_me(None);
        ui.data_mut(|data| data.insert_temp(id, (whose, left - 1, now)));
    }
}

/// A ring around the focused control, scrolled into view on focus.
pub(super) fn ring(ui: &Ui, colours: Palette, response: &Response) {
    into_sight(ui, response);
    if response.has_focus() {
        let stroke = Stroke::new(2.0, colours.theirs);
        ui.painter().rect_stroke(response.rect, 3.0, stroke, egui::StrokeKind::Inside);
    }
}

/// A radio button.
pub(super) fn radio(ui: &mut Ui, colours: Palette, chosen: bool, text: &str) -> Response {
    let label = RichText::new(text).font(font(theme::size::BUTTON, theme::plain()));
    let response = with_clear_edge(ui, colours, |ui| ui.radio(chosen, label));
    ring(ui, colours, &response);
    response
}

pub(super) fn checkbox(ui: &mut Ui, colours: Palette, holds: bool, text: &str) -> Response {
    let mut holds = holds;
    let response = with_clear_edge(ui, colours, |ui| ui.checkbox(&mut holds, text));
    ring(ui, colours, &response);
    response
}

/// Draws a radio button or checkbox with a clearly visible border, as an unchecked one has nothing else.
fn with_clear_edge(ui: &mut Ui, colours: Palette, add: impl FnOnce(&mut Ui) -> Response) -> Response {
    let before = ui.visuals().widgets.inactive.bg_stroke;
    ui.visuals_mut().widgets.inactive.bg_stroke.color = colours.quiet;
    let response = add(ui);
    ui.visuals_mut().widgets.inactive.bg_stroke = before;
    response
}

/// A collapsible section.
pub(super) fn fold(ui: &mut Ui, colours: Palette, title: RichText, add: impl FnOnce(&mut Ui)) {
    let shown = ui.collapsing(title, add);
    ring(ui, colours, &shown.header_response);
    let is_open = shown.openness > 0.5;
    ui.ctx().accesskit_node_builder(shown.header_response.id, |node| node.set_expanded(is_open));
}

pub(super) fn button(ui: &mut Ui, text: &str) -> Response {
    let label = RichText::new(text).font(font(14.5, theme::plain()));
    let response = ui.add(Button::new(label));
    ring(ui, theme::colours(ui), &response);
    response
}

/// A tab.
pub(super) fn tab(ui: &mut Ui, colours: Palette, chosen: bool, text: &str) -> Response {
    let (ink, fill) =
        if chosen { (colours.on_strong, colours.ours) } else { (colours.ink, egui::Color32::TRANSPARENT) };
    let label = RichText::new(text).font(font(14.5, theme::plain_strong()));
    let button = Button::new(label.color(ink)).fill(fill).stroke(Stroke::NONE).selected(chosen);
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, text));
    ring(ui, colours, &response);
    response
}

/// A clickable row: a title, and quieter text below it.
pub(super) fn choice(ui: &mut Ui, colours: Palette, number: Option<usize>, title: &str, detail: &str) -> Response {
    choice_row(ui, colours, number, title, detail, false)
}

/// The main row of a screen.
pub(super) fn main_choice(ui: &mut Ui, colours: Palette, title: &str, detail: &str) -> Response {
    choice_row(ui, colours, None, title, detail, true)
}

fn choice_row(ui: &mut Ui, colours: Palette, number: Option<usize>, title: &str, detail: &str, main: bool) -> Response {
    let (ink, lesser) = if main { (colours.on_strong, colours.on_strong) } else { (colours.ink, colours.quiet) };
    let place = number.map_or(usize::MAX, |number| number.saturating_sub(1));
    let number = number.map_or_else(String::new, |number| format!("{number}  "));
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = less(ui.available_width(), 24.0);
    let format = |size, family, colour| egui::TextFormat::simple(font(size, family), colour);
    job.append(&number, 0.0, format(14.0, theme::plain(), lesser));
    job.append(title, 0.0, format(15.5, theme::plain_strong(), ink));
    if !detail.is_empty() {
        job.append(&format!("\n{detail}"), 0.0, format(13.5, theme::plain(), lesser));
    }
    let width = ui.available_width();
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let size = Vec2::new(width, (galley.size().y + 9.0).max(32.0));
    // Identified by its title, not its position, so that the focus doesn't jump to a row of another list.
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, ui.id().with(("choice", title)), Sense::click());
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    into_sight(ui, &response);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, title));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        if !detail.is_empty() {
            node.set_description(detail);
        }
        if place != usize::MAX {
            node.set_keyboard_shortcut(number.trim());
        }
    });
    if response.clicked() && response.has_focus() {
        ui.data_mut(|data| data.insert_temp(first_row(), true));
    } else if place == 0 && ui.data_mut(|data| data.remove_temp::<bool>(first_row())).is_some() {
        response.request_focus();
    }
    if ui.is_rect_visible(rect) {
        let visuals = ui.style().interact(&response);
        let stroke = if response.has_focus() && !main { Stroke::new(2.0, colours.theirs) } else { visuals.bg_stroke };
        ui.painter().rect(
            rect.shrink(1.0),
            visuals.corner_radius,
            if main { colours.ours } else { visuals.weak_bg_fill },
            stroke,
            egui::StrokeKind::Inside,
        );
        let at = egui::pos2(rect.left() + 12.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, colours.ink);
        if main {
            ring_within(ui, colours, &response);
        }
    }
    response
}

/// A scroll area. If `keys` is true, Page Up, Page Down, Home and End scroll it.
pub(super) fn scrolled<R>(
    ui: &mut Ui,
    id: impl std::hash::Hash + std::fmt::Debug,
    keys: bool,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let page = ui.available_height();
    let area = ScrollArea::vertical().id_salt(id).auto_shrink(false);
    let shown = area.show(ui, |ui| {
        if keys {
            scroll_keys(ui, page);
        }
        add(ui)
    });
    shown.inner
}

/// Lets Page Up, Page Down, Home and End scroll the current area, whose visible height is `page`.
pub(super) fn scroll_keys(ui: &Ui, page: f32) {
    let step = scroll_step(ui, page);
    if step != 0.0 {
        ui.scroll_with_delta(Vec2::new(0.0, step));
    }
}

/// How far the pressed keys scroll, in points.
fn scroll_step(ui: &Ui, page: f32) -> f32 {
    const ALL: f32 = 1_000_000.0;
    if keys::are_taken(ui) {
        return 0.0;
    }
    match (keys::which(ui, Verb::Page), keys::which(ui, Verb::Ends)) {
        (Some(0), _) => page * 0.85,
        (Some(_), _) => page * -0.85,
        (None, Some(0)) => ALL,
        (None, Some(_)) => -ALL,
        (None, None) => 0.0,
    }
}

/// Remembers this control, to restore the focus on return to the screen.
pub(super) fn remember_focus(ui: &Ui, response: &Response) {
    ui.data_mut(|data| data.insert_temp(left_by_id(), Some(response.id)));
}

pub(super) fn take_remembered_focus(ui: &Ui) -> Option<Id> {
    ui.data_mut(|data| data.remove_temp::<Option<Id>>(left_by_id())).flatten()
}

fn left_by_id() -> Id {
    Id::new("we-can-wait-left-by")
}

/// Id of a flag in egui's memory: the first row of the next list gets the focus, because a key was used in the last
/// one.
fn first_row() -> Id {
    Id::new("we-can-wait-first-row")
}

pub(super) fn rule(ui: &mut Ui, colours: Palette) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, colours.line));
}

/// A block with a coloured bar on its left, as in the margin of a document.
pub(super) fn barred<R>(ui: &mut Ui, colour: egui::Color32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let inner = Frame::new().inner_margin(Margin { left: 14, right: 0, top: 2, bottom: 4 }).show(ui, add);
    let rect = inner.response.rect;
    ui.painter().vline(rect.left() + 3.0, rect.y_range(), Stroke::new(3.0, colour));
    inner.inner
}
