//! The table: the room above, the conversation at the left, the papers at the right.

use egui::{
    CentralPanel, Frame as Area, Key, Margin, Modifiers, Panel, Sense, Ui, Vec2, WidgetInfo,
    WidgetType,
};

use crate::view::aloud::aloud;
use crate::view::intent::{Intent, Verb};
use crate::view::window::{Awaits, BarStrip, TableView};

use super::parts::{Kit, are_taken, column, scrolled, sheet, tab};
use super::theme::{self, font};
use super::{compose, side, talk};

/// What the table remembers of being looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableState {
    /// Which paper lies on top at the right.
    pub tab: Tab,
    /// How far the choice of a move has come.
    pub choice: compose::Choice,
    /// Turns that have been seen; the next one is scrolled to.
    pub seen: usize,
    /// Turns there were when it was last drawn.
    pub turns: usize,
}

/// A paper at the right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// The conversation, where there is no room for it beside the papers.
    Talk,
    /// The statement being built.
    #[default]
    Statement,
    /// What happened in the record.
    Card,
    /// The issues with both sides' positions.
    Ledger,
    /// What stands on the table and what is open.
    OnTable,
    /// The room and why.
    Room,
}

impl Tab {
    const ALL: [Tab; 6] = [
        Tab::Talk,
        Tab::Statement,
        Tab::Card,
        Tab::Ledger,
        Tab::OnTable,
        Tab::Room,
    ];

    const fn name(self) -> &'static str {
        match self {
            Tab::Talk => "window-tab-talk",
            Tab::Statement => "window-tab-statement",
            Tab::Card => "window-tab-card",
            Tab::Ledger => "window-tab-ledger",
            Tab::OnTable => "window-tab-on-table",
            Tab::Room => "window-tab-room",
        }
    }

    /// Without a record there is no card of it.
    fn is_there(self, kit: &Kit<'_>) -> bool {
        kit.has_record || self != Tab::Card
    }

    const fn verb(self) -> Option<Verb> {
        match self {
            Tab::Talk | Tab::Statement => None,
            Tab::Card => Some(Verb::Card),
            Tab::Ledger => Some(Verb::Ledger),
            Tab::OnTable => Some(Verb::Commitments),
            Tab::Room => Some(Verb::Room),
        }
    }
}

/// The table.
pub(super) fn table_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &TableView, state: &mut TableState) {
    keys(ui, kit, view, state);
    if state.turns != 0 && view.turns.len() > state.turns {
        // A statement was made: what comes of it is turned to. Where there is room for both, this is the statement again.
        state.choice = compose::Choice::default();
        state.tab = Tab::Talk;
    }
    state.turns = view.turns.len();
    let newest = view.turns.last();
    let heard = newest.map_or_else(String::new, |turn| aloud(kit.words, &turn.items));
    kit.spoken.tell("answer", &heard);
    if !state.tab.is_there(kit) {
        state.tab = Tab::Statement;
    }
    if is_small(kit) {
        return papers_ui(ui, kit, view, state, true);
    }
    if state.tab == Tab::Talk {
        state.tab = Tab::Statement;
    }
    Panel::top("bars")
        .frame(Area::new().inner_margin(Margin {
            left: 0,
            right: 0,
            top: 0,
            bottom: 8,
        }))
        .show_separator_line(false)
        .show(ui, |ui| bars_ui(ui, kit, &view.bars));
    let papers = (ui.available_width() * 0.38).clamp(300.0, 520.0);
    Panel::right("papers")
        .frame(Area::new().inner_margin(Margin {
            left: 14,
            right: 0,
            top: 0,
            bottom: 0,
        }))
        .exact_size(papers)
        .resizable(false)
        .show_separator_line(false)
        .show(ui, |ui| papers_ui(ui, kit, view, state, false));
    CentralPanel::no_frame().show(ui, |ui| {
        sheet(kit.colours).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            conversation_ui(ui, kit, view, state);
        });
    });
}

/// Whether the conversation and the papers find no room beside each other, as at 200 % on a small window.
pub(super) fn is_small(kit: &Kit<'_>) -> bool {
    kit.room.x < 860.0 || kit.room.y < 410.0
}

fn conversation_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &TableView, state: &mut TableState) {
    let newest = (state.seen != view.turns.len()).then(|| view.turns.len().saturating_sub(1));
    let page = ui.available_height();
    // The page keys move what is looked at: a paper that lies on top, or else the conversation.
    let keys = matches!(state.tab, Tab::Talk | Tab::Statement);
    scrolled(ui, "talk", keys, |ui| {
        column(ui, 640.0, |ui| {
            talk::talk_ui(ui, kit, &view.turns, newest, Some(&view.why));
            // Room below, so that the newest words can stand at the top.
            ui.add_space(page * 0.6);
        });
    });
    state.seen = view.turns.len();
}

