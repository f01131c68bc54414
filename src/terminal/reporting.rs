//! Writing the report home, issue by issue.

use std::io;

use crate::app::intent::Verb;
use crate::language::arg;
use crate::negotiation::Command;
use crate::negotiation::script::{PackageClause, Step};
use crate::scenario::resolved::Deal;
use crate::scenario::terms::Timing;
use crate::view::report::{self, ReportIssue};

use super::lookup;
use super::page::Role;
use super::play::{Done, Ending, Play};

/// Lets the player write the report and send it.
pub(super) fn report(play: &mut Play<'_>) -> io::Result<Done> {
    let issues = report::issues(play.wording, &play.game.session);
    let awaited = play.game.session.awaiting();
    let mut deal = report::opening_position(&play.game.session);
    play.page.heading(&play.wording.catalogue.msg("report-title"))?;
    play.page.paragraph(Role::Plain, 0, &play.wording.catalogue.msg("report-how"))?;
    for issue in &issues {
        if let Some(done) = write_issue(play, issue, &mut deal)? {
            return Ok(done);
        }
        if play.game.session.awaiting() != awaited {
            return Ok(Done::Next);
        }
    }
    confirm(play, &issues, &mut deal)
}

/// Asks for one issue. `Some` when the report cannot go on.
fn write_issue(play: &mut Play<'_>, issue: &ReportIssue, deal: &mut Deal) -> io::Result<Option<Done>> {
    print_issue(play, issue)?;
    loop {
        let Some(line) = play.read()? else {
            return Ok(Some(Done::Leave(Ending::EndOfInput)));
        };
        match line_of_report(play, &line, deal)? {
            Answer::Done(done) => return Ok(Some(done)),
            Answer::Sent => return Ok(None),
            Answer::Shown => {}
            Answer::Other => match choose(play, issue, &line, deal)? {
                Chosen::Yes => return Ok(None),
                Chosen::Left(done) => return Ok(Some(done)),
                Chosen::No(message) => {
                    if play.lines.strict() {
                        return Ok(Some(Done::Refused(message)));
                    }
                    play.page.paragraph(Role::Plain, 0, &message)?;
                }
            },
        }
    }
}

fn print_issue(play: &mut Play<'_>, issue: &ReportIssue) -> io::Result<()> {
    play.page.heading(&issue.name)?;
    for said in &issue.said {
        play.page.item(Role::Theirs, 2, "", said)?;
    }
    if issue.said.is_empty() {
        play.page.paragraph(Role::Quiet, 2, &play.wording.catalogue.msg("report-nothing-said"))?;
    }
    for (index, position) in issue.positions.iter().enumerate() {
        let args = [
            arg("name", position.name.as_str()),
            arg("plain", position.plain.as_str()),
            arg("id", position.id.as_str()),
        ];
        let mark = format!("{}. ", index + 1);
        let key = match position.plain.as_str() {
            "" => "report-position-bare",
            _ => "report-position",
        };
        let text = play.wording.catalogue.msg_with(key, &args);
        play.page.item(Role::Plain, 2, &mark, &text)?;
    }
    Ok(())
}

/// What a line of the report came to.
enum Answer {
    /// The report cannot go on.
    Done(Done),
    /// The report was sent.
    Sent,
    /// Something was shown; the question stands.
    Shown,
    /// It is for the issue.
    Other,
}

/// Lines that can stand anywhere in a report: `report as-it-was`, `clause ISSUE POSITION [TIMING]`, `quit`, look-ups.
fn line_of_report(play: &mut Play<'_>, line: &str, deal: &mut Deal) -> io::Result<Answer> {
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words.as_slice() {
        ["report", name] => send_named(play, name),
        ["send"] => send(play, deal),
        ["clause", issue, position, timing @ ..] => {
            let clause = PackageClause {
                issue: (*issue).to_owned(),
                position: (*position).to_owned(),
                timing: timing.first().and_then(|key| Timing::from_key(key)),
            };
            Ok(set_clause(play, &clause, deal))
        }
        [word, rest @ ..] => match Verb::from_word(word) {
            Some(Verb::Quit) => Ok(Answer::Done(Done::Leave(Ending::Quit))),
            Some(Verb::Again) => {
                play.show_last()?;
                Ok(Answer::Shown)
            }
            Some(Verb::Help) => {
                let text = play.wording.catalogue.msg("report-how");
                play.page.paragraph(Role::Plain, 0, &text)?;
                Ok(Answer::Shown)
            }
            Some(
                verb @ (Verb::Brief
                | Verb::Ledger
                | Verb::Open
                | Verb::Commitments
                | Verb::Room
                | Verb::People
                | Verb::Glossary
                | Verb::Timeline
                | Verb::Map
                | Verb::Record
                | Verb::Search),
            ) => match lookup::answer(play, verb, rest)? {
                Done::Next => Ok(Answer::Shown),
                done => Ok(Answer::Done(done)),
            },
            _ => Ok(Answer::Other),
        },
        [] => Ok(Answer::Other),
    }
}

