//! A game in the terminal, from the briefing to the debrief.

use std::io;
use std::path::PathBuf;

use crate::language::arg;
use crate::library::saves::{SaveError, Saves, Store};
use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::script::Step;
use crate::negotiation::seat_view::last_points;
use crate::negotiation::{Awaiting, Command, Rejection};

use crate::app::intent::Verb;
use crate::ports::Ports;
use crate::view::choices::Choices;
use crate::view::refusal::refusal;
use crate::view::wording::Wording;
use crate::view::{begun, card, talk};

use super::advice::{self, Adviser};
use super::compose::{self, Draft, Entry, Level};
use super::hand_over::Seats;
use super::input::Lines;
use super::page::{Page, Role};
use super::{debrief, lookup, reporting, show};

/// With what a game in the terminal begins.
pub struct Start {
    /// The game, new or resumed.
    pub game: Game,
    /// Where it is kept.
    pub store: Option<Store>,
    pub ports: Ports,
    /// It goes on from a journal.
    pub resumed: bool,
    /// How often the talk is played out to say at the end what each move was worth; `None` leaves that out.
    pub review: Option<u32>,
    /// It is played in a class: no adviser.
    pub in_class: bool,
    /// How the scenario is named on the command line: by its name, or by its folder where it has none.
    pub opened: Opened,
}

/// How a scenario is named on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// By its name.
    Named(String),
    /// By its folder.
    At(PathBuf),
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// With the debrief.
    Finished,
    /// The player quit; the game is kept.
    Quit,
    /// The input ended; the game is kept.
    EndOfInput,
    /// A script asked for something that was not on offer.
    ScriptStopped,
}

/// What a line of input came to.
pub(super) enum Done {
    /// Go on.
    Next,
    /// Leave the game.
    Leave(Ending),
    /// It could not be used; the message says why.
    Refused(String),
}

/// A game in the terminal.
pub struct Play<'a> {
    pub(super) wording: Wording<'a>,
    pub(super) page: Page<'a>,
    pub(super) lines: &'a mut dyn Lines,
    pub(super) game: Game,
    pub(super) store: Option<Store>,
    pub(super) ports: Ports,
    pub(super) draft: Draft,
    /// Who has the screen.
    pub(super) seats: Seats<'a>,
    pub(super) resumed: bool,
    review: Option<u32>,
    pub(super) adviser: Adviser,
    /// What the player has been told about saving, so that he is told once.
    save_told: bool,
    opened: Opened,
}

impl<'a> Play<'a> {
    /// A game on a page, with lines to come. `words` are the program's words as they are read in each seat that a person has,
    /// the first seat first.
    pub fn new(
        words: (Wording<'a>, Option<Wording<'a>>),
        page: Page<'a>,
        lines: &'a mut dyn Lines,
        start: Start,
    ) -> Self {
        let (wording, opposite) = words;
        let seat = start.game.session.setup().seat;
        let first = (seat, wording);
        let second = opposite.map(|words| (wording.scenario.seat(seat).opposite, words));
        Self {
            wording,
            seats: Seats::new([first].into_iter().chain(second).collect()),
            page,
            lines,
            game: start.game,
            store: start.store,
            ports: start.ports,
            draft: Draft::default(),
            resumed: start.resumed,
            review: start.review,
            adviser: Adviser::new(start.in_class),
            save_told: false,
            opened: start.opened,
        }
    }

    /// The game as it stands.
    pub const fn game(&self) -> &Game {
        &self.game
    }

    /// Plays to the end, or to the end of input.
    ///
    /// # Errors
    /// When the page cannot be written or the input cannot be read.
    pub fn run(&mut self) -> io::Result<Ending> {
        self.open()?;
        loop {
            if let Some(ending) = self.hand_over()? {
                self.tell_where_kept()?;
                return Ok(ending);
            }
            let done = match self.game.session.awaiting() {
                Awaiting::Statement(_) => self.statement_line()?,
                Awaiting::Report(_) => reporting::report(self)?,
                Awaiting::Over(_) => {
                    return self.finish();
                }
            };
            match done {
                Done::Next => {}
                Done::Leave(ending) => {
                    self.tell_where_kept()?;
                    return Ok(ending);
                }
                Done::Refused(message) => {
                    if let Some(ending) = self.refused(&message)? {
                        return Ok(ending);
                    }
                }
            }
        }
    }

