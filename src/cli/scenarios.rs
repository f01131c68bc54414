//! `scenarios`: every scenario that opens by name, with its errors, warnings and saved games.

use std::io::Write;

use serde::Serialize;

use crate::library::saves::Saves;
use crate::ports::Ports;

use super::args::{Format, ScenariosArgs};
use super::{Failure, OK, json};
use crate::library::open::{Library, Listed};

/// A scenario in JSON output.
#[derive(Debug, Serialize)]
struct Shown {
    name: String,
    id: String,
    title: String,
    /// `None` for a built-in scenario.
    folder: Option<String>,
    errors: usize,
    warnings: usize,
    games: usize,
    hidden: bool,
}

/// Lists the scenarios.
///
/// # Errors
/// When writing fails.
pub fn run(args: &ScenariosArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let (library, saves) = (Library::new(ports), Saves::new(ports));
    let shown: Vec<Shown> = library
        .list()
        .into_iter()
        .map(|listed| {
            let games = saves.games_of(&listed.id).len();
            shown(listed, games)
        })
        .collect();
    if args.format == Format::Json {
        json(&shown, out)?;
        return Ok(OK);
    }
    let width = shown.iter().map(|scene| scene.name.chars().count()).max().unwrap_or(0);
    for scene in &shown {
        let title = if scene.title.is_empty() { "(cannot be read)" } else { &scene.title };
        writeln!(out, "{:<width$}  {title}", scene.name)?;
        let place = scene.folder.as_deref().unwrap_or("built in");
        let indent = " ".repeat(width);
        writeln!(out, "{indent}  {}; {}", state(scene), games(scene.games))?;
        writeln!(out, "{indent}  {place}")?;
        if scene.hidden {
            writeln!(out, "{indent}  the name opens the built-in scenario; open this one by its path")?;
        }
    }
    match library.own_folder() {
        Some(folder) => writeln!(
            out,
            "\nYour own scenarios are in {}\n`we-can-wait new NAME --own` creates one there.",
            folder.display()
        )?,
        None => writeln!(out, "\nThis machine names no folder for your own scenarios.")?,
    }
    Ok(OK)
}

fn shown(listed: Listed, games: usize) -> Shown {
    let folder = listed.place.folder().map(|path| path.display().to_string());
    Shown {
        name: listed.name,
        id: listed.id,
        title: listed.title,
        folder,
        errors: listed.errors,
        warnings: listed.warnings,
        games,
        hidden: listed.hidden,
    }
}

fn state(scene: &Shown) -> String {
    let count = |count: usize, word: &str| match count {
        1 => format!("1 {word}"),
        _ => format!("{count} {word}s"),
    };
    match (scene.errors, scene.warnings) {
        (0, 0) => "clean".to_owned(),
        (0, warnings) => count(warnings, "warning"),
        (errors, 0) => count(errors, "error"),
        (errors, warnings) => format!("{}, {}", count(errors, "error"), count(warnings, "warning")),
    }
}

fn games(count: usize) -> String {
    match count {
        0 => "no saved games".to_owned(),
        1 => "1 saved game".to_owned(),
        _ => format!("{count} saved games"),
    }
}
