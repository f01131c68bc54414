//! A document as plain data. The terminal, Markdown, JSON and HTML each print its sections and blocks in their own way.

use serde::Serialize;

use super::chart::ValueChart;

/// A debrief or study, ready to print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    pub title: String,
    pub scenario: String,
    /// Digest that identifies the game.
    pub digest: String,
    pub sections: Vec<Section>,
    pub sources: Vec<String>,
    pub works: Vec<String>,
}

/// A section with its heading and blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    pub key: &'static str,
    pub nature: Nature,
    pub heading: String,
    pub blocks: Vec<Block>,
}

/// Where a section's content comes from, so that nothing invented passes as history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    Game,
    /// What might have happened, as judged by the model.
    Counterfactual,
    Model,
    History,
    Source,
}

impl Nature {
    /// Key of the name in the catalogue.
    pub const fn key(self) -> &'static str {
        match self {
            Nature::Game => "page-nature-game",
            Nature::Counterfactual => "page-nature-counterfactual",
            Nature::Model => "page-nature-model",
            Nature::History => "page-nature-history",
            Nature::Source => "page-nature-source",
        }
    }
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Block {
    Paragraph {
        text: String,
    },
    Subheading {
        text: String,
    },
    List {
        items: Vec<String>,
    },
    Quote {
        place: String,
        words: String,
    },
    /// A table of figures from 0 to 100.
    Figures {
        /// Heading of the name column, then of each figure.
        head: Vec<String>,
        rows: Vec<FigureRow>,
    },
    Table {
        /// Heading of the name column, then of the others.
        head: Vec<String>,
        /// Rows, each a name followed by one cell for every other column.
        rows: Vec<Vec<String>>,
    },
    Chart {
        chart: Box<ValueChart>,
    },
    Shares {
        parts: Vec<Share>,
        sentence: String,
    },
    Measure {
        name: String,
        /// 0 to 100.
        number: u8,
        /// The band, 1 to 5.
        band: u8,
        text: String,
        plain: String,
        sentence: String,
    },
    Entries {
        entries: Vec<Entry>,
    },
    /// A statement of the player and how it was answered.
    Statement {
        heading: String,
        points: Vec<PointRow>,
        words: Vec<Spoken>,
    },
}

/// A named row in a table of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureRow {
    pub name: String,
    /// 0 to 100.
    pub figures: Vec<i64>,
}

/// A part of a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Share {
    pub mark: Mark,
    pub percent: usize,
}

/// A term and the text about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The term, such as a clause, an audience or a date.
    pub term: String,
    pub mark: Option<Mark>,
    pub text: String,
    pub quote: Option<Quoted>,
    pub note: Option<String>,
    pub sentence: String,
}

/// Words of the source and where they come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quoted {
    pub place: String,
    /// Verbatim.
    pub words: String,
}

/// A few words with their tone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    pub tone: Tone,
    pub text: String,
}

/// The meaning of a mark, which decides how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    Record,
    Elsewhere,
    Inference,
    For,
    Against,
    Neutral,
}

/// A move of the player and how it was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PointRow {
    pub label: String,
    pub answer: String,
    pub badge: Option<Mark>,
    pub prediction: Option<Mark>,
    pub record: String,
    /// The review of the move, if it has been worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewRow>,
    pub sentence: String,
}

/// The review of one move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReviewRow {
    pub class: Mark,
    /// The change in rank with its spread, and the changes in the four measures.
    pub figures: String,
    pub better: Option<String>,
    pub reasons: Vec<String>,
    pub sentence: String,
}

/// Words spoken by the other side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spoken {
    pub name: String,
    pub badge: Mark,
    /// Verbatim, unless the badge marks them as an inference.
    pub words: String,
    pub plain: Option<String>,
}

impl Block {
    /// Breaks the block down into paragraphs, headings, lists, quotations and figures, for printers that support only
    /// these.
    pub fn simple(&self) -> Vec<Block> {
        match self {
            Block::Shares { sentence, .. } | Block::Measure { sentence, .. } => {
                vec![Block::Paragraph { text: sentence.clone() }]
            }
            Block::Chart { chart } => vec![Block::Paragraph { text: chart.description.clone() }],
            Block::Entries { entries } => {
                vec![Block::List { items: entries.iter().map(|e| e.sentence.clone()).collect() }]
            }
            Block::Statement { heading, points, .. } => vec![
                Block::Subheading { text: heading.clone() },
                Block::List { items: points.iter().map(|p| p.sentence.clone()).collect() },
            ],
            other => vec![other.clone()],
        }
    }
}

/// Prints a document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n", escaped(&document.title));
    for section in &document.sections {
        out.push_str(&format!("\n## {}\n", escaped(&section.heading)));
        for block in section.blocks.iter().flat_map(Block::simple) {
            out.push('\n');
            markdown_block(&mut out, &block);
        }
    }
    out.push_str("\n---\n");
    for source in document.sources.iter().chain(&document.works) {
        out.push_str(&format!("\n{}\n", escaped(source)));
    }
    out.push_str(&format!("\n{} {}\n", code(&document.scenario), code(&document.digest)));
    out
}

/// Puts text on one line, with a backslash before characters that Markdown, HTML or a template language treats as
/// markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // At the start of a line, these begin a heading, a list or a rule, and a number with a full stop begins a list.
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let begins = match c {
            '#' | '+' | '-' | '=' => at == 0,
            '.' | ')' => at > 0 && at == number,
            _ => false,
        };
        if begins || matches!(c, '*' | '_' | '`' | '<' | '>' | '&' | '|' | '[' | ']' | '{' | '}' | '~' | '$' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Formats an id as code, without backticks, which would end it.
fn code(id: &str) -> String {
    format!("`{}`", id.replace(['`', '\n'], ""))
}

fn markdown_block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph { text } => out.push_str(&format!("{}\n", escaped(text))),
        Block::Subheading { text } => out.push_str(&format!("### {}\n", escaped(text))),
        Block::List { items } => items.iter().for_each(|item| out.push_str(&format!("- {}\n", escaped(item)))),
        Block::Quote { place, words } => {
            out.push_str(&format!("> “{}” ({})\n", escaped(words), escaped(place)));
        }
        Block::Figures { head, rows } => {
            let rows = rows.iter().map(|row| {
                let figures = row.figures.iter().map(i64::to_string);
                [row.name.clone()].into_iter().chain(figures).collect()
            });
            markdown_table(out, head, rows);
        }
        Block::Table { head, rows } => markdown_table(out, head, rows.iter().cloned()),
        // `simple` has already replaced these.
        Block::Chart { .. }
        | Block::Shares { .. }
        | Block::Measure { .. }
        | Block::Entries { .. }
        | Block::Statement { .. } => {}
    }
}

fn markdown_table(out: &mut String, head: &[String], rows: impl Iterator<Item = Vec<String>>) {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    out.push_str(&line(head));
    out.push_str(&format!("|{}\n", " --- |".repeat(head.len())));
    rows.for_each(|row| out.push_str(&line(&row)));
}