    /// Plays given steps, printing them as they come, without asking anything.
    ///
    /// # Errors
    /// When the page cannot be written.
    pub fn run_steps(&mut self, steps: &[Step]) -> io::Result<Ending> {
        self.open()?;
        for (index, step) in steps.iter().enumerate() {
            let taken = step
                .command(self.wording.scenario)
                .map_err(|error| error.to_string())
                .and_then(|command| self.try_apply(&command).map_err(|rejection| self.explain(&rejection)));
            if let Err(because) = taken {
                let args = [arg("step", index + 1), arg("because", because)];
                self.page.blank()?;
                self.page.paragraph(Role::Plain, 0, &self.wording.catalogue.msg_with("script-step", &args))?;
                self.offers()?;
                self.tell_where_kept()?;
                return Ok(Ending::ScriptStopped);
            }
            self.change_seat();
            self.show_last()?;
        }
        if matches!(self.game.session.awaiting(), Awaiting::Over(_)) {
            return self.finish();
        }
        self.tell_where_kept()?;
        Ok(Ending::EndOfInput)
    }

    /// The debrief of each seat that a person has.
    fn finish(&mut self) -> io::Result<Ending> {
        for (seat, words) in self.seats.words() {
            debrief::print(&mut self.page, words, &self.game, seat, self.review, self.ports.spawner.as_ref())?;
        }
        self.tell_where_kept()?;
        Ok(Ending::Finished)
    }

    fn open(&mut self) -> io::Result<()> {
        lookup::title(&mut self.page, self.wording)?;
        if self.is_shared() {
            let both = self.wording.catalogue.msg("hand-over-both");
            return self.page.paragraph(Role::Plain, 0, &both);
        }
        for told in begun::told(self.wording, &self.game) {
            self.page.paragraph(Role::Plain, 0, &told)?;
            self.page.blank()?;
        }
        let seat = self.game.session.seat();
        if self.resumed {
            let args = [arg("statements", self.game.session.state().statements)];
            self.page.paragraph(Role::Plain, 0, &self.wording.catalogue.msg_with("play-resumed", &args))?;
        } else {
            lookup::brief(&mut self.page, self.wording, seat)?;
        }
        self.show_last()
    }

    /// What the last step brought; before the first, the hosts' opening words.
    pub(super) fn show_last(&mut self) -> io::Result<()> {
        self.show_since(self.game.starts.last().copied().unwrap_or(0))
    }

    /// What has happened from an event on.
    pub(super) fn show_since(&mut self, from: usize) -> io::Result<()> {
        let events = self.game.events.get(from..).unwrap_or_default();
        let items = talk::tell(self.wording, &self.game.session, events);
        show::items(&mut self.page, self.wording, &items)?;
        // A report is no statement: the cards of the last one have been shown.
        if events.iter().any(|event| matches!(event, Event::Moved { .. })) {
            return self.cards(false);
        }
        Ok(())
    }

    /// The record cards of the last statement; in full, or when there are only a few.
    pub(super) fn cards(&mut self, all: bool) -> io::Result<()> {
        const FEW: usize = 4;
        let state = self.game.session.state();
        let last = last_points(&self.game.session, self.game.session.seat());
        if let (true, Some(speech)) = (all, self.wording.speech()) {
            return self.page.paragraph(Role::Quiet, 2, &speech);
        }
        if last.is_empty() || !self.wording.has_record() {
            return Ok(());
        }
        if !all && last.len() > FEW {
            let text = self.wording.catalogue.msg_with("card-many", &[arg("count", last.len())]);
            return self.page.paragraph(Role::Quiet, 2, &text);
        }
        self.page.heading(&self.wording.catalogue.msg("card-title"))?;
        for index in last {
            if let Some(record) = card::card(self.wording, state, index) {
                show::card(&mut self.page, self.wording, &record)?;
            }
        }
        Ok(())
    }

