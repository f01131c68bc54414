//! The content of the title screen: the scenario, and ways to start or resume a game.

use std::path::Path;

use crate::language::arg;
use crate::library::saves;
use crate::negotiation::script::Step;
use crate::scenario::terms::Speech;

use super::App;
use super::frame::{LengthView, TitleView};
use super::intent::{Intent, Screen};
use super::table::Table;

impl App {
    pub(super) fn title(&self) -> TitleView {
        TitleView {
            title: self.scenario.title.clone(),
            setting: self.scenario.setting.clone(),
            question: self.scenario.question.clone(),
            resume_label: self.resume_label(),
            seatings: self.seatings(),
            styles: self.styles(),
            lengths: self.lengths(),
            lesson: self.lesson(),
            after_lesson: self.after_lesson(),
            over: self.table.as_ref().is_some_and(Table::is_over),
            welcome: self.welcome,
        }
    }

    /// Records that the introduction was shown, so that it doesn't come back. Opening the author's mode or changing a
    /// setting doesn't count.
    pub(super) fn remember_welcome(&mut self, intent: &Intent) {
        let of_an_author = matches!(intent, Intent::Author(_) | Intent::Show(Screen::Author) | Intent::Set(_));
        if self.welcome && !self.prefs.welcomed && !of_an_author {
            self.prefs.welcomed = true;
            self.save_prefs();
        }
    }

    /// The text on the dossier's tab: "Moscow" for the title "We Can Wait: Moscow".
    pub(super) fn subject(&self) -> String {
        let title = self.scenario.title.as_str();
        title.split_once(": ").map_or(title, |(_, subject)| subject).to_owned()
    }

    /// The lengths of game to choose from.
    pub(super) fn lengths(&self) -> Vec<LengthView> {
        let lengths = self.scenario.length_ids().zip(&self.scenario.lengths);
        lengths
            .map(|(id, length)| {
                let args = [arg("name", length.name.as_str()), arg("statements", self.statements(id))];
                LengthView {
                    length: id.index(),
                    name: self.catalogue.msg_with("window-length", &args),
                    takes: self.takes(length.statements),
                }
            })
            .collect()
    }

    /// About how long this many statements of one seat take, as text.
    fn takes(&self, statements: u32) -> String {
        /// From this many statements on, a game fills a class period.
        const PERIOD: u32 = 13;
        if statements >= PERIOD {
            return self.catalogue.msg("window-length-whole");
        }
        // Two and a half minutes a statement, or one if there is no record to read, rounded to the nearest five.
        let minutes = if self.scenario.speech == Speech::Invented {
            (statements + 2) / 5 * 5
        } else {
            (statements * 5 + 5) / 10 * 5
        };
        let minutes = minutes.max(5);
        let args = [arg("minutes", minutes)];
        self.catalogue.msg_with("window-length-short", &args)
    }

    fn resume_label(&self) -> Option<String> {
        match self.game() {
            Some(game) => {
                let args = [arg("statements", game.session.state().statements)];
                Some(self.catalogue.msg_with("window-game-open", &args))
            }
            None => self.saved.last.clone(),
        }
    }

    /// Label for the last saved game.
    pub(super) fn last_saved(&self) -> Option<String> {
        let storage = self.ports.storage.as_ref();
        let games = self.saved_games();
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let sound = games.iter().find_map(|path| {
            let journal = saves::read(storage, path).ok()?;
            journal.setup(&self.scenario).is_ok().then_some((path, journal))
        });
        let Some((path, journal)) = sound else {
            // If every file is faulty, resuming says why.
            return Some(self.catalogue.msg_with("window-game-file", &[arg("name", name(games.first()?))]));
        };
        let says = |step: &&Step| matches!(step, Step::Say { .. });
        let said = journal.steps.iter().filter(says);
        let drafted = saves::read_draft(storage, path).ok().flatten();
        let begun = drafted.is_some_and(|d| d.after == journal.steps.len() && !d.is_empty());
        let args =
            [arg("statements", said.count()), arg("begun", if begun { "yes" } else { "no" }), arg("name", name(path))];
        Some(self.catalogue.msg_with("window-game-saved", &args))
    }
}
