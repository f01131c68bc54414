//! Writing the report home, issue by issue.

use std::io;

use crate::app::intent::{Intent, Verb};
use crate::language::arg;
use crate::negotiation::value::pair_of;
use crate::scenario::terms::Timing;
use crate::view::report::{self, ReportIssue};

use super::lookup;
use super::page::Role;
use super::play::{Done, Ending, Play};

/// Lets the player write the report and send it.
pub(super) fn report(play: &mut Play<'_>) -> io::Result<Done> {
    let Some(game) = play.game() else { return Ok(Done::Next) };
    let issues = report::issues(play.app.wording(), &game.session);
    let awaited = play.awaiting();
    play.page.heading(&play.app.catalogue().msg("report-title"))?;
    play.say(Role::Plain, 0, "report-how", &[])?;
    for issue in &issues {
        if let Some(done) = write_issue(play, issue)? {
            return Ok(done);
        }
        if play.awaiting() != awaited {
            return Ok(Done::Next);
        }
    }
    confirm(play, &issues)
}

/// Asks about one issue. Returns `Some` if writing the report has to stop.
fn write_issue(play: &mut Play<'_>, issue: &ReportIssue) -> io::Result<Option<Done>> {
    print_issue(play, issue)?;
    loop {
        let Some(line) = play.read()? else {
            return Ok(Some(Done::Leave(Ending::EndOfInput)));
        };
        match line_of_report(play, &line)? {
            Answer::Done(done) => return Ok(Some(done)),
            Answer::Sent => return Ok(None),
            Answer::Shown => {}
            Answer::Other => match choose(play, issue, &line)? {
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
        play.page.paragraph(Role::Quiet, 2, &play.app.catalogue().msg("report-nothing-said"))?;
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
        let text = play.app.catalogue().msg_with(key, &args);
        play.page.item(Role::Plain, 2, &mark, &text)?;
    }
    Ok(())
}

/// The result of an input line in the report.
enum Answer {
    /// Writing the report has to stop.
    Done(Done),
    /// The report was sent.
    Sent,
    /// Something was shown; the question is still open.
    Shown,
    /// The line is meant as an answer for the current issue.
    Other,
}

/// Handles lines that can be typed anywhere in a report: `report as-it-was`, `send`, `clause ISSUE POSITION [TIMING]`,
/// `quit` and look-ups.
fn line_of_report(play: &mut Play<'_>, line: &str) -> io::Result<Answer> {
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words.as_slice() {
        ["report", name] => send_named(play, name),
        ["send"] => send(play),
        ["clause", issue, position, timing @ ..] => {
            set_clause(play, issue, position, timing.first().and_then(|key| Timing::from_key(key)))
        }
        [word, rest @ ..] => match Verb::from_word(word) {
            Some(Verb::Quit) => Ok(Answer::Done(play.quit()?)),
            Some(Verb::Again) => {
                play.show_last()?;
                Ok(Answer::Shown)
            }
            Some(Verb::Help) => {
                play.say(Role::Plain, 0, "report-how", &[])?;
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

/// The `report NAME` command: sends one of the scenario's named deals. `as-it-was` is the report of the real
/// delegation.
fn send_named(play: &mut Play<'_>, name: &str) -> io::Result<Answer> {
    let fill = match name {
        "as-it-was" => Intent::HistoricalReport,
        name => Intent::NamedReport(name.to_owned()),
    };
    match play.want(fill)? {
        Ok(()) => send(play),
        Err(message) => Ok(Answer::Done(Done::Refused(message))),
    }
}

fn send(play: &mut Play<'_>) -> io::Result<Answer> {
    Ok(play.want(Intent::Send)?.map_or_else(|message| Answer::Done(Done::Refused(message)), |()| Answer::Sent))
}

/// The `clause ISSUE POSITION [TIMING]` command: sets one clause by its ids.
fn set_clause(play: &mut Play<'_>, issue: &str, position: &str, timing: Option<Timing>) -> io::Result<Answer> {
    let scenario = play.app.scenario();
    let found = scenario.issue_id(issue).and_then(|id| {
        let position = scenario.position_id(id, position);
        let pairs = &scenario.issue(id).pairs;
        let index = pairs.iter().position(|pair| Some(pair.position) == position && pair.timing == timing)?;
        Some((id, u16::try_from(index).ok()?))
    });
    let Some((id, pair)) = found else {
        let args = [arg("issue", issue), arg("position", position)];
        return Ok(Answer::Done(Done::Refused(play.app.catalogue().msg_with("report-no-clause", &args))));
    };
    Ok(play.want(Intent::Clause(id, pair))?.map_or_else(|text| Answer::Done(Done::Refused(text)), |()| Answer::Shown))
}

/// The result of choosing a position.
enum Chosen {
    /// The choice is in the report.
    Yes,
    /// The line could not be understood; the message says why.
    No(String),
    Left(Done),
}

/// Chooses a position by number or id, then asks for its timing if it has several. An empty line keeps the other side's
/// position.
fn choose(play: &mut Play<'_>, issue: &ReportIssue, line: &str) -> io::Result<Chosen> {
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
        return Ok(Chosen::No(play.app.catalogue().msg_with("report-which-position", &args)));
    };
    let pair = match position.pairs.as_slice() {
        [] => None,
        [only] => Some(only.pair),
        several => {
            play.page.paragraph(Role::Prompt, 4, &play.app.catalogue().msg("report-when"))?;
            for (index, pair) in several.iter().enumerate() {
                let mark = format!("{}. ", index + 1);
                play.page.item(Role::Plain, 6, &mark, pair.timing.as_deref().unwrap_or_default())?;
            }
            let Some(line) = play.read()? else {
                return Ok(Chosen::Left(Done::Leave(Ending::EndOfInput)));
            };
            let index = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            index.and_then(|index| several.get(index)).map(|pair| pair.pair)
        }
    };
    let Some(pair) = pair else {
        return Ok(Chosen::No(play.app.catalogue().msg("report-which-timing")));
    };
    Ok(play.want(Intent::Clause(issue.issue, pair))?.map_or_else(Chosen::No, |()| Chosen::Yes))
}

/// Shows the whole report and asks whether to send it.
fn confirm(play: &mut Play<'_>, issues: &[ReportIssue]) -> io::Result<Done> {
    loop {
        play.page.heading(&play.app.catalogue().msg("report-whole"))?;
        for issue in issues {
            let table = play.app.table();
            let pair = table.and_then(|table| table.report().get(issue.issue.index()).copied());
            let pair = pair.and_then(|pair| pair_of(play.app.scenario(), issue.issue, pair));
            let named = pair.map(|pair| play.app.wording().pair(issue.issue, pair)).unwrap_or_default();
            let args = [arg("issue", issue.name.as_str()), arg("pair", named)];
            play.page.item(Role::Plain, 2, "- ", &play.app.catalogue().msg_with("clause", &args))?;
        }
        play.page.paragraph(Role::Prompt, 0, &play.app.catalogue().msg("report-send"))?;
        let Some(line) = play.read()? else {
            return Ok(Done::Leave(Ending::EndOfInput));
        };
        let line = if line.eq_ignore_ascii_case("yes") || line == "1" { "send".to_owned() } else { line };
        match line_of_report(play, &line)? {
            Answer::Done(done) => return Ok(done),
            Answer::Sent => return Ok(Done::Next),
            Answer::Shown => {}
            // Any other line starts again from the first issue.
            Answer::Other => return Ok(Done::Next),
        }
    }
}
