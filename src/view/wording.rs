//! Wordings shared by several views: names, badges, places, reasons.

use crate::language::{Catalogue, arg};
use crate::negotiation::event::Reason;
use crate::negotiation::state::State;
use crate::scenario::resolved::{Answer, Basis, Clause, Deal, Effect, Pair, Pairing, Quote, Scenario, Seat};
use crate::scenario::terms::{Act, Bar, CommitmentKind, Prediction, Strength, Timing};
use crate::scenario::{EntryId, IssueId, PersonId, SeatId, UtteranceId};

/// The program's messages and the scenario, which every view needs.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub catalogue: &'a Catalogue,
    pub scenario: &'a Scenario,
}

/// The messages as read from a seat. They name its side and the other side, and where its report goes.
pub fn seated(catalogue: &Catalogue, scenario: &Scenario, id: SeatId) -> Catalogue {
    let seat = scenario.seat(id);
    let them = scenario.party(scenario.seat(seat.opposite).party);
    let as_it_was = seat.report_as_it_was;
    let as_it_was = as_it_was.map(|named| scenario.deal(named));
    let report_to = seat.report_to.clone();
    let named = |yes: bool, key: &str, no: &str| (if yes { key } else { no }).to_owned();
    catalogue.with_shared(vec![
        ("us", scenario.party(seat.party).side.clone()),
        ("them", them.side.clone()),
        ("destination", report_to.unwrap_or_else(|| catalogue.msg("report-home"))),
        ("report-is", seat.report_is.clone().unwrap_or_default()),
        ("carried", named(seat.report_is.is_some(), "as-written", "as-report")),
        ("as-it-was", as_it_was.map_or_else(String::new, |deal| deal.name.clone())),
        ("history", named(as_it_was.is_some(), "known", "none")),
        ("speech", scenario.speech.key().to_owned()),
        ("a-speaker", example_person(scenario, seat)),
        ("a-person", example_person(scenario, scenario.seat(seat.opposite))),
        ("a-move", example_move(scenario, id)),
    ])
}

/// Id of a person in a seat, for use in examples: the second speaker if there is one, otherwise the first.
fn example_person(scenario: &Scenario, seat: &Seat) -> String {
    let person = seat.speakers.get(1).or(seat.speakers.first());
    person.map_or_else(String::new, |id| scenario.person(*id).id.clone())
}

/// Id of a move of a seat, for use in examples.
fn example_move(scenario: &Scenario, seat: SeatId) -> String {
    let mut moves = scenario.moves.iter();
    let mv = moves.find(|mv| mv.seat == seat);
    mv.map_or_else(String::new, |mv| mv.id.clone())
}

impl<'a> Wording<'a> {
    /// Pairs a catalogue with a scenario.
    pub const fn new(catalogue: &'a Catalogue, scenario: &'a Scenario) -> Self {
        Self { catalogue, scenario }
    }

    /// The person's name in the scenario.
    pub fn person(&self, id: PersonId) -> String {
        self.scenario.person(id).name.clone()
    }

    /// Who says an utterance; empty for a silence.
    pub fn speaker(&self, utterance: UtteranceId) -> String {
        let words = &self.scenario.utterance(utterance).words;
        words.speaker(self.scenario).map_or_else(String::new, |speaker| self.person(speaker))
    }

    /// The act's name in the catalogue.
    pub fn act(&self, act: Act) -> String {
        self.catalogue.msg(&format!("act-{}", act.key()))
    }

    /// The timing's name in the scenario, or failing that in the catalogue.
    pub fn timing(&self, timing: Timing) -> String {
        let named = self.scenario.timings.iter().find(|(of, _)| *of == timing);
        if let Some((_, words)) = named {
            return words.clone();
        }
        let milestone = |index: usize| {
            let name = self.scenario.milestones.get(index);
            name.map_or_else(String::new, |milestone| milestone.name.clone())
        };
        let args = [arg("first", milestone(0)), arg("second", milestone(1))];
        self.catalogue.msg_with(&format!("timing-{}", timing.key()), &args)
    }

    /// The bar's name in the catalogue.
    pub fn bar(&self, bar: Bar) -> String {
        self.catalogue.msg(&format!("bar-{}", bar.key()))
    }

    /// The prediction's name in the catalogue.
    pub fn prediction(&self, prediction: Prediction) -> String {
        self.catalogue.msg(&format!("predict-{}", prediction.key()))
    }

    /// The name of a kind of commitment in the catalogue.
    pub fn commitment_kind(&self, kind: CommitmentKind) -> String {
        self.catalogue.msg(&format!("commitment-{}", kind.key()))
    }

    /// The name of a hint's strength in the catalogue.
    pub fn strength(&self, strength: Strength) -> String {
        self.catalogue.msg(&format!("strength-{}", strength.key()))
    }

    /// A place in the record, such as "line 53" or "lines 59-61".
    pub fn place(&self, quote: &Quote) -> String {
        self.lines(quote.line, quote.last_line())
    }

    fn lines(&self, from: u32, to: u32) -> String {
        if to > from {
            return self.catalogue.msg_with("place-lines", &[arg("from", from), arg("to", to)]);
        }
        self.line(from)
    }

    /// A line number in words, such as "line 53".
    pub fn line(&self, line: u32) -> String {
        self.catalogue.msg_with("place-line", &[arg("line", line)])
    }

