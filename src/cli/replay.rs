//! `replay`: replays a journal, printing it or only verifying it.

use std::path::Path;
use std::sync::Arc;

use crate::app::intent::Intent;
use crate::app::{App, NewGame, SaveIn};
use crate::language::arg;
use crate::negotiation::journal::{Journal, Replayed};
use crate::negotiation::script::Step;
use crate::ports::Ports;
use crate::scenario::Scenario;
use crate::terminal::{self, Page, Role, Scripted, Start, Terminal};
use crate::view::wording::{Wording, seated as for_seat};
use crate::view::{begun, resumed};

use super::args::ReplayArgs;
use super::{FAULTY, Failure, OK};
use crate::library::open::Library;
use crate::library::saves;

/// Replays a journal in its scenario.
///
/// # Errors
/// When the journal can't be read or its game can't be started.
pub(super) fn replayed(
    ports: &Ports,
    path: &Path,
    scenario: Option<&str>,
) -> Result<(Arc<Scenario>, Journal, Replayed), Failure> {
    let journal = saves::read(ports.storage.as_ref(), path)?;
    let library = Library::new(ports);
    let scenario = match scenario {
        Some(name) => library.scenario(name)?,
        None => library.scenario_at(&journal.scenario, &library.find_saved(&journal.scenario)?)?,
    };
    let replayed = journal
        .replay(&scenario)
        .map_err(|error| Failure::Message(format!("{} cannot be replayed: {error}", path.display())))?;
    Ok((scenario, journal, replayed))
}

/// Replays the journal and prints it. Returns 1 if the replay differs from the journal or stops early.
///
/// # Errors
/// When the journal can't be read, or writing fails.
pub fn run(args: &ReplayArgs, ports: &Ports, out: &mut dyn Terminal, width: usize) -> Result<u8, Failure> {
    let (scenario, journal, replayed) = replayed(ports, &args.journal, args.scenario.as_deref())?;
    let setup = replayed.game.session.setup().clone();
    let catalogue = for_seat(&super::catalogue()?, &scenario, setup.seat);
    let wording = Wording::new(&catalogue, &scenario);
    let altered = replayed.altered.as_ref().is_some_and(|altered| !altered.is_empty());
    let same = replayed.diverged.is_none() && replayed.stopped.is_none() && !altered;
    let mut told = resumed::changes(wording, &replayed);
    if args.verify {
        told.extend(
            begun::lines(wording, &replayed.game).into_iter().filter(|line| !told.contains(line)).collect::<Vec<_>>(),
        );
        told.extend(replayed.altered.is_none().then(|| catalogue.msg("replay-no-claims")));
    }
    if !args.verify {
        let mut steps: Vec<_> = journal.steps.iter().take(replayed.game.journal.steps.len()).cloned().collect();
        if journal.hot_seat && !replayed.game.is_over() {
            steps.iter_mut().for_each(Step::forget_predictions);
        }
        let mut app = App::with_scenario(ports.clone().without_data(), Arc::clone(&scenario))?;
        app.act(Intent::Start(Box::new(NewGame { save: SaveIn::Nowhere, ..NewGame::new(setup) })));
        let start = Start { resumed: false, review: None, opened: terminal::Opened::Named(scenario.id.clone()) };
        let mut lines = Scripted::new("");
        let page = Page::new(out, width);
        terminal::Play::new(app, page, &mut lines, start).run_steps(&steps)?;
    }
    let mut page = Page::new(out, width);
    for line in &told {
        page.paragraph(Role::Plain, 0, line)?;
    }
    let args = [arg("steps", replayed.game.journal.steps.len()), arg("digest", replayed.game.digest())];
    let key = if same { "replay-same" } else { "replay-differs" };
    page.paragraph(Role::Plain, 0, &catalogue.msg_with(key, &args))?;
    Ok(if same { OK } else { FAULTY })
}
