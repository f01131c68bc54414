//! Commands that look something up without changing the game.

use std::io;

use crate::app::intent::{BINDINGS, Verb};
use crate::language::arg;
use crate::negotiation::Session;
use crate::negotiation::journal::Game;
use crate::scenario::SeatId;
use crate::view::library::{self, Article, RecordLine};
use crate::view::map::{self, MapLine, Side};
use crate::view::talk::{self, TalkItem};
use crate::view::wording::Wording;
use crate::view::{choices, ledger};

use super::page::{Page, Role};
use super::play::{Done, Play};

/// Prints the scenario's title and setting.
pub(super) fn title(page: &mut Page<'_>, wording: Wording<'_>) -> io::Result<()> {
    let scenario = wording.scenario;
    page.paragraph(Role::Heading, 0, &scenario.title)?;
    page.paragraph(Role::Quiet, 0, &scenario.setting)?;
    page.blank()
}

/// Prints the brief of a seat.
pub(super) fn brief(page: &mut Page<'_>, wording: Wording<'_>, seat: SeatId) -> io::Result<()> {
    if let Some(speech) = wording.speech() {
        page.paragraph(Role::Inference, 0, &speech)?;
        page.blank()?;
    }
    for paragraph in &wording.scenario.seat(seat).brief {
        page.paragraph(Role::Plain, 0, paragraph)?;
        page.blank()?;
    }
    page.paragraph(Role::Quiet, 0, &wording.catalogue.msg("brief-more"))
}

/// Runs a command that only looks something up.
pub(super) fn answer(play: &mut Play<'_>, verb: Verb, rest: &[&str]) -> io::Result<Done> {
    let wording = play.app.wording();
    let Some(game) = play.app.game() else { return Ok(Done::Next) };
    let session = &game.session;
    let page = &mut play.page;
    let wanted = (!rest.is_empty()).then(|| rest.join(" "));
    match verb {
        Verb::Brief => {
            let seat = session.seat();
            brief(page, wording, seat)?;
            for paragraph in &wording.scenario.seat(seat).more {
                page.blank()?;
                page.paragraph(Role::Plain, 0, paragraph)?;
            }
        }
        Verb::Ledger => {
            page.heading(&wording.catalogue.msg("ledger-title"))?;
            for line in ledger::ledger(wording, session) {
                ledger_line(page, wording, &line)?;
            }
        }
        Verb::Open => list(page, wording, "open-title", "open-none", &choices::points(wording, session, true))?,
        Verb::Commitments => {
            let lines = choices::commitments(wording, session);
            list(page, wording, "commitments-title", "commitments-none", &lines)?;
        }
        Verb::Room => room(page, wording, game)?,
        Verb::People => articles(page, wording, "people-title", &library::people(wording, wanted.as_deref()))?,
        Verb::Glossary => {
            articles(page, wording, "glossary-title", &library::glossary(wording, wanted.as_deref()))?;
        }
        Verb::Timeline => articles(page, wording, "timeline-title", &library::timeline(wording, false))?,
        Verb::Map => return map(page, wording, session, wanted.as_deref()),
        Verb::Record | Verb::Search if !wording.has_record() => {
            return Ok(Done::Refused(wording.speech().unwrap_or_default()));
        }
        Verb::Record => {
            let Some(line) = rest.first().and_then(|line| line.parse::<u32>().ok()) else {
                return Ok(Done::Refused(wording.catalogue.msg("record-usage")));
            };
            record(page, wording, &library::record_at(wording.scenario, line, 1, 3))?;
        }
        Verb::Why => return super::why::answer(page, wording, game, rest),
        Verb::Search => {
            let Some(wanted) = wanted else {
                return Ok(Done::Refused(wording.catalogue.msg("search-usage")));
            };
            let found = library::search(wording.scenario, &wanted);
            let args = [arg("count", found.len()), arg("wanted", wanted)];
            page.paragraph(Role::Heading, 0, &wording.catalogue.msg_with("search-found", &args))?;
            record(page, wording, &found)?;
        }
        _ => help(page, wording)?,
    }
    Ok(Done::Next)
}

fn ledger_line(page: &mut Page<'_>, wording: Wording<'_>, line: &ledger::LedgerLine) -> io::Result<()> {
    page.paragraph(Role::Heading, 2, &line.name)?;
    page.paragraph(Role::Quiet, 4, &line.plain)?;
    let ours = line.ours.clone().unwrap_or_else(|| wording.catalogue.msg("ledger-not-asked"));
    page.paragraph(Role::Ours, 4, &wording.catalogue.msg_with("ledger-ours", &[arg("pair", ours)]))?;
    let theirs = [arg("pair", line.theirs.as_str())];
    page.paragraph(Role::Theirs, 4, &wording.catalogue.msg_with("ledger-theirs", &theirs))?;
    let range = [arg("positions", line.positions.join(" → "))];
    page.paragraph(Role::Quiet, 4, &wording.catalogue.msg_with("ledger-range", &range))
}

