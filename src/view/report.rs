//! The report home: what can go into it, and the response to it.

use crate::language::arg;
use crate::negotiation::Session;
use crate::negotiation::report::{Backing, JudgedClause, Judgement};
use crate::negotiation::value;
use crate::scenario::resolved::Deal;
use crate::scenario::{IssueId, SeatId};

use super::talk::commitment_text;
use super::wording::Wording;

/// An issue of the report and the positions to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportIssue {
    pub issue: IssueId,
    pub name: String,
    /// The positions the report can state.
    pub positions: Vec<ReportPosition>,
    /// What the other side has said about the issue in this game.
    pub said: Vec<String>,
}

/// A position that a report can state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportPosition {
    pub id: String,
    pub name: String,
    pub plain: String,
    /// One pair for each timing.
    pub pairs: Vec<ReportPair>,
    /// The support for each of the pairs.
    pub rests: Vec<Rest>,
}

/// A position at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportPair {
    /// Index among the issue's pairs.
    pub pair: u16,
    /// Name of the timing, if the position has one.
    pub timing: Option<String>,
    /// The issue and the timing, for a screen reader that reads this alone.
    pub spoken: String,
}

/// A short note on what a clause would rest on. Uses only what was said at the table, nothing private.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest {
    pub text: String,
    pub footing: Footing,
}

/// How well a clause is supported, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Footing {
    Earned,
    /// The other side has committed itself to the position, but for a later time.
    Later,
    /// The clause is the other side's own opening position.
    Theirs,
    Nothing,
    Refused,
}

/// A judged clause of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseView {
    pub reported: String,
    /// What the clause rests on, and how much that earns.
    pub judgement: String,
}

/// An audience's verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AudienceView {
    /// The audience's name, and whose view of its opinion this is.
    pub name: String,
    pub own: bool,
    pub wants: String,
    pub accepts: bool,
    pub ratifies: bool,
    pub says: Vec<(bool, String)>,
}

/// One measure of the ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureView {
    pub name: String,
    pub plain: String,
    /// 0 to 100.
    pub number: u8,
    /// The band, 1 to 5.
    pub band: u8,
    pub text: String,
}

/// The issues of the report that are in play.
pub fn issues(wording: Wording<'_>, session: &Session) -> Vec<ReportIssue> {
    let scenario = wording.scenario;
    session
        .issues_in_play()
        .map(|issue| ReportIssue {
            issue,
            name: scenario.issue(issue).name.clone(),
            positions: positions(wording, session, issue),
            said: said(wording, session, issue),
        })
        .collect()
}

fn positions(wording: Wording<'_>, session: &Session, issue: IssueId) -> Vec<ReportPosition> {
    let form = wording.scenario.issue(issue);
    form.positions
        .iter()
        .enumerate()
        .map(|(index, position)| ReportPosition {
            id: position.id.clone(),
            name: position.name.clone(),
            plain: position.plain.clone(),
            pairs: form
                .pairs
                .iter()
                .enumerate()
                .filter(|(_, pair)| pair.position.index() == index)
                .filter_map(|(number, pair)| {
                    let timing = pair.timing.map(|timing| wording.timing(timing));
                    let args = [arg("issue", form.name.as_str()), arg("timing", timing.clone().unwrap_or_default())];
                    let spoken = wording.catalogue.msg_with("window-timing-of", &args);
                    Some(ReportPair { pair: u16::try_from(number).ok()?, timing, spoken })
                })
                .collect(),
            rests: form
                .pairs
                .iter()
                .enumerate()
                .filter(|(_, pair)| pair.position.index() == index)
                .filter_map(|(number, _)| rest(wording, session, issue, number))
                .collect(),
        })
        .collect()
}

/// What a pair would rest on.
fn rest(wording: Wording<'_>, session: &Session, issue: IssueId, pair: usize) -> Option<Rest> {
    let clause = session.backing(issue, u16::try_from(pair).ok()?)?;
    let kind = |index: u16| {
        let commitments = &session.state().commitments;
        let kind = commitments.get(usize::from(index)).map(|c| c.kind.key());
        let key = format!("commitment-{}", kind.unwrap_or_default());
        wording.catalogue.msg(&key)
    };
    let (key, kind, footing) = match clause.backing {
        Backing::TheirOwn => ("rest-theirs", String::new(), Footing::Theirs),
        Backing::Nothing => ("rest-nothing", String::new(), Footing::Nothing),
        Backing::Refused(_) => ("rest-refused", String::new(), Footing::Refused),
        Backing::Commitment(index) if clause.covered == clause.reported => ("rest-said", kind(index), Footing::Earned),
        Backing::Commitment(index) => ("rest-said-later", kind(index), Footing::Later),
    };
    Some(Rest { text: wording.catalogue.msg_with(key, &[arg("kind", kind)]), footing })
}

