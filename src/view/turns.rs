//! The debrief turn by turn: your move, your prediction, the answer, and what the record has.

use crate::debrief::{PointFinding, TurnFinding};
use crate::language::arg;
use crate::negotiation::event::Event;
use crate::negotiation::journal::Game;
use crate::negotiation::state::Status;

use super::card::{self, CardCase, CardLine};
use super::debrief::Teller;
use super::document::{Block, Mark, Nature, PointRow, Section, Spoken, Tone};
use super::review::Reviewer;
use super::talk::{self, Badge};
use super::wording::Wording;

impl Teller<'_> {
    fn badge(&self, badge: &Badge) -> Mark {
        let tone = match badge {
            Badge::Record { .. } => Tone::Record,
            Badge::Elsewhere { .. } => Tone::Elsewhere,
            Badge::Inference { .. } | Badge::Indirect { .. } => Tone::Inference,
        };
        Mark { tone, text: talk::badge(self.wording.catalogue, badge) }
    }

    /// Puts the review of moves into words; `None` if there is no review.
    pub(super) fn reviewer(&self) -> Option<Reviewer<'_>> {
        let review = self.findings.review.as_ref()?;
        Some(Reviewer::new(self.wording, self.game, review))
    }

    pub(super) fn turns(&self) -> Section {
        let what = self.reviewer().map_or_else(Vec::new, |r| r.what());
        let what = what.into_iter().map(|text| Block::Paragraph { text });
        let turns = self.findings.turns.iter();
        let blocks = what.chain(turns.map(|turn| self.turn(turn))).collect();
        self.section("turns", Nature::Game, blocks)
    }

    fn turn(&self, turn: &TurnFinding) -> Block {
        let args = [arg("number", turn.statement), arg("name", self.wording.person(turn.speaker))];
        let mut answers = Vec::new();
        for answer in turn.points.iter().filter_map(|point| point.answer) {
            if !answers.contains(&answer) {
                answers.push(answer);
            }
        }
        let speeches = answers.into_iter().flat_map(|answer| talk::speeches(self.wording, answer));
        let words = speeches.map(|speech| Spoken {
            name: speech.name,
            badge: self.badge(&speech.badge),
            words: speech.words,
            plain: speech.plain,
        });
        Block::Statement {
            heading: self.wording.catalogue.msg_with("debrief-turn", &args),
            points: turn.points.iter().map(|point| self.point(turn.statement, point)).collect(),
            words: words.collect(),
        }
    }

    fn point(&self, statement: u32, finding: &PointFinding) -> PointRow {
        let catalogue = self.wording.catalogue;
        let label = self.label(finding.mv);
        let (answer, badge, answered) = self.answered(statement, finding);
        let mut parts = vec![format!("{label}."), answered];
        let prediction = finding.prediction.map(|(predicted, right)| {
            let (tone, key, short) = match right {
                Some(true) => (Tone::For, "debrief-predicted-right", "page-predicted-right"),
                Some(false) => (Tone::Against, "debrief-predicted-wrong", "page-predicted-wrong"),
                None => (Tone::Neutral, "debrief-predicted-open", "page-predicted-open"),
            };
            let args = [arg("prediction", self.wording.prediction(predicted))];
            parts.push(catalogue.msg_with(key, &args));
            Mark { tone, text: catalogue.msg_with(short, &args) }
        });
        let card = card::card(self.wording, self.game.session.state(), finding.point);
        let record = card.map_or_else(String::new, |record| {
            let line = |lines: &[CardLine]| {
                let first = lines.first();
                first.map_or_else(String::new, |l| format!("{}, {}", l.speaker, l.place))
            };
            let args = [
                arg("case", catalogue.msg(record.case.key())),
                arg("said", line(&record.said)),
                arg("heard", line(&record.heard)),
            ];
            let key = match (record.said.is_empty(), record.heard.is_empty()) {
                (true, _) => "debrief-record-silent",
                (false, true) => "debrief-record-unanswered",
                (false, false) => "debrief-record",
            };
            parts.push(catalogue.msg_with(key, &args));
            let short = match record.case {
                CardCase::OwnMove | CardCase::NeverAnswered => "page-card-own",
                CardCase::SomethingElse => "page-card-else",
                CardCase::TheyRaisedIt => "page-card-hosts",
                CardCase::Silent => "debrief-record-silent",
            };
            let card = catalogue.msg_with(short, &args);
            let ended = match (record.heard.is_empty(), record.case) {
                (false, _) => "page-card-heard",
                (true, CardCase::NeverAnswered) => "page-card-never",
                (true, _) => return card,
            };
            let args = [arg("card", card), arg("heard", line(&record.heard))];
            catalogue.msg_with(ended, &args)
        });
        let review = self.reviewer().and_then(|r| r.row(finding.point));
        parts.extend(review.as_ref().map(|review| review.sentence.clone()));
        PointRow { label, answer, badge, prediction, record, review, sentence: parts.join(" ") }
    }

    /// The answer in short, with its words, and both in a sentence.
    fn answered(&self, statement: u32, finding: &PointFinding) -> (String, Option<Mark>, String) {
        let catalogue = self.wording.catalogue;
        let key = match (finding.status, finding.answer) {
            (Status::Answered(at), Some(id)) => {
                let utterance = self.wording.scenario.utterance(id);
                let first = talk::speeches(self.wording, id).into_iter().next();
                let badge = first
                    .map_or_else(|| self.mark(Tone::Inference, "badge-inference"), |speech| self.badge(&speech.badge));
                let act = catalogue.msg(&format!("answer-{}", utterance.act.key()));
                let args = [arg("act", act), arg("badge", badge.text.as_str()), arg("at", at)];
                let key = if at == statement { "page-answered-now" } else { "page-answered-later" };
                let short = catalogue.msg_with(key, &args);
                let long = catalogue.msg_with("debrief-answered", &args);
                return (short, Some(badge), long);
            }
            (status, _) => without_words(status),
        };
        (self.msg(key), None, self.msg(key))
    }
}

/// How a move without an answer of its own stands: the key of the sentence.
const fn without_words(status: Status) -> &'static str {
    match status {
        Status::LetStand(_) => "debrief-let-stand",
        Status::Silent(_) => "debrief-silent",
        Status::Open => "debrief-open",
        Status::Answered(_) | Status::Never => "debrief-never",
    }
}

/// How a move of the player was answered, in a few words; `point` counts the game's moves from 0.
pub fn answered(wording: Wording<'_>, game: &Game, point: usize, status: Status) -> String {
    let statement = game.session.state().points.get(point).map(|point| point.statement);
    let given = game.events.iter().find_map(|event| match event {
        Event::Spoken { utterance, answers } if answers.iter().any(|taken| usize::from(taken.point) == point) => {
            Some(*utterance)
        }
        _ => None,
    });
    let (Status::Answered(at), Some(id)) = (status, given) else {
        return wording.catalogue.msg(without_words(status));
    };
    let act = wording.catalogue.msg(&format!("answer-{}", wording.scenario.utterance(id).act.key()));
    let key = if Some(at) == statement { "page-answered-now" } else { "page-answered-later" };
    wording.catalogue.msg_with(key, &[arg("act", act), arg("at", at)])
}
