//! The ledger: every issue in play, with its positions from the player's best to the other side's and where both sides
//! stand.

use crate::language::arg;
use crate::negotiation::Session;
use crate::negotiation::value::pair_in;
use crate::scenario::resolved::{Clause, Pair};
use crate::scenario::terms::{CommitmentKind, Timing};
use crate::scenario::{IssueId, PositionId};

use super::commitments::is_fresh;
use super::wording::Wording;

/// An issue in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    pub name: String,
    pub plain: String,
    /// What the player's side last asked for.
    pub ours: Option<String>,
    /// What the other side last said, including refusals, or its opening position.
    pub theirs: String,
    /// Where the other side stands: its last word that was no refusal, or its opening position.
    pub theirs_stand: String,
    /// This field and the next three are lines of text: the player's stand, the other side's stand, the refusals, and
    /// all positions.
    pub ours_line: String,
    pub theirs_line: String,
    pub refused_line: Option<String>,
    pub range: String,
    /// All positions, from the player's best to the other side's.
    pub positions: Vec<String>,
    /// Where the player's side stands; `None` if it has asked for nothing.
    pub our_stand: Option<Stand>,
    pub their_stand: Option<Stand>,
    /// What the other side refuses: the index of the position, and the words.
    pub refused: Vec<(usize, String)>,
    /// Everything above in one paragraph, for people who can't see the drawing.
    pub sentence: String,
}

/// Where a side stands on an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// Index of its position in [`LedgerLine::positions`].
    pub at: usize,
    /// The timing, if one was given.
    pub timing: Option<String>,
    /// Whether it came with the last statement.
    pub fresh: bool,
    pub sentence: String,
}

/// Every issue in play, with both sides' positions and timings.
pub fn ledger(wording: Wording<'_>, session: &Session) -> Vec<LedgerLine> {
    session.issues_in_play().map(|issue| Line::of(wording, session, issue).told()).collect()
}

/// A position held by a side, with its timing and the statement it came with; `None` there means the opening position.
type Held = (PositionId, Option<Timing>, Option<u32>);

/// An issue as the player's side sees it.
struct Line<'a> {
    wording: Wording<'a>,
    session: &'a Session,
    issue: IssueId,
    ours: Option<Held>,
    theirs: Option<Held>,
    theirs_in_words: String,
    /// Clauses the other side refuses, oldest first.
    refused: Vec<Clause>,
}

impl<'a> Line<'a> {
    fn of(wording: Wording<'a>, session: &'a Session, issue: IssueId) -> Self {
        let (theirs, theirs_in_words) = their_last(wording, session, issue, false);
        Self {
            wording,
            session,
            issue,
            ours: our_last(session, issue),
            theirs,
            theirs_in_words,
            refused: refused(session, issue),
        }
    }

    fn told(self) -> LedgerLine {
        let form = self.wording.scenario.issue(self.issue);
        let mut positions: Vec<String> = form.positions.iter().map(|position| position.name.clone()).collect();
        if self.is_turned() {
            positions.reverse();
        }
        let our_stand = self.ours.map(|held| self.stand(held, "track-ours"));
        let their_stand = self.theirs.map(|held| self.stand(held, "track-theirs"));
        let catalogue = self.wording.catalogue;
        let in_words = |stand: &Option<Stand>| stand.as_ref().map(|stand| stand.sentence.clone());
        let args = [
            arg("issue", form.name.as_str()),
            arg("count", positions.len()),
            arg("first", positions.first().map_or("", String::as_str)),
            arg("last", positions.last().map_or("", String::as_str)),
            arg("ours", in_words(&our_stand).unwrap_or_else(|| catalogue.msg("track-ours-none"))),
            arg("theirs", in_words(&their_stand).unwrap_or_default()),
            arg("refused", self.refused_in_words()),
        ];
        let ours = self.ours.map(|held| self.pair(held));
        let asked = ours.clone().unwrap_or_else(|| catalogue.msg("ledger-not-asked"));
        let refused: Vec<(usize, String)> = self.refused().collect();
        let refused_line = (!refused.is_empty()).then(|| {
            let pairs: Vec<&str> = refused.iter().map(|(_, pair)| pair.as_str()).collect();
            catalogue.msg_with("track-refuse", &[arg("pairs", pairs.join("; "))])
        });
        let stops: Vec<String> = positions.iter().zip(1_usize..).map(|(name, at)| format!("{at} {name}")).collect();
        LedgerLine {
            name: form.name.clone(),
            plain: form.plain.clone(),
            ours_line: catalogue.msg_with("ledger-ours", &[arg("pair", asked)]),
            theirs_line: catalogue.msg_with("ledger-theirs", &[arg("pair", self.theirs_in_words.as_str())]),
            refused_line,
            range: catalogue.msg_with("ledger-range", &[arg("positions", stops.join("  →  "))]),
            ours,
            theirs: their_last(self.wording, self.session, self.issue, true).1,
            theirs_stand: self.theirs_in_words.clone(),
            refused,
            sentence: catalogue.msg_with("track-sentence", &args),
            positions,
            our_stand,
            their_stand,
        }
    }

