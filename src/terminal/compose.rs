//! The lists for building a statement: speaker, issue, act and move. Each is short enough to be read aloud.

use std::io;

use crate::language::arg;
use crate::scenario::terms::Act;
use crate::scenario::{IssueId, PersonId};
use crate::view::choices::{Choices, GroupChoice, MoveChoice};
use crate::view::draft::Draft;
use crate::view::wording::Wording;

use super::page::{Page, Role};
use super::show;

/// The list being shown. The choices themselves are stored in the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Cursor {
    pub(super) level: Level,
}

/// The list the player is choosing from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Level {
    /// The speakers.
    #[default]
    Speaker,
    /// The moves that deal with the hosts' question.
    Facing,
    Issue,
    /// The issues of the talk itself.
    TheTalk,
    /// The acts on an issue.
    Act(IssueId),
    /// The moves with an act on an issue.
    Move(IssueId, Act),
}

/// One line of a list.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    Speaker(PersonId),
    Issue(IssueId),
    /// Opens the list of issues of the talk itself.
    TheTalk,
    Act(IssueId, Act),
    Move(Box<MoveChoice>),
}

impl Cursor {
    /// Goes back one list.
    pub(super) const fn back(&mut self) {
        self.level = match self.level {
            Level::Speaker => Level::Speaker,
            Level::Issue | Level::Facing | Level::TheTalk | Level::Act(_) => Level::Issue,
            Level::Move(issue, _) => Level::Act(issue),
        };
    }

    /// The first list once a delegate has the floor.
    pub(super) fn after_floor(speaker: PersonId, draft: &Draft, choices: &Choices<'_>) -> Self {
        let unfaced = draft.moves.is_empty() && !choices.facing(speaker).is_empty();
        Self { level: if unfaced { Level::Facing } else { Level::Issue } }
    }
}

/// The entries of the current list. If there is only one act to choose, skips to its moves.
pub(super) fn entries(choices: &Choices<'_>, draft: &Draft, cursor: &mut Cursor) -> Vec<Entry> {
    let speakers = || choices.speakers().into_iter().map(|choice| Entry::Speaker(choice.person)).collect();
    let Some(speaker) = draft.speaker else {
        cursor.level = Level::Speaker;
        return speakers();
    };
    // A resumed statement already has a speaker.
    if cursor.level == Level::Speaker && !draft.moves.is_empty() {
        cursor.level = Level::Issue;
    }
    let taken = draft.taken();
    let boxed = |moves: Vec<MoveChoice>| moves.into_iter().map(|mv| Entry::Move(Box::new(mv))).collect();
    match cursor.level {
        Level::Speaker => speakers(),
        Level::Facing => boxed(choices.facing(speaker)),
        Level::Issue => {
            let mut entries: Vec<Entry> =
                choices.issues(speaker, &taken).into_iter().map(|choice| Entry::Issue(choice.of)).collect();
            if !choices.table_issues(speaker, &taken).is_empty() {
                entries.push(Entry::TheTalk);
            }
            entries
        }
        Level::TheTalk => {
            choices.table_issues(speaker, &taken).into_iter().map(|choice| Entry::Issue(choice.of)).collect()
        }
        Level::Act(issue) => {
            let acts = choices.acts(speaker, &taken, issue);
            if let [only] = acts.as_slice() {
                cursor.level = Level::Move(issue, only.of);
                return boxed(choices.moves(speaker, &taken, issue, only.of));
            }
            acts.into_iter().map(|choice| Entry::Act(issue, choice.of)).collect()
        }
        Level::Move(issue, act) => boxed(choices.moves(speaker, &taken, issue, act)),
    }
}

/// Prints the list under its question.
pub(super) fn print(
    page: &mut Page<'_>,
    wording: Wording<'_>,
    choices: &Choices<'_>,
    draft: &Draft,
    cursor: Cursor,
    entries: &[Entry],
) -> io::Result<()> {
    let catalogue = wording.catalogue;
    let view = choices.seat_view();
    page.blank()?;
    let args = [
        arg("number", view.statements() + 1),
        arg("of", view.statements() + view.left()),
        arg("allowed", view.moves_allowed()),
    ];
    page.paragraph(Role::Heading, 0, &catalogue.msg_with("compose-statement", &args))?;
    if cursor.level != Level::Speaker {
        drafted(page, wording, draft)?;
    }
    let question = match cursor.level {
        Level::Speaker => "compose-who",
        Level::Facing => "compose-face",
        Level::Issue | Level::TheTalk => "compose-issue",
        Level::Act(_) => "compose-act",
        Level::Move(..) => "compose-move",
    };
    page.paragraph(Role::Prompt, 0, &catalogue.msg(question))?;
    for (index, entry) in entries.iter().enumerate() {
        print_entry(page, wording, choices, draft, index + 1, entry)?;
    }
    let hint = if draft.moves.is_empty() { "compose-hint-first" } else { "compose-hint-more" };
    page.paragraph(Role::Quiet, 0, &catalogue.msg(hint))
}

