//! What an author writes: the scenario as parsed, before anything in it has been checked.
//!
//! Every type here is one RON form. Most are generic over their references: as [`AsWritten`] these are the author's ids, each
//! with its place; as `Resolved`, the default, they are the typed ids of a checked scenario. A form with `Draft` in its name is
//! the written one. `docs/scenario-format.md` shows the same forms with examples.

mod frame;
mod library;
mod map;
mod style;
mod talk;
mod values;

pub use frame::*;
pub use library::*;
pub use map::*;
pub use style::*;
pub use talk::*;
pub use values::*;

use super::place::{Id, Written};
use super::refs::{AsWritten, Refs};

impl Refs for AsWritten {
    type Id = Id;
    type Text = Written;
    type Party = Id;
    type MoveSeat = Option<Id>;
    type Person = Id;
    type Issue = Id;
    type Position = Id;
    type Mark = Id;
    type Entry = Id;
    type Move = Id;
    type Utterance = Id;
    type Topic = Id;
    type Term = Id;
    type Quote = QuoteDraft;
    type Range = RangeDraft;
}

/// References that can be read from a file; only [`AsWritten`] are.
pub trait Unresolved:
    Refs<
        Id = Id,
        Text = Written,
        Party = Id,
        MoveSeat = Option<Id>,
        Person = Id,
        Issue = Id,
        Position = Id,
        Mark = Id,
        Entry = Id,
        Move = Id,
        Utterance = Id,
        Topic = Id,
        Term = Id,
        Quote = QuoteDraft,
        Range = RangeDraft,
    >
{
}

impl Unresolved for AsWritten {}

/// Names for the written forms.
macro_rules! written {
    ($($draft:ident = $form:ident,)+) => {$(
        #[doc = concat!("[`", stringify!($form), "`] as an author writes it.")]
        pub type $draft = $form<AsWritten>;
    )+};
}

written! {
    PartyDraft = Party,
    PositionDraft = Position,
    ClauseDraft = Clause,
    BarDraft = Start,
    SourceDraft = Basis,
    MoveDraft = Move,
    MoveWordsDraft = MoveWords,
    StanceDraft = Stance,
    WordsDraft = Words,
    EffectDraft = Effect,
    ConditionDraft = Condition,
    TopicDraft = Topic,
    CommitmentDraft = CommitmentForm,
    LinkageDraft = Linkage,
    DealConditionDraft = DealCondition,
    AudienceDraft = Audience,
    AcceptanceDraft = Look,
    PersonDraft = Person,
    BackgroundDraft = Background,
    SingleCaseDraft = SingleCase,
    MeasureDraft = MeasureText,
    FateDraft = Fate,
}
