//! The debrief as plain data, and as a document that terminal, Markdown and page can print.

use serde::Serialize;

use crate::debrief::{Bought, Findings, PointFinding};
use crate::language::arg;
use crate::negotiation::journal::Game;
use crate::negotiation::state::Status;
use crate::scenario::MoveId;
use crate::scenario::draft::TaskKind;
use crate::scenario::resolved::Words;

use super::card;
use super::library;
use super::report;
use super::talk::commitment_text;
use super::wording::Wording;

/// The whole debrief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Title.
    pub title: String,
    /// Id of the scenario.
    pub scenario: String,
    /// Digest of the game, by which it can be told from others.
    pub digest: String,
    /// Sections, in order.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Stable key.
    pub key: &'static str,
    /// Heading.
    pub heading: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Text.
        text: String,
    },
    /// A heading inside the section.
    Subheading {
        /// Text.
        text: String,
    },
    /// A list.
    List {
        /// Items.
        items: Vec<String>,
    },
    /// Words of the source.
    Quote {
        /// Who, where.
        place: String,
        /// The words.
        words: String,
    },
    /// A table with a head.
    Table {
        /// Head.
        head: Vec<String>,
        /// Rows.
        rows: Vec<Vec<String>>,
    },
}

/// The debrief of a game.
pub fn document(wording: Wording<'_>, game: &Game, findings: &Findings) -> Document {
    let teller = Teller {
        wording,
        game,
        findings,
    };
    Document {
        title: wording.catalogue.msg_with(
            "debrief-title",
            &[arg("title", wording.scenario.title.as_str())],
        ),
        scenario: wording.scenario.id.clone(),
        digest: game.digest(),
        sections: vec![
            teller.header(),
            teller.ending(),
            teller.report(),
            teller.turns(),
            teller.principles(),
            teller.home(),
            teller.deals(),
            teller.aftermath(),
            teller.open_questions(),
            teller.tasks(),
            teller.criticise(),
        ],
    }
}

struct Teller<'a> {
    wording: Wording<'a>,
    game: &'a Game,
    findings: &'a Findings,
}

fn paragraph(text: String) -> Block {
    Block::Paragraph { text }
}

