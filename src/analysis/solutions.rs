//! Bargaining solutions: deals that theories of bargaining single out. Each is a deal on the frontier. Lotteries
//! between deals are left out, so that every solution could be signed. Among equally good deals, the one that gives
//! more to the party that gains least is chosen, then the first on the frontier. [`Ties`] lists them all.

use std::cmp::Ordering;

use super::exact::Exact;
use super::frontier::Outcome;
use super::space::{Number, Space};

/// The solutions, as indices into the frontier; `None` if no deal is acceptable to every party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Solutions {
    /// Nash (1950): the largest product of each party's gain over its reservation value.
    pub nash: Option<usize>,
    /// Kalai and Smorodinsky (1975): maximises the smallest share that any party gets of its greatest possible gain.
    /// That is the most it could gain with the others no worse off than with no deal. Gains are counted from the
    /// reservation value.
    pub kalai_smorodinsky: Option<usize>,
    /// The egalitarian solution of Kalai (1977): the largest minimum gain over the reservation value.
    pub egalitarian: Option<usize>,
    /// The largest sum of values (Harsanyi 1955), regardless of reservation values.
    pub welfare: Option<usize>,
}

/// For each solution, the indices of all deals on the frontier that are equally good by its definition, including the
/// solution itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ties {
    pub nash: Vec<usize>,
    pub kalai_smorodinsky: Vec<usize>,
    pub egalitarian: Vec<usize>,
    pub welfare: Vec<usize>,
}

/// Computes the solutions of a space, given its frontier.
pub fn solutions<N: Number + Into<i128>>(space: &Space<N>, frontier: &[Outcome<N>]) -> Solutions {
    let table = Table::of(space, frontier);
    table.pick(&table.ties())
}

/// Computes all ties of each solution, given the frontier.
pub fn ties<N: Number + Into<i128>>(space: &Space<N>, frontier: &[Outcome<N>]) -> Ties {
    Table::of(space, frontier).ties()
}

/// The values of a frontier and of having no deal, all on one scale.
pub(super) struct Table<E> {
    /// The value of no deal for each party.
    pub(super) reservations: Vec<E>,
    /// The values of all outcomes, each with one value per party.
    pub(super) values: Vec<E>,
}

impl Table<i128> {
    pub(super) fn of<N: Number + Into<i128>>(space: &Space<N>, frontier: &[Outcome<N>]) -> Self {
        Self {
            reservations: space.parties.iter().map(|party| party.reservation.into()).collect(),
            values: frontier.iter().flat_map(|outcome| &outcome.values).map(|value| (*value).into()).collect(),
        }
    }
}

impl<E: Exact> Table<E> {
    fn rows(&self) -> std::slice::ChunksExact<'_, E> {
        self.values.chunks_exact(self.reservations.len().max(1))
    }

    /// Each party's gain over its reservation value; `None` if a party would be worse off than with no deal.
    fn gains(&self, values: &[E]) -> Option<Vec<E>> {
        let both = values.iter().zip(&self.reservations);
        both.map(|(value, reservation)| (value >= reservation).then(|| value.clone() - reservation.clone())).collect()
    }

    /// All ties of each solution.
    pub(super) fn ties(&self) -> Ties {
        let rows = self.rows().enumerate();
        let gains: Vec<(usize, Vec<E>)> =
            rows.filter_map(|(place, values)| self.gains(values).map(|gains| (place, gains))).collect();
        let mut most: Vec<E> = vec![E::default(); self.reservations.len()];
        for (_, gains) in &gains {
            for (most, gain) in most.iter_mut().zip(gains) {
                if gain > most {
                    most.clone_from(gain);
                }
            }
        }
        let among = || gains.iter().map(|(place, gains)| (*place, gains));
        Ties {
            nash: best(among().map(|(place, gains)| (place, E::product(gains.iter())))),
            kalai_smorodinsky: best(among().map(|(place, gains)| (place, least_share(gains, &most)))),
            egalitarian: best(among().map(|(place, gains)| (place, gains.iter().min()))),
            welfare: best(self.rows().enumerate().map(|(place, values)| (place, values.iter().sum::<E>()))),
        }
    }

    /// For each solution, picks the tie that gives most to the party that gains least.
    pub(super) fn pick(&self, ties: &Ties) -> Solutions {
        let fairest = |places: &[usize], least: &dyn Fn(&[E]) -> Option<E>| {
            let least_at = |place: usize| self.rows().nth(place).and_then(least);
            let mut places = places.iter().map(|place| (*place, least_at(*place)));
            let first = places.next()?;
            Some(places.fold(first, |best, place| if place.1 > best.1 { place } else { best }).0)
        };
        let gain = |values: &[E]| self.gains(values)?.into_iter().min();
        let value = |values: &[E]| values.iter().min().cloned();
        Solutions {
            nash: fairest(&ties.nash, &gain),
            kalai_smorodinsky: fairest(&ties.kalai_smorodinsky, &gain),
            egalitarian: fairest(&ties.egalitarian, &gain),
            welfare: fairest(&ties.welfare, &value),
        }
    }

    /// How opposed the parties' interests are: the smallest distance of any deal from the ideal point, at which each
    /// party has its best deal (after Baarslag and others 2013). Each party's values are scaled from 0 to its best.
    /// The result is in units of [`super::OPPOSITION_WHOLE`]; 0 means that one deal is best for every party. This is
    /// the only figure of this module that is rounded, and it is rounded down.
    pub(super) fn opposition(&self) -> u64 {
        let mut best: Vec<E> = vec![E::default(); self.reservations.len()];
        for values in self.rows() {
            for (best, value) in best.iter_mut().zip(values) {
                if value > best {
                    best.clone_from(value);
                }
            }
        }
        let square = |values: &[E]| -> u128 {
            let both = values.iter().zip(&best);
            both.map(|(value, best)| (best.clone() - value.clone()).share(best).pow(2)).sum()
        };
        let nearest = self.rows().map(square).min().unwrap_or_default();
        u64::try_from(nearest.isqrt()).unwrap_or(u64::MAX)
    }
}

/// A share of a possible gain. Shares are compared exactly, by cross-multiplication.
#[derive(Debug, Clone, Copy)]
struct ShareOf<'a, E> {
    gain: &'a E,
    most: &'a E,
}

impl<E: Exact> Ord for ShareOf<'_, E> {
    fn cmp(&self, other: &Self) -> Ordering {
        let one = E::product([self.gain, other.most].into_iter());
        one.cmp(&E::product([other.gain, self.most].into_iter()))
    }
}

impl<E: Exact> PartialOrd for ShareOf<'_, E> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<E: Exact> PartialEq for ShareOf<'_, E> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<E: Exact> Eq for ShareOf<'_, E> {}

/// The smallest share of any party in its greatest possible gain. Parties that can't gain anything are left out.
fn least_share<'a, E: Exact>(gains: &'a [E], most: &'a [E]) -> Option<ShareOf<'a, E>> {
    let shares = gains.iter().zip(most).filter(|(_, most)| **most > E::default());
    shares.map(|(gain, most)| ShareOf { gain, most }).min()
}

/// All indices with the highest score, in order.
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
