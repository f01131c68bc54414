//! What the rules look up again and again, worked out once from the lists of a scenario.

use std::cmp::Reverse;

use super::*;

/// Look-ups by number.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// By move: who of its seat can say it. Delegates of the seat come first, in its order, then whom the move names.
    pub speakers_of: Vec<Vec<PersonId>>,
    /// By move: who said it in the record.
    pub recorded_speaker_of: Vec<Option<PersonId>>,
    /// By seat: its moves, in file order.
    pub moves_of: Vec<Vec<MoveId>>,
    /// By move: the stances that can decide on it, in the order in which they are tried, with the words for their acts.
    pub ways_of: Vec<Vec<Way>>,
    /// By topic: its initiatives, in file order.
    pub initiatives_of: Vec<Vec<UtteranceId>>,
    /// How many sit at the table.
    pub seated: usize,
}

/// A stance that can decide on a move, and the replies that do its act.
#[derive(Debug, Clone)]
pub struct Way {
    pub stance: StanceId,
    /// Replies to the move with the act of the stance, the preferred one first: Record before Elsewhere before Inference before
    /// silence, then more conditions, then file order.
    pub replies: Vec<UtteranceId>,
}

impl Tables {
    /// Works them out.
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