    /// First line of an entry.
    pub fn entry_line(&self, entry: EntryId) -> u32 {
        self.scenario.entry(entry).quotes.first().map_or(0, |quote| quote.line)
    }

    /// All lines of an entry, such as "lines 59-61".
    pub fn entry_place(&self, entry: EntryId) -> String {
        let quotes = &self.scenario.entry(entry).quotes;
        let (Some(first), Some(last)) = (quotes.first(), quotes.last()) else {
            return String::new();
        };
        self.lines(first.line, last.last_line())
    }

    /// The words of an entry. Parts that are not consecutive are joined by an ellipsis in brackets.
    pub fn entry_words(&self, entry: EntryId) -> String {
        let quotes = &self.scenario.entry(entry).quotes;
        quotes.iter().map(|quote| quote.words.as_str()).collect::<Vec<_>>().join(" [...] ")
    }

    /// How it is known that an answer belongs to its move.
    pub fn pairing(&self, asked: EntryId, answer: &Answer) -> String {
        match &answer.how {
            Pairing::AtOnce => self.catalogue.msg("pairing-at-once"),
            Pairing::Later => {
                let lines = self.scenario.lines_until(asked, answer.entry);
                self.catalogue.msg_with("pairing-later", &[arg("lines", lines)])
            }
            Pairing::Paired(reason) => {
                self.catalogue.msg_with("pairing-author", &[arg("reason", reason.trim_end_matches('.'))])
            }
        }
    }

    /// The source of a fact or judgement, in words.
    pub fn basis(&self, basis: &Basis) -> String {
        match basis {
            Basis::Quote(quote) => {
                let args = [arg("place", self.place(quote)), arg("words", quote.words.as_str())];
                self.catalogue.msg_with("basis-quote", &args)
            }
            Basis::Entry(entry) => {
                let args = [
                    arg("speaker", self.person(self.scenario.entry(*entry).speaker)),
                    arg("place", self.entry_place(*entry)),
                ];
                self.catalogue.msg_with("basis-entry", &args)
            }
            Basis::Dossier { section, keys, mark } => {
                let args =
                    [arg("section", section.as_str()), arg("keys", keys.join(", ")), arg("mark", self.mark(*mark))];
                self.catalogue.msg_with("basis-dossier", &args)
            }
            Basis::Judgement(reason) => self.catalogue.msg_with("basis-judgement", &[arg("reason", reason.as_str())]),
            Basis::Model(reason) => self.catalogue.msg_with("basis-model", &[arg("reason", reason.as_str())]),
        }
    }

    /// A confidence mark from the dossier, in words.
    pub fn mark(&self, mark: char) -> String {
        let key = match mark {
            'F' => "mark-firm",
            'S' => "mark-single",
            'D' => "mark-disputed",
            _ => "mark-unverified",
        };
        self.catalogue.msg(key)
    }

    /// A position with its timing.
    pub fn pair(&self, issue: IssueId, pair: Pair) -> String {
        let position = self.scenario.issue(issue).positions.get(pair.position.index());
        let position = position.map_or("", |position| position.name.as_str());
        match pair.timing {
            None => position.to_owned(),
            Some(timing) => {
                let args = [arg("position", position), arg("timing", self.timing(timing))];
                self.catalogue.msg_with("pair", &args)
            }
        }
    }

    /// A clause: issue, position and timing.
    pub fn clause(&self, clause: Clause) -> String {
        let pair = Pair { position: clause.position, timing: clause.timing };
        let args =
            [arg("issue", self.scenario.issue(clause.issue).name.as_str()), arg("pair", self.pair(clause.issue, pair))];
        self.catalogue.msg_with("clause", &args)
    }

    /// The clauses of a deal in words.
    pub fn deal_clauses(&self, deal: &Deal) -> Vec<String> {
        let issues = self.scenario.issue_ids().zip(deal);
        issues.filter_map(|(issue, pair)| self.deal_clause(issue, *pair)).collect()
    }

    /// A clause of a deal, given the index of its pair in the issue.
    pub fn deal_clause(&self, issue: IssueId, pair: u16) -> Option<String> {
        let pair = self.scenario.issue(issue).pairs.get(usize::from(pair)).copied()?;
        Some(self.clause(Clause { issue, position: pair.position, timing: pair.timing }))
    }

    /// Why something changed, and the source for that reason.
    pub fn reason(&self, state: &State, reason: Reason) -> (String, String) {
        if let Reason::GoingBack(index) = reason {
            let form = state.commitments.get(usize::from(index)).and_then(|c| c.form(self.scenario));
            let text = form.map_or("", |form| form.text.as_str());
            let because = self.catalogue.msg_with("reason-going-back", &[arg("commitment", text)]);
            return (because, self.catalogue.msg("basis-rules"));
        }
        match reason.effect(self.scenario) {
            Some(Effect::Bar { because, source, .. }) => (because.clone(), self.basis(source)),
            _ => (String::new(), String::new()),
        }
    }
}

/// Key of the message for how certain a claim is, given the percentage of weightings that agree.
pub(super) const fn sure(percent: u64) -> &'static str {
    match percent {
        100 => "sure-always",
        90..=99 => "sure-nearly-always",
        67..=89 => "sure-mostly",
        _ => "sure-open",
    }
}
