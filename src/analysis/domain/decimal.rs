//! Decimals as they are written, exactly: fractions of whole numbers of 128 bits. No number of a file goes through a float.

use std::fmt;

/// A fraction in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

/// Why a number cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// It is not written as a decimal.
    #[error("it is no decimal number like 0.25 or 2.5E-3")]
    NotANumber,
    /// It has more digits than fit.
    #[error("it has more digits than can be kept exactly (about 38)")]
    TooLong,
}

/// More digits than this before or behind the point never fit.
const DIGITS: i32 = 38;

impl Fraction {
    /// Nothing.
    pub const ZERO: Self = Self::whole(0);
    /// One.
    pub const ONE: Self = Self::whole(1);

    /// A whole number.
    pub const fn whole(number: i128) -> Self {
        Self { numerator: number, denominator: 1 }
    }

    /// One whole number over another; `None` when the lower is 0 or the result does not fit.
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        let sign = denominator.signum();
        let by = i128::try_from(gcd(numerator.unsigned_abs(), denominator.unsigned_abs())).ok()?;
        if sign == 0 {
            return None;
        }
        Some(Self {
            numerator: numerator.checked_div(by)?.checked_mul(sign)?,
            denominator: denominator.checked_div(by)?.checked_mul(sign)?,
        })
    }

    /// A decimal: digits with at most one point, perhaps a sign before and an exponent behind. Blanks around it are left out.
    ///
    /// ```
    /// # use we_can_wait::analysis::domain::Fraction;
    /// assert_eq!(Fraction::decimal("0.250").ok(), Fraction::new(1, 4));
    /// assert_eq!(Fraction::decimal("-2.5E-1").ok(), Fraction::new(-1, 4));
    /// assert!(Fraction::decimal("a quarter").is_err());
    /// ```
    ///
    /// # Errors
    /// When it is none, or has more digits than fit.
    pub fn decimal(text: &str) -> Result<Self, DecimalError> {
        let text = text.trim();
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
            None => (text, 0),
        };
        let (sign, digits) = match mantissa.as_bytes().first() {
            Some(b'-') => (-1, mantissa.get(1..)),
            Some(b'+') => (1, mantissa.get(1..)),
            _ => (1, Some(mantissa)),
        };
        let digits = digits.ok_or(DecimalError::NotANumber)?;
        let (before, behind) = digits.split_once('.').unwrap_or((digits, ""));
        let all = || before.bytes().chain(behind.bytes());
        if all().next().is_none() || !all().all(|byte| byte.is_ascii_digit()) {
            return Err(DecimalError::NotANumber);
        }
        // Zeros at the end say nothing: 0.5000 is 0.5.
        let behind = behind.trim_end_matches('0');
        let number = before
            .bytes()
            .chain(behind.bytes())
            .try_fold(0_i128, |number, digit| number.checked_mul(10)?.checked_add(i128::from(digit - b'0')));
        let number = sign * number.ok_or(DecimalError::TooLong)?;
        if number == 0 {
            return Ok(Self::ZERO);
        }
        let places = i32::try_from(behind.len()).map_err(|_| DecimalError::TooLong)?;
        let shift = exponent.saturating_sub(places);
        let power = power_of_ten(shift.unsigned_abs()).ok_or(DecimalError::TooLong)?;
        let fraction = if shift < 0 { Self::new(number, power) } else { number.checked_mul(power).map(Self::whole) };
        fraction.ok_or(DecimalError::TooLong)
    }

    /// The whole number above the line.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The whole number below the line, above 0.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether it is below 0.
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// The product; `None` when it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        // What is above one line and below the other is taken out first, so that nothing grows without need.
        let one = Self::new(self.numerator, other.denominator)?;
        let two = Self::new(other.numerator, self.denominator)?;
        Some(Self {
            numerator: one.numerator.checked_mul(two.numerator)?,
            denominator: one.denominator.checked_mul(two.denominator)?,
        })
    }

    /// The quotient; `None` when the other is 0 or it does not fit.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.denominator, other.numerator)?)
    }

    /// The sum; `None` when it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let below = common(self.denominator, other.denominator)?;
        let sum = self.on(below)?.checked_add(other.on(below)?)?;
        Self::new(sum, below)
    }

    /// Whether it is above another; `None` when they cannot be brought to one denominator.
    pub fn is_above(self, other: Self) -> Option<bool> {
        let below = common(self.denominator, other.denominator)?;
        Some(self.on(below)? > other.on(below)?)
    }

    /// The numerator over this denominator; `None` when it is not whole or does not fit.
    pub fn on(self, scale: i128) -> Option<i128> {
        if scale.checked_rem(self.denominator)? != 0 {
            return None;
        }
        self.numerator.checked_mul(scale / self.denominator)
    }

    /// Rounded to so many places behind the point, half away from 0.
    pub fn rounded(self, places: u32) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let (number, below) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        let mut rest = number % below;
        let mut digits = Vec::new();
        for _ in 0..places {
            let (digit, left) = next_digit(rest, below);
            digits.push(digit);
            rest = left;
        }
        let mut whole = number / below;
        if rest >= below - rest {
            // Nines turn to zeros until a digit can take one more.
            let mut carry = true;
            for digit in digits.iter_mut().rev() {
                *digit = if *digit == 9 { 0 } else { *digit + 1 };
                carry = *digit == 0;
                if !carry {
                    break;
                }
            }
            whole += u128::from(carry);
        }
        let behind: String = digits.iter().map(u8::to_string).collect();
        let is_zero = whole == 0 && digits.iter().all(|digit| *digit == 0);
        let sign = if is_zero { "" } else { sign };
        if behind.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{behind}") }
    }

    /// How many places behind the point it takes to write it out; `None` when it never ends.
    fn places(self) -> Option<u32> {
        let mut below = self.denominator;
        let mut count = |by: i128| {
            let mut times = 0;
            while below % by == 0 {
                below /= by;
                times += 1;
            }
            times
        };
        let places = count(2).max(count(5));
        (below == 1).then_some(places)
    }
}