impl Teller<'_> {
    fn msg(&self, key: &str) -> String {
        self.wording.catalogue.msg(key)
    }

    fn section(&self, key: &'static str, blocks: Vec<Block>) -> Section {
        Section {
            key,
            heading: self.msg(&format!("debrief-{key}")),
            blocks,
        }
    }

    fn label(&self, mv: MoveId) -> String {
        self.wording.scenario.mv(mv).label.clone()
    }

    fn labels(&self, moves: &[MoveId]) -> String {
        if moves.is_empty() {
            return self.msg("debrief-none");
        }
        moves
            .iter()
            .map(|mv| self.label(*mv))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// How much of this game was record, elsewhere, inference, and what was never answered.
    fn header(&self) -> Section {
        let shares = self.findings.shares;
        let words = (shares.record + shares.elsewhere + shares.inference).max(1);
        let percent = |part: usize| (part * 100 + words / 2) / words;
        let args = [
            arg("record", percent(shares.record)),
            arg("elsewhere", percent(shares.elsewhere)),
            arg("inference", percent(shares.inference)),
        ];
        let points = [
            arg("answered", shares.answered),
            arg("stand", shares.let_stand),
            arg("unanswered", shares.unanswered),
        ];
        let (heard, all) = self.findings.heard;
        let (made, right) = self.findings.predictions;
        let predictions = [arg("made", made), arg("right", right)];
        self.section(
            "shares",
            vec![
                paragraph(
                    self.wording
                        .catalogue
                        .msg_with("debrief-shares-words", &args),
                ),
                paragraph(
                    self.wording
                        .catalogue
                        .msg_with("debrief-shares-points", &points),
                ),
                paragraph(self.wording.catalogue.msg_with(
                    "debrief-shares-heard",
                    &[arg("heard", heard), arg("all", all)],
                )),
                paragraph(
                    self.wording
                        .catalogue
                        .msg_with("debrief-predictions", &predictions),
                ),
            ],
        )
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
                        arg("name", measure.name),
                        arg("number", measure.number),
                        arg("band", measure.band),
                        arg("text", measure.text),
                        arg("plain", measure.plain),
                    ];
                    blocks.push(paragraph(
                        self.wording.catalogue.msg_with("debrief-measure", &args),
                    ));
                }
            }
        }
        blocks.push(paragraph(self.wording.scenario.question.clone()));
        self.section("ending", blocks)
    }

    fn report(&self) -> Section {
        let mut blocks = vec![paragraph(self.msg("debrief-report-what"))];
        if let Some(judgement) = &self.findings.judgement {
            let rows = report::clauses(self.wording, &self.game.session, judgement)
                .into_iter()
                .map(|clause| format!("{}. {}", clause.reported, clause.judgement))
                .collect();
            blocks.push(Block::List { items: rows });
            if judgement.contradictions > 0 {
                let args = [arg("count", judgement.contradictions)];
                blocks.push(paragraph(
                    self.wording
                        .catalogue
                        .msg_with("debrief-contradictions", &args),
                ));
            }
        }
        self.section("report", blocks)
    }

    fn turns(&self) -> Section {
        let mut blocks = Vec::new();
        for turn in &self.findings.turns {
            let args = [
                arg("number", turn.statement),
                arg("name", self.wording.person(turn.speaker)),
            ];
            blocks.push(Block::Subheading {
                text: self.wording.catalogue.msg_with("debrief-turn", &args),
            });
            blocks.push(Block::List {
                items: turn.points.iter().map(|point| self.point(point)).collect(),
            });
        }
        self.section("turns", blocks)
    }

    fn point(&self, finding: &PointFinding) -> String {
        let catalogue = self.wording.catalogue;
        let mut parts = vec![
            format!("{}.", self.label(finding.mv)),
            self.answered(finding),
        ];
        if let Some((predicted, right)) = finding.prediction {
            let key = match right {
                Some(true) => "debrief-predicted-right",
                Some(false) => "debrief-predicted-wrong",
                None => "debrief-predicted-open",
            };
            parts.push(catalogue.msg_with(
                key,
                &[arg("prediction", self.wording.prediction(predicted))],
            ));
        }
        if let Some(record) = card::card(self.wording, self.game.session.state(), finding.point) {
            let said = record
                .said
                .first()
                .map(|line| format!("{}, {}", line.speaker, line.place));
            let heard = record
                .heard
                .first()
                .map(|line| format!("{}, {}", line.speaker, line.place));
            let args = [
                arg("case", catalogue.msg(record.case.key())),
                arg("said", said.unwrap_or_default()),
                arg("heard", heard.unwrap_or_default()),
            ];
            let key = match (record.said.is_empty(), record.heard.is_empty()) {
                (true, _) => "debrief-record-silent",
                (false, true) => "debrief-record-unanswered",
                (false, false) => "debrief-record",
            };
            parts.push(catalogue.msg_with(key, &args));
        }
        parts.join(" ")
    }

    fn answered(&self, finding: &PointFinding) -> String {
        let catalogue = self.wording.catalogue;
        match (finding.status, finding.answer) {
            (Status::Answered(at), Some(utterance)) => {
                let utterance = self.wording.scenario.utterance(utterance);
                let what = match &utterance.words {
                    Words::Record(entries) => entries.first().map(|e| {
                        catalogue.msg_with(
                            "badge-record",
                            &[arg("place", self.wording.entry_place(*e))],
                        )
                    }),
                    Words::Elsewhere(entry, said) => {
                        let args = [
                            arg("place", self.wording.entry_place(*entry)),
                            arg("said", said.as_str()),
                        ];
                        Some(catalogue.msg_with("badge-elsewhere", &args))
                    }
                    _ => Some(catalogue.msg("badge-inference")),
                };
                let args = [
                    arg(
                        "act",
                        catalogue.msg(&format!("answer-{}", utterance.act.key())),
                    ),
                    arg("badge", what.unwrap_or_default()),
                    arg("at", at),
                ];
                catalogue.msg_with("debrief-answered", &args)
            }
            (Status::LetStand(_), _) => catalogue.msg("debrief-let-stand"),
            (Status::Silent(_), _) => catalogue.msg("debrief-silent"),
            (Status::Open, _) => catalogue.msg("debrief-open"),
            _ => catalogue.msg("debrief-never"),
        }
    }

    fn principles(&self) -> Section {
        let principles = &self.findings.principles;
        let catalogue = self.wording.catalogue;
        let order: Vec<&str> = principles
            .order
            .iter()
            .map(|issue| self.wording.scenario.issue(*issue).name.as_str())
            .collect();
        let line = |key: &str, moves: &[MoveId]| {
            catalogue.msg_with(
                key,
                &[arg("count", moves.len()), arg("moves", self.labels(moves))],
            )
        };
        let mut items = vec![
            line("debrief-linked", &principles.linked),
            line("debrief-unlinked", &principles.unlinked),
            line("debrief-preconditions", &principles.preconditions),
            line("debrief-questions", &principles.questions),
        ];
        items.extend(
            principles
                .concessions
                .iter()
                .map(|bought| self.bought(bought)),
        );
        items.push(catalogue.msg_with("debrief-order", &[arg("issues", order.join(" → "))]));
        self.section("principles", vec![Block::List { items }])
    }

    fn bought(&self, bought: &Bought) -> String {
        let state = self.game.session.state();
        let brought: Vec<String> = bought
            .brought
            .iter()
            .filter_map(|index| commitment_text(self.wording, state, *index))
            .collect();
        let args = [
            arg("move", self.label(bought.mv)),
            arg("statement", bought.statement),
            arg("brought", brought.join(" ")),
        ];
        let key = if brought.is_empty() {
            "debrief-concession-nothing"
        } else {
            "debrief-concession"
        };
        self.wording.catalogue.msg_with(key, &args)
    }

    fn home(&self) -> Section {
        let catalogue = self.wording.catalogue;
        let Some(judgement) = &self.findings.judgement else {
            return self.section("home", vec![paragraph(self.msg("debrief-unfinished"))]);
        };
        let verdict = if judgement.ratifiable {
            "debrief-ratifiable"
        } else {
            "debrief-not-ratifiable"
        };
        let mut blocks = vec![paragraph(self.msg(verdict))];
        for audience in report::audiences(self.wording, &self.game.session, judgement) {
            let args = [
                arg("name", audience.name),
                arg(
                    "verdict",
                    catalogue.msg(if audience.accepts {
                        "audience-yes"
                    } else {
                        "audience-no"
                    }),
                ),
                arg(
                    "needed",
                    if audience.ratifies {
                        catalogue.msg("audience-needed")
                    } else {
                        String::new()
                    },
                ),
                arg(
                    "says",
                    audience
                        .says
                        .iter()
                        .map(|(_, says)| says.as_str())
                        .collect::<Vec<_>>()
                        .join(" "),
                ),
            ];
            blocks.push(paragraph(catalogue.msg_with("debrief-audience", &args)));
        }
        self.section("home", blocks)
    }

    fn deals(&self) -> Section {
        let scenario = self.wording.scenario;
        let catalogue = self.wording.catalogue;
        let mut head = vec![self.msg("debrief-deal")];
        head.extend(scenario.parties.iter().map(|party| party.name.clone()));
        let mut rows: Vec<Vec<String>> = Vec::new();
        let row = |name: String, values: &[i64]| {
            let mut row = vec![name];
            row.extend(values.iter().map(|value| (value / 100).to_string()));
            row
        };
        if let Some(judgement) = &self.findings.judgement {
            rows.push(row(catalogue.msg("debrief-deal-earned"), &judgement.values));
        }
        for deal in &self.findings.deals {
            let name = scenario
                .deals
                .get(deal.deal)
                .map(|deal| deal.name.clone())
                .unwrap_or_default();
            rows.push(row(name, &deal.values));
        }
        rows.push(row(
            catalogue.msg("debrief-deal-reservation"),
            &self.findings.reservations,
        ));
        let batna = scenario.values.iter().map(|values| {
            let args = [
                arg("party", scenario.party(values.party).name.as_str()),
                arg("batna", values.batna.as_str()),
                arg("basis", self.wording.basis(&values.batna_source)),
            ];
            catalogue.msg_with("debrief-batna", &args)
        });
        let mut blocks = vec![
            paragraph(self.msg("debrief-deals-what")),
            Block::Table { head, rows },
        ];
        blocks.push(Block::List {
            items: batna.collect(),
        });
        self.section("deals", blocks)
    }

    fn aftermath(&self) -> Section {
        let items = library::timeline(self.wording, true)
            .into_iter()
            .map(|fact| format!("{}: {} [{}]", fact.heading, fact.text, fact.source))
            .collect();
        self.section("aftermath", vec![Block::List { items }])
    }

    fn open_questions(&self) -> Section {
        let mut blocks = Vec::new();
        for contested in &self.wording.scenario.contested {
            blocks.push(Block::Subheading {
                text: contested.question.clone(),
            });
            let items = contested
                .readings
                .iter()
                .map(|reading| format!("{}: {}", reading.held_by, reading.text))
                .collect();
            blocks.push(Block::List { items });
        }
        self.section("contested", blocks)
    }

    fn tasks(&self) -> Section {
        let mut blocks = Vec::new();
        let tasks = self
            .wording
            .scenario
            .tasks
            .iter()
            .filter(|task| task.kind != TaskKind::CriticiseTheModel);
        for task in tasks {
            blocks.push(Block::Subheading {
                text: task.title.clone(),
            });
            blocks.push(paragraph(task.text.clone()));
            for quote in &task.quotes {
                let place = self.wording.line(quote.line);
                blocks.push(Block::Quote {
                    place,
                    words: quote.words.text.clone(),
                });
            }
        }
        self.section("tasks", blocks)
    }

    fn criticise(&self) -> Section {
        let scenario = self.wording.scenario;
        let mut blocks = vec![paragraph(self.msg("debrief-criticise-what"))];
        for rule in &scenario.single_cases {
            let args = [
                arg("rule", rule.rule.as_str()),
                arg("instance", self.wording.basis(&rule.instance)),
                arg("other", rule.other_reading.as_str()),
            ];
            blocks.push(paragraph(
                self.wording.catalogue.msg_with("debrief-rule", &args),
            ));
        }
        for task in scenario
            .tasks
            .iter()
            .filter(|task| task.kind == TaskKind::CriticiseTheModel)
        {
            blocks.push(Block::Subheading {
                text: task.title.clone(),
            });
            blocks.push(paragraph(task.text.clone()));
        }
        self.section("criticise", blocks)
    }
}

