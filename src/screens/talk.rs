//! The conversation as it grows: each line with its speaker and badge.

use egui::{Align, Button, CornerRadius, Label, RichText, Stroke, Ui};

use crate::language::arg;
use crate::negotiation::event::PointIndex;
use crate::view::intent::Intent;
use crate::view::sentence::sentence;
use crate::view::talk::{Badge, Speech, TalkItem};
use crate::view::why::WhyView;
use crate::view::window::TurnView;

use super::parts::{Kit, barred, button, fold, inferred, left_by, paragraph, quiet, ring, typed};
use super::theme::{self, font};

/// Words of speech on the face of an answer; the rest is a click away.
const FACE_WORDS: usize = 80;

/// The whole conversation. `newest` is the turn that has not been seen yet: it is scrolled to.
/// `whys` are what is told of answers that were asked about; without it nothing can be asked.
pub(super) fn talk_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    turns: &[TurnView],
    newest: Option<usize>,
    whys: Option<&[WhyView]>,
) {
    for (number, turn) in turns.iter().enumerate() {
        let response = ui.scope(|ui| {
            for (index, item) in turn.items.iter().enumerate() {
                ui.push_id((number, index), |ui| item_ui(ui, kit, item, whys));
            }
        });
        if newest == Some(number) {
            let mut top = response.response.rect;
            top.set_height(20.0);
            ui.scroll_to_rect(top, Some(Align::TOP));
        }
    }
}

fn item_ui(ui: &mut Ui, kit: &mut Kit<'_>, item: &TalkItem, whys: Option<&[WhyView]>) {
    match item {
        TalkItem::Floor {
            statement,
            name,
            standing,
            holds_floor,
        } => floor_ui(ui, kit, *statement, name, standing, *holds_floor),
        TalkItem::Move(speech) => speech_ui(ui, kit, speech, kit.colours.ours),
        TalkItem::TheirMove(speech) => speech_ui(ui, kit, speech, kit.colours.theirs),
        TalkItem::Answer {
            speech,
            answers,
            why,
            points,
            idea,
        } => {
            answer_ui(ui, kit, speech, answers, why.as_deref(), idea.as_ref());
            if let Some(whys) = whys.filter(|_| !points.is_empty()) {
                why_ui(ui, kit, points, whys);
            }
        }
        other => told_ui(ui, kit, other),
    }
}

/// What is told in one sentence.
fn told_ui(ui: &mut Ui, kit: &Kit<'_>, item: &TalkItem) {
    let Some(told) = sentence(kit.words, item) else {
        return;
    };
    match item {
        TalkItem::Topic(_) => {
            ui.add_space(8.0);
            let text = RichText::new(told).font(font(14.0, theme::plain_strong()));
            ui.label(text.color(kit.colours.theirs));
        }
        TalkItem::Commitment(_) => {
            let text = RichText::new(told).font(font(14.5, theme::plain_strong()));
            ui.add(Label::new(text).wrap());
        }
        TalkItem::Prediction { .. } => {
            paragraph(ui, &told);
        }
        TalkItem::MustFace { .. } => {
            let text = RichText::new(told).color(kit.colours.theirs);
            ui.add(Label::new(text).wrap());
        }
        TalkItem::Ended(_) => {
            ui.add_space(10.0);
            ui.label(RichText::new(told).font(font(18.0, theme::strong())));
        }
        _ => {
            quiet(ui, kit.colours, &told);
        }
    }
}

fn floor_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    statement: u32,
    name: &str,
    standing: &str,
    holds_floor: bool,
) {
    ui.add_space(14.0);
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        let args = [arg("number", statement), arg("name", name)];
        let text = kit.msg_with("window-floor", &args);
        ui.label(RichText::new(text).font(font(17.0, theme::strong())));
        quiet(ui, kit.colours, standing);
    });
    if holds_floor {
        quiet(ui, kit.colours, &kit.msg("talk-holds-floor"));
    }
}

fn answer_ui(
    ui: &mut Ui,
    kit: &mut Kit<'_>,
    speech: &Speech,
    answers: &[String],
    why: Option<&str>,
    idea: Option<&(String, String)>,
) {
    if !answers.is_empty() {
        let args = [arg("moves", answers.join("; "))];
        quiet(ui, kit.colours, &kit.msg_with("talk-to", &args));
    }
    speech_ui(ui, kit, speech, kit.colours.theirs);
    if let Some(because) = why {
        let args = [arg("because", because)];
        quiet(ui, kit.colours, &kit.msg_with("talk-why", &args));
    }
    if let Some((term, means)) = idea {
        let args = [arg("term", term.as_str()), arg("means", means.as_str())];
        let text = RichText::new(kit.msg_with("talk-idea", &args));
        ui.add(Label::new(text.small().color(kit.colours.ours)).wrap());
    }
}

