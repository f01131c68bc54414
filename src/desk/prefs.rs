//! What a person has set: kept as a plain file beside the games.

use std::fs;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::saves::{self, SaveError};
use crate::view::intent::Setting;

/// Sizes that can be chosen, in per cent.
pub const ZOOMS: &[u16] = &[80, 100, 125, 150, 175, 200];

/// The settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Settings", deny_unknown_fields, default)]
pub struct Prefs {
    /// Size of everything, in per cent; one of [`ZOOMS`].
    pub zoom: u16,
    /// Dark paper.
    pub dark: bool,
    /// Things may move.
    pub motion: bool,
    /// Which names of places stand first, by their number in the scenario.
    pub names_first: usize,
    /// For a class: the adviser cannot be asked.
    pub for_class: bool,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            zoom: 100,
            dark: false,
            motion: true,
            names_first: 0,
            for_class: false,
        }
    }
}

/// Why settings could not be read. They are then left as they are on disk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {because}")]
pub struct PrefsError {
    /// The file.
    pub path: String,
    /// What is wrong with it.
    pub because: String,
}

/// The file of settings in the game's own folder.
const FILE: &str = "settings.ron";

impl Prefs {
    /// Reads the settings; where none have been made, what they begin with.
    ///
    /// # Errors
    /// When there is a file and it cannot be understood.
    pub fn read(folder: &Path) -> Result<Self, PrefsError> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(Self::default());
        }
        let fault = |because: String| PrefsError {
            path: path.display().to_string(),
            because,
        };
        let text = fs::read_to_string(&path).map_err(|error| fault(error.to_string()))?;
        let prefs: Self = ron::from_str(&text).map_err(|error| fault(error.to_string()))?;
        Ok(prefs.within_bounds())
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep(&self, folder: &Path) -> Result<(), SaveError> {
        fs::create_dir_all(folder).map_err(|error| SaveError::Io {
            path: folder.display().to_string(),
            error,
        })?;
        let text = ron::ser::to_string_pretty(self, PrettyConfig::new().struct_names(true))?;
        saves::write_whole(&folder.join(FILE), &(text + "\n"))
    }

    /// Changes one setting.
    pub fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Zoom(zoom) => self.zoom = zoom,
            Setting::Dark(dark) => self.dark = dark,
            Setting::Motion(motion) => self.motion = motion,
            Setting::NamesFirst(order) => self.names_first = order,
            Setting::ForClass(for_class) => self.for_class = for_class,
        }
        *self = self.within_bounds();
    }

    fn within_bounds(mut self) -> Self {
        let nearest = ZOOMS
            .iter()
            .min_by_key(|zoom| zoom.abs_diff(self.zoom))
            .copied();
        self.zoom = nearest.unwrap_or(100);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_is_not_offered_becomes_the_nearest_one() {
        let mut prefs = Prefs::default();
        prefs.set(Setting::Zoom(9_999));
        assert_eq!(prefs.zoom, 200);
        prefs.set(Setting::Zoom(0));
        assert_eq!(prefs.zoom, 80);
    }
}
