//! The talk as the rules see it: for each move the stances, in the order in which they are tried, and the replies.

use std::collections::HashMap;

use crate::scenario::draft::*;
use crate::scenario::load::Draft;

/// A move and what can answer it.
pub(super) struct Answers<'d> {
    pub(super) mv: &'d MoveDraft,
    /// Those that name the move, then those on its issue, each in file order.
    pub(super) stances: Vec<&'d StanceDraft>,
    pub(super) replies: Vec<&'d ReplyDraft>,
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
        let mut replies: HashMap<&str, Vec<&ReplyDraft>> = HashMap::new();
        for reply in draft.replies() {
            for id in &reply.to {
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

/// Replies in the order in which they are preferred: Record before Elsewhere before Inference before silence, then those with
/// more conditions, then as in the file.
pub(super) fn in_order<'d>(replies: &[&'d ReplyDraft]) -> Vec<&'d ReplyDraft> {
    let mut sorted = replies.to_vec();
    sorted.sort_by_key(|reply| {
        let kind = match reply.words {
            WordsDraft::Record(_) => 0,
            WordsDraft::Elsewhere { .. } => 1,
            WordsDraft::Inference { .. } => 2,
            WordsDraft::Silence(_) => 3,
        };
        let conditions: usize = reply.presumes.iter().map(leaves).sum();
        (kind, std::cmp::Reverse(conditions))
    });
    sorted
}

fn leaves(condition: &ConditionDraft) -> usize {
    match condition {
        ConditionDraft::All(list) | ConditionDraft::Any(list) => list.iter().map(leaves).sum(),
        ConditionDraft::Not(inner) => leaves(inner),
        _ => 1,
    }
}
