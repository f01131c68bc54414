//! Settings as they are changed at the desk.

use crate::app::intent::Setting;
use crate::language::arg;

use super::{Desk, Prefs};

impl Desk {
    pub(super) fn set(&mut self, setting: Setting) {
        if let Setting::NamesFirst(order) = setting
            && !self.rename_places(order)
        {
            return self.tell("window-names-unchanged", &[], true);
        }
        self.prefs.set(setting, &self.scenario.id);
        self.keep_prefs();
    }

    /// Keeps the settings.
    pub(super) fn keep_prefs(&mut self) {
        let Some(folder) = self.ports.data_folder.clone() else {
            return;
        };
        // A file that cannot be understood is somebody's: it is not written over.
        let kept = match Prefs::read(self.ports.storage.as_ref(), &folder) {
            Ok(_) => self.prefs.keep(self.ports.storage.as_ref(), &folder).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        if let Err(error) = kept {
            self.tell("window-settings-unsaved", &[arg("error", error)], true);
        }
    }

    /// Opens the scenario with the other names first, and plays the game again in it to the same place. Returns whether that
    /// could be done.
    fn rename_places(&mut self, order: usize) -> bool {
        let Some(scenario) = self.open_again(order) else {
            return false;
        };
        let game = self.game.as_ref().map(|game| game.journal.replay(&scenario));
        match game {
            Some(Ok(replayed)) if replayed.stopped.is_none() => self.game = Some(replayed.game),
            Some(_) => return false,
            None => {}
        }
        self.scenario = scenario;
        self.weighing = None;
        true
    }
}
