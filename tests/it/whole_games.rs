//! Whole games from the title to the debrief by the keyboard alone, and by the actions of assistive technology alone, from both
//! seats: what is kept of them is to the byte what the terminal keeps.

use std::fs;

use crate::common::Program;
use crate::common::window::{Stage, app, window};
use egui::accesskit::{Action, ActionRequest, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use we_can_wait::app::ShownScreen;
use we_can_wait::app::intent::Screen;
use we_can_wait::negotiation::script::{Play, Step};
use we_can_wait::scenario::Scenario;
use we_can_wait::scenario::load::ron_options;

/// How somebody works the window who has no mouse.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Tab, Enter, Space, numbers, and the keys that the help lists.
    Keys,
    /// Focus and press, as a screen reader, a switch or a voice asks for them.
    Assisted,
}

struct Player {
    way: Way,
    window: Harness<'static, Stage>,
    /// Enter and Space take turns.
    presses: usize,
}

/// What can be pressed: its name, and what it is known by.
#[derive(Clone)]
struct Control {
    name: String,
    request: ActionRequest,
    has_focus: bool,
    shortcut: Option<String>,
    holds: Option<bool>,
}

impl Player {
    fn new(way: Way) -> Self {
        let window = window(app(), [1280.0, 720.0]);
        Self { way, window, presses: 0 }
    }

    /// Everything that can be pressed now, as the accessibility tree tells it.
    fn controls(&self) -> Vec<Control> {
        let enabled = By::new().predicate(|node| !node.is_disabled() && node.data().supports_action(Action::Click));
        let found = self.window.root().query_all(enabled).map(|node| {
            let node = node.accesskit_node();
            let (target_node, target_tree) = node.locate();
            Control {
                name: node.label().unwrap_or_default(),
                request: ActionRequest { action: Action::Click, target_node, target_tree, data: None },
                has_focus: node.is_focused(),
                shortcut: node.data().keyboard_shortcut().map(str::to_owned),
                holds: node.data().toggled().map(|toggled| toggled == Toggled::True),
            }
        });
        found.collect()
    }

    fn find(&self, name: &str) -> Option<Control> {
        let mut found = self.controls();
        found.retain(|control| control.name == name);
        // A row of a list before a crumb of the way to it.
        found.sort_by_key(|control| control.shortcut.is_none());
        found.into_iter().next()
    }

    fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// What stands in a list now: a crumb of the way here is not meant.
    fn offers(&self, name: &str) -> bool {
        self.find(name).is_some_and(|control| control.shortcut.is_some())
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        for pressed in [true, false] {
            self.window.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
        }
        self.window.run();
    }

    fn press(&mut self, name: &str) {
        let Some(control) = self.find(name) else {
            let names = self.controls().into_iter().map(|control| control.name);
            panic!("“{name}” is not there; there are: {}", names.collect::<Vec<_>>().join(" | "));
        };
        match (self.way, control.shortcut.as_deref()) {
            (Way::Assisted, _) => {
                let focus = ActionRequest { action: Action::Focus, ..control.request.clone() };
                for request in [focus, control.request] {
                    self.window.event(Event::AccessKitActionRequest(request));
                    self.window.run();
                }
            }
            (Way::Keys, Some(number)) if number.len() == 1 => {
                self.key(Modifiers::NONE, Key::from_name(number).expect("a number"));
            }
            (Way::Keys, _) => {
                self.tab_to(&control);
                self.presses += 1;
                let with = [Key::Enter, Key::Space][self.presses % 2];
                self.key(Modifiers::NONE, with);
            }
        }
    }

    /// Tab where it is not far, and back where that is nearer.
    fn tab_to(&mut self, wanted: &Control) {
        for _ in 0..200 {
            let controls = self.controls();
            let at = |is_it: &dyn Fn(&Control) -> bool| controls.iter().position(is_it);
            let there = at(&|control| control.request == wanted.request);
            let there = there.unwrap_or_else(|| panic!("“{}” went away", wanted.name));
            let here = at(&|control| control.has_focus);
            match here {
                Some(here) if here == there => return,
                Some(here) if here > there => self.key(Modifiers::SHIFT, Key::Tab),
                _ => self.key(Modifiers::NONE, Key::Tab),
            }
        }
        panic!("Tab does not come to “{}”", wanted.name);
    }

    fn make_the_statement(&mut self) {
        match self.way {
            Way::Keys => self.key(Modifiers::COMMAND, Key::Enter),
            Way::Assisted => self.press("Make the statement"),
        }
    }

    fn say(&mut self, scenario: &Scenario, step: &Step) {
        let Step::Say { speaker, moves, holds_floor, .. } = step else { panic!("not a statement: {step:?}") };
        let who = scenario.person_id(speaker).expect("a person");
        for (number, id) in moves.iter().enumerate() {
            let mv = scenario.mv(scenario.move_id(id).expect("a move"));
            if number == 0 && !self.offers(&mv.label) {
                self.give_floor(scenario, &scenario.person(who).name);
            }
            self.find_move(scenario, mv);
            self.press(&mv.label);
        }
        let hold = "Hold the floor for a colleague";
        if *holds_floor && self.find(hold).is_some_and(|hold| hold.holds == Some(false)) {
            self.press(hold);
        }
        self.make_the_statement();
    }

