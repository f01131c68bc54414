//! What the rules look up again and again, worked out once from the lists of a scenario.

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
    /// How many sit at the table.
    pub seated: usize,
}

impl Tables {
    /// Works them out.
    pub fn of(scenario: &Scenario) -> Self {
        let recorded: Vec<Option<PersonId>> = scenario
            .moves
            .iter()
            .map(|mv| mv.recorded_speaker(scenario))
            .collect();
        let ids = || scenario.move_ids().zip(&scenario.moves);
        Self {
            speakers_of: scenario
                .moves
                .iter()
                .zip(&recorded)
                .map(|(mv, recorded)| speakers(scenario, mv, *recorded))
                .collect(),
            recorded_speaker_of: recorded,
            moves_of: (0..scenario.seats.len())
                .map(|seat| {
                    let own = ids().filter(|(_, mv)| mv.seat.index() == seat);
                    own.map(|(id, _)| id).collect()
                })
                .collect(),
            seated: scenario
                .people
                .iter()
                .filter(|person| person.party.is_some())
                .count(),
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
