//! One application under every front end: the same intents give the same game, whichever front end they come from.

use std::path::Path;

use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::app::{App, NewGame};
use we_can_wait::library::open;
use we_can_wait::negotiation::{ChangedRoom, Opposite, Setup};
use we_can_wait::ports::Ports;
use we_can_wait::ports::memory::{Failing, Memory};
use we_can_wait::scenario::StyleId;
use we_can_wait::terminal::{Ending, Opened, Page, Play, Scripted, Start};

const LESSON: &str = "first-lesson";

fn app(memory: &Memory, opposite: Opposite) -> App {
    let scenario = open::embedded(LESSON).expect("it has no faults");
    let seat = scenario.seat_id("hither").expect("the seat is there");
    let length = scenario.length_ids().last().expect("it has a length");
    let mut app = App::with_scenario(Ports::over(memory), scenario).expect("the messages are there");
    let setup = Setup { seed: 7, seat, length, opposite, style: StyleId::FIRST, room: ChangedRoom::default() };
    app.act(Intent::Start(Box::new(NewGame::new(setup))));
    app
}

/// Plays typed lines in a terminal. Returns the application, and what the lines came to.
fn in_a_terminal(app: App, lines: &str, expected: Ending) -> (String, Vec<Intent>, AppAfter) {
    let mut lines = Scripted::new(lines);
    let mut out = Vec::new();
    let start = Start { resumed: false, review: None, opened: Opened::Named(LESSON.to_owned()) };
    let mut play = Play::new(app, Page::new(&mut out, 80), &mut lines, start);
    let ending = play.run().expect("a page in memory can be written");
    let after = AppAfter::of(play.app());
    let intents = play.intents().to_vec();
    drop(play);
    let text = String::from_utf8(out).expect("it is text");
    assert_eq!(ending, expected, "{text}");
    (text, intents, after)
}

/// What can be compared of an application after a game.
#[derive(Debug, PartialEq)]
struct AppAfter {
    digest: String,
    journal: String,
    draft: String,
    screen: Screen,
    shown: String,
}

impl AppAfter {
    fn of(app: &App) -> Self {
        let game = app.game().expect("there is a game");
        let store = app.table().and_then(|table| table.store()).expect("it is saved");
        let text = |path: &Path| app.ports().storage.read_text(path, 1 << 20).unwrap_or_default();
        Self {
            digest: game.digest(),
            journal: text(store.path()),
            draft: text(&store.path().with_extension("draft.ron")),
            screen: app.screen(),
            shown: format!("{:?}", app.frame().shown),
        }
    }
}

/// Statements of the lesson, with a prediction, a move that is taken back, and one that is refused.
fn lines() -> String {
    let game = open::embedded(LESSON).expect("it has no faults");
    let (_, text) = game.playthroughs.first().expect("it has a recorded game").clone();
    let mut lines = Vec::new();
    let play: we_can_wait::negotiation::script::Play =
        we_can_wait::scenario::load::ron_options().from_str(&text).expect("it can be read");
    for step in &play.steps {
        match step {
            we_can_wait::negotiation::script::Step::Say { speaker, moves, .. } => {
                lines.push(speaker.clone());
                lines.extend(moves.iter().cloned());
                lines.push("predict no".to_owned());
                lines.push("say".to_owned());
            }
            we_can_wait::negotiation::script::Step::Package(clauses) => {
                lines.extend(clauses.iter().map(|clause| {
                    let timing = clause.timing.map_or_else(String::new, |timing| format!(" {}", timing.key()));
                    format!("clause {} {}{timing}", clause.issue, clause.position)
                }));
                lines.push("send".to_owned());
            }
            other => panic!("the recorded game of the lesson has {other:?}"),
        }
    }
    lines.join("\n")
}

#[cfg(feature = "gui")]
mod window {
    use super::*;
    use crate::common::window::window;

    #[test]
    fn the_same_intents_give_the_same_journal_save_and_views_in_terminal_and_window() {
        let (text, intents, in_terminal) =
            in_a_terminal(app(&Memory::default(), Opposite::Model), &lines(), Ending::Finished);
        assert!(text.contains("debrief") || text.contains("Debrief"), "{text}");
        assert!(intents.len() > 5, "{intents:?}");

        // The window draws every frame in between, as it would.
        let mut harness = window(app(&Memory::default(), Opposite::Model), [1280.0, 720.0]);
        for intent in intents {
            harness.state_mut().app.act(intent);
            harness.run();
        }
        assert_eq!(AppAfter::of(&harness.state().app), in_terminal);
    }