    /// Who is in no list gets the floor with a move that only that person can make.
    fn give_floor(&mut self, scenario: &Scenario, name: &str) {
        let first = scenario.seats.iter().flat_map(|seat| &seat.speakers);
        let names = first.map(|person| scenario.person(*person).name.clone());
        let names: Vec<String> = names.collect();
        let floor_of = |name: &str| format!("{name} has the floor");
        let has = names.iter().find(|name| self.has(&floor_of(name)));
        if let Some(has) = has.cloned() {
            // The leader has it in the first statement, until another is given it.
            if has == name || !names.iter().any(|seated| seated == name) {
                return;
            }
            self.press(&floor_of(&has));
        }
        if self.offers(name) {
            return self.press(name);
        }
        let first = names.into_iter().find(|name| self.offers(name));
        self.press(&first.expect("somebody can have the floor"));
    }

    fn find_move(&mut self, scenario: &Scenario, mv: &we_can_wait::scenario::resolved::Move) {
        let issue = scenario.issue(mv.issue);
        let act = self.word(&format!("act-{}", mv.act.key()));
        let of_the_talk = self.word("window-the-talk");
        for name in [of_the_talk.as_str(), &issue.name, &act] {
            if self.offers(&mv.label) {
                return;
            }
            if self.offers(name) && (name != of_the_talk.as_str() || issue.positions.is_empty()) {
                self.press(name);
            }
        }
    }

    fn word(&self, key: &str) -> String {
        self.window.state().app.catalogue().msg(key)
    }

    /// Chooses the clauses of a report that are not chosen yet.
    fn report(&mut self, scenario: &Scenario, deal: &str) {
        let found = scenario.deal_id(deal).expect("a deal");
        let deal = scenario.deal(found).deal.clone();
        let ShownScreen::Report(view) = self.window.state().app.frame().shown else { panic!("the report is shown") };
        for row in &view.rows {
            let wanted = deal[row.issue.issue.index()];
            let position =
                row.issue.positions.iter().find(|position| position.pairs.iter().any(|pair| pair.pair == wanted));
            let position = position.expect("the pair is offered");
            if !position.pairs.iter().any(|pair| pair.pair == row.chosen) {
                self.press(&position.name);
            }
            let timing = position.pairs.iter().find(|pair| pair.pair == wanted);
            let timing = timing.and_then(|pair| pair.timing.as_ref());
            if let Some(timing) = timing.filter(|_| position.pairs.len() > 1) {
                self.press(&format!("{}: {timing}", row.issue.name));
            }
        }
    }

    /// A recorded game from the title to the debrief.
    fn play(&mut self, scenario: &Scenario, recorded: &Play, seat: &str) {
        self.press(seat);
        let mut lengths = self.controls().into_iter().map(|control| control.name);
        let whole = lengths.find(|name| name.starts_with("The whole conversation"));
        self.press(&whole.expect("a length can be chosen"));
        self.press("To the table");
        for step in &recorded.steps {
            match step {
                Step::Say { .. } => self.say(scenario, step),
                Step::Report(deal) => {
                    self.press("Write the report home");
                    if self.has("Fill in the historical outcome") {
                        self.press("Fill in the historical outcome");
                    } else {
                        self.report(scenario, deal);
                    }
                    self.press("Send the report");
                }
                Step::Package(_) => panic!("the games of the record name their report"),
            }
        }
        assert_eq!(self.window.state().app.screen(), Screen::Debrief);
    }

    fn kept(&self) -> String {
        let game = self.window.state().app.game().expect("there is a game");
        game.journal.print().expect("it can be printed")
    }
}

/// What the terminal keeps of the same game.
fn kept_by_the_terminal(script: &str) -> String {
    let program = Program::new();
    let folder = tempfile::tempdir().expect("there is room");
    let (file, journal) = (folder.path().join("moves.ron"), folder.path().join("game.ron"));
    fs::write(&file, script).expect("it can be written");
    let (file, kept) = (file.display().to_string(), journal.display().to_string());
    let output = program.run(&["play", "--script", &file, "--journal", &kept]);
    assert!(output.status.success(), "{output:?}");
    fs::read_to_string(&journal).expect("the game was kept")
}

fn played(way: Way, game: &str, seat: &str) {
    let scenario = crate::common::scenario();
    let file = crate::common::scenario_folder().join("playthroughs").join(game);
    let text = fs::read_to_string(file).expect("the game is recorded");
    let recorded: Play = ron_options().from_str(&text).expect("it can be read");
    let mut player = Player::new(way);
    player.play(&scenario, &recorded, seat);
    assert_eq!(player.kept(), kept_by_the_terminal(&text));
}

#[test]
fn the_records_game_is_played_by_the_keyboard_alone() {
    played(Way::Keys, "as-it-was.ron", "The Japanese delegation");
}

#[test]
fn the_hosts_game_is_played_by_the_keyboard_alone() {
    played(Way::Keys, "as-it-was-soviet.ron", "The Soviet hosts");
}

#[test]
fn the_records_game_is_played_by_assistive_technology_alone() {
    played(Way::Assisted, "as-it-was.ron", "The Japanese delegation");
}

#[test]
fn the_hosts_game_is_played_by_assistive_technology_alone() {
    played(Way::Assisted, "as-it-was-soviet.ron", "The Soviet hosts");
}
