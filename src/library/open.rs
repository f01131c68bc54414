//! Opens a scenario by its name or folder, with all checks in the right order.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis;
use crate::library::embedded;
use crate::library::recorded;
use crate::ports::{Entry, Kind, Ports, Storage};
use crate::scenario::check::{allow, check};
use crate::scenario::diagnostic::{Report, Severity};
use crate::scenario::load::{Draft, Folder, OtherNamesFirst, StoredFolder, load_migrating};
use crate::scenario::migrate::{MIGRATIONS, Migration};
use crate::scenario::resolved::both_names;
use crate::scenario::{Scenario, SeatId, StyleId, resolve};

/// Why a scenario can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("there is no scenario \"{name}\": it is neither a folder nor the name of a scenario ({known})")]
    Unknown { name: String, known: String },
    /// A saved game names it, which doesn't say where its folder is.
    #[error("it is a game of the scenario \"{name}\", which is not among yours ({known}); add --scenario FOLDER")]
    NotInLibrary { name: String, known: String },
    #[error("{0} is a file; a scenario is a folder with a scenario.ron in it")]
    NotAFolder(String),
    /// The scenario would have to be changed, but it has no folder on disk.
    #[error(
        "the scenario \"{0}\" is built into the program and can't be changed; copy it with `we-can-wait new FOLDER --like {0}`"
    )]
    BuiltIn(String),
    #[error("there is no seat \"{name}\"; the seats are: {known}")]
    NoSeat { name: String, known: String },
    #[error("there is no style \"{name}\" for the side that answers this seat; the styles are: {known}")]
    NoStyle { name: String, known: String },
    /// The seat is closed, for a reason that the scenario gives.
    #[error("{0}")]
    Closed(String),
    #[error("the scenario \"{name}\" has errors; `we-can-wait check {name}` lists them all:\n{faults}")]
    Faulty { name: String, faults: String },
}

/// A scenario and everything found while reading it.
pub struct Opened {
    /// The parsed scenario; `None` if a file is missing or can't be parsed.
    pub draft: Option<Draft>,
    /// The checked scenario; `None` if an error makes it unplayable.
    pub scenario: Option<Scenario>,
    pub report: Report,
}

/// Where a scenario is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Built into the program, under this name.
    BuiltIn(String),
    /// In the folder for the player's own scenarios.
    Own(PathBuf),
    /// In a folder given by its path.
    Folder(PathBuf),
}

impl Place {
    /// What the place is called in messages.
    pub fn name(&self) -> String {
        match self {
            Self::BuiltIn(name) => name.clone(),
            Self::Own(path) | Self::Folder(path) => path.display().to_string(),
        }
    }

    /// The folder on disk, if there is one.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Place::BuiltIn(_) => None,
            Place::Own(path) | Place::Folder(path) => Some(path),
        }
    }
}

/// Folder for the player's own scenarios, inside the game's own folder.
const OWN: &str = "scenarios";

/// Most entries read when looking for scenarios in a folder.
const MOST: usize = 10_000;

/// A scenario in the list of all scenarios.
#[derive(Debug)]
pub struct Listed {
    /// The name that opens it: the id of a built-in scenario, or the folder name of one of the player's own.
    pub name: String,
    /// The id, or the name if the scenario can't be read.
    pub id: String,
    /// The title; empty if the scenario can't be read.
    pub title: String,
    pub place: Place,
    pub errors: usize,
    pub warnings: usize,
    /// Whether a built-in scenario has the same name. The bare name then opens the built-in one.
    pub hidden: bool,
}

/// The scenarios that can be opened: built-in ones, the player's own, and any folder.
///
/// ```
/// use we_can_wait::library::open::Library;
/// use we_can_wait::ports::Ports;
///
/// let ports = Ports::in_memory();
/// let moscow = Library::new(&ports).scenario("moscow-1955")?;
/// assert_eq!(moscow.seats.len(), 2);
/// # Ok::<(), we_can_wait::library::open::OpenError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Library<'p> {
    storage: &'p dyn Storage,
    data_folder: Option<&'p Path>,
}

impl<'p> Library<'p> {
    /// The library of a set of ports.
    pub fn new(ports: &'p Ports) -> Self {
        Self { storage: ports.storage.as_ref(), data_folder: ports.data_folder.as_deref() }
    }

    /// The folder for the player's own scenarios. It may not exist yet. `None` if the platform has no data folder.
    pub fn own_folder(&self) -> Option<PathBuf> {
        Some(self.data_folder?.join(OWN))
    }

    /// Names of the player's own scenarios, sorted.
    pub fn own_names(&self) -> Vec<String> {
        self.own_folder().map_or_else(Vec::new, |folder| self.names_in(&folder))
    }

