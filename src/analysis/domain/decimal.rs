//! Exact decimal numbers. No number of a file is ever converted to a float.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, Pow as _, Signed as _};

/// A fraction of integers of any length, in lowest terms.
pub type Fraction = num_rational::BigRational;

/// Why a number can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// It isn't a decimal number.
    #[error("it is no decimal number like 0.25 or 2.5E-3")]
    NotANumber,
    /// It has more than [`MOST_DIGITS`] digits.
    #[error("it takes more than {MOST_DIGITS} digits to write out")]
    TooLong,
}

/// Maximum number of digits before or after the point. The smallest positive double has 324 places.
pub const MOST_DIGITS: usize = 400;

/// Parses a decimal number: digits with at most one point, an optional sign and an optional exponent. Ignores white
/// space around it.
///
/// ```
/// # use we_can_wait::analysis::domain::{Fraction, decimal};
/// assert_eq!(decimal("0.250").ok(), Some(Fraction::new(1.into(), 4.into())));
/// assert_eq!(decimal("-2.5E-1").ok(), Some(Fraction::new((-1).into(), 4.into())));
/// assert!(decimal("a quarter").is_err());
/// ```
///
/// # Errors
/// If it isn't a decimal number, or has more than [`MOST_DIGITS`] digits before or after the point.
pub fn decimal(text: &str) -> Result<Fraction, DecimalError> {
    let text = text.trim();
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent_of(exponent)?),
        None => (text, 0),
    };
    let digits = mantissa.strip_prefix(['+', '-']).unwrap_or(mantissa);
    let (before, behind) = digits.split_once('.').unwrap_or((digits, ""));
    let all = || before.bytes().chain(behind.bytes());
    if all().next().is_none() || !all().all(|byte| byte.is_ascii_digit()) {
        return Err(DecimalError::NotANumber);
    }
    // Leading and trailing zeros don't matter: 00.5000 is .5.
    let (before, behind) = (before.trim_start_matches('0'), behind.trim_end_matches('0'));
    if before.is_empty() && behind.bytes().all(|digit| digit == b'0') {
        return Ok(Fraction::from(BigInt::ZERO));
    }
    let places = i64::try_from(behind.len()).map_err(|_| DecimalError::TooLong)?;
    let shift = exponent.saturating_sub(places);
    let power = usize::try_from(shift.unsigned_abs()).ok().filter(|power| *power <= MOST_DIGITS);
    let power = power.filter(|_| before.len() + behind.len() <= MOST_DIGITS).ok_or(DecimalError::TooLong)?;
    let number: BigInt = [before, behind].concat().parse().map_err(|_| DecimalError::NotANumber)?;
    let number = if mantissa.starts_with('-') { -number } else { number };
    let power = BigInt::from(10).pow(power);
    Ok(if shift < 0 { Fraction::new(number, power) } else { Fraction::from(number * power) })
}

fn exponent_of(text: &str) -> Result<i64, DecimalError> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DecimalError::NotANumber);
    }
    // An exponent that doesn't fit into 64 bits is out of range anyway, unless the number is 0.
    Ok(text.parse().unwrap_or(if text.starts_with('-') { i64::MIN } else { i64::MAX }))
}

/// Rounds a number to `places` decimal places, halves away from 0.
pub fn rounded(number: &Fraction, places: usize) -> String {
    let digits = (number * Fraction::from(BigInt::from(10).pow(places))).round().to_integer();
    let sign = if digits.is_negative() { "-" } else { "" };
    let digits = format!("{:0>1$}", digits.magnitude(), places + 1);
    let (whole, behind) = digits.split_at(digits.len() - places);
    if behind.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{behind}") }
}

/// Writes a number exactly: as a decimal if that ends, otherwise as a fraction such as `7/12`.
pub fn exact(number: &Fraction) -> String {
    match places(number.denom()) {
        Some(places) => rounded(number, places),
        None => number.to_string(),
    }
}

/// Number of decimal places needed to write a fraction with this denominator; `None` if the decimal never ends.
fn places(parts: &BigInt) -> Option<usize> {
    let twos = usize::try_from(parts.trailing_zeros()?).ok()?;
    let (mut rest, mut fives) = (parts >> twos, 0);
    let five = BigInt::from(5);
    while rest.is_multiple_of(&five) {
        rest /= &five;
        fives += 1;
    }
    rest.is_one().then_some(twos.max(fives))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(above: i64, below: i64) -> Fraction {
        Fraction::new(above.into(), below.into())
    }

    fn read(text: &str) -> Fraction {
        decimal(text).unwrap()
    }

    #[test]
    fn decimals_are_read_as_they_are_written() {
        for (text, above, below) in [
            ("0.1", 1, 10),
            (" 12 ", 12, 1),
            ("+.5", 1, 2),
            ("5.", 5, 1),
            ("1.0E-4", 1, 10_000),
            ("2.5e+3", 2_500, 1),
            ("-0", 0, 1),
            ("-000.250", -1, 4),
            ("0e99999999999999999999", 0, 1),
        ] {
            assert_eq!(read(text), fraction(above, below), "{text}");
        }
        assert_eq!(exact(&read("0.04812290480263827")), "0.04812290480263827");
        let smallest = read("4.9E-324");
        assert_eq!(exact(&smallest).len(), "0.".len() + 325);
    }

    #[test]
    fn invalid_or_overlong_decimals_are_refused() {
        for text in ["", ".", "-", "1,5", "NaN", "Infinity", "0x10", "1e", "1e+", "1d", "--1", "1 2", "٣"] {
            assert_eq!(decimal(text), Err(DecimalError::NotANumber), "{text:?}");
        }
        let long = "7".repeat(MOST_DIGITS + 1);
        for text in ["1e401", "1e-401", "1e-99999999999999999999", long.as_str()] {
            assert_eq!(decimal(text), Err(DecimalError::TooLong), "{text:?}");
        }
        assert!(decimal(long.get(1..).unwrap()).is_ok());
    }

    #[test]
    fn a_fraction_is_written_exactly_or_rounded() {
        assert_eq!(exact(&fraction(1, 3)), "1/3");
        assert_eq!(exact(&fraction(-3, 160)), "-0.01875");
        assert_eq!(exact(&fraction(-5, 1)), "-5");
        for (number, places, told) in [
            (fraction(1, 3), 4, "0.3333"),
            (fraction(2, 3), 4, "0.6667"),
            (read("0.9996"), 3, "1.000"),
            (read("-0.0004"), 3, "0.000"),
            (read("-2.5"), 0, "-3"),
            (read("1e30"), 1, "1000000000000000000000000000000.0"),
        ] {
            assert_eq!(rounded(&number, places), told);
        }
    }
}
