//! The talk as the rules see it: for each move, its stances in the order in which they are tried, and its replies.

use std::collections::HashMap;

use crate::scenario::draft::*;
use crate::scenario::load::Draft;

/// A move and what can answer it.
pub(super) struct Answers<'d> {
    pub(super) mv: &'d MoveDraft,
    /// Stances that name the move, then those that cover its issue, each group in file order.
    pub(super) stances: Vec<&'d StanceDraft>,
    pub(super) replies: Vec<&'d UtteranceDraft>,
}

pub(super) struct Talk<'d> {
    pub(super) answers: Vec<Answers<'d>>,
}

impl<'d> Talk<'d> {
    pub(super) fn new(draft: &'d Draft) -> Self {
        let mut named: HashMap<&str, Vec<&StanceDraft>> = HashMap::new();
        let mut on_issue: HashMap<&str, Vec<&StanceDraft>> = HashMap::new();
        for stance in &draft.stances {
            for id in &stance.to {
                named.entry(id.as_str()).or_default().push(stance);
            }
            for id in &stance.on {
                on_issue.entry(id.as_str()).or_default().push(stance);
            }
        }
        let mut replies: HashMap<&str, Vec<&UtteranceDraft>> = HashMap::new();
        for reply in draft.replies() {
            for id in reply.occasion.moves() {
                replies.entry(id.as_str()).or_default().push(reply);
            }
        }
        let answers = draft.moves.iter().map(|mv| {
            let of =
                |lists: &HashMap<&str, Vec<&'d StanceDraft>>, key: &str| lists.get(key).cloned().unwrap_or_default();
            let mut stances = of(&named, mv.id.as_str());
            stances.extend(of(&on_issue, mv.issue.as_str()));
            Answers { mv, stances, replies: replies.get(mv.id.as_str()).cloned().unwrap_or_default() }
        });
        Self { answers: answers.collect() }
    }
}

/// Sorts replies with the preferred ones first, and otherwise in file order.
pub(super) fn in_order<'d>(replies: &[&'d UtteranceDraft]) -> Vec<&'d UtteranceDraft> {
    let mut sorted = replies.to_vec();
    sorted.sort_by_key(|reply| std::cmp::Reverse(reply.preference()));
    sorted
}
