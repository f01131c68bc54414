//! `play`: a game in the terminal.

use std::io::{BufReader, IsTerminal as _, Write};
use std::path::Path;

use crate::debrief::review::PLAYOUTS;
use crate::language::{Catalogue, arg};
use crate::library::recorded::find;
use crate::library::saves::{Saves, Store};
use crate::negotiation::journal::Journal;
use crate::negotiation::script::{Play as Recorded, Step};
use crate::negotiation::{ChangedRoom, Opposite, Setup};
use crate::ports::Ports;
use crate::scenario::Scenario;
use crate::terminal::{Ending, Lines, Opened, Page, Play, Scripted, Start, Typed};
use crate::view::resumed;
use crate::view::wording::{Wording, seated};

use super::args::{BeginArgs, PlayArgs};
use super::{FAULTY, Failure, OK, recordings};
use crate::library::open::{self, Library};

/// How the scenario that was asked for is named from any folder.
fn opened(name: &str, ports: &Ports) -> Opened {
    match Library::new(ports).find(name) {
        Ok(open::Place::Folder(folder)) => Opened::At(ports.storage.absolute(&folder)),
        _ => Opened::Named(name.to_owned()),
    }
}

/// What a script file holds.
enum Script {
    Steps(Box<Recorded>),
    Lines(String),
}

/// Plays. Returns the exit code.
///
/// # Errors
/// When the game cannot be begun, or input or output fails.
pub fn run(args: &PlayArgs, ports: &Ports, out: &mut dyn Write, width: usize) -> Result<u8, Failure> {
    let scenario = Library::new(ports).scenario(&args.scenario)?;
    let catalogue = Catalogue::load("en")?;
    let script = args.script.as_deref().map(read_script).transpose()?;
    let setup = setup(args, &scenario, script.as_ref())?;
    let (mut start, told) = start(args, ports, Wording::new(&catalogue, &scenario), &scenario, setup)?;
    // Where nobody waits for it the worth of moves is only worked out when it is asked for.
    let typed = script.is_none() && std::io::stdin().is_terminal();
    // A game that was begun for a class stays one, however it is gone on with.
    start.opened = opened(&args.scenario, ports);
    start.game.journal.for_class |= args.class;
    start.in_class = start.game.journal.for_class;
    start.review = args.review.or_else(|| typed.then_some(PLAYOUTS));
    let setup = start.game.session.setup();
    let (catalogue, opposite) = catalogues(&catalogue, &scenario, setup);
    let words = (Wording::new(&catalogue, &scenario), opposite.as_ref().map(|words| Wording::new(words, &scenario)));
    let steps: Vec<Step> = match &script {
        Some(Script::Steps(play)) => play.steps.clone(),
        _ => Vec::new(),
    };
    let mut lines: Box<dyn Lines> = match &script {
        Some(Script::Lines(text)) => Box::new(Scripted::new(text)),
        _ => {
            let stdin = std::io::stdin();
            let echoes = !stdin.is_terminal();
            Box::new(Typed::new(BufReader::new(stdin), echoes))
        }
    };
    let mut page = Page::new(out, width);
    for line in told {
        page.paragraph(crate::terminal::Role::Plain, 0, &line)?;
    }
    let mut play = Play::new(words, page, lines.as_mut(), start);
    let ending = if steps.is_empty() { play.run()? } else { play.run_steps(&steps)? };
    Ok(if ending == Ending::ScriptStopped { FAULTY } else { OK })
}

/// The program's words as they are read in each seat that a person has.
pub(super) fn catalogues(catalogue: &Catalogue, scenario: &Scenario, setup: &Setup) -> (Catalogue, Option<Catalogue>) {
    let opposite = scenario.seat(setup.seat).opposite;
    let shared = setup.opposite == Opposite::Person;
    (seated(catalogue, scenario, setup.seat), shared.then(|| seated(catalogue, scenario, opposite)))
}

