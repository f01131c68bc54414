//! What the player can choose at the table, and what is on it.

use crate::language::arg;
use crate::negotiation::seat_view::{Offered, SeatView};
use crate::negotiation::state::{Point, Status};
use crate::negotiation::{Session, offer};
use crate::scenario::resolved::{Effect, Move};
use crate::scenario::terms::{Act, Bar, CommitmentKind};
use crate::scenario::{IssueId, MoveId, PersonId, SeatId};

use super::blocks::SpeechView;
use super::talk::{self, Speech, commitment_text};
use super::wording::Wording;

/// A delegate who can be given the floor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpeakerChoice {
    pub person: PersonId,
    pub id: String,
    pub name: String,
    /// The person's standing, as far as it is known.
    pub standing: String,
    /// Number of moves on offer that the record gives to this delegate.
    pub own_moves: usize,
    pub detail: String,
}

/// A choice that leads to moves: an issue or an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupChoice<T> {
    pub of: T,
    pub id: String,
    pub name: String,
    /// One sentence of explanation; may be empty.
    pub plain: String,
    pub moves: usize,
}

/// A move that can be chosen: its speaker, its words and its cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveChoice {
    pub mv: MoveId,
    pub id: String,
    pub label: String,
    pub speaker: PersonId,
    pub words: Vec<Speech>,
    /// The words as shown before the move is made. Leaves out the parts that can be read afterwards.
    pub shown: Vec<SpeechView>,
    /// What the move costs or brings, one line each.
    pub costs: Vec<String>,
    pub faces: bool,
}

/// A bar of the room and why it started where it did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarView {
    pub name: String,
    /// 0 to 100.
    pub height: u8,
    pub heading: String,
    /// Why the bar started at its height.
    pub start: String,
}

/// What can be chosen at the table now. The lists are short: never more than seven entries each.
pub struct Choices<'a> {
    wording: Wording<'a>,
    view: SeatView<'a>,
    offered: Vec<Offered<'a>>,
}

impl<'a> Choices<'a> {
    /// The choices a seat has in the current position.
    pub fn new(wording: Wording<'a>, session: &'a Session, seat: SeatId) -> Self {
        let view = SeatView::of(session, seat);
        Self { wording, view, offered: view.offered().collect() }
    }

