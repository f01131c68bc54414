//! One file by itself, read as every file of a scenario is, with its fault in an author's words.

use serde::de::DeserializeOwned;

use super::diagnostic::{Located, Report};
use super::options::from_text;
use super::syntax_errors::explain;

/// Reads the text of a file. A byte order mark at its head is no part of it.
///
/// # Errors
/// The fault, with its line and column.
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
    /// What is wrong and what to do, in one sentence.
    pub fn sentence(&self) -> String {
        match &self.help {
            Some(help) => format!("{} ({help})", self.message),
            None => self.message.clone(),
        }
    }
}
