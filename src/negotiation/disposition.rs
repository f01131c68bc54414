//! How the counterpart is disposed towards a point: five terms of judgement from its own seat's view, each a whole number
//! and the facts it was counted from, and the readiness to yield that they add up to.
//!
//! - **Aspiration**: what he still aims for falls from his opening position to his reservation value along a polynomial
//!   curve of the time that has passed (the time-dependent tactics of Faratin, Sierra and Jennings 1998; Boulware and
//!   conceder), and with his patience (their resource-dependent tactics; that the less patient side gets less is Rubinstein
//!   1982).
//! - **Reciprocity**: what the other side gave since he last gave way, less how it pressed (tit for tat, Axelrod 1984; the
//!   behaviour-dependent tactics of Faratin and others).
//! - **Cost**: what the clause asked for takes from his own value of the package on the table, linkages included.
//! - **Face**: his bar of the room, and whether the point is an ultimatum (Brown 1977 on saving face).
//! - **Priorities**: how much of what was said is about this issue, against his own weight of it. Giving where the other
//!   side cares more and he cares less is a good trade (logrolling, Froman and Cohen 1970).
//!
//! Nothing here reads the other side's values: it is known by what it said.

use crate::scenario::IssueId;
use crate::scenario::resolved::{Clause, Curve, Deal, Pair, Style, Values};
use crate::scenario::terms::{Bar, CommitmentKind, Figure};

use super::position::Position;
use super::state::Point;
use super::value::{self, Level};

/// How far his aims have come down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aspiration {
    pub statements: u32,
    pub limit: u32,
    /// His patience, 0 to 100.
    pub patience: u8,
    /// How much of the way to his reservation value he has come down, in per cent.
    pub came_down: u8,
    /// What his opening position is worth to him, 0 to 10,000.
    pub opening: i64,
    /// His reservation value, 0 to 10,000.
    pub reservation: i64,
}

impl Aspiration {
    /// What he still aims for, 0 to 10,000. A party whose opening position is worth less than no deal aims for no deal.
    pub fn aims_for(&self) -> i64 {
        let way = (self.opening - self.reservation).max(0);
        self.reservation + way * (100 - i64::from(self.came_down)) / 100
    }
}

/// What the other side gave and how it pressed since he last gave way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reciprocity {
    /// The statement after which he last put something on the table; 0 when he has not.
    pub since: u32,
    /// Offers, concessions and acceptances of the other side since then.
    pub gave: u32,
    /// Conditions, warnings and refusals of the other side since then.
    pub pressed: u32,
    /// Offers count once, concessions and acceptances twice; refusals once, conditions and warnings twice.
    balance: i32,
}

/// What the clause asked for takes from him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cost {
    /// The clause as he takes it; `None` when nothing in the deal is asked for.
    pub asked: Option<(IssueId, Pair)>,
    /// What he loses by it of the package on the table, 0 to 10,000; negative when he gains.
    pub points: i64,
    /// What lies between his opening position and his reservation value, at least 1.
    pub room: i64,
    /// Linkages of his that it would break and that the package on the table keeps, by their place in his list.
    pub breaks: Vec<usize>,
    /// One of them is a red line.
    pub red_line: bool,
}

/// What answering costs in standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Face {
    /// His face, 0 to 100.
    pub height: u8,
    /// The point is a condition or a warning.
    pub ultimatum: bool,
}

/// What the other side seems to care for most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Priorities {
    pub issue: IssueId,
    /// In how many statements it was raised.
    pub raised: u32,
    /// How much of what the other side said is about it, in per cent; pressing counts more than asking.
    pub share: u8,
    /// His own weight of the issue, 0 to 100; 0 for an issue of the talk itself.
    pub own_weight: i64,
}

/// How he is disposed towards a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disposition {
    pub aspiration: Aspiration,
    pub reciprocity: Reciprocity,
    pub cost: Cost,
    pub face: Face,
    pub priorities: Priorities,
    /// How ready he is to yield here, 0 to 100.
    pub readiness: u8,
}

/// The five terms in the order of their figures.
pub const TERMS: [Figure; 5] =
    [Figure::Aspiration, Figure::Reciprocity, Figure::Cost, Figure::Face, Figure::Priorities];

