//! Products that stay exact however large they grow, so that they can be compared.

/// A product of whole numbers that are not negative.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Product {
    Small(u128),
    /// It is larger than what fits: how many digits of 32 bits it has, and the digits, the highest first.
    Large(usize, Vec<u32>),
}

impl Product {
    pub(super) fn of(factors: impl Iterator<Item = i128> + Clone) -> Self {
        let sizes = factors.map(i128::unsigned_abs);
        if sizes.clone().any(|factor| factor == 0) {
            return Product::Small(0);
        }
        let small = sizes.clone().try_fold(1_u128, u128::checked_mul);
        small.map_or_else(|| large(sizes), Product::Small)
    }
}

fn large(factors: impl Iterator<Item = u128>) -> Product {
    let mut digits = factors.fold(vec![1], |digits, factor| times(&digits, factor));
    while digits.last() == Some(&0) {
        digits.pop();
    }
    digits.reverse();
    Product::Large(digits.len(), digits)
}

/// The product of a number (digits of 32 bits, the lowest first) and a factor, by long multiplication.
fn times(digits: &[u32], factor: u128) -> Vec<u32> {
    let mut product = vec![0_u32; digits.len() + 4];
    for place in 0..4 {
        let by = factor >> (32 * place) & u128::from(u32::MAX);
        let mut carry = 0_u128;
        for (slot, digit) in product.iter_mut().skip(place).zip(digits.iter().chain([&0])) {
            let sum = u128::from(*slot) + by * u128::from(*digit) + carry;
            *slot = low(sum);
            carry = sum >> 32;
        }
    }
    product
}

fn low(number: u128) -> u32 {
    u32::try_from(number & u128::from(u32::MAX)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn product(factors: &[i128]) -> Product {
        Product::of(factors.iter().copied())
    }

    #[test]
    fn large_products_are_exact_to_the_last_digit() {
        let most = i128::MAX;
        // (2^127 - 1)^2 = 2^254 - 2^128 + 1
        let square = Product::Large(8, vec![0x3fff_ffff, u32::MAX, u32::MAX, u32::MAX, 0, 0, 0, 1]);
        assert_eq!(product(&[most, most]), square);
        assert!(product(&[most, most, 3]) > product(&[most, most, 2]));
        assert!(product(&[most, most - 1]) < product(&[most, most]));
        assert_eq!(product(&[most, 6, most]), product(&[3, most, most, 2]));
    }

    #[test]
    fn a_zero_makes_nothing_of_the_largest() {
        assert_eq!(product(&[i128::MAX, i128::MAX, 0]), Product::Small(0));
        assert_eq!(product(&[]), Product::Small(1));
        assert!(product(&[i128::MAX, 2]) < product(&[i128::MAX, 3]));
        assert!(matches!(product(&[i128::MAX, 2]), Product::Small(_)));
        assert!(matches!(product(&[i128::MAX, 3]), Product::Large(..)));
    }
}