    fn statement_line(&mut self) -> io::Result<Done> {
        let choices = Choices::new(self.wording, &self.game.session, self.game.session.seat());
        let entries = compose::entries(&choices, &mut self.draft);
        compose::print(&mut self.page, self.wording, &choices, &self.draft, &entries)?;
        loop {
            let Some(line) = self.read()? else {
                return Ok(Done::Leave(Ending::EndOfInput));
            };
            if line.is_empty() {
                continue;
            }
            let before = (self.draft.level, self.draft.built.moves.len(), self.game.journal.steps.len());
            let done = self.take(&line, &entries)?;
            let after = (self.draft.level, self.draft.built.moves.len(), self.game.journal.steps.len());
            if let (Done::Refused(message), false) = (&done, self.lines.strict()) {
                self.page.paragraph(Role::Plain, 0, message)?;
                continue;
            }
            // After something that was only looked up, the list still stands above: it is not read out again.
            if before != after || !matches!(done, Done::Next) || line == Verb::Moves.word() {
                return Ok(done);
            }
        }
    }

    /// Reads a line; a script's line is echoed, so that what is printed can be followed.
    pub(super) fn read(&mut self) -> io::Result<Option<String>> {
        self.page.prompt(&self.wording.catalogue.msg("prompt"))?;
        let line = self.lines.next_line()?;
        match &line {
            Some(text) if self.lines.echoes() => self.page.raw(text)?,
            Some(_) => {}
            None => self.page.blank()?,
        }
        Ok(line)
    }

    fn refused(&mut self, message: &str) -> io::Result<Option<Ending>> {
        if !self.lines.strict() {
            self.page.paragraph(Role::Plain, 0, message)?;
            return Ok(None);
        }
        let args = [arg("line", self.lines.number()), arg("because", message)];
        self.page.paragraph(Role::Plain, 0, &self.wording.catalogue.msg_with("script-line", &args))?;
        self.offers()?;
        self.tell_where_kept()?;
        Ok(Some(Ending::ScriptStopped))
    }

    /// What was on offer, for a script that asked for something else.
    fn offers(&mut self) -> io::Result<()> {
        let key = match self.game.session.awaiting() {
            Awaiting::Statement(_) => "script-offers",
            Awaiting::Report(_) => "script-offers-report",
            Awaiting::Over(_) => "script-offers-over",
        };
        let ids = Choices::new(self.wording, &self.game.session, self.game.session.seat()).ids().join(" ");
        self.page.paragraph(Role::Plain, 0, &self.wording.catalogue.msg_with(key, &[arg("moves", ids)]))
    }

    fn take(&mut self, line: &str, entries: &[Entry]) -> io::Result<Done> {
        let lower = line.to_lowercase();
        let mut words = lower.split_whitespace();
        let first = words.next().unwrap_or_default();
        let rest: Vec<&str> = words.collect();
        if let Ok(number) = first.parse::<usize>() {
            return Ok(self.choose(number, entries));
        }
        if let Some(verb) = Verb::from_word(first) {
            return self.verb(verb, &rest, line);
        }
        Ok(self.choose_by_id(first))
    }

    fn verb(&mut self, verb: Verb, rest: &[&str], line: &str) -> io::Result<Done> {
        match verb {
            Verb::Say => self.say(),
            Verb::Speaker => Ok(self.change_speaker(rest)),
            Verb::Drop => Ok(self.drop_move(rest)),
            Verb::Hold => Ok(self.hold()),
            Verb::Predict => Ok(self.predict(rest)),
            Verb::Back => {
                self.draft.back();
                Ok(Done::Next)
            }
            Verb::Moves => {
                if self.draft.level == Level::Facing {
                    self.draft.level = Level::Issue;
                }
                Ok(Done::Next)
            }
            Verb::Again => {
                self.show_last()?;
                Ok(Done::Next)
            }
            Verb::Card => {
                self.cards(true)?;
                Ok(Done::Next)
            }
            Verb::Hint => advice::hint(self),
            Verb::Fork => self.fork(rest),
            Verb::Save => self.save_now(line),
            Verb::Adjourn => Ok(self.choose_by_id(Verb::Adjourn.word())),
            Verb::Quit => Ok(Done::Leave(Ending::Quit)),
            _ => lookup::answer(self, verb, rest),
        }
    }

