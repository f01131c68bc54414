//! Resolves each form field by field, looking up every reference.

use super::*;
use crate::scenario::draft::DealCondition as D;
use crate::scenario::place::Written;
use crate::scenario::refs::AsWritten;
use crate::scenario::terms::{Act, CommitmentKind, Strength, Timing};

/// Implemented by written types that have a resolved version.
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

/// Types without references, which are copied unchanged.
macro_rules! plain {
    ($($plain:ty,)+) => {$(
        impl Resolve<$plain> for $plain {
            fn resolve(&self, _: &mut Resolver<'_>) -> $plain {
                self.to_owned()
            }
        }
    )+};
}

plain! {
    String, bool, char, u8, i8, u32, f64, Act, Bar, Measure, CommitmentKind, Strength, Timing, Date, Band, Price, Range, Pairing,
    Manner, Curve, StyleFigure, Spot, PlaceKind,
}

impl Resolve<String> for Written {
    fn resolve(&self, _: &mut Resolver<'_>) -> String {
        self.text.clone()
    }
}

/// References, each with the list in which to look it up.
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
    TermId = Term in glossary,
    SourceId = Source in sources,
    ViewId = View in views,
    PlaceId = Place in places,
}

/// The seat of a move; the first seat if none is named.
impl Resolve<SeatId> for Option<Id> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> SeatId {
        self.as_ref().map_or(SeatId::FIRST, |seat| seat.resolve(resolver))
    }
}

/// The source of a quotation; the first source if none is named.
impl Resolve<SourceId> for Option<Id> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> SourceId {
        self.as_ref().map_or(SourceId::FIRST, |source| source.resolve(resolver))
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

/// Structs whose fields are resolved one by one.
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
    Endings { seat, measures, earns, single_case_rules, contradiction_costs }
    Milestone { id, name, plain }
    Mark { id, meaning }
    Length { id, name, statements, issues, rest }
    Work { key, cites }
    Quote { source, line, to_line, words }
    Entry { id, speaker, to, act, recorded_as, issue, about, quotes, answered_by, note, plain, milestone_open }
    Answer { entry, how }
    Utterance { id, occasion, act, topic, conditions, words, effects, stops, faces, idea }
    Style { id, name, plain, manner, curve, figures }
    MapView { id, name, plain, west, east, south, north }
    MapPlace {
        id, kind, name, one_name, at, views, plain, state, keys, mark, held_by, claims, islands, outline, line, drawn_from
    }
    MapClaim { party, text, own, keys, mark }
    Becomes { place, fate }
}

/// Enums whose variants are resolved part by part.
macro_rules! choices {
    ($($form:ident {
        $($variant:ident $(($($part:ident),+))? $({ $($field:ident),+ })?,)+
    })+) => {$(
        impl Resolve<$form> for $form<AsWritten> {
            fn resolve(&self, resolver: &mut Resolver<'_>) -> $form {
                match self {$(
                    $form::$variant $(($($part),+))? $({ $($field),+ })? => $form::$variant
                        $(($($part.resolve(resolver)),+))?
                        $({ $($field: $field.resolve(resolver)),+ })?,
                )+}
            }
        }
    )+};
}

choices! {
    Basis { Quote(of), Entry(of), Dossier { section, keys, mark }, Judgement(reason), Model(reason), }
    MoveWords { Record(entries), Own { reasoned_from }, }
    Words {
        Record(entries), Elsewhere { entry, said }, Inference { speaker, text, reasoned_from }, Silence(reason),
    }
    Occasion { Reply(to), Initiative(closes), }
    Effect {
        Bar { bar, by, because, source }, Mark(of), Unmark(of), Commit(to), Withdraw { by, kind, issue },
        Strengthen { issue, to },
    }
    Condition {
        All(of), Any(of), Not(of), Made(mv, times), Times(count), SpokenBy(of), JustMade, Said(of), SaidBefore(of), Given(of),
        Raised(issue, times), JustRaised(of), Open(of), NothingOpen, Marked(of), Committed(party, kind, issue),
        AtLeast(bar, height), Below(bar, height), Statements(count), Left(count), OneVoice(count), Opening, Opened(of),
    }
    Fate { Of(party), Both, Open, Free, Shut, }
}

impl Resolve<MapChange> for MapChange<AsWritten> {
    fn resolve(&self, resolver: &mut Resolver<'_>) -> MapChange {
        let issue = self.issue.resolve(resolver);
        let position = resolver.position(issue, &self.position);
        MapChange { issue, position, text: self.text.clone(), becomes: self.becomes.resolve(resolver) }
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