fn said(wording: Wording<'_>, session: &Session, issue: IssueId) -> Vec<String> {
    let state = session.state();
    let own = wording.scenario.seat(session.seat()).party;
    state
        .commitments
        .iter()
        .enumerate()
        .filter(|(_, c)| c.stands && c.by != own && c.clause.issue == issue)
        .filter_map(|(index, _)| commitment_text(wording, state, u16::try_from(index).ok()?))
        .collect()
}

/// The other side's opening position, where a report starts.
pub fn opening_position(session: &Session) -> Deal {
    session.opening().to_vec()
}

/// The clauses of a judged report.
pub fn clauses(wording: Wording<'_>, session: &Session, judgement: &Judgement) -> Vec<ClauseView> {
    judgement.clauses.iter().map(|clause| clause_view(wording, session, judgement.seat, clause)).collect()
}

fn clause_view(wording: Wording<'_>, session: &Session, seat: SeatId, clause: &JudgedClause) -> ClauseView {
    let scenario = wording.scenario;
    let opening = session.opening_of(seat).to_vec();
    let opened = value::pair_in(scenario, &opening, clause.issue);
    let commitment = |index: u16| commitment_text(wording, session.state(), index).unwrap_or_default();
    let length = scenario.length(session.setup().length);
    let outside = !length.plays(clause.issue);
    let (key, commitment) = match clause.backing {
        _ if outside => ("ground-outside", String::new()),
        Backing::TheirOwn => ("ground-their-own", String::new()),
        Backing::Nothing => ("ground-nothing", String::new()),
        Backing::Refused(index) => ("ground-refused", commitment(index)),
        Backing::Commitment(index) if clause.covered == clause.reported => ("ground-commitment", commitment(index)),
        Backing::Commitment(index) => ("ground-commitment-later", commitment(index)),
    };
    let args = [
        arg("commitment", commitment),
        arg("percent", clause.percent),
        arg("covered", wording.pair(clause.issue, clause.covered)),
        arg("opening", opened.map(|pair| wording.pair(clause.issue, pair)).unwrap_or_default()),
    ];
    let reported = [
        arg("issue", scenario.issue(clause.issue).name.as_str()),
        arg("pair", wording.pair(clause.issue, clause.reported)),
    ];
    ClauseView {
        reported: wording.catalogue.msg_with("clause", &reported),
        judgement: wording.catalogue.msg_with(key, &args),
    }
}

/// Every audience at home on both sides, the player's first.
pub fn audiences(wording: Wording<'_>, judgement: &Judgement) -> Vec<AudienceView> {
    let scenario = wording.scenario;
    let own = scenario.seat(judgement.seat).party;
    let mut views: Vec<AudienceView> = judgement
        .audiences
        .iter()
        .filter_map(|verdict| {
            let values = scenario.values.iter().find(|values| values.party == verdict.party)?;
            let audience = values.audiences.get(verdict.audience)?;
            let name = match audience.claimed_by {
                Some(person) => {
                    let args = [arg("name", audience.name.as_str()), arg("claimant", wording.person(person))];
                    wording.catalogue.msg_with("audience-claimed", &args)
                }
                None => audience.name.clone(),
            };
            let looks = audience.accepts.iter().zip(&verdict.verdict.looks);
            Some(AudienceView {
                name,
                own: verdict.party == own,
                wants: audience.wants.clone(),
                accepts: verdict.verdict.accepts,
                ratifies: audience.ratifies,
                says: looks.map(|(look, yes)| (*yes, if *yes { look.yes.clone() } else { look.no.clone() })).collect(),
            })
        })
        .collect();
    views.sort_by_key(|view| !view.own);
    views
}

/// The four measures, with their bands in words.
pub fn measures(wording: Wording<'_>, judgement: &Judgement) -> Vec<MeasureView> {
    judgement
        .ending
        .measures
        .iter()
        .filter_map(|measured| {
            let text = wording
                .scenario
                .seat(judgement.seat)
                .endings
                .measures
                .iter()
                .find(|text| text.measure == measured.measure)?;
            let band = text.bands.get(usize::from(measured.band))?;
            Some(MeasureView {
                name: text.name.clone(),
                plain: text.plain.clone(),
                number: measured.number,
                band: measured.band + 1,
                text: band.text.clone(),
            })
        })
        .collect()
}