fn send_named(play: &mut Play<'_>, name: &str) -> io::Result<Answer> {
    let scenario = play.wording.scenario;
    let seat = scenario.seat(play.game.session.seat());
    let named = seat.report_as_it_was;
    let named = named.map(|named| scenario.deal(named));
    let named = named.map(|deal| deal.id.clone());
    let id = if name == "as-it-was" { named.unwrap_or_default() } else { name.to_owned() };
    match Step::Report(id).command(scenario) {
        Ok(Command::Report(deal)) => send(play, &play.game.session.within_play(&deal)),
        Ok(command) => apply(play, &command),
        Err(error) => Ok(Answer::Done(Done::Refused(error.to_string()))),
    }
}

fn send(play: &mut Play<'_>, deal: &Deal) -> io::Result<Answer> {
    apply(play, &Command::Report(deal.clone()))
}

fn apply(play: &mut Play<'_>, command: &Command) -> io::Result<Answer> {
    match play.try_apply(command) {
        Ok(()) => Ok(Answer::Sent),
        Err(rejection) => Ok(Answer::Done(Done::Refused(play.explain(&rejection)))),
    }
}

/// Puts one clause into the report by its ids.
fn set_clause(play: &Play<'_>, clause: &PackageClause, deal: &mut Deal) -> Answer {
    let scenario = play.wording.scenario;
    let refuse = || {
        let args = [arg("issue", clause.issue.as_str()), arg("position", clause.position.as_str())];
        Answer::Done(Done::Refused(play.wording.catalogue.msg_with("report-no-clause", &args)))
    };
    let Some(issue) = scenario.issue_id(&clause.issue) else {
        return refuse();
    };
    let position = scenario.position_id(issue, &clause.position);
    let pairs = &scenario.issue(issue).pairs;
    let found = pairs.iter().position(|pair| Some(pair.position) == position && pair.timing == clause.timing);
    match (found.and_then(|index| u16::try_from(index).ok()), deal.get_mut(issue.index())) {
        (Some(pair), Some(slot)) => {
            *slot = pair;
            Answer::Shown
        }
        _ => refuse(),
    }
}

/// What a choice on an issue came to.
enum Chosen {
    /// It stands in the report.
    Yes,
    /// It could not be understood.
    No(String),
    /// The input ended.
    Left(Done),
}

/// A position by number or id, then its timing where it has several. An empty line keeps the other side's position.
fn choose(play: &mut Play<'_>, issue: &ReportIssue, line: &str, deal: &mut Deal) -> io::Result<Chosen> {
    if line.is_empty() {
        return Ok(Chosen::Yes);
    }
    let by_number = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let position = match by_number {
        Some(index) => issue.positions.get(index),
        None => issue.positions.iter().find(|position| position.id == line.to_lowercase()),
    };
    let Some(position) = position else {
        let args = [arg("most", issue.positions.len())];
        return Ok(Chosen::No(play.wording.catalogue.msg_with("report-which-position", &args)));
    };
    let pair = match position.pairs.as_slice() {
        [] => None,
        [(only, _)] => Some(*only),
        several => {
            play.page.paragraph(Role::Prompt, 4, &play.wording.catalogue.msg("report-when"))?;
            for (index, (_, timing)) in several.iter().enumerate() {
                let mark = format!("{}. ", index + 1);
                play.page.item(Role::Plain, 6, &mark, timing.as_deref().unwrap_or_default())?;
            }
            let Some(line) = play.read()? else {
                return Ok(Chosen::Left(Done::Leave(Ending::EndOfInput)));
            };
            let index = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            index.and_then(|index| several.get(index)).map(|(pair, _)| *pair)
        }
    };
    let (Some(pair), Some(slot)) = (pair, deal.get_mut(issue.issue.index())) else {
        return Ok(Chosen::No(play.wording.catalogue.msg("report-which-timing")));
    };
    *slot = pair;
    Ok(Chosen::Yes)
}

/// Shows the whole report and asks whether to send it.
fn confirm(play: &mut Play<'_>, issues: &[ReportIssue], deal: &mut Deal) -> io::Result<Done> {
    loop {
        play.page.heading(&play.wording.catalogue.msg("report-whole"))?;
        for issue in issues {
            let pair = deal
                .get(issue.issue.index())
                .and_then(|pair| crate::negotiation::value::pair_of(play.wording.scenario, issue.issue, *pair));
            let args = [
                arg("issue", issue.name.as_str()),
                arg("pair", pair.map(|pair| play.wording.pair(issue.issue, pair)).unwrap_or_default()),
            ];
            play.page.item(Role::Plain, 2, "- ", &play.wording.catalogue.msg_with("clause", &args))?;
        }
        play.page.paragraph(Role::Prompt, 0, &play.wording.catalogue.msg("report-send"))?;
        let Some(line) = play.read()? else {
            return Ok(Done::Leave(Ending::EndOfInput));
        };
        let line = if line.eq_ignore_ascii_case("yes") || line == "1" { "send".to_owned() } else { line };
        match line_of_report(play, &line, deal)? {
            Answer::Done(done) => return Ok(done),
            Answer::Sent => return Ok(Done::Next),
            Answer::Shown => {}
            // Anything else means: once more from the first issue.
            Answer::Other => return Ok(Done::Next),
        }
    }
}
