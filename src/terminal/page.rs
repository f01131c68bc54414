//! A page of text, wrapped to the width, indented by meaning, and coloured by role if the stream allows it.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// Widest line that is still easy to read, in columns.
const WIDEST: usize = 88;
/// Narrowest width used, in columns.
const NARROWEST: usize = 24;

/// The role of a piece of text, which decides its colour. The words make every role clear too, so nothing is lost
/// without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Plain,
    Heading,
    Ours,
    Theirs,
    Inference,
    Quiet,
    /// Something to act on.
    Prompt,
}

impl Role {
    fn style(self) -> Style {
        match self {
            Role::Plain => Style::new(),
            Role::Heading => Style::new().bold(),
            Role::Ours => AnsiColor::Blue.on_default().bold(),
            Role::Theirs => AnsiColor::Red.on_default().bold(),
            Role::Inference => Style::new().italic(),
            Role::Quiet => Style::new().dimmed(),
            Role::Prompt => AnsiColor::Green.on_default(),
        }
    }
}

/// A page of text written to a stream.
pub struct Page<'w> {
    out: &'w mut dyn Write,
    width: usize,
}

impl<'w> Page<'w> {
    /// A page of this width in columns. The stream decides whether colours are passed on.
    pub fn new(out: &'w mut dyn Write, width: usize) -> Self {
        Self { out, width: width.clamp(NARROWEST, WIDEST) }
    }

    /// Prints an empty line.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// Clears the screen and its scrollback. If the stream is not a terminal, draws a rule instead.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn clear(&mut self) -> io::Result<()> {
        // Streams other than terminals strip these control codes.
        write!(self.out, "\u{1b}[2J\u{1b}[3J\u{1b}[H")?;
        writeln!(self.out, "{}", "-".repeat(self.width))
    }

    /// Prints a heading.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        self.blank()?;
        self.paragraph(Role::Heading, 0, text)
    }

    /// Prints a wrapped paragraph, indented by this many columns.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn paragraph(&mut self, role: Role, indent: usize, text: &str) -> io::Result<()> {
        self.item(role, indent, "", text)
    }

    /// Prints a paragraph whose first line starts with a mark ("1. ", "- "). The other lines are aligned with the text
    /// after it.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn item(&mut self, role: Role, indent: usize, mark: &str, text: &str) -> io::Result<()> {
        let first = format!("{}{mark}", " ".repeat(indent));
        let rest = " ".repeat(indent + textwrap::core::display_width(mark));
        let options = Options::new(self.width)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            // Break only at spaces, so that words of the record stay as they are; anything wider than the page is cut.
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        let style = role.style();
        for line in textwrap::wrap(&printable(text), options) {
            writeln!(self.out, "{style}{line}{style:#}")?;
        }
        Ok(())
    }

    /// Prints a prompt without a line ending.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn prompt(&mut self, text: &str) -> io::Result<()> {
        let style = Role::Prompt.style();
        write!(self.out, "{style}{text}{style:#} ")?;
        self.out.flush()
    }

    /// Prints a line without wrapping it.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn raw(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", printable(text))
    }
}

/// The text without control characters, so that an author or a file can't send codes to the terminal.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: usize, write: impl Fn(&mut Page<'_>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        let mut plain = anstream::StripStream::new(&mut out);
        write(&mut Page::new(&mut plain, width)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn no_line_is_wider_than_the_page_even_with_wide_characters() {
        let text = "平和条約の締結後に歯舞群島と色丹島を引き渡す and then some Latin words follow here";
        let printed = page(30, |page| page.item(Role::Plain, 2, "1. ", text));
        for line in printed.lines() {
            assert!(textwrap::core::display_width(line) <= 30, "too wide: {line}");
        }
        assert!(printed.lines().count() > 2);
    }

    #[test]
    fn later_lines_are_aligned_after_the_mark() {
        let printed = page(30, |page| page.item(Role::Plain, 0, "10. ", "one two three four five six seven"));
        assert!(printed.lines().skip(1).all(|line| line.starts_with("    ")), "{printed}");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let printed = page(40, |page| page.paragraph(Role::Plain, 0, "a\u{1b}[2Jb"));
        assert_eq!(printed, "a[2Jb\n");
    }
}
