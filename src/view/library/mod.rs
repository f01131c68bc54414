//! Things to look up: people, issues, contested points, dates, ideas, works and the record itself.

mod cited;
mod days;
mod issues;
mod pages;
mod people;
mod record;
mod works;

pub use cited::{Cited, Fact};
pub use days::{date, lanes, month};
pub use pages::{Day, Lane, Link, Page, Part, Piece, Reader, Shelf, Side};
pub use record::{RecordLine, record_at, record_lines, search};

use crate::language::arg;
use crate::scenario::draft::{Date, TermKind};
use crate::scenario::place::Written;

use super::wording::Wording;

/// An entry with a heading and a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    pub id: String,
    pub heading: String,
    pub text: String,
    pub source: String,
}

/// The people at the table, or anyone whose id or name matches.
pub fn people(wording: Wording<'_>, wanted: Option<&str>) -> Vec<Article> {
    let fits = |id: &str, name: &str| match wanted {
        Some(wanted) => {
            let wanted = wanted.to_lowercase();
            id == wanted || name.to_lowercase().contains(&wanted)
        }
        None => true,
    };
    wording
        .scenario
        .people
        .iter()
        .filter(|person| (wanted.is_some() || person.party.is_some()) && fits(&person.id, &person.full_name))
        .map(|person| {
            let heading = people::heading(wording, person);
            let args = [arg("keys", person.keys.join(", ")), arg("mark", wording.mark(person.mark))];
            Article {
                id: person.id.clone(),
                heading,
                text: person.card.clone(),
                source: wording.catalogue.msg_with("person-source", &args),
            }
        })
        .collect()
}

/// The whole glossary, or the terms that contain a word.
pub fn glossary(wording: Wording<'_>, wanted: Option<&str>) -> Vec<Article> {
    let wanted = wanted.map(str::to_lowercase);
    let terms = wording.scenario.glossary.iter();
    terms
        .filter(|term| {
            wanted
                .as_ref()
                .is_none_or(|w| term.id.text.contains(w.as_str()) || term.term.to_lowercase().contains(w.as_str()))
        })
        .map(|term| {
            let key = match term.kind {
                TermKind::Idea => "term-idea",
                TermKind::History => "term-history",
            };
            Article {
                id: term.id.text.clone(),
                heading: wording.catalogue.msg_with(key, &[arg("term", term.term.as_str())]),
                text: term.means.clone(),
                source: term.source.clone(),
            }
        })
        .collect()
}

/// Public events before the talk, or with `aftermath` those after it.
pub fn timeline(wording: Wording<'_>, aftermath: bool) -> Vec<Article> {
    let scenario = wording.scenario;
    let after = |date: Date| date > scenario.date;
    let facts = scenario.timeline.iter();
    facts
        .filter(|fact| if aftermath { fact.aftermath } else { !after(fact.date) && fact.known_to.is_empty() })
        .map(|fact| {
            let args = [arg("keys", keys(&fact.keys)), arg("mark", wording.mark(fact.mark))];
            Article {
                id: fact.id.text.clone(),
                heading: fact.shown.clone(),
                text: fact.text.clone(),
                source: wording.catalogue.msg_with("person-source", &args),
            }
        })
        .collect()
}

fn keys(keys: &[Written]) -> String {
    let keys: Vec<&str> = keys.iter().map(Written::as_str).collect();
    keys.join(", ")
}

/// Every page, in the order of the shelves.
pub fn pages(wording: Wording<'_>, reader: Reader) -> Vec<Page> {
    let mut pages = people::pages(wording, reader);
    pages.extend(issues::pages(wording, reader));
    pages.extend(contested_pages(wording));
    pages.extend(days::pages(wording, reader));
    pages.extend(glossary_pages(wording));
    let works = works::pages(wording, &pages);
    pages.extend(works);
    pages
}

/// Contested points: each reading, and who holds it.
fn contested_pages(wording: Wording<'_>) -> impl Iterator<Item = Page> {
    let points = wording.scenario.contested.iter();
    points.map(move |point| {
        let mut page = Page::new(Shelf::Contested, point.id.as_str(), &point.question);
        page.later = point.aftermath;
        for reading in &point.readings {
            let piece = Piece::Reading { held_by: reading.held_by.clone(), text: reading.text.clone() };
            page.add(point.aftermath, piece);
        }
        let keys = point.keys.iter().map(|key| key.as_str());
        let known = Piece::Known {
            works: cited::works(wording, keys),
            confidence: wording.catalogue.msg("library-contested-sure"),
        };
        page.add(point.aftermath, known);
        page
    })
}

/// Ideas of negotiation and terms from the history.
fn glossary_pages(wording: Wording<'_>) -> impl Iterator<Item = Page> {
    let terms = wording.scenario.glossary.iter();
    terms.map(move |term| {
        let mut page = Page::new(Shelf::Glossary, term.id.as_str(), &term.term);
        page.detail = wording.catalogue.msg(match term.kind {
            TermKind::Idea => "library-idea",
            TermKind::History => "library-history",
        });
        page.add(false, Piece::Text(term.means.clone()));
        let known = Piece::Known {
            works: vec![Cited { key: String::new(), cites: term.source.clone(), opens: String::new() }],
            confidence: String::new(),
        };
        page.add(false, known);
        page
    })
}