impl Disposition {
    /// How the counterpart is disposed towards a point in this style.
    pub fn of(at: &Position<'_>, style: &Style, point: &Point) -> Self {
        let party = at.scenario.seat(at.own_seat().opposite).party;
        let own = at.scenario.values.iter().find(|v| v.party == party);
        let view = View { at: *at, own, point };
        let mut disposition = Self {
            aspiration: view.aspiration(style),
            reciprocity: view.reciprocity(),
            cost: view.cost(),
            face: view.face(),
            priorities: view.priorities(),
            readiness: 0,
        };
        let terms = TERMS.map(|term| disposition.term(term));
        disposition.readiness = readiness(style, terms, disposition.cost.red_line);
        disposition
    }

    /// A term of the judgement, -100 to 100: the higher, the readier he is. What is no term is 0.
    pub fn term(&self, term: Figure) -> i64 {
        let value = match term {
            Figure::Aspiration => i64::from(self.aspiration.came_down),
            Figure::Reciprocity => i64::from(self.reciprocity.balance) * 20,
            Figure::Cost => -self.cost.points.saturating_mul(100) / self.cost.room,
            Figure::Face => {
                let pressed = if self.face.ultimatum { 50 } else { 0 };
                (i64::from(self.face.height) - 50) * 2 - pressed
            }
            Figure::Priorities => i64::from(self.priorities.share) - self.priorities.own_weight,
            _ => 0,
        };
        value.clamp(-100, 100)
    }
}

/// The readiness that the five terms (in the order of [`TERMS`], each -100 to 100) come to in a style, 0 to 100: the base, and
/// each term by its weight. It rises with every term. A red line leaves none.
pub fn readiness(style: &Style, terms: [i64; 5], red_line: bool) -> u8 {
    if red_line {
        return 0;
    }
    let weighed = TERMS.iter().zip(terms);
    let weighed: i64 = weighed.map(|(term, value)| contribution(style, *term, value)).sum();
    let readiness = i64::from(style.figure(Figure::Base)) + weighed;
    u8::try_from(readiness.clamp(0, 100)).unwrap_or(0)
}

/// What a term of this value (-100 to 100) adds to the readiness in a style.
pub fn contribution(style: &Style, term: Figure, value: i64) -> i64 {
    i64::from(style.figure(term)) * value / 100
}

/// How much of the way his aims have come down when so many of the statements have been made, in per cent.
pub fn time_share(curve: Curve, made: u32, limit: u32) -> u8 {
    let limit = u128::from(limit.clamp(1, 1000));
    let made = u128::from(made).min(limit);
    let power = |of: u128, exponent: u8| {
        let exponent = u32::from(exponent.clamp(1, 9));
        of.pow(exponent) * 100 / limit.pow(exponent)
    };
    let share = match curve {
        Curve::Boulware(exponent) => power(made, exponent),
        Curve::Linear => power(made, 1),
        Curve::Conceder(exponent) => 100 - power(limit - made, exponent),
    };
    u8::try_from(share.min(100)).unwrap_or(100)
}

/// What the counterpart sees from its seat.
struct View<'a> {
    /// From the player's seat.
    at: Position<'a>,
    own: Option<&'a Values>,
    point: &'a Point,
}

