//! `record`: turns a saved game into a recorded game, for `test` to replay.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::library::open::Library;
use crate::library::recorded::{PLAYTHROUGHS, record_in};
use crate::library::saves;
use crate::ports::Ports;
use crate::view::resumed;
use crate::view::wording::Wording;

use super::args::RecordArgs;
use super::{FAULTY, Failure, OK};

/// Records the game. Returns 1 if the saved game can't be replayed to its end.
///
/// # Errors
/// When the saved game or the scenario can't be read, or the file exists.
pub fn run(args: &RecordArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let storage = ports.storage.as_ref();
    let library = Library::new(ports);
    let journal = saves::read(storage, &args.journal)?;
    let name = args.scenario.as_deref().unwrap_or(&journal.scenario);
    let place = match &args.scenario {
        Some(name) => library.find(name)?,
        None => library.find_saved(name)?,
    };
    let scenario = library.scenario_at(name, &place)?;
    let file = args.journal.display();
    let replayed =
        journal.replay(&scenario).map_err(|error| Failure::Message(format!("can't replay {file}: {error}")))?;
    let catalogue = super::catalogue()?;
    for line in resumed::changes(Wording::new(&catalogue, &scenario), &replayed) {
        for line in textwrap::wrap(&line, 80) {
            writeln!(out, "{line}")?;
        }
    }
    if replayed.stopped.is_some() {
        writeln!(out, "Nothing was recorded: a recorded game has to be played to its last step.")?;
        return Ok(FAULTY);
    }
    let stem = args.journal.file_stem().map(|stem| stem.to_string_lossy());
    let stem = stem.unwrap_or_default().into_owned();
    let of = args.journal.file_name().map(|name| name.to_string_lossy());
    let of = of.unwrap_or_default().into_owned();
    let (folder, wanted) = match (place.folder(), &args.as_name) {
        (Some(folder), name) => (folder.join(PLAYTHROUGHS), name.clone().unwrap_or(stem)),
        // A built-in scenario has no folder, so the name is a path.
        (None, Some(name)) => {
            let path = Path::new(name);
            let folder = path.parent().unwrap_or(Path::new("")).to_owned();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            (folder, name.unwrap_or_default())
        }
        (None, None) => {
            let message = format!("{name} is built into the program, so the file needs a name: add --as FILE.ron");
            return Err(Failure::Message(message));
        }
    };
    let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    let path = record_in(storage, &folder, &wanted, &replayed.game, &of)?;
    let path = path.strip_prefix(".").unwrap_or(&path).display();
    writeln!(out, "recorded as {path}")?;
    if place.folder().is_some() {
        writeln!(out, "`we-can-wait test {name}` plays it again")?;
    } else {
        writeln!(out, "`we-can-wait play {name} --script {path}` plays it again")?;
    }
    Ok(OK)
}
