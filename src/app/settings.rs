//! Changing the settings.

use crate::language::arg;

use super::intent::Setting;
use super::{App, Prefs};

impl App {
    pub(super) fn set(&mut self, setting: Setting) {
        if let Setting::NamesFirst(order) = setting
            && !self.rename_places(order)
        {
            return self.refuse("window-names-unchanged", &[]);
        }
        self.prefs.set(setting, &self.scenario.id);
        self.save_prefs();
    }

    /// Saves the settings. Never overwrites a file it can't parse.
    pub(super) fn save_prefs(&mut self) {
        if self.ports.data_folder.is_none() {
            return;
        }
        let saved = match Prefs::read(&self.ports) {
            Ok(_) => self.prefs.save(&self.ports).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        if let Err(error) = saved {
            self.warn("window-settings-unsaved", &[arg("error", error)]);
        }
    }

    /// Reopens the scenario with another order of place names and replays the game in it to the same point. Returns
    /// whether that worked.
    fn rename_places(&mut self, order: usize) -> bool {
        let Some(scenario) = self.open_again(order) else { return false };
        if let Some(table) = &mut self.table {
            match table.game.journal.replay(&scenario) {
                Ok(replayed) if replayed.stopped.is_none() => table.game = replayed.game,
                _ => return false,
            }
            table.weighing = None;
        }
        self.scenario = scenario;
        true
    }
}
