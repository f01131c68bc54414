//! Opens a scenario by its name or its folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis;
use crate::library::embedded;
use crate::library::recorded;
use crate::library::saves::{self, SaveError};
use crate::scenario::check::{allow, check};
use crate::scenario::diagnostic::{Report, Severity};
use crate::scenario::load::{Draft, Folder, OnDisk, OtherNamesFirst, load, load_path};
use crate::scenario::resolved::both_names;
use crate::scenario::{Scenario, SeatId, resolve};

/// Why a scenario cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither a name nor a folder.
    #[error(
        "there is no scenario \"{name}\": it is neither the name of one that the program carries or that is your own ({known}) nor a \
         folder"
    )]
    Unknown {
        /// What was asked for.
        name: String,
        /// Names that are known.
        known: String,
    },
    /// A file where a folder should be.
    #[error("{0} is a file; a scenario is a folder with a scenario.ron in it")]
    NotAFolder(String),
    /// A folder that is asked for something only a folder on disk can have.
    #[error("{0} is carried by the program, and its files cannot be changed; copy its folder and name the copy")]
    Carried(String),
    /// No such seat.
    #[error("there is no seat \"{name}\"; the seats are: {known}")]
    NoSeat {
        /// What was asked for.
        name: String,
        /// Seats that there are.
        known: String,
    },
    /// No such style.
    #[error("there is no style \"{name}\" for who answers this seat; the styles are: {known}")]
    NoStyle {
        /// What was asked for.
        name: String,
        /// Styles that there are.
        known: String,
    },
    /// The seat cannot be taken, and why.
    #[error("{0}")]
    Closed(String),
    /// It has faults.
    #[error("the scenario \"{name}\" has faults; `we-can-wait check {name}` shows them all:\n{faults}")]
    Faulty {
        /// What was asked for.
        name: String,
        /// The faults, rendered.
        faults: String,
    },
}

/// A scenario with everything that was found in reading it.
pub struct Opened {
    /// As parsed.
    pub draft: Option<Draft>,
    /// As checked; `None` when a reference leads nowhere.
    pub scenario: Option<Scenario>,
    /// The faults.
    pub report: Report,
}

/// Where a scenario stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The program carries it.
    Carried,
    /// In the folder for a person's own scenarios.
    Own(PathBuf),
    /// In a folder that was named by its path.
    Folder(PathBuf),
}

impl Place {
    /// Its folder on disk, where it has one.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Place::Carried => None,
            Place::Own(path) | Place::Folder(path) => Some(path),
        }
    }
}

/// Name of the folder for a person's own scenarios in the game's own folder.
pub const OWN: &str = "scenarios";

/// The folder for a person's own scenarios. It need not be there yet.
///
/// # Errors
/// When the platform names no folder for data.
pub fn own_folder() -> Result<PathBuf, SaveError> {
    Ok(saves::data_folder()?.join(OWN))
}

/// Names of a person's own scenarios, in order.
pub fn own_names() -> Vec<String> {
    own_folder().map_or_else(|_| Vec::new(), |folder| names_in(&folder))
}

/// Names of the scenarios in a folder, in order: folders with a `scenario.ron` in them.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter(|entry| entry.path().join("scenario.ron").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Finds a scenario by its folder or by its name: first a folder of that path, then what the program carries, then a person's
/// own. The path of a `scenario.ron` stands for its folder.
///
/// # Errors
/// When there is nothing by that name.
pub fn find(name: &str) -> Result<Place, OpenError> {
    let path = Path::new(name);
    if path.is_dir() {
        return Ok(Place::Folder(path.to_owned()));
    }
    if path.exists() {
        if path.file_name().is_some_and(|file| file == "scenario.ron") {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            return Ok(Place::Folder(folder.unwrap_or(Path::new(".")).to_owned()));
        }
        return Err(OpenError::NotAFolder(name.to_owned()));
    }
    if embedded::folder(name).is_some() {
        return Ok(Place::Carried);
    }
    let own = own_names();
    if own.iter().any(|own| own == name)
        && let Ok(folder) = own_folder()
    {
        return Ok(Place::Own(folder.join(name)));
    }
    let known: Vec<String> = embedded::names().into_iter().chain(own).collect();
    Err(OpenError::Unknown { name: name.to_owned(), known: known.join(", ") })
}

/// A scenario in a list of all.
#[derive(Debug)]
pub struct Listed {
    /// Name by which it is opened: of an embedded one its id, of a person's own the name of its folder.
    pub name: String,
    /// Its id; the name where it cannot be read.
    pub id: String,
    /// Its title; empty where it cannot be read.
    pub title: String,
    /// Where it stands.
    pub place: Place,
    /// Errors that keep it from being played.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// The program carries one of the same name, which is the one that the bare name opens.
    pub hidden: bool,
}

