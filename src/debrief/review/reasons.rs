//! The reasons for a move's worth, as facts of this game in the model's own terms. Nothing here depends on the id of a
//! move.

use crate::negotiation::event::{self, PointIndex};
use crate::scenario::acts::Yielding;
use crate::scenario::terms::{Act, Bar, Strength};
use crate::scenario::{MarkId, PartyId, StanceId, UtteranceId};

use super::classes::Class;

/// A fact of the game that speaks for a move or against it. Commitments are identified by the effect that made them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The move made one thing the condition of another: an ultimatum. Holds the mark it set, if any.
    SetCondition(Option<MarkId>),
    /// The move asked the other side to turn a hint into a promise, and the hint was withdrawn.
    HintIntoLaw(event::Reason),
    /// The other side took back a commitment.
    TookBack(event::Reason),
    /// The move went back on a commitment of the player's own side.
    WentBack(event::Reason),
    /// The move asked for something already refused.
    AlreadyRefused {
        /// Number of the statement that drew the refusal.
        statement: u32,
        just: bool,
    },
    /// The clause of the move broke a linkage of a party, given what was on the table at the time.
    BrokeLinkage {
        party: PartyId,
        /// Index in that party's list.
        linkage: u16,
    },
    /// The move skipped a question that was waiting.
    PassedOver(UtteranceId),
    /// The move made later answers harsher.
    MadeHarder(Vec<PointIndex>),
    /// The move was answered harshly because of what an earlier move had put on the table.
    UnderMark {
        mark: MarkId,
        set_by: PointIndex,
    },
    CoolRoom {
        bar: Bar,
        stood: u8,
        /// Height of the bar at which a milder answer becomes possible.
        needed: u8,
    },
    /// The move gave something that no one had asked for and that brought nothing in return.
    GaveForNothing,
    /// The move ended the talk with this many statements unused and this many points open.
    Left {
        statements: u32,
        open: u32,
    },
    /// The move brought nothing new: an earlier answer stands.
    NothingNew,
    /// The move or its answer moved a bar by this much.
    Moved {
        bar: Bar,
        by: i16,
        /// The effect, which has the author's words for it.
        effect: event::Reason,
    },
    /// The answer, and the stance that decided it with the model's reason.
    Answered {
        act: Act,
        stance: StanceId,
    },
    Unanswered,
    /// The move used up a statement when this many were left; there is no other reason against it.
    TookStatement(u32),
    /// The move earned a commitment from the other side.
    Earned(event::Reason),
    /// The move strengthened a hint.
    RaisedHint {
        hint: event::Reason,
        to: Strength,
    },
    /// The move took one small thing out of the package, and got it.
    Unlinked,
    Faced(UtteranceId),
    /// The move made later answers milder.
    MadeSofter(Vec<PointIndex>),
    /// The move was answered mildly because of what an earlier move had put on the table.
    OnMark {
        mark: MarkId,
        set_by: PointIndex,
    },
    /// The move asked before the player's side had given anything, and was answered.
    AskedFirst,
}

/// Whether a reason counts for a move or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    For,
    Against,
    Neutral,
}

impl Reason {
    /// Whether this reason counts for the move or against it.
    pub const fn tone(&self) -> Tone {
        match self {
            Reason::SetCondition(_)
            | Reason::HintIntoLaw(_)
            | Reason::TookBack(_)
            | Reason::WentBack(_)
            | Reason::AlreadyRefused { .. }
            | Reason::BrokeLinkage { .. }
            | Reason::PassedOver(_)
            | Reason::MadeHarder(_)
            | Reason::UnderMark { .. }
            | Reason::CoolRoom { .. }
            | Reason::GaveForNothing
            | Reason::Left { .. }
            | Reason::NothingNew
            | Reason::TookStatement(_) => Tone::Against,
            Reason::Moved { by, .. } => {
                if *by < 0 {
                    Tone::Against
                } else {
                    Tone::For
                }
            }
            Reason::Answered { act, .. } => {
                if harsh(*act) {
                    Tone::Against
                } else if yields(*act) {
                    Tone::For
                } else {
                    Tone::Neutral
                }
            }
            Reason::Unanswered => Tone::Neutral,
            Reason::Earned(_)
            | Reason::RaisedHint { .. }
            | Reason::Unlinked
            | Reason::Faced(_)
            | Reason::MadeSofter(_)
            | Reason::OnMark { .. }
            | Reason::AskedFirst => Tone::For,
        }
    }
}

/// Whether an answer gives something.
pub(super) const fn yields(act: Act) -> bool {
    matches!(act.profile().yields, Yielding::Later | Yielding::Yes)
}

/// Whether an answer is a no, or worse.
pub(super) const fn harsh(act: Act) -> bool {
    matches!(act.profile().yields, Yielding::Nothing)
}

/// Number of reasons shown for one move.
const SHOWN: usize = 2;

/// The reasons that fit a class: those against a move that lost something, those for one that gained something, and the
/// neutral result of one that changed little.
pub(super) fn of_class(reasons: Vec<Reason>, class: Option<Class>) -> Vec<Reason> {
    let tone = match class {
        Some(class) if class.lost() => Tone::Against,
        Some(class) if class.gained() => Tone::For,
        _ => {
            let plain =
                |reason: &&Reason| matches!(reason, Reason::Answered { .. } | Reason::Unanswered | Reason::NothingNew);
            let shown = reasons.iter().find(plain).or_else(|| reasons.first());
            return shown.cloned().into_iter().collect();
        }
    };
    let of_tone = reasons.into_iter().filter(|reason| reason.tone() == tone);
    of_tone.take(SHOWN).collect()
}
