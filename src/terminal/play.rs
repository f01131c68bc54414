//! A game in the terminal, from the brief to the debrief. Input lines become intents, and what the application shows
//! becomes text.

use std::io;
use std::path::PathBuf;

use crate::app::intent::{Intent, Verb};
use crate::app::{App, Table};
use crate::language::arg;
use crate::negotiation::Awaiting;
use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::script::Step;
use crate::negotiation::seat_view::last_points;
use crate::scenario::SeatId;
use crate::view::choices::Choices;
use crate::view::{begun, card, talk};

use super::compose::{self, Cursor, Entry, Level};
use super::hand_over::Followed;
use super::input::Lines;
use super::page::{Page, Role};
use super::{advice, debrief, lookup, reporting, show};

/// What a terminal game needs besides the application, in which the game has already started.
pub struct Start {
    /// Whether the game was resumed.
    pub resumed: bool,
    /// Play-outs for reviewing the moves at the end; `None` for no review.
    pub review: Option<u32>,
    pub opened: Opened,
}

/// How the scenario was named on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    Named(String),
    At(PathBuf),
}

/// How the terminal session ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    Finished,
    Quit,
    EndOfInput,
    /// A script asked for something that was not on offer.
    ScriptStopped,
}

/// The result of one input line.
pub(super) enum Done {
    Next,
    Leave(Ending),
    /// The line could not be used; the message says why.
    Refused(String),
}

/// A game in the terminal.
pub struct Play<'a> {
    pub(super) app: App,
    pub(super) page: Page<'a>,
    pub(super) lines: &'a mut dyn Lines,
    /// The list the player is choosing from.
    pub(super) cursor: Cursor,
    pub(super) followed: Followed,
    pub(super) resumed: bool,
    review: Option<u32>,
    opened: Opened,
    /// The last warning printed, so that it is not repeated while it stays the same.
    warned: Option<String>,
    /// Every intent so far, in order.
    intents: Vec<Intent>,
}

impl<'a> Play<'a> {
    /// A game that reads `lines` and prints to `page`. The application already has the game on its table.
    pub fn new(app: App, page: Page<'a>, lines: &'a mut dyn Lines, start: Start) -> Self {
        Self {
            app,
            page,
            lines,
            cursor: Cursor::default(),
            followed: Followed::default(),
            resumed: start.resumed,
            review: start.review,
            opened: start.opened,
            warned: None,
            intents: Vec::new(),
        }
    }

    /// The application, with the game in its current state.
    pub const fn app(&self) -> &App {
        &self.app
    }

    /// Every intent so far, in order. The same intents give the same game in any front end.
    pub fn intents(&self) -> &[Intent] {
        &self.intents
    }

    pub(super) fn game(&self) -> Option<&Game> {
        self.app.game()
    }

    pub(super) fn awaiting(&self) -> Option<Awaiting> {
        self.game().map(|game| game.session.awaiting())
    }

    pub(super) fn seat(&self) -> SeatId {
        self.game().map_or_else(|| SeatId::FIRST, |game| game.session.seat())
    }

    /// Whether two people share the terminal.
    pub(super) fn is_shared(&self) -> bool {
        self.app.table().is_some_and(Table::is_shared)
    }

    /// Passes an intent to the application. The inner `Err` says why it was refused. A warning is printed only once
    /// while it stays the same.
    pub(super) fn want(&mut self, intent: Intent) -> io::Result<Result<(), String>> {
        self.intents.push(intent.clone());
        self.app.act(intent);
        let notice = self.app.notice().cloned();
        match notice {
            Some(notice) if notice.refused => Ok(Err(notice.text)),
            Some(notice) if notice.fault => {
                if self.warned.as_ref() != Some(&notice.text) {
                    self.page.paragraph(Role::Plain, 0, &notice.text)?;
                }
                self.warned = Some(notice.text);
                Ok(Ok(()))
            }
            _ => Ok(Ok(())),
        }
    }

    /// Like [`Self::want`], but returns the result as that of an input line.
    pub(super) fn done(&mut self, intent: Intent) -> io::Result<Done> {
        Ok(self.want(intent)?.map_or_else(Done::Refused, |()| Done::Next))
    }

