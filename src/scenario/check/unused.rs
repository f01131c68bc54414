//! Finds what is defined but never used, what is still to be done, and texts too long for their place.

use std::collections::HashSet;

use super::texts::{Text, whole_words};
use super::{Checker, warning};
use crate::scenario::draft::*;
use crate::scenario::limits::characters;
use crate::scenario::load::Draft;
use crate::scenario::place::Id;
use crate::scenario::terms::Speech;

/// Notes authors leave where something is still to be done.
const TO_DO: [&str; 3] = ["TODO", "FIXME", "XXX"];

pub(super) fn check<'d>(checker: &mut Checker<'d>, texts: &[Text<'d>]) {
    let used = Used::of(checker.draft);
    marks(checker, &used);
    let mentions = Mentions::of(checker.draft, texts);
    // A source that couldn't be read may contain the mentions that seem to be missing.
    let recorded = checker.draft.scenario.speech == Speech::Recorded;
    if !recorded || !checker.draft.sources.is_empty() {
        people(checker, &used, &mentions);
        terms(checker, &used, &mentions);
    }
    topics(checker);
    positions(checker, &used);
    sources(checker);
    to_do(checker, texts);
    lengths(checker, texts);
}

/// Everything used somewhere, by kind.
#[derive(Default)]
struct Used<'d> {
    set: HashSet<&'d str>,
    asked: HashSet<&'d str>,
    people: HashSet<&'d str>,
    ideas: HashSet<&'d str>,
    positions: HashSet<(&'d str, &'d str)>,
}

impl<'d> Used<'d> {
    fn of(draft: &'d Draft) -> Self {
        let mut used = Self::default();
        let frame = &draft.scenario;
        let speakers = frame.seats.iter().flat_map(|seat| &seat.speakers);
        used.people.extend(speakers.map(|id| id.as_str()));
        used.people.extend(draft.record.iter().map(|entry| entry.speaker.as_str()));
        for source in &draft.source_files {
            used.people.extend(source.turns.iter().map(|turn| turn.speaker.as_str()));
        }
        for values in &draft.values {
            let claims = values.audiences.iter().filter_map(|a| a.claimed_by.as_ref());
            used.people.extend(claims.map(|id| id.as_str()));
        }
        for clause in frame.deals.iter().flat_map(|deal| &deal.clauses) {
            used.clause(clause);
        }
        for mv in &draft.moves {
            used.people.extend(mv.only.iter().map(|id| id.as_str()));
            used.ideas.extend(mv.idea.iter().map(|id| id.as_str()));
            mv.asks.iter().for_each(|clause| used.clause(clause));
            used.conditions(&mv.needs);
            used.effects(&mv.effects);
        }
        draft.stances.iter().for_each(|stance| used.conditions(&stance.when));
        for utterance in &draft.utterances {
            if let WordsDraft::Inference { speaker, .. } = &utterance.words {
                used.people.insert(speaker.as_str());
            }
            used.ideas.extend(utterance.idea.iter().map(|id| id.as_str()));
            used.conditions(&utterance.conditions);
            used.effects(&utterance.effects);
        }
        draft.topics().for_each(|topic| used.conditions(&topic.opens));
        used
    }

    fn clause(&mut self, clause: &'d ClauseDraft) {
        self.positions.insert((clause.issue.as_str(), clause.position.as_str()));
    }

    fn conditions(&mut self, list: &'d [ConditionDraft]) {
        for condition in list {
            match condition {
                ConditionDraft::All(list) | ConditionDraft::Any(list) => self.conditions(list),
                ConditionDraft::Not(inner) => self.conditions(std::slice::from_ref(inner)),
                ConditionDraft::Marked(mark) => {
                    self.asked.insert(mark.as_str());
                }
                ConditionDraft::SpokenBy(person) => {
                    self.people.insert(person.as_str());
                }
                _ => {}
            }
        }
    }