    /// Names of the scenarios in a folder, sorted. A scenario is a folder that contains a `scenario.ron`.
    pub fn names_in(&self, folder: &Path) -> Vec<String> {
        let entries = self.storage.list(folder, MOST).unwrap_or_default();
        let folders = entries.iter().filter(|entry| entry.info.kind == Kind::Folder);
        folders.filter(|entry| self.is_scenario(&entry.path)).map(Entry::name).collect()
    }

    /// Whether a folder contains a `scenario.ron`.
    pub fn is_scenario(&self, folder: &Path) -> bool {
        self.storage.is_file(&folder.join("scenario.ron"))
    }

    /// Finds a scenario by folder or name. Tries a folder with this path, then a built-in scenario, then one of the
    /// player's own. The path of a `scenario.ron` stands for its folder.
    ///
    /// # Errors
    /// Returns an error if there is nothing by that name.
    pub fn find(&self, name: &str) -> Result<Place, OpenError> {
        let path = Path::new(name);
        if self.storage.is_folder(path) {
            return Ok(Place::Folder(path.to_owned()));
        }
        if self.storage.exists(path) {
            if path.file_name().is_some_and(|file| file == "scenario.ron") {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                return Ok(Place::Folder(folder.unwrap_or(Path::new(".")).to_owned()));
            }
            return Err(OpenError::NotAFolder(name.to_owned()));
        }
        self.find_saved(name).map_err(|error| match error {
            OpenError::NotInLibrary { name, known } => OpenError::Unknown { name, known },
            error => error,
        })
    }

    /// Finds the scenario that a saved game names. Unlike [`Library::find`], it never opens a folder by its path: a save
    /// may come from anywhere.
    ///
    /// # Errors
    /// When neither a built-in scenario nor one of the player's own has this name.
    pub fn find_saved(&self, name: &str) -> Result<Place, OpenError> {
        if embedded::folder(name).is_some() {
            return Ok(Place::BuiltIn(name.to_owned()));
        }
        let own = self.own_names();
        if own.iter().any(|own| own == name)
            && let Some(folder) = self.own_folder()
        {
            return Ok(Place::Own(folder.join(name)));
        }
        let known: Vec<String> = embedded::names().into_iter().chain(own).collect();
        Err(OpenError::NotInLibrary { name: name.to_owned(), known: known.join(", ") })
    }

    /// Every scenario that can be opened by its bare name, built-in ones first.
    pub fn list(&self) -> Vec<Listed> {
        let built_in = embedded::names();
        let folder = self.own_folder().unwrap_or_default();
        let own = self.own_names().into_iter().map(|name| {
            let place = Place::Own(folder.join(&name));
            let hidden = built_in.contains(&name);
            self.listed(name, place, hidden)
        });
        let all = built_in.iter().map(|name| self.listed(name.clone(), Place::BuiltIn(name.clone()), false));
        all.chain(own).collect()
    }

    fn listed(&self, name: String, place: Place, hidden: bool) -> Listed {
        let opened = self.examine_at(&place);
        let of = |severity: Severity| {
            let faults = opened.report.diagnostics.iter();
            faults.filter(|fault| fault.severity == severity).count()
        };
        let frame = opened.draft.as_ref().map(|draft| &draft.scenario);
        Listed {
            id: frame.map_or_else(|| name.clone(), |frame| frame.id.text.clone()),
            title: frame.map_or_else(String::new, |frame| frame.title.clone()),
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            name,
            place,
            hidden,
        }
    }

    /// Reads and checks a scenario, even if it has errors.
    ///
    /// # Errors
    /// Returns an error if there is nothing by that name.
    pub fn examine(&self, name: &str) -> Result<Opened, OpenError> {
        Ok(self.examine_at(&self.find(name)?))
    }

    /// Reads and checks the scenario at a place, even if it has errors.
    pub fn examine_at(&self, place: &Place) -> Opened {
        self.with_folder(place, read).unwrap_or_else(|| opened(None, Report::default()))
    }

    /// Applies a function to the folder at a place; `None` if there is no such built-in scenario.
    fn with_folder<T>(&self, place: &Place, act: impl FnOnce(&dyn Folder) -> T) -> Option<T> {
        match place {
            Place::BuiltIn(name) => embedded::folder(name).map(|folder| act(&folder)),
            Place::Own(path) | Place::Folder(path) => Some(act(&StoredFolder::new(self.storage, path))),
        }
    }

    /// Opens a scenario that can be played.
    ///
    /// # Errors
    /// Returns an error if there is none by that name, or it has errors.
    pub fn scenario(&self, name: &str) -> Result<Arc<Scenario>, OpenError> {
        self.scenario_at(name, &self.find(name)?)
    }

