//! JSON output.

use std::io::Write;

use serde::Serialize;

use crate::scenario::unseen;

use super::Failure;

/// Prints a value as JSON. Invisible characters become JSON escapes, so they can't control a terminal, and a
/// program still reads the original text.
///
/// # Errors
/// Returns an error if the value can't be serialised or the stream can't be written.
pub(super) fn json(value: &impl Serialize, out: &mut dyn Write) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value)?;
    // They can only be inside strings: between strings, JSON has only spaces and line feeds.
    let text = unseen::replaced(&text, |c, text| {
        for unit in c.encode_utf16(&mut [0; 2]) {
            text.push_str(&format!("\\u{unit:04x}"));
        }
    });
    writeln!(out, "{text}")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped_and_read_as_it_was() {
        let text = "a\u{1b}\u{7f}\u{9b}\u{202e}\u{e0041}\"é\n";
        let mut out = Vec::new();
        json(&text, &mut out).unwrap();
        let json = String::from_utf8(out).unwrap();
        assert_eq!(json, "\"a\\u001b\\u007f\\u009b\\u202e\\udb40\\udc41\\\"é\\n\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
