//! Where lines come from: a person or a pipe, or a script.

use std::collections::VecDeque;
use std::io::{self, BufRead};

/// A longer line than any command needs is cut: a pipe may bring anything.
const LONGEST: u64 = 4096;

/// A source of lines.
pub trait Lines {
    /// The next line without its end; `None` at the end of input.
    ///
    /// # Errors
    /// When the input cannot be read.
    fn next_line(&mut self) -> io::Result<Option<String>>;

    /// Whether a line that cannot be used ends the game with an error: so it is for scripts, where nobody can correct it.
    fn strict(&self) -> bool;

    /// Whether what was typed has to be shown, because no terminal shows it.
    fn echoes(&self) -> bool;

    /// Number of the line that was read last, from 1.
    fn number(&self) -> usize;
}

/// Lines of a person at the keyboard, or of a pipe.
pub struct Typed<R> {
    reader: R,
    number: usize,
    echoes: bool,
}

impl<R: BufRead> Typed<R> {
    /// Lines of a reader. They are echoed where no terminal shows them, so that what a pipe leaves behind can be read.
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
        // Bytes that are no UTF-8 become a mark that no command has, and are answered as such.
        Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned()))
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

/// Lines of a script: one move id or command a line; empty lines and lines that begin with `#` are skipped.
pub struct Scripted {
    lines: VecDeque<(usize, String)>,
    number: usize,
}

impl Scripted {
    /// The lines of a text.
    pub fn new(text: &str) -> Self {
        let lines = text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line.trim().to_owned()))
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .collect();
        Self { lines, number: 0 }
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
    fn a_script_passes_over_comments_and_keeps_its_line_numbers() {
        let mut script = Scripted::new("# opening\n\nkitamura\n  say \n");
        assert_eq!(script.next_line().unwrap().as_deref(), Some("kitamura"));
        assert_eq!(script.number(), 3);
        assert_eq!(script.next_line().unwrap().as_deref(), Some("say"));
        assert_eq!(script.next_line().unwrap(), None);
    }

    #[test]
    fn an_endless_line_is_cut_and_the_next_one_still_read() {
        let mut text = vec![b'x'; 100_000];
        text.extend(b"\nhelp\n");
        let mut typed = Typed::new(text.as_slice(), false);
        assert_eq!(typed.next_line().unwrap().map(|line| line.len()), Some(4096));
        assert_eq!(typed.next_line().unwrap().as_deref(), Some("help"));
        assert_eq!(typed.next_line().unwrap(), None);
    }
}
