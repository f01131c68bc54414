//! Checks quotations: the exact words, at the place the author names.
//!
//! A quotation is **exact** if its bytes appear on the named line exactly once. It is **typographic** if it matches
//! after white space, straight and curly quotation marks, dashes and ellipses are folded. Case and wording are never
//! folded. Any other difference makes it **altered**.

use similar::{ChangeTag, TextDiff};

use super::limits::{QUOTATION_STEPS, QUOTED_BYTES};
use super::source::Source;

/// The result of checking a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Found byte for byte, exactly once. Holds the byte range in the source.
    Exact(std::ops::Range<usize>),
    /// Equal except for typography. Holds the source's own words.
    Typographic(String),
    /// Not found. Holds the closest passage of the source.
    Altered {
        /// The source's words.
        nearest: String,
        line: u32,
        /// Word-by-word difference between quotation and source: `[-quoted-]{+source+}`.
        difference: String,
    },
    /// Not there. The nearest words were not looked for, because too many steps had been taken for quotations before.
    NotSearched,
    /// The lines have more bytes than a quotation is looked for in.
    TooLong(usize),
    /// Exact, but on another line: the first of them, and whether it is the only one.
    Elsewhere { line: u32, only: bool },
    /// More than once on the line.
    Ambiguous,
    /// The source has no such line.
    NoSuchLine,
    /// The quotation has no words.
    Empty,
}

impl Verdict {
    /// Stable key, used in machine-readable output.
    pub const fn key(&self) -> &'static str {
        match self {
            Verdict::Exact(_) => "exact",
            Verdict::Typographic(_) => "typographic",
            Verdict::Altered { .. } => "altered",
            Verdict::NotSearched => "not-searched",
            Verdict::TooLong(_) => "too-long",
            Verdict::Elsewhere { .. } => "elsewhere",
            Verdict::Ambiguous => "ambiguous",
            Verdict::NoSuchLine => "no-such-line",
            Verdict::Empty => "empty",
        }
    }
}

/// Steps that may still be taken to say what is wrong with quotations. It counts steps and not time, so that the same scenario
/// has the same faults on every machine.
#[derive(Debug, Clone)]
pub struct Effort(usize);

impl Default for Effort {
    fn default() -> Self {
        Self(QUOTATION_STEPS)
    }
}

impl Effort {
    /// Takes these steps; `false` when so many are not left.
    pub(super) fn take(&mut self, steps: usize) -> bool {
        match self.0.checked_sub(steps) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => false,
        }
    }
}

/// Proves words at a line, or across lines where a page break cuts the passage (then a break may be between any two words). What
/// it takes to say what is wrong is subtracted from `effort`; whether a quotation is exact never depends on it.
pub fn prove(source: &Source, line: u32, to_line: u32, words: &str, effort: &mut Effort) -> Verdict {
    if words.trim().is_empty() {
        return Verdict::Empty;
    }
    let (Some(first), Some(last)) = (source.line_range(line), source.line_range(to_line.max(line))) else {
        return Verdict::NoSuchLine;
    };
    let section = first.start..last.end;
    if section.len() > QUOTED_BYTES {
        return Verdict::TooLong(section.len());
    }
    let text = source.text().get(section.clone()).unwrap_or_default();
    let mut found = text.match_indices(words).map(|(at, _)| at);
    match (found.next(), found.next()) {
        (Some(at), None) => {
            let start = section.start + at;
            return Verdict::Exact(start..start + words.len());
        }
        (Some(_), Some(_)) => return Verdict::Ambiguous,
        (None, _) => {}
    }
    let cuts = if to_line > line { words.matches(' ').count() } else { 0 };
    if !effort.take((1 + cuts) * text.len() + words.len()) {
        return Verdict::NotSearched;
    }
    if to_line > line
        && let Some(range) = across_break(text, words)
    {
        return Verdict::Exact(section.start + range.start..section.start + range.end);
    }
    if let Some(found) = typographic(text, words) {
        return Verdict::Typographic(found);
    }
    if !effort.take(source.text().len() / BYTES_IN_A_STEP) {
        return Verdict::NotSearched;
    }
    let mut elsewhere = (1..=source.line_count()).filter(|n| source.line(*n).is_some_and(|l| l.contains(words)));
    if let Some(line) = elsewhere.next() {
        return Verdict::Elsewhere { line, only: elsewhere.next().is_none() };
    }
    altered(source, line, text, words, effort).unwrap_or(Verdict::NotSearched)
}