/// The document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n", document.title);
    for section in &document.sections {
        out.push_str(&format!("\n## {}\n", section.heading));
        for block in &section.blocks {
            out.push('\n');
            markdown_block(&mut out, block);
        }
    }
    out.push_str(&format!(
        "\n---\n\n`{}` `{}`\n",
        document.scenario, document.digest
    ));
    out
}

/// Characters that would be read as markup at any place of a line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '*' | '_' | '`' | '<' | '|' | '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn markdown_block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph { text } => out.push_str(&format!("{}\n", escaped(text))),
        Block::Subheading { text } => out.push_str(&format!("### {}\n", escaped(text))),
        Block::List { items } => items
            .iter()
            .for_each(|item| out.push_str(&format!("- {}\n", escaped(item)))),
        Block::Quote { place, words } => {
            out.push_str(&format!("> “{}” ({place})\n", escaped(words)));
        }
        Block::Table { head, rows } => {
            let line = |cells: &[String]| {
                format!(
                    "| {} |\n",
                    cells
                        .iter()
                        .map(|cell| escaped(cell))
                        .collect::<Vec<_>>()
                        .join(" | ")
                )
            };
            out.push_str(&line(head));
            out.push_str(&format!("|{}\n", " --- |".repeat(head.len())));
            rows.iter().for_each(|row| out.push_str(&line(row)));
        }
    }
}
