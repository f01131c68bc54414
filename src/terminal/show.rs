//! Prints the conversation.

use std::io;

use crate::language::arg;
use crate::view::card::RecordCard;
use crate::view::sentence::sentence;
use crate::view::talk::{Badge, Speech, TalkItem, badge};
use crate::view::wording::Wording;

use super::page::{Page, Role};

/// Prints what happened, one item after another.
pub(super) fn items(page: &mut Page<'_>, wording: Wording<'_>, items: &[TalkItem]) -> io::Result<()> {
    items.iter().try_for_each(|item| show(page, wording, item))
}

fn show(page: &mut Page<'_>, wording: Wording<'_>, item: &TalkItem) -> io::Result<()> {
    let catalogue = wording.catalogue;
    match item {
        TalkItem::Floor { statement, name, standing, holds_floor } => {
            let args = [arg("number", *statement), arg("name", name.as_str()), arg("standing", standing.as_str())];
            let key = if standing.is_empty() { "talk-floor" } else { "talk-floor-standing" };
            page.heading(&catalogue.msg_with(key, &args))?;
            if *holds_floor {
                page.paragraph(Role::Quiet, 2, &catalogue.msg("talk-holds-floor"))?;
            }
            Ok(())
        }
        TalkItem::Move(line) => speech(page, wording, Role::Ours, line),
        TalkItem::TheirMove(line) => speech(page, wording, Role::Theirs, line),
        TalkItem::Answer { speech: line, answers, why, idea, .. } => {
            if !answers.is_empty() {
                let args = [arg("moves", answers.join("; "))];
                page.paragraph(Role::Quiet, 2, &catalogue.msg_with("talk-to", &args))?;
            }
            speech(page, wording, Role::Theirs, line)?;
            if let Some(because) = why {
                page.paragraph(Role::Quiet, 4, &catalogue.msg_with("talk-why", &[arg("because", because.as_str())]))?;
            }
            if let Some((term, means)) = idea {
                let args = [arg("term", term.as_str()), arg("means", means.as_str())];
                page.paragraph(Role::Quiet, 4, &catalogue.msg_with("talk-idea", &args))?;
            }
            Ok(())
        }
        other => {
            let told = sentence(catalogue, other).unwrap_or_default();
            match other {
                TalkItem::Topic(_) | TalkItem::Ended(_) => page.heading(&told),
                TalkItem::Bar { .. } | TalkItem::Mark(_) => page.item(Role::Quiet, 2, "· ", &told),
                TalkItem::Commitment(_) => page.item(Role::Plain, 2, "· ", &told),
                TalkItem::Answers(_) => page.paragraph(Role::Quiet, 2, &told),
                TalkItem::MustFace { .. } => page.paragraph(Role::Prompt, 2, &told),
                _ => page.paragraph(Role::Plain, 2, &told),
            }
        }
    }
}

/// Prints a line of speech: name, badge and words. The record's words are in quotation marks; inferences are not.
pub(super) fn speech(page: &mut Page<'_>, wording: Wording<'_>, role: Role, line: &Speech) -> io::Result<()> {
    let catalogue = wording.catalogue;
    let head = catalogue
        .msg_with("speech-head", &[arg("name", line.name.as_str()), arg("badge", badge(catalogue, &line.badge))]);
    page.paragraph(role, 2, &head)?;
    match line.badge {
        Badge::Record { .. } | Badge::Elsewhere { .. } => {
            page.paragraph(Role::Plain, 4, &format!("“{}”", line.words))?;
        }
        Badge::Inference { .. } | Badge::Indirect { .. } => {
            page.paragraph(Role::Inference, 4, &line.words)?;
        }
    }
    if let Some(plain) = &line.plain {
        page.paragraph(Role::Quiet, 4, &catalogue.msg_with("speech-plain", &[arg("plain", plain.as_str())]))?;
    }
    if line.milestone_open {
        page.paragraph(Role::Quiet, 4, &catalogue.msg("speech-milestone-open"))?;
    }
    Ok(())
}

/// Prints a record card in full.
pub(super) fn card(page: &mut Page<'_>, wording: Wording<'_>, card: &RecordCard) -> io::Result<()> {
    let catalogue = wording.catalogue;
    let head = [arg("label", card.label.as_str()), arg("case", catalogue.msg(card.case.key()))];
    page.paragraph(Role::Heading, 2, &catalogue.msg_with("card-head", &head))?;
    for line in &card.said {
        let args = [
            arg("speaker", line.speaker.as_str()),
            arg("place", line.place.as_str()),
            arg("words", line.words.as_str()),
        ];
        page.item(Role::Plain, 4, "", &catalogue.msg_with("card-said", &args))?;
    }
    for line in &card.heard {
        let args = [
            arg("speaker", line.speaker.as_str()),
            arg("place", line.place.as_str()),
            arg("pairing", line.pairing.as_str()),
            arg("words", if line.heard { catalogue.msg("card-heard-above") } else { format!("“{}”", line.words) }),
        ];
        page.item(Role::Plain, 4, "", &catalogue.msg_with("card-heard", &args))?;
    }
    for note in &card.notes {
        page.item(Role::Quiet, 4, "", note)?;
    }
    Ok(())
}
