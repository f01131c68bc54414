//! The sheets of a dossier: paper with a file tab, a fixed foot, rules, marks, and text with a run-in heading.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CornerRadius, Frame, Id, Label, Layout, Margin, Pos2, Rect, Response, RichText, ScrollArea, Sense,
    Shadow, Shape, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType,
};

use super::{UiContext, leading, less, scroll_step};
use crate::window::screens::theme::{self, Palette, font, size};

/// Width of a sheet of running text, with about seventy characters a line.
pub(in crate::window::screens) const READING: f32 = 640.0;
/// Width of a sheet with two columns.
pub(in crate::window::screens) const BROAD: f32 = 940.0;
/// Below this width, a sheet has narrow margins.
const NARROW: f32 = 700.0;
/// Below this height, ornaments are left out.
const LOW: f32 = 440.0;
/// Height of a file tab.
const TAB: f32 = 26.0;

/// The size and style of a sheet.
#[derive(Clone, Copy)]
pub(in crate::window::screens) struct Paper {
    pub(in crate::window::screens) id: &'static str,
    pub(in crate::window::screens) width: f32,
    pub(in crate::window::screens) filed: bool,
}

/// Whether two columns don't fit.
pub(in crate::window::screens) fn is_narrow(room: Vec2) -> bool {
    room.x < NARROW
}

/// Whether there is little vertical space.
pub(in crate::window::screens) fn is_low(room: Vec2) -> bool {
    room.y < LOW
}

/// A sheet that scrolls.
pub(in crate::window::screens) fn page(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    paper: Paper,
    body: impl FnOnce(&mut Ui, &mut UiContext<'_>),
) {
    page_ui(ui, cx, paper, body, None::<fn(&mut Ui, &mut UiContext<'_>)>);
}

/// A scrolling sheet with a foot that stays visible.
pub(in crate::window::screens) fn page_with_foot(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    paper: Paper,
    body: impl FnOnce(&mut Ui, &mut UiContext<'_>),
    foot: impl FnOnce(&mut Ui, &mut UiContext<'_>),
) {
    page_ui(ui, cx, paper, body, Some(foot));
}

fn page_ui(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    paper: Paper,
    body: impl FnOnce(&mut Ui, &mut UiContext<'_>),
    foot: Option<impl FnOnce(&mut Ui, &mut UiContext<'_>)>,
) {
    let room = ui.available_rect_before_wrap();
    let width = paper.width.min(room.width());
    let left = (room.left() + less(room.width(), width) / 2.0).round();
    let mut rect = Rect::from_min_size(Pos2::new(left, room.top()), Vec2::new(width, room.height()));
    if paper.filed && !is_low(room.size()) && !cx.subject.is_empty() {
        tab_of_file(ui, cx.colours, rect, cx.subject);
        rect.min.y += TAB;
    }
    let side = if is_narrow(room.size()) { 16 } else { 36 };
    let above = if is_low(room.size()) { 12 } else { 24 };
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min));
    ui.scope_builder(builder, |ui| {
        sheet_frame(cx.colours).inner_margin(Margin::ZERO).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_width(ui.available_width());
            let (known, most) = room_above_foot(ui, paper, foot.is_some());
            let area = ScrollArea::vertical().id_salt(paper.id);
            area.auto_shrink([false, true]).max_height(most).show(ui, |ui| {
                let step = scroll_step(ui, most);
                if step != 0.0 {
                    ui.scroll_with_delta(Vec2::new(0.0, step));
                }
                let margin = Margin { left: side, right: side, top: above, bottom: above };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 5.0;
                    ui.set_width(ui.available_width());
                    body(ui, cx);
                });
            });
            if let Some(foot) = foot {
                let taken = foot_ui(ui, cx, side, foot);
                ui.data_mut(|data| data.insert_temp(known, taken));
            }
        });
    });
}

/// The id that stores a foot's height, and the space left above the foot.
fn room_above_foot(ui: &Ui, paper: Paper, has_foot: bool) -> (Id, f32) {
    /// A row with a button, assumed until the foot has been drawn once.
    const EXPECTED: f32 = 59.0;
    let known = Id::new(("we-can-wait-foot", paper.id));
    let taken: Option<f32> = ui.data(|data| data.get_temp(known));
    let taken = if has_foot { taken.unwrap_or(EXPECTED) } else { 0.0 };
    (known, less(ui.available_height(), taken + 2.0).max(60.0))
}

/// Draws the foot of a sheet. Returns its height.
fn foot_ui(ui: &mut Ui, cx: &mut UiContext<'_>, side: i8, foot: impl FnOnce(&mut Ui, &mut UiContext<'_>)) -> f32 {
    let top = ui.cursor().top();
    let across = ui.max_rect().x_range();
    ui.painter().hline(across, top, Stroke::new(1.0, cx.colours.line));
    let margin = Margin::symmetric(side, if side < 20 { 8 } else { 12 });
    let shown = Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        ui.set_width(ui.available_width());
        foot(ui, cx);
    });
    shown.response.rect.height()
}

