//! Sorts moves into five classes by how much they changed.

use super::outcome::Change;

/// The class of a move, from best to worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The move brought endings within reach that were out of reach before.
    OpenedDoor,
    WellPlaced,
    /// The move changed little, or no more than chance could.
    ChangedLittle,
    CostSomething,
    ClosedDoor,
}

/// Smallest changes of the outer classes, in points of rank, with the class for a gain and the class for a loss. A
/// hundred points are one band of the lowest measure. A change within its spread is always in the middle class.
const LIMITS: [(i64, Class, Class); 2] =
    [(LARGE, Class::OpenedDoor, Class::ClosedDoor), (SMALL, Class::WellPlaced, Class::CostSomething)];
/// A quarter of a band.
const LARGE: i64 = 25;
/// A fiftieth of a band: eight points on one measure, or two on each.
pub(super) const SMALL: i64 = 2;
/// Smallest gain, in points, for which a better move is named.
pub(super) const NAMED: i64 = 5;

impl Class {
    pub const ALL: &'static [Class] =
        &[Class::OpenedDoor, Class::WellPlaced, Class::ChangedLittle, Class::CostSomething, Class::ClosedDoor];

    /// Stable key for message catalogues and machine-readable output.
    pub const fn key(self) -> &'static str {
        match self {
            Class::OpenedDoor => "opened-door",
            Class::WellPlaced => "well-placed",
            Class::ChangedLittle => "changed-little",
            Class::CostSomething => "cost-something",
            Class::ClosedDoor => "closed-door",
        }
    }

    /// Classifies a change by its size and spread.
    pub fn of(change: &Change) -> Self {
        if !change.beats_spread() {
            return Class::ChangedLittle;
        }
        let points = change.points();
        let limit = LIMITS.iter().find(|(from, ..)| points.abs() >= *from);
        match limit {
            Some((_, up, _)) if points > 0 => *up,
            Some((_, _, down)) => *down,
            None => Class::ChangedLittle,
        }
    }

    /// Whether the move lost something.
    pub const fn lost(self) -> bool {
        matches!(self, Class::CostSomething | Class::ClosedDoor)
    }

    /// Whether the move gained something.
    pub const fn gained(self) -> bool {
        matches!(self, Class::OpenedDoor | Class::WellPlaced)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A change over ten play-outs with this mean and spread, in points.
    fn change(points: i64, spread: i64) -> Change {
        Change {
            playouts: 10,
            rank: points * 40,
            error: spread * 40 / super::super::outcome::ERRORS,
            ..Change::default()
        }
    }

    #[test]
    fn classes_begin_at_their_limits() {
        let of = |points| Class::of(&change(points, 0));
        assert_eq!(of(25), Class::OpenedDoor);
        assert_eq!(of(24), Class::WellPlaced);
        assert_eq!(of(2), Class::WellPlaced);
        assert_eq!(of(1), Class::ChangedLittle);
        assert_eq!(of(0), Class::ChangedLittle);
        assert_eq!(of(-1), Class::ChangedLittle);
        assert_eq!(of(-2), Class::CostSomething);
        assert_eq!(of(-24), Class::CostSomething);
        assert_eq!(of(-25), Class::ClosedDoor);
    }

    #[test]
    fn a_change_within_its_spread_is_in_the_middle_class() {
        assert_eq!(Class::of(&change(300, 300)), Class::ChangedLittle);
        assert_eq!(Class::of(&change(-300, 300)), Class::ChangedLittle);
        assert_eq!(Class::of(&change(-300, 297)), Class::ClosedDoor);
    }
}
