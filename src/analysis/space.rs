//! A deal space in tables: for each party what each pair of each issue is worth, and what broken linkages cost.

use std::fmt::Debug;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

use bnum::BInt;
use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

use crate::scenario::resolved::Deal;

/// The integers that values are counted in: `i64` for a scenario; for a domain the smallest of these that holds its values.
pub trait Number:
    Copy + Ord + Default + Debug + Add<Output = Self> + AddAssign + Sub<Output = Self> + SubAssign + Sum
{
    /// The largest that a party's values may come to, either way. A few of them can be added without overflow.
    const MOST: Self;

    /// `None` where it does not fit.
    fn of(number: &BigInt) -> Option<Self>;

    /// The same number, with room to grow.
    fn big(self) -> BigInt;

    /// Its distance from 0; `None` where it does not fit.
    fn size(self) -> Option<Self>;

    /// The sum; `None` where it is beyond [`Self::MOST`].
    fn plus(self, other: Self) -> Option<Self>;

    /// How many binary digits it has, of a number that is not negative.
    fn bits(self) -> u32;

    /// How many whole steps of two to the power of `shift` it is above `low`, which is no greater.
    fn steps(self, low: Self, shift: u32) -> usize;
}

/// What every integer does in the same words.
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

/// Of `L` times 64 binary digits, for domains that 128 do not hold.
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

/// A linkage over a few issues, worked out for each of their combinations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linkage<N = i64> {
    /// The issues it looks at, in order, each once.
    pub issues: Vec<usize>,
    /// For each combination of their pairs (the last issue fastest): whether it is broken.
    pub broken: Vec<bool>,
    /// What a deal that breaks it loses.
    pub loses: N,
}

/// A party's preferences over a space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party<N = i64> {
    /// For each issue and pair what it is worth: weight times points.
    pub worth: Vec<Vec<N>>,
    pub linkages: Vec<Linkage<N>>,
    /// What no deal is worth.
    pub reservation: N,
    /// The most that a deal can be worth, whatever its parts add up to; `None` where they simply add up.
    pub ceiling: Option<N>,
}

/// A deal space: how many pairs each issue has, and the parties. Deals are in the order of their pairs, the last issue fastest;
/// where two are as good as each other, the earlier one is named.
///
/// The functions of this layer take a space that has passed [`Space::checked`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space<N = i64> {
    /// Number of pairs of each issue.
    pub pairs: Vec<usize>,
    pub parties: Vec<Party<N>>,
}

/// Why there is no such space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SpaceError {
    #[error("the space has more than {0} deals, too many to go through")]
    TooLarge(u64),
    /// An issue without a pair, or a table that does not fit.
    #[error("issue {0} has no pair, or a party has no worth for one of its pairs")]
    Incomplete(usize),
    #[error("linkage {linkage} of party {party} does not fit the issues that it looks at")]
    Misfit { party: usize, linkage: usize },
    #[error("there are {0} parties; the analysis takes at most {MOST_PARTIES}")]
    TooManyParties(usize),
    #[error("the values of party {0} are too large to be added up exactly")]
    TooGreat(usize),
}

/// Most deals that are gone through.
pub const MOST_DEALS: u64 = 20_000_000;

/// Most parties of a space.
pub const MOST_PARTIES: usize = 8;

impl<N: Number> Space<N> {
    /// The space, if it is whole and not too large.
    ///
    /// # Errors
    /// When it is not.
    pub fn checked(self) -> Result<Self, SpaceError> {
        let mut deals = 1_u64;
        for (issue, pairs) in self.pairs.iter().enumerate() {
            let fits = |party: &Party<N>| party.worth.get(issue).map(Vec::len) == Some(*pairs);
            // A deal names a pair by a number of sixteen bits.
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

    /// What a deal is worth to each party, at least 0.
    pub fn values(&self, deal: &Deal) -> Vec<N> {
        let worth = self.parties.iter().map(|party| party.value(&self.pairs, deal));
        worth.collect()
    }

    /// Whether every party is at least as well off as without a deal.
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

    /// The deal at a place of the order.
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
    /// What a deal is worth, of what its parts add up to: at least 0, at most the ceiling.
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

    /// A bound that no sum of this party's numbers goes beyond, either way; `None` where sums may be too great.
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
    /// Whether a deal breaks it.
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
