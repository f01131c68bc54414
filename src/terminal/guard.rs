//! The filter between the program and its two output streams. It escapes every character that would control the
//! terminal or can't be seen. Only the program's own escape sequences bypass it, through [`Terminal::control`].

use std::io::{self, IsTerminal as _, Write};

use crate::scenario::unseen::Watch;

/// Written around right-to-left text, so that it doesn't reorder the text next to it.
const ISOLATE: char = '\u{2068}';
const END_ISOLATE: char = '\u{2069}';

/// An output stream that keeps the program's own escape sequences apart from text.
pub trait Terminal: Write {
    /// Writes an escape sequence, such as a colour, without filtering it. It must not contain anything from a file.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    fn control(&mut self, sequence: &str) -> io::Result<()>;

    /// Whether the stream is a terminal, rather than a file or another program.
    fn is_seen(&self) -> bool;
}

/// Collects text in memory and drops the escape sequences.
impl Terminal for Vec<u8> {
    fn control(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn is_seen(&self) -> bool {
        false
    }
}

/// A stream that escapes all text written to it.
pub struct Guarded<W: Write> {
    stream: W,
    seen: bool,
    watch: Watch,
    /// The first bytes of a UTF-8 character whose remaining bytes have not arrived yet.
    partial: Vec<u8>,
    /// Whether the last character was a carriage return. A line feed makes it a line ending; anything else escapes it.
    carriage_return: bool,
    isolates: Isolates,
}

/// Standard error behind the filter.
pub fn errors() -> impl Terminal {
    let seen = io::stderr().is_terminal();
    Guarded::new(anstream::stderr(), seen)
}

/// Standard output behind the filter.
pub fn output() -> impl Terminal {
    let seen = io::stdout().is_terminal();
    Guarded::new(anstream::stdout().lock(), seen)
}

impl<W: Write> Guarded<W> {
    /// Puts the filter in front of a stream. `seen` says whether the stream is a terminal.
    pub fn new(stream: W, seen: bool) -> Self {
        Self {
            stream,
            seen,
            watch: Watch::default(),
            partial: Vec::new(),
            carriage_return: false,
            isolates: Isolates::default(),
        }
    }

    fn text(&mut self, text: &str, out: &mut String) {
        for c in text.chars() {
            if std::mem::take(&mut self.carriage_return) && c != '\n' {
                self.put_escaped('\r', out);
            }
            if c == '\r' {
                self.carriage_return = true;
            } else if self.watch.hides(c) {
                self.put_escaped(c, out);
            } else {
                self.put(c, out);
            }
        }
    }

    fn put_escaped(&mut self, c: char, out: &mut String) {
        c.escape_unicode().for_each(|c| self.put(c, out));
    }

    fn put(&mut self, c: char, out: &mut String) {
        if self.seen {
            self.isolates.put(c, out);
        } else {
            out.push(c);
        }
    }

    /// Writes out everything that is still pending.
    fn settle(&mut self) -> io::Result<()> {
        let mut out = String::new();
        for byte in std::mem::take(&mut self.partial) {
            format!("\\x{byte:02x}").chars().for_each(|c| self.put(c, &mut out));
        }
        if std::mem::take(&mut self.carriage_return) {
            self.put_escaped('\r', &mut out);
        }
        self.isolates.end(&mut out);
        self.stream.write_all(out.as_bytes())
    }
}

impl<W: Write> Write for Guarded<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut all = std::mem::take(&mut self.partial);
        all.extend_from_slice(bytes);
        let mut rest = all.as_slice();
        let mut out = String::new();
        loop {
            let error = match str::from_utf8(rest) {
                Ok(text) => {
                    self.text(text, &mut out);
                    break;
                }
                Err(error) => error,
            };
            let (good, bad) = rest.split_at(error.valid_up_to());
            self.text(&String::from_utf8_lossy(good), &mut out);
            let Some(length) = error.error_len() else {
                self.partial = bad.to_vec();
                break;
            };
            let (bad, after) = bad.split_at(length);
            for byte in bad {
                self.text(&format!("\\x{byte:02x}"), &mut out);
            }
            rest = after;
        }
        self.stream.write_all(out.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.settle()?;
        self.stream.flush()
    }
}

impl<W: Write> Terminal for Guarded<W> {
    fn control(&mut self, sequence: &str) -> io::Result<()> {
        self.settle()?;
        self.stream.write_all(sequence.as_bytes())
    }

    fn is_seen(&self) -> bool {
        self.seen
    }
}

/// Adds isolates around runs of right-to-left text.
#[derive(Default)]
struct Isolates {
    inside: bool,
    /// Spaces and punctuation after a run. They belong to it only if more right-to-left text follows.
    after: String,
}

impl Isolates {
    fn put(&mut self, c: char, out: &mut String) {
        if is_right_to_left(c) {
            if self.inside {
                out.push_str(&std::mem::take(&mut self.after));
            } else {
                out.push(ISOLATE);
            }
            self.inside = true;
            out.push(c);
        } else if self.inside && c != '\n' && !c.is_alphanumeric() {
            self.after.push(c);
        } else {
            self.end(out);
            out.push(c);
        }
    }

    fn end(&mut self, out: &mut String) {
        if std::mem::take(&mut self.inside) {
            out.push(END_ISOLATE);
            out.push_str(&std::mem::take(&mut self.after));
        }
    }
}

/// Whether a character belongs to Hebrew, Arabic or another right-to-left script.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(seen: bool, pieces: &[&[u8]]) -> String {
        let mut out = Vec::new();
        let mut guarded = Guarded::new(&mut out, seen);
        pieces.iter().for_each(|piece| guarded.write_all(piece).unwrap());
        guarded.flush().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_cannot_steer_the_terminal_and_the_program_can() {
        let mut out = Vec::new();
        let mut guarded = Guarded::new(&mut out, true);
        guarded.control("\u{1b}[1m").unwrap();
        write!(guarded, "a\u{1b}[2J\u{9b}31m\u{7}\u{7f}\u{202e}b\tc").unwrap();
        guarded.control("\u{1b}[0m").unwrap();
        writeln!(guarded).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "\u{1b}[1ma\\u{1b}[2J\\u{9b}31m\\u{7}\\u{7f}\\u{202e}b\tc\u{1b}[0m\n"
        );
    }

    #[test]
    fn a_character_in_two_pieces_is_one_and_what_is_no_text_is_escaped() {
        let e = "é\u{202e}".as_bytes();
        let pieces: Vec<&[u8]> = e.chunks(1).collect();
        assert_eq!(written(false, &pieces), "é\\u{202e}");
        assert_eq!(written(false, &[b"a\xff\x9bb", b"\xe2\x80"]), "a\\xff\\x9bb\\xe2\\x80");
    }

    #[test]
    fn line_ends_of_windows_pass_and_other_carriage_returns_do_not() {
        assert_eq!(written(false, &[b"a\r\nb\r", b"\nc\rd\r"]), "a\nb\nc\\u{d}d\\u{d}");
    }

    #[test]
    fn only_names_that_are_read_from_right_to_left_are_isolated_and_only_for_people() {
        let text = "Ann, أحمد علي (3): שלום!\nBert";
        let isolated = "Ann, \u{2068}أحمد علي\u{2069} (3): \u{2068}שלום\u{2069}!\nBert";
        assert_eq!(written(true, &[text.as_bytes()]), isolated);
        assert_eq!(written(false, &[text.as_bytes()]), text);
        assert_eq!(written(true, &["Größe 平和".as_bytes()]), "Größe 平和");
    }
}
