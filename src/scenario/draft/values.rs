//! `values/*.ron`: what each party wants, and who has to accept the deal at home.

use serde::Deserialize;

use super::*;
use crate::scenario::place::Id;
use crate::scenario::refs::{AsWritten, Refs, Resolved};
use crate::scenario::terms::Timing;

/// `values/*.ron`: what one party wants, and who has to accept the deal at home.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Values", deny_unknown_fields)]
pub struct ValuesDraft {
    /// The party.
    pub party: Id,
    /// One preference for every issue of the deal space.
    pub preferences: Vec<PreferenceDraft>,
    /// What belongs together for this party. May be empty.
    #[serde(default)]
    pub linkages: Vec<Linkage<AsWritten>>,
    /// What the party falls back on if there is no deal.
    pub reservation: ReservationDraft,
    /// The people and groups at home who have a say.
    pub audiences: Vec<Audience<AsWritten>>,
}

/// A range of three whole numbers: the lowest, the middle and the highest you would defend: `(20, 30, 40)`. The game
/// uses the middle one. The analysis uses all three to see how certain a conclusion is.
#[derive(Deserialize)]
struct RangeDraft(u32, u32, u32);

/// The lowest, middle and highest value of a number. Written as a `RangeDraft`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(from = "RangeDraft")]
pub struct Range {
    pub low: u32,
    pub mid: u32,
    pub high: u32,
}

impl From<RangeDraft> for Range {
    fn from(RangeDraft(low, mid, high): RangeDraft) -> Self {
        Self { low, mid, high }
    }
}

/// Weight and points of one issue for one party.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Preference", deny_unknown_fields)]
pub struct PreferenceDraft {
    /// The issue.
    pub issue: Id,
    /// How much the issue matters to this party, 0 to 100. The middle weights of all its issues add up to 100.
    pub weight: Range,
    /// What the weight is based on.
    pub source: Basis<AsWritten>,
    /// One entry for every allowed pair of position and timing.
    pub points: Vec<PointsDraft>,
}

/// Points of one pair of position and timing.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Points", deny_unknown_fields)]
pub struct PointsDraft {
    /// The position.
    pub position: Id,
    /// The timing, if the position has one.
    #[serde(default)]
    pub timing: Option<Timing>,
    /// How good this outcome is for the party, 0 (worst) to 100 (best).
    pub points: Range,
    /// What the points are based on. If left out, the source of the weight.
    #[serde(default)]
    pub source: Option<Basis<AsWritten>>,
}

/// A linkage of one party: a condition, and the value a deal loses by breaking it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Linkage", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Linkage<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// What belongs together, in words.
    pub text: String,
    /// The condition a deal has to meet.
    pub keeps: DealCondition<R>,
    /// Value lost if the deal doesn't meet it, on the scale of deals (0 to 10,000; a weight of 1 is worth 100).
    pub loses: Range,
    /// It is a red line. Needs a quotation as its source.
    #[serde(default)]
    pub hard: bool,
    /// What it is based on.
    pub source: Basis<R>,
}

/// A condition on a deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum DealCondition<R: Refs = Resolved> {
    /// All of them hold.
    All(Vec<DealCondition<R>>),
    /// At least one of them holds.
    Any(Vec<DealCondition<R>>),
    /// The condition doesn't hold.
    Not(Box<DealCondition<R>>),
    /// If the first holds, so does the second.
    If(Box<DealCondition<R>>, Box<DealCondition<R>>),
    /// The clause on the issue has one of these positions.
    Is(R::Issue, Vec<R::Position>),
    /// The clause on the issue has one of these timings.
    At(R::Issue, Vec<Timing>),
}

/// What a party falls back on if there is no deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Reservation", deny_unknown_fields)]
pub struct ReservationDraft {
    /// What having no deal is worth, on the scale of deals (0 to 10,000). A deal worth less is worse than none.
    pub value: Range,
    /// The best alternative to a negotiated agreement, in words.
    pub batna: String,
    /// What it is based on.
    pub source: Basis<AsWritten>,
}

/// People at home who have to be able to accept the deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Audience", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Audience<R: Refs = Resolved> {
    /// The name other forms use for it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What it wants, in a sentence.
    pub wants: String,
    /// What it can accept, clause by clause, with its response to each.
    pub accepts: Vec<Look<R>>,
    /// The deal can't come into force without its consent.
    #[serde(default)]
    pub ratifies: bool,
    /// The person who claims to know its opinion, if nothing else shows it.
    #[serde(default)]
    pub claimed_by: Option<R::Person>,
    /// First day on which it exists.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day on which it exists.
    #[serde(default)]
    pub until: Option<Date>,
    /// What this is based on.
    pub source: Basis<R>,
}

/// One thing an audience looks for in a deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Looks", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Look<R: Refs = Resolved> {
    /// The issue it looks at.
    pub issue: R::Issue,
    /// The condition under which it can accept the deal.
    pub accepts: DealCondition<R>,
    /// What it says if it can accept the deal, in your words.
    pub yes: String,
    /// What it says if it can't.
    pub no: String,
    /// It rejects the whole deal over this.
    #[serde(default)]
    pub essential: bool,
}
