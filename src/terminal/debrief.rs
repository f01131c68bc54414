//! Prints the debrief.

use std::io;

use crate::debrief::findings_of;
use crate::debrief::review::{Budget, review};
use crate::negotiation::journal::Game;
use crate::ports::Spawner;
use crate::scenario::SeatId;
use crate::view::debrief::document;
use crate::view::document::{Block, Document};
use crate::view::wording::Wording;

use super::page::{Page, Role};

/// Prints the debrief of a game for a seat that a person played. If a number of play-outs is given, includes the review
/// of its moves.
///
/// # Errors
/// Returns an error if the page can't be written.
pub fn print(
    page: &mut Page<'_>,
    wording: Wording<'_>,
    game: &Game,
    seat: SeatId,
    playouts: Option<u32>,
    spawner: &dyn Spawner,
) -> io::Result<()> {
    let mut findings = findings_of(game, seat);
    if let Some(playouts) = playouts {
        page.blank()?;
        page.paragraph(Role::Quiet, 0, &wording.catalogue.msg("review-takes"))?;
        findings.review = review(game, seat, Budget::of(playouts), spawner, &|_, _| true);
    }
    print_document(page, &document(wording, game, &findings))
}

/// # Errors
/// Returns an error if the page can't be written.
pub fn print_document(page: &mut Page<'_>, document: &Document) -> io::Result<()> {
    page.heading(&document.title)?;
    for section in &document.sections {
        page.heading(&section.heading)?;
        for block in section.blocks.iter().flat_map(Block::simple) {
            print_block(page, &block)?;
        }
    }
    Ok(())
}

fn print_block(page: &mut Page<'_>, block: &Block) -> io::Result<()> {
    match block {
        Block::Paragraph { text } => page.paragraph(Role::Plain, 2, text),
        Block::Subheading { text } => page.paragraph(Role::Heading, 2, text),
        Block::List { items } => items.iter().try_for_each(|item| page.item(Role::Plain, 4, "- ", item)),
        Block::Quote { place, words } => page.paragraph(Role::Plain, 4, &format!("“{words}” ({place})")),
        // For reading aloud, name each figure in its row; a grid of columns would not.
        Block::Figures { head, rows } => rows.iter().try_for_each(|row| {
            let figures = head.iter().skip(1).zip(&row.figures);
            let cells: Vec<String> = figures.map(|(head, figure)| format!("{head} {figure}")).collect();
            let line = format!("{}: {}", row.name, cells.join(", "));
            page.item(Role::Plain, 4, "- ", &line)
        }),
        Block::Table { head, rows } => rows.iter().try_for_each(|row| {
            let (name, rest) = row.split_first().map_or(("", &[][..]), |(n, r)| (n, r));
            let cells = head.iter().skip(1).zip(rest);
            let cells: Vec<String> =
                cells.filter(|(_, cell)| !cell.is_empty()).map(|(head, cell)| format!("{head}: {cell}")).collect();
            let line = format!("{name}. {}", cells.join("; "));
            page.item(Role::Plain, 4, "- ", &line)
        }),
        // `simple` has already replaced these.
        Block::Chart { .. }
        | Block::Shares { .. }
        | Block::Measure { .. }
        | Block::Entries { .. }
        | Block::Statement { .. } => Ok(()),
    }
}
