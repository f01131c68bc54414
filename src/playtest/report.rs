//! Ways of writing the report home: by chance, by a rule, by what a delegate knows, or as well as possible.

use std::cmp::Reverse;

use serde::Serialize;

use crate::negotiation::Session;
use crate::negotiation::random::Stream;
use crate::negotiation::report::{Backing, JudgedClause, Judgement};
use crate::negotiation::seat_view::SeatView;
use crate::negotiation::value::Level;
use crate::scenario::resolved::{Deal, Pair};
use crate::scenario::terms::{CommitmentKind, Measure};

use super::table::Table;

/// A way of writing the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Writer {
    Random,
    First,
    Wish,
    HistoricalReport,
    /// The best report as far as a delegate can tell: see [`principled`].
    Principled,
    /// The report that ranks best: see [`best`].
    Best,
}

impl Writer {
    pub const ALL: &'static [Writer] =
        &[Writer::Random, Writer::First, Writer::Wish, Writer::HistoricalReport, Writer::Principled, Writer::Best];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Writer::Random => "random",
            Writer::First => "first",
            Writer::Wish => "wish",
            Writer::HistoricalReport => "as-it-was",
            Writer::Principled => "principled",
            Writer::Best => "best",
        }
    }

    /// What it does, in one line.
    pub const fn about(self) -> &'static str {
        match self {
            Writer::Random => "any clause for each issue, by chance",
            Writer::First => "the first clause on the list for each issue",
            Writer::Wish => "what the seat would like best on each issue, whatever was said",
            Writer::HistoricalReport => "the report that was made in history",
            Writer::Principled => "the best report as far as a delegate can tell",
            Writer::Best => "the report that ranks best; it knows what both sides want",
        }
    }

    /// Finds a writer by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|writer| writer.name() == name)
    }

    /// Writes the report of the seat whose turn it is.
    pub fn write(self, session: &Session, stream: &mut Stream) -> Deal {
        let deal = match self {
            Writer::Random => {
                pairs(session).map(|pairs| u16::try_from(stream.below(pairs.len() as u64)).unwrap_or(0)).collect()
            }
            Writer::First => pairs(session).map(|_| 0).collect(),
            Writer::Wish => wish(session),
            Writer::HistoricalReport => as_it_was(session),
            Writer::Principled => return principled(session),
            Writer::Best => return best(session),
        };
        session.within_play(&deal)
    }
}

fn wish(session: &Session) -> Deal {
    let scenario = session.scenario();
    let party = scenario.seat(session.seat()).party;
    let own = scenario.values.iter().find(|values| values.party == party);
    let wishes = own.iter().flat_map(|own| &own.preferences).map(|issue| {
        let points = issue.points.iter().map(|(range, _)| Level::Mid.of(*range));
        // Of equals the earlier pair.
        let best = points.enumerate().max_by_key(|(place, points)| (*points, Reverse(*place)));
        number(best.map_or(0, |(place, _)| place))
    });
    wishes.collect()
}

fn as_it_was(session: &Session) -> Deal {
    let seat = session.scenario().seat(session.seat());
    let named = seat.report_as_it_was.map(|named| session.scenario().deal(named));
    named.map_or_else(|| session.opening().to_vec(), |named| named.deal.clone())
}

/// The report that ranks best for the seat that has to write it: every deal is compared, by the very judgement that will be
/// passed. Of two that rank alike the earlier one in the order of their pairs is written. Where no report is due it is what the
/// best report would be if the talk ended now.
///
/// It uses the values of both sides, of which a person knows one: it is for searches, reviews and bounds.
pub fn best(session: &Session) -> Deal {
    best_by(session, |judgement| judgement.ending.rank())
}

/// The report that seems best to the seat that has to write it. It knows the commitments, its own values, its own home and the
/// room, and by these the report is ranked; what the package is worth to the other side it has to guess, by how often that side
/// came back to an issue and by what it opened with, promised, offered and hinted at. The guess only adds to the sum.
pub fn principled(session: &Session) -> Deal {
    let view = SeatView::of(session, session.seat());
    let table = Table::new(session, view, &[]);
    let weights: Vec<i64> = table.spoken_on().iter().map(|count| count + 1).collect();
    best_by(session, |judgement| {
        let known = judgement.ending.measures.iter();
        let known = known.filter(|measured| measured.measure != Measure::Joint);
        let (lowest, sum) = known.fold((u8::MAX, 0), |(lowest, sum), measured| {
            (lowest.min(measured.band), sum + i64::from(measured.number))
        });
        (lowest, sum + guessed(&table, &weights, judgement) / 2)
    })
}

/// What the other side's value of a judged report is guessed to be, 0 to 100.
fn guessed(table: &Table<'_>, weights: &[i64], judgement: &Judgement) -> i64 {
    let commitments = &table.session.state().commitments;
    let points = |clause: &JudgedClause| match clause.backing {
        Backing::Commitment(index) => match commitments.get(usize::from(index)).map(|c| c.kind) {
            Some(CommitmentKind::Promise | CommitmentKind::Offer) => PROMISED,
            _ => LEFT_POSSIBLE,
        },
        Backing::TheirOwn | Backing::Nothing | Backing::Refused(_) => OPENED_WITH,
    };
    let clauses = judgement.clauses.iter().zip(weights);
    let sum: i64 = clauses.map(|(clause, weight)| points(clause) * weight).sum();
    sum / weights.iter().sum::<i64>().max(1)
}

