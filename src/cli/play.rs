//! `play`: a game in the terminal.

use std::io::{BufReader, IsTerminal as _};
use std::path::Path;

use crate::app::intent::Intent;
use crate::app::{App, NewGame, SaveIn};
use crate::debrief::review::PLAYOUTS;
use crate::library::open::{self, Library};
use crate::library::recorded::find;
use crate::negotiation::script::Play as Recorded;
use crate::negotiation::{ChangedRoom, Opposite, Setup};
use crate::ports::Ports;
use crate::scenario::Scenario;
use crate::scenario::limits::SCRIPT_LINES;
use crate::terminal::{Ending, Lines, Opened, Page, Play, Scripted, Start, Terminal, Typed};

use super::args::PlayArgs;
use super::{FAULTY, Failure, OK, recordings};

/// The scenario as it was named, with a folder made absolute so that it works from anywhere.
fn opened(name: &str, ports: &Ports) -> Opened {
    match Library::new(ports).find(name) {
        Ok(open::Place::Folder(folder)) => Opened::At(ports.storage.absolute(&folder)),
        _ => Opened::Named(name.to_owned()),
    }
}

/// The content of a script file.
enum Script {
    Steps(Box<Recorded>),
    Lines(String),
}

/// Plays a game. Returns the exit code.
///
/// # Errors
/// When the game can't be started, or reading or writing fails.
pub fn run(args: &PlayArgs, ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    let scenario = Library::new(ports).scenario(&args.scenario)?;
    let script = args.script.as_deref().map(read_script).transpose()?;
    let new = new_game(ports, args, &scenario, script.as_ref())?;
    // A script saves nothing unless a file is named.
    let saves = !args.no_save && args.script.is_none();
    let ports = if saves { ports.clone() } else { ports.clone().without_data() };
    let mut app = App::with_scenario(ports, scenario)?.in_class(args.class);
    let warning = app.notice().cloned();
    let begin = if args.resume { Intent::Continue } else { Intent::Start(Box::new(new)) };
    app.act(begin);
    let notice = app.notice().cloned();
    if let Some(refusal) = notice.as_ref().filter(|notice| notice.refused) {
        return Err(Failure::Message(refusal.text.clone()));
    }
    let mut lines: Box<dyn Lines> = match &script {
        Some(Script::Lines(text)) => Box::new(Scripted::new(text)),
        _ => {
            let stdin = std::io::stdin();
            let echoes = !stdin.is_terminal();
            Box::new(Typed::new(BufReader::new(stdin), echoes))
        }
    };
    let mut page = Page::new(out, width);
    for notice in [warning, notice].into_iter().flatten() {
        page.paragraph(crate::terminal::Role::Plain, 0, &notice.text)?;
    }
    // Without a person at the terminal, moves are only reviewed if asked for.
    let typed = script.is_none() && std::io::stdin().is_terminal();
    let start = Start {
        resumed: app.game().is_some_and(|game| !game.journal.steps.is_empty() && game.journal.led_up.is_none()),
        review: args.review.or_else(|| typed.then_some(PLAYOUTS)),
        opened: opened(&args.scenario, app.ports()),
    };
    let mut play = Play::new(app, page, lines.as_mut(), start);
    let ending = match &script {
        Some(Script::Steps(recorded)) => play.run_steps(&recorded.steps)?,
        _ => play.run()?,
    };
    Ok(if ending == Ending::ScriptStopped { FAULTY } else { OK })
}

/// The game that the arguments ask for.
fn new_game(
    ports: &Ports,
    args: &PlayArgs,
    scenario: &std::sync::Arc<Scenario>,
    script: Option<&Script>,
) -> Result<NewGame, Failure> {
    let setup = setup(args, scenario, script)?;
    let (turn, after) = recordings::lead_up(ports, scenario, &setup, &args.begin)?;
    let save = match &args.journal {
        _ if args.no_save => SaveIn::Nowhere,
        Some(path) => SaveIn::File(path.clone()),
        None => SaveIn::NextFree,
    };
    Ok(NewGame { setup, turn, after, save })
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
    let style = open::style(scenario, seat, style.map(String::as_str))?;
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

fn read_script(path: &Path) -> Result<Script, Failure> {
    let told = |because: String| Failure::Message(format!("the script {}: {because}", path.display()));
    let text = recordings::script_text(path).map_err(told)?;
    if path.extension().is_some_and(|extension| extension == "ron") {
        let play = find::parse(&text).map_err(told)?;
        return Ok(Script::Steps(Box::new(play)));
    }
    let commands = Scripted::new(&text).len();
    if commands > SCRIPT_LINES {
        let because =
            format!("it has {commands} commands, and at most {SCRIPT_LINES} are taken; write several scripts");
        return Err(told(because));
    }
    Ok(Script::Lines(text))
}
