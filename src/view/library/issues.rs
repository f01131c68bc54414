//! Pages on issues: what each is about, where the sides stood on the day, and what came of it.

use crate::language::arg;
use crate::scenario::IssueId;
use crate::scenario::resolved::{Background, Issue};
use crate::view::wording::Wording;

use super::cited::{self, Fact};
use super::days;
use super::pages::{Link, Page, Piece, Reader, Shelf, Side};

/// One page for each issue of the deal, and for each issue of the talk that has background.
pub(super) fn pages(wording: Wording<'_>, reader: Reader) -> Vec<Page> {
    let scenario = wording.scenario;
    let issues = scenario.issue_ids();
    let told = |id: IssueId| scenario.background.iter().any(|known| known.issue == id);
    issues
        .filter(|id| !scenario.issue(*id).positions.is_empty() || told(*id))
        .map(|id| page(wording, reader, id, scenario.issue(id)))
        .collect()
}

fn page(wording: Wording<'_>, reader: Reader, id: IssueId, issue: &Issue) -> Page {
    let mut page = Page::new(Shelf::Issues, &issue.id, &issue.name);
    page.detail.clone_from(&issue.plain);
    let known: Vec<&Background> = wording.scenario.background.iter().filter(|known| known.issue == id).collect();
    let about = |known: &&&Background| known.party.is_none() && !known.aftermath;
    let title = wording.catalogue.msg("library-about");
    let title = Piece::Heading(title, Side::Neither);
    facts(wording, reader, &mut page, title, known.iter().filter(about));
    positions(wording, &mut page, issue);
    for (party_id, party) in wording.scenario.party_ids().zip(&wording.scenario.parties) {
        let stand = |known: &&&Background| known.party == Some(party_id) && !known.aftermath;
        let args = [arg("party", party.name.as_str()), arg("day", days::date(wording, wording.scenario.date))];
        let title = wording.catalogue.msg_with("library-stand", &args);
        let title = Piece::Heading(title, reader.side(Some(party_id)));
        facts(wording, reader, &mut page, title, known.iter().filter(stand));
    }
    let after = |known: &&&Background| known.aftermath;
    let title = Piece::Heading(wording.catalogue.msg("library-after"), Side::Neither);
    facts(wording, reader, &mut page, title, known.iter().filter(after));
    said(wording, &mut page, id);
    page
}

/// Adds facts under a heading, which is shown only when one of the facts is.
fn facts<'k>(
    wording: Wording<'_>,
    reader: Reader,
    page: &mut Page,
    title: Piece,
    known: impl Iterator<Item = &'k &'k Background>,
) {
    let known: Vec<&Background> = known.copied().collect();
    let later = |known: &Background| known.aftermath || reader.is_kept_from(&known.known_to);
    if known.is_empty() {
        return;
    }
    page.add(known.iter().all(|known| later(known)), title);
    for known in known {
        let keys = known.keys.iter().map(String::as_str);
        let fact = Fact {
            secret: cited::secret(wording, &known.known_to),
            ..cited::fact(wording, &known.text, keys, known.mark)
        };
        page.add(later(known), Piece::Fact(fact));
    }
}

fn positions(wording: Wording<'_>, page: &mut Page, issue: &Issue) {
    if issue.positions.is_empty() {
        return;
    }
    let title = wording.catalogue.msg("library-positions");
    page.add(false, Piece::Heading(title, Side::Neither));
    for position in &issue.positions {
        let (name, plain) = (position.name.clone(), position.plain.clone());
        page.add(false, Piece::Term(name, plain));
    }
}

/// Adds the places in the record that are about the issue.
fn said(wording: Wording<'_>, page: &mut Page, id: IssueId) {
    let scenario = wording.scenario;
    let entries = scenario.record.iter().filter(|entry| entry.issue == id);
    let lines = entries.filter_map(|entry| Some((entry.quotes.first()?.line, entry)));
    let mut links: Vec<Link> = Vec::new();
    for (line, entry) in lines {
        let args = [arg("line", line), arg("words", scenario.person(entry.speaker).name.as_str())];
        let link = Link::Line(line, wording.catalogue.msg_with("library-line", &args));
        if !links.contains(&link) {
            links.push(link);
        }
    }
    if !links.is_empty() {
        let title = wording.catalogue.msg("library-said");
        page.add(false, Piece::Heading(title, Side::Neither));
    }
    links.into_iter().for_each(|link| page.add(false, Piece::Link(link)));
}
