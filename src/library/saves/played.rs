//! The order in which games were last played. It has its own file, because file times are wrong after the clock was set
//! back or files were copied.

use std::path::{Path, PathBuf};

use crate::ports::{Storage, WriteMode};

/// File name, in the game's own folder.
const FILE: &str = "last-played.txt";
/// Most games to list.
const MOST: usize = 1_000;
/// Size limit for the file, in bytes. The program never writes a larger one.
const MAX_BYTES: u64 = 1_000_000;

/// The list of games, the last played first: names of files in the folder of saved games, one per line.
#[derive(Debug, Clone)]
pub(super) struct Played {
    path: PathBuf,
}

impl Played {
    /// The list in the game's own folder.
    pub(super) fn in_data(data: &Path) -> Self {
        Self { path: data.join(FILE) }
    }

    /// The names, the last played first; none if the list can't be read.
    pub(super) fn names(&self, storage: &dyn Storage) -> Vec<String> {
        let text = storage.read_text(&self.path, MAX_BYTES).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// Moves a game to the top. Ignores errors: without the list, games are ordered by number.
    pub(super) fn put_first(&self, storage: &dyn Storage, name: &str) {
        let mut names = self.names(storage);
        if names.first().is_some_and(|first| first == name) {
            return;
        }
        names.retain(|other| other != name);
        names.insert(0, name.to_owned());
        names.truncate(MOST);
        let text = names.join("\n") + "\n";
        drop(storage.write(&self.path, text.as_bytes(), WriteMode::Private));
    }
}

/// The number in the name of a scenario's saved game, and the number of its branch (0 if it is not a branch). `None` for
/// any other file: `mine-001.ron` and `mine-001-fork2.ron` are games of `mine`, but `mine-2-001.ron` is a game of
/// `mine-2`.
pub(super) fn numbers(file: &str, scenario: &str) -> Option<(u64, u64)> {
    let rest = file.strip_prefix(scenario)?.strip_prefix('-')?.strip_suffix(".ron")?;
    let (number, branch) = rest.split_once('-').map_or((rest, None), |(number, branch)| (number, Some(branch)));
    if number.len() < 3 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let branch = match branch.map(|branch| branch.strip_prefix("fork")) {
        None => 0,
        Some(None) => return None,
        // A branch of a branch is named `fork-fork`, without a number to order it by.
        Some(Some(count)) => count.parse().unwrap_or(1),
    };
    Some((number.parse().unwrap_or(u64::MAX), branch))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::memory::{Failing, Memory};

    #[test]
    fn the_last_played_comes_first_and_each_game_once() {
        let storage = Memory::default();
        storage.create_folder(Path::new("/data")).unwrap();
        let played = Played::in_data(Path::new("/data"));
        assert!(played.names(&storage).is_empty());
        for name in ["a", "b", "a", "c", "c", "b"] {
            played.put_first(&storage, name);
        }
        assert_eq!(played.names(&storage), ["b", "c", "a"]);
        storage.fail(Failing::Writes);
        played.put_first(&storage, "a");
        assert_eq!(played.names(&storage), ["b", "c", "a"]);
    }

    #[test]
    fn names_of_games_have_numbers() {
        let of = |file: &str| numbers(file, "mine");
        assert_eq!(of("mine-001.ron"), Some((1, 0)));
        assert_eq!(of("mine-012-fork.ron"), Some((12, 1)));
        assert_eq!(of("mine-1000-fork2.ron"), Some((1000, 2)));
        for other in [
            "mine-2-001.ron",
            "mine-001.draft.ron",
            "mine-1.ron",
            "mine-001.ron.lock",
            "mine-001-debrief.html",
            "other-001.ron",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
