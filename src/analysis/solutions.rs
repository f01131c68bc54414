//! Points of a deal space that theories of bargaining single out. Each is a deal of the frontier; lotteries between deals are
//! left out, so that a point is something that could be signed. Where several deals are as good, the one that gives more to the
//! party that gains least is taken, then the first on the frontier; [`Ties`] names them all.

use std::cmp::Ordering;

use super::frontier::Outcome;
use super::product::Product;
use super::space::{Number, Space};

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

/// For each point every place on the frontier that is as good by its definition, the point itself among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ties {
    pub nash: Vec<usize>,
    pub kalai_smorodinsky: Vec<usize>,
    pub egalitarian: Vec<usize>,
    pub welfare: Vec<usize>,
}

/// The points of a space on its frontier.
pub fn solutions<N: Number>(space: &Space<N>, frontier: &[Outcome<N>]) -> Solutions {
    pick(space, frontier, &ties(space, frontier))
}

/// Every place on the frontier that is as good as one of the points.
pub fn ties<N: Number>(space: &Space<N>, frontier: &[Outcome<N>]) -> Ties {
    let gains: Vec<(usize, Vec<i128>)> = frontier
        .iter()
        .enumerate()
        .filter(|(_, outcome)| space.acceptable(&outcome.values))
        .map(|(place, outcome)| (place, gains(space, &outcome.values)))
        .collect();
    let most: Vec<i128> = (0..space.parties.len())
        .map(|party| {
            let of_party = gains.iter().filter_map(|(_, g)| g.get(party).copied());
            of_party.max().unwrap_or_default()
        })
        .collect();
    let among = || gains.iter().map(|(place, gains)| (*place, gains));
    let sums = frontier.iter().enumerate().map(|(place, outcome)| {
        let values = outcome.values.iter().map(|value| (*value).into());
        (place, values.sum::<i128>())
    });
    Ties {
        nash: best(among().map(|(place, gains)| (place, Product::of(gains.iter().copied())))),
        kalai_smorodinsky: best(among().map(|(place, gains)| (place, least_share(gains, &most)))),
        egalitarian: best(among().map(|(place, gains)| (place, gains.iter().min().copied()))),
        welfare: best(sums),
    }
}

/// Of the places that are as good as each point, the one that gives more to the party that gets least.
pub(super) fn pick<N: Number>(space: &Space<N>, frontier: &[Outcome<N>], ties: &Ties) -> Solutions {
    let fairest = |places: &[usize], least: &dyn Fn(&[N]) -> Option<i128>| {
        let mut places = places.iter().copied();
        let first = places.next()?;
        let least_at = |place: usize| frontier.get(place).and_then(|o| least(&o.values));
        Some(places.fold(first, |best, place| if least_at(place) > least_at(best) { place } else { best }))
    };
    let gain = |values: &[N]| gains(space, values).into_iter().min();
    let value = |values: &[N]| values.iter().map(|value| (*value).into()).min();
    Solutions {
        nash: fairest(&ties.nash, &gain),
        kalai_smorodinsky: fairest(&ties.kalai_smorodinsky, &gain),
        egalitarian: fairest(&ties.egalitarian, &gain),
        welfare: fairest(&ties.welfare, &value),
    }
}

fn gains<N: Number>(space: &Space<N>, values: &[N]) -> Vec<i128> {
    let reservations = space.parties.iter().map(|party| party.reservation);
    values.iter().zip(reservations).map(|(value, reservation)| (*value - reservation).into()).collect()
}

/// A share of what could be gained. Shares are compared exactly, by multiplying crosswise.
#[derive(Debug, Clone, Copy)]
struct ShareOf {
    gain: i128,
    most: i128,
}

impl Ord for ShareOf {
    fn cmp(&self, other: &Self) -> Ordering {
        let one = Product::of([self.gain, other.most].into_iter());
        one.cmp(&Product::of([other.gain, self.most].into_iter()))
    }
}

impl PartialOrd for ShareOf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ShareOf {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for ShareOf {}

/// The least share of the most that can be gained. A party that can gain nothing is left out.
fn least_share(gains: &[i128], most: &[i128]) -> Option<ShareOf> {
    let shares = gains.iter().zip(most).filter(|(_, most)| **most > 0);
    shares.map(|(gain, most)| ShareOf { gain: *gain, most: *most }).min()
}

/// The places with the highest score, in order.
fn best<S: Ord>(scored: impl Iterator<Item = (usize, S)>) -> Vec<usize> {
    let mut places = Vec::new();
    let mut highest: Option<S> = None;
    for (place, score) in scored {
        let order = highest.as_ref().map_or(Ordering::Greater, |highest| score.cmp(highest));
        if order.is_gt() {
            places.clear();
            highest = Some(score);
        }
        if order.is_ge() {
            places.push(place);
        }
    }
    places
}

/// The unit of opposition: this many are the whole of a party's best.
pub const OPPOSITION_WHOLE: u64 = 1_000_000_000_000;

/// How opposed the parties are: the least distance of a deal from the point where each has the best that any deal gives it, each party's values counted from 0 to that best, in units of [`OPPOSITION_WHOLE`] (after Baarslag and others
/// 2013; 0 means that one deal is the best for everybody). It is the one figure of this layer that is rounded, down.
pub fn opposition<N: Number>(frontier: &[Outcome<N>]) -> u64 {
    let parties = frontier.first().map_or(0, |outcome| outcome.values.len());
    let best: Vec<i128> = (0..parties)
        .map(|party| {
            let values = frontier.iter().filter_map(|o| o.values.get(party).copied());
            values.max().unwrap_or_default().into()
        })
        .collect();
    let square = |outcome: &Outcome<N>| -> u128 {
        let missing = outcome.values.iter().zip(&best);
        missing
            .map(|(value, best)| {
                let missing = best.saturating_sub((*value).into());
                share(missing.unsigned_abs(), best.unsigned_abs()).pow(2)
            })
            .sum()
    };
    let nearest = frontier.iter().map(square).min().unwrap_or_default();
    u64::try_from(nearest.isqrt()).unwrap_or(u64::MAX)
}

/// A part of a whole in units of [`OPPOSITION_WHOLE`], rounded down: digit by digit, as values may be so great that they cannot be
/// multiplied by more than ten.
fn share(part: u128, whole: u128) -> u128 {
    if whole == 0 {
        return 0;
    }
    let mut rest = part.min(whole);
    let mut share = rest / whole;
    rest %= whole;
    for _ in 0..OPPOSITION_WHOLE.ilog10() {
        rest = rest.saturating_mul(10);
        share = share * 10 + rest / whole;
        rest %= whole;
    }
    share
}
