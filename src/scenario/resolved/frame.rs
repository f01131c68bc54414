//! Parties, seats, issues, lengths of game, named deals, and what a fact rests on.

use super::*;

/// A seat.
#[derive(Debug, Clone)]
pub struct Seat {
    pub id: String,
    pub party: PartyId,
    pub name: String,
    pub brief: Vec<String>,
    pub more: Vec<String>,
    /// Delegates that can be given the floor.
    pub speakers: Vec<PersonId>,
    /// Why it cannot be taken yet.
    pub closed_because: Option<String>,
    /// Where its report goes; `None` is just home.
    pub report_to: Option<String>,
    /// What it is, where it is no report of a talk that binds nobody.
    pub report_is: Option<String>,
    /// For each length of game the statements that this seat has against the model.
    pub statements: Vec<u32>,
    /// The other seat, which answers when this one is played. There are exactly two: `resolve` refuses more (WCW032), and it
    /// alone sets this field, so a third seat changes what is read from here.
    pub opposite: SeatId,
    /// The order of business of who answers: the numbers of its topics, in order.
    pub(in crate::scenario) agenda: std::ops::Range<u16>,
    /// In which styles who answers can be played against; the first is the record's own manner.
    pub styles: Vec<Style>,
    /// The room before the first word as this seat sees it, by `Bar::index`.
    pub room: [Start; 6],
    /// The other side's opening position.
    pub opening_position: DealId,
    /// For each length of game where a report starts: the other side's opening position, and for issues outside that game what
    /// they are taken to be.
    pub openings: Vec<Deal>,
    /// The report as it was; `None` where history has none.
    pub report_as_it_was: Option<DealId>,
    /// How its endings are judged.
    pub endings: Endings,
}

impl Seat {
    /// The topics of who answers this seat, in order.
    pub fn topics(&self) -> impl Iterator<Item = TopicId> + use<> {
        self.agenda.clone().map(TopicId)
    }

    /// Whether a topic is on the agenda of the side that answers this seat.
    pub fn has_topic(&self, topic: TopicId) -> bool {
        self.agenda.contains(&topic.0)
    }

    /// Every style in which it can be answered, in order.
    pub fn style_ids(&self) -> impl ExactSizeIterator<Item = StyleId> + use<> {
        StyleId::all(self.styles.len())
    }

    /// A style by its id.
    pub fn style_id(&self, id: &str) -> Option<StyleId> {
        self.style_ids().zip(&self.styles).find(|(_, style)| style.id == id).map(|(found, _)| found)
    }

    /// A style in which it can be answered.
    pub fn style(&self, id: StyleId) -> Option<&Style> {
        self.styles.get(id.index())
    }

    /// How many statements it has against the model in a length of game.
    pub fn statements_in(&self, length: LengthId) -> Option<u32> {
        self.statements.get(length.index()).copied()
    }

    /// Where its report starts in a length of game.
    pub fn opening_in(&self, length: LengthId) -> Option<&Deal> {
        self.openings.get(length.index())
    }
}

/// An issue, of the deal space or of the table.
#[derive(Debug, Clone)]
pub struct Issue {
    pub id: String,
    pub name: String,
    /// In plain words.
    pub plain: String,
    /// Positions; empty for a table issue.
    pub positions: Vec<Position>,
    /// Allowed pairs, in order; empty for a table issue.
    pub pairs: Vec<Pair>,
}

/// An allowed pair of position and timing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    pub position: PositionId,
    /// Timing, where the position has one.
    pub timing: Option<Timing>,
}

impl Length {
    /// Whether an issue is in play.
    pub fn plays(&self, issue: IssueId) -> bool {
        self.issues.is_empty() || self.issues.contains(&issue)
    }
}

/// A deal: for each issue of the deal space the index of its pair.
pub type Deal = Vec<u16>;

/// A named deal.
#[derive(Debug, Clone)]
pub struct NamedDeal {
    pub id: String,
    pub name: String,
    pub deal: Deal,
    /// On what it stands.
    pub source: Basis,
}
