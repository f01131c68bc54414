//! The review of moves in words: class, figures, better move and reasons. It all describes the model.

use crate::debrief::review::{Better, Change, Class, MoveReview, Reason, Review};
use crate::language::{Arg, arg};
use crate::negotiation::event;
use crate::negotiation::journal::Game;
use crate::negotiation::value::pair_of;
use crate::scenario::resolved::{Clause, Effect};
use crate::scenario::{PartyId, SeatId, UtteranceId};

pub use super::document::ReviewRow;
use super::document::{Mark, Tone};
use super::wording::Wording;

/// Puts a review into words.
#[derive(Clone, Copy)]
pub struct Reviewer<'a> {
    wording: Wording<'a>,
    game: &'a Game,
    review: &'a Review,
    /// Selects the wording of reasons: what happened, or what would have happened.
    when: &'static str,
}

/// A number with its sign, using a typographic minus.
fn signed(number: i64) -> String {
    match number {
        0 => "0".to_owned(),
        up if up > 0 => format!("+{up}"),
        down => format!("\u{2212}{}", down.abs()),
    }
}

impl<'a> Reviewer<'a> {
    /// Prepares to word the review of a game.
    pub const fn new(wording: Wording<'a>, game: &'a Game, review: &'a Review) -> Self {
        Self { wording, game, review, when: "did" }
    }

    /// A message about what happened or would have happened.
    fn say(&self, key: &str, args: &[Arg<'_>]) -> String {
        let args: Vec<Arg<'_>> = args.iter().cloned().chain([arg("when", self.when)]).collect();
        self.wording.catalogue.msg_with(key, &args)
    }

    /// What a review is, and how the whole talk changed the outcome.
    pub fn what(&self) -> Vec<String> {
        let catalogue = self.wording.catalogue;
        let args = [arg("playouts", self.review.budget.playouts)];
        let whole = [arg("figures", self.figures(&self.review.whole))];
        let mut lines = vec![catalogue.msg_with("review-what", &args)];
        if self.review.whole.playouts > 0 {
            lines.push(catalogue.msg_with("review-whole", &whole));
        }
        lines
    }

    /// The review of the report.
    pub fn report(&self) -> Option<String> {
        let report = self.review.report.as_ref()?;
        let catalogue = self.wording.catalogue;
        if report.change.rank >= 0 {
            return Some(catalogue.msg("review-report-best"));
        }
        let clauses: Vec<String> = report
            .differs
            .iter()
            .filter_map(|issue| {
                let pair = report.best.get(issue.index()).copied()?;
                let pair = pair_of(self.wording.scenario, *issue, pair)?;
                Some(self.wording.clause(Clause { issue: *issue, position: pair.position, timing: pair.timing }))
            })
            .collect();
        let args = [arg("figures", self.figures(&report.change)), arg("clauses", clauses.join("; "))];
        Some(catalogue.msg_with("review-report-better", &args))
    }

    /// The review of a point.
    pub fn row(&self, point: event::PointIndex) -> Option<ReviewRow> {
        let review = self.review.of(point)?;
        let class = self.class(review.class());
        let Some(change) = &review.change else {
            return Some(ReviewRow {
                sentence: String::new(),
                figures: String::new(),
                better: None,
                reasons: Vec::new(),
                class,
            });
        };
        let figures = self.figures(change);
        let better = review.better.as_ref().map(|b| self.better(review, b));
        let mut reasons: Vec<String> = review.reasons.iter().map(|r| self.reason(r)).collect();
        if reasons.is_empty() && review.class() != Some(Class::ChangedLittle) {
            reasons.push(self.wording.catalogue.msg("review-why-none"));
        }
        let args = [arg("class", class.text.as_str()), arg("figures", figures.as_str())];
        let mut parts = vec![self.wording.catalogue.msg_with("review-sentence", &args)];
        parts.extend(reasons.iter().cloned());
        parts.extend(better.clone());
        Some(ReviewRow { sentence: parts.join(" "), class, figures, better, reasons })
    }

    fn class(&self, class: Option<Class>) -> Mark {
        let tone = match class {
            Some(class) if class.gained() => Tone::For,
            Some(class) if class.lost() => Tone::Against,
            _ => Tone::Neutral,
        };
        let catalogue = self.wording.catalogue;
        let text = match class {
            Some(class) => catalogue.msg(&format!("review-class-{}", class.key())),
            None => catalogue.msg("review-together"),
        };
        Mark { tone, text }
    }

    fn figures(&self, change: &Change) -> String {
        let catalogue = self.wording.catalogue;
        let measures = &self.seat().endings.measures;
        let measures: Vec<String> = measures
            .iter()
            .enumerate()
            .map(|(place, measure)| {
                let args = [arg("name", measure.name.to_lowercase()), arg("by", signed(change.measure(place)))];
                catalogue.msg_with("review-measure", &args)
            })
            .collect();
        let args = [
            arg("points", signed(change.points())),
            arg("spread", change.spread()),
            arg("measures", measures.join(", ")),
        ];
        catalogue.msg_with("review-figures", &args)
    }

    fn seat(&self) -> &'a crate::scenario::resolved::Seat {
        let seat: SeatId = self.review.seat;
        self.wording.scenario.seat(seat)
    }