/// Bytes that are compared in one step where only exact words are looked for.
const BYTES_IN_A_STEP: usize = 8;

/// Finds the words with a page break (line ends and empty lines) in place of one of their spaces.
fn across_break(text: &str, words: &str) -> Option<std::ops::Range<usize>> {
    let (head, tail) = words
        .match_indices(' ')
        .map(|(at, _)| (words.get(..at).unwrap_or_default(), words.get(at + 1..).unwrap_or_default()))
        .find(|(head, tail)| broken_at(text, head, tail).is_some())?;
    broken_at(text, head, tail)
}

fn broken_at(text: &str, head: &str, tail: &str) -> Option<std::ops::Range<usize>> {
    text.match_indices(head).find_map(|(start, _)| {
        let rest = text.get(start + head.len()..)?;
        let after = rest.trim_start();
        let gap = rest.len() - after.len();
        let is_break = rest.get(..gap).is_some_and(|gap| gap.contains('\n'));
        let end = start + head.len() + gap + tail.len();
        (is_break && after.starts_with(tail)).then_some(start..end)
    })
}

/// Folds a character to its plain form; `None` if it has no other form.
fn fold(c: char) -> Option<&'static str> {
    match c {
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => Some("\""),
        '\u{2018}' | '\u{2019}' => Some("'"),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some("-"),
        '\u{2026}' => Some("..."),
        '\u{ad}' => Some(""),
        _ => None,
    }
}

/// Folds a text. The second value maps each byte of the folded text to the byte of the original it came from.
fn folded(text: &str) -> (String, Vec<usize>) {
    let mut out = String::new();
    let mut origins = Vec::new();
    for (at, c) in text.char_indices() {
        let from = out.len();
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else if let Some(folded) = fold(c) {
            out.push_str(folded);
        } else {
            out.push(c);
        }
        origins.resize(origins.len() + out.len() - from, at);
    }
    origins.push(text.len());
    (out, origins)
}

fn typographic(text: &str, words: &str) -> Option<String> {
    let (folded_text, origins) = folded(text);
    let (folded_words, _) = folded(words);
    let wanted = folded_words.trim();
    let at = folded_text.find(wanted)?;
    let (start, end) = (*origins.get(at)?, *origins.get(at + wanted.len())?);
    text.get(start..end).map(str::to_owned)
}

/// A whole text with its typography folded, for searching.
pub(super) struct Folded {
    text: String,
}

impl Folded {
    /// Folds a text.
    pub(super) fn new(text: &str) -> Self {
        Self { text: folded(text).0 }
    }

    /// Whether the text contains all these parts in this order, ignoring typography.
    pub(super) fn holds(&self, parts: &[&str]) -> bool {
        let mut rest = self.text.as_str();
        parts.iter().all(|part| {
            let (part, _) = folded(part);
            let part = part.trim();
            let found = rest.find(part);
            rest = found.map_or("", |at| rest.get(at + part.len()..).unwrap_or_default());
            found.is_some()
        })
    }

    /// Bytes.
    pub(super) const fn length(&self) -> usize {
        self.text.len()
    }

    /// The passage of the same length that has most of the words at their place, with their share in per cent. `None` also where
    /// it would take too many steps.
    pub(super) fn nearest(&self, words: &str, effort: &mut Effort) -> Option<(usize, String)> {
        effort.take(self.text.len() / 2 * (words.split_whitespace().count() + 1)).then_some(())?;
        let (words, _) = folded(words);
        let wanted: Vec<&str> = words.split_whitespace().collect();
        let text: Vec<&str> = self.text.split_whitespace().collect();
        let common = |window: &[&str]| window.iter().zip(&wanted).filter(|(a, b)| a == b).count();
        let windows = text.windows(wanted.len().max(1)).enumerate();
        let best = windows.max_by_key(|(at, window)| (common(window), std::cmp::Reverse(*at)))?;
        Some((common(best.1) * 100 / wanted.len().max(1), best.1.join(" ")))
    }
}

