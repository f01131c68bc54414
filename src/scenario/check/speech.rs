//! Checks that words in quotation marks are in a source, wherever a text has somebody say something.

use std::ops::Range;

use super::texts::{Text, whole_words};
use super::{Checker, error, word_count};
use crate::scenario::limits::QUOTATION_WORDS;
use crate::scenario::proof::{Effort, Folded, difference};
use crate::scenario::terms::Speech;

/// Verbs that introduce speech.
const SAYS: [&str; 12] = [
    "says", "said", "asks", "asked", "answers", "answered", "replies", "replied", "adds", "added", "declares",
    "declared",
];

pub(super) fn check<'d>(checker: &mut Checker<'d>, texts: &[Text<'d>]) {
    let draft = checker.draft;
    // In an invented talk people may say anything. A source that couldn't be read has been reported already.
    let is_unread = draft.scenario.speech == Speech::Recorded && draft.sources.is_empty();
    if draft.scenario.speech == Speech::Invented || is_unread {
        return;
    }
    let sources: Vec<Folded> = draft.sources.iter().map(|source| Folded::new(source.text())).collect();
    let all: usize = sources.iter().map(Folded::length).sum();
    let mut effort = Effort::default();
    // Quotation marks in an inference or in indirect speech have been reported already.
    for text in texts.iter().filter(|text| !["inference", "indirect speech"].contains(&text.what)) {
        let quoted = quoted(text.text);
        for range in &quoted {
            let words = text.text.get(range.clone()).unwrap_or_default();
            if !effort.take(all / 8 + words.len()) {
                return give_up(checker, text, range.clone());
            }
            let least = if is_announced(text.text, range.start) { 1 } else { QUOTATION_WORDS };
            if word_count(words) >= least && !is_in(&sources, words) {
                not_in_sources(checker, text, &sources, range.clone(), &mut effort);
            }
        }
        for range in announced(text.text) {
            let words = text.text.get(range.clone()).unwrap_or_default();
            if !effort.take(all / 8 + words.len()) {
                return give_up(checker, text, range);
            }
            let is_quoted = quoted.iter().any(|quoted| quoted.start <= range.end && range.start <= quoted.end);
            if !is_quoted && word_count(words) >= QUOTATION_WORDS && !is_in(&sources, words) {
                let message = format!("this {} has somebody speak in words that are in no source", text.what);
                let place = checker.locate(text, range);
                checker.push(error("WCW113", place, message, "report what is said: says that ..."));
            }
        }
    }
}

/// A quotation without punctuation at its ends, which may belong to the sentence that quotes it.
fn core(words: &str) -> &str {
    words.trim_matches(|c: char| c.is_whitespace() || ",.;:!?\u{2026}".contains(c))
}

/// Whether one of the sources contains these words. A quotation with an ellipsis ("we ... wait") has to match part by
/// part, in order.
fn is_in(sources: &[Folded], words: &str) -> bool {
    let words = words.replace("[...]", "...").replace('\u{2026}', "...");
    let parts: Vec<&str> = words.split("...").map(core).collect();
    sources.iter().any(|source| source.holds(&parts))
}

/// Says that what follows is not compared with the sources.
fn give_up(checker: &mut Checker<'_>, text: &Text<'_>, range: Range<usize>) {
    let place = checker.locate(text, range);
    let message =
        "there is more in quotation marks than can be compared with the sources; it is not checked from here on";
    checker.push(error("WCW037", place, message, "quote less in texts, or leave out what is not quoted of a source"));
}

fn not_in_sources(
    checker: &mut Checker<'_>,
    text: &Text<'_>,
    sources: &[Folded],
    range: Range<usize>,
    effort: &mut Effort,
) {
    let words = core(text.text.get(range.clone()).unwrap_or_default());
    let found = sources.iter().filter_map(|source| source.nearest(words, effort));
    let nearest = found.max_by_key(|(share, _)| *share);
    let help = match nearest {
        Some((share, found)) if share >= 50 => {
            format!("a source has: {found}\n      difference: {}", difference(words, &found))
        }
        _ => "quote a source word for word, or report the words without quotation marks".to_owned(),
    };
    let message = format!("the words in quotation marks in this {} are in no source", text.what);
    let place = checker.locate(text, range);
    checker.push(error("WCW112", place, message, &help));
}

