//! Commands for building a statement: speaker, moves, holding the floor, predictions.

use std::io;

use crate::app::intent::Intent;
use crate::language::arg;
use crate::scenario::terms::{Act, Prediction};
use crate::scenario::{MoveId, PersonId};
use crate::view::choices::Choices;
use crate::view::draft::Draft;

use super::compose::{Cursor, Entry, Level};
use super::page::Role;
use super::play::{Done, Play};

impl Play<'_> {
    fn draft(&self) -> Draft {
        self.app.table().map_or_else(Draft::default, |table| table.draft().clone())
    }

    pub(super) fn choose(&mut self, number: usize, entries: &[Entry]) -> io::Result<Done> {
        let Some(entry) = number.checked_sub(1).and_then(|index| entries.get(index)) else {
            let args = [arg("number", number), arg("most", entries.len())];
            return Ok(Done::Refused(self.app.catalogue().msg_with("no-such-number", &args)));
        };
        match entry {
            Entry::Speaker(person) => return self.floor(*person),
            Entry::Move(choice) => return self.add(choice.mv),
            Entry::Issue(issue) => self.cursor.level = Level::Act(*issue),
            Entry::TheTalk => self.cursor.level = Level::TheTalk,
            Entry::Act(issue, act) => self.cursor.level = Level::Move(*issue, *act),
        }
        Ok(Done::Next)
    }

    pub(super) fn choose_by_id(&mut self, id: &str) -> io::Result<Done> {
        let scenario = self.app.scenario();
        if let Some(mv) = scenario.move_id(id) {
            return self.add(mv);
        }
        if let Some(person) = scenario.person_id(id) {
            return self.floor(person);
        }
        let issue = scenario.issue_id(id);
        if self.draft().speaker.is_some() {
            let level = match (issue, self.cursor.level, Act::from_key(id)) {
                (Some(issue), ..) => Some(Level::Act(issue)),
                (None, Level::Act(issue), Some(act)) => Some(Level::Move(issue, act)),
                _ => None,
            };
            if let Some(level) = level {
                self.cursor.level = level;
                return Ok(Done::Next);
            }
        }
        Ok(Done::Refused(self.app.catalogue().msg_with("not-understood", &[arg("word", id)])))
    }

    fn floor(&mut self, person: PersonId) -> io::Result<Done> {
        if let Err(message) = self.want(Intent::Floor(person))? {
            return Ok(Done::Refused(message));
        }
        if let Some(table) = self.app.table() {
            let choices = Choices::new(self.app.wording(), &table.game().session, table.game().session.seat());
            self.cursor = Cursor::after_floor(person, table.draft(), &choices);
        }
        Ok(Done::Next)
    }

    fn add(&mut self, mv: MoveId) -> io::Result<Done> {
        // A move typed before anyone has the floor is spoken by the person whose words it is in the record.
        let scenario = self.app.scenario();
        let form = scenario.mv(mv);
        let own = form.recorded_speaker(scenario).or_else(|| form.only.first().copied());
        if let (Level::Speaker, true, Some(person)) = (self.cursor.level, self.draft().moves.is_empty(), own) {
            let _ = self.want(Intent::Floor(person))?;
        }
        if let Err(message) = self.want(Intent::Add(mv))? {
            return Ok(Done::Refused(message));
        }
        self.cursor.level = Level::Issue;
        Ok(Done::Next)
    }

    pub(super) fn make_statement(&mut self) -> io::Result<Done> {
        if let Err(message) = self.want(Intent::Say)? {
            return Ok(Done::Refused(message));
        }
        self.cursor = Cursor::default();
        // With two players, it is shown to the other person once they have the screen.
        if !self.is_shared() {
            self.show_last()?;
        }
        Ok(Done::Next)
    }

    /// Goes back one step in the lists; from the first list, back to the choice of a speaker.
    pub(super) fn back(&mut self) -> io::Result<Done> {
        let empty = self.draft().moves.is_empty();
        if matches!(self.cursor.level, Level::Issue | Level::Facing) && empty {
            self.cursor = Cursor::default();
            return self.done(Intent::Clear);
        }
        self.cursor.back();
        Ok(Done::Next)
    }

    pub(super) fn change_speaker(&mut self, rest: &[&str]) -> io::Result<Done> {
        match rest.first() {
            Some(id) => self.choose_by_id(id),
            None if !self.draft().moves.is_empty() => {
                Ok(Done::Refused(self.app.catalogue().msg("compose-floor-taken")))
            }
            None => {
                self.cursor = Cursor::default();
                self.done(Intent::Clear)
            }
        }
    }

    /// Index of a move in the statement, given its number from 1 or its id. Without either, the last move.
    fn place(&self, of: Option<&&str>) -> Option<usize> {
        let moves = self.draft().moves;
        let place = match of {
            None => moves.len().checked_sub(1),
            Some(of) => match self.app.scenario().move_id(of) {
                Some(mv) => moves.iter().position(|(other, _)| *other == mv),
                None => of.parse::<usize>().ok().and_then(|number| number.checked_sub(1)),
            },
        };
        place.filter(|place| *place < moves.len())
    }

    pub(super) fn drop_move(&mut self, rest: &[&str]) -> io::Result<Done> {
        match self.place(rest.first()) {
            Some(place) => self.done(Intent::Remove(place)),
            None => Ok(Done::Refused(self.app.catalogue().msg("compose-nothing-to-drop"))),
        }
    }

    pub(super) fn hold(&mut self) -> io::Result<Done> {
        if let Err(message) = self.want(Intent::Hold)? {
            return Ok(Done::Refused(message));
        }
        let key = if self.draft().holds_floor { "talk-holds-floor" } else { "compose-holds-no-floor" };
        self.say(Role::Plain, 0, key, &[])?;
        Ok(Done::Next)
    }

    /// The `predict` command: `predict hint` for the last move, `predict 2 no` or `predict ask_hint hint` for another.
    pub(super) fn predict(&mut self, rest: &[&str]) -> io::Result<Done> {
        let (of, class) = match rest {
            [class] => (None, Some(*class)),
            [of, class] => (Some(of), Some(*class)),
            _ => (None, None),
        };
        let (Some(place), Some(prediction)) = (self.place(of), class.and_then(Prediction::from_key)) else {
            return Ok(Done::Refused(self.app.catalogue().msg("predict-usage")));
        };
        if let Err(message) = self.want(Intent::Predict(place, Some(prediction)))? {
            return Ok(Done::Refused(message));
        }
        let label = self.draft().moves.get(place).map(|(mv, _)| self.app.scenario().mv(*mv).label.clone());
        let named = self.app.wording().prediction(prediction);
        let args = [arg("label", label.unwrap_or_default()), arg("prediction", named)];
        self.say(Role::Plain, 0, "compose-predicted", &args)?;
        Ok(Done::Next)
    }
}
