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

use super::refs::{AsWritten, Unresolved};

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
    MilestoneDraft = Milestone,
    MarkDraft = Mark,
    LengthDraft = Length,
    QuoteDraft = Quote,
    EntryDraft = Entry,
    UtteranceDraft = Utterance,
    StyleDraft = Style,
    EndingsDraft = Endings,
    WorkDraft = Work,
    ViewDraft = MapView,
    PlaceDraft = MapPlace,
    ClaimDraft = MapClaim,
    ChangeDraft = MapChange,
    BecomesDraft = Becomes,
}
