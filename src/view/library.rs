//! Things to look up: people, glossary, timeline, the record itself.

use crate::language::arg;
use crate::scenario::draft::{Date, TermKind};
use crate::scenario::place::Written;
use crate::scenario::resolved::Scenario;

use super::wording::Wording;

/// An entry with a heading and a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Id, to be typed.
    pub id: String,
    /// Heading.
    pub heading: String,
    /// Text.
    pub text: String,
    /// Source or confidence.
    pub source: String,
}

/// A line of the record, for reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine {
    /// Physical line, from 1.
    pub line: u32,
    /// Who speaks, where a turn holds the line.
    pub speaker: Option<String>,
    /// The line, byte for byte.
    pub text: String,
    /// Notes on it, ours.
    pub notes: Vec<String>,
}

/// People at the table, or anybody whose id or name is given.
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
        .filter(|person| {
            (wanted.is_some() || person.party.is_some()) && fits(&person.id, &person.full_name)
        })
        .map(|person| {
            let name = if person.full_name.is_empty() {
                &person.name
            } else {
                &person.full_name
            };
            let heading = if person.standing.is_empty() {
                name.clone()
            } else {
                let args = [
                    arg("name", name.as_str()),
                    arg("standing", person.standing.as_str()),
                ];
                wording.catalogue.msg_with("person-heading", &args)
            };
            let args = [
                arg("keys", person.keys.join(", ")),
                arg("mark", wording.mark(person.mark)),
            ];
            Article {
                id: person.id.clone(),
                heading,
                text: person.card.clone(),
                source: wording.catalogue.msg_with("person-source", &args),
            }
        })
        .collect()
}

/// The glossary, or the terms that hold a word.
pub fn glossary(wording: Wording<'_>, wanted: Option<&str>) -> Vec<Article> {
    let wanted = wanted.map(str::to_lowercase);
    let terms = wording.scenario.glossary.iter();
    terms
        .filter(|term| {
            wanted.as_ref().is_none_or(|w| {
                term.id.text.contains(w.as_str()) || term.term.to_lowercase().contains(w.as_str())
            })
        })
        .map(|term| {
            let key = match term.kind {
                TermKind::Idea => "term-idea",
                TermKind::History => "term-history",
            };
            Article {
                id: term.id.text.clone(),
                heading: wording
                    .catalogue
                    .msg_with(key, &[arg("term", term.term.as_str())]),
                text: term.means.clone(),
                source: term.source.clone(),
            }
        })
        .collect()
}

/// What happened before the talk and is public; with `aftermath`, what came after.
pub fn timeline(wording: Wording<'_>, aftermath: bool) -> Vec<Article> {
    let scenario = wording.scenario;
    let after = |date: Date| date > scenario.date;
    let facts = scenario.timeline.iter();
    facts
        .filter(|fact| {
            if aftermath {
                fact.aftermath
            } else {
                !after(fact.date) && fact.known_to.is_empty()
            }
        })
        .map(|fact| {
            let args = [
                arg("keys", keys(&fact.keys)),
                arg("mark", wording.mark(fact.mark)),
            ];
            Article {
                id: fact.id.text.clone(),
                heading: fact.shown.clone(),
                text: fact.text.clone(),
                source: wording.catalogue.msg_with("person-source", &args),
            }
        })
        .collect()
}

/// Lines of the record around a line: `before` and `after` count physical lines that are not empty.
pub fn record_at(scenario: &Scenario, line: u32, before: usize, after: usize) -> Vec<RecordLine> {
    let all = record_lines(scenario);
    let Some(at) = all.iter().position(|record| record.line >= line) else {
        let from = all.len().saturating_sub(before + after + 1);
        return all.get(from..).unwrap_or_default().to_vec();
    };
    let to = (at + after + 1).min(all.len());
    all.get(at.saturating_sub(before)..to)
        .unwrap_or_default()
        .to_vec()
}

/// Lines of the record that hold a text, whatever the case of its letters.
pub fn search(scenario: &Scenario, wanted: &str) -> Vec<RecordLine> {
    let wanted = wanted.to_lowercase();
    let lines = record_lines(scenario).into_iter();
    lines
        .filter(|line| line.text.to_lowercase().contains(&wanted))
        .collect()
}

fn keys(keys: &[Written]) -> String {
    let keys: Vec<&str> = keys.iter().map(Written::as_str).collect();
    keys.join(", ")
}

/// Every line of the first source that is not empty.
pub fn record_lines(scenario: &Scenario) -> Vec<RecordLine> {
    let Some(source) = scenario.sources.first() else {
        return Vec::new();
    };
    (1..=source.line_count())
        .filter_map(|line| {
            let text = source.line(line)?;
            if text.trim().is_empty() {
                return None;
            }
            let turn = scenario.turn_at(0, line);
            let speaker = turn.and_then(|turn| scenario.person_id(&turn.speaker.text));
            Some(RecordLine {
                line,
                speaker: speaker.map(|person| scenario.person(person).name.clone()),
                text: text.trim_end_matches('\r').to_owned(),
                notes: scenario
                    .notes_on(0, line)
                    .map(|note| note.text.clone())
                    .collect(),
            })
        })
        .collect()
}