fn list(page: &mut Page<'_>, wording: Wording<'_>, title: &str, none: &str, lines: &[String]) -> io::Result<()> {
    page.heading(&wording.catalogue.msg(title))?;
    if lines.is_empty() {
        return page.paragraph(Role::Plain, 2, &wording.catalogue.msg(none));
    }
    lines.iter().try_for_each(|line| page.item(Role::Plain, 2, "- ", line))
}

/// Prints the bars, and every change with its reason.
fn room(page: &mut Page<'_>, wording: Wording<'_>, game: &Game) -> io::Result<()> {
    page.heading(&wording.catalogue.msg("room-title"))?;
    let items = talk::tell(wording, &game.session, &game.events);
    for bar in choices::room(wording, &game.session) {
        let args = [arg("bar", bar.name.as_str()), arg("height", bar.height)];
        page.paragraph(Role::Heading, 2, &wording.catalogue.msg_with("room-bar", &args))?;
        page.paragraph(Role::Quiet, 4, &bar.start)?;
        for item in &items {
            if let TalkItem::Bar { name, from, to, because, basis, .. } = item
                && *name == bar.name
            {
                let by = i16::from(*to) - i16::from(*from);
                let args =
                    [arg("by", format!("{by:+}")), arg("because", because.as_str()), arg("basis", basis.as_str())];
                page.item(Role::Plain, 4, "- ", &wording.catalogue.msg_with("room-change", &args))?;
            }
        }
    }
    Ok(())
}

fn articles(page: &mut Page<'_>, wording: Wording<'_>, title: &str, articles: &[Article]) -> io::Result<()> {
    page.heading(&wording.catalogue.msg(title))?;
    if articles.is_empty() {
        return page.paragraph(Role::Plain, 2, &wording.catalogue.msg("nothing-found"));
    }
    for article in articles {
        page.paragraph(Role::Heading, 2, &article.heading)?;
        page.paragraph(Role::Plain, 4, &article.text)?;
        page.paragraph(Role::Quiet, 4, &article.source)?;
    }
    Ok(())
}

/// Prints the map in words.
fn map(page: &mut Page<'_>, wording: Wording<'_>, session: &Session, wanted: Option<&str>) -> io::Result<Done> {
    let Some(view) = map::map(wording, session.seat(), Some(session)) else {
        return Ok(Done::Refused(wording.catalogue.msg("atlas-none")));
    };
    page.heading(&wording.catalogue.msg("screen-map"))?;
    let lines = map::in_words(wording.catalogue, &view, wanted);
    if lines.is_empty() {
        page.paragraph(Role::Plain, 2, &wording.catalogue.msg("nothing-found"))?;
    }
    for line in &lines {
        match line {
            MapLine::Part(text) => page.paragraph(Role::Heading, 0, text)?,
            MapLine::Heading(text) => page.paragraph(Role::Heading, 2, text)?,
            MapLine::Text(text) => page.paragraph(Role::Plain, 4, text)?,
            MapLine::Claim(side, text, source) => {
                let role = match side {
                    Side::Ours => Role::Ours,
                    Side::Theirs => Role::Theirs,
                };
                page.paragraph(role, 4, text)?;
                page.paragraph(Role::Quiet, 4, source)?;
            }
            MapLine::Quiet(text) => page.paragraph(Role::Quiet, 4, text)?,
        }
    }
    Ok(Done::Next)
}

fn record(page: &mut Page<'_>, wording: Wording<'_>, lines: &[RecordLine]) -> io::Result<()> {
    for line in lines {
        let args = [arg("line", line.line), arg("speaker", line.speaker.clone().unwrap_or_default())];
        let key = if line.speaker.is_some() { "record-line-speaker" } else { "record-line" };
        page.paragraph(Role::Quiet, 2, &wording.catalogue.msg_with(key, &args))?;
        page.paragraph(Role::Plain, 4, &line.text)?;
        for note in &line.notes {
            let args = [arg("note", note.as_str())];
            page.paragraph(Role::Inference, 4, &wording.catalogue.msg_with("record-note", &args))?;
        }
    }
    if let Some(source) = wording.scenario.sources.first() {
        page.paragraph(Role::Quiet, 2, &source.citation)?;
    }
    Ok(())
}

fn help(page: &mut Page<'_>, wording: Wording<'_>) -> io::Result<()> {
    page.heading(&wording.catalogue.msg("help-title"))?;
    page.paragraph(Role::Plain, 2, &wording.catalogue.msg("help-how"))?;
    for binding in BINDINGS.iter().filter(|binding| binding.is_word) {
        let does = wording.catalogue.msg(&format!("verb-{}", binding.name));
        let args = [arg("verb", binding.name), arg("does", does)];
        page.item(Role::Plain, 2, "- ", &wording.catalogue.msg_with("help-verb", &args))?;
    }
    page.paragraph(Role::Plain, 2, &wording.catalogue.msg("help-badges"))
}
