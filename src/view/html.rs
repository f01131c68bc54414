//! The debrief as one self-contained HTML page, for reading on a screen, printing and sharing.

use std::mem::discriminant;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::language::arg;

use super::debrief::{Block, Document, Section};
use super::document::{Entry, FigureRow, Mark, PointRow, Quoted, Share, Spoken, Tone};
use super::review::ReviewRow;
use super::svg::svg;
use super::wording::Wording;

/// The style sheets: for any screen, for narrow screens and for print.
const STYLE: &str = concat!(
    include_str!("../../assets/page/debrief.css"),
    include_str!("../../assets/page/narrow.css"),
    include_str!("../../assets/page/print.css")
);

/// Columns of the table of turns. The last is shown only if there is a record.
const COLUMNS: [&str; 3] = ["page-move", "page-answer", "page-in-record"];

/// The document as a page.
pub fn page(wording: Wording<'_>, document: &Document) -> String {
    let page = Page { wording };
    page.whole(document).into_string()
}

struct Page<'a> {
    wording: Wording<'a>,
}

/// CSS class of a tone.
const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Record => "record",
        Tone::Elsewhere => "elsewhere",
        Tone::Inference => "inference",
        Tone::For => "for",
        Tone::Against => "against",
        Tone::Neutral => "neutral",
    }
}

fn mark(mark: &Mark) -> Markup {
    html! { span.mark.(class(mark.tone)) { (mark.text) } }
}

/// A bar for a figure that is also given in words.
fn bar(figure: i64) -> Markup {
    let width = format!("width:{}%", figure.clamp(0, 100));
    html! { span.bar aria-hidden="true" { span style=(width) {} } }
}

/// A quotation from the record and where it comes from.
fn quotation(place: &str, words: &str) -> Markup {
    html! {
        figure.quote {
            blockquote { p { "“" (words) "”" } }
            figcaption { (place) }
        }
    }
}

/// Id of a section's heading.
fn heading_id(section: &Section) -> String {
    format!("{}_heading", section.key)
}

