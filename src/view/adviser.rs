//! The adviser in words: a question, a direction, a move. What it says rests on what is openly on the table.

use crate::debrief::adviser::{Hint, Reason, Thought};
use crate::language::arg;
use crate::negotiation::journal::AdviceStep;
use crate::scenario::resolved::Effect;

use super::wording::Wording;

/// What the adviser says at a step and the steps before it. The last line says what the adviser works from.
pub fn lines(wording: Wording<'_>, hint: &Hint, step: AdviceStep) -> Vec<String> {
    let catalogue = wording.catalogue;
    let mut lines = vec![thought(wording, hint.thought)];
    let mv = wording.scenario.mv(hint.mv);
    if step >= AdviceStep::Direction {
        let args = [arg("issue", wording.scenario.issue(mv.issue).name.as_str()), arg("act", wording.act(mv.act))];
        lines.push(catalogue.msg_with("advice-direction", &args));
    }
    if step >= AdviceStep::Suggestion {
        let args = [arg("label", mv.label.as_str()), arg("name", wording.person(hint.speaker))];
        lines.push(catalogue.msg_with("advice-suggestion", &args));
        lines.extend(hint.reasons.iter().map(|on| reason(wording, *on)));
    } else {
        lines.push(catalogue.msg("advice-more"));
    }
    lines.push(catalogue.msg("advice-model"));
    lines
}

fn thought(wording: Wording<'_>, thought: Thought) -> String {
    let key = format!("advice-thought-{}", thought.key());
    match thought {
        Thought::Waiting(utterance) => {
            let args = [arg("name", wording.speaker(utterance))];
            wording.catalogue.msg_with(&key, &args)
        }
        _ => wording.catalogue.msg(&key),
    }
}

fn reason(wording: Wording<'_>, reason: Reason) -> String {
    let catalogue = wording.catalogue;
    match reason {
        Reason::Faces(utterance) => {
            let args = [arg("name", wording.speaker(utterance))];
            catalogue.msg_with("advice-reason-faces", &args)
        }
        Reason::TheySaid(cause) => {
            let said = match cause.effect(wording.scenario) {
                Some(Effect::Commit(form)) => form.text.as_str(),
                _ => "",
            };
            catalogue.msg_with("advice-reason-they-said", &[arg("commitment", said)])
        }
        Reason::Raises { bar, by } => {
            let args = [arg("bar", wording.bar(bar)), arg("by", i64::from(by))];
            catalogue.msg_with("advice-reason-raises", &args)
        }
        Reason::TheirWish => catalogue.msg("advice-reason-their-wish"),
        Reason::OnlyAsks => catalogue.msg("advice-reason-only-asks"),
        Reason::SinglesOut => catalogue.msg("advice-reason-singles-out"),
        Reason::NewIssue => catalogue.msg("advice-reason-new-issue"),
        Reason::OwnWords => catalogue.msg("advice-reason-own-words"),
    }
}
