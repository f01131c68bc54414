//! Issues with integer or real values: sample values for their ranges, and linear evaluators.

use num_bigint::BigInt;
use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};

use super::super::space::MOST_DEALS;
use super::{Fraction, exact};

/// An issue whose values are numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) low: Fraction,
    pub(super) high: Fraction,
    /// Whether only the integers in the range are values.
    pub(super) whole: bool,
}

/// Number of sample values for a real issue, the same as in Genius (`IssueReal`).
const STEPS: usize = 21;

/// Limits on the number of values per issue, most precise first. With a linear evaluator, everything lies between the
/// two ends of the range.
const CHOICES: [usize; 3] = [u16::MAX as usize, STEPS, 2];

impl Range {
    /// At most `most` evenly spaced numbers, including both ends.
    fn numbers(&self, most: usize) -> Vec<Fraction> {
        let count = self.count().min(most);
        let Some(gaps) = count.checked_sub(1).filter(|gaps| *gaps > 0) else { return vec![self.low.clone()] };
        let step = (&self.high - &self.low) / BigInt::from(gaps);
        let numbers = (0..count).map(|place| &self.low + &step * BigInt::from(place));
        numbers.map(|number| if self.whole { number.round() } else { number }).collect()
    }

    /// Number of values; for a real issue, of sample values.
    fn count(&self) -> usize {
        match self.whole {
            true => (&self.high - &self.low).to_integer().to_usize().map_or(usize::MAX, |gaps| gaps.saturating_add(1)),
            false if self.low == self.high => 1,
            false => STEPS,
        }
    }

    /// A warning if only samples of the values are used.
    fn told(&self, name: &str, numbers: usize) -> Option<String> {
        let between = format!("between {} and {}", exact(&self.low), exact(&self.high));
        match self.whole {
            true if numbers < self.count() => {
                let all = &self.high - &self.low + Fraction::one();
                Some(format!(
                    "issue \"{name}\" has {all} values; {numbers} evenly spaced ones {between} stand for them"
                ))
            }
            false => Some(format!("issue \"{name}\" is real; {numbers} evenly spaced values {between} stand for it")),
            true => None,
        }
    }
}

/// The values to use for each issue, as many as the limit on deals allows, and warnings about them. `others` is the
/// number of deals that the remaining issues make up.
pub(super) fn numbers(ranges: &[(&str, &Range)], others: u64) -> (Vec<Vec<Fraction>>, Vec<String>) {
    let deals = |most: &usize| {
        let counts = ranges.iter().map(|(_, range)| range.count().min(*most) as u64);
        counts.fold(others, u64::saturating_mul)
    };
    let fits = CHOICES.iter().find(|most| deals(most) <= MOST_DEALS);
    let most = fits.copied().unwrap_or(2);
    let numbers: Vec<_> = ranges.iter().map(|(_, range)| range.numbers(most)).collect();
    let told = ranges.iter().zip(&numbers).filter_map(|((name, range), numbers)| range.told(name, numbers.len()));
    let told = told.collect();
    (numbers, told)
}

/// How a party evaluates a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Evaluator {
    /// `offset`, plus `slope` for each 1 above `from`, clamped to between 0 and 1.
    Linear {
        from: Fraction,
        slope: Fraction,
        offset: Fraction,
    },
    Constant(Fraction),
}

impl Evaluator {
    pub(super) fn evaluation(&self, number: &Fraction) -> Fraction {
        match self {
            Evaluator::Linear { from, slope, offset } => {
                let evaluation = (number - from) * slope + offset;
                if evaluation.is_negative() { Fraction::zero() } else { evaluation.min(Fraction::one()) }
            }
            Evaluator::Constant(evaluation) => evaluation.clone(),
        }
    }
}
