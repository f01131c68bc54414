//! The list of scenarios to choose from: built-in ones and the player's own.

use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use crate::language::arg;
use crate::library::embedded;
use crate::library::open::{Library, OpenError, Place};
use crate::scenario::diagnostic::Severity;
use crate::scenario::load::Folder as _;
use crate::scenario::options::from_text;
use crate::scenario::{Scenario, StyleId};

use crate::ports::Ports;

use super::frame::{ScenarioRow, ScenariosView};
use super::intent::{Origin, Screen, Seating};
use super::{App, Prefs, SCENARIO};

/// The scenario that teaches how to play.
const LESSON: &str = "first-lesson";

/// A scenario in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    origin: Origin,
    title: String,
    /// Where the talks take place, and between whom.
    setting: String,
    errors: usize,
}

/// The fields read from the top of `scenario.ron`.
#[derive(Deserialize)]
#[serde(rename = "Scenario")]
struct Head {
    title: String,
    setting: String,
}

/// Opens a scenario with the order of place names set for it.
pub(super) fn open(ports: &Ports, origin: &Origin, prefs: &Prefs) -> Result<Arc<Scenario>, OpenError> {
    let as_written = open_in_order(ports, origin, 0)?;
    let order = prefs.names_first(&as_written.id);
    if order == 0 || order >= as_written.name_orders.len() {
        return Ok(as_written);
    }
    open_in_order(ports, origin, order)
}

/// Opens a scenario with one of its orders of place names, by index.
pub(super) fn open_in_order(ports: &Ports, origin: &Origin, order: usize) -> Result<Arc<Scenario>, OpenError> {
    let library = Library::new(ports);
    let place = match (origin, library.own_folder()) {
        (Origin::Own(name), Some(folder)) => Place::Own(folder.join(name)),
        (Origin::Own(name), None) => library.find(name)?,
        (Origin::BuiltIn(name), _) => Place::BuiltIn(name.clone()),
    };
    library.with_names(&place, order)
}

/// A built-in scenario. A test checks that these have no errors, so only their headers are read.
fn built_in(name: String) -> Listed {
    let text = embedded::folder(&name).and_then(|folder| folder.read("scenario.ron").ok().flatten());
    let text = text.and_then(|bytes| String::from_utf8(bytes).ok());
    let head = text.and_then(|text| from_text::<Head>(&text).ok());
    let (title, setting) = head.map_or_else(|| (name.clone(), String::new()), |head| (head.title, head.setting));
    Listed { origin: Origin::BuiltIn(name), title, setting, errors: 0 }
}

/// One of the player's own scenarios, checked in full because it may be unfinished.
fn own(library: Library<'_>, folder: &Path, name: String) -> Listed {
    let opened = library.examine_at(&Place::Own(folder.join(&name)));
    let head = opened.draft.as_ref();
    // Errors in recorded games don't stop a scenario from being played.
    let unplayable = opened.report.keeps_from_play();
    let faults = opened.report.diagnostics.iter();
    let errors = faults.filter(|d| unplayable && d.severity == Severity::Error).count();
    Listed {
        title: head.map_or_else(|| name.clone(), |draft| draft.scenario.title.clone()),
        setting: head.map_or_else(String::new, |draft| draft.scenario.setting.clone()),
        errors,
        origin: Origin::Own(name),
    }
}

impl App {
    /// Reads the list: the main scenario first, the player's own last.
    pub(super) fn read_scenario_list(&mut self) {
        let mut names = embedded::names();
        names.sort_by_key(|name| (name != SCENARIO, name.clone()));
        self.listed = names.into_iter().map(built_in).collect();
        let library = Library::new(&self.ports);
        if let Some(folder) = library.own_folder() {
            let names = library.own_names().into_iter();
            self.listed.extend(names.map(|name| own(library, &folder, name)));
        }
    }

