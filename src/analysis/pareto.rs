//! Collecting what nothing else dominates, one combination at a time.

use super::boxes::{Boxes, Point, covers, maxima, outdoes};
use super::space::Number;
use super::walk::{Values, Visitor};
use super::watch::Watch;

/// How many newcomers wait to be sorted in.
const BATCH: usize = 256;

/// Of fewer points the nearest is found as quickly as a skyline is drawn.
const FEW: usize = 16;

/// The points that no other dominates, by falling value of the first party; of equal ones the earliest.
pub(super) struct Front<'w, N, const P: usize> {
    kept: Vec<Point<N, P>>,
    fresh: Vec<Point<N, P>>,
    /// The point that dominated the last newcomer: it often dominates the next one too.
    guard: Option<Point<N, P>>,
    /// For two parties: what is covered, at a glance.
    skyline: Option<Skyline<N>>,
    /// For more: the points, in boxes.
    boxes: Boxes<N, P>,
    watch: &'w Watch,
}

/// A front of two parties in outline: for each step along the first value the greatest second value of a point beyond that step. What is below it is covered; what is above it may be covered too.
struct Skyline<N> {
    low: N,
    shift: u32,
    heights: Vec<N>,
}

/// Enough steps to see most of what is covered.
const STEPS: usize = 512;

impl<N: Number> Skyline<N> {
    /// Of points by falling first value (and so by rising second).
    fn of<const P: usize>(kept: &[Point<N, P>]) -> Option<Self> {
        let both = |point: &Point<N, P>| Some((*point.values.first()?, *point.values.get(1)?));
        let (high, _) = both(kept.first()?)?;
        let (low, height) = both(kept.last()?)?;
        // Shifted so far, the span has fewer steps than there are.
        let shift = (high - low).bits().saturating_sub(STEPS.ilog2());
        let mut heights = Vec::with_capacity(STEPS);
        // Point by point from the highest second value down: every step below its first value is under it.
        heights.push(height);
        for point in kept.iter().rev() {
            let (first, second) = both(point)?;
            let steps = first.steps(low, shift);
            if steps >= heights.len() {
                heights.resize(steps + 1, second);
            }
        }
        Some(Self { low, shift, heights })
    }

    /// Whether a point of the front has a greater first value and no smaller second one. It may say no where there is one.
    fn covers(&self, first: N, second: N) -> bool {
        let beyond = if first < self.low { 0 } else { first.steps(self.low, self.shift) + 1 };
        self.heights.get(beyond).is_some_and(|height| *height >= second)
    }
}

impl<'w, N: Number, const P: usize> Front<'w, N, P> {
    pub(super) fn new(watch: &'w Watch) -> Self {
        let (kept, fresh) = (Vec::new(), Vec::new());
        Self { kept, fresh, guard: None, skyline: None, boxes: Boxes::default(), watch }
    }

    /// Whether the outline shows that a point dominates these values.
    fn is_under_skyline(&self, values: &Values<N, P>) -> bool {
        match (self.skyline.as_ref(), values.first(), values.get(1)) {
            (Some(skyline), Some(first), Some(second)) => skyline.covers(*first, *second),
            _ => false,
        }
    }

    /// Takes in a newcomer, unless a point dominates it.
    pub(super) fn offer(&mut self, values: &Values<N, P>, place: usize) {
        if self.is_under_skyline(values) {
            return;
        }
        let newcomer = Point { values: *values, place };
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

    /// Whether a later newcomer with no more than this for any party would be turned away.
    fn turns_away(&mut self, most: &Values<N, P>) -> bool {
        if self.is_under_skyline(most) {
            return true;
        }
        let latest = Point { values: *most, place: usize::MAX };
        if self.guard.is_some_and(|guard| covers(&guard.values, most)) {
            return true;
        }
        let better = self.better(&latest);
        self.guard = better.or(self.guard);
        better.is_some()
    }

    /// The points, after the last newcomer.
    pub(super) fn points(mut self) -> Vec<Point<N, P>> {
        self.settle();
        self.kept
    }

    fn better(&self, newcomer: &Point<N, P>) -> Option<Point<N, P>> {
        if P == 2 {
            // Along the front the first value falls and the second rises: only the last with at least the first value can be
            // as good in the second.
            let first = newcomer.values.first();
            let until = self.kept.partition_point(|kept| kept.values.first() >= first);
            let nearest = self.kept.get(until.checked_sub(1)?)?;
            return outdoes(nearest, newcomer).then_some(*nearest);
        }
        self.boxes.better(newcomer)
    }

    fn settle(&mut self) {
        self.kept.append(&mut self.fresh);
        let order = |a: &Point<N, P>, b: &Point<N, P>| b.values.cmp(&a.values).then(a.place.cmp(&b.place));
        self.kept.sort_unstable_by(order);
        self.kept.dedup_by(|later, earlier| later.values == earlier.values);
        if P == 2 {
            // A point stays only if its second value is above all before it.
            let mut best = None;
            self.kept.retain(|point| {
                let second = point.values.get(1).copied();
                let rises = second > best;
                best = best.max(second);
                rises
            });
            if self.kept.len() >= FEW {
                self.skyline = Skyline::of(&self.kept);
            }
        } else {
            self.kept = maxima(&self.kept, self.watch);
            self.boxes = Boxes::of(self.kept.clone());
        }
    }
}

impl<N: Number, const P: usize> Visitor<N, P> for Front<'_, N, P> {
    fn enters(&mut self, most: &Values<N, P>, _: &Values<N, P>, _: usize) -> bool {
        !self.turns_away(most)
    }

    fn sees(&mut self, place: usize, sums: &Values<N, P>) {
        self.offer(sums, place);
    }
}
