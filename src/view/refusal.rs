//! A refusal in words: the rule, the reason, and what to do instead.

use crate::language::arg;
use crate::negotiation::Rejection;
use crate::scenario::resolved::{Condition, Occasion};
use crate::scenario::{MoveId, UtteranceId};

use super::talk;
use super::wording::Wording;

/// The message for a rejection.
pub fn refusal(wording: Wording<'_>, rejection: &Rejection) -> String {
    let scenario = wording.scenario;
    let label = |mv: &MoveId| scenario.mv(*mv).label.as_str();
    let key = rejection.key();
    let msg = |args: &[crate::language::Arg<'_>]| wording.catalogue.msg_with(key, args);
    match rejection {
        Rejection::TooManyMoves { given, limit } => msg(&[arg("given", *given), arg("limit", *limit)]),
        Rejection::NoFloorFor(person) => msg(&[arg("person", wording.person(*person))]),
        Rejection::NotTheirs(person, mv) => {
            let form = scenario.mv(*mv);
            let only: Vec<String> = form.only.iter().map(|p| wording.person(*p)).collect();
            msg(&[
                arg("person", wording.person(*person)),
                arg("move", label(mv)),
                arg("only", if only.is_empty() { "none".to_owned() } else { only.join(", ") }),
            ])
        }
        Rejection::NotInPlay(mv, issue) => {
            msg(&[arg("move", label(mv)), arg("issue", scenario.issue(*issue).name.as_str())])
        }
        Rejection::ReportNotInPlay(issue) => msg(&[arg("issue", scenario.issue(*issue).name.as_str())]),
        Rejection::NotYet(mv) => msg(&[arg("move", label(mv)), arg("needs", needs(wording, *mv))]),
        Rejection::UsedUp(mv) | Rejection::Twice(mv) | Rejection::OtherSeat(mv) => msg(&[arg("move", label(mv))]),
        Rejection::MustFace { utterance, options } => {
            let options: Vec<&str> = options.iter().map(label).collect();
            let options = arg("options", options.join("; "));
            match talk::speeches(wording, *utterance).pop() {
                // Inferred words were never actually said, so they get no quotation marks.
                Some(speech) if matches!(speech.badge, talk::Badge::Inference { .. }) => {
                    let args = [arg("name", speech.name), options];
                    let key = "reject-must-face-inferred";
                    wording.catalogue.msg_with(key, &args)
                }
                speech => {
                    let (name, words) = speech.map(|s| (s.name, s.words)).unwrap_or_default();
                    msg(&[arg("name", name), arg("words", words), options])
                }
            }
        }
        Rejection::TalkOver
        | Rejection::NoReportDue
        | Rejection::NoMoves
        | Rejection::CannotHold
        | Rejection::AdjournHolds
        | Rejection::ReportIncomplete => msg(&[]),
    }
}

/// What a move requires, in words.
fn needs(wording: Wording<'_>, mv: MoveId) -> String {
    let needs = wording.scenario.mv(mv).needs.iter();
    needs.map(|condition| need(wording, condition)).collect::<Vec<_>>().join("; ")
}

fn need(wording: Wording<'_>, condition: &Condition) -> String {
    let scenario = wording.scenario;
    let catalogue = wording.catalogue;
    let join = |list: &[Condition], key: &str| {
        let joint = catalogue.msg(key);
        list.iter().map(|c| need(wording, c)).collect::<Vec<_>>().join(&format!(" {joint} "))
    };
    match condition {
        Condition::All(list) => join(list, "need-and"),
        Condition::Any(list) => join(list, "need-or"),
        Condition::Not(inner) if matches!(**inner, Condition::Opening) => catalogue.msg("need-after-opening"),
        Condition::Not(inner) => catalogue.msg_with("need-not", &[arg("need", need(wording, inner))]),
        Condition::Made(mv, _) => catalogue.msg_with("need-made", &[arg("move", scenario.mv(*mv).label.as_str())]),
        Condition::Said(entry) | Condition::SaidBefore(entry) => {
            let args = [
                arg("speaker", wording.person(scenario.entry(*entry).speaker)),
                arg("place", wording.entry_place(*entry)),
            ];
            catalogue.msg_with("need-said", &args)
        }
        Condition::Given(utterance) => given(wording, *utterance),
        Condition::Marked(mark) => scenario.mark(*mark).meaning.trim_end_matches('.').to_owned(),
        Condition::Committed(party, kind, issue) => {
            let args = [
                arg("party", scenario.party(*party).name.as_str()),
                arg("kind", wording.commitment_kind(*kind)),
                arg("issue", scenario.issue(*issue).name.as_str()),
            ];
            catalogue.msg_with("need-committed", &args)
        }
        Condition::Raised(issue, _) | Condition::JustRaised(issue) | Condition::Open(issue) => {
            catalogue.msg_with("need-raised", &[arg("issue", scenario.issue(*issue).name.as_str())])
        }
        _ => catalogue.msg("need-other"),
    }
}

/// The requirement that an answer, or something the other side says on its own initiative, has been heard.
fn given(wording: Wording<'_>, id: UtteranceId) -> String {
    let scenario = wording.scenario;
    let utterance = scenario.utterance(id);
    match &utterance.occasion {
        Occasion::Reply(moves) => {
            let labels: Vec<&str> = moves.iter().map(|mv| scenario.mv(*mv).label.as_str()).collect();
            let args = [arg("moves", labels.join("; "))];
            wording.catalogue.msg_with("need-answered", &args)
        }
        Occasion::Initiative(_) => {
            let topic = scenario.topic(utterance.topic).name.as_str();
            let args = [arg("topic", topic)];
            wording.catalogue.msg_with("need-spoken-of", &args)
        }
    }
}
