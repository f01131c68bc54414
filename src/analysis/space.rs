//! A deal space as tables: for each party, the worth of each pair of each issue, and the losses from broken linkages.

use std::fmt::Debug;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

use bnum::BInt;
use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

use crate::scenario::resolved::Deal;

/// Integers for counting values: `i64` for a scenario; for a domain, the smallest type that holds its values.
pub trait Number:
    Copy + Ord + Default + Debug + Add<Output = Self> + AddAssign + Sub<Output = Self> + SubAssign + Sum
{
    /// Maximum absolute value of a party's sums. A few of these can be added without overflow.
    const MOST: Self;

    /// Converts a number; `None` if it doesn't fit.
    fn of(number: &BigInt) -> Option<Self>;

    /// Converts to an integer of unlimited size.
    fn big(self) -> BigInt;

    /// The absolute value; `None` if it doesn't fit.
    fn size(self) -> Option<Self>;

    /// The sum; `None` if it exceeds [`Self::MOST`] in either direction.
    fn plus(self, other: Self) -> Option<Self>;

    /// Number of binary digits. Must not be negative.
    fn bits(self) -> u32;

    /// Number of whole steps of size `1 << shift` from `low` up to this number, which must not be below `low`.
    fn steps(self, low: Self, shift: u32) -> usize;
}

/// Methods that are implemented in the same way for every integer type.
macro_rules! counts {
    () => {
        fn size(self) -> Option<Self> {
            self.checked_abs()
        }

        fn plus(self, other: Self) -> Option<Self> {
            self.checked_add(other).filter(|sum| *sum <= Self::MOST)
        }

        fn bits(self) -> u32 {
            Self::BITS - self.leading_zeros()
        }

        fn steps(self, low: Self, shift: u32) -> usize {
            usize::try_from((self - low) >> shift).unwrap_or_default()
        }
    };
}

impl Number for i64 {
    const MOST: Self = i64::MAX >> 6;

    fn of(number: &BigInt) -> Option<Self> {
        number.to_i64()
    }

    fn big(self) -> BigInt {
        self.into()
    }

    counts!();
}

impl Number for i128 {
    const MOST: Self = i128::MAX >> 6;

    fn of(number: &BigInt) -> Option<Self> {
        number.to_i128()
    }

    fn big(self) -> BigInt {
        self.into()
    }

    counts!();
}

/// Integers of `L` times 64 bits, for domains that don't fit into 128 bits.
impl<const L: usize> Number for BInt<L> {
    const MOST: Self = BInt::MAX.shr(6);

    fn of(number: &BigInt) -> Option<Self> {
        BInt::from_le_slice(&number.to_signed_bytes_le())
    }

    fn big(self) -> BigInt {
        let bytes: Vec<u8> = self.to_bits().digits().iter().flat_map(|digit| digit.to_le_bytes()).collect();
        BigInt::from_signed_bytes_le(&bytes)
    }

    counts!();
}

/// A linkage over some issues, evaluated for each combination of their pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linkage<N = i64> {
    /// The issues it looks at, sorted and without duplicates.
    pub issues: Vec<usize>,
    /// Whether each combination of pairs breaks it. The last issue varies fastest.
    pub broken: Vec<bool>,
    /// The value lost by a deal that breaks it.
    pub loses: N,
}

/// A party's preferences over a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party<N = i64> {
    /// For each issue and pair, its weight times its points.
    pub worth: Vec<Vec<N>>,
    pub linkages: Vec<Linkage<N>>,
    /// The value of no deal.
    pub reservation: N,
    /// The maximum value of a deal, whatever its parts add up to; `None` if there is no limit.
    pub ceiling: Option<N>,
}

/// A deal space: the number of pairs of each issue, and the parties. Deals are ordered with the last issue varying
/// fastest. Between equally good deals, the earlier one is named.
///
/// The functions of this module expect a space that has passed [`Space::checked`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space<N = i64> {
    /// Number of pairs of each issue.
    pub pairs: Vec<usize>,
    pub parties: Vec<Party<N>>,
}

/// Why a space can't be analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SpaceError {
    #[error("the space has more than {0} deals, too many to go through")]
    TooLarge(u64),
    /// An issue has no pairs, or a table has the wrong size.
    #[error("issue {0} has no pair, or a party has no worth for one of its pairs")]
    Incomplete(usize),
    #[error("linkage {linkage} of party {party} does not fit the issues that it looks at")]
    Misfit { party: usize, linkage: usize },
    #[error("there are {0} parties; the analysis takes at most {MOST_PARTIES}")]
    TooManyParties(usize),
    #[error("the values of party {0} are too large to be added up exactly")]
    TooGreat(usize),
}

/// Maximum number of deals in a space.
pub const MOST_DEALS: u64 = 20_000_000;