    #[test]
    fn what_is_half_said_in_the_terminal_is_on_the_table_of_the_window() {
        let memory = Memory::default();
        let first = lines().lines().take(3).collect::<Vec<_>>().join("\n");
        let (.., in_terminal) = in_a_terminal(app(&memory, Opposite::Model), &first, Ending::EndOfInput);
        assert!(in_terminal.draft.contains("Say("), "{in_terminal:?}");

        let scenario = open::embedded(LESSON).expect("it has no faults");
        let mut again = App::with_scenario(Ports::over(&memory), scenario).expect("the messages are there");
        again.act(Intent::Continue);
        let mut harness = window(again, [1280.0, 720.0]);
        harness.run();
        let app = &harness.state().app;
        let table = app.table().expect("the game was resumed");
        assert_eq!(table.draft().moves.len(), 1);
        assert_eq!(table.draft().moves[0].1.map(|prediction| prediction.key()), Some("no"));
    }
}

#[test]
fn a_game_that_crashes_in_memory_resumes_with_its_draft() {
    let memory = Memory::default();
    let mut playing = app(&memory, Opposite::Model);
    let script = lines();
    let ids: Vec<&str> = script.lines().collect();
    let mv = |app: &App, id: &str| app.scenario().move_id(id).unwrap_or_else(|| panic!("{id} is a move"));
    let opening = mv(&playing, ids[1]);
    playing.act(Intent::Add(opening));
    playing.act(Intent::Say);
    let (digest, next) = (playing.game().expect("a game").digest(), ids.iter().rposition(|line| *line == "say"));
    let next = mv(&playing, ids[next.expect("statements") - 2]);
    playing.act(Intent::Add(next));
    let added = playing.table().expect("a game").draft().moves.clone();
    // The machine stops: nothing is said goodbye to.
    drop(playing);

    let scenario = open::embedded(LESSON).expect("it has no faults");
    let mut again = App::with_scenario(Ports::over(&memory), scenario).expect("the messages are there");
    again.act(Intent::Continue);
    assert!(again.notice().is_none(), "{:?}", again.notice());
    assert_eq!(again.game().expect("it was resumed").digest(), digest);
    assert_eq!(again.table().expect("it was resumed").draft().moves, added);
}

#[test]
fn a_full_disk_is_said_and_the_next_statement_saves_everything() {
    let memory = Memory::default();
    let mut playing = app(&memory, Opposite::Model);
    let script = lines();
    let id = script.lines().nth(1).expect("a move").to_owned();
    memory.fail(Failing::Writes);
    let mv = playing.scenario().move_id(&id).expect("a move");
    playing.act(Intent::Add(mv));
    playing.act(Intent::Say);
    let notice = playing.notice().expect("it is said");
    assert!(notice.fault && !notice.refused, "{notice:?}");
    assert!(playing.is_unsaved());
    memory.fail(Failing::Nothing);
    playing.act(Intent::SaveAs(None));
    assert!(!playing.is_unsaved());
    assert!(AppAfter::of(&playing).journal.contains(&id));
}

#[test]
fn in_the_hot_seat_a_screen_is_hidden_unless_it_is_public() {
    let playing = app(&Memory::default(), Opposite::Person);
    for screen in Screen::ALL {
        let memory = Memory::default();
        let mut playing = app(&memory, Opposite::Person);
        playing.act(Intent::Show(*screen));
        let hidden = matches!(playing.frame().shown, we_can_wait::app::ShownScreen::HandOver(_));
        assert_eq!(hidden, !screen.is_public(), "{screen:?}");
    }
    // The ones that speak of one seat are not public, whatever else changes.
    for screen in [Screen::Briefing, Screen::Table, Screen::Report, Screen::Debrief] {
        assert!(!screen.is_public(), "{screen:?}");
    }
    drop(playing);
}

#[test]
fn a_language_without_messages_is_said_and_english_is_spoken() {
    let mut ports = Ports::in_memory();
    ports.language = Some("tlh".to_owned());
    let app = App::new(ports).expect("the scenario has no faults");
    let notice = app.notice().expect("it is said");
    assert!(notice.fault && notice.text.contains("tlh") && notice.text.contains("English"), "{notice:?}");
}