/// The passage of the named lines that comes nearest; where hardly a word of it agrees, that of the whole source.
fn altered(source: &Source, line: u32, text: &str, words: &str, effort: &mut Effort) -> Option<Verdict> {
    let quoted: Vec<&str> = words.split_whitespace().collect();
    // Every two letters of a text may be a word.
    let steps = |text: &str| (text.len() / 2 + 1) * (quoted.len() + 1);
    effort.take(steps(text)).then_some(())?;
    let here = closest(text, &quoted);
    let mut best = (here, if source.line(line).is_some() { line } else { 1 });
    if best.0.1 * 2 > quoted.len() {
        effort.take((source.word_count() + 1) * (quoted.len() + 1)).then_some(())?;
        for other in 1..=source.line_count() {
            let found = closest(source.line(other).unwrap_or_default(), &quoted);
            if found.1 < best.0.1 {
                best = (found, other);
            }
        }
    }
    let ((nearest, _), line) = best;
    let nearest = cut_like(nearest, words);
    effort.take(words.len() * nearest.len()).then_some(())?;
    let difference = difference(words, nearest);
    Some(Verdict::Altered { nearest: nearest.to_owned(), line, difference })
}

/// Trims punctuation from the ends of a passage where the quotation has none, because leaving out a full stop doesn't
/// alter a quotation.
fn cut_like<'t>(passage: &'t str, words: &str) -> &'t str {
    let mark = |c: char| !c.is_alphanumeric();
    let passage = match words.chars().next() {
        Some(first) if !mark(first) => passage.trim_start_matches(mark),
        _ => passage,
    };
    match words.chars().next_back() {
        Some(last) if !mark(last) => passage.trim_end_matches(mark),
        _ => passage,
    }
}

/// The passage of a text with the fewest word edits to the quotation, and the number of edits. Uses the approximate
/// search of Sellers (1980).
fn closest<'t>(text: &'t str, quoted: &[&str]) -> (&'t str, usize) {
    let words: Vec<&str> = text.split_whitespace().collect();
    // For each number of quoted words: the fewest edits up to here, and the index of the passage's first word.
    let mut row: Vec<(usize, usize)> = (0..=quoted.len()).map(|changes| (changes, 0)).collect();
    let mut best = (quoted.len(), 0, 0);
    for (at, word) in words.iter().enumerate() {
        let mut last = (0, at + 1);
        let mut diagonal = std::mem::replace(row.first_mut().unwrap_or(&mut (0, 0)), last);
        for (slot, quoted) in row.iter_mut().skip(1).zip(quoted) {
            let changed = (diagonal.0 + usize::from(word != quoted), diagonal.1);
            let skipped = (slot.0 + 1, slot.1);
            let added = (last.0 + 1, last.1);
            diagonal = *slot;
            *slot = changed.min(skipped).min(added);
            last = *slot;
        }
        // Of equally close passages, prefer the one closest in length.
        let length = |from: usize, to: usize| (to - from).abs_diff(quoted.len());
        if (last.0, length(last.1, at + 1)) < (best.0, length(best.1, best.2)) {
            best = (last.0, last.1, at + 1);
        }
    }
    let (changes, from, to) = best;
    let address = |word: &&str| word.as_ptr().addr() - text.as_ptr().addr();
    let start = words.get(from).map(address);
    let end = to.checked_sub(1).and_then(|last| words.get(last));
    let end = end.map(|word| address(word) + word.len());
    let passage = start.zip(end).and_then(|(start, end)| text.get(start..end));
    (passage.unwrap_or_default(), changes)
}

