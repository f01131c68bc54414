//! Screenshots of the author's panel, with a temporary copy of the scenario that has something to show on every page.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use crate::app::authoring::{Authoring, Page, StartPoint};
use crate::app::intent::Intent;
use crate::app::{App, SCENARIO};
use crate::library::embedded;
use crate::scenario::links::Node;

use super::ShotError;

/// Most checks for the bots' results, a hundredth of a second apart.
const LOOKS: usize = 3_000;

pub(super) fn lay_out(app: &mut App, page: Page) -> Result<TempDir, ShotError> {
    let work = TempDir::new()?;
    let folder = work.path().join(SCENARIO);
    fs::create_dir(&folder)?;
    let files = embedded::folder(SCENARIO);
    let files = files.ok_or_else(|| ShotError::Recorded(SCENARIO.to_owned()))?;
    copy(files, files.path(), &folder)?;
    want(app, Authoring::Open(folder.clone()));
    if page == Page::Faults {
        // Two typical mistakes: a misspelt field, and a quotation that differs from its source.
        for (file, from, to) in
            [("people.ron", "name: \"Kitamura\"", "nam: \"Kitamura\""), ("record.ron", "We can wait", "We could wait")]
        {
            let path = folder.join(file);
            let text = fs::read_to_string(&path)?;
            fs::write(&path, text.replacen(from, to, 1))?;
        }
        want(app, Authoring::ReadAgain);
    }
    Ok(work)
}

/// Opens the page, with something to show on it.
pub(super) fn turn_to(app: &mut App, page: Page) {
    want(app, Authoring::Turn(page));
    match page {
        Page::Faults | Page::Recorded => want(app, Authoring::PlayRecorded),
        Page::Links => {
            let hint = Node::find(app.scenario(), "ask_hint").into_iter().next();
            want(app, Authoring::Links(hint));
        }
        Page::Bots => {
            want(app, Authoring::Games(20));
            want(app, Authoring::RunBots);
            for _ in 0..LOOKS {
                app.poll_background_work();
                if !app.lets_bots_play() {
                    break;
                }
                sleep(Duration::from_millis(10));
            }
        }
        Page::Start => want(app, Authoring::StartFrom(StartPoint::Present)),
    }
}

fn want(app: &mut App, wanted: Authoring) {
    app.act(Intent::Author(wanted));
}

fn copy(files: &include_dir::Dir<'_>, root: &std::path::Path, to: &std::path::Path) -> Result<(), std::io::Error> {
    for file in files.files() {
        let inside = file.path().strip_prefix(root).unwrap_or(file.path());
        fs::write(to.join(inside), file.contents())?;
    }
    for dir in files.dirs() {
        let inside = dir.path().strip_prefix(root).unwrap_or(dir.path());
        fs::create_dir_all(to.join(inside))?;
        copy(dir, root, to)?;
    }
    Ok(())
}