    /// The view of the session that the choices are based on.
    pub const fn seat_view(&self) -> SeatView<'a> {
        self.view
    }

    /// Delegates who can be given the floor, in the order of the seat.
    pub fn speakers(&self) -> Vec<SpeakerChoice> {
        let scenario = self.wording.scenario;
        let seat = scenario.seat(self.view.seat());
        seat.speakers
            .iter()
            .map(|person| {
                let form = scenario.person(*person);
                let recorded = |o: &&Offered<'_>| scenario.mv(o.mv).recorded_speaker(scenario) == Some(*person);
                let own_moves = self.offered.iter().filter(recorded).count();
                let own = self.wording.catalogue.msg_with("window-own-moves", &[arg("moves", own_moves)]);
                let parts = [form.standing.as_str(), own.as_str()].into_iter().filter(|part| !part.is_empty());
                SpeakerChoice {
                    person: *person,
                    id: form.id.clone(),
                    name: form.name.clone(),
                    standing: form.standing.clone(),
                    own_moves,
                    detail: parts.collect::<Vec<_>>().join(". "),
                }
            })
            .collect()
    }

    /// Issues of the deal space with moves on offer for a speaker.
    pub fn issues(&self, speaker: PersonId, taken: &[MoveId]) -> Vec<GroupChoice<IssueId>> {
        self.groups(speaker, taken, |index, deal_issues| index < deal_issues)
    }

    /// Issues about the talk itself with moves on offer for a speaker.
    pub fn table_issues(&self, speaker: PersonId, taken: &[MoveId]) -> Vec<GroupChoice<IssueId>> {
        self.groups(speaker, taken, |index, deal_issues| index >= deal_issues)
    }

    fn groups(
        &self,
        speaker: PersonId,
        taken: &[MoveId],
        wanted: impl Fn(usize, usize) -> bool,
    ) -> Vec<GroupChoice<IssueId>> {
        let scenario = self.wording.scenario;
        let deal_issues = scenario.deal_issues();
        scenario
            .issue_ids()
            .filter(|issue| wanted(issue.index(), deal_issues))
            .map(|issue| {
                let form = scenario.issue(issue);
                GroupChoice {
                    of: issue,
                    id: form.id.clone(),
                    name: form.name.clone(),
                    plain: form.plain.clone(),
                    moves: self.offered(speaker, taken).filter(|o| scenario.mv(o.mv).issue == issue).count(),
                }
            })
            .filter(|choice| choice.moves > 0)
            .collect()
    }

    /// Acts on an issue with moves on offer for a speaker.
    pub fn acts(&self, speaker: PersonId, taken: &[MoveId], issue: IssueId) -> Vec<GroupChoice<Act>> {
        let scenario = self.wording.scenario;
        Act::ALL
            .iter()
            .map(|act| GroupChoice {
                of: *act,
                id: act.key().to_owned(),
                name: self.wording.act(*act),
                plain: String::new(),
                moves: self
                    .offered(speaker, taken)
                    .filter(|o| scenario.mv(o.mv).issue == issue && scenario.mv(o.mv).act == *act)
                    .count(),
            })
            .filter(|choice| choice.moves > 0)
            .collect()
    }

    /// Moves on an issue with a given act, for a speaker.
    pub fn moves(&self, speaker: PersonId, taken: &[MoveId], issue: IssueId, act: Act) -> Vec<MoveChoice> {
        let scenario = self.wording.scenario;
        self.offered(speaker, taken)
            .filter(|o| scenario.mv(o.mv).issue == issue && scenario.mv(o.mv).act == act)
            .map(|offered| self.choice(offered, speaker))
            .collect()
    }

    /// Moves that answer the point the hosts are waiting on.
    pub fn facing(&self, speaker: PersonId) -> Vec<MoveChoice> {
        let faces = self.offered.iter().filter(|offered| offered.faces);
        faces.map(|offered| self.choice(offered, speaker)).collect()
    }

    /// One move as the speaker would make it; `None` if it is not on offer.
    pub fn one(&self, mv: MoveId, speaker: PersonId) -> Option<MoveChoice> {
        let offered = self.offered.iter().find(|offered| offered.mv == mv)?;
        Some(self.choice(offered, speaker))
    }

    /// Ids of every move on offer, for messages that list them.
    pub fn ids(&self) -> Vec<String> {
        self.offered.iter().map(|o| self.wording.scenario.mv(o.mv).id.clone()).collect()
    }

    /// Moves the speaker can make. In an empty statement, also moves only a colleague can make; choosing one gives them
    /// the floor.
    fn offered(&self, speaker: PersonId, taken: &[MoveId]) -> impl Iterator<Item = &Offered<'a>> {
        self.offered.iter().filter(move |offered| {
            (offered.speakers.contains(&speaker) || taken.is_empty()) && !taken.contains(&offered.mv)
        })
    }

    fn choice(&self, offered: &Offered<'_>, speaker: PersonId) -> MoveChoice {
        let scenario = self.wording.scenario;
        let mv = scenario.mv(offered.mv);
        let speaker = if offered.speakers.contains(&speaker) {
            speaker
        } else {
            offered.speakers.first().copied().unwrap_or(speaker)
        };
        let own_words = mv.recorded_speaker(scenario) == Some(speaker);
        let words = talk::move_speeches(self.wording, offered.mv, speaker, own_words);
        let shown = words.iter().map(|speech| {
            let whole = SpeechView::new(self.wording.catalogue, speech);
            SpeechView { plain: None, milestone_open: false, ..whole }
        });
        MoveChoice {
            mv: offered.mv,
            id: mv.id.clone(),
            label: mv.label.clone(),
            speaker,
            shown: shown.collect(),
            words,
            costs: costs(self.wording, mv),
            faces: offered.faces,
        }
    }
}

/// What a move costs or brings, as shown before it is made.
pub fn costs(wording: Wording<'_>, mv: &Move) -> Vec<String> {
    mv.effects.iter().filter_map(|effect| cost(wording, effect)).collect()
}

fn cost(wording: Wording<'_>, effect: &Effect) -> Option<String> {
    match effect {
        Effect::Bar { bar, by, because, .. } => {
            let args = [arg("bar", wording.bar(*bar)), arg("by", signed(*by)), arg("because", because.as_str())];
            Some(wording.catalogue.msg_with("cost-bar", &args))
        }
        Effect::Commit(form) => {
            let price: Vec<String> = form
                .going_back
                .iter()
                .map(|price| format!("{} {}", wording.bar(price.bar), signed(price.by)))
                .collect();
            let args = [
                arg("kind", wording.commitment_kind(form.kind)),
                arg("text", form.text.as_str()),
                arg("price", price.join(", ")),
            ];
            let key = if price.is_empty() { "cost-commit" } else { "cost-commit-price" };
            Some(wording.catalogue.msg_with(key, &args))
        }
        Effect::Withdraw { kind, issue, .. } => {
            let args = [
                arg("kind", wording.commitment_kind(*kind)),
                arg("issue", wording.scenario.issue(*issue).name.as_str()),
            ];
            Some(wording.catalogue.msg_with("cost-withdraw", &args))
        }
        Effect::Mark(_) | Effect::Unmark(_) | Effect::Strengthen { .. } => None,
    }
}