    /// Chooses a scenario. If it has errors, a notice says so and nothing changes.
    pub(super) fn choose(&mut self, origin: Origin) {
        if origin == self.prefs.scenario && self.author.is_none() && !self.in_lesson {
            return self.turn_to(Screen::Title);
        }
        let scenario = match open_listed(self, &origin) {
            Ok(scenario) => scenario,
            Err(OpenError::Faulty { .. }) => {
                return self.refuse("window-scenario-faulty", &[]);
            }
            Err(error) => {
                let args = [arg("error", error.to_string())];
                return self.refuse("window-scenario-unread", &args);
            }
        };
        self.author = None;
        self.switch_scenario(scenario);
        self.prefs.scenario = origin;
        self.save_prefs();
        self.turn_to(Screen::Title);
    }

    /// Closes the current game and opens another scenario.
    pub(super) fn switch_scenario(&mut self, scenario: Arc<Scenario>) {
        self.table = None;
        self.in_lesson = false;
        self.seating = Seating::default();
        self.style = StyleId::FIRST;
        self.navigation.record_line = 1;
        self.set_wording(&scenario, self.seating.seat);
        self.scenario = scenario;
    }

    /// Plays the first lesson. The chosen scenario stays chosen.
    pub(super) fn learn(&mut self) {
        match open_listed(self, &Origin::BuiltIn(LESSON.to_owned())) {
            Ok(scenario) => {
                self.author = None;
                self.switch_scenario(scenario);
                self.in_lesson = true;
                self.begin(0);
            }
            Err(error) => {
                let args = [arg("error", error.to_string())];
                self.refuse("window-scenario-unread", &args);
            }
        }
    }

    /// What the first lesson is about, unless it is already open or an author is at work.
    pub(super) fn lesson(&self) -> Option<String> {
        let there = self.scenario.id == LESSON || self.author.is_some();
        (!there).then(|| self.with_title("title-learn-what", &built_in(LESSON.to_owned()).title))
    }

    fn with_title(&self, key: &str, title: &str) -> String {
        self.catalogue.msg_with(key, &[arg("title", title)])
    }

    /// During the lesson: the label and origin of the scenario to continue with.
    pub(super) fn after_lesson(&self) -> Option<(String, Origin)> {
        let origin = self.prefs.scenario.clone();
        self.in_lesson.then(|| {
            let title = match &origin {
                Origin::BuiltIn(name) => built_in(name.clone()).title,
                Origin::Own(name) => name.clone(),
            };
            (self.with_title("title-after-lesson", &title), origin)
        })
    }

    pub(super) fn scenarios(&self) -> ScenariosView {
        let rows = self.listed.iter().map(|listed| ScenarioRow {
            detail: self.detail(listed),
            origin: listed.origin.clone(),
            key: match &listed.origin {
                Origin::BuiltIn(name) | Origin::Own(name) => name.clone(),
            },
            title: listed.title.clone(),
            own: matches!(listed.origin, Origin::Own(_)),
            errors: listed.errors,
            chosen: listed.origin == self.prefs.scenario,
        });
        let folder = Library::new(&self.ports).own_folder().map(|folder| {
            let args = [arg("folder", folder.display().to_string())];
            self.catalogue.msg_with("scenarios-folder", &args)
        });
        ScenariosView { rows: rows.collect(), folder }
    }

    /// A scenario's place and parties and whether it is chosen, or why it can't be chosen.
    fn detail(&self, listed: &Listed) -> String {
        if listed.errors > 0 {
            return self.catalogue.msg_with("scenarios-faulty", &[arg("errors", listed.errors)]);
        }
        if listed.origin != self.prefs.scenario {
            return listed.setting.clone();
        }
        self.catalogue.msg_with("scenarios-chosen", &[arg("setting", listed.setting.as_str())])
    }
}

fn open_listed(app: &App, origin: &Origin) -> Result<Arc<Scenario>, OpenError> {
    open(&app.ports, origin, &app.prefs)
}