    fn better(&self, review: &MoveReview, better: &Better) -> String {
        let catalogue = self.wording.catalogue;
        let made = self.game.session.state().points.get(usize::from(review.point));
        let same_speaker = made.is_some_and(|point| point.speaker == better.speaker);
        let args = [
            arg("label", self.wording.scenario.mv(better.mv).label.as_str()),
            arg("name", self.wording.person(better.speaker)),
            arg("points", signed(better.gain.points())),
            arg("spread", better.gain.spread()),
        ];
        let key = if same_speaker { "review-better-in-its-place" } else { "review-better" };
        let mut text = catalogue.msg_with(key, &args);
        if let Some(reason) = better.reasons.first() {
            let would = Self { when: "would", ..*self };
            text.push(' ');
            text.push_str(&would.reason(reason));
        }
        text
    }

    /// A reason in words.
    pub fn reason(&self, reason: &Reason) -> String {
        let catalogue = self.wording.catalogue;
        match reason {
            Reason::SetCondition(None) => self.say("review-why-set-condition", &[]),
            Reason::SetCondition(Some(mark)) => {
                let mark = [arg("mark", self.mark(*mark))];
                self.say("review-why-set-condition-mark", &mark)
            }
            Reason::HintIntoLaw(by) => self.of_commitment("review-why-hint-into-law", *by),
            Reason::TookBack(by) => self.of_commitment("review-why-took-back", *by),
            Reason::WentBack(by) => self.of_commitment("review-why-went-back", *by),
            Reason::Earned(by) => self.of_commitment("review-why-earned", *by),
            Reason::RaisedHint { hint, to } => {
                let args = [arg("commitment", self.commitment(*hint)), arg("strength", self.wording.strength(*to))];
                self.say("review-why-raised-hint", &args)
            }
            Reason::AlreadyRefused { statement, just } => {
                let key = if *just { "review-why-just-refused" } else { "review-why-already-refused" };
                self.say(key, &[arg("statement", *statement)])
            }
            Reason::BrokeLinkage { party, linkage } => self.linkage(*party, *linkage),
            Reason::PassedOver(utterance) => self.waiting("review-why-passed-over", *utterance),
            Reason::Faced(utterance) => self.waiting("review-why-faced", *utterance),
            Reason::MadeHarder(points) => self.later("review-why-made-harder", points),
            Reason::MadeSofter(points) => self.later("review-why-made-softer", points),
            Reason::UnderMark { mark, set_by } => self.earlier("review-why-under-mark", *mark, *set_by),
            Reason::OnMark { mark, set_by } => self.earlier("review-why-on-mark", *mark, *set_by),
            Reason::CoolRoom { bar, stood, needed } => {
                let args = [arg("bar", self.wording.bar(*bar)), arg("stood", *stood), arg("needed", *needed)];
                self.say("review-why-cool-room", &args)
            }
            Reason::Moved { bar, by, effect } => {
                let (because, _) = self.wording.reason(self.game.session.state(), *effect);
                let args =
                    [arg("bar", self.wording.bar(*bar)), arg("by", signed(i64::from(*by))), arg("because", because)];
                self.say("review-why-moved", &args)
            }
            Reason::Answered { act, stance } => {
                let stance = self.wording.scenario.stances.get(stance.index());
                let args = [
                    arg("act", catalogue.msg(&format!("answer-{}", act.key()))),
                    arg("because", stance.map_or("", |s| s.because.as_str())),
                ];
                self.say("review-why-answered", &args)
            }
            Reason::Left { statements, open } => {
                let args = [arg("statements", *statements), arg("open", *open)];
                self.say("review-why-left", &args)
            }
            Reason::GaveForNothing => self.say("review-why-gave-for-nothing", &[]),
            Reason::NothingNew => self.say("review-why-nothing-new", &[]),
            Reason::Unanswered => self.say("review-why-unanswered", &[]),
            Reason::TookStatement(left) => self.say("review-why-took-statement", &[arg("left", *left)]),
            Reason::Unlinked => self.say("review-why-unlinked", &[]),
            Reason::AskedFirst => self.say("review-why-asked-first", &[]),
        }
    }