    fn effects(&mut self, effects: &'d [EffectDraft]) {
        for effect in effects {
            match effect {
                EffectDraft::Mark(mark) => {
                    self.set.insert(mark.as_str());
                }
                EffectDraft::Commit(form) => self.clause(&form.clause),
                _ => {}
            }
        }
    }
}

fn marks(checker: &mut Checker<'_>, used: &Used<'_>) {
    for mark in &checker.draft.scenario.marks {
        let id = &mark.id;
        if !used.set.contains(id.as_str()) {
            let message = format!("nothing sets the mark \"{id}\"");
            checker.warning("WCW120", id, message, "add Mark(\"...\") to the effects of a move or reply");
        } else if !used.asked.contains(id.as_str()) {
            let message = format!("no condition asks for the mark \"{id}\"");
            checker.warning("WCW121", id, message, "ask for it with Marked(\"...\"), or remove it");
        }
    }
}

/// Every text a player can read, converted to lower case, with the id of its owner. Sources have no owner.
struct Mentions<'d>(Vec<(Option<&'d Id>, String)>);

impl<'d> Mentions<'d> {
    fn of(draft: &'d Draft, texts: &[Text<'d>]) -> Self {
        let texts = texts.iter().map(|text| (Some(text.at), text.text.to_lowercase()));
        let sources = draft.sources.iter();
        let sources = sources.map(|source| (None, source.text().to_lowercase()));
        Self(texts.chain(sources).collect())
    }

    /// Whether the words occur in a source, or in a text that belongs to something else.
    fn has(&self, own: &Id, words: &str) -> bool {
        let words = words.to_lowercase();
        let elsewhere = |at: &Option<&Id>| !at.is_some_and(|at| std::ptr::eq(at, own));
        let mut texts = self.0.iter();
        texts.any(|(at, text)| text.contains(&words) && elsewhere(at) && !whole_words(text, &words).is_empty())
    }
}

fn people(checker: &mut Checker<'_>, used: &Used<'_>, mentions: &Mentions<'_>) {
    let draft = checker.draft;
    for person in &draft.people {
        // People outside their time are listed so that no text mentions them by mistake.
        if draft.is_outside(person.from, person.until) || used.people.contains(person.id.as_str()) {
            continue;
        }
        let id = &person.id;
        let mut names = [&person.name].into_iter().chain(&person.named);
        if !names.any(|name| mentions.has(id, name)) {
            let message = format!("\"{id}\" neither speaks nor is mentioned anywhere");
            checker.warning("WCW122", id, message, "mention this person, or remove the entry");
        }
    }
}

fn terms(checker: &mut Checker<'_>, used: &Used<'_>, mentions: &Mentions<'_>) {
    let draft = checker.draft;
    for term in &draft.glossary {
        let id = &term.id;
        let idea = used.ideas.contains(id.as_str());
        // Ideas of negotiation are used by the program's own pages.
        let history = term.kind == TermKind::History;
        if history && !idea && !parts(&term.term).any(|part| mentions.has(id, part)) {
            let message = format!("no text uses the term \"{id}\"");
            let help = "use it in a text, or name it as the idea of a move or reply";
            checker.warning("WCW123", id, message, help);
        }
        if idea && history {
            let message = format!("\"{id}\" is named as an idea of negotiation, but it is a term of history");
            checker.warning("WCW126", id, message, "write kind: Idea, or name another idea");
        }
    }
}

/// Splits a term such as "Supreme Soviet and Diet" or "War criminals, detainees" into parts that can be looked for.
fn parts(term: &str) -> impl Iterator<Item = &str> {
    let parts = term.split([',', '(', ')']).flat_map(|part| part.split(" and "));
    parts.map(str::trim).filter(|part| !part.is_empty())
}

fn topics(checker: &mut Checker<'_>) {
    let draft = checker.draft;
    let spoken: HashSet<&str> = draft.utterances.iter().map(|utterance| utterance.topic.as_str()).collect();
    for topic in draft.topics().filter(|topic| !spoken.contains(topic.id.as_str())) {
        let message = format!("nothing is said on the topic \"{}\"", topic.id);
        checker.warning("WCW124", &topic.id, message, "give a reply this topic, or remove it");
    }
}

