//! The reaction to a statement as one text for reading aloud, in the order it appears on the screen.

use crate::language::{Catalogue, arg};

use super::sentence::sentence;
use super::talk::{Speech, TalkItem, badge};

/// What the other side said, what it left unanswered, and what that means for the next statement. Leaves out the
/// player's own statement and the changes to the room, which are on the screen.
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
