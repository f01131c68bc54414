//! `test`: plays every recorded game of a scenario again, and says what has become different.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use crate::library::recorded::{self, Mend, Played, expectation, filled, mended};
use crate::library::saves;
use crate::negotiation::script::Play;
use crate::scenario::diagnostic::Located;
use crate::scenario::{Scenario, single};

use super::args::{Format, TestArgs};
use super::record::PLAYTHROUGHS;
use super::{FAULTY, Failure, OK};
use crate::library::open::{self, OpenError};

/// What became of one recorded game.
#[derive(Debug, Serialize)]
pub struct Tested {
    /// Its file.
    pub file: String,
    /// Whether all came as it expects.
    pub ok: bool,
    /// Statements made.
    pub statements: u32,
    /// How much it expects.
    pub expects: usize,
    /// What was wrong, a sentence each.
    pub faults: Vec<String>,
    /// Its expectations were rewritten to what came.
    pub blessed: bool,
    #[serde(skip)]
    play: Option<Play>,
    #[serde(skip)]
    played: Option<Played>,
}

/// What became of the recorded games of a scenario.
#[derive(Debug, Serialize)]
struct Scene {
    scenario: String,
    /// Why it cannot be played; empty where it can.
    fault: String,
    games: Vec<Tested>,
}

/// Plays every recorded game of a scenario.
pub fn test(scenario: &Arc<Scenario>) -> Vec<Tested> {
    let games = scenario.playthroughs.iter();
    games.map(|(name, text)| one(scenario, name, text)).collect()
}

fn one(scenario: &Arc<Scenario>, name: &str, text: &str) -> Tested {
    let faulty = |fault: String| Tested {
        file: name.to_owned(),
        ok: false,
        statements: 0,
        expects: 0,
        faults: vec![fault],
        blessed: false,
        play: None,
        played: None,
    };
    let play: Play = match single::read(name, text) {
        Ok(play) => play,
        Err(fault) => return faulty(located(&fault)),
    };
    let played = match recorded::play(scenario, &play) {
        Ok(played) => played,
        Err(error) => return faulty(error.to_string()),
    };
    let stopped = played.stopped.iter().map(|stopped| stopped.to_string());
    let unmet = played.unmet.iter().map(|unmet| unmet.told.clone());
    Tested {
        file: name.to_owned(),
        ok: played.is_as_recorded(),
        statements: played.game.session.state().statements,
        expects: play.expect.len(),
        faults: stopped.chain(unmet).collect(),
        blessed: false,
        play: Some(play),
        played: Some(played),
    }
}

fn located(fault: &Located) -> String {
    let Located { file, line, column, .. } = fault;
    format!("{PLAYTHROUGHS}/{file}:{line}:{column}: {}", fault.sentence())
}

