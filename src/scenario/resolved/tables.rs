//! Tables the rules look things up in, computed once from the lists of a scenario.

use std::cmp::Reverse;

use super::*;

/// Precomputed tables, indexed by the ids of moves, seats or topics.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// For each move, the people of its seat who can make it: first the seat's own speakers in order, then others the
    /// move names or the record has.
    pub speakers_of: Vec<Vec<PersonId>>,
    /// For each move, who said it in the record; `None` if it isn't in the record.
    pub recorded_speaker_of: Vec<Option<PersonId>>,
    /// For each seat, its moves in file order.
    pub moves_of: Vec<Vec<MoveId>>,
    /// For each move, the stances that can decide on it in the order in which they are tried, with their replies.
    pub ways_of: Vec<Vec<Way>>,
    /// For each topic, its initiatives in file order.
    pub initiatives_of: Vec<Vec<UtteranceId>>,
    /// Number of people at the table.
    pub seated: usize,
}

/// A stance that can decide on a move, and the replies with the stance's act.
#[derive(Debug, Clone)]
pub struct Way {
    pub stance: StanceId,
    /// The move's replies with the act of the stance, best first: Record, Elsewhere, Inference, then Silence. Within
    /// each kind, replies with more conditions come first, then file order decides.
    pub replies: Vec<UtteranceId>,
}

impl Tables {
    /// Computes the tables of a scenario.
    pub fn of(scenario: &Scenario) -> Self {
        let recorded: Vec<Option<PersonId>> = scenario.moves.iter().map(|mv| mv.recorded_speaker(scenario)).collect();
        let ids = || scenario.move_ids().zip(&scenario.moves);
        Self {
            speakers_of: scenario
                .moves
                .iter()
                .zip(&recorded)
                .map(|(mv, recorded)| speakers(scenario, mv, *recorded))
                .collect(),
            recorded_speaker_of: recorded,
            moves_of: scenario
                .seat_ids()
                .map(|seat| {
                    let own = ids().filter(|(_, mv)| mv.seat == seat);
                    own.map(|(id, _)| id).collect()
                })
                .collect(),
            ways_of: scenario
                .stances_of
                .iter()
                .zip(&scenario.replies_of)
                .map(|(stances, replies)| ways(scenario, stances, replies))
                .collect(),
            initiatives_of: scenario.utterances_of.iter().map(|utterances| initiatives(scenario, utterances)).collect(),
            seated: scenario.people.iter().filter(|person| person.party.is_some()).count(),
        }
    }
}

fn speakers(scenario: &Scenario, mv: &Move, recorded: Option<PersonId>) -> Vec<PersonId> {
    let seat = scenario.seats.get(mv.seat.index());
    let mut speakers = seat.map_or_else(Vec::new, |seat| seat.speakers.clone());
    if !mv.only.is_empty() {
        speakers.retain(|person| mv.only.contains(person));
    }
    let recorded = recorded.filter(|_| mv.only.is_empty());
    for person in mv.only.iter().copied().chain(recorded) {
        if !speakers.contains(&person) {
            speakers.push(person);
        }
    }
    speakers
}

fn ways(scenario: &Scenario, stances: &[StanceId], replies: &[UtteranceId]) -> Vec<Way> {
    stances
        .iter()
        .map(|stance| (*stance, scenario.stance(*stance).act))
        .map(|(stance, act)| {
            let mut replies: Vec<UtteranceId> =
                replies.iter().copied().filter(|id| scenario.utterance(*id).act == act).collect();
            replies.sort_by_key(|id| Reverse((scenario.utterance(*id).preference(), Reverse(*id))));
            Way { stance, replies }
        })
        .collect()
}

fn initiatives(scenario: &Scenario, utterances: &[UtteranceId]) -> Vec<UtteranceId> {
    let own = |id: &UtteranceId| !scenario.utterance(*id).occasion.is_reply();
    utterances.iter().copied().filter(own).collect()
}
