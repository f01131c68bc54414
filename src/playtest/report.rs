//! Who writes the report home: by chance, by a rule, by what a delegate knows, or as well as it can be written.

use serde::Serialize;

use crate::negotiation::Session;
use crate::negotiation::random::Stream;
use crate::negotiation::report::{Ground, JudgedClause, Judgement};
use crate::negotiation::seat_view::SeatView;
use crate::scenario::resolved::{Deal, Pair, Seat};
use crate::scenario::terms::{CommitmentKind, Measure};

use super::table::Table;

/// A way of writing the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Writer {
    /// For each issue any clause, by chance.
    Random,
    /// For each issue the first clause on the list.
    First,
    /// The report that was made in history.
    AsItWas,
    /// The report that seems best with what a delegate knows: see [`principled`].
    Principled,
    /// The report that ranks best: see [`best`].
    Best,
}

impl Writer {
    /// Every writer.
    pub const ALL: &'static [Writer] = &[
        Writer::Random,
        Writer::First,
        Writer::AsItWas,
        Writer::Principled,
        Writer::Best,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Writer::Random => "random",
            Writer::First => "first",
            Writer::AsItWas => "as-it-was",
            Writer::Principled => "principled",
            Writer::Best => "best",
        }
    }

    /// What it does, in one line.
    pub const fn about(self) -> &'static str {
        match self {
            Writer::Random => "for each issue any clause, by chance",
            Writer::First => "for each issue the first clause on the list",
            Writer::AsItWas => "the report that was made in history",
            Writer::Principled => "the report that seems best with what a delegate knows",
            Writer::Best => "the report that ranks best; it knows what both sides want",
        }
    }

    /// Finds a writer by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|writer| writer.name() == name)
    }

    /// The report.
    pub fn write(self, session: &Session, stream: &mut Stream) -> Deal {
        let deal = match self {
            Writer::Random => pairs(session)
                .map(|pairs| u16::try_from(stream.below(pairs.len() as u64)).unwrap_or(0))
                .collect(),
            Writer::First => pairs(session).map(|_| 0).collect(),
            Writer::AsItWas => as_it_was(session),
            Writer::Principled => return principled(session),
            Writer::Best => return best(session),
        };
        session.within_play(&deal)
    }
}

fn as_it_was(session: &Session) -> Deal {
    let seat = session.scenario().seat(session.seat());
    let deals = &session.scenario().deals;
    let named = deals.get(seat.report_as_it_was);
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
/// room; what the package is worth to the other side it has to guess, by how often that side came back to an issue and by
/// what it opened with, promised, offered and hinted at.
pub fn principled(session: &Session) -> Deal {
    let view = SeatView::of(session, session.seat());
    let table = Table::new(session, view, &[]);
    let weights: Vec<i64> = table.spoken_on().iter().map(|count| count + 1).collect();
    best_by(session, |judgement| {
        let theirs = guessed(&table, &weights, judgement);
        let own = judgement.values.get(table.seat.party.index());
        let joint = (own.copied().unwrap_or(0) / 100 + theirs) / 2;
        guessed_rank(table.seat, judgement, joint)
    })
}

/// What the other side's value of a judged report is guessed to be, 0 to 100.
fn guessed(table: &Table<'_>, weights: &[i64], judgement: &Judgement) -> i64 {
    let commitments = &table.session.state().commitments;
    let points = |clause: &JudgedClause| match clause.ground {
        Ground::Commitment(index) => match commitments.get(usize::from(index)).map(|c| c.kind) {
            Some(CommitmentKind::Promise | CommitmentKind::Offer) => PROMISED,
            _ => LEFT_POSSIBLE,
        },
        Ground::TheirOwn | Ground::Nothing | Ground::Refused(_) => OPENED_WITH,
    };
    let clauses = judgement.clauses.iter().zip(weights);
    let sum: i64 = clauses
        .map(|(clause, weight)| points(clause) * weight)
        .sum();
    sum / weights.iter().sum::<i64>().max(1)
}

/// Points that the other side is guessed to give to what it opened with, 0 to 100.
const OPENED_WITH: i64 = 80;
/// To what it promised or offered.
const PROMISED: i64 = 75;
/// To what it left possible or hinted at.
const LEFT_POSSIBLE: i64 = 55;

/// The rank of a judgement with another number for the joint value.
fn guessed_rank(seat: &Seat, judgement: &Judgement, joint: i64) -> (u8, u32) {
    let measures = judgement.ending.measures.iter().map(|measured| {
        if measured.measure != Measure::Joint {
            return (measured.band, u32::from(measured.number));
        }
        let number = u8::try_from(joint.clamp(0, 100)).unwrap_or(100);
        (seat.endings.band(Measure::Joint, number), u32::from(number))
    });
    measures.fold((u8::MAX, 0), |(lowest, sum), (band, number)| {
        (lowest.min(band), sum + number)
    })
}

/// The first of all reports that differ in what they earn that scores most.
///
/// A clause that nothing supports is worth no more than the opening position, so that only the opening pair and the supported
/// ones are combined; a clause that contradicts a refusal can only cost.
fn best_by<S: Ord>(session: &Session, score: impl Fn(&Judgement) -> S) -> Deal {
    let opening = session.within_play(&session.opening().to_vec());
    let choices = choices(session, &opening);
    let mut best: Option<(S, Deal)> = None;
    let mut places = vec![0_usize; choices.len()];
    loop {
        let clauses = choices.iter().zip(&places);
        let deal: Deal = clauses
            .filter_map(|(pairs, place)| pairs.get(*place).copied())
            .collect();
        let score = score(&session.judgement_if(Some(&deal)));
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            best = Some((score, deal));
        }
        if !next(&mut places, &choices) {
            break;
        }
    }
    best.map_or(opening, |(_, deal)| deal)
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
/// claims an earlier timing than was promised earns no more, so that it is left to others.
fn choices(session: &Session, opening: &Deal) -> Vec<Vec<u16>> {
    let issues: Vec<&Vec<Pair>> = pairs(session).collect();
    let most = issues.iter().map(|pairs| pairs.len()).max().unwrap_or(0);
    let mut choices: Vec<Vec<u16>> = opening.iter().map(|pair| vec![*pair]).collect();
    for place in 0..most {
        let deal = issues
            .iter()
            .map(|pairs| place.min(pairs.len().saturating_sub(1)));
        let deal = session.within_play(&deal.map(number).collect());
        let judgement = session.judgement_if(Some(&deal));
        let clauses = judgement.clauses.iter().zip(&issues).zip(&mut choices);
        for ((clause, pairs), choices) in clauses {
            let covered = pairs.iter().position(|pair| *pair == clause.covered);
            let supported = matches!(clause.ground, Ground::Commitment(_));
            if let Some(covered) = covered.map(number).filter(|_| supported)
                && !choices.contains(&covered)
            {
                choices.push(covered);
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