    /// Plays until the game or the input ends.
    ///
    /// # Errors
    /// Returns an error if the page can't be written or the input can't be read.
    pub fn run(&mut self) -> io::Result<Ending> {
        self.open()?;
        loop {
            if let Some(ending) = self.hand_over()? {
                return self.leave(ending);
            }
            let done = match self.awaiting() {
                Some(Awaiting::Statement(_)) => self.statement_line()?,
                Some(Awaiting::Report(_)) => reporting::report(self)?,
                Some(Awaiting::Over(_)) | None => return self.finish(),
            };
            match done {
                Done::Next => {}
                Done::Leave(ending) => return self.leave(ending),
                Done::Refused(message) => {
                    if let Some(ending) = self.refused(&message)? {
                        return Ok(ending);
                    }
                }
            }
        }
    }

    /// Plays the given steps and prints them, without asking for input.
    ///
    /// # Errors
    /// Returns an error if the page can't be written.
    pub fn run_steps(&mut self, steps: &[Step]) -> io::Result<Ending> {
        self.open()?;
        for (index, step) in steps.iter().enumerate() {
            let taken = match step.command(self.app.scenario()) {
                Ok(command) => self.want(Intent::Take(Box::new(command)))?,
                Err(error) => Err(error.to_string()),
            };
            if let Err(because) = taken {
                let args = [arg("step", index + 1), arg("because", because)];
                self.page.blank()?;
                self.say(Role::Plain, 0, "script-step", &args)?;
                self.offers()?;
                return self.leave(Ending::ScriptStopped);
            }
            self.take_screen()?;
            self.show_last()?;
        }
        if matches!(self.awaiting(), Some(Awaiting::Over(_))) {
            return self.finish();
        }
        self.leave(Ending::EndOfInput)
    }

