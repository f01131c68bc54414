//! Pages on the sources: the record and the works cited by key, each with the places that cite it.

use crate::language::arg;
use crate::view::wording::Wording;

use super::cited::Cited;
use super::pages::{Link, Page, Piece, Shelf, Side};

/// One page for each source and each work. The citations are found in `others`.
pub(super) fn pages(wording: Wording<'_>, others: &[Page]) -> Vec<Page> {
    let scenario = wording.scenario;
    let sources = scenario.sources.iter().map(|source| {
        let title = wording.catalogue.msg("library-the-record");
        let mut page = Page::new(Shelf::Sources, &source.id, &title);
        for text in [&source.citation, &source.credits, &source.rights, &source.url] {
            if !text.trim().is_empty() {
                page.add(false, Piece::Text(text.clone()));
            }
        }
        let read = wording.catalogue.msg("window-read-the-record");
        page.add(false, Piece::Link(Link::Line(1, read)));
        page
    });
    let listed = scenario.bibliography.iter().map(|work| {
        let mut page = Page::new(Shelf::Sources, &work.key.to_lowercase(), &work.key);
        page.detail.clone_from(&work.cites);
        cited_by(wording, &mut page, &work.key, others);
        page
    });
    sources.chain(listed).collect()
}

/// Adds links to the pages that cite a work.
fn cited_by(wording: Wording<'_>, page: &mut Page, key: &str, others: &[Page]) {
    let names = |works: &[Cited]| works.iter().any(|work| work.key == key);
    let citing: Vec<(bool, &Page)> = others
        .iter()
        .filter_map(|other| {
            let mut parts = other.parts.iter().filter(|part| match &part.piece {
                Piece::Fact(fact) => names(&fact.works),
                Piece::Known { works, .. } => names(works),
                _ => false,
            });
            let first = parts.next()?;
            let later = other.later || (first.later && parts.all(|part| part.later));
            Some((later, other))
        })
        .collect();
    if citing.is_empty() {
        return;
    }
    let title = wording.catalogue.msg("library-cited-by");
    let later = citing.iter().all(|(later, _)| *later);
    // If a work is cited only for later events, its title would give them away.
    page.later = later;
    page.add(later, Piece::Heading(title, Side::Neither));
    for (later, other) in citing {
        let args = [arg("shelf", wording.catalogue.msg(other.shelf.key())), arg("name", other.heading.as_str())];
        let name = wording.catalogue.msg_with("library-link", &args);
        let link = Link::Page(other.shelf, other.id.clone(), name);
        page.add(later, Piece::Link(link));
    }
}
