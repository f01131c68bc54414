//! Explains an answer in words: the act and its reason, the stances tried before it, and the judgement behind it. What
//! is private to the other side (weights, points, aims, linkages, and the heights that the model asks for) is shown
//! once the game is over.

use crate::language::{Arg, arg};
use crate::negotiation::disposition::{Disposition, TERMS, contribution};
use crate::negotiation::event::{Event, PointIndex};
use crate::negotiation::journal::Game;
use crate::negotiation::why::{Account, Closed, Explanation, Meant, Outcome, Tried, explain_all};
use crate::scenario::StanceId;
use crate::scenario::acts::Yielding;
use crate::scenario::draft::Manner;
use crate::scenario::resolved::{Stance, Style, Values};
use crate::scenario::terms::Figure;

use super::condition::condition;
use super::document::{Block, Entry, Nature, Section};
use super::wording::Wording;

/// Why one move was answered as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhyView {
    pub point: PointIndex,
    pub statement: u32,
    pub label: String,
    pub title: String,
    pub answer: Vec<String>,
    /// The stances tried before, and the condition that failed in each.
    pub tried: Vec<String>,
    /// The judgement, term by term, and its result.
    pub judgement: Vec<String>,
    pub note: String,
}

impl WhyView {
    /// The whole explanation, one sentence a line.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        let lines = self.answer.iter().chain(&self.tried).chain(&self.judgement);
        lines.chain([&self.note]).map(String::as_str)
    }
}

/// Explains the answers to all moves of a game, in the order they were made.
pub fn all(wording: Wording<'_>, game: &Game) -> Vec<WhyView> {
    let teller = Teller::new(wording, game);
    let explanations = explain_all(game);
    explanations.iter().filter_map(|e| teller.view(e)).collect()
}

/// Explains the answer to one move; `None` if there is no such point.
pub fn of(wording: Wording<'_>, game: &Game, point: PointIndex) -> Option<WhyView> {
    let views = all(wording, game);
    views.into_iter().find(|view| view.point == point)
}

/// The points that the last answer was to.
pub fn last_answered(game: &Game) -> Vec<PointIndex> {
    let answered = game.events.iter().rev().find_map(|event| match event {
        Event::Spoken { answers, .. } if !answers.is_empty() => Some(answers.iter().map(|taken| taken.point).collect()),
        Event::LetStand { taken, .. } => Some(vec![taken.point]),
        _ => None,
    });
    answered.unwrap_or_default()
}

impl super::debrief::Teller<'_> {
    /// The section on answers: what the judgement counts, and each answer that could have yielded more or that the
    /// style changed.
    pub(super) fn why(&self) -> Section {
        let teller = Teller::new(self.wording, self.game);
        let points = self.findings.turns.iter().flat_map(|turn| &turn.points);
        let points: Vec<PointIndex> = points.map(|finding| finding.point).collect();
        let explanations = explain_all(self.game).into_iter();
        let entries = explanations
            .filter(|explanation| points.contains(&explanation.point))
            .filter_map(|explanation| teller.entry(&explanation))
            .collect();
        let paragraph = |key: &str| Block::Paragraph { text: self.msg(key) };
        let mut blocks = vec![paragraph("debrief-why-what"), paragraph("why-model")];
        if teller.over {
            let items = teller.figures();
            blocks.extend([paragraph("debrief-why-figures"), Block::List { items }]);
        }
        blocks.push(Block::Entries { entries });
        self.section("why", Nature::Model, blocks)
    }
}

struct Teller<'a> {
    wording: Wording<'a>,
    game: &'a Game,
    style: Option<&'a Style>,
    own: Option<&'a Values>,
    /// The game is over, so what is private to the other side may be shown.
    over: bool,
}

impl<'a> Teller<'a> {
    fn new(wording: Wording<'a>, game: &'a Game) -> Self {
        let setup = game.session.setup();
        let seat = wording.scenario.seat(setup.seat);
        let party = wording.scenario.seat(seat.opposite).party;
        Self {
            wording,
            game,
            style: seat.style(setup.style),
            own: wording.scenario.values.iter().find(|v| v.party == party),
            over: game.shows_both_sides(),
        }
    }

