//! The window's saved size and whether it was maximised. Its position is left to the window manager, which knows the
//! current screens.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};

use crate::app::PrefsError;
use crate::library::saves::SaveError;
use crate::platform::Disk;
use crate::ports::{Storage as _, WriteMode};
use crate::scenario::format::refuse_newer;

/// Newest format of the file. It doesn't write a number until there is a second format.
const FORMAT: u32 = 1;
/// File name in the data folder.
const FILE: &str = "window.ron";
/// Least width and height in points that the screens need.
pub(super) const LEAST: (u32, u32) = (640, 360);
/// A longer file was not written here. It is cut, and then can't be understood.
const MOST_BYTES: u64 = 10_000;
/// Greatest plausible width and height in points.
const MOST: (u32, u32) = (7680, 4320);

/// The window's size in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Window", deny_unknown_fields, default)]
pub struct WindowSize {
    pub width: u32,
    pub height: u32,
    pub maximized: bool,
}

/// Minimum size assumed for the window's decorations, in points: the width of both borders, and the height of the title
/// bar.
const AROUND: (u32, u32) = (16, 40);
/// Height in points kept free for a taskbar or dock, whose real size winit doesn't report.
const TASK_BAR: u32 = 48;

impl Default for WindowSize {
    fn default() -> Self {
        Self { width: 1280, height: 720, maximized: false }
    }
}

impl WindowSize {
    /// Reads the size from the data folder, or returns the default if none was saved. Limits it to plausible sizes.
    ///
    /// # Errors
    /// When the file exists but can't be read or parsed. The file is left unchanged.
    pub fn read(folder: &Path) -> Result<Self, PrefsError> {
        let path = folder.join(FILE);
        if !path.exists() {
            return Ok(Self::default());
        }
        let fault = |because: String| PrefsError { path: path.display().to_string(), because };
        let mut text = String::new();
        let read = fs::File::open(&path).and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text));
        read.map_err(|error| fault(error.to_string()))?;
        refuse_newer(&text, FORMAT).map_err(|newer| fault(newer.to_string()))?;
        let read: Self = ron::from_str(&text).map_err(|error| fault(error.to_string()))?;
        Ok(read.within(MOST))
    }

    /// Saves the size. Never overwrites a file it can't parse.
    ///
    /// # Errors
    /// When the folder can't be created or the file can't be written.
    pub fn save(&self, folder: &Path) -> Result<(), SaveError> {
        match Self::read(folder) {
            Ok(kept) if kept == *self => return Ok(()),
            Ok(_) => {}
            Err(_) => return Ok(()),
        }
        Disk.create_folder(folder)?;
        let text = ron::ser::to_string_pretty(self, PrettyConfig::new().struct_names(true))?;
        Ok(Disk.write(&folder.join(FILE), (text + "\n").as_bytes(), WriteMode::Private)?)
    }

    /// Limits the size to `most`, but not below what the screens need.
    pub fn within(self, most: (u32, u32)) -> Self {
        let bound = |size: u32, least: u32, most: u32| size.min(most).max(least.min(most));
        Self { width: bound(self.width, LEAST.0, most.0), height: bound(self.height, LEAST.1, most.1), ..self }
    }

    /// Reduces the size so that the window with its decorations fits into the work area of a screen. `around` is the
    /// measured size of the decorations, or 0 if unknown. All in points.
    pub fn on_screen(self, screen: (u32, u32), around: (u32, u32)) -> Self {
        let width = screen.0.saturating_sub(around.0.max(AROUND.0));
        let height = screen.1.saturating_sub(around.1.max(AROUND.1) + TASK_BAR);
        self.within((width.max(1), height.max(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_size_is_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path().join("not/yet/there");
        assert_eq!(WindowSize::read(&here), Ok(WindowSize::default()));
        let wide = WindowSize { width: 1920, height: 1000, maximized: true };
        wide.save(&here).unwrap();
        assert_eq!(WindowSize::read(&here), Ok(wide));
    }

    #[test]
    fn absurd_sizes_are_limited() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        fs::write(&file, "Window(width: 0, height: 4000000000)").unwrap();
        let read = WindowSize::read(folder.path()).unwrap();
        assert_eq!((read.width, read.height), (LEAST.0, MOST.1));
        let on_a_small_screen = read.within((800, 480));
        assert_eq!((on_a_small_screen.width, on_a_small_screen.height), (640, 480));
    }

    #[test]
    fn a_newer_format_is_refused_by_number_and_the_file_is_left_unchanged() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        for newer in ["Window(format: 2, width: 900)", "Window(format: 2, screen: Second(1))"] {
            fs::write(&file, newer).unwrap();
            let refused = WindowSize::read(folder.path()).unwrap_err().to_string();
            assert!(refused.contains("needs a newer program (format 2; this one reads up to 1)"), "{refused}");
            WindowSize::default().save(folder.path()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), newer);
        }
    }

    #[test]
    fn an_unreadable_file_is_an_error_and_is_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        for strange in ["Window(width: -5)", "Window(width: 1e9)", "\u{0}", "Window(colour: 3)"] {
            fs::write(&file, strange).unwrap();
            assert!(WindowSize::read(folder.path()).is_err(), "{strange}");
            WindowSize::default().save(folder.path()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), strange);
        }
    }
}
