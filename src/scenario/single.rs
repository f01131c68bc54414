//! Reads a single RON file in the same way as a scenario file, and explains its faults the same way.

use serde::de::DeserializeOwned;

use super::diagnostic::{Diagnostic, Located, Report};
use super::format::{number_of_format, refuse_newer};
use super::options::from_text;
use super::place::Place;
use super::syntax_errors::explain;

/// Reads the text of a file whose format is at most `reads`. A byte order mark at its head is no part of it.
///
/// # Errors
/// The fault, with its line and column.
pub fn read<T: DeserializeOwned>(name: &str, text: &str, reads: u32) -> Result<T, Box<Located>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let error = match refuse_newer(text, reads) {
        Ok(()) => match from_text(text) {
            Ok(value) => return Ok(value),
            Err(error) => Ok(error),
        },
        Err(newer) => Err(newer),
    };
    let mut report = Report::default();
    let file = report.add_file(name.to_owned(), text.to_owned());
    let fault = match error {
        Ok(error) => explain(file, 0, text, &error),
        Err(newer) => {
            let at = number_of_format(text).unwrap_or_default();
            let byte = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
            let place = Place { file, start: byte(at.start), end: byte(at.end) };
            Diagnostic::error("WCW006", newer.to_string(), Some(place), None)
        }
    };
    Err(Box::new(report.locate(&fault)))
}

impl Located {
    /// The message, followed by the help text in brackets.
    pub fn sentence(&self) -> String {
        match &self.help {
            Some(help) => format!("{} ({help})", self.message),
            None => self.message.clone(),
        }
    }
}