/// The frame of a sheet on the desk, with a thin shadow.
pub(in crate::window::screens) fn sheet_frame(colours: Palette) -> Frame {
    super::sheet(colours).shadow(Shadow { offset: [0, 2], blur: 0, spread: 0, color: shade(colours) })
}

/// The colour of the desk in shadow.
fn shade(colours: Palette) -> Color32 {
    colours.desk.lerp_to_gamma(Color32::BLACK, 0.22)
}

/// A file tab on top of the next widget.
pub(in crate::window::screens) fn tab_above(ui: &mut Ui, colours: Palette, text: &str) {
    let all = Vec2::new(ui.available_width(), TAB);
    let (rect, _) = ui.allocate_exact_size(all, Sense::hover());
    tab_of_file(ui, colours, rect, text);
    ui.add_space(-ui.spacing().item_spacing.y);
}

/// A file tab at the upper left of a rectangle.
fn tab_of_file(ui: &Ui, colours: Palette, place: Rect, text: &str) {
    let face = font(size::SMALL, theme::typed());
    let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), face, colours.quiet));
    let width = galley.size().x.min(less(place.width(), 60.0)) + 34.0;
    let (left, right) = (place.left() + 14.0, place.left() + 14.0 + width);
    let (top, foot) = (place.top() + 3.0, place.top() + TAB);
    let edge = vec![
        Pos2::new(left, foot + 1.0),
        Pos2::new(left, top + 3.0),
        Pos2::new(left + 3.0, top),
        Pos2::new(right - 14.0, top),
        Pos2::new(right, foot + 1.0),
    ];
    let rect = Rect::from_min_max(Pos2::new(left, top), Pos2::new(right, foot));
    let painter = ui.painter();
    let line = Stroke::new(1.0, colours.line);
    painter.add(Shape::convex_polygon(edge, colours.field, line));
    let at = Pos2::new(left + 12.0, rect.center().y - galley.size().y / 2.0 + 1.0);
    let within = painter.with_clip_rect(rect.intersect(ui.clip_rect()));
    within.galley(at, galley, colours.quiet);
    let tab = ui.interact(rect, ui.id().with("tab-of-file"), Sense::hover());
    tab.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
}

/// Content a little above the middle of the available space. `about` is the expected height, used for the first frame.
pub(in crate::window::screens) fn centred<R>(
    ui: &mut Ui,
    id: &'static str,
    about: f32,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let known = Id::new(("we-can-wait-height", id));
    let before: f32 = ui.data(|data| data.get_temp(known)).unwrap_or(about);
    let room = ui.available_height();
    ui.add_space((less(room, before) * 0.42).max(4.0).round());
    let shown = ui.scope(add);
    let height = shown.response.rect.height();
    if (height - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(known, height));
        ui.ctx().request_discard("what stands in the middle has another height");
    }
    shown.inner
}

/// The heading of a screen, with a double rule below it.
pub(in crate::window::screens) fn title_of_page(ui: &mut Ui, colours: Palette, text: &str) -> Response {
    let label = Label::new(RichText::new(text).font(font(size::SCREEN, theme::strong()))).wrap();
    let response = ui.add(label);
    super::as_heading(&response, 1, text);
    ui.add_space(2.0);
    double_rule(ui, [colours.line, colours.line]);
    ui.add_space(4.0);
    response
}

