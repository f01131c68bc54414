//! Reads a single RON file in the same way as a scenario file, and explains its faults the same way.

use serde::de::DeserializeOwned;

use super::diagnostic::{Located, Report};
use super::options::from_text;
use super::syntax_errors::explain;

/// Parses the text of a file, ignoring a leading byte order mark.
///
/// # Errors
/// The first fault, with its line and column.
pub fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Box<Located>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let error = match from_text(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mut report = Report::default();
    let file = report.add_file(name.to_owned(), text.to_owned());
    let fault = explain(file, 0, text, &error);
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
