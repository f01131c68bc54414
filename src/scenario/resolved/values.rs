//! What parties want, who must accept it at home, and how endings are measured.

use super::*;

/// Low, middle, high.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Lowest.
    pub low: u32,
    /// Middle.
    pub mid: u32,
    /// Highest.
    pub high: u32,
}

/// What a party wants.
#[derive(Debug, Clone)]
pub struct Values {
    /// Party.
    pub party: PartyId,
    /// By issue of the deal space.
    pub preferences: Vec<Preference>,
    /// Linkages.
    pub linkages: Vec<Linkage>,
    /// Reservation value, 0 to 10,000.
    pub reservation: Range,
    /// The best alternative to a negotiated agreement.
    pub batna: String,
    /// On what that stands.
    pub batna_source: Basis,
    /// Those at home.
    pub audiences: Vec<Audience>,
}

/// Weight and points.
#[derive(Debug, Clone)]
pub struct Preference {
    /// Weight, 0 to 100.
    pub weight: Range,
    /// On what that stands.
    pub source: Basis,
    /// By pair of the issue.
    pub points: Vec<(Range, Basis)>,
}

/// A linkage.
#[derive(Debug, Clone)]
pub struct Linkage {
    /// Id.
    pub id: String,
    /// In words.
    pub text: String,
    /// What a deal keeps.
    pub keeps: DealCondition,
    /// What it loses else.
    pub loses: Range,
    /// Red line.
    pub hard: bool,
    /// On what that stands.
    pub source: Basis,
}

/// A condition on a deal.
#[derive(Debug, Clone)]
pub enum DealCondition {
    /// All hold.
    All(Vec<DealCondition>),
    /// One holds.
    Any(Vec<DealCondition>),
    /// Does not hold.
    Not(Box<DealCondition>),
    /// If the first, then the second.
    If(Box<DealCondition>, Box<DealCondition>),
    /// One of these positions.
    Is(IssueId, Vec<PositionId>),
    /// One of these timings.
    At(IssueId, Vec<Timing>),
}

/// An audience.
#[derive(Debug, Clone)]
pub struct Audience {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it wants.
    pub wants: String,
    /// What it looks at.
    pub looks: Vec<Look>,
    /// Needed for ratification.
    pub ratifies: bool,
    /// By whom its opinion is only claimed.
    pub claimed_by: Option<PersonId>,
    /// On what that stands.
    pub source: Basis,
}

/// One thing an audience looks at.
#[derive(Debug, Clone)]
pub struct Look {
    /// Issue.
    pub issue: IssueId,
    /// What it accepts.
    pub accepts: DealCondition,
    /// What it says when it can.
    pub yes: String,
    /// What it says when it cannot.
    pub no: String,
    /// Rejects the whole over this.
    pub essential: bool,
}

/// How the endings of a seat are judged.
#[derive(Debug, Clone)]
pub struct Endings {
    /// Measures of an ending, in the order of [`Measure::ALL`].
    pub measures: Vec<MeasureText>,
    /// What support earns.
    pub earns: Vec<Earns>,
    /// Rules of the model that rest on one case.
    pub single_cases: Vec<SingleCase>,
    /// Trust lost by a clause that contradicts a refusal.
    pub contradiction_costs: u8,
}

impl Endings {
    /// The band, 0 (lowest) to 4, in which a number of a measure falls.
    pub fn band(&self, measure: Measure, number: u8) -> u8 {
        let text = self.measures.iter().find(|text| text.measure == measure);
        let reached = text.map_or(0, |text| text.bands.iter().filter(|band| band.from <= number).count());
        u8::try_from(reached.saturating_sub(1)).unwrap_or(0)
    }
}

/// A measure.
#[derive(Debug, Clone)]
pub struct MeasureText {
    /// Which.
    pub measure: Measure,
    /// Name.
    pub name: String,
    /// In plain words.
    pub plain: String,
    /// Five bands.
    pub bands: Vec<BandDraft>,
}

/// What support earns.
#[derive(Debug, Clone)]
pub struct Earns {
    /// Kind.
    pub kind: CommitmentKind,
    /// Strength, for hints.
    pub strength: Option<Strength>,
    /// Per cent.
    pub percent: u8,
    /// Why.
    pub because: String,
}

/// A rule that rests on one case.
#[derive(Debug, Clone)]
pub struct SingleCase {
    /// Id.
    pub id: String,
    /// Rule.
    pub rule: String,
    /// Instance.
    pub instance: Basis,
    /// Another reading.
    pub other_reading: String,
}