/// A change with its sign.
pub fn signed(by: i8) -> String {
    // Some screen readers read the typographic minus sign as "dash", so use a hyphen.
    format!("{by:+}")
}

/// The points, each with its label, its statement and its status in words.
pub fn points(wording: Wording<'_>, session: &Session, only_open: bool) -> Vec<String> {
    let points = session.state().points.iter();
    points.filter(|point| !only_open || point.status == Status::Open).map(|point| point_line(wording, point)).collect()
}

fn point_line(wording: Wording<'_>, point: &Point) -> String {
    let key = match point.status {
        Status::Open => "point-open",
        Status::Answered(_) => "point-answered",
        Status::Silent(_) => "point-silent",
        Status::LetStand(_) => "point-let-stand",
        Status::Never => "point-never",
    };
    let at = match point.status {
        Status::Answered(at) | Status::Silent(at) | Status::LetStand(at) => at,
        Status::Open | Status::Never => 0,
    };
    let args = [
        arg("label", wording.scenario.mv(point.mv).label.as_str()),
        arg("speaker", wording.person(point.speaker)),
        arg("statement", point.statement),
        arg("at", at),
    ];
    wording.catalogue.msg_with(key, &args)
}

/// The standing commitments in words, with the price of going back on them. Hints also say who heard them and how
/// strong they are.
pub fn commitments(wording: Wording<'_>, session: &Session) -> Vec<String> {
    let state = session.state();
    let numbered = state.commitments.iter().enumerate().filter(|(_, c)| c.stands);
    numbered
        .filter_map(|(index, commitment)| {
            let text = commitment_text(wording, state, u16::try_from(index).ok()?)?;
            let mut lines = vec![text];
            if commitment.kind == CommitmentKind::Hint {
                let name = |person: Option<PersonId>| person.map_or_else(String::new, |p| wording.person(p));
                let args = [
                    arg("giver", name(commitment.giver)),
                    arg("hearer", name(commitment.hearer)),
                    arg("witnesses", commitment.witnesses),
                    arg("strength", wording.strength(commitment.strength)),
                ];
                lines.push(wording.catalogue.msg_with("commitment-hint-detail", &args));
            }
            let form = commitment.form(wording.scenario)?;
            if !form.going_back.is_empty() {
                let price: Vec<String> = form
                    .going_back
                    .iter()
                    .map(|price| format!("{} {}", wording.bar(price.bar), signed(price.by)))
                    .collect();
                lines.push(wording.catalogue.msg_with("commitment-price", &[arg("price", price.join(", "))]));
            }
            Some(lines.join(" "))
        })
        .collect()
}

/// The six bars of the room.
pub fn room(wording: Wording<'_>, session: &Session) -> Vec<BarView> {
    let setup = session.setup();
    // The changed heights are those the first seat sees.
    let own = session.seat() == setup.seat;
    let changed = own.then(|| setup.room.changes(wording.scenario.seat(setup.seat)));
    let changed = changed.unwrap_or_default();
    Bar::ALL
        .iter()
        .map(|bar| {
            let room = &wording.scenario.seat(session.seat()).room;
            let start = room.get(bar.index());
            let (name, height) = (wording.bar(*bar), session.state().bar(*bar));
            let args = [arg("bar", name.as_str()), arg("height", height)];
            BarView {
                heading: wording.catalogue.msg_with("room-bar", &args),
                name,
                height,
                start: start.map_or_else(String::new, |start| {
                    if let Some((_, _, at)) = changed.iter().find(|(other, ..)| other == bar) {
                        let args = [arg("at", *at), arg("written", start.at)];
                        return wording.catalogue.msg_with("room-changed", &args);
                    }
                    let args = [
                        arg("at", start.at),
                        arg("because", start.because.as_str()),
                        arg("basis", wording.basis(&start.source)),
                    ];
                    wording.catalogue.msg_with("room-start", &args)
                }),
            }
        })
        .collect()
}

/// Largest number of moves in the next statement.
pub const fn moves_allowed(session: &Session) -> usize {
    offer::statement_limit(session.state())
}
