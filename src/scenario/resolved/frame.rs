//! Parties, seats, issues, lengths of game and named deals of a checked scenario.

use super::*;

/// A seat at the table.
#[derive(Debug, Clone)]
pub struct Seat {
    pub id: String,
    pub party: PartyId,
    pub name: String,
    pub brief: Vec<String>,
    pub more: Vec<String>,
    /// People who can be given the floor, in the order in which they are offered.
    pub speakers: Vec<PersonId>,
    /// Why the seat can't be played yet; `None` if it can.
    pub closed_because: Option<String>,
    /// Where its report goes, such as "a report to Tokyo"; `None` for a plain report home.
    pub report_to: Option<String>,
    /// What the report is, if it isn't an ordinary report that binds nobody.
    pub report_is: Option<String>,
    /// Number of statements this seat has against the model, for each length of game.
    pub statements: Vec<u32>,
    /// The other seat, which answers when this one is played. `resolve` refuses scenarios with more than two seats
    /// (WCW032), and only it sets this field.
    pub opposite: SeatId,
    /// Ids of the topics on the agenda of the side that answers.
    pub(in crate::scenario) agenda: std::ops::Range<u16>,
    /// The styles in which the other side can answer. The first one is the style of the record.
    pub styles: Vec<Style>,
    /// The room at the start as this seat sees it, indexed by `Bar::index`.
    pub room: [Start; 6],
    /// The other side's opening position.
    pub opening_position: DealId,
    /// The deal from which a report starts, for each length of game. Issues in play are at the other side's opening
    /// position; the rest have the length's fixed outcome.
    pub openings: Vec<Deal>,
    /// The deal reported in history; `None` if there was none.
    pub report_as_it_was: Option<DealId>,
    /// How this seat's endings are judged.
    pub endings: Endings,
}

impl Seat {
    /// The topics of the side that answers this seat, in order.
    pub fn topics(&self) -> impl Iterator<Item = TopicId> + use<> {
        self.agenda.clone().map(TopicId)
    }

    /// Whether a topic is on the agenda of the side that answers this seat.
    pub fn has_topic(&self, topic: TopicId) -> bool {
        self.agenda.contains(&topic.0)
    }

    /// The styles in which the other side can answer, in order.
    pub fn style_ids(&self) -> impl ExactSizeIterator<Item = StyleId> + use<> {
        StyleId::all(self.styles.len())
    }

    /// Looks up a style by its written id.
    pub fn style_id(&self, id: &str) -> Option<StyleId> {
        self.style_ids().zip(&self.styles).find(|(_, style)| style.id == id).map(|(found, _)| found)
    }

    /// The style with this id, if this seat has it.
    pub fn style(&self, id: StyleId) -> Option<&Style> {
        self.styles.get(id.index())
    }

    /// Number of statements against the model in a length of game.
    pub fn statements_in(&self, length: LengthId) -> Option<u32> {
        self.statements.get(length.index()).copied()
    }

    /// The deal from which a report starts in a length of game.
    pub fn opening_in(&self, length: LengthId) -> Option<&Deal> {
        self.openings.get(length.index())
    }
}

/// An issue of the deal space, or a table issue.
#[derive(Debug, Clone)]
pub struct Issue {
    pub id: String,
    pub name: String,
    /// One sentence in plain words.
    pub plain: String,
    /// Positions; empty for a table issue.
    pub positions: Vec<Position>,
    /// Allowed pairs of position and timing, in order; empty for a table issue.
    pub pairs: Vec<Pair>,
}

/// An allowed pair of position and timing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    pub position: PositionId,
    /// The timing, if the position has one.
    pub timing: Option<Timing>,
}

impl Length {
    /// Whether an issue is in play in this length of game.
    pub fn plays(&self, issue: IssueId) -> bool {
        self.issues.is_empty() || self.issues.contains(&issue)
    }
}

/// A deal: for each issue of the deal space, the index of a pair in [`Issue::pairs`].
pub type Deal = Vec<u16>;

/// A deal with a name.
#[derive(Debug, Clone)]
pub struct NamedDeal {
    pub id: String,
    pub name: String,
    pub deal: Deal,
    /// The source for this deal.
    pub source: Basis,
}