/// A thin double rule in two colours.
pub(in crate::window::screens) fn double_rule(ui: &mut Ui, [upper, lower]: [Color32; 2]) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 8.0), Sense::hover());
    let middle = rect.center().y.round();
    for (y, colour) in [(middle - 1.5, upper), (middle + 1.5, lower)] {
        ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, colour));
    }
}

/// A side's small mark: round for ours, square for theirs.
pub(in crate::window::screens) fn mark(ui: &mut Ui, colours: Palette, theirs: bool) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(14.0, 20.0), Sense::hover());
    if theirs {
        let square = Rect::from_center_size(rect.center(), Vec2::splat(10.0));
        ui.painter().rect_filled(square, CornerRadius::ZERO, colours.theirs);
    } else {
        ui.painter().circle_filled(rect.center(), 5.5, colours.ours);
    }
}

/// A short word in a border, like a rubber stamp.
pub(in crate::window::screens) fn stamp(ui: &mut Ui, colour: Color32, text: &str) -> Response {
    let text = RichText::new(text).font(font(size::STAMP, theme::plain_strong())).color(colour);
    Frame::new()
        .stroke(Stroke::new(1.0, colour))
        .corner_radius(CornerRadius::same(2))
        .inner_margin(Margin::symmetric(5, 1))
        .show(ui, |ui| ui.add(Label::new(text)))
        .inner
}

/// A numbered paragraph of a brief: the number in the margin, a run-in heading in bold.
pub(in crate::window::screens) fn numbered(ui: &mut Ui, colours: Palette, number: usize, text: &str) {
    let margin = if ui.available_width() < 480.0 { 0.0 } else { 34.0 };
    let left = ui.cursor().left();
    let rest = less(ui.available_width(), margin);
    let response = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin);
        ui.allocate_ui_with_layout(Vec2::new(rest, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(rest);
            ui.add(Label::new(run_in(ui, colours, text, rest)).wrap())
        })
        .inner
    });
    if margin > 0.0 {
        let at = Pos2::new(left, response.inner.rect.top() + 2.0);
        let face = font(size::TYPED, theme::typed());
        ui.painter().text(at, egui::Align2::LEFT_TOP, format!("{number}."), face, colours.quiet);
    }
}

/// Text whose first words are bold if a colon follows them within 32 bytes.
fn run_in(ui: &Ui, colours: Palette, text: &str, width: f32) -> LayoutJob {
    const HEAD: usize = 32;
    let head = text.find(": ").filter(|at| *at <= HEAD).map_or(0, |at| at + 1);
    let (head, rest) = text.split_at(head);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let body = egui::TextStyle::Body.resolve(ui.style());
    let mut format = TextFormat::simple(font(size::BODY, theme::strong()), colours.ink);
    format.line_height = Some(leading(size::BODY));
    job.append(head, 0.0, format.clone());
    format.font_id = body;
    job.append(rest, 0.0, format);
    job
}

/// An unobtrusive button: underlined text.
pub(in crate::window::screens) fn quiet_button(ui: &mut Ui, colours: Palette, text: &str) -> Response {
    let words = RichText::new(text).font(font(14.5, theme::plain())).color(colours.ink).underline();
    let button = egui::Button::new(words).frame(false).min_size(Vec2::new(0.0, 28.0));
    let response = ui.add(button);
    super::ring(ui, colours, &response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A column of fixed width in a horizontal row.
pub(in crate::window::screens) fn beside(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(Vec2::new(width, 0.0), layout, |ui| {
        ui.set_width(width);
        add(ui);
    });
}

/// A text field named by a label.
pub(in crate::window::screens) fn field(
    ui: &mut Ui,
    colours: Palette,
    text: &mut String,
    width: f32,
    label: Id,
) -> Response {
    let edit = egui::TextEdit::singleline(text)
        .desired_width(width)
        .min_size(Vec2::new(0.0, 28.0))
        .vertical_align(Align::Center)
        .font(font(size::BUTTON, theme::plain()));
    let response = ui.add(edit);
    super::ring(ui, colours, &response);
    response.labelled_by(label)
}
