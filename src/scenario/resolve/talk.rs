//! Works out which stances and replies can answer each move, and what belongs to each topic.

use super::*;

/// For each move, the stances that name it and then those that cover its issue, each group in file order.
pub(super) fn stances_of(moves: &[Move], stances: &[Stance]) -> Vec<Vec<StanceId>> {
    let numbered = || StanceId::all(stances.len()).zip(stances);
    let mut lists = vec![Vec::new(); moves.len()];
    for (id, stance) in numbered() {
        for mv in &stance.to {
            if let Some(list) = lists.get_mut(mv.index()) {
                list.push(id);
            }
        }
    }
    for (id, stance) in numbered() {
        for issue in &stance.on {
            let on = moves.iter().zip(&mut lists).filter(|(mv, _)| mv.issue == *issue);
            on.for_each(|(_, list)| list.push(id));
        }
    }
    lists
}

pub(super) fn replies_of(moves: usize, utterances: &[Utterance]) -> Vec<Vec<UtteranceId>> {
    let mut lists = vec![Vec::new(); moves];
    for (id, utterance) in UtteranceId::all(utterances.len()).zip(utterances) {
        for mv in utterance.occasion.moves().iter().filter(|_| utterance.occasion.is_reply()) {
            if let Some(list) = lists.get_mut(mv.index()) {
                list.push(id);
            }
        }
    }
    lists
}

pub(super) fn utterances_of(topics: usize, utterances: &[Utterance]) -> Vec<Vec<UtteranceId>> {
    let mut lists = vec![Vec::new(); topics];
    for (id, utterance) in UtteranceId::all(utterances.len()).zip(utterances) {
        if let Some(list) = lists.get_mut(utterance.topic.index()) {
            list.push(id);
        }
    }
    lists
}