/// Every scenario that can be opened by its bare name, those that the program carries first.
pub fn list() -> Vec<Listed> {
    let carried = embedded::names();
    let folder = own_folder().unwrap_or_default();
    let own = own_names().into_iter().map(|name| {
        let place = Place::Own(folder.join(&name));
        let hidden = carried.contains(&name);
        (name, place, hidden)
    });
    let own: Vec<_> = own.collect();
    let all = carried.iter().map(|name| (name.clone(), Place::Carried, false));
    all.chain(own).map(|(name, place, hidden)| listed(name, place, hidden)).collect()
}

fn listed(name: String, place: Place, hidden: bool) -> Listed {
    let opened = examine_at(&name, &place);
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

/// Reads and checks a scenario, whatever its faults.
///
/// # Errors
/// When there is nothing by that name.
pub fn examine(name: &str) -> Result<Opened, OpenError> {
    Ok(examine_at(name, &find(name)?))
}

/// Reads and checks the scenario at a place.
pub fn examine_at(name: &str, place: &Place) -> Opened {
    let (draft, report) = match (place.folder(), embedded::folder(name)) {
        (Some(folder), _) => load_path(folder),
        (None, Some(folder)) => load(&folder),
        (None, None) => (None, Report::default()),
    };
    examined(draft, report)
}

/// Reads and checks a folder, whatever its faults.
pub fn read(folder: &dyn Folder) -> Opened {
    let (draft, report) = load(folder);
    examined(draft, report)
}

fn examined(draft: Option<Draft>, mut report: Report) -> Opened {
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
    Opened { draft, scenario, report }
}

/// A scenario without faults.
///
/// # Errors
/// When there is none by that name, or it has faults.
pub fn scenario(name: &str) -> Result<Arc<Scenario>, OpenError> {
    let Opened { scenario, report, .. } = examine(name)?;
    let faulty = || OpenError::Faulty { name: name.to_owned(), faults: report.render() };
    match scenario {
        Some(scenario) if !report.keeps_from_play() => Ok(Arc::new(scenario)),
        _ => Err(faulty()),
    }
}

/// A seat that can be taken.
///
/// # Errors
/// When there is none by that name, or it is closed.
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

/// A style in which a seat is answered, by its id; the record's own manner when none is named.
///
/// # Errors
/// When there is none by that name.
pub fn style(scenario: &Scenario, seat: SeatId, name: Option<&str>) -> Result<usize, OpenError> {
    let Some(name) = name else { return Ok(0) };
    let seat = scenario.seat(seat);
    seat.style_index(name).ok_or_else(|| {
        let styles: Vec<&str> = seat.styles.iter().map(|style| style.id.as_str()).collect();
        OpenError::NoStyle { name: name.to_owned(), known: styles.join(", ") }
    })
}

/// A scenario with the names of places in another order. It counts as the same scenario: games of the one go on in the other.
///
/// # Errors
/// When there is none by that name, or it has faults.
pub fn with_names(name: &str, order: usize) -> Result<Arc<Scenario>, OpenError> {
    let as_written = scenario(name)?;
    let place = find(name)?;
    Ok(match (place.folder(), embedded::folder(name)) {
        _ if order == 0 => as_written,
        (Some(folder), _) => turned(OnDisk(folder.to_owned()), as_written),
        (None, Some(folder)) => turned(folder, as_written),
        (None, None) => as_written,
    })
}

/// The scenario of a folder with the other names first; as it is written, where that leads to faults.
fn turned<F: Folder>(folder: F, as_written: Arc<Scenario>) -> Arc<Scenario> {
    // Places of the map have two names although texts may know them by one.
    let on_map = as_written.map.places.iter();
    let on_map = on_map.filter_map(|place| both_names(&place.name));
    let names: Vec<(String, String)> = as_written.place_names.iter().cloned().chain(on_map).collect();
    let turned = OtherNamesFirst { folder, names: &names };
    let (draft, mut report) = load(&turned);
    let scenario = draft.and_then(|draft| resolve(&draft, &mut report));
    match scenario {
        Some(mut scenario) if !report.keeps_from_play() => {
            scenario.content_hash.clone_from(&as_written.content_hash);
            Arc::new(scenario)
        }
        _ => as_written,
    }
}

/// One of the scenarios that the program carries, with the names of places in another order.
///
/// # Errors
/// When there is none by that name, or it has faults.
pub fn embedded_with_names(name: &str, order: usize) -> Result<Arc<Scenario>, OpenError> {
    embedded(name).and_then(|as_written| match order {
        0 => Ok(as_written),
        _ => with_names(name, order),
    })
}

/// One of the scenarios that the program carries.
///
/// # Errors
/// When there is none by that name, or it has faults.
pub fn embedded(name: &str) -> Result<Arc<Scenario>, OpenError> {
    if embedded::folder(name).is_none() {
        return Err(OpenError::Unknown { name: name.to_owned(), known: embedded::names().join(", ") });
    }
    scenario(name)
}
