//! Putting a statement together: speaker, moves, the floor, predictions.

use std::io;

use crate::language::arg;
use crate::negotiation::{Command, Rejection};
use crate::scenario::terms::{Act, Prediction};
use crate::scenario::{MoveId, PersonId};
use crate::view::choices::Choices;
use crate::view::draft::FloorRefusal;

use super::compose::{Draft, Entry, Level};
use super::page::Role;
use super::play::{Done, Play};

impl Play<'_> {
    pub(super) fn choose(&mut self, number: usize, entries: &[Entry]) -> Done {
        let Some(entry) = number.checked_sub(1).and_then(|index| entries.get(index)) else {
            let args = [arg("number", number), arg("most", entries.len())];
            return Done::Refused(self.wording.catalogue.msg_with("no-such-number", &args));
        };
        match entry {
            Entry::Speaker(person) => self.floor(*person),
            Entry::Issue(issue) => {
                self.draft.level = Level::Act(*issue);
                Done::Next
            }
            Entry::TheTalk => {
                self.draft.level = Level::TheTalk;
                Done::Next
            }
            Entry::Act(issue, act) => {
                self.draft.level = Level::Move(*issue, *act);
                Done::Next
            }
            Entry::Move(choice) => self.add(choice.mv),
        }
    }

    pub(super) fn choose_by_id(&mut self, id: &str) -> Done {
        let scenario = self.wording.scenario;
        if let Some(mv) = scenario.move_id(id) {
            return self.add(mv);
        }
        if let Some(person) = scenario.person_id(id) {
            return self.floor(person);
        }
        if self.draft.built.speaker.is_some() {
            if let Some(issue) = scenario.issue_id(id) {
                self.draft.level = Level::Act(issue);
                return Done::Next;
            }
            if let (Level::Act(issue), Some(act)) = (self.draft.level, Act::from_key(id)) {
                self.draft.level = Level::Move(issue, act);
                return Done::Next;
            }
        }
        Done::Refused(self.wording.catalogue.msg_with("not-understood", &[arg("word", id)]))
    }

    fn floor(&mut self, person: PersonId) -> Done {
        match self.draft.built.give_floor(&self.game.session, person) {
            Ok(()) => {
                let choices = Choices::new(self.wording, &self.game.session, self.game.session.seat());
                self.draft.after_floor(person, &choices);
                Done::Next
            }
            Err(FloorRefusal::Taken) => Done::Refused(self.wording.catalogue.msg("compose-floor-taken")),
            Err(FloorRefusal::Rejected(rejection)) => Done::Refused(self.explain(&rejection)),
        }
    }

    fn add(&mut self, mv: MoveId) -> Done {
        match self.draft.built.add(&self.game.session, mv) {
            Ok(()) => {
                self.draft.level = Level::Issue;
                Done::Next
            }
            Err(rejection) => Done::Refused(self.explain(&rejection)),
        }
    }

    pub(super) fn say(&mut self) -> io::Result<Done> {
        let Some(statement) = self.draft.built.statement() else {
            return Ok(Done::Refused(self.explain(&Rejection::NoMoves)));
        };
        if let Err(rejection) = self.try_apply(&Command::Statement(statement)) {
            return Ok(Done::Refused(self.explain(&rejection)));
        }
        self.draft = Draft::default();
        // Where two people play, it is shown to the other one first, after the hand-over.
        if !self.is_shared() {
            self.show_last()?;
        }
        Ok(Done::Next)
    }

    pub(super) fn change_speaker(&mut self, rest: &[&str]) -> Done {
        match rest.first() {
            Some(id) => self.choose_by_id(id),
            None => {
                if !self.draft.built.moves.is_empty() {
                    return Done::Refused(self.wording.catalogue.msg("compose-floor-taken"));
                }
                self.draft = Draft::default();
                Done::Next
            }
        }
    }

    pub(super) fn drop_move(&mut self, rest: &[&str]) -> Done {
        let by_id = rest.first().and_then(|id| self.wording.scenario.move_id(id));
        let index = match (rest.first(), by_id) {
            (None, _) => self.draft.built.moves.len().checked_sub(1),
            (Some(_), Some(mv)) => self.draft.built.moves.iter().position(|(other, _)| *other == mv),
            (Some(number), None) => number.parse::<usize>().ok().and_then(|number| number.checked_sub(1)),
        };
        if index.is_some_and(|index| self.draft.built.remove(index)) {
            return Done::Next;
        }
        Done::Refused(self.wording.catalogue.msg("compose-nothing-to-drop"))
    }

    pub(super) fn hold(&mut self) -> Done {
        if let Err(rejection) = self.draft.built.toggle_hold(&self.game.session) {
            return Done::Refused(self.explain(&rejection));
        }
        let key = if self.draft.built.holds_floor { "talk-holds-floor" } else { "compose-holds-no-floor" };
        let text = self.wording.catalogue.msg(key);
        match self.page.paragraph(Role::Plain, 0, &text) {
            Ok(()) => Done::Next,
            Err(error) => Done::Refused(error.to_string()),
        }
    }

    /// `predict hint` for the last move, `predict 2 no` or `predict ask_hint hint` for another.
    pub(super) fn predict(&mut self, rest: &[&str]) -> Done {
        let usage = || Done::Refused(self.wording.catalogue.msg("predict-usage"));
        let (target, class) = match rest {
            [class] => (self.draft.built.moves.len().checked_sub(1), *class),
            [target, class] => {
                let by_id = self.wording.scenario.move_id(target);
                let index = match by_id {
                    Some(mv) => self.draft.built.moves.iter().position(|(other, _)| *other == mv),
                    None => target.parse::<usize>().ok().and_then(|number| number.checked_sub(1)),
                };
                (index, *class)
            }
            _ => return usage(),
        };
        let (Some(index), Some(prediction)) = (target, Prediction::from_key(class)) else {
            return usage();
        };
        match self.draft.built.moves.get_mut(index) {
            Some(slot) => {
                slot.1 = Some(prediction);
                let args = [
                    arg("label", self.wording.scenario.mv(slot.0).label.as_str()),
                    arg("prediction", self.wording.prediction(prediction)),
                ];
                let text = self.wording.catalogue.msg_with("compose-predicted", &args);
                match self.page.paragraph(Role::Plain, 0, &text) {
                    Ok(()) => Done::Next,
                    Err(error) => Done::Refused(error.to_string()),
                }
            }
            None => usage(),
        }
    }
}
