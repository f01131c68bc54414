//! The ports of a desktop: its disk, threads, clock and folders.

mod disk;
mod lock;
mod threads;

use std::env;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use directories::{BaseDirs, ProjectDirs, UserDirs};

use crate::ports::{Clock, Ports};

pub use disk::Disk;
pub use threads::Threads;

/// Environment variable with a folder to use as the game's own, instead of the platform's data folder.
const DATA: &str = "WE_CAN_WAIT_DATA";

/// Environment variable with the language of the messages.
const LANGUAGE: &str = "WE_CAN_WAIT_LANGUAGE";

/// The ports of this computer.
pub fn ports() -> Ports {
    Ports {
        storage: Arc::new(Disk),
        spawner: Arc::new(Threads::default()),
        clock: Arc::new(SystemClock { start: Instant::now() }),
        data_folder: data_folder(),
        language: language(),
        home: BaseDirs::new().map(|dirs| dirs.home_dir().to_owned()),
        save_places: save_places(),
    }
}

/// The language set in `WE_CAN_WAIT_LANGUAGE`.
pub fn language() -> Option<String> {
    env::var(LANGUAGE).ok().filter(|tag| !tag.is_empty())
}

/// The folder set in `WE_CAN_WAIT_DATA`, or the platform's folder for user data.
fn data_folder() -> Option<PathBuf> {
    let named = env::var_os(DATA).filter(|data| !data.is_empty()).map(PathBuf::from);
    named.or_else(|| Some(ProjectDirs::from("", "", "we-can-wait")?.data_dir().to_owned()))
}

fn save_places() -> Vec<PathBuf> {
    let user = UserDirs::new();
    let user = user.as_ref();
    let named =
        [user.and_then(UserDirs::document_dir), user.and_then(UserDirs::desktop_dir), user.map(UserDirs::home_dir)];
    let named = named.into_iter().flatten().map(PathBuf::from);
    named.chain(env::current_dir().ok()).chain([env::temp_dir()]).collect()
}

#[derive(Debug)]
struct SystemClock {
    start: Instant,
}

impl Clock for SystemClock {
    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn wall(&self) -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }
}
