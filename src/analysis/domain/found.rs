//! The result of searching a domain. Each party's values are integers on a scale of its own. They are only converted
//! to a common scale when those of different parties are compared.

use num_bigint::BigInt;
use num_integer::Integer as _;

use bnum::BInt;

use super::super::Alike;
use super::super::exact::Exact;
use super::super::frontier::Outcome;
use super::super::solutions::{Solutions, Table, Ties};
use super::super::space::{MOST_PARTIES, Number, Party, Space, SpaceError};
use super::super::survey::{Reached, Search, search};
use super::super::watch::Watch;
use super::{Domain, DomainError, Fault, Fraction, Profile};

/// What was found in a domain before the search ended or was stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub reached: Reached,
    /// Number of units in a utility of 1: the least common denominator of all utilities.
    pub scale: BigInt,
    pub deals: usize,
    /// Number of deals that leave every party at least as well off as no deal: the zone of agreement.
    pub zone: usize,
    /// The frontier, sorted by falling value for the first party.
    pub frontier: Vec<Outcome<Fraction>>,
    /// For each outcome of the frontier, all deals with its values.
    pub alike: Vec<Alike>,
    pub solutions: Solutions,
    pub ties: Ties,
    /// How opposed the parties' interests are, in units of [`super::super::OPPOSITION_WHOLE`].
    pub opposition: u64,
}

impl Domain {
    /// Searches the domain until the search is done or the watch is stopped.
    ///
    /// # Errors
    /// If there are too many deals or parties.
    pub fn survey(&self, watch: &Watch) -> Result<Found, DomainError> {
        if !(2..=MOST_PARTIES).contains(&self.profiles.len()) {
            return Err(Fault::Parties(self.profiles.len()).anywhere());
        }
        // Most domains fit into 64 bits, and few need more than 128.
        let found = match self.counted::<i64>(watch) {
            Err(SpaceError::TooGreat(_)) => match self.counted::<i128>(watch) {
                Err(SpaceError::TooGreat(_)) => match self.counted::<BInt<8>>(watch) {
                    Err(SpaceError::TooGreat(_)) => self.counted::<BInt<32>>(watch),
                    found => found,
                },
                found => found,
            },
            found => found,
        };
        found.map_err(|error| self.in_words(error).anywhere())
    }

    fn counted<N: Number>(&self, watch: &Watch) -> Result<Found, SpaceError> {
        let parties = self.profiles.iter().enumerate();
        let parties = parties.map(|(place, profile)| profile.party::<N>().ok_or(SpaceError::TooGreat(place)));
        let space = Space {
            pairs: self.topic.issues.iter().map(|issue| issue.values.len()).collect(),
            parties: parties.collect::<Result<_, _>>()?,
        };
        let space = space.checked()?;
        let search = search(&space, watch);
        Ok(self.found(space.deals(), search))
    }

    fn found<N: Number>(&self, deals: usize, search: Search<N>) -> Found {
        let scales = || self.profiles.iter().map(|profile| &profile.scale);
        let scale = scales().fold(BigInt::from(1), |common, scale| common.lcm(scale));
        let times: Vec<BigInt> = scales().map(|own| &scale / own).collect();
        let values = search.frontier.iter().flat_map(|outcome| outcome.values.iter().zip(&times));
        let reservations = self.profiles.iter().map(|profile| profile.in_units(&profile.reservation)).zip(&times);
        let table = Table {
            values: values.map(|(value, times)| value.big() * times).collect(),
            reservations: reservations.map(|(reservation, times)| reservation * times).collect(),
        };
        let small = |numbers: &[BigInt]| -> Option<Vec<i128>> {
            let small = numbers.iter().map(|number| i128::of(number).filter(|n| n.size() <= Some(i128::MOST)));
            small.collect()
        };
        let (ties, solutions, opposition) = match (small(&table.values), small(&table.reservations)) {
            (Some(values), Some(reservations)) => points(&Table { reservations, values }),
            _ => points(&table),
        };
        let frontier = search.frontier.into_iter().map(|outcome| {
            let values = outcome.values.iter().zip(scales());
            let values = values.map(|(value, scale)| Fraction::new(value.big(), scale.clone()));
            Outcome { values: values.collect(), deal: outcome.deal }
        });
        Found {
            reached: search.reached,
            deals,
            zone: search.zone,
            frontier: frontier.collect(),
            alike: search.alike,
            solutions,
            ties,
            opposition,
            scale,
        }
    }

    fn in_words(&self, error: SpaceError) -> Fault {
        let issue = |place: usize| self.topic.issues.get(place).map_or("", |issue| &issue.name);
        let profile = |place: usize| self.profiles.get(place).map_or("", |profile| &profile.name);
        match error {
            SpaceError::Incomplete(place) => Fault::TooManyValues(issue(place).to_owned()),
            SpaceError::TooGreat(place) => {
                Fault::Overflow { what: format!("the utilities of profile \"{}\"", profile(place)) }
            }
            error => Fault::Space(error),
        }
    }
}

fn points<E: Exact>(table: &Table<E>) -> (Ties, Solutions, u64) {
    let ties = table.ties();
    let solutions = table.pick(&ties);
    (ties, solutions, table.opposition())
}

impl Profile {
    /// The largest utility of any deal for this party.
    pub fn best(&self) -> Fraction {
        let best = self.utilities.iter().filter_map(|utilities| utilities.iter().max());
        let best = best.sum::<Fraction>().max(Fraction::default());
        self.ceiling.as_ref().map_or(best.clone(), |ceiling| best.min(ceiling.clone()))
    }

    fn in_units(&self, number: &Fraction) -> BigInt {
        number.numer() * (&self.scale / number.denom())
    }

    /// The party's utilities as integers of type `N`; `None` if they don't fit.
    fn party<N: Number>(&self) -> Option<Party<N>> {
        let whole = |number: &Fraction| N::of(&self.in_units(number));
        let worth = self.utilities.iter().map(|utilities| utilities.iter().map(whole).collect());
        Some(Party {
            worth: worth.collect::<Option<_>>()?,
            linkages: Vec::new(),
            reservation: whole(&self.reservation)?,
            ceiling: match &self.ceiling {
                Some(ceiling) => Some(whole(ceiling)?),
                None => None,
            },
        })
    }
}
