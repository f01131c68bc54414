//! What has just come of a statement, as one text that is read aloud: in the order in which it stands on the screen.

use crate::language::{Catalogue, arg};

use super::sentence::sentence;
use super::talk::{Speech, TalkItem, badge};

/// What the other side said of it, what it did not say, and what follows for the next statement. What one said oneself, and how
/// the room took it, can be read on the screen.
pub fn aloud(words: &Catalogue, items: &[TalkItem]) -> String {
    let told = items.iter().filter_map(|item| match item {
        TalkItem::TheirMove(speech) | TalkItem::Answer { speech, .. } => Some(said(words, speech)),
        TalkItem::Floor { .. } | TalkItem::Move(_) | TalkItem::Bar { .. } | TalkItem::Mark(_) | TalkItem::Topic(_) => {
            None
        }
        other => sentence(words, other),
    });
    told.collect::<Vec<_>>().join(" ")
}

fn said(words: &Catalogue, speech: &Speech) -> String {
    let args = [
        arg("name", speech.name.as_str()),
        arg("words", speech.words.as_str()),
        arg("badge", badge(words, &speech.badge)),
    ];
    words.msg_with("spoken-answer", &args)
}
