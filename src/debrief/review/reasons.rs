//! Why a move was worth what it was: facts of the very game, in the model's own terms. Nothing here looks at the id of a move.

use crate::negotiation::event::{self, PointIndex};
use crate::scenario::acts::Yielding;
use crate::scenario::terms::{Act, Bar, Strength};
use crate::scenario::{MarkId, PartyId, StanceId, UtteranceId};

use super::classes::Class;

/// A fact of a game that speaks for a move or against it. A commitment is named by the effect that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It made the one thing the condition of the other: an ultimatum. With the mark it set, if there is one.
    SetCondition(Option<MarkId>),
    /// A hint of the other side's was asked for as a promise, and is withdrawn.
    HintIntoLaw(event::Reason),
    /// The other side took back what it had committed itself to.
    TookBack(event::Reason),
    /// It went back on a commitment of the player's own side.
    WentBack(event::Reason),
    /// It asked for what had been refused.
    AlreadyRefused {
        /// After which statement.
        statement: u32,
        just: bool,
    },
    /// What it asked for, put beside what then stood on the table, breaks a linkage of a party.
    BrokeLinkage {
        party: PartyId,
        /// Its place in that party's list.
        linkage: u16,
    },
    /// A question of theirs was waiting, and it skipped it.
    PassedOver(UtteranceId),
    /// Later points were answered more harshly because of it.
    MadeHarder(Vec<PointIndex>),
    /// It was answered harshly because of what an earlier move had put on the table.
    UnderMark {
        mark: MarkId,
        set_by: PointIndex,
    },
    CoolRoom {
        bar: Bar,
        stood: u8,
        /// From where on a milder answer begins.
        needed: u8,
    },
    /// It gave something that nobody had asked for and that brought nothing.
    GaveForNothing,
    /// It left with so many statements unsaid and so many points open.
    Left {
        statements: u32,
        open: u32,
    },
    /// It brought nothing new: they stood by an earlier answer.
    NothingNew,
    /// It moved a bar by so much, itself or through its answer.
    Moved {
        bar: Bar,
        by: i16,
        /// The effect, with the author's words for it.
        effect: event::Reason,
    },
    /// The answer and the model's reason for it, by the stance that decided.
    Answered {
        act: Act,
        /// The stance, by its place in the scenario.
        stance: StanceId,
    },
    Unanswered,
    /// It began a statement, of which so many were left; nothing else speaks against it.
    TookStatement(u32),
    /// It earned a commitment of the other side's.
    Earned(event::Reason),
    /// It made a hint stronger.
    RaisedHint {
        hint: event::Reason,
        to: Strength,
    },
    /// It took one small thing out of the package, and got it.
    Unlinked,
    Faced(UtteranceId),
    /// Later points were answered more mildly because of it.
    MadeSofter(Vec<PointIndex>),
    /// It was answered mildly because of what an earlier move had put on the table.
    OnMark {
        mark: MarkId,
        set_by: PointIndex,
    },
    /// It asked before the player's side had given anything, and was answered.
    AskedFirst,
}

/// For which side of the ledger a reason counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    For,
    Against,
    Neutral,
}

impl Reason {
    /// For which side it counts.
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

/// Answers that give something.
pub(super) const fn yields(act: Act) -> bool {
    matches!(act.profile().yields, Yielding::Later | Yielding::Yes)
}

/// Answers that say no, or worse.
pub(super) const fn harsh(act: Act) -> bool {
    matches!(act.profile().yields, Yielding::Nothing)
}

/// How many reasons are shown for one move.
const SHOWN: usize = 2;

/// The reasons that belong to a class: of a move that lost something what speaks against it, of one that gained something what
/// speaks for it, and of one that changed little what became of it.
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
