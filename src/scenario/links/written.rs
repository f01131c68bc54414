//! Writes a condition the way an author would.

use crate::scenario::resolved::{Condition, Scenario};

/// The RON form of a condition, with written ids: `Committed("ussr", Hint, "islands")`.
pub fn condition(scenario: &Scenario, of: &Condition) -> String {
    let list = |name: &str, list: &[Condition]| {
        let inner: Vec<String> = list.iter().map(|c| condition(scenario, c)).collect();
        format!("{name}([{}])", inner.join(", "))
    };
    let issue = |issue: &crate::scenario::IssueId| scenario.issue(*issue).id.as_str();
    let entry = |entry: &crate::scenario::EntryId| scenario.entry(*entry).id.as_str();
    match of {
        Condition::All(inner) => list("All", inner),
        Condition::Any(inner) => list("Any", inner),
        Condition::Not(inner) => format!("Not({})", condition(scenario, inner)),
        Condition::Made(mv, times) => format!("Made(\"{}\", {times})", scenario.mv(*mv).id),
        Condition::Times(times) => format!("Times({times})"),
        Condition::SpokenBy(person) => format!("SpokenBy(\"{}\")", scenario.person(*person).id),
        Condition::JustMade => "JustMade".to_owned(),
        Condition::Said(id) => format!("Said(\"{}\")", entry(id)),
        Condition::SaidBefore(id) => format!("SaidBefore(\"{}\")", entry(id)),
        Condition::Given(id) => format!("Given(\"{}\")", scenario.utterance(*id).id),
        Condition::Raised(id, times) => format!("Raised(\"{}\", {times})", issue(id)),
        Condition::JustRaised(id) => format!("JustRaised(\"{}\")", issue(id)),
        Condition::Open(id) => format!("Open(\"{}\")", issue(id)),
        Condition::NothingOpen => "NothingOpen".to_owned(),
        Condition::Marked(mark) => format!("Marked(\"{}\")", scenario.mark(*mark).id),
        Condition::Committed(party, kind, id) => {
            format!("Committed(\"{}\", {kind:?}, \"{}\")", scenario.party(*party).id, issue(id))
        }
        Condition::AtLeast(bar, height) => format!("AtLeast({bar:?}, {height})"),
        Condition::Below(bar, height) => format!("Below({bar:?}, {height})"),
        Condition::Statements(count) => format!("Statements({count})"),
        Condition::Left(count) => format!("Left({count})"),
        Condition::OneVoice(count) => format!("OneVoice({count})"),
        Condition::Opening => "Opening".to_owned(),
        Condition::Opened(topic) => format!("Opened(\"{}\")", scenario.topic(*topic).id),
    }
}
