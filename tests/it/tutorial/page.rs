//! Reads a page of the authoring documentation: the files to write, the changes to make, the commands to type and what they
//! print.

use std::fmt::Write as _;

/// A fenced block of a page.
#[derive(Debug)]
pub(crate) struct Block {
    /// The line of its opening fence, counted from 1.
    pub(crate) line: usize,
    /// What it is.
    pub(crate) kind: Kind,
    /// What stands between the fences.
    pub(crate) text: String,
}

/// What a reader does with a block, told by the words after the opening fence.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `file=PATH`: write this file.
    File(String),
    /// `find=PATH`: find this in the file ...
    Find(String),
    /// `put`: ... and put this in its place.
    Put,
    /// `everywhere=PATH`: in the whole file, replace what stands before `->` by what stands after it, line by line.
    Everywhere(String),
    /// `console`: lines that begin with `$` are typed, the others are what is then seen.
    Console,
    /// `typed`: what is typed into the program that the block before has started.
    Typed,
    /// `seen`: lines that are then seen, in this order, among others.
    Seen,
    /// Anything else only shows something.
    Shown,
}

/// Every fenced block of a page, in order.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (index, line) in page.lines().enumerate() {
        let fence = line.strip_prefix("```");
        match (&mut open, fence) {
            (None, Some(info)) => {
                open = Some(Block { line: index + 1, kind: kind(info), text: String::new() });
            }
            (Some(_), Some("")) => blocks.extend(open.take()),
            (Some(block), _) => {
                let _ = writeln!(block.text, "{line}");
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a fenced block is not closed");
    blocks
}

fn kind(info: &str) -> Kind {
    let mut kind = Kind::Shown;
    for word in info.split_whitespace() {
        kind = match word.split_once('=') {
            Some(("file", path)) => Kind::File(path.to_owned()),
            Some(("find", path)) => Kind::Find(path.to_owned()),
            Some(("everywhere", path)) => Kind::Everywhere(path.to_owned()),
            _ => match word {
                "put" => Kind::Put,
                "console" => Kind::Console,
                "typed" => Kind::Typed,
                "seen" => Kind::Seen,
                _ => continue,
            },
        };
    }
    kind
}

/// The commands of a console block, each with the lines that follow it.
pub(crate) fn commands(text: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push((command.to_owned(), String::new()));
        } else {
            let (_, seen) = commands.last_mut().expect("a console block begins with $");
            let _ = writeln!(seen, "{line}");
        }
    }
    commands
}

/// Whether a text is what the page says; a line `...` stands for any number of lines.
pub(crate) fn matches(page: &str, seen: &str) -> bool {
    let page: Vec<&str> = page.trim_end().lines().map(str::trim_end).collect();
    let seen: Vec<&str> = seen.trim_end().lines().map(str::trim_end).collect();
    lines_match(&page, &seen)
}

fn lines_match(page: &[&str], seen: &[&str]) -> bool {
    match page.split_first() {
        None => seen.is_empty(),
        Some((&"...", rest)) => (0..=seen.len()).any(|skip| lines_match(rest, &seen[skip..])),
        Some((first, rest)) => match seen.split_first() {
            Some((line, others)) => first == line && lines_match(rest, others),
            None => false,
        },
    }
}
