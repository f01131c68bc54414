//! A app on which a copy of a scenario is open, as an author works on it.

use crate::common::ports_in;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use we_can_wait::app::authoring::Authoring;
use we_can_wait::app::intent::Intent;
use we_can_wait::app::{App, AuthorPage, AuthorView, FaultsView, FolderState};

/// A app on which a copy of the scenario is open.
pub struct Work {
    pub app: App,
    pub folder: PathBuf,
    room: tempfile::TempDir,
}

impl Work {
    pub fn on(prepare: impl FnOnce(&Path)) -> Self {
        let room = tempfile::tempdir().expect("there is room");
        let folder = room.path().join("work");
        super::copy_folder(&super::scenario_folder(), &folder);
        prepare(&folder);
        let keeping = ports_in(room.path().join("data"));
        let mut app = App::new(keeping).expect("there is a app");
        app.act(Intent::Author(Authoring::Open(folder.clone())));
        Self { app, folder, room }
    }

    pub fn new() -> Self {
        Self::on(|_| ())
    }

    /// The app, the folder, and what keeps it.
    pub fn apart(self) -> (App, PathBuf, tempfile::TempDir) {
        (self.app, self.folder, self.room)
    }

    pub fn view(&self) -> AuthorView {
        *self.app.frame().author.expect("a folder is open")
    }

    pub fn faults(&self) -> FaultsView {
        match self.view().page {
            AuthorPage::Faults(faults) => faults,
            other => panic!("the faults are shown, not {other:?}"),
        }
    }

    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).expect("the file is there")
    }

    pub fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.join(file), text).expect("it can be written");
    }

    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.text(file);
        assert!(text.contains(from), "{file} holds {from:?}");
        self.write(file, &text.replace(from, to));
    }

    /// Waits until the app is as it should be; returns how long that took.
    pub fn until(&mut self, what: &str, holds: impl Fn(&Self) -> bool) -> Duration {
        let begun = Instant::now();
        loop {
            self.app.poll_background_work();
            if holds(self) {
                return begun.elapsed();
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{what} did not come: {:?}", self.view());
            sleep(Duration::from_millis(20));
        }
    }

    pub fn until_faulty(&mut self) {
        self.until("a fault", |work| work.view().state == FolderState::Faulty);
    }

    pub fn until_clean(&mut self) {
        self.until("a clean state", |work| work.view().state == FolderState::Clean);
    }

    pub fn want(&mut self, wanted: Authoring) {
        self.app.act(Intent::Author(wanted));
    }

    pub fn say(&mut self, mv: &str) {
        let id = self.app.scenario().move_id(mv);
        self.app.act(Intent::Add(id.expect("a move")));
        self.app.act(Intent::Say);
    }

    pub fn steps(&self) -> usize {
        self.app.game().map_or(0, |game| game.journal.steps.len())
    }
}
