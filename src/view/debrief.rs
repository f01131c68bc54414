//! The debrief of a game as a plain data document, for the terminal, Markdown, JSON and HTML.

use crate::debrief::{Bought, Findings, Shares};
use crate::language::arg;
use crate::negotiation::journal::Game;
use crate::negotiation::report::{Backing, JudgedClause};
use crate::scenario::MoveId;
use crate::scenario::draft::TaskKind;
use crate::scenario::resolved::Basis;

use super::begun;
use super::document::{Entry, Mark, Nature, Quoted, Share, Tone};
use super::library;
use super::report;
use super::talk::commitment_text;
use super::wording::Wording;

pub use super::document::{Block, Document, Section, markdown};

/// Builds the debrief of a game from its findings.
pub fn document(wording: Wording<'_>, game: &Game, findings: &Findings) -> Document {
    let teller = Teller { wording, game, findings };
    Document {
        title: wording.catalogue.msg_with("debrief-title", &[arg("title", wording.scenario.title.as_str())]),
        scenario: wording.scenario.id.clone(),
        digest: game.digest(),
        sections: teller.sections().into_iter().filter(has_content).collect(),
        sources: wording.scenario.sources.iter().map(|source| source.citation.clone()).collect(),
        works: wording.bibliography().collect(),
    }
}

/// Updates a debrief after the weights changed. Only the sections that depend on the weights are rebuilt; the others
/// are slow.
pub fn reweighed(wording: Wording<'_>, game: &Game, findings: &Findings, told: &Document) -> Document {
    let teller = Teller { wording, game, findings };
    let anew = [teller.map(), teller.left(), teller.home(), teller.criticise()];
    let anew: Vec<Section> = anew.into_iter().chain(teller.sure()).collect();
    let mut document = told.clone();
    for section in &mut document.sections {
        if let Some(new) = anew.iter().find(|new| new.key == section.key) {
            section.clone_from(new);
        }
    }
    document
}

/// Whether a section has any content. A scenario without facts, tasks or contested points gets no headings for them.
fn has_content(section: &Section) -> bool {
    let empty = |block: &Block| matches!(block, Block::Entries { entries } if entries.is_empty());
    !section.blocks.iter().all(empty)
}

/// Builds the sections of the debrief.
pub(super) struct Teller<'a> {
    pub(super) wording: Wording<'a>,
    pub(super) game: &'a Game,
    pub(super) findings: &'a Findings,
}

fn paragraph(text: String) -> Block {
    Block::Paragraph { text }
}

fn entry(term: String, text: String, sentence: String) -> Entry {
    Entry { term, mark: None, text, quote: None, note: None, sentence }
}

