//! `scenarios`: every scenario that can be opened by its name, with its state and the games kept of it.

use std::io::Write;

use serde::Serialize;

use crate::library::saves;

use super::args::{Format, ScenariosArgs};
use super::{Failure, OK};
use crate::library::open::{self, Listed, Place};

/// A scenario, for programs.
#[derive(Debug, Serialize)]
struct Shown {
    name: String,
    id: String,
    title: String,
    /// Its folder; nothing for one that the program carries.
    folder: Option<String>,
    errors: usize,
    warnings: usize,
    games: usize,
    hidden: bool,
}

/// Lists.
///
/// # Errors
/// When output fails.
pub fn run(args: &ScenariosArgs, out: &mut dyn Write) -> Result<u8, Failure> {
    let saves = saves::folder().ok();
    let shown: Vec<Shown> = open::list()
        .into_iter()
        .map(|listed| {
            let kept = saves.as_ref().map(|saves| saves::kept_in(saves, &listed.id).len());
            shown(listed, kept.unwrap_or(0))
        })
        .collect();
    if args.format == Format::Json {
        serde_json::to_writer_pretty(&mut *out, &shown)?;
        writeln!(out)?;
        return Ok(OK);
    }
    let width = shown.iter().map(|scene| scene.name.chars().count()).max().unwrap_or(0);
    for scene in &shown {
        let title = if scene.title.is_empty() { "(cannot be read)" } else { &scene.title };
        writeln!(out, "{:<width$}  {title}", scene.name)?;
        let carried = "carried by the program";
        let place = scene.folder.as_deref().unwrap_or(carried);
        let indent = " ".repeat(width);
        writeln!(out, "{indent}  {}; {}", state(scene), games(scene.games))?;
        writeln!(out, "{indent}  {place}")?;
        if scene.hidden {
            writeln!(out, "{indent}  the name opens the one that the program carries; open this one by its path")?;
        }
    }
    match open::own_folder() {
        Ok(folder) => writeln!(
            out,
            "\nYour own scenarios stand in {}\n`we-can-wait new NAME --own` begins one there.",
            folder.display()
        )?,
        Err(error) => writeln!(out, "\n{error}")?,
    }
    Ok(OK)
}

fn shown(listed: Listed, games: usize) -> Shown {
    let folder = match &listed.place {
        Place::Carried => None,
        Place::Own(path) | Place::Folder(path) => Some(path.display().to_string()),
    };
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
        0 => "no games kept".to_owned(),
        1 => "1 game kept".to_owned(),
        _ => format!("{count} games kept"),
    }
}