/// Points that the other side is guessed to give to what it opened with, 0 to 100.
const OPENED_WITH: i64 = 80;
/// To what it promised or offered.
const PROMISED: i64 = 75;
/// To what it left possible or hinted at.
const LEFT_POSSIBLE: i64 = 55;

/// The rank, 0 to 4, of every report that differs in what it is worth, with the first report of each rank.
pub(super) fn different(session: &Session) -> Vec<(u8, Deal)> {
    let opening = session.within_play(&session.opening().to_vec());
    let choices = choices(session, &opening, true);
    let mut ranks: Vec<(u8, Deal)> = Vec::new();
    for_each(&choices, |deal| {
        let (rank, _) = session.judgement_if(Some(deal)).ending.rank();
        if !ranks.iter().any(|(other, _)| *other == rank) {
            ranks.push((rank, deal.clone()));
        }
    });
    ranks
}

/// A good report found quickly: from the opening position, clause by clause the choice that ranks best, until no single
/// change is better. It may miss what only two changes together bring.
pub(super) fn climb(session: &Session) -> (Deal, (u8, u32)) {
    let mut deal = session.within_play(&session.opening().to_vec());
    let choices = choices(session, &deal, false);
    let rank = |deal: &Deal| session.judgement_if(Some(deal)).ending.rank();
    let mut best = rank(&deal);
    loop {
        let before = best;
        for (issue, pairs) in choices.iter().enumerate() {
            for pair in pairs {
                let mut other = deal.clone();
                if let Some(clause) = other.get_mut(issue) {
                    *clause = *pair;
                }
                let ranked = rank(&other);
                if ranked > best {
                    (best, deal) = (ranked, other);
                }
            }
        }
        if best == before {
            return (deal, best);
        }
    }
}

/// The first of all reports that differ in what they earn that scores most.
///
/// A clause that nothing supports is worth no more than the opening position, so that only the opening pair and the supported
/// ones are combined; a clause that contradicts a refusal can only cost.
fn best_by<S: Ord>(session: &Session, score: impl Fn(&Judgement) -> S) -> Deal {
    let opening = session.within_play(&session.opening().to_vec());
    let mut best: Option<(S, Deal)> = None;
    for_each(&choices(session, &opening, false), |deal| {
        let score = score(&session.judgement_if(Some(deal)));
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, deal.clone()));
        }
    });
    best.map_or(opening, |(_, deal)| deal)
}

/// Every combination of the choices, the last issue fastest.
fn for_each(choices: &[Vec<u16>], mut visit: impl FnMut(&Deal)) {
    let mut places = vec![0_usize; choices.len()];
    loop {
        let clauses = choices.iter().zip(&places);
        let deal: Deal = clauses.filter_map(|(pairs, place)| pairs.get(*place).copied()).collect();
        visit(&deal);
        if !next(&mut places, choices) {
            return;
        }
    }
}

/// Counts up, the last issue fastest. False when all has been counted.
fn next(places: &mut [usize], choices: &[Vec<u16>]) -> bool {
    for (place, pairs) in places.iter_mut().zip(choices).rev() {
        *place += 1;
        if *place < pairs.len() {
            return true;
        }
        *place = 0;
    }
    false
}

/// For each issue the pairs that differ in what they earn: the opening one, then those that a commitment covers. A report that
/// claims an earlier timing than was promised earns no more, so that it is left to others. `refused` adds for each issue a pair
/// that contradicts a refusal, where there is one: it can only cost.
fn choices(session: &Session, opening: &Deal, refused: bool) -> Vec<Vec<u16>> {
    let issues: Vec<&Vec<Pair>> = pairs(session).collect();
    let most = issues.iter().map(|pairs| pairs.len()).max().unwrap_or(0);
    let mut choices: Vec<Vec<u16>> = opening.iter().map(|pair| vec![*pair]).collect();
    let mut contradicts = vec![false; choices.len()];
    for place in 0..most {
        let deal = issues.iter().map(|pairs| place.min(pairs.len().saturating_sub(1)));
        let deal = session.within_play(&deal.map(number).collect());
        let judgement = session.judgement_if(Some(&deal));
        let clauses = judgement.clauses.iter().zip(&deal).zip(&issues);
        for (((clause, reported), pairs), (choices, contradicts)) in
            clauses.zip(choices.iter_mut().zip(&mut contradicts))
        {
            let earns = match clause.backing {
                Backing::Commitment(_) => pairs.iter().position(|p| *p == clause.covered),
                Backing::Refused(_) if refused && !*contradicts => {
                    *contradicts = true;
                    Some(usize::from(*reported))
                }
                _ => None,
            };
            if let Some(pair) = earns.map(number)
                && !choices.contains(&pair)
            {
                choices.push(pair);
            }
        }
    }
    choices
}

/// The pairs of each issue of the deal space.
fn pairs(session: &Session) -> impl Iterator<Item = &Vec<Pair>> {
    let scenario = session.scenario();
    let issues = scenario.issues.iter().take(scenario.deal_issues());
    issues.map(|issue| &issue.pairs)
}

fn number(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(0)
}