impl Page<'_> {
    fn msg(&self, key: &str) -> String {
        self.wording.catalogue.msg(key)
    }

    fn whole(&self, document: &Document) -> Markup {
        html! {
            (DOCTYPE)
            html lang=(self.msg("page-language")) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (document.title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a.skip href="#debrief" { (self.msg("page-skip")) }
                    header { (self.header(document)) }
                    (self.contents(document))
                    main #debrief {
                        @for section in &document.sections { (self.section(section)) }
                    }
                    footer { (self.footer(document)) }
                }
            }
        }
    }

    fn header(&self, document: &Document) -> Markup {
        let key = |badge: &str, means: &str, tone: Tone| {
            let badge = Mark { tone, text: self.msg(badge) };
            html! { div { dt { (mark(&badge)) } dd { (self.msg(means)) } } }
        };
        html! {
            h1 { (document.title) }
            p.group { (self.msg("page-group")) }
            section.key aria-labelledby="key" {
                h2 #key { (self.msg("page-key")) }
                dl {
                    @if self.wording.has_record() {
                        (key("page-record", "page-key-record", Tone::Record))
                        (key("page-elsewhere", "page-key-elsewhere", Tone::Elsewhere))
                    }
                    (key("badge-inference", "page-key-inference", Tone::Inference))
                }
                p {
                    @match self.wording.speech() {
                        Some(speech) => { (speech) }
                        None => { (self.msg("page-key-quotation")) }
                    }
                }
            }
        }
    }

    fn contents(&self, document: &Document) -> Markup {
        html! {
            nav aria-labelledby="contents" {
                h2 #contents { (self.msg("page-contents")) }
                ol {
                    @for section in &document.sections {
                        li { a href={ "#" (section.key) } { (section.heading) } }
                    }
                }
            }
        }
    }

    fn columns(&self) -> &'static [&'static str] {
        let [talk @ .., _record] = &COLUMNS;
        if self.wording.has_record() { &COLUMNS } else { talk }
    }

    fn footer(&self, document: &Document) -> Markup {
        let catalogue = self.wording.catalogue;
        let game = [arg("scenario", document.scenario.as_str()), arg("digest", document.digest.as_str())];
        html! {
            p.printed { (self.msg("page-print")) }
            @for source in &document.sources {
                p { (catalogue.msg_with("page-source", &[arg("source", source.as_str())])) }
            }
            @if !document.works.is_empty() {
                p { (self.msg("page-works")) }
                ul { @for work in &document.works { li { (work) } } }
            }
            p { (catalogue.msg_with("page-game", &game)) }
        }
    }

    fn section(&self, section: &Section) -> Markup {
        let id = heading_id(section);
        html! {
            section #(section.key) aria-labelledby=(id) {
                div.head {
                    h2 #(id) { (section.heading) }
                    p.nature { (self.msg(section.nature.key())) }
                }
                // Put measures side by side, and statements into one table.
                @for alike in section.blocks.chunk_by(|a, b| discriminant(a) == discriminant(b)) {
                    @match alike.first() {
                        Some(Block::Measure { .. }) => div.measures {
                            @for block in alike { (self.block(block)) }
                        },
                        Some(Block::Statement { .. }) => (self.statements(&id, alike)),
                        _ => @for block in alike { (self.block(block)) },
                    }
                }
            }
        }
    }

    fn block(&self, block: &Block) -> Markup {
        match block {
            Block::Paragraph { text } => html! { p { (text) } },
            Block::Subheading { text } => html! { h3 { (text) } },
            Block::List { items } => html! { ul { @for item in items { li { (item) } } } },
            Block::Quote { place, words } => quotation(place, words),
            Block::Figures { head, rows } => figures(head, rows),
            Block::Table { head, rows } => table(head, rows),
            Block::Chart { chart } => svg(chart, "map_drawing"),
            Block::Shares { parts, sentence } => shares(parts, sentence),
            Block::Measure { name, number, band, text, plain, .. } => {
                let args = [arg("number", *number), arg("band", *band)];
                html! {
                    div.measure {
                        h3 { (name) }
                        p.number { (self.wording.catalogue.msg_with("page-measure", &args)) }
                        (bar(i64::from(*number)))
                        p.band { (text) }
                        p.plain { (plain) }
                    }
                }
            }
            Block::Entries { entries } => html! {
                dl.entries { @for entry in entries { (entry_of(entry)) } }
            },
            Block::Statement { heading, points, words } => self.statement(heading, points, words),
        }
    }

    /// The ARIA roles keep this a table for screen readers even where the style sheet stacks its cells.
    fn statements(&self, heading: &str, statements: &[Block]) -> Markup {
        html! {
            table.turns role="table" aria-labelledby=(heading) {
                thead role="rowgroup" {
                    tr role="row" {
                        @for key in self.columns() {
                            th role="columnheader" scope="col" { (self.msg(key)) }
                        }
                    }
                }
                @for statement in statements { (self.block(statement)) }
            }
        }
    }

    fn statement(&self, heading: &str, points: &[PointRow], words: &[Spoken]) -> Markup {
        html! {
            tbody role="rowgroup" {
                tr.statement role="row" {
                    th role="rowheader" colspan=(self.columns().len()) scope="rowgroup" { h3 { (heading) } }
                }
                @for point in points {
                    tr.point role="row" {
                        td role="cell" {
                            p.move { (point.label) }
                            @if let Some(review) = &point.review { (reviewed(review)) }
                        }
                        td role="cell" data-label=(self.msg("page-answer")) {
                            p { (point.answer) }
                            @if let Some(badge) = &point.badge { p { (mark(badge)) } }
                            @if let Some(prediction) = &point.prediction { p { (mark(prediction)) } }
                        }
                        @if self.wording.has_record() {
                            td role="cell" data-label=(self.msg("page-in-record")) { p { (point.record) } }
                        }
                    }
                }
                @if !words.is_empty() {
                    tr.words role="row" { td role="cell" colspan=(self.columns().len()) { (self.words(words)) } }
                }
            }
        }
    }

    fn words(&self, words: &[Spoken]) -> Markup {
        let inferred = words.iter().any(|w| w.badge.tone == Tone::Inference);
        let key = if inferred { "page-words-inference" } else { "page-words" };
        let plain = |text: &str| {
            let args = [arg("plain", text)];
            self.wording.catalogue.msg_with("page-plain", &args)
        };
        html! {
            details {
                summary { (self.msg(key)) }
                @for spoken in words {
                    div.spoken {
                        p { b { (spoken.name) } " " (mark(&spoken.badge)) }
                        @if spoken.badge.tone == Tone::Inference {
                            p.inferred { (spoken.words) }
                        } @else {
                            blockquote { p { "“" (spoken.words) "”" } }
                        }
                        @if let Some(text) = &spoken.plain { p.plain { (plain(text)) } }
                    }
                }
            }
        }
    }
}

