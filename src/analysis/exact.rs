//! Integers in which the values of several parties are compared, multiplied and divided exactly.

use std::iter::Sum;
use std::ops::Sub;

use num_bigint::{BigInt, BigUint};
use num_traits::{ToPrimitive as _, Zero as _};

/// The unit of opposition: a distance of this many units is all of a party's best value.
pub const OPPOSITION_WHOLE: u64 = 1_000_000_000_000;

/// Implemented by `i128`, used if everything fits, and [`BigInt`], used otherwise.
pub(super) trait Exact: Clone + Ord + Default + Sum + for<'a> Sum<&'a Self> + Sub<Output = Self> {
    type Product: Ord;

    /// The product of factors that aren't negative.
    fn product<'a>(factors: impl Iterator<Item = &'a Self> + Clone) -> Self::Product
    where
        Self: 'a;

    /// The share of `whole` that this is, in units of [`OPPOSITION_WHOLE`], rounded down. Requires 0 ≤ `self` ≤
    /// `whole`.
    fn share(&self, whole: &Self) -> u128;
}

/// A product of integers that aren't negative.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Product {
    Small(u128),
    /// A product too large for the other variant.
    Large(BigUint),
}

impl Exact for i128 {
    type Product = Product;

    fn product<'a>(factors: impl Iterator<Item = &'a Self> + Clone) -> Product {
        let mut sizes = factors.clone().map(|factor| factor.unsigned_abs());
        let small = sizes.try_fold(1_u128, u128::checked_mul);
        small.map_or_else(|| large(factors), Product::Small)
    }

    fn share(&self, whole: &Self) -> u128 {
        match self.checked_mul(i128::from(OPPOSITION_WHOLE)) {
            Some(parts) => parts.checked_div(*whole).unwrap_or_default().unsigned_abs(),
            None => BigInt::from(*self).share(&BigInt::from(*whole)),
        }
    }
}

/// Multiplies factors whose product overflows unless one of the later ones is 0.
fn large<'a>(factors: impl Iterator<Item = &'a i128> + Clone) -> Product {
    if factors.clone().any(|factor| *factor == 0) {
        return Product::Small(0);
    }
    Product::Large(factors.map(|factor| BigUint::from(factor.unsigned_abs())).product())
}

impl Exact for BigInt {
    type Product = BigInt;

    fn product<'a>(factors: impl Iterator<Item = &'a Self> + Clone) -> BigInt {
        factors.product()
    }

    fn share(&self, whole: &Self) -> u128 {
        if whole.is_zero() {
            return 0;
        }
        (self * OPPOSITION_WHOLE / whole).to_u128().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(factors: &[i128]) -> Product {
        i128::product(factors.iter())
    }

    #[test]
    fn large_products_are_exact_to_the_last_digit() {
        let most = i128::MAX;
        assert_eq!(
            product(&[most, most]),
            Product::Large(BigUint::from(2_u8).pow(254) - BigUint::from(2_u8).pow(128) + 1_u8)
        );
        assert!(product(&[most, most, 3]) > product(&[most, most, 2]));
        assert!(product(&[most, most - 1]) < product(&[most, most]));
        assert_eq!(product(&[most, 6, most]), product(&[3, most, most, 2]));
    }

    #[test]
    fn a_zero_factor_makes_any_product_zero() {
        assert_eq!(product(&[i128::MAX, i128::MAX, 0]), Product::Small(0));
        assert_eq!(product(&[]), Product::Small(1));
        assert!(product(&[i128::MAX, 2]) < product(&[i128::MAX, 3]));
        assert!(matches!(product(&[i128::MAX, 2]), Product::Small(_)));
        assert!(matches!(product(&[i128::MAX, 3]), Product::Large(..)));
    }

    #[test]
    fn shares_agree_for_small_and_large_integers() {
        for (part, whole) in [(0, 0), (0, 7), (7, 7), (1, 3), (i128::MAX / 3, i128::MAX), (i128::MAX - 1, i128::MAX)] {
            assert_eq!(part.share(&whole), BigInt::from(part).share(&BigInt::from(whole)), "{part} of {whole}");
        }
        assert_eq!((i128::MAX / 2).share(&i128::MAX), 499_999_999_999);
    }
}