/// Word-by-word difference between quotation and source: `[-quoted-]{+source+}`.
pub fn difference(quoted: &str, source: &str) -> String {
    let diff = TextDiff::from_words(quoted, source);
    let mut out = String::new();
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => out.push_str(change.value()),
            ChangeTag::Delete => out.push_str(&format!("[-{}-]", change.value())),
            ChangeTag::Insert => out.push_str(&format!("{{+{}+}}", change.value())),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::draft::SourceFileDraft;
    use crate::scenario::place::Written;

    fn prove(source: &Source, line: u32, to_line: u32, words: &str) -> Verdict {
        super::prove(source, line, to_line, words, &mut Effort::default())
    }

    fn source(text: &str) -> Source {
        let sidecar = SourceFileDraft {
            id: Written::unplaced("s"),
            file: String::new(),
            sha256: Written::default(),
            citation: Written::default(),
            credits: String::new(),
            rights: String::new(),
            url: String::new(),
            turns: Vec::new(),
            notes: Vec::new(),
        };
        Source::new(&sidecar, text.to_owned())
    }

    #[test]
    fn exact_words_are_found_once_on_their_line() {
        let source = source("one\nWe can wait. We wait.\n");
        assert_eq!(prove(&source, 2, 2, "We can wait."), Verdict::Exact(4..16));
        assert_eq!(prove(&source, 2, 2, "wait."), Verdict::Ambiguous);
        assert_eq!(prove(&source, 1, 1, "We can wait."), Verdict::Elsewhere { line: 2, only: true });
        assert_eq!(prove(&source, 9, 9, "one"), Verdict::NoSuchLine);
        assert_eq!(prove(&source, 0, 0, "one"), Verdict::NoSuchLine);
        assert_eq!(prove(&source, 1, 1, "  "), Verdict::Empty);
    }

    #[test]
    fn one_altered_letter_shows_the_words_of_the_source() {
        let source = source("If they do not want to, then we will say we will wait. We can wait.");
        let Verdict::Altered { nearest, difference, .. } = prove(&source, 1, 1, "We can vait.") else {
            panic!("it was let through");
        };
        assert_eq!(nearest, "We can wait.");
        assert_eq!(difference, "We can [-vait.-]{+wait.+}");
    }

    #[test]
    fn a_word_left_out_or_put_in_shows_the_whole_passage() {
        let source = source("First. We ask that the mill stands still on Sundays. Then more.");
        for quoted in [
            "We ask that mill stands still on Sundays.",
            "We ask that the old mill stands still on Sundays.",
            "We ask that the mill stand still on Sundays.",
        ] {
            let Verdict::Altered { nearest, .. } = prove(&source, 1, 1, quoted) else {
                panic!("it was let through");
            };
            assert_eq!(nearest, "We ask that the mill stands still on Sundays.");
        }
    }

    #[test]
    fn altered_words_of_another_line_are_found_there() {
        let source = source("Something else is said here.\nWe ask that the mill stands still.");
        let verdict = prove(&source, 1, 1, "We ask that a mill stands still.");
        assert!(matches!(verdict, Verdict::Altered { line: 2, .. }), "{verdict:?}");
    }

    #[test]
    fn a_full_stop_that_was_left_out_is_no_difference() {
        let source = source("He said: \u{201c}of ten carts on the ford nine are ours.\u{201d}\n");
        let verdict = prove(&source, 1, 1, "of ten carts at the ford nine are ours");
        let Verdict::Altered { nearest, difference, .. } = verdict else {
            panic!("{verdict:?}");
        };
        assert_eq!(nearest, "of ten carts on the ford nine are ours");
        assert_eq!(difference, "of ten carts [-at-]{+on+} the ford nine are ours");
    }

    #[test]
    fn typographic_differences_are_not_differences_of_wording() {
        let source = source("a \u{201c}good\u{201d} \u{2014} gift");
        let verdict = prove(&source, 1, 1, "a \"good\" - gift");
        assert_eq!(verdict, Verdict::Typographic("a \u{201c}good\u{201d} \u{2014} gift".to_owned()));
        assert!(matches!(prove(&source, 1, 1, "A \"good\" - gift"), Verdict::Altered { .. }));
    }

    #[test]
    fn a_page_break_may_cut_a_passage_that_names_both_lines() {
        let source = source("great hope for\r\n\r\nthe further development");
        assert_eq!(prove(&source, 1, 3, "hope for the further"), Verdict::Exact(6..29));
        assert!(!matches!(prove(&source, 1, 1, "hope for the further"), Verdict::Exact(_)));
    }
}
