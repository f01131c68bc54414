//! Pages on people: both names, the card, and where they speak in the record.

use crate::language::arg;
use crate::scenario::draft::TurnDraft;
use crate::scenario::resolved::Person;
use crate::view::wording::Wording;

use super::cited;
use super::pages::{Link, Page, Piece, Reader, Shelf};

/// Number of characters of a line that are shown in a list.
const FIRST_WORDS: usize = 64;

/// A person's names and standing in one line.
pub(super) fn heading(wording: Wording<'_>, person: &Person) -> String {
    let args = [
        arg("name", name(person)),
        arg("script", or_none(&person.script)),
        arg("standing", or_none(&person.standing)),
        arg("sure", sure(person)),
    ];
    wording.catalogue.msg_with("person-heading", &args)
}

/// The name in the person's own script, marked "if it is he" if the identification is only probable; empty if unknown.
pub(in crate::view) fn script(wording: Wording<'_>, person: &Person) -> String {
    if person.script.is_empty() {
        return String::new();
    }
    let args = [arg("script", person.script.as_str()), arg("sure", sure(person))];
    wording.catalogue.msg_with("person-script", &args)
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "none" } else { text }
}

/// A person's name in their own script is only probable if their identity is.
const fn sure(person: &Person) -> &'static str {
    if person.uncertain && person.mark == 'U' { "no" } else { "yes" }
}

fn name(person: &Person) -> &str {
    if person.full_name.is_empty() { &person.name } else { &person.full_name }
}

/// One page for each person: those at the table first, then those who are only mentioned.
pub(super) fn pages(wording: Wording<'_>, reader: Reader) -> Vec<Page> {
    let people = &wording.scenario.people;
    let at_table = people.iter().filter(|person| person.party.is_some());
    let others = people.iter().filter(|person| person.party.is_none());
    let pages = at_table.chain(others);
    pages.map(|person| page(wording, reader, person)).collect()
}

fn page(wording: Wording<'_>, reader: Reader, person: &Person) -> Page {
    let mut page = Page::new(Shelf::People, &person.id, name(person));
    page.script = script(wording, person);
    page.detail.clone_from(&person.standing);
    page.side = reader.side(person.party);
    let card = cited::fact(wording, &person.card, person.keys.iter().map(String::as_str), person.mark);
    // Hide people who appear only after the talk, or whom only some knew of at the time.
    page.later = person.is_later(wording.scenario.date);
    page.add(person.is_later(wording.scenario.date), Piece::Fact(card));
    let turns = turns(wording, person);
    if !turns.is_empty() {
        let heading = wording.catalogue.msg("library-speaks");
        page.add(false, Piece::Heading(heading, page.side));
    }
    for turn in turns {
        let link = Link::Line(turn.from, first_words(wording, turn.from));
        page.add(false, Piece::Link(link));
    }
    page
}

fn turns<'s>(wording: Wording<'s>, person: &Person) -> Vec<&'s TurnDraft> {
    let source = wording.scenario.sources.first();
    let turns = source.into_iter().flat_map(|source| &source.turns);
    turns.filter(|turn| turn.speaker.text == person.id).collect()
}

/// A line of the record as its number and first words.
pub(super) fn first_words(wording: Wording<'_>, line: u32) -> String {
    let source = wording.scenario.sources.first();
    let text = source.and_then(|source| source.line(line));
    let text = text.unwrap_or_default().trim();
    let cut = text
        .char_indices()
        .filter(|(at, letter)| letter.is_whitespace() && *at <= FIRST_WORDS)
        .map(|(at, _)| at)
        .next_back();
    let short = match cut {
        Some(at) if text.len() > FIRST_WORDS => {
            format!("{}…", text.get(..at).unwrap_or_default())
        }
        _ => text.to_owned(),
    };
    let args = [arg("line", line), arg("words", short)];
    wording.catalogue.msg_with("library-line", &args)
}