    fn msg(&self, key: &str, args: &[Arg<'_>]) -> String {
        self.wording.catalogue.msg_with(key, args)
    }

    fn stance(&self, number: StanceId) -> Option<&'a Stance> {
        self.wording.scenario.stances.get(number.index())
    }

    fn view(&self, explanation: &Explanation) -> Option<WhyView> {
        let points = &self.game.session.state().points;
        let point = points.get(usize::from(explanation.point))?;
        let account = explanation.account.as_ref();
        let judged = account.filter(|_| matches!(explanation.closed, Closed::Answered(_)));
        let label = self.wording.scenario.mv(point.mv).label.clone();
        Some(WhyView {
            point: explanation.point,
            statement: point.statement,
            title: self.msg("why-title", &[arg("move", label.as_str())]),
            label,
            answer: self.answer(explanation.closed, account),
            tried: account.map_or_else(Vec::new, |account| self.tried(account)),
            judgement: judged.map_or_else(Vec::new, |account| self.judgement(account)),
            note: self.msg("why-model", &[]),
        })
    }

    fn answer(&self, closed: Closed, account: Option<&Account>) -> Vec<String> {
        let (scenario, catalogue) = (self.wording.scenario, self.wording.catalogue);
        let act = |id| catalogue.msg(&format!("answer-{}", scenario.utterance(id).act.key()));
        match closed {
            Closed::Answered(id) => {
                let mut lines = vec![self.msg("why-answered", &[arg("act", act(id))])];
                let stance = account.and_then(|account| match account.meant {
                    Meant::Say(number, _) => self.stance(number?),
                    Meant::LetStand => None,
                });
                lines.extend(stance.map(|stance| {
                    let args =
                        [arg("because", stance.because.as_str()), arg("basis", self.wording.basis(&stance.source))];
                    self.msg("why-reason", &args)
                }));
                lines
            }
            Closed::TakenUp(id) => {
                let topic = scenario.topic(scenario.utterance(id).topic);
                let args =
                    [arg("act", act(id)), arg("topic", topic.name.as_str()), arg("because", topic.because.as_str())];
                vec![self.msg("why-taken-up", &args)]
            }
            Closed::LetStand(entry) => {
                let place = entry.map(|entry| self.wording.entry_place(entry));
                vec![match place {
                    Some(place) => self.msg("why-let-stand", &[arg("place", place)]),
                    None => self.msg("why-nothing-new", &[]),
                }]
            }
            Closed::ByPerson(_) => vec![self.msg("why-person", &[])],
            Closed::Never => vec![self.msg("why-never", &[])],
            Closed::Open => vec![self.msg("why-open", &[])],
        }
    }

    fn tried(&self, account: &Account) -> Vec<String> {
        let tried = account.tried.iter();
        tried.filter_map(|tried| self.one_tried(tried)).collect()
    }

    fn one_tried(&self, tried: &Tried) -> Option<String> {
        let stance = self.stance(tried.stance)?;
        let catalogue = self.wording.catalogue;
        let asked = |places: &[usize]| {
            let asked = places.iter().filter_map(|place| stance.when.get(*place));
            let asked: Vec<String> = asked.map(|c| condition(self.wording, c, self.over)).collect();
            asked.join("; ")
        };
        let (key, asked) = match &tried.outcome {
            Outcome::Decides => return None,
            Outcome::Fails(place) => ("why-tried-fails", asked(&[*place])),
            Outcome::NoWords => ("why-tried-no-words", String::new()),
            Outcome::PassedOver => ("why-tried-passed-over", String::new()),
            Outcome::Reached(places) => ("why-tried-reached", asked(places)),
        };
        let args = [
            arg("act", catalogue.msg(&format!("answer-{}", stance.act.key()))),
            arg("because", stance.because.as_str()),
            arg("asked", asked),
        ];
        Some(self.msg(key, &args))
    }