fn keys(ui: &Ui, kit: &mut Kit<'_>, view: &TableView, state: &mut TableState) {
    if are_taken(ui) {
        return;
    }
    for paper in Tab::ALL.into_iter().filter(|paper| paper.is_there(kit)) {
        let key = paper.verb().and_then(Verb::key).and_then(Key::from_name);
        if key.is_some_and(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))) {
            state.tab = paper;
        }
    }
    let advise = Verb::Hint.key().and_then(Key::from_name);
    if advise.is_some_and(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))) {
        kit.want(Intent::Advise);
    }
    let say = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    if say && view.awaits == Awaits::Statement {
        kit.want(Intent::Say);
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        if state.tab != Tab::Statement {
            state.tab = Tab::Statement;
        } else if !state.choice.back() {
            kit.want(Intent::Back);
        }
    }
}

fn papers_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    view: &TableView,
    state: &mut TableState,
    small: bool,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for paper in Tab::ALL {
            if (paper == Tab::Talk && !small) || !paper.is_there(kit) {
                continue;
            }
            let name = kit.msg(paper.name());
            let button = tab(ui, kit.colours, state.tab == paper, &name);
            let button = match paper.verb().and_then(Verb::key) {
                Some(key) => button.on_hover_text(key),
                None => button,
            };
            if button.clicked() {
                state.tab = paper;
            }
        }
    });
    ui.add_space(2.0);
    sheet(kit.colours).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        match state.tab {
            Tab::Talk => conversation_ui(ui, kit, view, state),
            Tab::Statement => compose::compose_ui(ui, kit, view, state),
            Tab::Card => side::cards_ui(ui, kit, &view.cards),
            Tab::Ledger => side::ledger_ui(ui, kit, &view.ledger),
            Tab::OnTable => side::on_table_ui(ui, kit, view),
            Tab::Room => side::room_ui(ui, kit, &view.room),
        }
    });
}

/// The six bars, always in sight: name, height, and how far the last step moved them.
fn bars_ui(ui: &mut Ui, kit: &Kit<'_>, bars: &[BarStrip]) {
    let count = f32::from(u8::try_from(bars.len().max(1)).unwrap_or(1));
    let gap = 10.0;
    let width = (ui.available_width() - gap * (count - 1.0)) / count;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(gap, 6.0);
        for bar in bars {
            bar_ui(ui, kit, bar, width.floor());
        }
    });
}

fn bar_ui(ui: &mut Ui, kit: &Kit<'_>, bar: &BarStrip, width: f32) {
    let colours = kit.colours;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 34.0), Sense::hover());
    let change = if bar.change == 0 {
        String::new()
    } else {
        format!(" ({:+})", bar.change)
    };
    let figure = format!("{}{change}", bar.height);
    response.widget_info(|| {
        WidgetInfo::labeled(
            WidgetType::ProgressIndicator,
            true,
            format!("{}: {figure}", bar.name),
        )
    });
    let painter = ui.painter();
    let colour = match bar.bar {
        crate::scenario::terms::Bar::TheirFace | crate::scenario::terms::Bar::TheirPatience => {
            colours.theirs
        }
        _ => colours.ours,
    };
    let taken = painter.text(
        rect.right_top(),
        egui::Align2::RIGHT_TOP,
        figure,
        font(13.0, theme::plain_strong()),
        if bar.change == 0 { colours.ink } else { colour },
    );
    // Where there is little room the name is set smaller, and ends before the figure.
    let left = taken.left() - rect.left() - 4.0;
    let name = |size| {
        let font = font(size, theme::plain());
        painter.layout_no_wrap(bar.name.clone(), font, colours.ink)
    };
    let whole = name(13.0);
    let fits = whole.size().x <= left;
    let mut place = rect;
    place.set_width(left.max(0.0));
    let name = if fits { whole } else { name(11.5) };
    painter
        .with_clip_rect(place)
        .galley(rect.left_top(), name, colours.ink);
    let mut track = rect;
    track.set_top(rect.bottom() - 11.0);
    track.set_bottom(rect.bottom() - 3.0);
    painter.rect(
        track,
        2.0,
        colours.sheet,
        egui::Stroke::new(1.0, colours.line),
        egui::StrokeKind::Inside,
    );
    let mut filled = track;
    filled.set_width(track.width() * f32::from(bar.height) / 100.0);
    painter.rect_filled(filled, 2.0, colour);
}