    /// Goes back to an earlier statement on a branch of its own; the game so far stays as it is.
    fn fork(&mut self, rest: &[&str]) -> io::Result<Done> {
        let made = self.game.journal.steps.len();
        let wanted = rest.first().and_then(|number| number.parse::<usize>().ok());
        let Some(steps) = wanted.and_then(|number| number.checked_sub(1)).filter(|steps| *steps < made) else {
            let args = [arg("made", made)];
            return Ok(Done::Refused(self.wording.catalogue.msg_with("fork-usage", &args)));
        };
        let branch = self.game.fork(steps);
        let old = self.store.as_ref().map(|store| store.path().to_owned());
        self.store = self.store.as_ref().map(Store::beside);
        self.game = branch;
        self.draft = Draft::default();
        let kept = self.keep();
        let args =
            [arg("statement", steps + 1), arg("old", old.map_or_else(String::new, |path| path.display().to_string()))];
        self.page.blank()?;
        self.page.paragraph(Role::Plain, 0, &self.wording.catalogue.msg_with("fork-done", &args))?;
        self.warn_unsaved(kept)?;
        self.show_last()?;
        // The list above belongs to the other branch.
        self.draft.level = Level::Speaker;
        Ok(Done::Next)
    }

    /// `save`, or `save FILE`. The name is taken from the line as typed: file names know upper case.
    fn save_now(&mut self, line: &str) -> io::Result<Done> {
        let name = line.get(Verb::Save.word().len()..).map_or("", str::trim);
        if !name.is_empty() {
            match Saves::new(&self.ports).at(&PathBuf::from(name)) {
                Ok(store) if store.known().is_some() => {
                    let error = SaveError::OtherGame(name.to_owned());
                    return Ok(Done::Refused(error.to_string()));
                }
                Ok(store) => self.store = Some(store),
                Err(error) => return Ok(Done::Refused(error.to_string())),
            }
        } else if self.store.is_none() {
            match Saves::new(&self.ports).fresh(&self.wording.scenario.id) {
                Ok(store) => self.store = Some(store),
                Err(error) => return Ok(Done::Refused(error.to_string())),
            }
        }
        if let Err(error) = self.keep() {
            return Ok(Done::Refused(error.to_string()));
        }
        self.tell_where_kept()?;
        Ok(Done::Next)
    }

    pub(super) fn try_apply(&mut self, command: &Command) -> Result<(), Rejection> {
        self.game.apply(command)?;
        let kept = self.keep();
        // The game goes on even when the disk is full; the player is told once.
        if self.warn_unsaved(kept).is_err() {
            self.save_told = true;
        }
        Ok(())
    }

    fn keep(&mut self) -> Result<(), SaveError> {
        match &mut self.store {
            Some(store) => store.save(&self.game.journal),
            None => Ok(()),
        }
    }

    /// Keeps the game; where that fails, the player is told once.
    pub(super) fn keep_told(&mut self) -> io::Result<()> {
        let kept = self.keep();
        self.warn_unsaved(kept)
    }

    fn warn_unsaved(&mut self, kept: Result<(), SaveError>) -> io::Result<()> {
        let Err(error) = kept else {
            self.save_told = false;
            return Ok(());
        };
        if self.save_told {
            return Ok(());
        }
        self.save_told = true;
        let args = [arg("error", error.to_string())];
        self.page.paragraph(Role::Plain, 0, &self.wording.catalogue.msg_with("save-failed", &args))
    }

    fn tell_where_kept(&mut self) -> io::Result<()> {
        let Some(store) = self.store.as_ref().filter(|_| !self.game.journal.steps.is_empty()) else {
            return Ok(());
        };
        let key = if self.save_told { "save-incomplete" } else { "save-done" };
        let (scenario, with) = match &self.opened {
            Opened::Named(name) => (name.clone(), String::new()),
            Opened::At(folder) => {
                let folder = format!("\"{}\"", folder.display());
                (folder.clone(), format!(" --scenario {folder}"))
            }
        };
        let args = [arg("file", store.path().display().to_string()), arg("scenario", scenario), arg("with", with)];
        self.page.blank()?;
        self.page.paragraph(Role::Quiet, 0, &self.wording.catalogue.msg_with(key, &args))
    }

    pub(super) fn explain(&self, rejection: &Rejection) -> String {
        refusal(self.wording, rejection)
    }
}