    /// Whether to reverse the positions. The author lists them from the first party's best to the second's, so the
    /// second party reads them the other way round.
    fn is_turned(&self) -> bool {
        let seat = self.wording.scenario.seat(self.session.seat());
        seat.party.index() != 0
    }

    fn pair(&self, (position, timing, _): Held) -> String {
        self.wording.pair(self.issue, Pair { position, timing })
    }

    /// What the other side refuses: the index of the position, and the words.
    fn refused(&self) -> impl Iterator<Item = (usize, String)> {
        self.refused.iter().map(|clause| {
            let pair = Pair { position: clause.position, timing: clause.timing };
            let at = self.place(clause.position);
            (at, self.wording.pair(self.issue, pair))
        })
    }

    fn refused_in_words(&self) -> String {
        let pairs: Vec<String> = self.refused().map(|(_, pair)| pair).collect();
        if pairs.is_empty() {
            return String::new();
        }
        let args = [arg("pairs", pairs.join("; "))];
        self.wording.catalogue.msg_with("track-refused", &args)
    }

    /// Index of a position in the player's reading order.
    fn place(&self, position: PositionId) -> usize {
        let count = self.wording.scenario.issue(self.issue).positions.len();
        let at = position.index();
        if self.is_turned() { count.saturating_sub(at + 1) } else { at }
    }

    fn stand(&self, held: Held, key: &str) -> Stand {
        let (position, timing, statement) = held;
        let count = self.wording.scenario.issue(self.issue).positions.len();
        let at = self.place(position);
        let fresh = statement.is_some_and(|statement| is_fresh(self.session, statement));
        let args = [
            arg("at", at + 1),
            arg("count", count),
            arg("pair", self.pair(held)),
            arg("fresh", if fresh { "yes" } else { "no" }),
        ];
        Stand {
            at,
            timing: timing.map(|timing| self.wording.timing(timing)),
            fresh,
            sentence: self.wording.catalogue.msg_with(key, &args),
        }
    }
}

/// What the player's side last asked for on an issue.
pub(super) fn our_pair(session: &Session, issue: IssueId) -> Option<Pair> {
    our_last(session, issue).map(pair_of)
}

/// Where the other side stands on an issue: its last word that was no refusal, or its opening position.
pub(super) fn their_pair(wording: Wording<'_>, session: &Session, issue: IssueId) -> Option<Pair> {
    their_last(wording, session, issue, false).0.map(pair_of)
}

const fn pair_of((position, timing, _): Held) -> Pair {
    Pair { position, timing }
}

const fn held(clause: Clause, statement: u32) -> Held {
    (clause.position, clause.timing, Some(statement))
}

/// What the player's side last asked for. A two-player game has points from both seats, so the other seat's are
/// skipped.
fn our_last(session: &Session, issue: IssueId) -> Option<Held> {
    let scenario = session.scenario();
    let points = session.state().points.iter().rev();
    points
        .filter(|point| scenario.mv(point.mv).seat == session.seat())
        .filter_map(|point| Some((scenario.mv(point.mv).asks?, point.statement)))
        .find(|(clause, _)| clause.issue == issue)
        .map(|(clause, statement)| held(clause, statement))
}

/// What the other side refuses on an issue, without duplicates.
fn refused(session: &Session, issue: IssueId) -> Vec<Clause> {
    let own = session.scenario().seat(session.seat()).party;
    let mut refused: Vec<Clause> = Vec::new();
    for commitment in &session.state().commitments {
        let clause = commitment.clause;
        let is_refusal = commitment.kind == CommitmentKind::Refusal;
        let theirs = commitment.stands && commitment.by != own && clause.issue == issue;
        if theirs && is_refusal && !refused.contains(&clause) {
            refused.push(clause);
        }
    }
    refused
}

/// Where the other side stands, also in words: its last word, with or without refusals, or its opening position.
fn their_last(wording: Wording<'_>, session: &Session, issue: IssueId, refusals: bool) -> (Option<Held>, String) {
    let scenario = wording.scenario;
    let seat = scenario.seat(session.seat());
    let mut commitments = session.state().commitments.iter().rev();
    let last = commitments.find(|c| {
        let counts = refusals || c.kind != CommitmentKind::Refusal;
        c.stands && c.by != seat.party && c.clause.issue == issue && counts
    });
    if let Some(commitment) = last {
        let clause = commitment.clause;
        let pair = Pair { position: clause.position, timing: clause.timing };
        let args = [arg("kind", wording.commitment_kind(commitment.kind)), arg("pair", wording.pair(issue, pair))];
        let told = wording.catalogue.msg_with("ledger-said", &args);
        return (Some(held(clause, commitment.turn)), told);
    }
    let opening = Some(scenario.deal(seat.opening_position));
    let pair = opening.and_then(|deal| pair_in(scenario, &deal.deal, issue));
    let in_words = pair.map(|pair| wording.pair(issue, pair));
    let args = [arg("pair", in_words.unwrap_or_default())];
    let told = wording.catalogue.msg_with("ledger-opened", &args);
    (pair.map(|pair| (pair.position, pair.timing, None)), told)
}
