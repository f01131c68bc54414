//! The conditions of a stance, in words.

use crate::language::arg;
use crate::scenario::IssueId;
use crate::scenario::resolved::{Condition, Occasion};
use crate::scenario::terms::Bar;

use super::wording::Wording;

/// A condition as a clause of a sentence. Without `figures`, the heights of bars are left out, as they stay secret
/// until the talk is over.
pub(super) fn condition(wording: Wording<'_>, condition: &Condition, figures: bool) -> String {
    let (scenario, catalogue) = (wording.scenario, wording.catalogue);
    let inner = |c: &Condition| self::condition(wording, c, figures);
    let join = |list: &[Condition], key: &str| {
        let joint = format!(" {} ", catalogue.msg(key));
        list.iter().map(inner).collect::<Vec<_>>().join(&joint)
    };
    let on = |key: &str, issue: &IssueId, args: &[crate::language::Arg<'_>]| {
        let issue = arg("issue", scenario.issue(*issue).name.as_str());
        let args: Vec<_> = args.iter().cloned().chain([issue]).collect();
        catalogue.msg_with(key, &args)
    };
    let moved = |mv: &crate::scenario::MoveId| [arg("move", scenario.mv(*mv).label.trim_end_matches('.'))];
    match condition {
        Condition::All(list) => join(list, "need-and"),
        Condition::Any(list) => join(list, "need-or"),
        Condition::Not(not) => negated(wording, not, figures),
        Condition::Made(mv, 1) => catalogue.msg_with("need-made", &moved(mv)),
        Condition::Made(mv, times) => {
            let [mv] = moved(mv);
            catalogue.msg_with("condition-made", &[mv, arg("times", *times)])
        }
        Condition::Times(times) => catalogue.msg_with("condition-times", &[arg("times", *times)]),
        Condition::SpokenBy(person) => {
            catalogue.msg_with("condition-spoken-by", &[arg("name", wording.person(*person))])
        }
        Condition::JustMade => catalogue.msg("condition-just-made"),
        Condition::Said(entry) | Condition::SaidBefore(entry) => {
            let args = [
                arg("speaker", wording.person(scenario.entry(*entry).speaker)),
                arg("place", wording.entry_place(*entry)),
            ];
            let key = match condition {
                Condition::Said(_) => "need-said",
                _ => "condition-said-before",
            };
            catalogue.msg_with(key, &args)
        }
        Condition::Given(id) => match &scenario.utterance(*id).occasion {
            Occasion::Reply(moves) => {
                let labels = moves.iter().map(|mv| scenario.mv(*mv).label.as_str());
                let labels: Vec<&str> = labels.collect();
                catalogue.msg_with("need-answered", &[arg("moves", labels.join("; "))])
            }
            Occasion::Initiative(_) => {
                let topic = scenario.topic(scenario.utterance(*id).topic).name.as_str();
                catalogue.msg_with("need-spoken-of", &[arg("topic", topic)])
            }
        },
        Condition::Raised(issue, 1) => on("need-raised", issue, &[]),
        Condition::Raised(issue, times) => on("condition-raised", issue, &[arg("times", *times)]),
        Condition::JustRaised(issue) => on("condition-just-raised", issue, &[]),
        Condition::Open(issue) => on("condition-open", issue, &[]),
        Condition::NothingOpen => catalogue.msg("condition-nothing-open"),
        Condition::Marked(mark) => {
            let meaning = scenario.mark(*mark).meaning.trim_end_matches('.');
            catalogue.msg_with("condition-marked", &[arg("meaning", meaning)])
        }
        Condition::Committed(party, kind, issue) => {
            let args =
                [arg("party", scenario.party(*party).name.as_str()), arg("kind", wording.commitment_kind(*kind))];
            on("need-committed", issue, &args)
        }
        Condition::AtLeast(bar, height) => {
            let key = if figures { "condition-at-least-height" } else { "condition-at-least" };
            bar_stands(wording, key, *bar, *height)
        }
        Condition::Below(bar, height) => {
            let key = if figures { "condition-below-height" } else { "condition-below" };
            bar_stands(wording, key, *bar, *height)
        }
        Condition::Statements(count) => catalogue.msg_with("condition-statements", &[arg("count", *count)]),
        Condition::Left(count) => catalogue.msg_with("condition-left", &[arg("count", *count)]),
        Condition::OneVoice(count) => catalogue.msg_with("condition-one-voice", &[arg("count", *count)]),
        Condition::Opening => catalogue.msg("condition-opening"),
        Condition::Opened(topic) => {
            let args = [arg("topic", scenario.topic(*topic).name.as_str())];
            catalogue.msg_with("need-spoken-of", &args)
        }
    }
}

/// A condition that must not hold, in words.
fn negated(wording: Wording<'_>, not: &Condition, figures: bool) -> String {
    match not {
        Condition::Opening => wording.catalogue.msg("need-after-opening"),
        Condition::Not(inner) => condition(wording, inner, figures),
        other => {
            let need = condition(wording, other, figures);
            wording.catalogue.msg_with("need-not", &[arg("need", need)])
        }
    }
}

fn bar_stands(wording: Wording<'_>, key: &str, bar: Bar, height: u8) -> String {
    let args = [arg("bar", wording.bar(bar)), arg("height", height)];
    wording.catalogue.msg_with(key, &args)
}
