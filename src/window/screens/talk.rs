//! The conversation, with the speaker and source of each line.

use egui::{Align, Button, CornerRadius, Frame, Label, Margin, RichText, Stroke, Ui, Vec2};

use crate::app::intent::Intent;
use crate::negotiation::event::PointIndex;
use crate::scenario::limits::FACE_WORDS;
use crate::view::blocks::{Block, RoomChange, SentenceKind, SpeechView};
use crate::view::table::TurnView;
use crate::view::why::WhyView;

use super::marks::{indented, margined, side_colour, side_mark_ui};
use super::parts::{
    UiContext, as_heading, barred, button, fold, inferred, paragraph, quiet, read, remember_focus, ring, typed,
};
use super::side::{change_ui, new_ui};
use super::theme::{self, font};

/// The whole conversation. `newest` is the turn to scroll to and `news` the turn to mark as new. `whys` are the open
/// explanations; with `None`, none can be asked for.
pub(super) fn talk_ui(
    ui: &mut Ui,
    cx: &mut UiContext<'_>,
    turns: &[TurnView],
    (newest, news): (Option<usize>, Option<usize>),
    whys: Option<&[WhyView]>,
) {
    for (number, turn) in turns.iter().enumerate() {
        let is_new = news == Some(number);
        let response = ui.scope(|ui| {
            for (index, block) in turn.blocks.iter().enumerate() {
                ui.push_id((number, index), |ui| block_ui(ui, cx, block, whys, is_new));
            }
        });
        if newest == Some(number) {
            let mut top = response.response.rect;
            top.set_height(20.0);
            ui.scroll_to_rect(top, Some(Align::TOP));
        }
    }
}

fn block_ui(ui: &mut Ui, cx: &mut UiContext<'_>, block: &Block, whys: Option<&[WhyView]>, is_new: bool) {
    match block {
        Block::Floor { heading, standing, holds_floor } => {
            floor_ui(ui, cx, (heading, standing), is_new);
            if *holds_floor {
                quiet(ui, cx.colours, cx.label("talk-holds-floor"));
            }
        }
        Block::Move { speech, ours } => speech_ui(ui, cx, speech, *ours),
        Block::Answer { speech, answers, why, idea, points } => {
            ui.add_space(4.0);
            if !answers.is_empty() {
                quiet(ui, cx.colours, answers);
            }
            speech_ui(ui, cx, speech, false);
            indented(ui, |ui| {
                if let Some(why) = why {
                    quiet(ui, cx.colours, why);
                }
                if let Some(idea) = idea {
                    let text = RichText::new(idea);
                    ui.add(Label::new(text.small().color(cx.colours.ours)).wrap());
                }
                if let Some(whys) = whys.filter(|_| !points.is_empty()) {
                    why_ui(ui, cx, points, whys);
                }
            });
        }
        Block::Sentence { kind, text } => sentence_ui(ui, cx, *kind, text),
        Block::Room(changes) => changes_ui(ui, cx, changes),
    }
}

fn sentence_ui(ui: &mut Ui, cx: &UiContext<'_>, kind: SentenceKind, sentence: &str) {
    match kind {
        SentenceKind::Topic => {
            ui.add_space(12.0);
            let text = RichText::new(sentence).font(font(14.0, theme::plain_strong()));
            as_heading(&ui.label(text.color(cx.colours.theirs)), 3, sentence);
        }
        SentenceKind::Commitment => committed_ui(ui, cx, sentence),
        SentenceKind::Prediction => {
            let text = RichText::new(sentence).font(font(14.5, theme::plain()));
            ui.add(Label::new(text).wrap());
        }
        SentenceKind::MustFace => {
            let text = RichText::new(sentence).color(cx.colours.theirs);
            let face = egui::TextStyle::Body.resolve(ui.style());
            read(ui, text, face);
        }
        SentenceKind::Ended => {
            ui.add_space(12.0);
            ui.label(RichText::new(sentence).font(font(18.0, theme::strong())));
        }
        SentenceKind::NoAnswer => {
            paragraph(ui, sentence);
        }
        SentenceKind::Other => {
            quiet(ui, cx.colours, sentence);
        }
    }
}

/// A line about a commitment made or withdrawn.
fn committed_ui(ui: &mut Ui, cx: &UiContext<'_>, told: &str) {
    let frame =
        Frame::new().stroke(Stroke::new(1.0, cx.colours.line)).corner_radius(2).inner_margin(Margin::symmetric(12, 4));
    let text = RichText::new(told).font(font(14.5, theme::plain_strong()));
    indented(ui, |ui| frame.show(ui, |ui| ui.add(Label::new(text).wrap())));
}

/// The changes in the room caused by what was said above, in quieter type.
fn changes_ui(ui: &mut Ui, cx: &UiContext<'_>, changes: &[RoomChange]) {
    indented(ui, |ui| {
        let frame = Frame::new().fill(cx.colours.field).corner_radius(2).inner_margin(Margin::symmetric(12, 6));
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_min_width(ui.available_width());
            for change in changes {
                change_ui(ui, cx, change);
            }
        });
    });
    ui.add_space(4.0);
}

