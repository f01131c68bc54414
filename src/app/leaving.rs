//! Closing a game that could not be saved: asks once and offers other folders, so that nothing is lost silently.

use std::path::{Path, PathBuf};

use crate::language::arg;
use crate::library::saves::Saves;

use super::App;
use super::authoring::Authoring;
use super::intent::{Intent, Leaving};

/// Most folders to offer.
const PLACES: usize = 4;

/// The question asked before closing a game that could not be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavingView {
    /// Why it could not be saved.
    pub because: String,
    /// Whether the whole program is closing, not only the game.
    pub quits: bool,
    /// `because` in a sentence.
    pub reason: String,
    /// What would be lost.
    pub what: String,
    /// Label for leaving without saving.
    pub anyway: String,
    /// Other folders to save in, each with its label.
    pub places: Vec<(PathBuf, String)>,
}

/// The intent that waits for the answer.
#[derive(Debug, Clone)]
pub(super) struct Held {
    wanted: Intent,
    because: String,
    places: Vec<PathBuf>,
}

/// Whether an intent closes the current game. Lists every intent, so that adding one forces a decision here.
const fn closes_the_game(intent: &Intent) -> bool {
    match intent {
        Intent::Quit
        | Intent::Begin(_)
        | Intent::Start(_)
        | Intent::Learn
        | Intent::Choose(_)
        | Intent::Resume(_)
        | Intent::Fork(_)
        | Intent::Author(Authoring::Open(_) | Authoring::Create(_) | Authoring::Begin | Authoring::Close) => true,
        Intent::Show(_)
        | Intent::Back
        | Intent::Sit(_)
        | Intent::Style(_)
        | Intent::Welcomed
        | Intent::TakeScreen
        | Intent::Continue
        | Intent::SaveAs(_)
        | Intent::Floor(_)
        | Intent::Add(_)
        | Intent::Remove(_)
        | Intent::Predict(..)
        | Intent::Hold
        | Intent::Clear
        | Intent::Say
        | Intent::Take(_)
        | Intent::Advise
        | Intent::Clause(..)
        | Intent::HistoricalReport
        | Intent::NamedReport(_)
        | Intent::Send
        | Intent::OpenRecord(_)
        | Intent::DebriefOf(_)
        | Intent::Why(_)
        | Intent::SaveDebrief
        | Intent::Weigh(..)
        | Intent::WeighAsAuthor
        | Intent::Set(_)
        | Intent::Leave(_)
        | Intent::Dismiss
        | Intent::Author(_) => false,
    }
}

impl App {
    /// Tries again to save a game about to be closed. Returns whether to ask what should happen to it.
    pub(super) fn must_ask(&mut self, intent: &Intent) -> bool {
        let something_to_lose = self.table.as_ref().is_some_and(|table| table.unsaved.is_some() && table.steps() > 0);
        if !something_to_lose || !closes_the_game(intent) {
            return false;
        }
        // Quitting again while the question is open means quit.
        if self.held.is_some() && matches!(intent, Intent::Quit) {
            return false;
        }
        self.save();
        self.notice = None;
        let because = self.table.as_ref().and_then(|table| table.unsaved.clone());
        let Some(because) = because else { return false };
        self.held = Some(Held { wanted: intent.clone(), because, places: self.save_places() });
        true
    }

    pub(super) fn leave(&mut self, chosen: Leaving) {
        let Some(held) = self.held.take() else { return };
        match chosen {
            Leaving::Stay => {}
            Leaving::Again => self.act(held.wanted),
            Leaving::Anyway => {
                if let Some(table) = &mut self.table {
                    table.unsaved = None;
                }
                self.act(held.wanted);
            }
            Leaving::SaveIn(folder) => self.save_in(&folder, held),
        }
    }

    /// Tries to save the game in another folder, then carries out the waiting intent.
    fn save_in(&mut self, folder: &Path, held: Held) {
        let Some(table) = &mut self.table else { return };
        let saved = Saves::in_folder(&self.ports, folder).fresh(&self.scenario.id).and_then(|mut store| {
            store.save(&table.game.journal)?;
            Ok(store)
        });
        match saved {
            Ok(store) => {
                let file = store.path().display().to_string();
                table.store = Some(store);
                table.unsaved = None;
                self.save_draft_again();
                if matches!(held.wanted, Intent::Quit) {
                    self.wants_to_quit = true;
                } else {
                    self.act(held.wanted);
                }
                self.inform("window-saved-elsewhere", &[arg("file", file)]);
            }
            Err(error) => {
                self.held = Some(Held { because: error.to_string(), ..held });
            }
        }
    }

    /// The question, while it is open.
    pub fn leaving(&self) -> Option<LeavingView> {
        let held = self.held.as_ref()?;
        let quits = matches!(held.wanted, Intent::Quit);
        let of = [arg("quits", if quits { "yes" } else { "no" })];
        let named = |place: &PathBuf| {
            let args = [arg("folder", place.display().to_string())];
            (place.clone(), self.catalogue.msg_with("leaving-place", &args))
        };
        Some(LeavingView {
            reason: self.catalogue.msg_with("leaving-because", &[arg("error", held.because.as_str())]),
            because: held.because.clone(),
            quits,
            what: self.catalogue.msg_with("leaving-what", &of),
            anyway: self.catalogue.msg_with("leaving-anyway", &of),
            places: held.places.iter().map(named).collect(),
        })
    }

    /// Existing folders where the game could be saved instead, best first.
    fn save_places(&self) -> Vec<PathBuf> {
        let mut places: Vec<PathBuf> = Vec::new();
        for place in &self.ports.save_places {
            if self.ports.storage.is_folder(place) && !places.contains(place) {
                places.push(place.clone());
            }
        }
        places.truncate(PLACES);
        places
    }
}