/// The next digit of a rest in long division, and what is left. The rest may be close to the largest number there is, so it is
/// doubled and added instead of being multiplied by ten.
fn next_digit(rest: u128, below: u128) -> (u8, u128) {
    let double = |(digit, rest): (u8, u128)| {
        if rest >= below - rest { (2 * digit + 1, rest - (below - rest)) } else { (2 * digit, rest + rest) }
    };
    // Ten times the rest is twice its fivefold; five times is four times and once more.
    let (digit, four) = double(double((0, rest)));
    let five = if four >= below - rest { (digit + 1, four - (below - rest)) } else { (digit, four + rest) };
    double(five)
}

/// Exactly: written out when it ends, else as a fraction like `7/12`.
impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.places() {
            Some(places) => f.write_str(&self.rounded(places)),
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

fn exponent_of(text: &str) -> Result<i32, DecimalError> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DecimalError::NotANumber);
    }
    // An exponent that is no number of 32 bits is far beyond what fits, except for 0, which is the same at any scale.
    Ok(text.parse().unwrap_or(if text.starts_with('-') { i32::MIN } else { i32::MAX }))
}

fn power_of_ten(exponent: u32) -> Option<i128> {
    if exponent > DIGITS.unsigned_abs() {
        return None;
    }
    10_i128.checked_pow(exponent)
}

const fn gcd(mut one: u128, mut other: u128) -> u128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// The least number that two numbers above 0 both divide; `None` when it does not fit.
pub(super) fn common(one: i128, other: i128) -> Option<i128> {
    let by = i128::try_from(gcd(one.unsigned_abs(), other.unsigned_abs())).ok()?;
    one.checked_div(by)?.checked_mul(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Fraction {
        Fraction::decimal(text).unwrap()
    }

    #[test]
    fn decimals_are_read_as_they_are_written() {
        assert_eq!(decimal("0.1"), Fraction::new(1, 10).unwrap());
        assert_eq!(decimal(" 12 "), Fraction::whole(12));
        assert_eq!(decimal("+.5"), Fraction::new(1, 2).unwrap());
        assert_eq!(decimal("5."), Fraction::whole(5));
        assert_eq!(decimal("1.0E-4"), Fraction::new(1, 10_000).unwrap());
        assert_eq!(decimal("2.5e+3"), Fraction::whole(2_500));
        assert_eq!(decimal("-0"), Fraction::ZERO);
        assert_eq!(decimal("0e99999999999"), Fraction::ZERO);
        assert_eq!(decimal("0.04812290480263827").to_string(), "0.04812290480263827");
    }

    #[test]
    fn what_is_no_decimal_or_too_long_is_refused() {
        for text in ["", ".", "-", "1,5", "NaN", "Infinity", "0x10", "1e", "1e+", "1d", "--1", "1 2", "٣"] {
            assert_eq!(Fraction::decimal(text), Err(DecimalError::NotANumber), "{text:?}");
        }
        for text in ["1e39", "1e-39", "1e-99999999999", "123456789012345678901234567890123456789012"] {
            assert_eq!(Fraction::decimal(text), Err(DecimalError::TooLong), "{text:?}");
        }
    }

    #[test]
    fn a_fraction_is_written_exactly_or_rounded() {
        let third = Fraction::new(1, 3).unwrap();
        assert_eq!(third.to_string(), "1/3");
        assert_eq!(third.rounded(4), "0.3333");
        assert_eq!(Fraction::new(2, 3).unwrap().rounded(4), "0.6667");
        assert_eq!(decimal("0.9996").rounded(3), "1.000");
        assert_eq!(decimal("-0.0004").rounded(3), "0.000");
        assert_eq!(decimal("-2.5").rounded(0), "-3");
        assert_eq!(decimal("-0.125").to_string(), "-0.125");
        let nearly_one = Fraction::new(i128::MAX - 1, i128::MAX).unwrap();
        assert_eq!(nearly_one.rounded(20), "1.00000000000000000000");
        assert_eq!(Fraction::new(i128::MAX / 3, i128::MAX).unwrap().rounded(6), "0.333333");
    }

    #[test]
    fn sums_and_products_that_do_not_fit_are_none() {
        let small = decimal("1e-30");
        assert_eq!(small.times(small), None);
        assert_eq!(Fraction::new(1, 0), None);
        assert_eq!(Fraction::ONE.over(Fraction::ZERO), None);
        assert_eq!(Fraction::whole(i128::MAX).plus(Fraction::ONE), None);
        let (third, quarter) = (Fraction::new(1, 3).unwrap(), Fraction::new(-1, 4).unwrap());
        assert_eq!(third.plus(quarter), Fraction::new(1, 12));
        assert_eq!(third.over(quarter), Fraction::new(-4, 3));
        assert_eq!(third.is_above(quarter), Some(true));
        assert_eq!(Fraction::new(i128::MIN, -1), None);
    }
}
