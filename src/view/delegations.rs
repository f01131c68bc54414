//! Who sits at the table, on which side, and who of them speaks, has answered, or can be given the floor.

use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::{Awaiting, Session};
use crate::scenario::resolved::Words;
use crate::scenario::{PartyId, PersonId, Scenario, SeatId};

use super::draft::Draft;
use super::wording::Wording;

/// What a person is doing at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Has the floor in the statement that is being built.
    HasFloor,
    /// Spoke last on this side.
    Spoke,
    /// Gave the last answer.
    Answered,
    /// Listens.
    Listens,
}

impl Part {
    /// Whether the person is the one to look at on this side.
    pub const fn is_lit(self) -> bool {
        !matches!(self, Part::Listens)
    }
}

/// A person or group at the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    /// Who.
    pub person: PersonId,
    /// Id, from which a drawing takes its small differences.
    pub id: String,
    /// Name.
    pub name: String,
    /// Standing, as far as known; empty where nothing is.
    pub standing: String,
    /// Identity or party is uncertain.
    pub uncertain: bool,
    /// Sits at the table's edge: one of the seat's delegates, or whoever speaks just now. The others sit behind.
    pub in_front: bool,
    /// Can be given the floor by being chosen.
    pub can_have_floor: bool,
    /// What the person is doing.
    pub part: Part,
}

/// Everybody at the table, the player's side first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    /// The player's side.
    pub ours: Vec<Seated>,
    /// The other side.
    pub theirs: Vec<Seated>,
    /// Name of the player's party.
    pub us: String,
    /// Name of the other one.
    pub them: String,
}

impl People {
    /// Both sides, each with whether it is the player's.
    pub fn sides(&self) -> [(&[Seated], bool); 2] {
        [(&self.ours, true), (&self.theirs, false)]
    }
}

/// Everybody at the table of a game, with the statement that is being built.
pub fn people(wording: Wording<'_>, game: &Game, draft: &Draft) -> People {
    let (scenario, session) = (wording.scenario, &game.session);
    let seat = session.seat();
    let opposite = scenario.seat(seat).opposite;
    let (ours, theirs) = (scenario.seat(seat).party, scenario.seat(opposite).party);
    let last = game.starts.last().copied().unwrap_or_default();
    let events = game.events.get(last..).unwrap_or_default();
    let open = matches!(session.awaiting(), Awaiting::Statement(_));
    let floor = draft.speaker.filter(|_| open);
    let own = floor.map(|person| (person, Part::HasFloor)).or_else(|| voice(scenario, session, events, ours));
    let other = voice(scenario, session, events, theirs);
    let side = |of, party, lit, may| Side { scenario, seat: of, party, lit, may };
    People {
        ours: side(seat, ours, own, open).people(),
        theirs: side(opposite, theirs, other, false).people(),
        us: scenario.party(ours).name.clone(),
        them: scenario.party(theirs).name.clone(),
    }
}

/// Whose voice of a party was heard last among some events.
fn voice(scenario: &Scenario, session: &Session, events: &[Event], party: PartyId) -> Option<(PersonId, Part)> {
    // Of the first words of a talk nobody can say that they answer.
    let answering = session.state().statements > 0;
    let heard = |event: &Event| match event {
        Event::Floor { speaker, .. } => Some((*speaker, Part::Spoke)),
        Event::Spoken { utterance, .. } => {
            let utterance = scenario.utterance(*utterance);
            // Of several whose words make one answer the last is looked at.
            let speaker = match &utterance.words {
                Words::Record(entries) => entries.last().map(|e| scenario.entry(*e).speaker),
                _ => utterance.speaker,
            };
            let part = if answering { Part::Answered } else { Part::Spoke };
            Some((speaker?, part))
        }
        Event::LetStand { entry, .. } => Some((scenario.entry((*entry)?).speaker, Part::Answered)),
        _ => None,
    };
    let of_party = |(person, _): &(PersonId, Part)| scenario.person(*person).party == Some(party);
    events.iter().rev().filter_map(heard).find(of_party)
}

/// One side of the table.
struct Side<'a> {
    scenario: &'a Scenario,
    seat: SeatId,
    party: PartyId,
    lit: Option<(PersonId, Part)>,
    may: bool,
}

impl Side<'_> {
    /// The delegates in the order of the seat, then who else can be heard from this side.
    fn people(&self) -> Vec<Seated> {
        let delegates = &self.scenario.seat(self.seat).speakers;
        let ids = self.scenario.person_ids().zip(&self.scenario.people);
        let others = ids
            .filter(|(_, person)| person.party == Some(self.party))
            .map(|(id, _)| id)
            .filter(|id| !delegates.contains(id));
        let in_front = delegates.iter().map(|id| self.seated(*id, true));
        let behind = others.map(|id| self.seated(id, false));
        in_front.chain(behind).collect()
    }

    fn seated(&self, id: PersonId, delegate: bool) -> Seated {
        let person = self.scenario.person(id);
        let part = self.lit.filter(|(lit, _)| *lit == id);
        let part = part.map_or(Part::Listens, |(_, part)| part);
        Seated {
            person: id,
            id: person.id.clone(),
            name: person.name.clone(),
            standing: person.standing.clone(),
            uncertain: person.uncertain,
            in_front: delegate || part.is_lit(),
            can_have_floor: delegate && self.may,
            part,
        }
    }
}
