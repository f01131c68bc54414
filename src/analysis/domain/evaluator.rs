//! Issues in whole or real numbers: the values that stand for a range, and what a linear evaluator makes of them.

use num_bigint::BigInt;
use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};

use super::super::space::MOST_DEALS;
use super::{Fraction, exact};

/// An issue whose values are numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) low: Fraction,
    pub(super) high: Fraction,
    /// Only whole numbers between them are values.
    pub(super) whole: bool,
}

/// So many values of a real issue are gone through, as in Genius (`IssueReal`).
const STEPS: usize = 21;

/// How many values an issue may have, from the best choice to the last: with a linear evaluator everything lies between the two
/// ends.
const CHOICES: [usize; 3] = [u16::MAX as usize, STEPS, 2];

impl Range {
    /// So many numbers, or fewer where there are no more: the two ends and between them evenly spaced ones.
    fn numbers(&self, most: usize) -> Vec<Fraction> {
        let count = self.count().min(most);
        let Some(gaps) = count.checked_sub(1).filter(|gaps| *gaps > 0) else { return vec![self.low.clone()] };
        let step = (&self.high - &self.low) / BigInt::from(gaps);
        let numbers = (0..count).map(|place| &self.low + &step * BigInt::from(place));
        numbers.map(|number| if self.whole { number.round() } else { number }).collect()
    }

    /// How many values it has; of a real one those that stand for the others.
    fn count(&self) -> usize {
        match self.whole {
            true => (&self.high - &self.low).to_integer().to_usize().map_or(usize::MAX, |gaps| gaps.saturating_add(1)),
            false if self.low == self.high => 1,
            false => STEPS,
        }
    }

    /// What to say of an issue for which so many numbers stand.
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

/// The numbers that stand for each issue, as many as can be gone through together with issues that make `others` deals, and what
/// to say of them.
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

/// What a party makes of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Evaluator {
    /// `slope` for each 1 above `from`, and `offset`; at least 0 and at most 1.
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
