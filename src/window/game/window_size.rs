//! What the window remembers of itself: how large it was, and whether it filled the screen. Where it stood is left to the window
//! manager, which knows what screens there are today.

use std::fs;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::app::PrefsError;
use crate::library::saves::SaveError;
use crate::platform::Disk;
use crate::ports::{Storage as _, WriteMode};

/// The file in the game's own folder.
const FILE: &str = "window.ron";
/// Width and height in points below which the screens lose something.
pub(super) const LEAST: (u32, u32) = (640, 360);
/// No screen is larger than this, in points.
const MOST: (u32, u32) = (7680, 4320);

/// How large the window was, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Window", deny_unknown_fields, default)]
pub struct WindowSize {
    pub width: u32,
    pub height: u32,
    pub maximized: bool,
}

impl Default for WindowSize {
    fn default() -> Self {
        Self { width: 1280, height: 720, maximized: false }
    }
}

impl WindowSize {
    /// Reads it from the game's own folder; where nothing was kept, what a window begins with. Absurd sizes are brought within
    /// bounds.
    ///
    /// # Errors
    /// When there is a file and it cannot be understood. It is then left as it is.
    pub fn read(folder: &Path) -> Result<Self, PrefsError> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(Self::default());
        }
        let fault = |because: String| PrefsError { path: path.display().to_string(), because };
        let text = fs::read_to_string(&path).map_err(|error| fault(error.to_string()))?;
        let read: Self = ron::from_str(&text).map_err(|error| fault(error.to_string()))?;
        Ok(read.within(MOST))
    }

    /// Keeps it. A file that cannot be understood is somebody's: it is not written over.
    ///
    /// # Errors
    /// When the folder cannot be made or the file not be written.
    pub fn keep(&self, folder: &Path) -> Result<(), SaveError> {
        match Self::read(folder) {
            Ok(kept) if kept == *self => return Ok(()),
            Ok(_) => {}
            Err(_) => return Ok(()),
        }
        Disk.create_folder(folder)?;
        let text = ron::ser::to_string_pretty(self, PrettyConfig::new().struct_names(true))?;
        Ok(Disk.write(&folder.join(FILE), (text + "\n").as_bytes(), WriteMode::Private)?)
    }

    /// The same, no larger than a screen and no smaller than the screens of the game need.
    pub fn within(self, most: (u32, u32)) -> Self {
        let bound = |size: u32, least: u32, most: u32| size.min(most).max(least);
        Self { width: bound(self.width, LEAST.0, most.0), height: bound(self.height, LEAST.1, most.1), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_kept_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path().join("not/yet/there");
        assert_eq!(WindowSize::read(&here), Ok(WindowSize::default()));
        let wide = WindowSize { width: 1920, height: 1000, maximized: true };
        wide.keep(&here).unwrap();
        assert_eq!(WindowSize::read(&here), Ok(wide));
    }

    #[test]
    fn absurd_sizes_are_brought_within_bounds() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        fs::write(&file, "Window(width: 0, height: 4000000000)").unwrap();
        let read = WindowSize::read(folder.path()).unwrap();
        assert_eq!((read.width, read.height), (LEAST.0, MOST.1));
        let on_a_small_screen = read.within((800, 480));
        assert_eq!((on_a_small_screen.width, on_a_small_screen.height), (640, 480));
    }

    #[test]
    fn a_file_that_cannot_be_understood_is_told_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        for strange in ["Window(width: -5)", "Window(width: 1e9)", "\u{0}", "Window(colour: 3)"] {
            fs::write(&file, strange).unwrap();
            assert!(WindowSize::read(folder.path()).is_err(), "{strange}");
            WindowSize::default().keep(folder.path()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), strange);
        }
    }
}
