//! The people at the table: their side, and who is speaking, has answered or can be given the floor.

use crate::language::{Catalogue, arg};
use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::{Awaiting, Session};
use crate::scenario::resolved::Words;
use crate::scenario::{PartyId, PersonId, Scenario, SeatId};

use super::draft::Draft;
use super::wording::Wording;

/// What a person is doing now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Has the floor in the statement being built.
    HasFloor,
    /// Was the last to speak on this side.
    Spoke,
    /// Gave the last answer.
    Answered,
    Listens,
}

impl Part {
    /// Whether the person is highlighted on their side.
    pub const fn is_lit(self) -> bool {
        !matches!(self, Part::Listens)
    }
}

/// A person or group at the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seated {
    pub person: PersonId,
    /// Id, which also seeds the small differences between figures in the drawing.
    pub id: String,
    pub name: String,
    /// The person's standing, as far as it is known; may be empty.
    pub standing: String,
    pub uncertain: bool,
    /// Whether the person sits at the table: the seat's delegates do, and anyone speaking now. The others sit behind.
    pub in_front: bool,
    /// Whether choosing this person gives them the floor.
    pub can_have_floor: bool,
    pub part: Part,
    /// What the person is doing, in a word or two.
    pub short: Option<String>,
    /// Who this is and what choosing them does, in a sentence.
    pub sentence: String,
}

/// Everyone at the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    pub ours: Vec<Seated>,
    pub theirs: Vec<Seated>,
    pub us: String,
    pub them: String,
    /// A sentence on who is highlighted on each side, the player's side first.
    pub speaking: [String; 2],
    pub description: String,
}

impl People {
    /// Both sides, each with whether it is the player's.
    pub fn sides(&self) -> [(&[Seated], bool); 2] {
        [(&self.ours, true), (&self.theirs, false)]
    }
}

/// Everyone at the table of a game, given the statement being built.
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
    let side = |of, party, lit, may| Side { wording, seat: of, party, lit, may };
    let (us, them) = (scenario.party(ours).name.clone(), scenario.party(theirs).name.clone());
    let (ours, theirs) = (side(seat, ours, own, open).people(), side(opposite, theirs, other, false).people());
    let speaking = [speaking(wording, &ours, &us), speaking(wording, &theirs, &them)];
    let args = [
        arg("us", us.as_str()),
        arg("them", them.as_str()),
        arg("speaks", speaking[0].as_str()),
        arg("answers", speaking[1].as_str()),
    ];
    let description = wording.catalogue.msg_with("scene-room", &args);
    People { ours, theirs, us, them, speaking, description }
}

/// A sentence on who is highlighted on a side.
fn speaking(wording: Wording<'_>, side: &[Seated], party: &str) -> String {
    let Some(seated) = side.iter().find(|seated| seated.part.is_lit()) else {
        return wording.catalogue.msg_with("scene-nobody", &[arg("side", party)]);
    };
    let key = match seated.part {
        Part::HasFloor => "scene-speaks",
        Part::Answered => "scene-answered",
        Part::Spoke | Part::Listens => "scene-spoke",
    };
    wording.catalogue.msg_with(key, &[arg("name", seated.name.as_str())])
}

fn short(catalogue: &Catalogue, part: Part) -> Option<String> {
    match part {
        Part::HasFloor => Some(catalogue.msg("scene-floor-short")),
        Part::Spoke => Some(catalogue.msg("scene-spoke-short")),
        Part::Answered => Some(catalogue.msg("scene-answered-short")),
        Part::Listens => None,
    }
}

/// The last person of a party to be heard in these events.
fn voice(scenario: &Scenario, session: &Session, events: &[Event], party: PartyId) -> Option<(PersonId, Part)> {
    // The opening words of a talk answer nothing.
    let answering = session.state().statements > 0;
    let heard = |event: &Event| match event {
        Event::Floor { speaker, .. } => Some((*speaker, Part::Spoke)),
        Event::Spoken { utterance, .. } => {
            let utterance = scenario.utterance(*utterance);
            // If several people's words make up one answer, use the last.
            let speaker = match &utterance.words {
                Words::Record(entries) => entries.last().map(|e| scenario.entry(*e).speaker),
                words => words.speaker(scenario),
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

struct Side<'a> {
    wording: Wording<'a>,
    seat: SeatId,
    party: PartyId,
    lit: Option<(PersonId, Part)>,
    may: bool,
}

impl Side<'_> {
    /// The delegates in the order of the seat, then anyone else who can be heard from this side.
    fn people(&self) -> Vec<Seated> {
        let scenario = self.wording.scenario;
        let delegates = &scenario.seat(self.seat).speakers;
        let ids = scenario.person_ids().zip(&scenario.people);
        let others = ids
            .filter(|(_, person)| person.party == Some(self.party))
            .map(|(id, _)| id)
            .filter(|id| !delegates.contains(id));
        let in_front = delegates.iter().map(|id| self.seated(*id, true));
        let behind = others.map(|id| self.seated(id, false));
        in_front.chain(behind).collect()
    }

    fn seated(&self, id: PersonId, delegate: bool) -> Seated {
        let (person, catalogue) = (self.wording.scenario.person(id), self.wording.catalogue);
        let part = self.lit.filter(|(lit, _)| *lit == id);
        let part = part.map_or(Part::Listens, |(_, part)| part);
        let (in_front, can_have_floor) = (delegate || part.is_lit(), delegate && self.may);
        let short = short(catalogue, part);
        let who = if person.standing.is_empty() {
            person.name.clone()
        } else {
            let args = [arg("name", person.name.as_str()), arg("standing", person.standing.as_str())];
            catalogue.msg_with("scene-who", &args)
        };
        let does = short.clone().unwrap_or_else(|| catalogue.msg("scene-listens"));
        let party = self.wording.scenario.party(self.party).name.as_str();
        let key = match (in_front, part, can_have_floor) {
            (false, ..) => "scene-behind",
            (true, Part::HasFloor, _) => "scene-has",
            (true, _, true) => "scene-give",
            (true, _, false) => "scene-sits",
        };
        let sentence = catalogue.msg_with(key, &[arg("who", who), arg("side", party), arg("does", does)]);
        Seated {
            person: id,
            id: person.id.clone(),
            name: person.name.clone(),
            standing: person.standing.clone(),
            uncertain: person.uncertain,
            in_front,
            can_have_floor,
            part,
            short,
            sentence,
        }
    }
}
