//! The four measures of an ending.

use crate::scenario::terms::{Bar, Measure};

use super::position::Position;
use super::value::AudienceVerdict;

/// One measure with its value and band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    pub measure: Measure,
    /// 0 to 100.
    pub number: u8,
    /// The band of the number, 0 (lowest) to 4.
    pub band: u8,
}

/// An ending, as judged by the four measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// In the order of [`Measure::ALL`].
    pub measures: [Measured; Measure::ALL.len()],
}

impl Ending {
    /// The rank that bots and reviews compare: the lowest band first, then the sum of the numbers. Players see the four
    /// measures.
    pub fn rank(&self) -> (u8, u32) {
        let lowest = self.measures.iter().map(|m| m.band).min().unwrap_or(0);
        let sum = self.measures.iter().map(|m| u32::from(m.number)).sum();
        (lowest, sum)
    }
}

/// The most the ratifiable measure can reach, 0 to 100, when an audience that has to ratify says no.
const CAP_WITHOUT_RATIFICATION: i64 = 40;

pub(super) fn measure(
    position: &Position<'_>,
    values: &[i64],
    contradictions: u32,
    audiences: &[AudienceVerdict],
    ratifiable: bool,
) -> Ending {
    let seat = position.own_seat();
    let party = seat.party;
    let own = values.get(party.index()).copied().unwrap_or(0);
    let count = i64::try_from(values.len().max(1)).unwrap_or(1);
    let joint = values.iter().sum::<i64>() / count;
    let at_home = || audiences.iter().filter(|a| a.party == party);
    let share = match at_home().count() {
        0 => 100,
        all => {
            let yes = at_home().filter(|a| a.verdict.accepts).count();
            i64::try_from(yes * 100 / all).unwrap_or(0)
        }
    };
    let home = if ratifiable { share } else { share.min(CAP_WITHOUT_RATIFICATION) };
    let lost = i64::from(contradictions) * i64::from(seat.endings.contradiction_costs);
    let trust = (i64::from(position.bar(Bar::Trust)) - lost).max(0);
    let relationship =
        (trust + i64::from(position.bar(Bar::TheirFace)) + i64::from(position.bar(Bar::TheirPatience))) / 3;
    let number = |measure: Measure| match measure {
        Measure::Interests => own / 100,
        Measure::Joint => joint / 100,
        Measure::Ratifiable => home,
        Measure::Relationship => relationship,
    };
    let measures = std::array::from_fn(|index| {
        let measure = *Measure::ALL.get(index).unwrap_or(&Measure::Interests);
        let number = u8::try_from(number(measure).clamp(0, 100)).unwrap_or(100);
        Measured { measure, number, band: seat.endings.band(measure, number) }
    });
    Ending { measures }
}
