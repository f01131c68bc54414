//! The timeline: what happened on each day, and the track each day belongs to.

use crate::language::arg;
use crate::scenario::PartyId;
use crate::scenario::draft::{Date, FactDraft};
use crate::view::wording::Wording;

use super::cited::{self, Fact};
use super::pages::{Day, Lane, Page, Piece, Reader, Shelf};

/// Number of places with a track of their own. One more track is for everywhere else.
const PLACES: usize = 2;

/// The places with a track of their own, most frequent first.
fn places(wording: Wording<'_>) -> Vec<&str> {
    let mut met: Vec<(&str, usize)> = Vec::new();
    for fact in &wording.scenario.timeline {
        match met.iter_mut().find(|(place, _)| *place == fact.place) {
            Some((_, count)) => *count += 1,
            None if fact.place.is_empty() => {}
            None => met.push((&fact.place, 1)),
        }
    }
    // The sort is stable, so places that are equally frequent stay in file order.
    met.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    met.iter().take(PLACES).map(|(place, _)| *place).collect()
}

/// One page for each day, in order.
pub(super) fn pages(wording: Wording<'_>, reader: Reader) -> Vec<Page> {
    let places = places(wording);
    let mut facts: Vec<&FactDraft> = wording.scenario.timeline.iter().collect();
    facts.sort_by_key(|fact| fact.date);
    facts.into_iter().map(|fact| page(wording, reader, &places, fact)).collect()
}

fn page(wording: Wording<'_>, reader: Reader, places: &[&str], fact: &FactDraft) -> Page {
    let scenario = wording.scenario;
    let known_to: Vec<PartyId> = fact.known_to.iter().filter_map(|id| scenario.party_id(id.as_str())).collect();
    let after = fact.aftermath || fact.date > scenario.date;
    let later = after || reader.is_kept_from(&known_to);
    let mut page = Page::new(Shelf::Timeline, fact.id.as_str(), &fact.shown);
    page.detail = fact.place.clone();
    page.later = later;
    page.day = Some(Day {
        date: fact.date,
        place: fact.place.clone(),
        lane: match places.iter().position(|place| *place == fact.place) {
            Some(0) => Lane::First,
            Some(_) => Lane::Second,
            None => Lane::Elsewhere,
        },
        of_the_talk: fact.date == scenario.date,
    });
    let keys = fact.keys.iter().map(|key| key.as_str());
    let told = Fact { secret: cited::secret(wording, &known_to), ..cited::fact(wording, &fact.text, keys, fact.mark) };
    page.add(later, Piece::Fact(told));
    page
}

/// Names of the tracks: each place, then everywhere else.
pub fn lanes(wording: Wording<'_>) -> Vec<(Lane, String)> {
    let names = places(wording).into_iter().map(str::to_owned);
    let lanes = [Lane::First, Lane::Second];
    let mut lanes: Vec<(Lane, String)> = lanes.into_iter().zip(names).collect();
    let key = if lanes.is_empty() { "library-anywhere" } else { "library-elsewhere" };
    lanes.push((Lane::Elsewhere, wording.catalogue.msg(key)));
    lanes
}

/// A date in words, such as "2 September 1955".
pub fn date(wording: Wording<'_>, date: Date) -> String {
    let args = [arg("day", date.2), arg("month", month(wording, date.1)), arg("year", date.0.to_string())];
    wording.catalogue.msg_with("library-date", &args)
}

/// The name of a month, 1 to 12.
pub fn month(wording: Wording<'_>, month: u8) -> String {
    let args = [arg("month", month)];
    wording.catalogue.msg_with("library-month", &args)
}
