//! Keeping what nothing else dominates, while combinations come by.

use super::space::Number;
use super::walk::{Onlooker, Values};

/// What a combination is worth, and where it stands in the order of deals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point<N, const P: usize> {
    pub(super) values: Values<N, P>,
    pub(super) place: usize,
}

/// How many newcomers wait before they are sorted in.
const BATCH: usize = 256;

/// The points that no other dominates, by falling value of the first party; of equal ones the earliest.
pub(super) struct Front<N, const P: usize> {
    kept: Vec<Point<N, P>>,
    fresh: Vec<Point<N, P>>,
    /// Who turned away the last newcomer: it often turns away the next one too.
    guard: Option<Point<N, P>>,
}

impl<N: Number, const P: usize> Front<N, P> {
    pub(super) fn new() -> Self {
        Self {
            kept: Vec::new(),
            fresh: Vec::new(),
            guard: None,
        }
    }

    /// Looks at a newcomer.
    pub(super) fn offer(&mut self, values: &Values<N, P>, place: usize) {
        let newcomer = Point {
            values: *values,
            place,
        };
        if self.guard.is_some_and(|guard| outdoes(&guard, &newcomer)) {
            return;
        }
        if let Some(better) = self.better(&newcomer) {
            self.guard = Some(better);
            return;
        }
        self.fresh.push(newcomer);
        if self.fresh.len() >= BATCH.max(self.kept.len()) {
            self.settle();
        }
    }

    /// Whether one that comes by later and has no more than this for any party would be turned away.
    fn turns_away(&mut self, most: &Values<N, P>) -> bool {
        let latest = Point {
            values: *most,
            place: usize::MAX,
        };
        if self.guard.is_some_and(|guard| covers(&guard, &latest)) {
            return true;
        }
        let better = self.better(&latest);
        self.guard = better.or(self.guard);
        better.is_some()
    }

    /// The points, when everything has come by.
    pub(super) fn points(mut self) -> Vec<Point<N, P>> {
        self.settle();
        self.kept
    }

    fn better(&self, newcomer: &Point<N, P>) -> Option<Point<N, P>> {
        if P == 2 {
            // Along the front the first value falls and the second rises: only the last with at least the first value can be
            // as good in the second.
            let first = newcomer.values.first();
            let until = self
                .kept
                .partition_point(|kept| kept.values.first() >= first);
            let nearest = self.kept.get(until.checked_sub(1)?)?;
            return outdoes(nearest, newcomer).then_some(*nearest);
        }
        let mut kept = self.kept.iter();
        kept.find(|kept| outdoes(kept, newcomer)).copied()
    }

    fn settle(&mut self) {
        self.kept.append(&mut self.fresh);
        let order =
            |a: &Point<N, P>, b: &Point<N, P>| b.values.cmp(&a.values).then(a.place.cmp(&b.place));
        self.kept.sort_unstable_by(order);
        self.kept
            .dedup_by(|later, earlier| later.values == earlier.values);
        let mut count = 0;
        for place in 0..self.kept.len() {
            let Some(point) = self.kept.get(place).copied() else {
                break;
            };
            let ahead = self.kept.get(..count).unwrap_or_default();
            let beaten = if P == 2 {
                ahead.last().is_some_and(|last| covers(last, &point))
            } else {
                ahead.iter().any(|better| covers(better, &point))
            };
            if !beaten {
                self.kept.swap(count, place);
                count += 1;
            }
        }
        self.kept.truncate(count);
    }
}

/// Looks at combinations in their order.
impl<N: Number, const P: usize> Onlooker<N, P> for Front<N, P> {
    fn enters(&mut self, most: &Values<N, P>, _: &Values<N, P>, _: usize) -> bool {
        !self.turns_away(most)
    }

    fn sees(&mut self, place: usize, sums: &Values<N, P>) {
        self.offer(sums, place);
    }
}

/// Whether one is at least as good for every party.
fn covers<N: Number, const P: usize>(one: &Point<N, P>, other: &Point<N, P>) -> bool {
    let mut both = one.values.iter().zip(&other.values);
    both.all(|(one, other)| one >= other)
}

/// Whether one leaves no reason to keep the other: it is better, or as good and earlier.
fn outdoes<N: Number, const P: usize>(one: &Point<N, P>, other: &Point<N, P>) -> bool {
    covers(one, other) && (one.place <= other.place || one.values != other.values)
}
