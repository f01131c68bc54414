//! Tests the relations between conditions on one of the shipped scenarios.

use include_dir::{Dir, include_dir};

use super::*;
use crate::scenario::load::load;
use crate::scenario::options::ron_options;

static MOSCOW: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios/moscow-1955");

fn moscow() -> Draft {
    load(&&MOSCOW).0.expect("it can be read")
}

/// Whether a list of conditions can hold in a setting.
fn can_hold(draft: &Draft, setting: Setting<'_>, list: &str) -> bool {
    let list: Vec<ConditionDraft> = ron_options().from_str(list).expect("conditions");
    let lookup = Lookup::new(draft);
    let mut question = Question::new(&lookup, setting);
    let premise = question.premise();
    let all = Formula::All(vec![premise, question.all(&list)]);
    question.example(&all).expect("it is small").is_some()
}

fn mv<'d>(draft: &'d Draft, id: &str) -> &'d MoveDraft {
    draft.moves.iter().find(|mv| mv.id.as_str() == id).expect("a move")
}

#[test]
fn counts_keep_their_order_and_limits() {
    let draft = moscow();
    let answering = Setting::Answering(mv(&draft, "ask_khabarovsk"));
    for (list, possible) in [
        (r#"[Made("ask_khabarovsk", 2), Not(Made("ask_khabarovsk", 1))]"#, false),
        (r#"[Not(Made("ask_khabarovsk", 1))]"#, false),
        (r#"[Made("ask_khabarovsk", 2), Not(Times(2))]"#, true),
        (r#"[Times(2), Not(Made("ask_khabarovsk", 2))]"#, false),
        ("[Times(3)]", false),
        (r#"[Made("ask_settle_prisoners", 3), Not(Raised("prisoners", 3))]"#, false),
        (r#"[Raised("prisoners", 3), Not(Statements(3))]"#, false),
        ("[Statements(12), Not(Left(3))]", false),
        ("[Statements(12), Left(3)]", true),
        ("[Left(4), Not(Statements(4))]", false),
        ("[OneVoice(5), Not(Statements(5))]", false),
        ("[Not(OneVoice(1))]", false),
        ("[Below(Trust, 40), AtLeast(Trust, 40)]", false),
        ("[Below(Trust, 41), AtLeast(Trust, 40)]", true),
        ("[AtLeast(Trust, 101)]", false),
        (r#"[SpokenBy("tsuji"), SpokenBy("nomizo")]"#, false),
        (r#"[SpokenBy("khrushchev")]"#, false),
        (r#"[SaidBefore("m033"), Not(Said("m033"))]"#, false),
        (r#"[Said("m033"), Not(SaidBefore("m033"))]"#, true),
        (r#"[JustMade, Not(JustRaised("prisoners"))]"#, false),
        (r#"[Not(Open("prisoners"))]"#, false),
    ] {
        assert_eq!(can_hold(&draft, answering, list), possible, "{list}");
    }
}

#[test]
fn no_point_is_answered_when_the_counterpart_speaks_unasked() {
    let draft = moscow();
    for list in ["[Times(1)]", r#"[SpokenBy("tsuji")]"#, "[JustMade]", "[Opening, Statements(1)]"] {
        assert!(!can_hold(&draft, Setting::Unasked, list), "{list}");
    }
    let offering = Setting::Offering(mv(&draft, "ask_hint"));
    assert!(!can_hold(&draft, offering, "[Left(0)]"), "nobody is left to make it");
    assert!(can_hold(&draft, offering, "[Left(1)]"));
}

#[test]
fn lasting_needs_of_a_move_still_hold_when_it_is_answered() {
    let draft = moscow();
    let answering = Setting::Answering(mv(&draft, "press_publication"));
    assert!(!can_hold(&draft, answering, r#"[Not(Made("ask_publication", 1))]"#));
    assert!(!can_hold(&draft, answering, "[Opening]"));
    // A mark that can be cleared may have been cleared by now.
    let answering = Setting::Answering(mv(&draft, "accept_peace_first"));
    assert!(can_hold(&draft, answering, r#"[Marked("peace_first_conceded")]"#));
}

#[test]
fn marks_and_words_imply_their_only_cause() {
    let draft = moscow();
    let answering = Setting::Answering(mv(&draft, "ask_hint"));
    let list = r#"[Marked("adjourned"), Not(Made("adjourn", 1))]"#;
    assert!(!can_hold(&draft, answering, list), "nothing else marks it");
    let list = r#"[Given("r_m071"), Not(Said("m071"))]"#;
    assert!(!can_hold(&draft, answering, list), "these are its words");
    let list = r#"[Given("r_m071"), Not(Made("withdraw_question", 1))]"#;
    assert!(!can_hold(&draft, answering, list), "it answers nothing else");
}
