//! Points of a deal space that theories of bargaining single out. Each is a deal of the frontier; lotteries between deals are
//! left out, so that a point is something that could be signed. Where several deals are as good, the one that gives more to the
//! party that gains least is taken, then the one that stands first on the frontier.

use std::cmp::Ordering;

use super::frontier::Outcome;
use super::space::Space;

/// The points, by their place on the frontier; `None` where no deal is acceptable to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Solutions {
    /// Nash (1950): the largest product of what each party gains over its reservation value.
    pub nash: Option<usize>,
    /// Kalai and Smorodinsky (1975): the largest least share that a party gets of the most it could gain while the others are
    /// no worse off than without a deal. Both are counted from the reservation value.
    pub kalai_smorodinsky: Option<usize>,
    /// The egalitarian point of Kalai (1977): the largest least gain over the reservation value.
    pub egalitarian: Option<usize>,
    /// The largest sum of values (Harsanyi 1955), without regard to reservation values.
    pub welfare: Option<usize>,
}

/// The points of a space on its frontier.
pub fn solutions(space: &Space, frontier: &[Outcome]) -> Solutions {
    let gains: Vec<Option<Vec<i64>>> = frontier
        .iter()
        .map(|outcome| {
            space
                .acceptable(&outcome.values)
                .then(|| gains(space, &outcome.values))
        })
        .collect();
    let most: Vec<i64> = (0..space.parties.len())
        .map(|party| {
            let of_party = gains.iter().flatten().filter_map(|g| g.get(party).copied());
            of_party.max().unwrap_or_default()
        })
        .collect();
    Solutions {
        nash: best(&gains, |gains| {
            let factors = gains.iter().map(|gain| i128::from(*gain));
            factors.fold(1_i128, i128::saturating_mul)
        }),
        kalai_smorodinsky: best(&gains, |gains| least_share(gains, &most)),
        egalitarian: best(&gains, |gains| {
            i128::from(gains.iter().min().copied().unwrap_or_default())
        }),
        welfare: (0..frontier.len()).max_by_key(|place| {
            let values = frontier
                .get(*place)
                .map_or(&[][..], |o| o.values.as_slice());
            let sum: i64 = values.iter().sum();
            (sum, values.iter().min().copied(), std::cmp::Reverse(*place))
        }),
    }
}

fn gains(space: &Space, values: &[i64]) -> Vec<i64> {
    let reservations = space.parties.iter().map(|party| party.reservation);
    values
        .iter()
        .zip(reservations)
        .map(|(v, r)| v - r)
        .collect()
}

/// A share of what could be gained. Shares are compared exactly, by multiplying crosswise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ShareOf {
    gain: i64,
    most: i64,
}

impl Ord for ShareOf {
    fn cmp(&self, other: &Self) -> Ordering {
        let one = i128::from(self.gain) * i128::from(other.most);
        one.cmp(&(i128::from(other.gain) * i128::from(self.most)))
    }
}

impl PartialOrd for ShareOf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The least share of the most that can be gained. A party that can gain nothing is left out.
fn least_share(gains: &[i64], most: &[i64]) -> Option<ShareOf> {
    let shares = gains.iter().zip(most).filter(|(_, most)| **most > 0);
    shares
        .map(|(gain, most)| ShareOf {
            gain: *gain,
            most: *most,
        })
        .min()
}

fn best<S: Ord>(gains: &[Option<Vec<i64>>], score: impl Fn(&[i64]) -> S) -> Option<usize> {
    let scored = gains.iter().enumerate().filter_map(|(place, gains)| {
        let gains = gains.as_ref()?;
        let least = gains.iter().min().copied();
        Some((score(gains), least, std::cmp::Reverse(place)))
    });
    scored.max().map(|(_, _, std::cmp::Reverse(place))| place)
}

/// How far the parties are against each other: the least distance of a deal from the point where each has the best that any
/// deal gives it, each party's values counted from 0 to that best, in thousandths (after Baarslag and others 2013; 0 means
/// that one deal is the best for everybody).
pub fn opposition(frontier: &[Outcome]) -> u64 {
    const WHOLE: u64 = 1_000;
    let parties = frontier.first().map_or(0, |outcome| outcome.values.len());
    let best: Vec<i64> = (0..parties)
        .map(|party| {
            let values = frontier.iter().filter_map(|o| o.values.get(party).copied());
            values.max().unwrap_or_default().max(1)
        })
        .collect();
    let square = |outcome: &Outcome| -> u64 {
        let missing = outcome.values.iter().zip(&best).map(|(value, best)| {
            let missing = (best - value).unsigned_abs() * WHOLE * WHOLE / best.unsigned_abs();
            (missing / WHOLE).pow(2)
        });
        missing.sum()
    };
    frontier.iter().map(square).min().map_or(0, u64::isqrt)
}
