//! The record, line by line.

use crate::scenario::resolved::Scenario;

/// A line of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordLine {
    /// Line number in the file, from 1.
    pub line: u32,
    /// The speaker, if the line belongs to someone's turn.
    pub speaker: Option<String>,
    /// The line exactly as in the source.
    pub text: String,
    pub notes: Vec<String>,
}

/// The lines around a line of the record. `before` and `after` count only lines that are not empty.
pub fn record_at(scenario: &Scenario, line: u32, before: usize, after: usize) -> Vec<RecordLine> {
    let all = record_lines(scenario);
    let Some(at) = all.iter().position(|record| record.line >= line) else {
        let from = all.len().saturating_sub(before + after + 1);
        return all.get(from..).unwrap_or_default().to_vec();
    };
    let to = (at + after + 1).min(all.len());
    all.get(at.saturating_sub(before)..to).unwrap_or_default().to_vec()
}

/// Lines of the record that contain a text, ignoring case.
pub fn search(scenario: &Scenario, wanted: &str) -> Vec<RecordLine> {
    let wanted = wanted.to_lowercase();
    let lines = record_lines(scenario).into_iter();
    lines.filter(|line| line.text.to_lowercase().contains(&wanted)).collect()
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
                notes: scenario.notes_on(0, line).map(|note| note.text.clone()).collect(),
            })
        })
        .collect()
}
