//! The program: parses arguments, calls a command or front end, and turns the result into an exit code.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use we_can_wait::cli::args::{Args, AuthorArgs, PlayArgs, Task};
use we_can_wait::cli::{
    FAILED, Failure, analyze, check, debrief, explain, explore, graph, new, play, playtest, quotes, record, replay,
    scenarios, test, words,
};
use we_can_wait::platform;
use we_can_wait::ports::Ports;
use we_can_wait::scenario::unseen::escaped;
use we_can_wait::terminal::{Terminal, errors, output};

/// Width in columns if the output is not a terminal and `COLUMNS` isn't set.
const COLUMNS: usize = 80;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return refused(&error),
    };
    let mut out = output();
    let result = run(&args, &mut out).and_then(|code| Ok(out.flush().map(|()| code)?));
    match result {
        Ok(code) => ExitCode::from(code),
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // If even this can't be written, the exit code still reports the failure.
            let _ = writeln!(errors(), "we-can-wait: {failure}");
            ExitCode::from(FAILED)
        }
    }
}

/// Prints help, or why the arguments are wrong. Arguments may be file names, so characters that could control the
/// terminal are escaped.
fn refused(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if escaped(&text) == text {
        error.exit();
    }
    let _ = write!(errors(), "{text}");
    ExitCode::from(FAILED)
}

fn run(args: &Args, out: &mut dyn Terminal) -> Result<u8, Failure> {
    let ports = &platform::ports();
    let width = width();
    #[cfg(feature = "gui")]
    if let Some(file) = &args.screenshot {
        return screenshot(args, ports, file);
    }
    match &args.command {
        None => begin(ports, out, width),
        Some(Task::Play(args)) => play_game(args, ports, out, width),
        Some(Task::Quotes(args)) => quotes::run(args, ports, out),
        Some(Task::Check(args)) => check::run(args, ports, out, width),
        Some(Task::Explain(args)) => explain::run(args, out, width),
        Some(Task::Analyze(args)) => analyze::run(args, ports, out, width),
        Some(Task::Playtest(args)) => playtest::run(args, ports, out),
        Some(Task::Explore(args)) => explore::run(args, ports, out),
        Some(Task::Replay(args)) => replay::run(args, ports, out, width),
        Some(Task::Debrief(args)) => debrief::run(args, ports, out, width),
        Some(Task::Record(args)) => record::run(args, ports, out),
        Some(Task::Test(args)) => test::run(args, ports, out),
        Some(Task::Graph(args)) => graph::run(args, ports, out),
        Some(Task::Words(args)) => words::run(args, ports, out),
        Some(Task::New(args)) => new::run(args, ports, out),
        Some(Task::Author(args)) => author(args, ports),
        Some(Task::Scenarios(args)) => scenarios::run(args, ports, out),
    }
}

/// Without a command, opens the window, or starts the terminal game if there is no display.
#[cfg(feature = "game")]
fn begin(ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    use std::io::{self, IsTerminal as _};
    use we_can_wait::app::App;
    use we_can_wait::window::game;

    let app = App::new(ports.clone())?;
    if game::has_display() {
        return game::run(app).map(|()| we_can_wait::cli::OK).map_err(message_failure);
    }
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(message_failure(app.catalogue().msg("window-no-display-no-terminal")));
    }
    writeln!(out, "{}", app.catalogue().msg("window-no-display"))?;
    begin_in_terminal(ports, out, width)
}

/// Without a command, starts the terminal game, as this build has no window.
#[cfg(not(feature = "game"))]
fn begin(ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    begin_in_terminal(ports, out, width)
}

/// Opens the window in author's mode.
#[cfg(feature = "game")]
fn author(args: &AuthorArgs, ports: &Ports) -> Result<u8, Failure> {
    use we_can_wait::app::App;
    use we_can_wait::app::authoring::Authoring;
    use we_can_wait::app::intent::{Intent, Screen};
    use we_can_wait::library::open::{Library, Place};
    use we_can_wait::window::game;

    let mut app = App::new(ports.clone())?;
    if !game::has_display() {
        return Err(message_failure(app.catalogue().msg("author-no-display")));
    }
    match &args.folder {
        None => app.act(Intent::Show(Screen::Author)),
        Some(folder) => {
            // The argument may be the name of one of the player's own scenarios instead of a folder.
            let own = folder.to_str().and_then(|name| Library::new(ports).find(name).ok());
            let folder = match own {
                Some(Place::Own(own)) => own,
                _ => folder.clone(),
            };
            app.act(Intent::Author(Authoring::Open(folder)));
            if let Some(notice) = app.frame().notice.filter(|notice| notice.fault) {
                return Err(message_failure(notice.text));
            }
        }
    }
    game::run(app).map(|()| we_can_wait::cli::OK).map_err(message_failure)
}

/// Reports that this build has no window.
#[cfg(not(feature = "game"))]
fn author(_: &AuthorArgs, _: &Ports) -> Result<u8, Failure> {
    let catalogue = we_can_wait::cli::catalogue()?;
    Err(Failure::Message(catalogue.msg("author-no-window")))
}

fn begin_in_terminal(ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    match Args::parse_from(["we-can-wait", "play"]).command {
        Some(Task::Play(defaults)) => play_game(&defaults, ports, out, width),
        _ => Err(Failure::Message("`we-can-wait play` begins a game".to_owned())),
    }
}

#[cfg(feature = "gui")]
fn screenshot(args: &Args, ports: &Ports, file: &std::path::Path) -> Result<u8, Failure> {
    use we_can_wait::cli::args::Theme;
    use we_can_wait::window::screens::shot::{Content, Shot, shot};

    let wanted = Shot {
        screen: args.screen.screen,
        page: args.screen.page,
        size: args.size,
        dark: args.dark || args.theme == Theme::Dark,
        zoom: args.zoom,
    };
    let content =
        Content { scenario: args.scenario.clone(), seat: args.seat.clone(), projector: args.theme == Theme::Projector };
    let picture = shot(wanted, &content).map_err(message_failure)?;
    picture.save(ports.storage.as_ref(), file).map_err(message_failure)?;
    Ok(we_can_wait::cli::OK)
}

#[cfg(feature = "gui")]
fn message_failure(error: impl std::fmt::Display) -> Failure {
    Failure::Message(error.to_string())
}

fn play_game(args: &PlayArgs, ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    play::run(args, ports, out, width)
}

fn width() -> usize {
    if let Some((terminal_size::Width(columns), _)) = terminal_size::terminal_size() {
        return usize::from(columns);
    }
    let columns = std::env::var("COLUMNS").ok();
    columns.and_then(|columns| columns.parse().ok()).unwrap_or(COLUMNS)
}