    fn mark(&self, mark: crate::scenario::MarkId) -> &'a str {
        self.wording.scenario.mark(mark).meaning.as_str()
    }

    /// A commitment in words, given the effect that made it.
    fn commitment(&self, by: event::Reason) -> String {
        match by.effect(self.wording.scenario) {
            Some(Effect::Commit(form)) => form.text.clone(),
            _ => String::new(),
        }
    }

    fn of_commitment(&self, key: &str, by: event::Reason) -> String {
        let args = [arg("commitment", self.commitment(by))];
        self.say(key, &args)
    }

    fn linkage(&self, party: PartyId, place: u16) -> String {
        let scenario = self.wording.scenario;
        let values = scenario.values.iter().find(|v| v.party == party);
        let linkage = values.and_then(|v| v.linkages.get(usize::from(place)));
        let args = [
            arg("party", scenario.party(party).name.as_str()),
            arg("linkage", linkage.map_or("", |linkage| linkage.text.as_str())),
        ];
        let key = if party == self.seat().party { "review-why-broke-own" } else { "review-why-broke-theirs" };
        self.say(key, &args)
    }

    fn waiting(&self, key: &str, utterance: UtteranceId) -> String {
        self.say(key, &[arg("name", self.wording.speaker(utterance))])
    }

    /// A message naming later points by their moves, without duplicates.
    fn later(&self, key: &str, points: &[event::PointIndex]) -> String {
        let state = self.game.session.state();
        let mut labels: Vec<String> = Vec::new();
        for point in points {
            let Some(point) = state.points.get(usize::from(*point)) else {
                continue;
            };
            let label = format!("“{}”", self.wording.scenario.mv(point.mv).label);
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
        let args = [arg("count", points.len()), arg("points", labels.join(", "))];
        self.say(key, &args)
    }

    fn earlier(&self, key: &str, mark: crate::scenario::MarkId, set_by: event::PointIndex) -> String {
        let points = &self.game.session.state().points;
        let by = points.get(usize::from(set_by));
        let args = [
            arg("statement", by.map_or(0, |point| point.statement)),
            arg("label", by.map_or("", |point| self.wording.scenario.mv(point.mv).label.as_str())),
            arg("mark", self.mark(mark)),
        ];
        self.say(key, &args)
    }
}