impl View<'_> {
    fn worth(&self, deal: &[u16]) -> i64 {
        self.own.map_or(0, |own| value::value(self.at.scenario, own, deal, Level::Mid))
    }

    /// What his opening position is worth to him; 0 where the scenario gives none.
    fn worth_of_opening(&self) -> i64 {
        let opening = self.at.opening();
        if opening.is_empty() { 0 } else { self.worth(opening) }
    }

    fn reservation(&self) -> i64 {
        self.own.map_or(0, |own| Level::Mid.of(own.reservation))
    }

    fn aspiration(&self, style: &Style) -> Aspiration {
        let time = time_share(style.curve, self.at.state.statements, self.at.state.limit);
        let patience = self.at.state.bar(Bar::TheirPatience).min(100);
        let left = u32::from(100 - time);
        let lost = u32::from(100 - patience) * u32::from(style.figure(Figure::Impatience));
        let came_down = u32::from(time) + left * lost / 10_000;
        Aspiration {
            statements: self.at.state.statements,
            limit: self.at.state.limit,
            patience,
            came_down: u8::try_from(came_down.min(100)).unwrap_or(100),
            opening: self.worth_of_opening(),
            reservation: self.reservation(),
        }
    }

    fn reciprocity(&self) -> Reciprocity {
        let player = self.at.own_seat().party;
        let his = self.at.state.commitments.iter().filter(|c| c.by != player);
        let gave_way = his.filter(|c| gives_way(c.kind)).map(|c| c.turn).max();
        let mut reciprocity = Reciprocity { since: gave_way.unwrap_or(0), gave: 0, pressed: 0, balance: 0 };
        for point in &self.at.state.points {
            if point.statement <= reciprocity.since {
                continue;
            }
            let weight = self.at.scenario.mv(point.mv).act.profile().gives;
            reciprocity.balance += weight;
            reciprocity.gave += u32::from(weight > 0);
            reciprocity.pressed += u32::from(weight < 0);
        }
        reciprocity
    }

    /// His opening position with what both sides have put on the table since.
    fn package(&self) -> Option<Deal> {
        let opening = self.at.opening();
        let mut deal = (!opening.is_empty()).then(|| opening.to_vec())?;
        for commitment in self.at.state.commitments.iter().filter(|c| c.stands) {
            if gives_way(commitment.kind)
                && let Some(pair) = self.meant(&deal, commitment.clause)
                && let Some(slot) = deal.get_mut(commitment.clause.issue.index())
            {
                *slot = pair;
            }
        }
        Some(deal)
    }

    /// The pair a clause means. Where it leaves the timing open, the one that is best for him.
    fn meant(&self, deal: &Deal, clause: Clause) -> Option<u16> {
        let pairs = &self.at.scenario.issue(clause.issue).pairs;
        let fits =
            |pair: &Pair, exact: bool| pair.position == clause.position && (!exact || pair.timing == clause.timing);
        let numbers = |exact: bool| {
            let fitting = pairs.iter().enumerate().filter(move |(_, p)| fits(p, exact));
            fitting.filter_map(|(index, _)| u16::try_from(index).ok())
        };
        let worth = |pair: u16| {
            let mut deal = deal.clone();
            if let Some(slot) = deal.get_mut(clause.issue.index()) {
                *slot = pair;
            }
            (self.worth(&deal), std::cmp::Reverse(pair))
        };
        numbers(true).next().or_else(|| numbers(false).max_by_key(|pair| worth(*pair)))
    }

    fn cost(&self) -> Cost {
        let opening = self.worth_of_opening();
        let mut cost = Cost {
            asked: None,
            points: 0,
            room: (opening - self.reservation()).max(1),
            breaks: Vec::new(),
            red_line: false,
        };
        let (Some(clause), Some(package), Some(own)) =
            (self.at.scenario.mv(self.point.mv).asks, self.package(), self.own)
        else {
            return cost;
        };
        let Some(pair) = self.meant(&package, clause) else {
            return cost;
        };
        let mut granted = package.clone();
        if let Some(slot) = granted.get_mut(clause.issue.index()) {
            *slot = pair;
        }
        let pairs = &self.at.scenario.issue(clause.issue).pairs;
        cost.asked = pairs.get(usize::from(pair)).map(|p| (clause.issue, *p));
        cost.points = self.worth(&package) - self.worth(&granted);
        let keeps = |deal: &Deal, index: usize| {
            let linkage = own.linkages.get(index);
            linkage.is_none_or(|linkage| value::keeps(self.at.scenario, &linkage.keeps, deal))
        };
        cost.breaks =
            (0..own.linkages.len()).filter(|index| keeps(&package, *index) && !keeps(&granted, *index)).collect();
        let hard = |index: &usize| own.linkages.get(*index).is_some_and(|l| l.hard);
        cost.red_line = cost.breaks.iter().any(hard);
        cost
    }

    fn face(&self) -> Face {
        let act = self.at.scenario.mv(self.point.mv).act;
        Face { height: self.at.state.bar(Bar::TheirFace).min(100), ultimatum: act.is_ultimatum() }
    }

    fn priorities(&self) -> Priorities {
        let issue = self.at.scenario.mv(self.point.mv).issue;
        let (mut here, mut all) = (0, 0);
        for point in &self.at.state.points {
            let mv = self.at.scenario.mv(point.mv);
            let weight = mv.act.profile().insists;
            all += weight;
            if mv.issue == issue {
                here += weight;
            }
        }
        let own = self.own.and_then(|own| own.preferences.get(issue.index()));
        Priorities {
            issue,
            raised: self.at.state.times_raised(issue),
            share: u8::try_from(here * 100 / all.max(1)).unwrap_or(100),
            own_weight: own.map_or(0, |preference| Level::Mid.of(preference.weight)),
        }
    }
}

/// Whether a commitment of this kind gives way to the other side.
const fn gives_way(kind: CommitmentKind) -> bool {
    matches!(kind, CommitmentKind::Promise | CommitmentKind::Hint | CommitmentKind::Offer)
}