/// Asks why an answer came, and tells it when it was asked.
fn why_ui(ui: &mut Ui, kit: &mut Kit<'_>, points: &[PointIndex], whys: &[WhyView]) {
    if button(ui, &kit.msg("why-ask")).clicked() {
        kit.want(Intent::Why(points.to_vec()));
    }
    for view in whys.iter().filter(|view| points.contains(&view.point)) {
        barred(ui, kit.colours.quiet, |ui| {
            let title = kit.msg_with("why-title", &[arg("move", view.label.as_str())]);
            ui.label(RichText::new(title).font(font(14.5, theme::plain_strong())));
            for line in view.lines() {
                ui.add(Label::new(line).wrap());
            }
        });
    }
}

/// A line of speech: name and badge, the words, and in plain words where there are some.
pub(super) fn speech_ui(ui: &mut Ui, kit: &mut Kit<'_>, speech: &Speech, colour: egui::Color32) {
    barred(ui, colour, |ui| {
        ui.horizontal_wrapped(|ui| {
            let name = RichText::new(&speech.name).font(font(15.0, theme::plain_strong()));
            ui.label(name.color(colour));
            badge_ui(ui, kit, speech);
        });
        match speech.badge {
            Badge::Record { .. } | Badge::Elsewhere { .. } => quotation_ui(ui, kit, &speech.words),
            Badge::Inference { .. } | Badge::Indirect { .. } => {
                inferred(ui, &speech.words);
            }
        }
        if let Some(plain) = &speech.plain {
            let args = [arg("plain", plain.as_str())];
            quiet(ui, kit.colours, &kit.msg_with("speech-plain", &args));
        }
        if speech.milestone_open {
            quiet(ui, kit.colours, &kit.msg("speech-milestone-open"));
        }
        if let Badge::Inference { from } = &speech.badge
            && !from.is_empty()
        {
            let title = RichText::new(kit.msg("window-reasoned-from")).small();
            fold(ui, kit.colours, title, |ui| {
                for basis in from {
                    quiet(ui, kit.colours, basis);
                }
            });
        }
    });
}

/// Verbatim words. A long passage shows its beginning, and all of it at a click.
fn quotation_ui(ui: &mut Ui, kit: &Kit<'_>, words: &str) {
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
    let key = if open {
        "window-shorter"
    } else {
        "window-whole-passage"
    };
    if button(ui, &kit.msg(key)).clicked() {
        open = !open;
        ui.data_mut(|data| data.insert_temp(id, open));
    }
}

/// The beginning of a passage that is longer than its face: whole sentences where there are some, and at most so many words.
fn face_of(words: &str) -> Option<&str> {
    let mut starts = words
        .char_indices()
        .zip(words.chars().skip(1))
        .filter(|((_, before), after)| before.is_whitespace() && !after.is_whitespace())
        .map(|((at, _), _)| at);
    let cut = starts.nth(FACE_WORDS - 1)?;
    let head = words.get(..cut)?;
    let sentence = head.rfind(". ").map(|at| at + 1);
    // Half a face at least: better a cut sentence than hardly any words.
    let sentence = sentence.filter(|at| at * 2 > cut);
    head.get(..sentence.unwrap_or(cut)).map(str::trim_end)
}

fn badge_ui(ui: &mut Ui, kit: &mut Kit<'_>, speech: &Speech) {
    let text = kit.badge(&speech.badge);
    let text = RichText::new(text).font(font(12.5, theme::plain_strong()));
    let colours = kit.colours;
    let Some(line) = speech.line else {
        let label = text.color(colours.quiet).italics();
        ui.add(Label::new(label).wrap());
        return;
    };
    let button = Button::new(text.color(colours.ink))
        .wrap()
        .fill(colours.field)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(CornerRadius::same(2));
    let response = ui.add(button);
    ring(ui, colours, &response);
    if response.clicked() {
        left_by(ui, &response);
        kit.want(Intent::OpenRecord(line));
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