/// The review of a move: class and figures, then the details.
fn reviewed(review: &ReviewRow) -> Markup {
    html! {
        p.review { (mark(&review.class)) " " span.worth { (review.figures) } }
        @if !review.reasons.is_empty() || review.better.is_some() {
            ul.review {
                @for reason in &review.reasons { li { (reason) } }
                @if let Some(better) = &review.better { li { (better) } }
            }
        }
    }
}

fn shares(parts: &[Share], sentence: &str) -> Markup {
    html! {
        div.shares aria-hidden="true" {
            @for part in parts {
                @if part.percent > 0 {
                    span.(class(part.mark.tone)) style={ "width:" (part.percent) "%" } {}
                }
            }
        }
        ul.parts aria-hidden="true" {
            @for part in parts { li { (mark(&part.mark)) " " (part.percent) " %" } }
        }
        p { (sentence) }
    }
}

fn figures(head: &[String], rows: &[FigureRow]) -> Markup {
    html! {
        table.figures {
            thead { tr { @for cell in head { th scope="col" { (cell) } } } }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" { (row.name) }
                        @for figure in &row.figures {
                            td { div { span.figure { (figure) } (bar(*figure)) } }
                        }
                    }
                }
            }
        }
    }
}

/// A table of words. Each cell repeats its column heading, which a narrow page shows when it stacks the cells.
fn table(head: &[String], rows: &[Vec<String>]) -> Markup {
    html! {
        table.cells role="table" {
            thead role="rowgroup" {
                tr role="row" { @for cell in head { th role="columnheader" scope="col" { (cell) } } }
            }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (number, (cell, head)) in row.iter().zip(head).enumerate() {
                            @if number == 0 {
                                th role="rowheader" scope="row" { (cell) }
                            } @else {
                                td role="cell" data-label=(head) { p { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn entry_of(entry: &Entry) -> Markup {
    html! {
        div.entry {
            dt {
                (entry.term)
                @if let Some(verdict) = &entry.mark { " " (mark(verdict)) }
            }
            dd {
                p { (entry.text) }
                @if let Some(Quoted { place, words }) = &entry.quote { (quotation(place, words)) }
                @if let Some(note) = &entry.note { p.plain { (note) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_scenario_never_become_markup() {
        let shown = quotation("line <3>", "a <script> & \"more\"").into_string();
        assert!(!shown.contains("<script"), "{shown}");
        assert!(shown.contains("“a &lt;script&gt; &amp; &quot;more&quot;”"), "{shown}");
        assert!(shown.contains("line &lt;3&gt;"), "{shown}");
    }

    #[test]
    fn a_bar_never_leaves_its_frame() {
        for (figure, width) in [(-5, "width:0%"), (30, "width:30%"), (120, "width:100%")] {
            assert!(bar(figure).into_string().contains(width), "{figure}");
        }
    }

    #[test]
    fn the_style_sheet_fetches_nothing_and_cannot_end_its_element() {
        for fetches in ["url(", "@import", "http", "</"] {
            assert!(!STYLE.contains(fetches), "{fetches}");
        }
    }
}
