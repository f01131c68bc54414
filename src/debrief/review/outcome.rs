//! The outcomes of play-outs, and the difference between two positions.

use crate::negotiation::report::Judgement;
use crate::scenario::terms::Measure;

/// How an ending is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::debrief) enum Scale {
    /// The rank of the ending, with all four measures.
    Whole,
    /// Only what a seat can know during the talk. Leaves out the joint value, which depends on the other side's values.
    OwnKnowledge,
}

/// The outcome of one play-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The four measures, 0 to 100, in the order of `Measure::ALL`.
    pub measures: [u8; 4],
    /// The lowest of the four bands, 0 to 4.
    pub lowest: u8,
}

/// Standard errors in a spread. A game has about forty moves, so with two standard errors, chance alone would put one
/// or two moves in a class.
pub(super) const ERRORS: i64 = 3;

/// Quarters of a point in one band of the rank.
pub const BAND: i64 = 400;

impl Outcome {
    /// The outcome in a judgement, on all four measures.
    pub fn of(judgement: &Judgement) -> Self {
        Self::on(Scale::Whole, judgement)
    }

    /// The outcome in a judgement on a scale. A measure that the scale leaves out counts as 0 and does not affect the
    /// lowest band.
    pub(in crate::debrief) fn on(scale: Scale, judgement: &Judgement) -> Self {
        let mut outcome = Self { measures: [0; 4], lowest: u8::MAX };
        let measured = judgement.ending.measures.iter();
        for (slot, measured) in outcome.measures.iter_mut().zip(measured) {
            if scale == Scale::Whole || measured.measure != Measure::Joint {
                *slot = measured.number;
                outcome.lowest = outcome.lowest.min(measured.band);
            }
        }
        outcome
    }

    /// The rank as one number, in quarters of a point: a hundred points for each band of the lowest measure, plus the
    /// mean of the four measures. Orders endings as `Ending::rank` does.
    pub fn rank(self) -> i64 {
        let sum: i64 = self.measures.iter().map(|number| i64::from(*number)).sum();
        i64::from(self.lowest) * BAND + sum
    }
}

/// The difference between two positions, summed over all play-outs so that the changes within a statement add up
/// exactly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Change {
    /// Play-outs on each side.
    pub playouts: u32,
    /// Summed changes of the four measures, in the order of `Measure::ALL`.
    pub measures: [i64; 4],
    /// Summed change of the rank, in quarters of a point (see [`Outcome::rank`]).
    pub rank: i64,
    /// Standard error of `rank`.
    pub error: i64,
}

impl Change {
    /// The change from one position to another. Both must have been played out with the same draws.
    pub fn between(before: &[Outcome], after: &[Outcome]) -> Self {
        let mut change = Self::default();
        let mut squares = 0_i64;
        for (before, after) in before.iter().zip(after) {
            change.playouts += 1;
            let measures = before.measures.iter().zip(&after.measures);
            for (sum, (before, after)) in change.measures.iter_mut().zip(measures) {
                *sum += i64::from(*after) - i64::from(*before);
            }
            let by = after.rank() - before.rank();
            change.rank += by;
            squares += by * by;
        }
        let n = i64::from(change.playouts);
        // For a sum of n differences: n times their variance, with n - 1 in the denominator.
        let variance = (n * squares - change.rank * change.rank) / (n - 1).max(1);
        change.error = variance.max(0).isqrt();
        change
    }

    /// Mean change of the rank in points (a hundred to a band), rounded.
    pub fn points(&self) -> i64 {
        rounded(self.rank, 4 * i64::from(self.playouts))
    }

    /// Spread of that mean in points: three standard errors, rounded up.
    pub fn spread(&self) -> i64 {
        let n = 4 * i64::from(self.playouts.max(1));
        (ERRORS * self.error + n - 1) / n
    }

    /// Mean change of a measure, by its index in `Measure::ALL`, rounded.
    pub fn measure(&self, place: usize) -> i64 {
        let sum = self.measures.get(place).copied().unwrap_or(0);
        rounded(sum, i64::from(self.playouts))
    }

    /// Whether the rounded change is larger than its rounded spread.
    pub fn beats_spread(&self) -> bool {
        self.points().abs() > self.spread()
    }
}

/// Divides and rounds to the nearest integer, halves away from zero.
fn rounded(sum: i64, by: i64) -> i64 {
    let by = by.max(1);
    (sum.abs() * 2 + by) / (by * 2) * sum.signum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(lowest: u8, number: u8) -> Outcome {
        Outcome { measures: [number; 4], lowest }
    }

    #[test]
    fn a_band_outweighs_all_four_measures() {
        assert!(outcome(2, 1).rank() > outcome(1, 100).rank());
        assert!(outcome(1, 60).rank() > outcome(1, 59).rank());
    }

    #[test]
    fn a_constant_change_has_no_error() {
        let before = [outcome(1, 40), outcome(2, 50), outcome(3, 70)];
        let after = before.map(|o| outcome(o.lowest, o.measures[0] + 5));
        let change = Change::between(&before, &after);
        assert_eq!((change.rank, change.error), (60, 0));
        assert_eq!((change.points(), change.measure(0)), (5, 5));
        assert!(change.beats_spread());
    }

    #[test]
    fn a_chance_difference_does_not_beat_its_spread() {
        let before = [0, 2, 0, 2].map(|lowest| outcome(lowest, 50));
        let after = [2, 0, 2, 1].map(|lowest| outcome(lowest, 50));
        let change = Change::between(&before, &after);
        assert_eq!(change.rank, BAND);
        assert!(!change.beats_spread());
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!((rounded(5, 2), rounded(-5, 2), rounded(4, 3)), (3, -3, 1));
    }
}
