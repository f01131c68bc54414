//! What parties want, and how endings are measured.

use super::*;

/// What a party wants.
#[derive(Debug, Clone)]
pub struct Values {
    pub party: PartyId,
    /// Indexed by the issues of the deal space.
    pub preferences: Vec<Preference>,
    pub linkages: Vec<Linkage>,
    /// What having no deal is worth, 0 to 10,000.
    pub reservation: Range,
    /// The best alternative to a negotiated agreement, in words.
    pub batna: String,
    /// The source for this.
    pub batna_source: Basis,
    /// The people and groups at home who have to accept a deal.
    pub audiences: Vec<Audience>,
}

/// Weight and points of one issue.
#[derive(Debug, Clone)]
pub struct Preference {
    /// How much the issue matters, 0 to 100.
    pub weight: Range,
    /// The source for the weight.
    pub source: Basis,
    /// Points and their source for each pair of the issue.
    pub points: Vec<(Range, Basis)>,
}

impl Endings {
    /// The band of a measure that a number falls in, from 0 (lowest) to 4.
    pub fn band(&self, measure: Measure, number: u8) -> u8 {
        let text = self.measures.iter().find(|text| text.measure == measure);
        let reached = text.map_or(0, |text| text.bands.iter().filter(|band| band.from <= number).count());
        u8::try_from(reached.saturating_sub(1)).unwrap_or(0)
    }
}
