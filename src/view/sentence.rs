//! Each event of a talk as one sentence, the same in the window and in the terminal.

use crate::language::{Catalogue, arg};
use crate::negotiation::event::Ended;

use super::talk::TalkItem;

/// The sentence for an item; `None` for items shown in several parts: the speaker, moves and answers.
pub fn sentence(catalogue: &Catalogue, item: &TalkItem) -> Option<String> {
    Some(match item {
        TalkItem::Floor { .. } | TalkItem::Move(_) | TalkItem::TheirMove(_) | TalkItem::Answer { .. } => return None,
        TalkItem::Topic(name) => catalogue.msg_with("talk-topic", &[arg("topic", name.as_str())]),
        TalkItem::NoAnswer { moves, reason } => {
            let args = [arg("moves", moves.join("; ")), arg("reason", reason.as_str())];
            catalogue.msg_with("talk-no-answer", &args)
        }
        TalkItem::Answers(label) => catalogue.msg_with("talk-answers-point", &[arg("move", label.as_str())]),
        TalkItem::LetStand { label, place } => let_stand(catalogue, label, place.as_ref()),
        TalkItem::Bar { .. } => return change(catalogue, item),
        TalkItem::Mark(meaning) => catalogue.msg_with("talk-mark", &[arg("meaning", meaning.as_str())]),
        TalkItem::Commitment(text) => text.clone(),
        TalkItem::Prediction { .. } => return prediction(catalogue, item),
        TalkItem::MustFace { name, moves } => {
            let args = [arg("name", name.as_str()), arg("moves", moves.join("; "))];
            catalogue.msg_with("talk-must-face", &args)
        }
        TalkItem::NeverAnswered(label) => catalogue.msg_with("talk-never", &[arg("label", label.as_str())]),
        TalkItem::Waits => catalogue.msg("talk-waits"),
        TalkItem::Ended(ended) => catalogue.msg(match ended {
            Ended::Closed => "ended-closed",
            Ended::Adjourned => "ended-adjourned",
            Ended::OutOfStatements => "ended-out-of-statements",
        }),
    })
}

fn let_stand(catalogue: &Catalogue, label: &str, place: Option<&(String, String)>) -> String {
    let Some((name, place)) = place else {
        return catalogue.msg_with("talk-nothing-new", &[arg("label", label)]);
    };
    let args = [arg("label", label), arg("name", name.as_str()), arg("place", place.as_str())];
    catalogue.msg_with("talk-let-stand", &args)
}

fn change(catalogue: &Catalogue, item: &TalkItem) -> Option<String> {
    let TalkItem::Bar { name, from, to, because, basis, .. } = item else {
        return None;
    };
    let by = i16::from(*to) - i16::from(*from);
    let args = [
        arg("bar", name.as_str()),
        arg("by", format!("{by:+}")),
        arg("to", *to),
        arg("because", because.as_str()),
        arg("basis", basis.as_str()),
    ];
    Some(catalogue.msg_with("talk-bar", &args))
}

fn prediction(catalogue: &Catalogue, item: &TalkItem) -> Option<String> {
    let TalkItem::Prediction { label, predicted, came, right } = item else {
        return None;
    };
    let args = [arg("label", label.as_str()), arg("predicted", predicted.as_str()), arg("came", came.as_str())];
    let key = if *right { "talk-predicted-right" } else { "talk-predicted-wrong" };
    Some(catalogue.msg_with(key, &args))
}
