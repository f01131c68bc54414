//! Finds the smallest change that improves a deal: a trade across issues that costs no party anything. See Raiffa
//! (1982) on gains left on the table, and Froman and Cohen (1970) on logrolling.

use crate::scenario::resolved::Deal;

use super::frontier::{Outcome, by_blocks, dominates};
use super::space::{Number, Space};

/// The deal that improves on this one with the fewest changes to clauses; `None` if there isn't one. Ties go to the
/// largest sum of values, then to the first deal.
pub fn better<N: Number>(space: &Space<N>, deal: &Deal, values: &[N]) -> Option<Outcome<N>> {
    better_than(space, &by_blocks(space), deal, values)
}

/// Like [`better`], but uses a known frontier: if no deal on it improves on this one, the search is skipped.
pub(super) fn better_than<N: Number>(
    space: &Space<N>,
    frontier: &[Outcome<N>],
    deal: &Deal,
    values: &[N],
) -> Option<Outcome<N>> {
    let mut frontier = frontier.iter();
    frontier.find(|outcome| dominates(&outcome.values, values))?;
    fewest_changes(space, deal, values, &(0..space.pairs.len()).collect::<Vec<_>>())
}

/// Like [`better`], but only changes issues that are in play.
pub fn better_within<N: Number>(
    space: &Space<N>,
    deal: &Deal,
    values: &[N],
    in_play: &dyn Fn(usize) -> bool,
) -> Option<Outcome<N>> {
    let open: Vec<usize> = (0..space.pairs.len()).filter(|i| in_play(*i)).collect();
    if open.len() == space.pairs.len() {
        return better(space, deal, values);
    }
    fewest_changes(space, deal, values, &open)
}

fn fewest_changes<N: Number>(space: &Space<N>, deal: &Deal, values: &[N], open: &[usize]) -> Option<Outcome<N>> {
    (1..=open.len()).find_map(|changes| {
        let mut search = Search { space, from: deal, values, best: None };
        search.change(open, changes, &mut deal.clone());
        search.best
    })
}

/// A search among deals that differ in a given number of clauses.
struct Search<'a, N> {
    space: &'a Space<N>,
    from: &'a Deal,
    values: &'a [N],
    best: Option<Outcome<N>>,
}

impl<N: Number> Search<'_, N> {
    /// Tries all ways of changing this many of the open issues.
    fn change(&mut self, open: &[usize], changes: usize, deal: &mut Deal) {
        if changes == 0 {
            return self.weigh(deal);
        }
        for (place, issue) in open.iter().enumerate() {
            if open.len() - place < changes {
                return;
            }
            let (Some(old), Some(pairs)) = (self.from.get(*issue).copied(), self.space.pairs.get(*issue).copied())
            else {
                continue;
            };
            let rest = open.get(place + 1..).unwrap_or_default();
            for pair in (0..pairs).filter_map(|pair| u16::try_from(pair).ok()) {
                if pair == old {
                    continue;
                }
                if let Some(slot) = deal.get_mut(*issue) {
                    *slot = pair;
                }
                self.change(rest, changes - 1, deal);
            }
            if let Some(slot) = deal.get_mut(*issue) {
                *slot = old;
            }
        }
    }

    fn weigh(&mut self, deal: &Deal) {
        let values = self.space.values(deal);
        if !dominates(&values, self.values) {
            return;
        }
        let sum = |values: &[N]| values.iter().copied().sum::<N>();
        let is_better = self.best.as_ref().is_none_or(|best| {
            let (new, old) = (sum(&values), sum(&best.values));
            new > old || (new == old && *deal < best.deal)
        });
        if is_better {
            self.best = Some(Outcome { values, deal: deal.clone() });
        }
    }
}
