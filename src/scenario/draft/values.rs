//! `values/*.ron`: what each party wants, and who at home must accept it.

use serde::Deserialize;

use super::*;
use crate::scenario::place::Id;
use crate::scenario::refs::{AsWritten, Refs, Resolved};
use crate::scenario::terms::Timing;

/// `values/*.ron`: what one party wants, and who at home must accept it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Values", deny_unknown_fields)]
pub struct ValuesDraft {
    /// The party.
    pub party: Id,
    /// One preference for every issue of the deal space.
    pub preferences: Vec<PreferenceDraft>,
    /// What goes together for this party; empty where nothing does.
    #[serde(default)]
    pub linkages: Vec<Linkage<AsWritten>>,
    /// What it falls back on if there is no deal.
    pub reservation: ReservationDraft,
    /// Those at home who have a say.
    pub audiences: Vec<Audience<AsWritten>>,
}

/// A range of three whole numbers: the lowest, the middle and the highest that you would defend: `(20, 30, 40)`. The middle
/// one is played with; all three are used to see how sure a conclusion is.
#[derive(Deserialize)]
struct RangeDraft(u32, u32, u32);

/// Low, middle and high of a number; written as a [`RangeDraft`].
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
    /// How much the issue matters to this party, 0 to 100; the middles of all its issues sum to 100.
    pub weight: Range,
    /// What the weight stands on.
    pub source: Basis<AsWritten>,
    /// One entry for every allowed pair.
    pub points: Vec<PointsDraft>,
}

/// Points of one pair of position and timing.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Points", deny_unknown_fields)]
pub struct PointsDraft {
    /// The position.
    pub position: Id,
    /// The timing, where the position has one.
    #[serde(default)]
    pub timing: Option<Timing>,
    /// How good this outcome is for the party, 0 (worst) to 100 (best).
    pub points: Range,
    /// What they stand on; what the weight of the issue stands on, when left out.
    #[serde(default)]
    pub source: Option<Basis<AsWritten>>,
}

/// A linkage of one party: the points that a deal loses when it breaks the condition.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Linkage", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Linkage<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// What goes together, in words.
    pub text: String,
    /// The condition that a deal has to keep.
    pub keeps: DealCondition<R>,
    /// Value lost when it is broken, on the scale of a deal (0 to 10,000: a weight of 1 is worth 100).
    pub loses: Range,
    /// A red line; only with a quotation.
    #[serde(default)]
    pub hard: bool,
    /// What it stands on.
    pub source: Basis<R>,
}

/// A condition on a deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub enum DealCondition<R: Refs = Resolved> {
    /// All hold.
    All(Vec<DealCondition<R>>),
    /// One holds.
    Any(Vec<DealCondition<R>>),
    /// It does not hold.
    Not(Box<DealCondition<R>>),
    /// If the first holds, the second holds.
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
    /// What having no deal is worth, on the scale of a deal (0 to 10,000). A deal below it is worse than none.
    pub value: Range,
    /// The best alternative to a negotiated agreement, in words.
    pub batna: String,
    /// What it stands on.
    pub source: Basis<AsWritten>,
}

/// People at home who must be able to accept the deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Audience", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Audience<R: Refs = Resolved> {
    /// The name by which other forms call it.
    pub id: R::Id,
    /// Name, as shown.
    pub name: String,
    /// What it wants, in a sentence.
    pub wants: String,
    /// What it can accept, clause by clause, each with its words.
    pub accepts: Vec<Look<R>>,
    /// The deal cannot come into force without its consent.
    #[serde(default)]
    pub ratifies: bool,
    /// By whom its opinion is only claimed.
    #[serde(default)]
    pub claimed_by: Option<R::Person>,
    /// First day on which it exists.
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default)]
    pub until: Option<Date>,
    /// What this stands on.
    pub source: Basis<R>,
}

/// One thing that an audience looks at in a deal.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename = "Looks", deny_unknown_fields)]
#[serde(bound = "R: Unresolved")]
pub struct Look<R: Refs = Resolved> {
    /// The issue it looks at.
    pub issue: R::Issue,
    /// What it can accept.
    pub accepts: DealCondition<R>,
    /// What it says when it can, in our words.
    pub yes: String,
    /// What it says when it cannot.
    pub no: String,
    /// It rejects the whole deal over this.
    #[serde(default)]
    pub essential: bool,
}
