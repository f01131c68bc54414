//! Describes a case of a talk in words, for messages.

use super::invariants::{Compared, Number, Question};
use super::solver::Literal;
use crate::scenario::terms::{Bar, CommitmentKind};

/// A case in words, to follow "when"; empty if there is nothing to say.
pub(super) fn case(question: &Question<'_, '_>, literals: &[Literal]) -> String {
    let parts: Vec<String> =
        literals.iter().filter_map(|(atom, truth)| Some(part(question.compared(*atom)?, *truth))).collect();
    match parts.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn part(compared: Compared<'_>, truth: bool) -> String {
    let (number, least) = match compared {
        Compared::AtLeast(number, least) => (number, least),
        Compared::Left(left) => {
            let bound = if truth { "at most" } else { "more than" };
            return format!("{bound} {left} statements are left");
        }
        Compared::Speaker(person) if truth => return format!("\"{person}\" makes it"),
        Compared::Speaker(person) => return format!("somebody other than \"{person}\" makes it"),
    };
    match number {
        Number::Bar(bar) if truth => format!("{} is at least {least}", name_of(bar)),
        Number::Bar(bar) => format!("{} is below {least}", name_of(bar)),
        Number::Made(id) => format!("\"{id}\" {} been made{}", has(truth), often(least, truth)),
        Number::Times => format!("it {} been made{}", has(truth), often(least, truth)),
        Number::Raised(id) => format!("\"{id}\" {} been raised{}", has(truth), often(least, truth)),
        Number::Statements if truth => format!("at least {least} statements were made"),
        Number::Statements => format!("fewer than {least} statements were made"),
        Number::OneVoice if truth => format!("one person made the last {least} statements"),
        Number::OneVoice => format!("several people made the last {least} statements"),
        Number::Said(id) if least > 1 => format!("\"{id}\" {} said before", was(truth)),
        Number::Said(id) => format!("\"{id}\" {} been said", has(truth)),
        Number::Given(id) => format!("\"{id}\" {} been given", has(truth)),
        Number::Opened(id) => format!("the other side {} spoken on \"{id}\"", has(truth)),
        Number::Marked(id) => format!("\"{id}\" {} marked", is(truth)),
        Number::JustRaised(id) => format!("\"{id}\" {} just raised", was(truth)),
        Number::Open(id) => format!("a point on \"{id}\" {} open", is(truth)),
        Number::NothingOpen if truth => "no older point is open".to_owned(),
        Number::NothingOpen => "an older point is open".to_owned(),
        Number::JustMade => format!("it {} just made", was(truth)),
        Number::Opening if truth => "it belongs to the opening".to_owned(),
        Number::Opening => "it comes after the opening".to_owned(),
        Number::Committed(party, kind, issue) => {
            format!("{} by \"{party}\" on \"{issue}\" {} on the table", kind_of(kind), is(truth))
        }
        Number::Never => "this can be asked here".to_owned(),
    }
}

pub(super) const fn name_of(bar: Bar) -> &'static str {
    match bar {
        Bar::Trust => "trust",
        Bar::OwnFace => "the player's face",
        Bar::TheirFace => "the other side's face",
        Bar::OwnPatience => "the player's patience",
        Bar::TheirPatience => "the other side's patience",
        Bar::Home => "the support at home",
    }
}

const fn kind_of(kind: CommitmentKind) -> &'static str {
    match kind {
        CommitmentKind::Precondition => "a precondition",
        CommitmentKind::Promise => "a promise",
        CommitmentKind::Hint => "a hint",
        CommitmentKind::OpenDoor => "an open door",
        CommitmentKind::Refusal => "a refusal",
        CommitmentKind::Offer => "an offer",
    }
}

const fn has(truth: bool) -> &'static str {
    if truth { "has" } else { "has not" }
}

const fn is(truth: bool) -> &'static str {
    if truth { "is" } else { "is not" }
}

const fn was(truth: bool) -> &'static str {
    if truth { "was" } else { "was not" }
}

fn often(least: u32, truth: bool) -> String {
    match (least, truth) {
        (0 | 1, _) => String::new(),
        (2, true) => " twice".to_owned(),
        (2, false) => " a second time".to_owned(),
        (_, true) => format!(" {least} times"),
        (_, false) => format!(" {least} times yet"),
    }
}
