//! Counts the words a player reads, in each part of a scenario and in one game.

use serde::Serialize;

use crate::negotiation::journal::Game;
use crate::scenario::SeatId;
use crate::scenario::limits::FACE_WORDS;
use crate::scenario::resolved::{Effect, MoveWords, Scenario, Utterance, Words};

use super::talk::{self, TalkItem};
use super::wording::Wording;

/// A part of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    pub part: &'static str,
    pub texts: u64,
    pub words: u64,
}

/// The words of one game.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct GameWords {
    pub brief: u64,
    pub ours: u64,
    /// The other side's words, as shown without opening anything.
    pub theirs: u64,
    /// The ending: the four measures in words, and what each audience at home says.
    pub ending: u64,
    /// Off the main path: the reasons for answers and for changes to the bars, commitments, ideas.
    pub reasons: u64,
    /// Off the main path: the rest of long passages, which are shown shortened.
    pub passages: u64,
}

impl GameWords {
    /// The words every player reads: brief, talk and ending.
    pub const fn main_path(&self) -> u64 {
        self.brief + self.ours + self.theirs + self.ending
    }
}

/// Number of words separated by whitespace.
pub fn count(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}

/// The parts of a scenario that a player can read, in the order they come up. Empty parts are left out.
pub fn parts(scenario: &Scenario) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = |part: &'static str, texts: Vec<&str>| {
        let texts: Vec<u64> = texts.into_iter().map(count).filter(|words| *words > 0).collect();
        if !texts.is_empty() {
            parts.push(Part { part, texts: texts.len() as u64, words: texts.iter().sum() });
        }
    };
    let seats = &scenario.seats;
    part("setting and question", vec![&scenario.setting, &scenario.question]);
    part("briefs", seats.iter().flat_map(|seat| &seat.brief).map(String::as_str).collect());
    part("background of the briefs", seats.iter().flat_map(|seat| &seat.more).map(String::as_str).collect());
    part("people", scenario.people.iter().map(|person| person.card.as_str()).collect());
    part("issues and positions", issues(scenario));
    part("styles", seats.iter().flat_map(|seat| &seat.styles).map(|style| style.plain.as_str()).collect());
    part("moves: labels", scenario.moves.iter().map(|mv| mv.label.as_str()).collect());
    part("moves: in indirect speech", scenario.moves.iter().map(|mv| mv.indirect.as_str()).collect());
    for (name, wanted) in [
        ("replies: the record's own words", 0_u8),
        ("replies: the record's words, elsewhere", 1),
        ("replies: inference", 2),
        ("replies: silence, with its reason", 3),
    ] {
        let of = scenario.utterances.iter().filter(|utterance| kind(&utterance.words) == wanted);
        part(name, of.flat_map(|utterance| said(scenario, utterance)).collect());
    }
    part("why he answers so", scenario.stances.iter().map(|stance| stance.because.as_str()).collect());
    part("why the room moves, and commitments", effects(scenario));
    part("record: moves in its own words", spoken_by_moves(scenario));
    part("record: in plain words, and notes", record_notes(scenario));
    part("glossary", scenario.glossary.iter().map(|term| term.means.as_str()).collect());
    part("timeline", scenario.timeline.iter().map(|fact| fact.text.as_str()).collect());
    part("debrief: measures and audiences", endings(scenario));
    let contested = scenario.contested.iter();
    let readings = contested.flat_map(|point| {
        let readings = point.readings.iter().map(|reading| reading.text.as_str());
        std::iter::once(point.question.as_str()).chain(readings)
    });
    part("debrief: still open", readings.collect());
    let tasks = scenario.tasks.iter();
    part("debrief: tasks", tasks.flat_map(|task| [task.title.as_str(), task.text.as_str()]).collect());
    part("sources", scenario.sources.iter().map(|source| source.text()).collect());
    let notes = scenario.sources.iter().flat_map(|source| &source.notes);
    part("notes on the sources", notes.map(|note| note.text.as_str()).collect());
    parts
}

const fn kind(words: &Words) -> u8 {
    match words {
        Words::Record(_) => 0,
        Words::Elsewhere { .. } => 1,
        Words::Inference { .. } => 2,
        Words::Silence(_) => 3,
    }
}

fn said<'s>(scenario: &'s Scenario, utterance: &'s Utterance) -> Vec<&'s str> {
    match &utterance.words {
        Words::Inference { text, .. } => vec![text],
        Words::Silence(because) => vec![because],
        words => {
            let quotes = words.entries().iter().flat_map(|entry| &scenario.entry(*entry).quotes);
            quotes.map(|quote| quote.words.as_str()).collect()
        }
    }
}

