//! A page of text, wrapped to the width, indented by meaning, and coloured by role if the stream allows it.

use std::borrow::Cow;
use std::io;

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::guard::Terminal;
use crate::scenario::unseen::escaped;

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
    out: &'w mut dyn Terminal,
    width: usize,
}

impl<'w> Page<'w> {
    /// A page of this width in columns. The stream decides whether colours are passed on.
    pub fn new(out: &'w mut dyn Terminal, width: usize) -> Self {
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
        self.out.control("\u{1b}[2J\u{1b}[3J\u{1b}[H")?;
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
        let has_path = text.split(' ').any(begins_path);
        // Other programs need a path on one line, even if it has spaces.
        let width = if has_path && !self.out.is_seen() { usize::MAX } else { self.width };
        let options = Options::new(width)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            // Break only at spaces, so that words of the record stay as they are; anything wider than the page is cut,
            // except a path.
            .break_words(!has_path)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation);
        let text = written_out(text);
        for line in textwrap::wrap(&text, options) {
            self.styled(role, &line)?;
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn styled(&mut self, role: Role, text: &str) -> io::Result<()> {
        let style = role.style();
        self.out.control(&style.render().to_string())?;
        write!(self.out, "{text}")?;
        self.out.control(&style.render_reset().to_string())
    }

    /// Prints a prompt without a line ending.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn prompt(&mut self, text: &str) -> io::Result<()> {
        self.styled(Role::Prompt, text)?;
        write!(self.out, " ")?;
        self.out.flush()
    }

    /// Prints a line without wrapping it.
    ///
    /// # Errors
    /// Returns an error if the stream can't be written.
    pub fn raw(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")
    }
}

/// The text with escapes as the stream will show them, so that wrapping measures it correctly. Tabs become spaces.
fn written_out(text: &str) -> Cow<'_, str> {
    match escaped(text) {
        text if text.contains('\t') => Cow::Owned(text.replace('\t', " ")),
        text => text,
    }
}

/// Whether a word is the beginning of a path, such as `/home/ann`, `"./games` or `C:\Games`.
fn begins_path(word: &str) -> bool {
    let word = word.trim_start_matches(['"', '\'', '`', '(', '“', '‘']);
    let drive = word.get(1..3).is_some_and(|after| matches!(after, ":\\" | ":/"));
    let separator = |c: char| matches!(c, '/' | '\\');
    let rooted = ["/", "\\\\", "./", ".\\", "../", "..\\", "~/"].iter().any(|root| word.starts_with(root));
    let letters = word.chars().any(char::is_alphanumeric);
    letters && (drive || rooted || word.matches(separator).count() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::terminal::Guarded;

    fn page(width: usize, write: impl Fn(&mut Page<'_>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut Page::new(&mut out, width)).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// The same, as a person sees it.
    fn seen(width: usize, write: impl Fn(&mut Page<'_>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut Page::new(&mut Guarded::new(&mut out, true), width)).unwrap();
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
    fn control_characters_do_not_reach_the_terminal_and_are_measured_as_they_are_shown() {
        let printed = page(40, |page| page.paragraph(Role::Plain, 0, "a\u{1b}[2Jb"));
        assert_eq!(printed, "a\\u{1b}[2Jb\n");
        let printed = seen(24, |page| page.paragraph(Role::Heading, 0, "\u{202e}\u{202e} \u{202e} end"));
        let style = Role::Heading.style();
        assert_eq!(printed, format!("{style}\\u{{202e}}\\u{{202e}}{style:#}\n{style}\\u{{202e}} end{style:#}\n"));
        assert_eq!(seen(24, |page| page.prompt("a\u{7}")), format!("{0}a\\u{{7}}{0:#} ", Role::Prompt.style()));
    }

    #[test]
    fn no_line_ends_inside_of_a_path() {
        let path = "/home/ann/a folder with a long name and spaces/moscow-1955-001.ron";
        let text = format!("The game is saved in {path}, and goes on there when you continue it.");
        assert!(page(30, |page| page.paragraph(Role::Plain, 0, &text)).contains(path));
        let plain = path.replace(' ', "-");
        let text = text.replace(path, &plain);
        let shown = seen(30, |page| page.paragraph(Role::Plain, 0, &text));
        assert!(shown.contains(&plain), "{shown}");
        assert!(shown.lines().count() > 2, "{shown}");
    }

    #[test]
    fn a_path_is_known_by_its_beginning() {
        for word in ["/home/ann", "\"./games", "C:\\Games\\a", "(../a", "`a/b/c.ron", "\\\\host\\a"] {
            assert!(begins_path(word), "{word}");
        }
        for word in ["and/or", "/", "a", "", "11/12", "C:"] {
            assert!(!begins_path(word), "{word}");
        }
    }
}
