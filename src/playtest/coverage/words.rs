//! The texts of a scenario, counted once: the number of words in each utterance and move, and which texts are
//! identical.

use std::collections::BTreeMap;

use crate::scenario::resolved::{Scenario, Words};
use crate::scenario::{EntryId, MoveId, UtteranceId};

#[derive(Debug)]
pub(super) struct Texts {
    /// For each utterance, the number of its text and its number of words; `None` for silence.
    utterances: Vec<Option<(usize, u64)>>,
    moves: Vec<u64>,
    /// Number of different texts.
    pub(super) different: usize,
}

impl Texts {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let utterances = scenario
            .utterances
            .iter()
            .map(|utterance| {
                let text = text(scenario, &utterance.words)?;
                let words = count(&text);
                let next = numbers.len();
                Some((*numbers.entry(text).or_insert(next), words))
            })
            .collect();
        Self {
            utterances,
            moves: scenario.moves.iter().map(|mv| count(&mv.indirect)).collect(),
            different: numbers.len(),
        }
    }

    /// The number of an utterance's text, and its number of words; `None` for silence.
    pub(super) fn of_utterance(&self, id: UtteranceId) -> Option<(usize, u64)> {
        self.utterances.get(id.index()).copied().flatten()
    }

    pub(super) fn words_of_move(&self, id: MoveId) -> u64 {
        self.moves.get(id.index()).copied().unwrap_or(0)
    }
}

fn text(scenario: &Scenario, words: &Words) -> Option<String> {
    let quoted = |entry: &EntryId| {
        let quotes = scenario.entry(*entry).quotes.iter();
        quotes.map(|quote| quote.words.as_str()).collect::<Vec<_>>()
    };
    match words {
        Words::Record(_) | Words::Elsewhere { .. } => {
            let entries = words.entries().iter();
            Some(entries.flat_map(quoted).collect::<Vec<_>>().join(" "))
        }
        Words::Inference { text, .. } => Some(text.clone()),
        Words::Silence(_) => None,
    }
}

fn count(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}
