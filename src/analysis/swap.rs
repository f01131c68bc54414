//! The smallest change that betters a deal: a trade across issues that costs nobody anything (Raiffa 1982 on what is left on the
//! table; Froman and Cohen 1970 on logrolling).

use crate::scenario::resolved::Deal;

use super::frontier::{Outcome, by_blocks, dominates};
use super::space::Space;

/// Of the deals that better this one and change only issues in play, the one that changes the fewest clauses; of those the one
/// with the largest sum of values, then the first. `None` where no such deal betters it.
pub fn better_within(
    space: &Space,
    deal: &Deal,
    values: &[i64],
    in_play: &dyn Fn(usize) -> bool,
) -> Option<Outcome> {
    let open: Vec<usize> = (0..space.pairs.len()).filter(|i| in_play(*i)).collect();
    // The frontier says at once when there is nothing to look for, which would else take going through every deal.
    let whole = open.len() == space.pairs.len();
    if whole {
        let frontier = by_blocks(space);
        if !frontier.iter().any(|o| dominates(&o.values, values)) {
            return None;
        }
    }
    (1..=open.len()).find_map(|changes| {
        let mut search = Search {
            space,
            from: deal,
            values,
            best: None,
        };
        search.change(&open, changes, &mut deal.clone());
        search.best
    })
}

/// The search among the deals with a number of changed clauses.
struct Search<'a> {
    space: &'a Space,
    from: &'a Deal,
    values: &'a [i64],
    best: Option<Outcome>,
}

impl Search<'_> {
    /// Changes so many of the open issues, each in every way.
    fn change(&mut self, open: &[usize], changes: usize, deal: &mut Deal) {
        if changes == 0 {
            return self.weigh(deal);
        }
        for (place, issue) in open.iter().enumerate() {
            if open.len() - place < changes {
                return;
            }
            let (Some(old), Some(pairs)) = (
                self.from.get(*issue).copied(),
                self.space.pairs.get(*issue).copied(),
            ) else {
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
        let sum = |values: &[i64]| values.iter().sum::<i64>();
        let is_better = self.best.as_ref().is_none_or(|best| {
            let (new, old) = (sum(&values), sum(&best.values));
            new > old || (new == old && *deal < best.deal)
        });
        if is_better {
            self.best = Some(Outcome {
                values,
                deal: deal.clone(),
            });
        }
    }
}
