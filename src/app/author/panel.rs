//! The content of the author's panel.

use std::time::Duration;

use super::super::authoring::Page;
use crate::language::arg;

use super::super::App;
use super::bots::BotsView;
use super::faults::FaultsView;
use super::links::LinksView;
use super::recorded::RecordedView;
use super::start::StartView;
use super::{Author, Stuck};

/// How a folder was when last read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderState {
    Clean,
    Faulty,
    Gone,
}

/// The state of the author's folder, and one page of details.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorView {
    pub folder: String,
    pub name: String,
    pub state: FolderState,
    pub errors: usize,
    /// The state as text.
    pub health: String,
    /// The panel's name in the menu, with the number of errors.
    pub place: String,
    /// When the folder was read and what had changed, as text.
    pub read: String,
    /// Whether the open version is older than the last reading.
    pub is_behind: bool,
    /// Whether a good version has been opened.
    pub is_laid_out: bool,
    /// Problems with replaying the game, if there were any.
    pub replay: Option<ReplayView>,
    /// The page shown.
    pub page: AuthorPage,
}

/// A page of the panel with its content.
#[derive(Debug, Clone, PartialEq)]
pub enum AuthorPage {
    Faults(FaultsView),
    Links(LinksView),
    Bots(BotsView),
    Start(StartView),
    Recorded(RecordedView),
}

impl AuthorPage {
    /// The page without its content.
    pub const fn page(&self) -> Page {
        match self {
            AuthorPage::Faults(_) => Page::Faults,
            AuthorPage::Links(_) => Page::Links,
            AuthorPage::Bots(_) => Page::Bots,
            AuthorPage::Start(_) => Page::Start,
            AuthorPage::Recorded(_) => Page::Recorded,
        }
    }
}

/// Problems with replaying the game.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReplayView {
    pub told: Vec<String>,
    /// If the replay stopped: what was on offer, as text.
    pub offered: Option<String>,
}

impl App {
    /// The author's panel, while a folder is open.
    pub(in crate::app) fn author_view(&self) -> Option<AuthorView> {
        let author = self.author.as_ref()?;
        let (errors, warnings) = author.counts();
        let (state, key) = match errors {
            _ if author.gone => (FolderState::Gone, "author-gone"),
            0 => (FolderState::Clean, "author-clean"),
            _ => (FolderState::Faulty, "author-faulty"),
        };
        let args = [arg("errors", errors), arg("warnings", warnings)];
        let name = author.folder.file_name();
        Some(AuthorView {
            folder: author.folder.display().to_string(),
            name: name.map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
            state,
            errors,
            health: self.catalogue.msg_with(key, &args),
            place: self.catalogue.msg_with("author-place", &args),
            read: self.read(author),
            is_behind: author.is_behind,
            is_laid_out: author.is_laid_out,
            replay: self.replay_view(author),
            page: self.author_page(author),
        })
    }

    /// The page shown. Before a good version has been opened, only the faults can be.
    fn author_page(&self, author: &Author) -> AuthorPage {
        match author.page {
            _ if !author.is_laid_out => AuthorPage::Faults(self.faults_view(author)),
            Page::Faults => AuthorPage::Faults(self.faults_view(author)),
            Page::Links => AuthorPage::Links(self.links_view(author)),
            Page::Bots => AuthorPage::Bots(self.bots_view(author)),
            Page::Start => AuthorPage::Start(self.start_view(author)),
            Page::Recorded => AuthorPage::Recorded(self.recorded_view(author)),
        }
    }

    /// When the folder was read and what had changed, as text.
    fn read(&self, author: &Author) -> String {
        let time = time_of_day(author.read_at);
        let mut files = author.changed.iter().map(|path| path.display().to_string());
        let first = files.next().unwrap_or_default();
        let args = [arg("time", time), arg("file", first), arg("files", author.changed.len())];
        self.catalogue.msg_with("author-read", &args)
    }

    fn replay_view(&self, author: &Author) -> Option<ReplayView> {
        let stuck = author.stuck.as_ref();
        let because = stuck.map(|stuck: &Stuck| stuck.because.clone());
        let told: Vec<String> = because.into_iter().chain(author.told.iter().cloned()).collect();
        let offered = stuck.map(|stuck| stuck.offered.as_slice()).filter(|offered| !offered.is_empty());
        let offered = offered.map(|offered| {
            let args = [arg("moves", offered.join(", "))];
            self.catalogue.msg_with("author-offered", &args)
        });
        (!told.is_empty()).then_some(ReplayView { told, offered })
    }
}

/// Time of day in UTC: the library doesn't know the time zone.
fn time_of_day(since_1970: Duration) -> String {
    let seconds = since_1970.as_secs() % 86_400;
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