    fn judgement(&self, account: &Account) -> Vec<String> {
        let Some(style) = self.style else {
            return Vec::new();
        };
        let disposition = &account.disposition;
        let mut lines = vec![self.msg("why-judgement", &[])];
        for term in TERMS {
            let fact = self.fact(account, term);
            lines.push(if self.over {
                let args = [
                    arg("fact", fact),
                    arg("value", format!("{:+}", disposition.term(term))),
                    arg("weight", style.figure(term)),
                    arg("because", style.because(term)),
                ];
                self.msg("why-term", &args)
            } else {
                fact
            });
        }
        if self.over {
            lines.push(self.sum(style, account));
        } else {
            lines.push(self.msg("why-private", &[]));
        }
        lines.push(self.effect(style, account));
        lines
    }

    /// The facts behind a term. Leaves out what is private to the other side until the game is over.
    fn fact(&self, account: &Account, term: Figure) -> String {
        let disposition = &account.disposition;
        match term {
            Figure::Aspiration => self.aspiration(disposition),
            Figure::Reciprocity => {
                let given = disposition.reciprocity;
                let args = [arg("since", given.since), arg("gave", given.gave), arg("pressed", given.pressed)];
                self.msg("why-reciprocity", &args)
            }
            Figure::Cost => self.cost(account),
            Figure::Face => {
                let key = if disposition.face.ultimatum { "why-face-ultimatum" } else { "why-face" };
                self.msg(key, &[arg("height", disposition.face.height)])
            }
            _ => self.priorities(disposition),
        }
    }

    fn aspiration(&self, disposition: &Disposition) -> String {
        let aspiration = disposition.aspiration;
        let mut args = vec![
            arg("statements", aspiration.statements),
            arg("limit", aspiration.limit),
            arg("patience", aspiration.patience),
        ];
        if !self.over {
            return self.msg("why-aspiration", &args);
        }
        args.extend([
            arg("share", aspiration.came_down),
            arg("aims", aspiration.aims_for()),
            arg("opening", aspiration.opening),
            arg("reservation", aspiration.reservation),
        ]);
        self.msg("why-aspiration-over", &args)
    }

    fn cost(&self, account: &Account) -> String {
        let cost = &account.disposition.cost;
        let points = &self.game.session.state().points;
        let point = points.get(usize::from(account.point));
        let asked = point.and_then(|point| self.wording.scenario.mv(point.mv).asks);
        let (Some(asked), Some((issue, pair))) = (asked, cost.asked) else {
            return self.msg("why-cost-nothing", &[]);
        };
        if !self.over {
            return self.msg("why-cost", &[arg("clause", self.wording.clause(asked))]);
        }
        let taken = crate::scenario::resolved::Clause { issue, position: pair.position, timing: pair.timing };
        let args =
            [arg("clause", self.wording.clause(taken)), arg("points", cost.points.abs()), arg("room", cost.room)];
        let key = if cost.points < 0 { "why-cost-gain" } else { "why-cost-over" };
        let mut text = self.msg(key, &args);
        let linkages = self.own.map_or(&[][..], |own| own.linkages.as_slice());
        for linkage in cost.breaks.iter().filter_map(|index| linkages.get(*index)) {
            let key = if linkage.hard { "why-red-line" } else { "why-linkage" };
            text.push(' ');
            text.push_str(&self.msg(key, &[arg("linkage", linkage.text.as_str())]));
        }
        text
    }

    fn priorities(&self, disposition: &Disposition) -> String {
        let priorities = disposition.priorities;
        let issue = self.wording.scenario.issue(priorities.issue);
        let args = [
            arg("issue", issue.name.as_str()),
            arg("raised", priorities.raised),
            arg("share", priorities.share),
            arg("weight", priorities.own_weight),
        ];
        if self.over { self.msg("why-priorities-over", &args) } else { self.msg("why-priorities", &args) }
    }

    fn sum(&self, style: &Style, account: &Account) -> String {
        let disposition = &account.disposition;
        let args = [
            arg("base", style.figure(Figure::Base)),
            arg("because", style.because(Figure::Base)),
            arg("readiness", disposition.readiness),
        ];
        let key = if disposition.cost.red_line { "why-readiness-red-line" } else { "why-readiness" };
        self.msg(key, &args)
    }

