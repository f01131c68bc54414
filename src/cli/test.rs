//! `test`: replays every recorded game of a scenario and reports differences.

use std::io::{self, Write};

use serde::Serialize;

use crate::library::open::{Library, OpenError};
use crate::library::recorded::{Blessing, Tested, bless, test};
use crate::ports::Ports;

use super::args::{Format, TestArgs};
use super::{FAULTY, Failure, OK, json};

/// Results for the recorded games of a scenario.
#[derive(Debug, Serialize)]
struct Scene {
    scenario: String,
    /// Why the scenario can't be played; empty if it can.
    fault: String,
    games: Vec<Tested>,
}

/// Replays the games. Returns 1 if a result is not as recorded or a scenario has errors.
///
/// # Errors
/// When there is no such scenario, `--bless` was given for a built-in one, or writing fails.
pub fn run(args: &TestArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let library = Library::new(ports);
    let mut scenes = Vec::new();
    for name in &args.scenarios {
        let place = library.find(name)?;
        if args.bless && place.folder().is_none() {
            return Err(OpenError::BuiltIn(name.clone()).into());
        }
        let (fault, mut games, scenario) = match library.scenario_at(name, &place) {
            Ok(scenario) => (String::new(), test(&scenario), Some(scenario)),
            Err(fault) => (fault.to_string(), Vec::new(), None),
        };
        let mut shown = Vec::new();
        if let (true, Some(folder), Some(scenario)) = (args.bless, place.folder(), &scenario) {
            for game in &mut games {
                let blessing = bless(ports.storage.as_ref(), scenario, folder, game)?;
                show(&game.file, &blessing, &mut shown)?;
            }
        }
        let scene = Scene { scenario: name.clone(), fault, games };
        if args.format == Format::Text {
            text(&scene, out)?;
            out.write_all(&shown)?;
        }
        scenes.push(scene);
    }
    if args.format == Format::Json {
        json(&scenes, out)?;
    }
    let sound = |scene: &Scene| {
        let mut games = scene.games.iter();
        scene.fault.is_empty() && games.all(|game| game.ok || game.blessed)
    };
    Ok(if scenes.iter().all(sound) { OK } else { FAULTY })
}

/// Prints how the expectations in a file changed.
fn show(file: &str, blessing: &Blessing, shown: &mut Vec<u8>) -> io::Result<()> {
    match blessing {
        Blessing::Unchanged => {}
        Blessing::ByHand => writeln!(shown, "\n{file}: its expectations have to be changed by hand")?,
        Blessing::Rewritten { path, changes } => {
            writeln!(shown, "\n{}", path.display())?;
            for (old, new) in changes {
                if let Some(old) = old {
                    writeln!(shown, "  - {old}")?;
                }
                if let Some(new) = new {
                    writeln!(shown, "  + {new}")?;
                }
            }
        }
    }
    Ok(())
}

/// Prints the games as a table, each with its faults.
fn text(scene: &Scene, out: &mut dyn Write) -> Result<(), Failure> {
    let name = &scene.scenario;
    if !scene.fault.is_empty() {
        writeln!(out, "{}", scene.fault)?;
        return Ok(());
    }
    if scene.games.is_empty() {
        writeln!(out, "{name} has no recorded games; `we-can-wait record GAME.ron --scenario {name}` makes the first")?;
        return Ok(());
    }
    writeln!(out, "{name}")?;
    let width = scene.games.iter().map(|game| game.file.chars().count()).max();
    let width = width.unwrap_or(0);
    for game in &scene.games {
        let verdict = match game {
            Tested { blessed: true, .. } => "blessed",
            Tested { ok: true, .. } => "ok",
            _ => "failed",
        };
        let count = |count: usize, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {many}"),
        };
        let statements = usize::try_from(game.statements).unwrap_or(usize::MAX);
        let statements = count(statements, "statement", "statements");
        let what = match (game.ok, game.is_playable(), game.expects) {
            (true, _, 0) => format!("{statements}, expects nothing"),
            (true, _, _) => format!("{statements}, {} as expected", game.expects),
            (false, false, _) => "cannot be played".to_owned(),
            (false, true, _) => count(game.faults.len(), "difference", "differences"),
        };
        writeln!(out, "  {:<width$}  {verdict:<7}  {what}", game.file)?;
        // Accepted differences were already shown with the file.
        for fault in game.faults.iter().filter(|_| !game.blessed) {
            paragraph(out, fault)?;
        }
    }
    let failed = scene.games.iter().filter(|game| !game.ok && !game.blessed).count();
    match failed {
        0 => writeln!(out, "all {} as recorded", scene.games.len())?,
        _ => writeln!(out, "{failed} of {} failed", scene.games.len())?,
    }
    Ok(())
}

/// Prints a sentence below its game, wrapped at 80 columns.
fn paragraph(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let options = textwrap::Options::new(80)
        .initial_indent("      ")
        .subsequent_indent("        ")
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .break_words(false);
    for line in textwrap::wrap(text, options) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}