fn floor_ui(ui: &mut Ui, cx: &UiContext<'_>, (heading, standing): (&str, &str), is_new: bool) {
    ui.add_space(16.0);
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        let title = ui.label(RichText::new(heading).font(font(17.0, theme::strong())));
        as_heading(&title, 2, heading);
        quiet(ui, cx.colours, standing);
        if is_new {
            new_ui(ui, cx);
        }
    });
}

/// The button that asks for an explanation, and the explanation once it is open.
fn why_ui(ui: &mut Ui, cx: &mut UiContext<'_>, points: &[PointIndex], whys: &[WhyView]) {
    let text = RichText::new(cx.label("why-ask")).font(font(13.5, theme::plain()));
    let ask = Button::new(text.color(cx.colours.quiet).underline()).frame(false).min_size(Vec2::new(0.0, 24.0));
    let response = ui.add(ask).on_hover_cursor(egui::CursorIcon::PointingHand);
    ring(ui, cx.colours, &response);
    if response.clicked() {
        cx.want(Intent::Why(points.to_vec()));
    }
    for view in whys.iter().filter(|view| points.contains(&view.point)) {
        barred(ui, cx.colours.quiet, |ui| {
            ui.label(RichText::new(&view.title).font(font(14.5, theme::plain_strong())));
            for line in view.lines() {
                ui.add(Label::new(line).wrap());
            }
        });
    }
}

/// A line of speech: name, badge, words, and a paraphrase if there is one.
pub(super) fn speech_ui(ui: &mut Ui, cx: &mut UiContext<'_>, speech: &SpeechView, ours: bool) {
    let colours = cx.colours;
    margined(ui, colours, ours, |ui| {
        ui.horizontal_wrapped(|ui| {
            side_mark_ui(ui, colours, ours);
            let name = RichText::new(&speech.name).font(font(15.5, theme::plain_strong()));
            ui.label(name.color(side_colour(colours, ours)));
            badge_ui(ui, cx, speech);
        });
        if speech.is_verbatim {
            quotation_ui(ui, cx, &speech.words);
        } else {
            inferred(ui, &speech.words);
        }
        if let Some(plain) = &speech.plain {
            quiet(ui, colours, plain);
        }
        if speech.milestone_open {
            quiet(ui, colours, cx.label("speech-milestone-open"));
        }
        if !speech.reasoned_from.is_empty() {
            let title = RichText::new(cx.label("window-reasoned-from")).small();
            fold(ui, cx.colours, title, |ui| {
                for basis in &speech.reasoned_from {
                    quiet(ui, colours, basis);
                }
            });
        }
    });
}

/// Verbatim words. A long passage shows its beginning, and expands on a click.
fn quotation_ui(ui: &mut Ui, cx: &UiContext<'_>, words: &str) {
    let whole = format!("“{words}”");
    let Some(face) = face_of(words) else {
        typed(ui, &whole);
        return;
    };
    let id = ui.id().with("whole");
    let mut open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    if open {
        typed(ui, &whole);
    } else {
        typed(ui, &format!("“{face} …"));
    }
    let key = if open { "window-shorter" } else { "window-whole-passage" };
    if button(ui, cx.label(key)).clicked() {
        open = !open;
        ui.data_mut(|data| data.insert_temp(id, open));
    }
}

/// The beginning of a passage of more than [`FACE_WORDS`] words; `None` for a shorter one. Ends after a sentence if
/// possible.
fn face_of(words: &str) -> Option<&str> {
    let mut starts = words
        .char_indices()
        .zip(words.chars().skip(1))
        .filter(|((_, before), after)| before.is_whitespace() && !after.is_whitespace())
        .map(|((at, _), _)| at);
    let cut = starts.nth(FACE_WORDS - 1)?;
    let head = words.get(..cut)?;
    let sentence = head.rfind(". ").map(|at| at + 1);
    // Keep at least half the limit: a sentence cut short is better than very few words.
    let sentence = sentence.filter(|at| at * 2 > cut);
    head.get(..sentence.unwrap_or(cut)).map(str::trim_end)
}

fn badge_ui(ui: &mut Ui, cx: &mut UiContext<'_>, speech: &SpeechView) {
    let text = RichText::new(&speech.badge).font(font(12.5, theme::plain_strong()));
    let colours = cx.colours;
    let Some(line) = speech.line else {
        let label = text.color(colours.quiet).italics();
        ui.add(Label::new(label).wrap());
        return;
    };
    let button = Button::new(text.color(colours.ink))
        .wrap()
        .fill(colours.sheet)
        .stroke(Stroke::new(1.5, colours.quiet))
        .min_size(Vec2::new(0.0, 24.0))
        .corner_radius(CornerRadius::same(2));
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().button_padding = Vec2::new(6.0, 2.0);
            ui.spacing_mut().interact_size.y = 24.0;
            ui.add(button)
        })
        .inner;
    ring(ui, colours, &response);
    if response.clicked() {
        remember_focus(ui, &response);
        cx.want(Intent::OpenRecord(line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_passage_is_cut_at_a_sentence_and_a_short_one_not_at_all() {
        let sentence = "One two three four five six seven eight nine ten. ";
        let long = sentence.repeat(12);
        let face = face_of(&long).unwrap();
        assert!(face.split_whitespace().count() <= FACE_WORDS);
        assert!(face.ends_with('.'));
        assert!(long.starts_with(face));
        assert_eq!(face_of(sentence), None);
    }
}
