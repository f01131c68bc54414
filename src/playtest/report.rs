//! Ways to write the report home: at random, by a rule, from what a delegate knows, or as well as possible.

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

/// A way to write the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Writer {
    Random,
    First,
    Wish,
    HistoricalReport,
    /// The best report as far as a delegate can tell (see [`principled`]).
    Principled,
    /// The report with the highest rank (see [`best`]).
    Best,
}

impl Writer {
    pub const ALL: &'static [Writer] =
        &[Writer::Random, Writer::First, Writer::Wish, Writer::HistoricalReport, Writer::Principled, Writer::Best];

    /// Name on the command line.
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

    /// One-line description.
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

    /// Finds a writer by its name on the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|writer| writer.name() == name)
    }

    /// Writes the report for the seat whose turn it is.
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
        // On a tie, take the earlier pair.
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

/// The report with the highest rank for the seat that has to write it. Judges every deal exactly as a sent report is
/// judged. On a tie, takes the deal that comes first in the order of its pairs. If no report is due, this is the best
/// report if the talk ended now.
///
/// It uses both sides' values, while a person knows only one, so it is meant for searches, reviews and upper bounds.
pub fn best(session: &Session) -> Deal {
    best_by(session, |judgement| judgement.ending.rank())
}

/// The report that looks best to the seat that has to write it. It ranks reports by what the seat knows: the
/// commitments, its own values, its home and the room. The value to the other side is a guess, based on how often that
/// side came back to each issue and on its opening position, promises, offers and hints. The guess adds to the sum of
/// the measures but never affects the lowest band.
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
        (lowest, sum + guessed_value(&table, &weights, judgement) / 2)
    })
}

/// The estimated value of a judged report to the other side, 0 to 100.
fn guessed_value(table: &Table<'_>, weights: &[i64], judgement: &Judgement) -> i64 {
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

/// Estimated points of the other side for its own opening position, 0 to 100.
const OPENED_WITH: i64 = 80;
/// Estimated points for something it promised or offered.
const PROMISED: i64 = 75;
/// Estimated points for something it left open or hinted at.
const LEFT_POSSIBLE: i64 = 55;

/// Judges every report that can be judged differently from the others. Returns the ranks found, 0 to 4, each with the
/// first report of that rank.
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

/// Finds a good report quickly. Starts from the opening position and keeps changing single clauses for the better until
/// no change helps. It can miss improvements that need two changes at once.
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

/// The report with the highest score among those that can be judged differently; the first one on a tie.
///
/// A clause without support is worth no more than the opening position, and one that contradicts a refusal can only
/// cost. So only the opening pairs and the supported ones are combined.
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

/// Visits every combination of the choices, varying the last issue fastest.
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

/// Advances to the next combination, varying the last issue fastest. Returns false after the last one.
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

/// For each issue, the pairs that earn different amounts: the opening pair, then each pair a commitment covers.
/// Claiming an earlier timing than was promised earns no more, so such pairs are left out. With `refused`, adds one
/// pair that contradicts a refusal, if there is one; it can only cost.
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