fn issues(scenario: &Scenario) -> Vec<&str> {
    let issues = scenario.issues.iter();
    let texts = issues.flat_map(|issue| {
        let positions = issue.positions.iter();
        let positions = positions.flat_map(|position| [position.name.as_str(), position.plain.as_str()]);
        [issue.name.as_str(), issue.plain.as_str()].into_iter().chain(positions)
    });
    texts.collect()
}

fn effects(scenario: &Scenario) -> Vec<&str> {
    let moves = scenario.moves.iter().flat_map(|mv| &mv.effects);
    let effects = moves.chain(scenario.utterances.iter().flat_map(|u| &u.effects));
    let texts = effects.filter_map(|effect| match effect {
        Effect::Bar { because, .. } => Some(because.as_str()),
        Effect::Commit(form) => Some(form.text.as_str()),
        _ => None,
    });
    texts.chain(scenario.marks.iter().map(|mark| mark.meaning.as_str())).collect()
}

fn spoken_by_moves(scenario: &Scenario) -> Vec<&str> {
    let moves = scenario.moves.iter();
    let entries = moves.flat_map(|mv| match &mv.words {
        MoveWords::Record(entries) => entries.as_slice(),
        MoveWords::Own { .. } => &[],
    });
    let quotes = entries.flat_map(|entry| &scenario.entry(*entry).quotes);
    quotes.map(|quote| quote.words.as_str()).collect()
}

fn record_notes(scenario: &Scenario) -> Vec<&str> {
    let entries = scenario.record.iter();
    let texts = entries.flat_map(|entry| [entry.plain.as_deref().unwrap_or(""), entry.note.as_str()]);
    texts.collect()
}

fn endings(scenario: &Scenario) -> Vec<&str> {
    let measures = scenario.seats.iter().flat_map(|seat| &seat.endings.measures);
    let measures = measures.flat_map(|measure| {
        let bands = measure.bands.iter().map(|band| band.text.as_str());
        std::iter::once(measure.plain.as_str()).chain(bands)
    });
    let audiences = scenario.values.iter().flat_map(|values| &values.audiences);
    let audiences = audiences.flat_map(|audience| {
        let looks = audience.accepts.iter().flat_map(|look| [look.yes.as_str(), look.no.as_str()]);
        std::iter::once(audience.wants.as_str()).chain(looks)
    });
    measures.chain(audiences).collect()
}

/// The words of a game, as the player's seat reads it.
pub fn of_game(wording: Wording<'_>, game: &Game) -> GameWords {
    let seat = game.session.setup().seat;
    let mut words = GameWords {
        brief: wording.scenario.seat(seat).brief.iter().map(|text| count(text)).sum(),
        ending: ending(wording.scenario, game, seat),
        ..GameWords::default()
    };
    for item in talk::tell(wording, &game.session, &game.events) {
        match item {
            TalkItem::Move(speech) => words.ours += count(&speech.words),
            TalkItem::Answer { speech, why, idea, .. } => {
                let all = count(&speech.words);
                words.theirs += all.min(FACE_WORDS as u64);
                words.passages += all.saturating_sub(FACE_WORDS as u64);
                let plain = speech.plain.as_deref().map_or(0, count);
                let idea = idea.map_or(0, |(term, means)| count(&term) + count(&means));
                words.reasons += why.as_deref().map_or(0, count) + plain + idea;
            }
            TalkItem::NoAnswer { reason, .. } => words.theirs += count(&reason),
            TalkItem::Bar { because, .. } => words.reasons += count(&because),
            TalkItem::Mark(text) | TalkItem::Commitment(text) => words.reasons += count(&text),
            _ => {}
        }
    }
    words
}

/// Words of the bands reached, and of what the audiences at home say.
fn ending(scenario: &Scenario, game: &Game, seat: SeatId) -> u64 {
    let Some(judgement) = game.session.judgement() else {
        return 0;
    };
    let texts = &scenario.seat(seat).endings.measures;
    let bands = judgement.ending.measures.iter().map(|measured| {
        let text = texts.iter().find(|text| text.measure == measured.measure);
        let band = text.and_then(|text| text.bands.get(usize::from(measured.band)));
        band.map_or(0, |band| count(&band.text))
    });
    let party = scenario.seat(seat).party;
    let values = scenario.values.iter().find(|values| values.party == party);
    let audiences = judgement.audiences.iter().filter(|verdict| verdict.party == party);
    let home = audiences.filter_map(|verdict| {
        let audience = values?.audiences.get(verdict.audience)?;
        // An audience says one sentence, yes or no, about each thing it looks at. Count the longer one.
        let looks = audience.accepts.iter();
        Some(looks.map(|look| count(&look.yes).max(count(&look.no))).sum::<u64>())
    });
    bands.sum::<u64>() + home.sum::<u64>()
}