fn positions(checker: &mut Checker<'_>, used: &Used<'_>) {
    for issue in &checker.draft.scenario.issues {
        // An issue without values is still being written.
        let mut values = checker.draft.values.iter();
        if !values.all(|v| v.preferences.iter().any(|p| p.issue == issue.id)) {
            continue;
        }
        for position in &issue.positions {
            let id = &position.id;
            let used = used.positions.contains(&(issue.id.as_str(), id.as_str()));
            // A report can include any position, so the one a party likes best is never superfluous.
            if !used && !is_best_for_a_party(checker.draft, issue, id) {
                let message = format!(
                    "nothing uses \"{id}\" on \"{}\": no move asks for it, no one commits to it or wants it most, and no named deal has it",
                    issue.id
                );
                checker.warning("WCW127", id, message, "write a move that asks for it, or remove it");
            }
        }
    }
}

/// Whether a party gives this position more points than any other on its issue.
fn is_best_for_a_party(draft: &Draft, issue: &IssueDraft, position: &Id) -> bool {
    let preferences = draft.values.iter().flat_map(|values| &values.preferences);
    let mut on_issue = preferences.filter(|preference| preference.issue == issue.id);
    on_issue.any(|preference| {
        let most = |own: bool| {
            let points = preference.points.iter();
            let points = points.filter(|p| (p.position == *position) == own);
            points.map(|p| p.points.mid).max()
        };
        most(true) > most(false)
    })
}

fn sources(checker: &mut Checker<'_>) {
    for source in &checker.draft.source_files {
        for (text, what) in
            [(&source.rights, "who holds the rights (rights)"), (&source.url, "where it was found (url)")]
        {
            if text.trim().is_empty() {
                let message = format!("the source \"{}\" does not say {what}", source.id);
                checker.warning("WCW129", &source.id, message, "say it in words, even if it is not known");
            }
        }
    }
}

fn to_do(checker: &mut Checker<'_>, texts: &[Text<'_>]) {
    for text in texts {
        for range in TO_DO.iter().flat_map(|marker| whole_words(text.text, marker)) {
            let message = format!("this {} of \"{}\" has a note that something is to be done", text.what, text.at);
            let place = checker.locate(text, range);
            checker.push(warning("WCW128", place, message, "do it, and remove the note"));
        }
    }
}

/// Maximum number of characters of a text in its place on the screen; `None` if there is no limit.
fn most(checker: &Checker<'_>, text: &Text<'_>) -> Option<usize> {
    let frame = &checker.draft.scenario;
    let is_position = || checker.draft.positions().any(|position| std::ptr::eq(&position.id, text.at));
    let mut audiences = checker.draft.values.iter().flat_map(|values| &values.audiences);
    let mut is_audience = || audiences.any(|audience| std::ptr::eq(&audience.id, text.at));
    let is_deal = || frame.deals.iter().any(|deal| std::ptr::eq(&deal.id, text.at));
    match text.what {
        "label" | "title" | "standing" => Some(characters::LABEL),
        "meaning" if frame.marks.iter().any(|mark| std::ptr::eq(&mark.id, text.at)) => Some(characters::MARK),
        "commitment" => Some(characters::COMMITMENT),
        "name" if is_position() || is_deal() || is_audience() => Some(characters::CHOICE),
        "full name" => Some(characters::FULL_NAME),
        "term" | "name" => Some(characters::NAME),
        _ => None,
    }
}

fn lengths(checker: &mut Checker<'_>, texts: &[Text<'_>]) {
    for text in texts {
        let count = text.text.chars().count();
        if let Some(most) = most(checker, text).filter(|most| count > *most) {
            let message =
                format!("this {} of \"{}\" has {count} characters; there is room for {most}", text.what, text.at);
            let place = checker.locate(text, 0..text.text.len());
            checker.push(warning("WCW130", place, message, "shorten it"));
        }
    }
}
