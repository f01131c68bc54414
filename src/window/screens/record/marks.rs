//! Finding the search text and this game's quotations in the record.

use std::ops::Range;

use crate::view::transcript::Paragraph;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) line: u32,
    pub(super) bytes: Range<usize>,
}

/// How a stretch of a line is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    Plain,
    Quoted,
    Found,
    Here,
}

/// Every place where a text occurs, ignoring case.
pub(super) fn places(paragraphs: &[Paragraph], wanted: &str) -> Vec<Place> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let wanted = wanted.to_lowercase();
    let mut places = Vec::new();
    for paragraph in paragraphs {
        // Byte offsets in the lower-case text are only valid if it is as long as the original.
        let lower = paragraph.text.to_lowercase();
        if lower.len() == paragraph.text.len() {
            places.extend(
                lower.match_indices(&wanted).map(|(at, hit)| Place { line: paragraph.line, bytes: at..at + hit.len() }),
            );
        }
    }
    places
}

/// The quotations in a line, merged where only spaces are between them.
pub(super) fn joined(text: &str, mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|place| place.start);
    let mut joined: Vec<Range<usize>> = Vec::new();
    for place in places {
        match joined.last_mut() {
            Some(last) if is_space(text, last.end, place.start) => {
                last.end = last.end.max(place.end);
            }
            _ => joined.push(place),
        }
    }
    joined
}

fn is_space(text: &str, from: usize, to: usize) -> bool {
    from >= to || text.get(from..to).is_some_and(|between| between.trim().is_empty())
}

/// Splits a line into stretches with one mark each. Where marks overlap, the stronger one wins.
pub(super) fn stretches(text: &str, marked: &[(Range<usize>, Mark)]) -> Vec<(Range<usize>, Mark)> {
    let mut ends: Vec<usize> = marked
        .iter()
        .flat_map(|(range, _)| [range.start, range.end])
        .chain([0, text.len()])
        .filter(|at| *at <= text.len() && text.is_char_boundary(*at))
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let mut found: Vec<(Range<usize>, Mark)> = Vec::new();
    for (from, to) in ends.iter().zip(ends.iter().skip(1)) {
        let over = marked.iter().filter(|(range, _)| range.start <= *from && *to <= range.end);
        let mark = over.map(|(_, mark)| *mark).max().unwrap_or(Mark::Plain);
        match found.last_mut() {
            Some((range, before)) if *before == mark => range.end = *to,
            _ => found.push((*from..*to, mark)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_words_are_marked_once_where_they_overlap() {
        let text = "We can wait. We can wait.";
        let marked = [(0..12, Mark::Quoted), (3..15, Mark::Quoted)];
        let found = stretches(text, &marked);
        assert_eq!(found, vec![(0..15, Mark::Quoted), (15..25, Mark::Plain)]);
    }

    #[test]
    fn adjacent_quotations_are_marked_as_one() {
        let text = "One. Two. Three.";
        assert_eq!(joined(text, vec![5..9, 0..4]), vec![0..9]);
        assert_eq!(joined(text, vec![0..4, 10..16]), vec![0..4, 10..16]);
    }

    #[test]
    fn a_search_result_inside_a_quotation_is_still_marked() {
        let marked = [(0..11, Mark::Quoted), (3..6, Mark::Found)];
        let found = stretches("We can wait", &marked);
        let expected = vec![(0..3, Mark::Quoted), (3..6, Mark::Found), (6..11, Mark::Quoted)];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_search_finds_every_place_and_ignores_case() {
        let paragraph =
            Paragraph { line: 7, heading: String::new(), text: "Wait, wait".to_owned(), turn: None, notes: Vec::new() };
        let found = places(&[paragraph], "WAIT");
        let bytes: Vec<_> = found.into_iter().map(|place| place.bytes).collect();
        assert_eq!(bytes, vec![0..4, 6..10]);
    }
}
