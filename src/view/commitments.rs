//! The commitments that stand, and the points that await an answer.

use crate::language::arg;
use crate::negotiation::Session;
use crate::negotiation::commitment::Commitment;
use crate::negotiation::seat_view::last_points;
use crate::negotiation::state::Status;
use crate::scenario::PersonId;
use crate::scenario::terms::CommitmentKind;

use super::choices::signed;
use super::wording::Wording;

/// A commitment that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitmentView {
    pub ours: bool,
    /// The kind in a word or two, such as promise, hint or refusal.
    pub kind: String,
    pub given: String,
    pub text: String,
    /// For a hint: how strong it is and how many heard it.
    pub strength: Option<String>,
    /// For the player's own commitment: the price of going back on it.
    pub price: Option<String>,
    /// Whether it came with the last statement.
    pub fresh: bool,
    pub sentence: String,
}

/// A point that awaits an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPoint {
    pub label: String,
    pub made: String,
}

/// The standing commitments, newest first.
pub fn standing(wording: Wording<'_>, session: &Session) -> Vec<CommitmentView> {
    let commitments = session.state().commitments.iter().rev();
    commitments
        .filter(|commitment| commitment.stands)
        .filter_map(|commitment| commitment_view(wording, session, commitment))
        .collect()
}

fn commitment_view(wording: Wording<'_>, session: &Session, commitment: &Commitment) -> Option<CommitmentView> {
    let scenario = wording.scenario;
    let form = commitment.form(scenario)?;
    let seat = scenario.seat(session.seat());
    let ours = commitment.by == seat.party;
    let other = if ours { scenario.seat(seat.opposite).party } else { seat.party };
    let called = |person: Option<PersonId>, party| match person {
        Some(person) => wording.person(person),
        None => scenario.party(party).name.clone(),
    };
    let args = [
        arg("giver", called(commitment.giver, commitment.by)),
        arg("hearer", called(commitment.hearer, other)),
        arg("party", scenario.party(commitment.by).name.as_str()),
    ];
    let is_hint = commitment.kind == CommitmentKind::Hint;
    let strength = is_hint.then(|| {
        let args = [arg("witnesses", commitment.witnesses), arg("strength", wording.strength(commitment.strength))];
        wording.catalogue.msg_with("commitment-hint-heard", &args)
    });
    let price = form.going_back.iter();
    let price: Vec<String> = price.map(|price| format!("{} {}", wording.bar(price.bar), signed(price.by))).collect();
    let price = (ours && !price.is_empty()).then(|| {
        let args = [arg("price", price.join(", "))];
        wording.catalogue.msg_with("commitment-going-back", &args)
    });
    let key = if commitment.giver.is_some() { "commitment-given-by-person" } else { "commitment-given" };
    let (kind, given) = (wording.commitment_kind(commitment.kind), wording.catalogue.msg_with(key, &args));
    let fresh = is_fresh(session, commitment.turn);
    let args = [
        arg("fresh", if fresh { "yes" } else { "no" }),
        arg("kind", kind.as_str()),
        arg("given", given.as_str()),
        arg("text", form.text.as_str()),
    ];
    let sentence = wording.catalogue.msg_with("commitment-sentence", &args);
    Some(CommitmentView { ours, kind, given, text: form.text.clone(), strength, price, fresh, sentence })
}

/// Whether something made in `statement` is as new as the player's own last statement, or newer.
pub(super) fn is_fresh(session: &Session, statement: u32) -> bool {
    let last = last_points(session, session.seat()).into_iter();
    let last =
        last.filter_map(|point| session.state().points.get(usize::from(point))).map(|point| point.statement).max();
    last.is_some_and(|last| statement >= last)
}

/// The player's own points that have no answer yet, in the order they were made.
pub fn open_points(wording: Wording<'_>, session: &Session) -> Vec<OpenPoint> {
    let points = session.state().points.iter();
    points
        .filter(|point| point.status == Status::Open)
        .map(|point| {
            let args = [arg("speaker", wording.person(point.speaker)), arg("statement", point.statement)];
            OpenPoint {
                label: wording.scenario.mv(point.mv).label.clone(),
                made: wording.catalogue.msg_with("open-made", &args),
            }
        })
        .collect()
}