/// Tests. Returns 1 when something is not as recorded, or a scenario has faults.
///
/// # Errors
/// When there is no such scenario, one that the program carries was to be blessed, or output fails.
pub fn run(args: &TestArgs, out: &mut dyn Write) -> Result<u8, Failure> {
    let mut scenes = Vec::new();
    for name in &args.scenarios {
        let place = open::find(name)?;
        if args.bless && place.folder().is_none() {
            return Err(OpenError::Carried(name.clone()).into());
        }
        let (fault, mut games, scenario) = match open::scenario(name) {
            Ok(scenario) => (String::new(), test(&scenario), Some(scenario)),
            Err(fault) => (fault.to_string(), Vec::new(), None),
        };
        let mut shown = Vec::new();
        if let (true, Some(folder), Some(scenario)) = (args.bless, place.folder(), &scenario) {
            for game in &mut games {
                bless(scenario, folder, game, &mut shown)?;
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
        serde_json::to_writer_pretty(&mut *out, &scenes)?;
        writeln!(out)?;
    }
    let sound = |scene: &Scene| {
        let mut games = scene.games.iter();
        scene.fault.is_empty() && games.all(|game| game.ok || game.blessed)
    };
    Ok(if scenes.iter().all(sound) { OK } else { FAULTY })
}

/// Rewrites what a game expects to what came, and shows the difference. A step that is not on offer is nothing to be blessed.
fn bless(scenario: &Arc<Scenario>, folder: &Path, game: &mut Tested, shown: &mut Vec<u8>) -> Result<(), Failure> {
    let (Some(play), Some(played)) = (&game.play, &game.played) else {
        return Ok(());
    };
    if played.stopped.is_some() || (game.ok && !play.expect.is_empty()) {
        return Ok(());
    }
    let path = folder.join(PLAYTHROUGHS).join(&game.file);
    let Some((_, text)) = scenario.playthroughs.iter().find(|(name, _)| *name == game.file) else {
        return Ok(());
    };
    let fresh = Play::of(&played.game).map(|fresh| fresh.expect).unwrap_or_default();
    let new = if play.expect.is_empty() {
        filled(text, &fresh)
    } else {
        let mends: Vec<Mend> = played.unmet.iter().map(|unmet| unmet.mend.clone()).collect();
        mended(text, &mends)
    };
    let Some(new) = new.filter(|new| one(scenario, &game.file, new).ok) else {
        writeln!(shown, "\n{}: what it expects has to be changed by hand", game.file)?;
        return Ok(());
    };
    writeln!(shown, "\n{}", path.display())?;
    if play.expect.is_empty() {
        for expect in &fresh {
            writeln!(shown, "  + {}", expectation(expect))?;
        }
    }
    for unmet in &played.unmet {
        difference(play, &unmet.mend, shown)?;
    }
    rewrite(&path, text, &new)?;
    game.blessed = true;
    Ok(())
}

/// Writes the file, unless it has changed since it was read.
fn rewrite(path: &PathBuf, read: &str, new: &str) -> Result<(), Failure> {
    let now = std::fs::read_to_string(path)?;
    let (mark, now) = match now.strip_prefix('\u{feff}') {
        Some(now) => ("\u{feff}", now),
        None => ("", now.as_str()),
    };
    if now != read {
        let path = path.display();
        return Err(Failure::Told(format!("{path} has changed while it was tested; nothing was written")));
    }
    Ok(saves::rewrite(path, &format!("{mark}{new}"))?)
}

fn difference(play: &Play, mend: &Mend, out: &mut Vec<u8>) -> std::io::Result<()> {
    let (old, new) = match mend {
        Mend::Replace(at, new) => (play.expect.get(*at), Some(new)),
        Mend::Remove(at) => (play.expect.get(*at), None),
        Mend::Insert(_, new) => (None, Some(new)),
    };
    if let Some(old) = old {
        writeln!(out, "  - {}", expectation(old))?;
    }
    if let Some(new) = new {
        writeln!(out, "  + {}", expectation(new))?;
    }
    Ok(())
}

/// The games in a table, then what was wrong.
fn text(scene: &Scene, out: &mut dyn Write) -> Result<(), Failure> {
    let name = &scene.scenario;
    if !scene.fault.is_empty() {
        writeln!(out, "{}", scene.fault)?;
        return Ok(());
    }
    if scene.games.is_empty() {
        writeln!(out, "{name} has no recorded games; `we-can-wait keep GAME.ron --scenario {name}` makes the first")?;
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
        let what = match (game.ok, game.play.is_some(), game.expects) {
            (true, _, 0) => format!("{statements}, expects nothing"),
            (true, _, _) => format!("{statements}, {} as expected", game.expects),
            (false, false, _) => "cannot be played".to_owned(),
            (false, true, _) => count(game.faults.len(), "difference", "differences"),
        };
        writeln!(out, "  {:<width$}  {verdict:<7}  {what}", game.file)?;
        // What was blessed is shown as a difference of the file.
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

/// A sentence under its game, in lines of at most 80 columns.
fn paragraph(out: &mut dyn Write, text: &str) -> std::io::Result<()> {
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
