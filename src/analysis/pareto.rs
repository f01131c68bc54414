//! Collects the points that no other dominates, as they are found one at a time.

use super::boxes::{Boxes, Point, covers, maxima, outdoes};
use super::space::Number;
use super::walk::{Values, Visitor};
use super::watch::Watch;

/// Minimum number of newcomers collected before they are merged.
const BATCH: usize = 256;

/// With fewer points, a binary search is as fast as building a skyline.
const FEW: usize = 16;

/// The points that no other dominates, sorted by falling value for the first party. Of points with equal values only
/// the first is kept.
pub(super) struct Front<'w, N, const P: usize> {
    kept: Vec<Point<N, P>>,
    fresh: Vec<Point<N, P>>,
    /// The point that ruled out the last newcomer, since it often rules out the next one too.
    guard: Option<Point<N, P>>,
    /// With two parties: a quick test that catches most dominated points.
    skyline: Option<Skyline<N>>,
    /// With more than two parties: the points in a tree of boxes.
    boxes: Boxes<N, P>,
    watch: &'w Watch,
}

/// A coarse outline of a two-party front. For each step along the first value, it holds the greatest second value of
/// any point beyond that step. A point at or below the outline is certainly covered; a point above it may still be.
struct Skyline<N> {
    low: N,
    shift: u32,
    heights: Vec<N>,
}

/// Number of steps, enough to catch most covered points.
const STEPS: usize = 512;

impl<N: Number> Skyline<N> {
    /// Builds the outline. The points have to be sorted by falling first value, so that the second value rises.
    fn of<const P: usize>(kept: &[Point<N, P>]) -> Option<Self> {
        let both = |point: &Point<N, P>| Some((*point.values.first()?, *point.values.get(1)?));
        let (high, _) = both(kept.first()?)?;
        let (low, height) = both(kept.last()?)?;
        // Shifting by this much leaves fewer than [`STEPS`] steps in the span.
        let shift = (high - low).bits().saturating_sub(STEPS.ilog2());
        let mut heights = Vec::with_capacity(STEPS);
        // Start with the point that has the highest second value. Every step below a point's first value is at least
        // as high as that point.
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

    /// Whether some point of the front has a greater first value and at least the same second value. May return
    /// `false` although there is one.
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

    /// Adds a newcomer unless a point dominates it.
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

    /// Whether every later newcomer with at most these values would be turned away.
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

    /// The points of the front, once all newcomers have been offered.
    pub(super) fn points(mut self) -> Vec<Point<N, P>> {
        self.settle();
        self.kept
    }

    fn better(&self, newcomer: &Point<N, P>) -> Option<Point<N, P>> {
        if P == 2 {
            // Along the front the first value falls and the second rises. So only the last point with at least this
            // first value can match the second.
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
            // Keep a point only if its second value is greater than those of all points before it.
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