    /// The figures of the style, each with its reason.
    fn figures(&self) -> Vec<String> {
        let Some(style) = self.style else {
            return Vec::new();
        };
        let figures = Figure::ALL.iter();
        figures
            .filter(|figure| figure.is_needed_by(style.manner))
            .map(|figure| {
                let args = [
                    arg("name", self.msg(&format!("figure-{}", figure.key()), &[])),
                    arg("is", style.figure(*figure)),
                    arg("because", style.because(*figure)),
                ];
                self.msg("style-figure", &args)
            })
            .collect()
    }

    /// A short entry for the debrief; `None` if no better answer came close and the style changed nothing.
    fn entry(&self, explanation: &Explanation) -> Option<Entry> {
        let view = self.view(explanation)?;
        let account = explanation.account.as_ref()?;
        let Meant::Say(_, said) = account.meant else {
            return None;
        };
        let yields = |tried: &&Tried| {
            let act = self.stance(tried.stance).map(|stance| stance.act);
            act.map(|act| act.profile().yields)
        };
        let came = self.wording.scenario.utterance(said).act.profile().yields;
        let missed = |tried: &&Tried| {
            !matches!(tried.outcome, Outcome::Decides | Outcome::Reached(_)) && yields(tried) > Some(came)
        };
        let better =
            account.tried.iter().filter(missed).max_by_key(|tried| (yields(tried), std::cmp::Reverse(tried.stance)));
        let changed = account.written != account.meant;
        if better.is_none() && !changed {
            return None;
        }
        let mut lines = view.answer;
        lines.extend(better.and_then(|tried| self.one_tried(tried)));
        let style = self.style?;
        if self.over {
            lines.push(self.short_sum(style, &account.disposition));
        }
        if changed {
            lines.push(self.effect(style, account));
        }
        let args = [arg("statement", view.statement), arg("label", view.label.as_str())];
        let term = self.msg("debrief-why-term", &args);
        let text = lines.join(" ");
        Some(Entry { sentence: format!("{term}. {text}"), term, mark: None, text, quote: None, note: None })
    }

    /// The readiness as a sum, in one line.
    fn short_sum(&self, style: &Style, disposition: &Disposition) -> String {
        let weighed = |term: Figure| {
            let points = contribution(style, term, disposition.term(term));
            format!("{points:+}")
        };
        let mut args = vec![arg("base", style.figure(Figure::Base)), arg("readiness", disposition.readiness)];
        args.extend(TERMS.map(|term| arg(term.key(), weighed(term))));
        let key = if disposition.cost.red_line { "why-readiness-red-line" } else { "why-sum" };
        self.msg(key, &args)
    }

    /// The effect of the judgement on the answer.
    fn effect(&self, style: &Style, account: &Account) -> String {
        let changed = account.written != account.meant;
        let mut args = vec![arg("name", style.name.as_str())];
        let key = match (style.manner, changed) {
            (Manner::AsWritten, _) => "why-style-record",
            (_, false) => "why-style-same",
            (Manner::Harder, true) => "why-style-less",
            (Manner::Forthcoming, true) => "why-style-more",
        };
        if !self.over || style.manner == Manner::AsWritten {
            return self.msg(key, &args);
        }
        args.push(arg("slack", account.slack));
        let mut text = self.msg(key, &args);
        text.push(' ');
        text.push_str(&match account.allowed {
            Some(allowed) => {
                args.push(arg("allowed", self.msg(yielding(allowed), &[])));
                self.msg("why-style-allowed", &args)
            }
            None => self.msg("why-style-slack", &args),
        });
        text
    }
}

const fn yielding(yielding: Yielding) -> &'static str {
    match yielding {
        Yielding::Nothing => "yielding-nothing",
        Yielding::Talk => "yielding-talk",
        Yielding::Later => "yielding-later",
        Yielding::Yes => "yielding-yes",
    }
}