/// Byte ranges between quotation marks of any kind.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut before = None;
    // Where nothing closes one kind of mark, nothing closes the later ones: the rest is not looked through again for each.
    let mut never_closed = [false; 4];
    while let Some((at, c)) = chars.next() {
        let start = at + c.len_utf8();
        let kind = match c {
            '"' => 0,
            '\u{201c}' | '\u{201e}' => 1,
            '\u{ab}' => 2,
            '\u{2018}' | '\'' if begins_single(text, start, before) => 3,
            _ => never_closed.len(),
        };
        before = Some(c);
        let Some(never) = never_closed.get_mut(kind).filter(|never| !**never) else { continue };
        let end = match kind {
            0 => closing(text, start, &['"', '\u{201d}']),
            1 => closing(text, start, &['\u{201d}', '\u{201c}', '"']),
            2 => closing(text, start, &['\u{bb}']),
            _ => single(text, start),
        };
        *never = end.is_none();
        let Some(end) = end else { continue };
        found.push(start..end);
        while chars.peek().is_some_and(|(at, _)| *at <= end) {
            before = chars.next().map(|(_, c)| c);
        }
    }
    found
}

fn closing(text: &str, start: usize, marks: &[char]) -> Option<usize> {
    let rest = text.get(start..)?;
    rest.find(|c| marks.contains(&c)).map(|at| start + at)
}

/// Whether a single mark is at the head of a word. A mark between letters is an apostrophe.
fn begins_single(text: &str, start: usize, before: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !letter(before) && letter(text.get(start..).and_then(|rest| rest.chars().next()))
}

/// The end of a passage in single quotation marks. A mark between letters is an apostrophe.
fn single(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let ends = rest
        .match_indices(['\u{2019}', '\''])
        .find(|(at, mark)| !letter(rest.get(at + mark.len()..).and_then(|t| t.chars().next())));
    ends.map(|(at, _)| start + at)
}

/// Whether a verb of saying, with a comma or colon, comes just before a quotation.
fn is_announced(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',' && c != ':');
    let Some(before) = before.strip_suffix([',', ':']) else {
        return false;
    };
    SAYS.iter().any(|verb| before.ends_with(verb))
}

/// Byte ranges of the sentences that follow `says: `.
fn announced(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for verb in SAYS {
        for range in whole_words(text, verb) {
            let rest = text.get(range.end..).unwrap_or_default();
            let Some(speech) = rest.strip_prefix(": ") else {
                continue;
            };
            if !speech.chars().next().is_some_and(char::is_uppercase) {
                continue;
            }
            let start = range.end + 2;
            let length = speech.find(['.', '!', '?']).unwrap_or(speech.len());
            found.push(start..start + length);
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        quoted(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn all_quotation_marks_are_recognised_but_apostrophes_are_not() {
        assert_eq!(words("He said \"we can wait\" twice."), ["we can wait"]);
        assert_eq!(words("He said \u{201c}we can wait\u{201d}."), ["we can wait"]);
        assert_eq!(words("\u{ab}we can wait\u{bb}"), ["we can wait"]);
        assert_eq!(words("He said 'we can't wait' once."), ["we can't wait"]);
        assert_eq!(words("\u{2018}we can\u{2019}t wait\u{2019}, he said"), ["we can\u{2019}t wait"]);
        assert!(words("the hosts' own words and the guests' words").is_empty());
        assert!(words("Japan's ministers don't say").is_empty());
    }

    #[test]
    fn speech_after_a_colon_extends_to_the_end_of_its_sentence() {
        let text = "The host answers: We shall see about that. Then he says: nothing.";
        let found: Vec<&str> = announced(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["We shall see about that"]);
        assert!(is_announced("He said, \"No\"", 9));
        assert!(!is_announced("the so-called \"thaw\"", 14));
    }
}
