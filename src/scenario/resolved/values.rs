//! What parties want, who must accept it at home, and how endings are measured.

use super::*;

/// What a party wants.
#[derive(Debug, Clone)]
pub struct Values {
    pub party: PartyId,
    /// By issue of the deal space.
    pub preferences: Vec<Preference>,
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

impl Endings {
    /// The band, 0 (lowest) to 4, in which a number of a measure falls.
    pub fn band(&self, measure: Measure, number: u8) -> u8 {
        let text = self.measures.iter().find(|text| text.measure == measure);
        let reached = text.map_or(0, |text| text.bands.iter().filter(|band| band.from <= number).count());
        u8::try_from(reached.saturating_sub(1)).unwrap_or(0)
    }
}
