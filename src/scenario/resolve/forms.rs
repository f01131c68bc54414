//! From what an author writes to what play reads, one form after another: every field in turn, every reference looked up.

use super::*;
use crate::scenario::draft::{Condition as C, DealCondition as D};
use crate::scenario::place::Written;
use crate::scenario::refs::AsWritten;
use crate::scenario::terms::{Act, CommitmentKind, Strength, Timing};

/// Something written that has a resolved counterpart.
pub(super) trait Resolve<T> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> T;
}

impl<S: Resolve<T>, T> Resolve<Vec<T>> for Vec<S> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Vec<T> {
        self.iter().map(|written| written.resolve(resolver)).collect()
    }
}

impl<S: Resolve<T>, T> Resolve<Option<T>> for Option<S> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Option<T> {
        self.as_ref().map(|written| written.resolve(resolver))
    }
}

impl<S: Resolve<T>, T> Resolve<Box<T>> for Box<S> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Box<T> {
        Box::new(self.as_ref().resolve(resolver))
    }
}

/// What refers to nothing is taken over.
macro_rules! plain {
    ($($plain:ty,)+) => {$(
        impl Resolve<$plain> for $plain {
            fn resolve(&self, _: &mut Resolver<'_>) -> $plain {
                self.to_owned()
            }
        }
    )+};
}

plain! { String, bool, char, u8, i8, u32, Act, Bar, Measure, CommitmentKind, Strength, Timing, Date, Band, Price, }

impl Resolve<String> for Written {
    fn resolve(&self, _: &mut Resolver<'_>) -> String {
        self.text.clone()
    }
}

/// References, each with the list in which it is looked up.
macro_rules! references {
    ($($id:ident = $kind:ident in $list:ident,)+) => {$(
        impl Resolve<$id> for Id {
            fn resolve(&self, resolver: &mut Resolver<'_>) -> $id {
                $id(resolver.find(Kind::$kind, self, |names| &names.$list))
            }
        }
    )+};
}

references! {
    PartyId = Party in parties,
    SeatId = Seat in seats,
    PersonId = Person in people,
    IssueId = Issue in issues,
    MarkId = Mark in marks,
    EntryId = Entry in record,
    MoveId = Move in moves,
    UtteranceId = Utterance in utterances,
    TopicId = Topic in topics,
    DealId = Deal in deals,
    LengthId = Length in lengths,
}

/// A term of the glossary.
impl Resolve<u16> for Id {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> u16 {
        resolver.find(Kind::Term, self, |names| &names.glossary)
    }
}

/// The seat of a move: the first where none is named.
impl Resolve<SeatId> for Option<Id> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> SeatId {
        self.as_ref().map_or(SeatId::FIRST, |seat| seat.resolve(resolver))
    }
}

impl Resolve<Range> for RangeDraft {
    fn resolve(&self, _: &mut Resolver<'_>) -> Range {
        Range { low: self.0, mid: self.1, high: self.2 }
    }
}

impl Resolve<Quotation> for QuoteDraft {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Quotation {
        Quotation {
            source: self.source.as_ref().map_or(0, |source| resolver.source(source)),
            line: self.line,
            to_line: self.to_line.unwrap_or(self.line),
            words: self.words.text.clone(),
        }
    }
}

impl Resolve<Earns> for Earns {
    fn resolve(&self, _: &mut Resolver<'_>) -> Earns {
        Earns { percent: self.percent.min(100), ..self.clone() }
    }
}

impl Resolve<Clause> for Clause<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Clause {
        let issue = self.issue.resolve(resolver);
        Clause { issue, position: resolver.position(issue, &self.position), timing: self.timing }
    }
}

/// Forms of which every field is resolved by itself.
macro_rules! forms {
    ($($form:ident { $($field:ident),+ })+) => {$(
        impl Resolve<$form> for $form<AsWritten> {
            fn resolve(&self, resolver: &mut Resolver<'_>) -> $form {
                $form { $($field: self.$field.resolve(resolver)),+ }
            }
        }
    )+};
}

forms! {
    Party { id, name, side }
    Position { id, name, plain, timings }
    Start { bar, at, because, source }
    Person {
        id, name, full_name, script, party, printed_as, standing, card, mark, uncertain, keys, from, until, known_to, named
    }
    Background { id, issue, party, text, keys, mark, known_to, aftermath }
    Move { id, seat, issue, act, label, words, indirect, asks, times, needs, only, effects, idea }
    Stance { id, to, on, when, act, because, source }
    CommitmentForm { by, kind, clause, text, going_back }
    Topic { id, name, opens, exclusive, closes_talk, because, source }
    Linkage { id, text, keeps, loses, hard, source }
    Audience { id, name, wants, accepts, ratifies, claimed_by, from, until, source }
    Look { issue, accepts, yes, no, essential }
    MeasureText { measure, name, plain, bands }
    SingleCase { id, rule, instance, other_reading }
}

