//! The scenario as parsed, before anything in it has been checked.
//!
//! Every type here is one RON form. Most are generic over their references. With [`AsWritten`] these are the author's
//! ids, each with its place in the file; with `Resolved`, the default, they are the typed ids of a checked scenario.
//! Types with `Draft` in their name are the written version. `docs/scenario-format.md` shows the same forms with
//! examples.

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

/// Defines short names for the written versions.
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
