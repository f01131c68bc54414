//! The settings, saved in a text file next to the saved games.

use std::collections::BTreeMap;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::library::saves::SaveError;
use crate::ports::{Ports, WriteMode};
use crate::scenario::format::refuse_newer;
use crate::scenario::options::from_text;

use super::SCENARIO;
use super::intent::{Origin, Setting};

/// Sizes to choose from, in per cent.
pub const ZOOMS: &[u16] = &[80, 100, 125, 150, 175, 200];

/// Smallest size on a projector, in per cent: body text is then 24 points high, legible from the back of a classroom.
pub const ON_PROJECTOR: u16 = 150;

/// The settings, as they are in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Settings", deny_unknown_fields, default)]
pub struct Prefs {
    /// Text and control size in per cent; one of [`ZOOMS`].
    pub zoom: u16,
    pub dark: bool,
    pub motion: bool,
    /// Large, high-contrast display for a classroom.
    pub projector: bool,
    /// Whether all text uses one plain typeface.
    pub plain_face: bool,
    /// The order of place names in the old format, which knew only one scenario. Read but never written.
    #[serde(skip_serializing)]
    names_first: usize,
    /// The order of place names, by scenario id, where it isn't that of the scenario's texts.
    names: BTreeMap<String, usize>,
    /// Whether games are for a class, which switches the adviser off.
    pub for_class: bool,
    /// The last chosen scenario.
    pub scenario: Origin,
    /// Whether the introduction has been shown. It doesn't come back unless asked for.
    pub welcomed: bool,
    /// Folders that an author opened, the latest first.
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

/// Why settings could not be read. The file is left unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {because}")]
pub struct PrefsError {
    pub path: String,
    pub because: String,
}

/// Newest format of the settings file. It doesn't write a number until there is a second format.
const FORMAT: u32 = 1;
/// Name of the settings file in the data folder.
const FILE: &str = "settings.ron";
/// Size limit for the settings file, in bytes.
const MAX_BYTES: u64 = 100_000;

impl Prefs {
    /// Reads the settings, or returns the defaults if none were saved.
    ///
    /// # Errors
    /// When the file exists but cannot be read or parsed.
    pub fn read(ports: &Ports) -> Result<Self, PrefsError> {
        let Some(path) = ports.data_folder.as_ref().map(|folder| folder.join(FILE)) else { return Ok(Self::default()) };
        if !ports.storage.exists(&path) {
            return Ok(Self::default());
        }
        let fault = |because: String| PrefsError { path: path.display().to_string(), because };
        let text = ports.storage.read_text(&path, MAX_BYTES).map_err(|error| fault(error.cause.to_string()))?;
        refuse_newer(&text, FORMAT).map_err(|newer| fault(newer.to_string()))?;
        let mut prefs: Self = from_text(&text).map_err(|error| fault(error.to_string()))?;
        let once = std::mem::take(&mut prefs.names_first);
        if once > 0 && !prefs.names.contains_key(SCENARIO) {
            prefs.put_names(SCENARIO, once);
        }
        prefs.stay_within_bounds();
        Ok(prefs)
    }

    /// Reads the settings, or returns the defaults with the reason.
    pub(super) fn read_or_default(ports: &Ports) -> (Self, Option<PrefsError>) {
        match Self::read(ports) {
            Ok(prefs) => (prefs, None),
            // A settings file, even a broken one, shows that the introduction has been seen.
            Err(error) => (Self { welcomed: true, ..Self::default() }, Some(error)),
        }
    }

    /// Saves the settings.
    ///
    /// # Errors
    /// When there is no data folder or the file cannot be written.
    pub fn save(&self, ports: &Ports) -> Result<(), SaveError> {
        let folder = ports.data_folder.as_ref().ok_or(SaveError::NoFolder)?;
        ports.storage.create_folder(folder)?;
        let text = ron::ser::to_string_pretty(self, PrettyConfig::new().struct_names(true))? + "\n";
        ports.storage.write(&folder.join(FILE), text.as_bytes(), WriteMode::Private)?;
        Ok(())
    }

    /// Text and control size in per cent, at least [`ON_PROJECTOR`] on a projector.
    pub fn size(&self) -> u16 {
        if self.projector { self.zoom.max(ON_PROJECTOR) } else { self.zoom }
    }

    /// The chosen order of a scenario's place names, by index.
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

    /// Adds a folder to the top of the recent ones.
    pub(super) fn opened(&mut self, folder: &Path) {
        const MOST: usize = 8;
        // A path that isn't valid UTF-8 can't be saved.
        let Some(folder) = folder.to_str() else {
            return;
        };
        self.recent.retain(|known| known != folder);
        self.recent.insert(0, folder.to_owned());
        self.recent.truncate(MOST);
    }

    /// Changes one setting. Place names are set for this scenario only.
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
    fn an_unlisted_size_becomes_the_nearest_listed_one() {
        let mut prefs = Prefs::default();
        prefs.set(Setting::Zoom(9_999), SCENARIO);
        assert_eq!(prefs.zoom, 200);
        prefs.set(Setting::Zoom(0), SCENARIO);
        assert_eq!(prefs.zoom, 80);
    }

    #[test]
    fn a_projector_enlarges_everything_and_the_chosen_size_returns_afterwards() {
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
    fn settings_of_a_newer_format_are_refused_by_number() {
        let ports = Ports::in_memory();
        ports.storage.create_folder(Path::new("/data")).unwrap();
        for newer in ["Settings(format: 2)", "Settings(format: 2, zoom: 125, aura: Bright(1))"] {
            ports.storage.write(&Path::new("/data").join(FILE), newer.as_bytes(), WriteMode::Private).unwrap();
            let refused = Prefs::read(&ports).unwrap_err().to_string();
            assert!(refused.contains("needs a newer program (format 2; this one reads up to 1)"), "{refused}");
        }
    }

    #[test]
    fn old_settings_keep_their_order_of_place_names() {
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