fn setup(args: &PlayArgs, scenario: &Scenario, script: Option<&Script>) -> Result<Setup, Failure> {
    let named = match script {
        Some(Script::Steps(play)) => play.seat.as_ref().or(args.seat.as_ref()),
        _ => args.seat.as_ref(),
    };
    let seat = super::playtest::seat(scenario, named.map(String::as_str))?;
    let (seed, length) = match script {
        Some(Script::Steps(play)) => {
            if play.scenario != scenario.id {
                let message = "the script is for the scenario \"{}\"";
                return Err(Failure::Message(message.replace("{}", &play.scenario)));
            }
            (play.seed, Some(play.length.as_str()))
        }
        _ if args.short => (args.seed, Some("short")),
        _ => (args.seed, args.length.as_deref()),
    };
    let index = super::playtest::length(scenario, length)?;
    let style = match script {
        _ if args.hot_seat => None,
        Some(Script::Steps(play)) => play.style.as_ref().or(args.style.as_ref()),
        _ => args.style.as_ref(),
    };
    let style = crate::library::open::style(scenario, seat, style.map(String::as_str))?;
    let opposite = if args.hot_seat { Opposite::Person } else { Opposite::Model };
    Ok(Setup {
        seed,
        seat,
        length: index,
        opposite,
        style,
        room: match script {
            Some(Script::Steps(play)) => ChangedRoom::of(play.room.iter().copied()),
            _ => args.begin.room.unwrap_or_default(),
        },
    })
}

/// The game to begin with, and what has to be told about it.
fn start(
    args: &PlayArgs,
    ports: &Ports,
    wording: Wording<'_>,
    scenario: &std::sync::Arc<Scenario>,
    setup: Setup,
) -> Result<(Start, Vec<String>), Failure> {
    let game = recordings::begin(ports, scenario, &setup, &args.begin)?;
    let saves = Saves::new(ports);
    let fresh = |store| Start {
        game,
        store,
        ports: ports.clone(),
        resumed: false,
        review: None,
        in_class: false,
        opened: opened(&args.scenario, ports),
    };
    if args.no_save {
        return Ok((fresh(None), Vec::new()));
    }
    let (store, journal) = match (&args.journal, args.resume) {
        (Some(path), _) => {
            let store = saves.at(path)?;
            let journal = store.known().cloned();
            (store, journal)
        }
        (None, true) => {
            let Some(store) = saves.last(&scenario.id)? else {
                let message = "there is no saved game yet; `we-can-wait play` starts one";
                return Err(Failure::Message(message.to_owned()));
            };
            let journal = store.known().cloned();
            (store, journal)
        }
        // A script leaves nothing behind unless it is told where.
        (None, false) if args.script.is_some() => return Ok((fresh(None), Vec::new())),
        (None, false) => match saves.fresh(&scenario.id) {
            Ok(store) => (store, None),
            Err(error) => {
                let told = [arg("error", error.to_string())];
                let told = wording.catalogue.msg_with("save-failed", &told);
                return Ok((fresh(None), vec![told]));
            }
        },
    };
    match journal {
        None => Ok((fresh(Some(store)), Vec::new())),
        Some(_) if args.begin != BeginArgs::default() => Err(Failure::Message(format!(
            "{} holds a game already, and --room, --at-turn and --from start a new one; name another file",
            store.path().display()
        ))),
        Some(journal) => resume(ports, wording, scenario, store, &journal),
    }
}

/// Resumes a saved game. One that no longer plays to its end continues in a file next to the old one.
fn resume(
    ports: &Ports,
    wording: Wording<'_>,
    scenario: &std::sync::Arc<Scenario>,
    store: Store,
    journal: &Journal,
) -> Result<(Start, Vec<String>), Failure> {
    let replayed = journal
        .replay(scenario)
        .map_err(|error| Failure::Message(format!("can't resume {}: {error}", store.path().display())))?;
    let mut told = resumed::changes(wording, &replayed);
    let changed = replayed.stopped.is_some() || replayed.diverged.is_some();
    let store = if changed { store.beside() } else { store };
    if changed {
        let args = [arg("file", store.path().display().to_string())];
        told.push(wording.catalogue.msg_with("replay-continues-in", &args));
    }
    Ok((
        Start {
            game: replayed.game,
            store: Some(store),
            ports: ports.clone(),
            resumed: true,
            review: None,
            in_class: false,
            opened: Opened::Named(scenario.id.clone()),
        },
        told,
    ))
}

fn read_script(path: &Path) -> Result<Script, Failure> {
    let told = |because: String| Failure::Message(format!("the script {}: {because}", path.display()));
    let text = recordings::script_text(path).map_err(told)?;
    if path.extension().is_some_and(|extension| extension == "ron") {
        let play = find::parse(&text).map_err(told)?;
        return Ok(Script::Steps(Box::new(play)));
    }
    Ok(Script::Lines(text))
}