impl Resolve<Basis> for Basis<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Basis {
        match self {
            Basis::Quote(quote) => Basis::Quote(quote.resolve(resolver)),
            Basis::Entry(id) => Basis::Entry(id.resolve(resolver)),
            Basis::Dossier { section, keys, mark } => {
                Basis::Dossier { section: section.clone(), keys: keys.resolve(resolver), mark: *mark }
            }
            Basis::Judgement(reason) => Basis::Judgement(reason.clone()),
            Basis::Model(reason) => Basis::Model(reason.clone()),
        }
    }
}

impl Resolve<MoveWords> for MoveWords<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> MoveWords {
        match self {
            MoveWords::Record(entries) => MoveWords::Record(entries.resolve(resolver)),
            MoveWords::Own { reasoned_from } => MoveWords::Own { reasoned_from: reasoned_from.resolve(resolver) },
        }
    }
}

impl Resolve<Words> for Words<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Words {
        match self {
            Words::Record(entries) => Words::Record(entries.resolve(resolver)),
            Words::Elsewhere { entry, said } => Words::Elsewhere { entry: entry.resolve(resolver), said: said.clone() },
            Words::Inference { speaker, text, reasoned_from } => Words::Inference {
                speaker: speaker.resolve(resolver),
                text: text.clone(),
                reasoned_from: reasoned_from.resolve(resolver),
            },
            Words::Silence(reason) => Words::Silence(reason.clone()),
        }
    }
}

impl Resolve<Effect> for Effect<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Effect {
        match self {
            Effect::Bar { bar, by, because, source } => {
                Effect::Bar { bar: *bar, by: *by, because: because.clone(), source: source.resolve(resolver) }
            }
            Effect::Mark(id) => Effect::Mark(id.resolve(resolver)),
            Effect::Unmark(id) => Effect::Unmark(id.resolve(resolver)),
            Effect::Commit(form) => Effect::Commit(form.resolve(resolver)),
            Effect::Withdraw { by, kind, issue } => {
                Effect::Withdraw { by: by.resolve(resolver), kind: *kind, issue: issue.resolve(resolver) }
            }
            Effect::Strengthen { issue, to } => Effect::Strengthen { issue: issue.resolve(resolver), to: *to },
        }
    }
}

impl Resolve<Condition> for Condition<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Condition {
        match self {
            C::All(list) => C::All(list.resolve(resolver)),
            C::Any(list) => C::Any(list.resolve(resolver)),
            C::Not(inner) => C::Not(inner.resolve(resolver)),
            C::Made(id, times) => C::Made(id.resolve(resolver), *times),
            C::Times(times) => C::Times(*times),
            C::SpokenBy(id) => C::SpokenBy(id.resolve(resolver)),
            C::JustMade => C::JustMade,
            C::Said(id) => C::Said(id.resolve(resolver)),
            C::SaidBefore(id) => C::SaidBefore(id.resolve(resolver)),
            C::Given(id) => C::Given(id.resolve(resolver)),
            C::Raised(id, times) => C::Raised(id.resolve(resolver), *times),
            C::JustRaised(id) => C::JustRaised(id.resolve(resolver)),
            C::Open(id) => C::Open(id.resolve(resolver)),
            C::NothingOpen => C::NothingOpen,
            C::Marked(id) => C::Marked(id.resolve(resolver)),
            C::Committed(party, kind, issue) => C::Committed(party.resolve(resolver), *kind, issue.resolve(resolver)),
            C::AtLeast(bar, height) => C::AtLeast(*bar, *height),
            C::Below(bar, height) => C::Below(*bar, *height),
            C::Statements(count) => C::Statements(*count),
            C::Left(count) => C::Left(*count),
            C::OneVoice(count) => C::OneVoice(*count),
            C::Opening => C::Opening,
            C::Opened(id) => C::Opened(id.resolve(resolver)),
        }
    }
}

impl Resolve<DealCondition> for DealCondition<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> DealCondition {
        match self {
            D::All(list) => D::All(list.resolve(resolver)),
            D::Any(list) => D::Any(list.resolve(resolver)),
            D::Not(inner) => D::Not(inner.resolve(resolver)),
            D::If(first, second) => D::If(first.resolve(resolver), second.resolve(resolver)),
            D::Is(issue, positions) => {
                let issue = issue.resolve(resolver);
                D::Is(issue, positions.iter().map(|position| resolver.position(issue, position)).collect())
            }
            D::At(issue, timings) => D::At(issue.resolve(resolver), timings.clone()),
        }
    }
}

impl Resolve<Fate> for Fate<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> Fate {
        match self {
            Fate::Of(party) => Fate::Of(party.resolve(resolver)),
            Fate::Both => Fate::Both,
            Fate::Open => Fate::Open,
            Fate::Free => Fate::Free,
            Fate::Shut => Fate::Shut,
        }
    }
}
