//! Sources of input lines: a person, a pipe or a script.

use std::collections::VecDeque;
use std::io::{self, BufRead};

/// Longest line read, in bytes, far more than any command needs. The rest is dropped, because a pipe may contain
/// anything.
const LONGEST: u64 = 4096;

/// A source of lines.
pub trait Lines {
    /// The next line without its line ending; `None` at the end of the input.
    ///
    /// # Errors
    /// Returns an error if the input can't be read.
    fn next_line(&mut self) -> io::Result<Option<String>>;

    /// Whether a line that can't be used ends the game with an error. True for scripts, since no one is there to
    /// correct it.
    fn strict(&self) -> bool;

    /// Whether to print each line that is read, because no terminal shows it.
    fn echoes(&self) -> bool;

    /// Number of the last line read, from 1.
    fn number(&self) -> usize;
}

/// Lines from a keyboard or a pipe.
pub struct Typed<R> {
    reader: R,
    number: usize,
    echoes: bool,
}

impl<R: BufRead> Typed<R> {
    /// Reads lines from a reader. With `echoes`, they are printed, so that the output of a piped game can be followed.
    pub const fn new(reader: R, echoes: bool) -> Self {
        Self { reader, number: 0, echoes }
    }
}

impl<R: BufRead> Lines for Typed<R> {
    fn next_line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let read = io::Read::take(&mut self.reader, LONGEST).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(None);
        }
        if !bytes.ends_with(b"\n") && bytes.len() as u64 >= LONGEST {
            skip_line(&mut self.reader)?;
        }
        self.number += 1;
        // Invalid UTF-8 becomes a replacement character, which matches no command, so the line gets the usual error.
        let line = String::from_utf8_lossy(&bytes);
        let line = if self.number == 1 { without_mark(&line) } else { &line };
        Ok(Some(line.trim().to_owned()))
    }

    fn strict(&self) -> bool {
        false
    }

    fn echoes(&self) -> bool {
        self.echoes
    }

    fn number(&self) -> usize {
        self.number
    }
}

/// The text without the byte order mark that some editors and shells add at the start.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn skip_line(reader: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = reader.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        if let Some(end) = buffer.iter().position(|byte| *byte == b'\n') {
            reader.consume(end + 1);
            return Ok(());
        }
        let length = buffer.len();
        reader.consume(length);
    }
}

/// Lines of a script: one move id or command per line. Empty lines and lines starting with `#` are skipped.
pub struct Scripted {
    lines: VecDeque<(usize, String)>,
    number: usize,
}

impl Scripted {
    /// Splits a script into its lines.
    pub fn new(text: &str) -> Self {
        let lines = without_mark(text)
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.trim().to_owned()))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .collect();
        Self { lines, number: 0 }
    }

    /// How many commands are left.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether no command is left.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

impl Lines for Scripted {
    fn next_line(&mut self) -> io::Result<Option<String>> {
        let Some((number, line)) = self.lines.pop_front() else {
            return Ok(None);
        };
        self.number = number;
        Ok(Some(line))
    }

    fn strict(&self) -> bool {
        true
    }

    fn echoes(&self) -> bool {
        true
    }

    fn number(&self) -> usize {
        self.number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_skips_comments_and_keeps_its_line_numbers() {
        let mut script = Scripted::new("# opening\n\nkitamura\n  say \n");
        assert_eq!(script.next_line().unwrap().as_deref(), Some("kitamura"));
        assert_eq!(script.number(), 3);
        assert_eq!(script.next_line().unwrap().as_deref(), Some("say"));
        assert_eq!(script.next_line().unwrap(), None);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_command() {
        assert_eq!(Scripted::new("\u{feff}# opening\nsay").next_line().unwrap().as_deref(), Some("say"));
        let mut typed = Typed::new("\u{feff}help\n\u{feff}say\n".as_bytes(), false);
        assert_eq!(typed.next_line().unwrap().as_deref(), Some("help"));
        assert_eq!(typed.next_line().unwrap().as_deref(), Some("\u{feff}say"));
    }

    #[test]
    fn an_endless_line_is_cut_and_the_next_one_is_still_read() {
        let mut text = vec![b'x'; 100_000];
        text.extend(b"\nhelp\n");
        let mut typed = Typed::new(text.as_slice(), false);
        assert_eq!(typed.next_line().unwrap().map(|line| line.len()), Some(4096));
        assert_eq!(typed.next_line().unwrap().as_deref(), Some("help"));
        assert_eq!(typed.next_line().unwrap(), None);
    }
}