impl Teller<'_> {
    /// Every section. Unless both sides may be shown, only those that the player's own seat can know.
    fn sections(&self) -> Vec<Section> {
        if !self.findings.both_sides {
            return vec![self.unfinished(), self.header(), self.turns(), self.why(), self.principles()];
        }
        let mut sections = vec![self.ending(), self.map(), self.left()];
        sections.extend(self.sure());
        sections.extend([
            self.report(),
            self.header(),
            self.turns(),
            self.why(),
            self.principles(),
            self.home(),
            self.aftermath(),
            self.open_questions(),
            self.tasks(),
            self.criticise(),
        ]);
        sections
    }

    /// Says that the rest will follow when the game is over.
    fn unfinished(&self) -> Section {
        self.section("ending", Nature::Game, vec![paragraph(self.msg("debrief-until-over"))])
    }

    pub(super) fn msg(&self, key: &str) -> String {
        self.wording.catalogue.msg(key)
    }

    pub(super) fn mark(&self, tone: Tone, key: &str) -> Mark {
        Mark { tone, text: self.msg(key) }
    }

    pub(super) fn section(&self, key: &'static str, nature: Nature, blocks: Vec<Block>) -> Section {
        Section { key, nature, heading: self.msg(&format!("debrief-{key}")), blocks }
    }

    pub(super) fn label(&self, mv: MoveId) -> String {
        self.wording.scenario.mv(mv).label.clone()
    }

    fn labels(&self, moves: &[MoveId]) -> String {
        if moves.is_empty() {
            return self.msg("debrief-none");
        }
        moves.iter().map(|mv| self.label(*mv)).collect::<Vec<_>>().join("; ")
    }

    /// How much of this game was record, elsewhere or inference, and what was never answered.
    fn header(&self) -> Section {
        let catalogue = self.wording.catalogue;
        let Shares { answered, let_stand, unanswered, .. } = self.findings.shares;
        let points = [arg("answered", answered), arg("stand", let_stand), arg("unanswered", unanswered)];
        let (heard, all) = self.findings.heard;
        let (made, right) = self.findings.predictions;
        let heard = [arg("heard", heard), arg("all", all)];
        let predictions = [arg("made", made), arg("right", right)];
        let told = begun::lines(self.wording, self.game).into_iter();
        let mut blocks: Vec<Block> = told.map(paragraph).collect();
        let points = paragraph(catalogue.msg_with("debrief-shares-points", &points));
        match self.wording.speech() {
            Some(speech) => blocks.extend([paragraph(speech), points]),
            None => {
                blocks.extend([self.shares(), points, paragraph(catalogue.msg_with("debrief-shares-heard", &heard))]);
            }
        }
        blocks.push(paragraph(catalogue.msg_with("debrief-predictions", &predictions)));
        let (statements, suggestions) = self.findings.advised;
        if statements > 0 {
            let args = [arg("statements", statements), arg("suggestions", suggestions)];
            blocks.push(paragraph(catalogue.msg_with("advice-counted", &args)));
        }
        self.section("shares", Nature::Game, blocks)
    }

    fn shares(&self) -> Block {
        let shares = self.findings.shares;
        let words = (shares.record + shares.elsewhere + shares.inference).max(1);
        let percent = |part: usize| (part * 100 + words / 2) / words;
        let args = [
            arg("record", percent(shares.record)),
            arg("elsewhere", percent(shares.elsewhere)),
            arg("inference", percent(shares.inference)),
        ];
        let part = |tone, key, part| Share { mark: self.mark(tone, key), percent: percent(part) };
        Block::Shares {
            parts: vec![
                part(Tone::Record, "page-record", shares.record),
                part(Tone::Elsewhere, "page-elsewhere", shares.elsewhere),
                part(Tone::Inference, "badge-inference", shares.inference),
            ],
            sentence: self.wording.catalogue.msg_with("debrief-shares-words", &args),
        }
    }

    fn ending(&self) -> Section {
        let mut blocks = Vec::new();
        match &self.findings.judgement {
            None => blocks.push(paragraph(self.msg("debrief-unfinished"))),
            Some(judgement) => {
                if !judgement.sent {
                    blocks.push(paragraph(self.msg("debrief-no-report")));
                }
                for measure in report::measures(self.wording, judgement) {
                    let args = [
                        arg("name", measure.name.as_str()),
                        arg("number", measure.number),
                        arg("band", measure.band),
                        arg("text", measure.text.as_str()),
                        arg("plain", measure.plain.as_str()),
                    ];
                    let sentence = self.wording.catalogue.msg_with("debrief-measure", &args);
                    blocks.push(Block::Measure {
                        name: measure.name,
                        number: measure.number,
                        band: measure.band,
                        text: measure.text,
                        plain: measure.plain,
                        sentence,
                    });
                }
            }
        }
        blocks.push(paragraph(self.wording.scenario.question.clone()));
        self.section("ending", Nature::Counterfactual, blocks)
    }

    fn report(&self) -> Section {
        let mut blocks = vec![paragraph(self.msg("debrief-report-what"))];
        if let Some(judgement) = &self.findings.judgement {
            let views = report::clauses(self.wording, &self.game.session, judgement);
            let entries = views
                .into_iter()
                .zip(&judgement.clauses)
                .map(|(view, clause)| Entry {
                    mark: self.clause_mark(clause),
                    ..entry(
                        view.reported.clone(),
                        view.judgement.clone(),
                        format!("{}. {}", view.reported, view.judgement),
                    )
                })
                .collect();
            blocks.push(Block::Entries { entries });
            if judgement.contradictions > 0 {
                let args = [arg("count", judgement.contradictions)];
                blocks.push(paragraph(self.wording.catalogue.msg_with("debrief-contradictions", &args)));
            }
        }
        let reviewed = self.reviewer().and_then(|reviewer| reviewer.report());
        blocks.extend(reviewed.map(paragraph));
        self.section("report", Nature::Counterfactual, blocks)
    }

    /// A short mark for what a clause has earned.
    fn clause_mark(&self, clause: &JudgedClause) -> Option<Mark> {
        let session = &self.game.session;
        if !self.wording.scenario.length(session.setup().length).plays(clause.issue) {
            return Some(self.mark(Tone::Neutral, "page-clause-outside"));
        }
        Some(match clause.backing {
            Backing::TheirOwn => self.mark(Tone::Neutral, "page-clause-their-own"),
            Backing::Nothing => self.mark(Tone::Neutral, "page-clause-nothing"),
            Backing::Refused(_) => self.mark(Tone::Against, "page-clause-refused"),
            Backing::Commitment(_) => Mark {
                tone: Tone::For,
                text: self.wording.catalogue.msg_with("page-clause-earned", &[arg("percent", clause.percent)]),
            },
        })
    }

    fn principles(&self) -> Section {
        let principles = &self.findings.principles;
        let catalogue = self.wording.catalogue;
        let order: Vec<&str> =
            principles.order.iter().map(|issue| self.wording.scenario.issue(*issue).name.as_str()).collect();
        let line = |key: &str, moves: &[MoveId]| {
            catalogue.msg_with(key, &[arg("count", moves.len()), arg("moves", self.labels(moves))])
        };
        let mut items = vec![
            line("debrief-linked", &principles.linked),
            line("debrief-unlinked", &principles.unlinked),
            line("debrief-preconditions", &principles.preconditions),
            line("debrief-questions", &principles.questions),
        ];
        items.extend(principles.concessions.iter().map(|bought| self.bought(bought)));
        items.push(catalogue.msg_with("debrief-order", &[arg("issues", order.join(" → "))]));
        self.section("principles", Nature::Game, vec![Block::List { items }])
    }

    fn bought(&self, bought: &Bought) -> String {
        let state = self.game.session.state();
        let brought: Vec<String> =
            bought.brought.iter().filter_map(|index| commitment_text(self.wording, state, *index)).collect();
        let args =
            [arg("move", self.label(bought.mv)), arg("statement", bought.statement), arg("brought", brought.join(" "))];
        let key = if brought.is_empty() { "debrief-concession-nothing" } else { "debrief-concession" };
        self.wording.catalogue.msg_with(key, &args)
    }

    fn home(&self) -> Section {
        let catalogue = self.wording.catalogue;
        let Some(judgement) = &self.findings.judgement else {
            return self.section("home", Nature::Counterfactual, vec![paragraph(self.msg("debrief-unfinished"))]);
        };
        let verdict = if judgement.ratifiable { "debrief-ratifiable" } else { "debrief-not-ratifiable" };
        let mut blocks = vec![paragraph(self.msg(verdict))];
        blocks.extend(self.worth_at_home(judgement.ratifiable));
        let audiences = report::audiences(self.wording, judgement);
        let entries = audiences.into_iter().map(|audience| {
            let (tone, verdict) =
                if audience.accepts { (Tone::For, "audience-yes") } else { (Tone::Against, "audience-no") };
            let needed = if audience.ratifies { catalogue.msg("audience-needed") } else { String::new() };
            let says: Vec<&str> = audience.says.iter().map(|(_, s)| s.as_str()).collect();
            let says = says.join(" ");
            let args = [
                arg("name", audience.name.as_str()),
                arg("verdict", catalogue.msg(verdict)),
                arg("needed", needed.as_str()),
                arg("says", says.as_str()),
            ];
            let sentence = catalogue.msg_with("debrief-audience", &args);
            let note = needed.trim().to_owned();
            Entry {
                mark: Some(self.mark(tone, verdict)),
                note: audience.ratifies.then_some(note),
                ..entry(audience.name, says, sentence)
            }
        });
        blocks.push(Block::Entries { entries: entries.collect() });
        self.section("home", Nature::Counterfactual, blocks)
    }

    /// Each party's alternative to a deal.
    pub(super) fn batna(&self) -> Block {
        let scenario = self.wording.scenario;
        let catalogue = self.wording.catalogue;
        let entries = scenario.values.iter().map(|values| {
            let party = scenario.party(values.party).name.as_str();
            let args = [
                arg("party", party),
                arg("batna", values.batna.as_str()),
                arg("basis", self.wording.basis(&values.batna_source)),
            ];
            let sentence = catalogue.msg_with("debrief-batna", &args);
            let term = catalogue.msg_with("page-no-deal", &[arg("party", party)]);
            let (quote, note) = self.grounds(&values.batna_source);
            Entry { quote, note, ..entry(term, values.batna.clone(), sentence) }
        });
        Block::Entries { entries: entries.collect() }
    }

    /// The source of a statement: a quotation if it has one, otherwise a note.
    fn grounds(&self, basis: &Basis) -> (Option<Quoted>, Option<String>) {
        match basis {
            Basis::Quote(quote) => {
                let quoted = Quoted { place: self.wording.place(quote), words: quote.words.clone() };
                (Some(quoted), None)
            }
            other => (None, Some(self.wording.basis(other))),
        }
    }

    fn aftermath(&self) -> Section {
        let facts = library::timeline(self.wording, true).into_iter();
        let entries = facts.map(|fact| {
            let sentence = format!("{}: {} [{}]", fact.heading, fact.text, fact.source);
            Entry { note: Some(fact.source), ..entry(fact.heading, fact.text, sentence) }
        });
        let entries = entries.collect();
        self.section("aftermath", Nature::History, vec![Block::Entries { entries }])
    }

    fn open_questions(&self) -> Section {
        let mut blocks = Vec::new();
        for contested in &self.wording.scenario.contested {
            blocks.push(Block::Subheading { text: contested.question.clone() });
            let entries = contested.readings.iter().map(|reading| {
                let sentence = format!("{}: {}", reading.held_by, reading.text);
                entry(reading.held_by.clone(), reading.text.clone(), sentence)
            });
            blocks.push(Block::Entries { entries: entries.collect() });
        }
        self.section("contested", Nature::History, blocks)
    }

    fn tasks(&self) -> Section {
        let mut blocks = Vec::new();
        let tasks = self.wording.scenario.tasks.iter().filter(|task| task.kind != TaskKind::CriticiseTheModel);
        for task in tasks {
            blocks.push(Block::Subheading { text: task.title.clone() });
            blocks.push(paragraph(task.text.clone()));
            for quote in &task.quotes {
                let place = self.wording.line(quote.line);
                blocks.push(Block::Quote { place, words: quote.words.text.clone() });
            }
        }
        self.section("tasks", Nature::Source, blocks)
    }

    fn criticise(&self) -> Section {
        let scenario = self.wording.scenario;
        let seat = scenario.seat(self.findings.seat);
        let mut blocks = Vec::new();
        if let Some(appraisal) = &self.findings.appraisal {
            blocks.push(Block::Subheading { text: self.msg("criticise-flips") });
            blocks.push(paragraph(self.msg("criticise-flips-what")));
            blocks.push(self.flips(appraisal));
        }
        if !seat.endings.single_case_rules.is_empty() {
            blocks.push(Block::Subheading { text: self.msg("criticise-rules") });
            blocks.push(paragraph(self.msg("debrief-criticise-what")));
        }
        let rules = seat.endings.single_case_rules.iter().map(|rule| {
            let args = [
                arg("rule", rule.rule.as_str()),
                arg("instance", self.wording.basis(&rule.instance)),
                arg("other", rule.other_reading.as_str()),
            ];
            let catalogue = self.wording.catalogue;
            let sentence = catalogue.msg_with("debrief-rule", &args);
            let (quote, note) = self.grounds(&rule.instance);
            let rests = |on: String| catalogue.msg_with("page-rests-on", &[arg("instance", on)]);
            Entry {
                quote,
                note: note.map(rests),
                ..entry(rule.rule.clone(), catalogue.msg_with("page-other-reading", &args), sentence)
            }
        });
        blocks.push(Block::Entries { entries: rules.collect() });
        for task in scenario.tasks.iter().filter(|task| task.kind == TaskKind::CriticiseTheModel) {
            blocks.push(Block::Subheading { text: task.title.clone() });
            blocks.push(paragraph(task.text.clone()));
        }
        self.section("criticise", Nature::Model, blocks)
    }
}