    /// Opens the scenario at a place. `name` is used in error messages.
    ///
    /// # Errors
    /// Returns an error if the scenario has errors.
    pub fn scenario_at(&self, name: &str, place: &Place) -> Result<Arc<Scenario>, OpenError> {
        let Opened { scenario, report, .. } = self.examine_at(place);
        let faulty = || OpenError::Faulty { name: name.to_owned(), faults: report.render() };
        scenario.map(Arc::new).ok_or_else(faulty)
    }

    /// Opens the scenario at a place with one of its orders of place names, by index; 0 is as written. It counts as the same
    /// scenario: a game saved with one order can be resumed with the other.
    ///
    /// # Errors
    /// Returns an error if the scenario has errors.
    pub fn with_names(&self, place: &Place, order: usize) -> Result<Arc<Scenario>, OpenError> {
        let as_written = self.scenario_at(&place.name(), place)?;
        let swapped = match order {
            0 => None,
            _ => self.with_folder(place, |folder| swapped(folder, &as_written)).flatten(),
        };
        Ok(swapped.map_or(as_written, Arc::new))
    }
}

/// Reads and checks a folder, even if it has errors. Everything that opens a scenario calls this first.
pub fn read(folder: &dyn Folder) -> Opened {
    read_from_older(folder, MIGRATIONS)
}

/// Like [`read`], with these steps for migrating an older format.
pub fn read_from_older(folder: &dyn Folder, steps: &[Migration]) -> Opened {
    let (draft, report) = load_migrating(folder, steps);
    opened(draft, report)
}

fn opened(draft: Option<Draft>, mut report: Report) -> Opened {
    let mut scenario = None;
    if let Some(draft) = &draft {
        check(draft, &mut report);
        scenario = resolve(draft, &mut report);
        if let Some(scenario) = &scenario {
            report.diagnostics.extend(analysis::faults(draft, scenario));
            let recorded = recorded::faults(scenario, &report);
            report.diagnostics.extend(recorded);
        }
        allow(draft, &mut report);
    }
    report.sort();
    report.shorten();
    Opened { draft, scenario: scenario.filter(|_| !report.keeps_from_play()), report }
}

/// The scenario with the other names first; `None` if that leads to errors.
fn swapped(folder: &dyn Folder, as_written: &Scenario) -> Option<Scenario> {
    // Places on the map have two names, even if the texts use only one.
    let on_map = as_written.map.places.iter();
    let on_map = on_map.filter_map(|place| both_names(&place.name));
    let names: Vec<(String, String)> = as_written.place_names.iter().cloned().chain(on_map).collect();
    // The check holds the order of names as it is written, so it has run on that; another order changes only names in texts.
    let (draft, mut report) = load_migrating(&OtherNamesFirst { folder, names: &names }, MIGRATIONS);
    let mut scenario = resolve(&draft?, &mut report).filter(|_| !report.keeps_from_play())?;
    scenario.content_hash.clone_from(&as_written.content_hash);
    Some(scenario)
}

/// A built-in scenario.
///
/// # Errors
/// Returns an error if there is none by that name, or it has errors.
pub fn embedded(name: &str) -> Result<Arc<Scenario>, OpenError> {
    let unknown = || OpenError::Unknown { name: name.to_owned(), known: embedded::names().join(", ") };
    let folder = embedded::folder(name).ok_or_else(unknown)?;
    let Opened { scenario, report, .. } = read(&folder);
    let faulty = || OpenError::Faulty { name: name.to_owned(), faults: report.render() };
    scenario.map(Arc::new).ok_or_else(faulty)
}

/// Finds a seat that can be played.
///
/// # Errors
/// Returns an error if there is none by that name, or it is closed.
pub fn seat(scenario: &Scenario, name: &str) -> Result<SeatId, OpenError> {
    let seat = scenario.seat_id(name).ok_or_else(|| {
        let seats: Vec<&str> = scenario.seats.iter().map(|seat| seat.id.as_str()).collect();
        OpenError::NoSeat { name: name.to_owned(), known: seats.join(", ") }
    })?;
    match &scenario.seat(seat).closed_because {
        Some(because) => Err(OpenError::Closed(because.clone())),
        None => Ok(seat),
    }
}

/// Finds a style for the model's answers to a seat by its id. `None` gives the first one, the record's own manner.
///
/// # Errors
/// Returns an error if there is none by that name.
pub fn style(scenario: &Scenario, seat: SeatId, name: Option<&str>) -> Result<StyleId, OpenError> {
    let Some(name) = name else { return Ok(StyleId::FIRST) };
    let seat = scenario.seat(seat);
    seat.style_id(name).ok_or_else(|| {
        let styles: Vec<&str> = seat.styles.iter().map(|style| style.id.as_str()).collect();
        OpenError::NoStyle { name: name.to_owned(), known: styles.join(", ") }
    })
}
