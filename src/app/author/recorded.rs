//! Recorded games: saving the current game as one, and replaying them all.

use crate::language::arg;
use crate::library::recorded::{PLAYTHROUGHS, Tested, free_name, record_in, test};

use super::super::App;
use super::Author;

/// The recorded games of the folder, and the results of replaying them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedView {
    /// Whether there is a game to save.
    pub can_save: bool,
    pub games: Vec<RecordedRow>,
    /// Number of games that came out as recorded; `None` before they were replayed.
    pub as_recorded: Option<usize>,
    /// `as_recorded` as text.
    pub tested: Option<String>,
}

/// A recorded game with its result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedRow {
    pub file: String,
    /// Whether the game came out as recorded; `None` before it was replayed.
    pub ok: Option<bool>,
    /// What was wrong, one sentence each.
    pub faults: Vec<String>,
}

impl App {
    /// Saves the current game as a recorded game under a free name.
    pub(super) fn save_as_recorded(&mut self) {
        let Some(author) = &self.author else { return };
        let Some(game) = self.game() else {
            return self.refuse("author-no-game", &[]);
        };
        let folder = author.folder.join(PLAYTHROUGHS);
        let name = free_name(self.ports.storage.as_ref(), &folder, "recorded");
        let of = self.catalogue.msg("author-of-the-window");
        match record_in(self.ports.storage.as_ref(), &folder, &name, game, &of) {
            Ok(path) => {
                let args = [arg("file", path.display().to_string())];
                self.inform("author-recorded-saved", &args);
            }
            Err(error) => {
                let args = [arg("error", error.to_string())];
                self.refuse("author-recorded-not-saved", &args);
            }
        }
    }

    /// Replays all recorded games.
    pub(super) fn play_recorded(&mut self) {
        let tested = test(&self.scenario);
        if let Some(author) = &mut self.author {
            author.tested = Some(tested);
        }
    }

    pub(super) fn recorded_view(&self, author: &Author) -> RecordedView {
        let tested = author.tested.as_ref();
        let of = |file: &String| -> Option<&Tested> {
            let mut tested = tested?.iter();
            tested.find(|tested| tested.file == *file)
        };
        let recorded = self.scenario.playthroughs.iter();
        let as_recorded = tested.map(|tested| tested.iter().filter(|tested| tested.ok).count());
        RecordedView {
            can_save: self.game().is_some_and(|game| !game.journal.steps.is_empty()),
            games: recorded
                .clone()
                .map(|(file, _)| RecordedRow {
                    file: file.clone(),
                    ok: of(file).map(|tested| tested.ok),
                    faults: of(file).map_or_else(Vec::new, |tested| tested.faults.clone()),
                })
                .collect(),
            as_recorded,
            tested: as_recorded.map(|ok| {
                let args = [arg("ok", ok), arg("all", recorded.len())];
                self.catalogue.msg_with("author-tested", &args)
            }),
        }
    }
}