/// Maximum number of parties in a space.
pub const MOST_PARTIES: usize = 8;

impl<N: Number> Space<N> {
    /// Returns the space if it is complete and not too large.
    ///
    /// # Errors
    /// If it is incomplete or too large.
    pub fn checked(self) -> Result<Self, SpaceError> {
        let mut deals = 1_u64;
        for (issue, pairs) in self.pairs.iter().enumerate() {
            let fits = |party: &Party<N>| party.worth.get(issue).map(Vec::len) == Some(*pairs);
            // A deal refers to a pair by a 16-bit number.
            if *pairs == 0 || *pairs > usize::from(u16::MAX) || !self.parties.iter().all(fits) {
                return Err(SpaceError::Incomplete(issue));
            }
            deals = deals.saturating_mul(*pairs as u64);
            if deals > MOST_DEALS {
                return Err(SpaceError::TooLarge(MOST_DEALS));
            }
        }
        if self.parties.len() > MOST_PARTIES {
            return Err(SpaceError::TooManyParties(self.parties.len()));
        }
        for (place, party) in self.parties.iter().enumerate() {
            let misfit = |linkage: &Linkage<N>| !linkage.fits(&self.pairs);
            if let Some(linkage) = party.linkages.iter().position(misfit) {
                let party = place;
                return Err(SpaceError::Misfit { party, linkage });
            }
            if party.extent().is_none() {
                return Err(SpaceError::TooGreat(place));
            }
        }
        Ok(self)
    }

    /// The value of a deal for each party, at least 0.
    pub fn values(&self, deal: &Deal) -> Vec<N> {
        let worth = self.parties.iter().map(|party| party.value(&self.pairs, deal));
        worth.collect()
    }

    /// Whether every party is at least as well off as with no deal.
    pub fn acceptable(&self, values: &[N]) -> bool {
        let reservations = self.parties.iter().map(|party| party.reservation);
        values.iter().zip(reservations).all(|(v, r)| *v >= r)
    }
}

impl<N> Space<N> {
    /// Number of deals.
    pub fn deals(&self) -> usize {
        self.pairs.iter().product()
    }

    /// The deal at this position in the order of deals.
    pub fn deal(&self, mut place: usize) -> Deal {
        let mut deal = vec![0; self.pairs.len()];
        for (slot, pairs) in deal.iter_mut().zip(&self.pairs).rev() {
            *slot = u16::try_from(place % pairs).unwrap_or(u16::MAX);
            place /= pairs;
        }
        deal
    }
}

impl<N: Number> Party<N> {
    /// The value of a deal, given the sum of its parts: at least 0 and at most the ceiling.
    pub(super) fn bounded(&self, sum: N) -> N {
        let value = sum.max(N::default());
        self.ceiling.map_or(value, |ceiling| value.min(ceiling))
    }

    fn value(&self, pairs: &[usize], deal: &Deal) -> N {
        let worth = self.worth.iter().zip(deal);
        let sum: N = worth.map(|(worth, pair)| worth.get(usize::from(*pair)).copied().unwrap_or_default()).sum();
        let lost: N =
            self.linkages.iter().filter(|linkage| linkage.is_broken(pairs, deal)).map(|linkage| linkage.loses).sum();
        self.bounded(sum - lost)
    }

    /// An upper bound for the absolute value of any sum of this party's numbers; `None` if that could exceed the
    /// limit.
    fn extent(&self) -> Option<N> {
        let greatest = |worth: &Vec<N>| {
            let mut sizes = worth.iter().map(|number| number.size());
            sizes.try_fold(N::default(), |most, size| size.map(|size| most.max(size)))
        };
        let worth = self.worth.iter().map(greatest);
        let others = self.linkages.iter().map(|linkage| linkage.loses).chain([self.reservation]).chain(self.ceiling);
        worth.chain(others.map(N::size)).try_fold(N::default(), |sum, size| sum.plus(size?))
    }
}

impl<N> Linkage<N> {
    /// Whether a deal breaks this linkage.
    pub fn is_broken(&self, pairs: &[usize], deal: &Deal) -> bool {
        let place = self.issues.iter().fold(0, |place, issue| {
            let of = pairs.get(*issue).copied().unwrap_or(1);
            place * of + deal.get(*issue).map_or(0, |pair| usize::from(*pair))
        });
        self.broken.get(place).copied().unwrap_or_default()
    }

    fn fits(&self, pairs: &[usize]) -> bool {
        let in_order = self.issues.is_sorted_by(|one, next| one < next);
        let combinations =
            self.issues.iter().try_fold(1_usize, |product, issue| product.checked_mul(pairs.get(*issue).copied()?));
        in_order && combinations == Some(self.broken.len())
    }
}
