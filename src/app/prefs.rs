//! The settings: a plain file next to the saved games.

use std::collections::BTreeMap;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::library::saves::SaveError;
use crate::ports::{Ports, WriteMode};

use super::SCENARIO;
use super::intent::{Origin, Setting};

/// Sizes that can be chosen, in per cent.
pub const ZOOMS: &[u16] = &[80, 100, 125, 150, 175, 200];

/// The least size of everything on a projector, in per cent: then body text has the height of 24 points, which is read from
/// the back of a classroom.
pub const ON_PROJECTOR: u16 = 150;

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Settings", deny_unknown_fields, default)]
pub struct Prefs {
    /// Size of everything, in per cent; one of [`ZOOMS`].
    pub zoom: u16,
    pub dark: bool,
    pub motion: bool,
    /// For a class that looks at a wall: large, and with stronger contrast.
    pub projector: bool,
    /// Everything in one plain face.
    pub plain_face: bool,
    /// As it was written when there was one scenario: which of its place names come first.
    #[serde(skip_serializing)]
    names_first: usize,
    /// Which place names come first, by the id of the scenario, where they are not those of its texts.
    names: BTreeMap<String, usize>,
    /// For a class: the adviser cannot be asked.
    pub for_class: bool,
    /// The scenario that was chosen last.
    pub scenario: Origin,
    /// The introduction was shown; it does not come back unasked.
    pub welcomed: bool,
    /// Folders that were opened to work on, the last one first.
    pub recent: Vec<String>,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            zoom: 100,
            dark: false,
            motion: true,
            projector: false,
            plain_face: false,
            names_first: 0,
            names: BTreeMap::new(),
            for_class: false,
            scenario: Origin::BuiltIn(SCENARIO.to_owned()),
            welcomed: false,
            recent: Vec::new(),
        }
    }
}

/// Why settings could not be read. They are then left as they are on disk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {because}")]
pub struct PrefsError {
    pub path: String,
    /// What is wrong with it.
    pub because: String,
}

/// The file of settings in the game's own folder.
const FILE: &str = "settings.ron";
/// Largest file of settings that is read, in bytes.
const MAX_BYTES: u64 = 100_000;

impl Prefs {
    /// Reads the settings; the defaults where none were saved.
    ///
    /// # Errors
    /// When there is a file and it cannot be understood.
    pub fn read(ports: &Ports) -> Result<Self, PrefsError> {
        let Some(path) = ports.data_folder.as_ref().map(|folder| folder.join(FILE)) else { return Ok(Self::default()) };
        if !ports.storage.exists(&path) {
            return Ok(Self::default());
        }
        let fault = |because: String| PrefsError { path: path.display().to_string(), because };
        let text = ports.storage.read_text(&path, MAX_BYTES).map_err(|error| fault(error.cause.to_string()))?;
        let mut prefs: Self = ron::from_str(&text).map_err(|error| fault(error.to_string()))?;
        let once = std::mem::take(&mut prefs.names_first);
        if once > 0 && !prefs.names.contains_key(SCENARIO) {
            prefs.put_names(SCENARIO, once);
        }
        prefs.stay_within_bounds();
        Ok(prefs)
    }

    /// Reads the settings; the defaults where they cannot be read, with the reason.
    pub(super) fn read_or_default(ports: &Ports) -> (Self, Option<PrefsError>) {
        match Self::read(ports) {
            Ok(prefs) => (prefs, None),
            // Settings, even broken ones, show that the introduction has been seen.
            Err(error) => (Self { welcomed: true, ..Self::default() }, Some(error)),
        }
    }

    /// Saves the settings.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(&self, ports: &Ports) -> Result<(), SaveError> {
        let folder = ports.data_folder.as_ref().ok_or(SaveError::NoFolder)?;
        ports.storage.create_folder(folder)?;
        let text = ron::ser::to_string_pretty(self, PrettyConfig::new().struct_names(true))? + "\n";
        ports.storage.write(&folder.join(FILE), text.as_bytes(), WriteMode::Private)?;
        Ok(())
    }

    /// Size of everything, in per cent: as it was set, and on a projector never less than [`ON_PROJECTOR`].
    pub fn size(&self) -> u16 {
        if self.projector { self.zoom.max(ON_PROJECTOR) } else { self.zoom }
    }

    /// Which place names come first in a scenario, by their number there.
    pub fn names_first(&self, scenario: &str) -> usize {
        self.names.get(scenario).copied().unwrap_or_default()
    }

    fn put_names(&mut self, scenario: &str, order: usize) {
        if order == 0 {
            self.names.remove(scenario);
        } else {
            self.names.insert(scenario.to_owned(), order);
        }
    }

    /// A folder was opened to work on.
    pub(super) fn opened(&mut self, folder: &Path) {
        /// Folders that are remembered.
        const MOST: usize = 8;
        // A path that is no text cannot be written down.
        let Some(folder) = folder.to_str() else {
            return;
        };
        self.recent.retain(|known| known != folder);
        self.recent.insert(0, folder.to_owned());
        self.recent.truncate(MOST);
    }

    /// Changes one setting; names of places are those of this scenario.
    pub fn set(&mut self, setting: Setting, scenario: &str) {
        match setting {
            Setting::Zoom(zoom) => self.zoom = zoom,
            Setting::Dark(dark) => self.dark = dark,
            Setting::Motion(motion) => self.motion = motion,
            Setting::Projector(projector) => self.projector = projector,
            Setting::PlainFace(plain_face) => self.plain_face = plain_face,
            Setting::NamesFirst(order) => self.put_names(scenario, order),
            Setting::ForClass(for_class) => self.for_class = for_class,
        }
        self.stay_within_bounds();
    }

    fn stay_within_bounds(&mut self) {
        let nearest = ZOOMS.iter().min_by_key(|zoom| zoom.abs_diff(self.zoom)).copied();
        self.zoom = nearest.unwrap_or(100);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_is_not_offered_becomes_the_nearest_one() {
        let mut prefs = Prefs::default();
        prefs.set(Setting::Zoom(9_999), SCENARIO);
        assert_eq!(prefs.zoom, 200);
        prefs.set(Setting::Zoom(0), SCENARIO);
        assert_eq!(prefs.zoom, 80);
    }

    #[test]
    fn on_a_projector_everything_is_large_and_what_was_set_comes_back_afterwards() {
        let mut prefs = Prefs::default();
        prefs.set(Setting::Projector(true), SCENARIO);
        assert_eq!(prefs.size(), ON_PROJECTOR);
        prefs.set(Setting::Zoom(200), SCENARIO);
        assert_eq!(prefs.size(), 200);
        prefs.set(Setting::Zoom(80), SCENARIO);
        prefs.set(Setting::Projector(false), SCENARIO);
        assert_eq!(prefs.size(), 80);
    }

    #[test]
    fn settings_of_the_program_with_one_scenario_keep_its_order_of_names() {
        let ports = Ports::in_memory();
        let path = Path::new("/data").join(FILE);
        ports.storage.create_folder(Path::new("/data")).unwrap();
        ports.storage.write(&path, b"Settings(zoom: 125, names_first: 1)", WriteMode::New).unwrap();
        let prefs = Prefs::read(&ports).unwrap();
        assert_eq!((prefs.zoom, prefs.names_first(SCENARIO)), (125, 1));
        prefs.save(&ports).unwrap();
        assert_eq!(Prefs::read(&ports), Ok(prefs));
    }
}
