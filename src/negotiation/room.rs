//! A changed room: bars that start at a different height than the scenario gives.

use std::str::FromStr;

use crate::scenario::resolved::Seat;
use crate::scenario::terms::Bar;

/// Starting heights that replace the scenario's, as the first seat sees them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct ChangedRoom([Option<u8>; Bar::ALL.len()]);

/// Why a changed room can't be parsed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RoomError {
    #[error("\"{0}\" is not written like trust=20; more than one: trust=20,home=80")]
    Unclear(String),
    #[error("there is no bar \"{0}\"; the bars are: {known}", known = known())]
    NoBar(String),
    #[error("\"{0}\" is no height of a bar: that is a number from 0 to 100")]
    NoHeight(String),
}

fn known() -> String {
    let keys: Vec<&str> = Bar::ALL.iter().map(|bar| bar.key()).collect();
    keys.join(", ")
}

impl ChangedRoom {
    /// The room as the scenario has it.
    pub const UNCHANGED: Self = Self([None; Bar::ALL.len()]);

    /// A room with these starting heights, each capped at 100.
    pub fn of(bars: impl IntoIterator<Item = (Bar, u8)>) -> Self {
        let mut room = Self::default();
        for (bar, height) in bars {
            room.set(bar, height);
        }
        room
    }

    /// Sets the starting height of a bar, capped at 100.
    pub fn set(&mut self, bar: Bar, height: u8) {
        if let Some(slot) = self.0.get_mut(bar.index()) {
            *slot = Some(height.min(100));
        }
    }

    /// The changed starting height of a bar; `None` if it is unchanged.
    pub fn height(&self, bar: Bar) -> Option<u8> {
        self.0.get(bar.index()).copied().flatten()
    }

    /// The changed bars with their starting heights, in the order of [`Bar::ALL`].
    pub fn bars(&self) -> impl Iterator<Item = (Bar, u8)> + use<'_> {
        let bars = Bar::ALL.iter();
        bars.filter_map(|bar| Some((*bar, self.height(*bar)?)))
    }

    /// Starting height of a bar for a seat, 0 to 100.
    pub fn start(&self, seat: &Seat, bar: Bar) -> u8 {
        let written = seat.room.get(bar.index()).map_or(0, |start| start.at);
        self.height(bar).unwrap_or(written)
    }

    /// The bars of a seat whose starting height differs from the scenario's, each as (bar, scenario's height, height
    /// here).
    pub fn changes(&self, seat: &Seat) -> Vec<(Bar, u8, u8)> {
        let bars = self.bars();
        bars.map(|(bar, height)| (bar, Self::UNCHANGED.start(seat, bar), height))
            .filter(|(_, written, height)| written != height)
            .collect()
    }
}

impl FromStr for ChangedRoom {
    type Err = RoomError;

    /// Parses a list such as `trust=20,home=80`.
    fn from_str(text: &str) -> Result<Self, RoomError> {
        let mut room = Self::default();
        for part in text.split(',').map(str::trim) {
            let (bar, height) = part.split_once('=').ok_or_else(|| RoomError::Unclear(part.to_owned()))?;
            let bar = Bar::from_key(bar.trim()).ok_or_else(|| RoomError::NoBar(bar.trim().to_owned()))?;
            let height = height.trim();
            let number = height.parse::<u8>().ok().filter(|number| *number <= 100);
            room.set(bar, number.ok_or_else(|| RoomError::NoHeight(height.to_owned()))?);
        }
        Ok(room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_is_parsed_bar_by_bar_and_bad_input_gets_a_message() {
        let room: ChangedRoom = "trust=20, home=80".parse().unwrap();
        let bars: Vec<_> = room.bars().collect();
        assert_eq!(bars, [(Bar::Trust, 20), (Bar::Home, 80)]);
        let refused = |text: &str| text.parse::<ChangedRoom>().unwrap_err().to_string();
        assert!(refused("trust").contains("trust=20"));
        assert!(refused("luck=3").contains("their-patience"));
        assert!(refused("trust=101").contains("0 to 100"));
        assert!(refused("").contains("trust=20"));
    }
}