    /// Prints a message from the catalogue.
    pub(super) fn say(
        &mut self,
        role: Role,
        indent: usize,
        key: &str,
        args: &[crate::language::Arg<'_>],
    ) -> io::Result<()> {
        self.page.paragraph(role, indent, &self.app.catalogue().msg_with(key, args))
    }

    fn leave(&mut self, ending: Ending) -> io::Result<Ending> {
        self.say_where_saved()?;
        Ok(ending)
    }

    /// Prints the debrief of each seat that a person played.
    fn finish(&mut self) -> io::Result<Ending> {
        for seat in self.app.table().map_or_else(Vec::new, Table::seats) {
            if self.is_shared() {
                let _ = self.want(Intent::DebriefOf(seat))?;
            }
            let (Some(game), wording) = (self.app.game(), self.app.wording()) else { continue };
            debrief::print(&mut self.page, wording, game, seat, self.review, self.app.ports().spawner.as_ref())?;
        }
        self.leave(Ending::Finished)
    }

    fn open(&mut self) -> io::Result<()> {
        lookup::title(&mut self.page, self.app.wording())?;
        if self.is_shared() {
            return self.say(Role::Plain, 0, "hand-over-both", &[]);
        }
        let Some(game) = self.app.game() else { return Ok(()) };
        for line in begun::lines(self.app.wording(), game) {
            self.page.paragraph(Role::Plain, 0, &line)?;
            self.page.blank()?;
        }
        let statements = game.session.state().statements;
        if self.resumed {
            self.say(Role::Plain, 0, "play-resumed", &[arg("statements", statements)])?;
        } else {
            let seat = self.seat();
            lookup::brief(&mut self.page, self.app.wording(), seat)?;
        }
        self.show_last()
    }

    /// Prints what happened in the last step, or at first the hosts' opening words.
    pub(super) fn show_last(&mut self) -> io::Result<()> {
        let from = self.game().and_then(|game| game.starts.last().copied()).unwrap_or(0);
        self.show_since(from)
    }

    /// Prints everything that happened from an event on.
    pub(super) fn show_since(&mut self, from: usize) -> io::Result<()> {
        let (Some(game), wording) = (self.app.game(), self.app.wording()) else { return Ok(()) };
        let events = game.events.get(from..).unwrap_or_default();
        let items = talk::tell(wording, &game.session, events);
        // A report is not a statement, so the last statement's cards have been shown already.
        let moved = events.iter().any(|event| matches!(event, Event::Moved { .. }));
        show::items(&mut self.page, wording, &items)?;
        if moved { self.cards(false) } else { Ok(()) }
    }

    /// Prints the record cards of the last statement if there are only a few of them, or if `all` is set.
    pub(super) fn cards(&mut self, all: bool) -> io::Result<()> {
        const FEW: usize = 4;
        let (Some(game), wording) = (self.app.game(), self.app.wording()) else { return Ok(()) };
        let last = last_points(&game.session, game.session.seat());
        if let (true, Some(speech)) = (all, wording.speech()) {
            return self.page.paragraph(Role::Quiet, 2, &speech);
        }
        if last.is_empty() || !wording.has_record() {
            return Ok(());
        }
        if !all && last.len() > FEW {
            return self.say(Role::Quiet, 2, "card-many", &[arg("count", last.len())]);
        }
        self.page.heading(&wording.catalogue.msg("card-title"))?;
        let cards = last.into_iter().filter_map(|index| card::card(wording, game.session.state(), index));
        for record in cards {
            show::card(&mut self.page, wording, &record)?;
        }
        Ok(())
    }

    /// The state that a line may change. The list is printed again only if it does.
    fn progress(&self) -> (Level, usize, usize) {
        let table = self.app.table();
        let moves = table.map_or(0, |table| table.draft().moves.len());
        (self.cursor.level, moves, self.game().map_or(0, |game| game.journal.steps.len()))
    }

    fn statement_line(&mut self) -> io::Result<Done> {
        let entries = {
            let (Some(table), wording) = (self.app.table(), self.app.wording()) else { return Ok(Done::Next) };
            let choices = Choices::new(wording, &table.game().session, table.game().session.seat());
            let entries = compose::entries(&choices, table.draft(), &mut self.cursor);
            compose::print(&mut self.page, wording, &choices, table.draft(), self.cursor, &entries)?;
            entries
        };
        loop {
            let Some(line) = self.read()? else {
                return Ok(Done::Leave(Ending::EndOfInput));
            };
            if line.is_empty() {
                continue;
            }
            let before = self.progress();
            let done = self.take(&line, &entries)?;
            if let (Done::Refused(message), false) = (&done, self.lines.strict()) {
                self.page.paragraph(Role::Plain, 0, message)?;
                continue;
            }
            // After a look-up the list is still on the screen, so don't print it again.
            if before != self.progress() || !matches!(done, Done::Next) || line == Verb::Moves.word() {
                return Ok(done);
            }
        }
    }

    /// Reads a line. Prints it too if the source asks for that, so that the output can be followed.
    pub(super) fn read(&mut self) -> io::Result<Option<String>> {
        self.page.prompt(&self.app.catalogue().msg("prompt"))?;
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
        self.say(Role::Plain, 0, "script-line", &args)?;
        self.offers()?;
        self.leave(Ending::ScriptStopped).map(Some)
    }

    /// Prints what was on offer, for a script that asked for something else.
    fn offers(&mut self) -> io::Result<()> {
        let Some(game) = self.app.game() else { return Ok(()) };
        let key = match game.session.awaiting() {
            Awaiting::Statement(_) => "script-offers",
            Awaiting::Report(_) => "script-offers-report",
            Awaiting::Over(_) => "script-offers-over",
        };
        let ids = Choices::new(self.app.wording(), &game.session, game.session.seat()).ids().join(" ");
        self.say(Role::Plain, 0, key, &[arg("moves", ids)])
    }

    fn take(&mut self, line: &str, entries: &[Entry]) -> io::Result<Done> {
        let lower = line.to_lowercase();
        let mut words = lower.split_whitespace();
        let first = words.next().unwrap_or_default();
        let rest: Vec<&str> = words.collect();
        if let Ok(number) = first.parse::<usize>() {
            return self.choose(number, entries);
        }
        if let Some(verb) = Verb::from_word(first) {
            return self.verb(verb, &rest, line);
        }
        self.choose_by_id(first)
    }

    fn verb(&mut self, verb: Verb, rest: &[&str], line: &str) -> io::Result<Done> {
        match verb {
            Verb::Say => self.make_statement(),
            Verb::Speaker => self.change_speaker(rest),
            Verb::Drop => self.drop_move(rest),
            Verb::Hold => self.hold(),
            Verb::Predict => self.predict(rest),
            Verb::Back => self.back(),
            Verb::Moves => {
                if self.cursor.level == Level::Facing {
                    self.cursor.level = Level::Issue;
                }
                Ok(Done::Next)
            }
            Verb::Again => self.show_last().map(|()| Done::Next),
            Verb::Card => self.cards(true).map(|()| Done::Next),
            Verb::Hint => advice::hint(self),
            Verb::Fork => self.fork(rest),
            Verb::Save => self.save_now(line),
            Verb::Adjourn => self.choose_by_id(Verb::Adjourn.word()),
            Verb::Quit => self.quit(),
            _ => lookup::answer(self, verb, rest),
        }
    }

    /// Goes back to an earlier statement on a new branch. The game so far stays as it is.
    fn fork(&mut self, rest: &[&str]) -> io::Result<Done> {
        let wanted = rest.first().and_then(|number| number.parse::<usize>().ok());
        let steps = wanted.and_then(|number| number.checked_sub(1)).unwrap_or(usize::MAX);
        if let Err(message) = self.want(Intent::Fork(steps))? {
            return Ok(Done::Refused(message));
        }
        self.page.blank()?;
        self.say_notice()?;
        self.show_last()?;
        // The list on the screen belongs to the other branch.
        self.cursor.level = Level::Speaker;
        Ok(Done::Next)
    }

    /// The `save` command, with or without a file name. Takes the name from the original line, because file names can
    /// have capital letters.
    fn save_now(&mut self, line: &str) -> io::Result<Done> {
        let name = line.get(Verb::Save.word().len()..).map_or("", str::trim);
        let path = (!name.is_empty()).then(|| PathBuf::from(name));
        if let Err(message) = self.want(Intent::SaveAs(path))? {
            return Ok(Done::Refused(message));
        }
        self.say_where_saved()?;
        Ok(Done::Next)
    }

    /// Quits. If the game could not be saved, quits only on the second request.
    pub(super) fn quit(&mut self) -> io::Result<Done> {
        if let Err(message) = self.want(Intent::Quit)? {
            return Ok(Done::Refused(message));
        }
        match self.app.leaving() {
            Some(_) if self.app.wants_to_quit() => Ok(Done::Leave(Ending::Quit)),
            Some(leaving) => {
                let args = [arg("error", leaving.because)];
                Ok(Done::Refused(self.app.catalogue().msg_with("quit-unsaved", &args)))
            }
            None => Ok(Done::Leave(Ending::Quit)),
        }
    }

    /// Prints the notice on the last intent, if the application has one.
    pub(super) fn say_notice(&mut self) -> io::Result<()> {
        match self.app.notice().filter(|notice| !notice.fault) {
            Some(notice) => self.page.paragraph(Role::Plain, 0, &notice.text),
            None => Ok(()),
        }
    }

    fn say_where_saved(&mut self) -> io::Result<()> {
        let Some(table) = self.app.table().filter(|table| !table.game().journal.steps.is_empty()) else {
            return Ok(());
        };
        let Some(store) = table.store() else { return Ok(()) };
        let key = if self.app.is_unsaved() { "save-incomplete" } else { "save-done" };
        let (scenario, with) = match &self.opened {
            Opened::Named(name) => (name.clone(), String::new()),
            Opened::At(folder) => {
                let folder = format!("\"{}\"", folder.display());
                (folder.clone(), format!(" --scenario {folder}"))
            }
        };
        let args = [arg("file", store.path().display().to_string()), arg("scenario", scenario), arg("with", with)];
        let text = self.app.catalogue().msg_with(key, &args);
        self.page.blank()?;
        self.page.paragraph(Role::Quiet, 0, &text)
    }
}