/// Prints the statement so far.
pub(super) fn drafted(page: &mut Page<'_>, wording: Wording<'_>, draft: &Draft) -> io::Result<()> {
    let Some(speaker) = draft.speaker else {
        return Ok(());
    };
    let args = [arg("name", wording.person(speaker))];
    let key = if draft.moves.is_empty() { "compose-floor-empty" } else { "compose-floor" };
    page.paragraph(Role::Ours, 0, &wording.catalogue.msg_with(key, &args))?;
    for (index, (mv, predicted)) in draft.moves.iter().enumerate() {
        let label = wording.scenario.mv(*mv).label.as_str();
        let text = match predicted {
            Some(prediction) => {
                let args = [arg("label", label), arg("prediction", wording.prediction(*prediction))];
                wording.catalogue.msg_with("compose-predicted", &args)
            }
            None => label.to_owned(),
        };
        page.item(Role::Plain, 2, &format!("{}. ", index + 1), &text)?;
    }
    if draft.holds_floor {
        page.paragraph(Role::Quiet, 2, &wording.catalogue.msg("talk-holds-floor"))?;
    }
    Ok(())
}

fn print_entry(
    page: &mut Page<'_>,
    wording: Wording<'_>,
    choices: &Choices<'_>,
    draft: &Draft,
    number: usize,
    entry: &Entry,
) -> io::Result<()> {
    let catalogue = wording.catalogue;
    let mark = format!("{number}. ");
    // Explain what each issue is about only before the first move of a statement.
    let explains = draft.moves.is_empty();
    match entry {
        Entry::Speaker(person) => {
            let speakers = choices.speakers();
            let Some(choice) = speakers.iter().find(|choice| choice.person == *person) else {
                return Ok(());
            };
            let args = [
                arg("name", choice.name.as_str()),
                arg("standing", choice.standing.as_str()),
                arg("moves", choice.own_moves),
                arg("id", choice.id.as_str()),
            ];
            let key = if choice.standing.is_empty() { "choice-speaker" } else { "choice-speaker-standing" };
            page.item(Role::Plain, 2, &mark, &catalogue.msg_with(key, &args))
        }
        Entry::Issue(issue) => {
            let Some(speaker) = draft.speaker else { return Ok(()) };
            let taken = draft.taken();
            let groups = choices.issues(speaker, &taken).into_iter().chain(choices.table_issues(speaker, &taken));
            match groups.into_iter().find(|choice| choice.of == *issue) {
                Some(choice) => group(page, wording, &mark, &choice, explains),
                None => Ok(()),
            }
        }
        Entry::TheTalk => page.item(Role::Plain, 2, &mark, &catalogue.msg("choice-the-talk")),
        Entry::Act(issue, act) => {
            let Some(speaker) = draft.speaker else { return Ok(()) };
            let acts = choices.acts(speaker, &draft.taken(), *issue);
            match acts.into_iter().find(|choice| choice.of == *act) {
                Some(choice) => group(page, wording, &mark, &choice, explains),
                None => Ok(()),
            }
        }
        Entry::Move(choice) => print_move(page, wording, &mark, choice),
    }
}

fn group<T>(
    page: &mut Page<'_>,
    wording: Wording<'_>,
    mark: &str,
    choice: &GroupChoice<T>,
    explains: bool,
) -> io::Result<()> {
    let args = [
        arg("name", choice.name.as_str()),
        arg("plain", choice.plain.as_str()),
        arg("moves", choice.moves),
        arg("id", choice.id.as_str()),
    ];
    let key = if choice.plain.is_empty() || !explains { "choice-group" } else { "choice-group-plain" };
    page.item(Role::Plain, 2, mark, &wording.catalogue.msg_with(key, &args))
}

/// Prints a move that can be chosen: label, speaker, words and cost.
pub(super) fn print_move(page: &mut Page<'_>, wording: Wording<'_>, mark: &str, choice: &MoveChoice) -> io::Result<()> {
    let args = [arg("label", choice.label.as_str()), arg("id", choice.id.as_str())];
    page.item(Role::Heading, 2, mark, &wording.catalogue.msg_with("choice-move", &args))?;
    for line in &choice.words {
        let mut short = line.clone();
        short.plain = None;
        short.milestone_open = false;
        show::speech(page, wording, Role::Ours, &short)?;
    }
    for cost in &choice.costs {
        page.item(Role::Quiet, 4, "· ", cost)?;
    }
    Ok(())
}
