//! Leaving what could not be kept: told once, with a try at another place. Nothing that was said is lost without a word.

use std::path::PathBuf;

use directories::UserDirs;

use crate::app::authoring::Authoring;
use crate::app::intent::{Intent, Leaving};
use crate::language::arg;
use crate::library::saves::Saves;

use super::{Desk, Keeping};

/// Places that are offered at most.
const PLACES: usize = 4;

/// What is asked before a game that could not be kept is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeavingView {
    /// Why it could not be kept.
    pub because: String,
    /// The program is to be left, not only the game.
    pub quits: bool,
    /// Other folders in which it can be tried.
    pub places: Vec<PathBuf>,
}

/// What waits until it is clear what becomes of the game.
#[derive(Debug, Clone)]
pub(super) struct Held {
    /// What the person wanted.
    wanted: Intent,
    because: String,
}

/// Whether a game would be put away.
const fn puts_away(intent: &Intent) -> bool {
    matches!(
        intent,
        Intent::Quit
            | Intent::Begin(_)
            | Intent::Choose(_)
            | Intent::Resume(_)
            | Intent::Fork(_)
            | Intent::Author(Authoring::Open(_) | Authoring::Create(_) | Authoring::Begin | Authoring::Close)
    )
}

impl Desk {
    /// Tries once more to keep a game that is to be put away. Returns whether it is to be asked what shall become of it.
    pub(super) fn must_ask(&mut self, intent: &Intent) -> bool {
        if !self.unkept || !puts_away(intent) || !self.has_something_to_lose() {
            return false;
        }
        // Who is asked and wants to leave all the same, by the corner of the window, leaves.
        if self.held.is_some() && matches!(intent, Intent::Quit) {
            return false;
        }
        self.keep();
        if !self.unkept {
            return false;
        }
        self.notice = None;
        self.held = Some(Held { wanted: intent.clone(), because: self.unkept_because.clone() });
        true
    }

    fn has_something_to_lose(&self) -> bool {
        let game = self.game.as_ref();
        self.keeping != Keeping::Nowhere && game.is_some_and(|game| !game.journal.steps.is_empty())
    }

    /// Does what was chosen.
    pub(super) fn leave(&mut self, chosen: Leaving) {
        let Some(held) = self.held.take() else { return };
        match chosen {
            Leaving::Stay => {}
            Leaving::Again => self.act(held.wanted),
            Leaving::Anyway => {
                self.unkept = false;
                self.act(held.wanted);
            }
            Leaving::KeepIn(folder) => self.keep_elsewhere(folder, held),
        }
    }

    /// Tries to keep the game in another folder, and goes on to what was wanted.
    fn keep_elsewhere(&mut self, folder: PathBuf, held: Held) {
        let Some(game) = &self.game else { return };
        let kept = Saves::in_folder(&self.ports, &folder).fresh(&self.scenario.id).and_then(|mut store| {
            store.save(&game.journal)?;
            Ok(store)
        });
        match kept {
            Ok(store) => {
                let file = store.path().display().to_string();
                self.store = Some(store);
                self.unkept = false;
                self.keep_draft_anew();
                if matches!(held.wanted, Intent::Quit) {
                    self.wants_to_quit = true;
                } else {
                    self.act(held.wanted);
                }
                self.tell("window-saved-elsewhere", &[arg("file", file)], false);
            }
            Err(error) => {
                self.held = Some(Held { because: error.to_string(), ..held });
            }
        }
    }

    /// What is asked, while it is asked.
    pub(super) fn leaving(&self) -> Option<LeavingView> {
        let held = self.held.as_ref()?;
        Some(LeavingView {
            because: held.because.clone(),
            quits: matches!(held.wanted, Intent::Quit),
            places: self.places(),
        })
    }

    /// Folders of the person's own in which the game could be kept.
    fn places(&self) -> Vec<PathBuf> {
        let own = UserDirs::new();
        let own = own.as_ref();
        let named =
            [own.and_then(UserDirs::document_dir), own.and_then(UserDirs::desktop_dir), own.map(UserDirs::home_dir)];
        let named = named.into_iter().flatten().map(PathBuf::from);
        let mut places: Vec<PathBuf> = Vec::new();
        let here = std::env::current_dir().ok();
        for place in named.chain(here).chain([std::env::temp_dir()]) {
            if place.is_dir() && !places.contains(&place) {
                places.push(place);
            }
        }
        places.truncate(PLACES);
        places
    }
}
