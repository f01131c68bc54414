//! Opens a scenario by its name or its folder.

use std::path::Path;
use std::sync::Arc;

use crate::scenario::check::check;
use crate::scenario::diagnostic::Report;
use crate::scenario::load::{Draft, OtherNamesFirst, load, load_path};
use crate::scenario::{Scenario, SeatId, library, resolve};

/// Why a scenario cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither a name nor a folder.
    #[error(
        "there is no scenario \"{name}\": it is neither the name of one that the program carries ({known}) nor a folder"
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
    #[error(
        "the scenario \"{name}\" has faults; `we-can-wait check {name}` shows them all:\n{faults}"
    )]
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

/// Reads and checks a scenario, whatever its faults.
///
/// # Errors
/// When there is nothing by that name.
pub fn examine(name: &str) -> Result<Opened, OpenError> {
    let path = Path::new(name);
    let (draft, mut report) = if path.is_dir() {
        load_path(path)
    } else if path.exists() {
        return Err(OpenError::NotAFolder(name.to_owned()));
    } else if let Some(folder) = library::folder(name) {
        load(&folder)
    } else {
        return Err(OpenError::Unknown {
            name: name.to_owned(),
            known: library::names().join(", "),
        });
    };
    let mut scenario = None;
    if let Some(draft) = &draft {
        check(draft, &mut report);
        scenario = resolve(draft, &mut report);
    }
    report.sort();
    Ok(Opened {
        draft,
        scenario,
        report,
    })
}

/// A scenario without faults.
///
/// # Errors
/// When there is none by that name, or it has faults.
pub fn scenario(name: &str) -> Result<Arc<Scenario>, OpenError> {
    let Opened {
        scenario, report, ..
    } = examine(name)?;
    let faulty = || OpenError::Faulty {
        name: name.to_owned(),
        faults: report.render(),
    };
    match scenario {
        Some(scenario) if !report.has_errors() => Ok(Arc::new(scenario)),
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
        OpenError::NoSeat {
            name: name.to_owned(),
            known: seats.join(", "),
        }
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
        OpenError::NoStyle {
            name: name.to_owned(),
            known: styles.join(", "),
        }
    })
}

/// One of the scenarios that the program carries, with the names of places in another order. It counts as the same scenario:
/// games of the one go on in the other.
///
/// # Errors
/// When there is none by that name, or it has faults.
pub fn embedded_with_names(name: &str, order: usize) -> Result<Arc<Scenario>, OpenError> {
    let as_written = embedded(name)?;
    let Some(folder) = library::folder(name).filter(|_| order > 0) else {
        return Ok(as_written);
    };
    let turned = OtherNamesFirst {
        folder,
        names: &as_written.place_names,
    };
    let (draft, mut report) = load(&turned);
    let scenario = draft.and_then(|draft| resolve(&draft, &mut report));
    Ok(match scenario {
        Some(mut scenario) if !report.has_errors() => {
            scenario.content_hash.clone_from(&as_written.content_hash);
            Arc::new(scenario)
        }
        _ => as_written,
    })
}

/// One of the scenarios that the program carries.
///
/// # Errors
/// When there is none by that name, or it has faults.
pub fn embedded(name: &str) -> Result<Arc<Scenario>, OpenError> {
    if library::folder(name).is_none() {
        return Err(OpenError::Unknown {
            name: name.to_owned(),
            known: library::names().join(", "),
        });
    }
    scenario(name)
}
