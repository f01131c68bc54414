//! The pages of the author's panel: links, bots, where a game begins, recorded games; and a scenario that is begun.

use std::fs;

use crate::common::author::Work;
use we_can_wait::app::authoring::{Authoring, Page, StartPoint};
use we_can_wait::app::intent::{Intent, Screen};
use we_can_wait::app::{AuthorPage, BotsView, FolderState, LinksView, RecordedView, StartView};
use we_can_wait::scenario::links::Node;
use we_can_wait::scenario::terms::Bar;

fn links(work: &Work) -> LinksView {
    match work.view().page {
        AuthorPage::Links(view) => view,
        other => panic!("the links are shown, not {other:?}"),
    }
}

fn bots(work: &Work) -> BotsView {
    match work.view().page {
        AuthorPage::Bots(view) => view,
        other => panic!("the bots are shown, not {other:?}"),
    }
}

fn start(work: &Work) -> StartView {
    match work.view().page {
        AuthorPage::Start(view) => view,
        other => panic!("the start is shown, not {other:?}"),
    }
}

fn recorded(work: &Work) -> RecordedView {
    match work.view().page {
        AuthorPage::Recorded(view) => view,
        other => panic!("the recorded games are shown, not {other:?}"),
    }
}

fn at(page: Page) -> Work {
    let mut work = Work::new();
    work.want(Authoring::Turn(page));
    work
}

fn node(work: &Work, id: &str) -> Node {
    let found = Node::find(work.app.scenario(), id);
    found.into_iter().next().expect("it is there")
}

#[test]
fn from_a_move_one_comes_to_its_answer_and_from_there_to_what_it_sets() {
    let mut work = at(Page::Links);
    let all = links(&work).all;
    assert!(all.iter().any(|row| row.id == "ask_hint" && row.kind == "move"));
    let hint = node(&work, "ask_hint");
    work.want(Authoring::Links(Some(hint)));
    let thing = links(&work).chosen.expect("it is chosen");
    let answer = thing.out_of.iter().find(|row| row.kind == "reply");
    let answer = answer.expect("it is answered").node;
    work.want(Authoring::Links(Some(answer)));
    let thing = links(&work).chosen.expect("it is chosen");
    assert!(thing.into.iter().any(|row| row.node == hint));
    work.want(Authoring::Links(None));
    assert!(links(&work).chosen.is_none());
}

#[test]
fn what_a_thing_asks_for_names_what_can_make_it_so() {
    let mut work = at(Page::Links);
    let all = links(&work).all;
    let asks = all.into_iter().find_map(|row| {
        work.want(Authoring::Links(Some(row.node)));
        let thing = links(&work).chosen?;
        let made = thing.asked.iter().any(|asked| !asked.makers.is_empty());
        made.then_some(thing)
    });
    assert!(asks.is_some());
}

#[test]
fn what_was_said_last_on_the_table_is_at_hand() {
    let mut work = at(Page::Links);
    work.app.act(Intent::Begin(0));
    work.app.act(Intent::Continue);
    work.say("ask_conditions");
    let last = links(&work).last;
    assert_eq!(last[0].id, "ask_conditions");
    assert!(last.iter().any(|row| row.kind == "reply"));
}

#[test]
fn what_is_looked_at_stays_when_its_number_becomes_another() {
    let mut work = at(Page::Links);
    let hint = node(&work, "ask_hint");
    work.want(Authoring::Links(Some(hint)));
    let folder = work.folder.join("moves");
    let mut files: Vec<_> = fs::read_dir(folder).expect("it is there").flatten().collect();
    files.sort_by_key(fs::DirEntry::path);
    let first = files[0].path();
    let other = files.last().expect("there are several").path();
    // The files change places, and with them every number.
    let (one, two) = (fs::read_to_string(&first).expect("it is text"), fs::read_to_string(&other).expect("it is text"));
    fs::write(&first, two).expect("it can be written");
    fs::write(&other, one).expect("it can be written");
    work.until("another order", |work| {
        !work.view().is_behind && Node::find(work.app.scenario(), "ask_hint").first() != Some(&hint)
    });
    let chosen = links(&work).chosen.expect("it is still chosen");
    assert_eq!(chosen.thing.id, "ask_hint");
}

#[test]
fn bots_play_beside_the_window_and_tell_what_they_came_to_and_what_never_came() {
    let mut work = at(Page::Bots);
    work.want(Authoring::Games(20));
    work.want(Authoring::RunBots);
    assert!(bots(&work).playing.is_some());
    work.until("the end of the games", |work| bots(work).playing.is_none());
    let found = bots(&work).found.expect("there is something to tell");
    assert_eq!(found.bots.len(), 3);
    let games: u64 = found.endings.iter().flat_map(|(_, counts)| counts).sum();
    assert_eq!(games, 60);
    assert!(!found.never.is_empty() && !found.rows.is_empty());
    let times = |row: usize| -> u64 {
        let words = found.rows[row].more.split([' ', ',']);
        words.filter_map(|word| word.parse::<u64>().ok()).sum()
    };
    assert!(times(0) >= times(1) && times(1) > 0);

    let node = found.rows[0].node;
    work.want(Authoring::Turn(Page::Links));
    work.want(Authoring::Links(Some(node)));
    assert_eq!(links(&work).chosen.expect("it is chosen").reached.len(), 3);
}

#[test]
fn bots_can_be_stopped_and_go_on_from_where_the_game_stands() {
    let mut work = at(Page::Bots);
    work.app.act(Intent::Begin(0));
    work.app.act(Intent::Continue);
    work.say("ask_conditions");
    assert_eq!(bots(&work).here.map(|(next, _)| next), Some(2));
    work.want(Authoring::BotsFromHere(true));
    work.want(Authoring::Games(2_000));
    work.want(Authoring::RunBots);
    work.want(Authoring::Stop);
    work.until("the stop", |work| bots(work).playing.is_none());
    let found = bots(&work).found.expect("there is something to tell");
    assert!(found.lines[0].contains("statement 2"), "{:?}", found.lines);
    assert_eq!(found.lines.len(), 2, "{:?}", found.lines);
}

#[test]
fn a_game_begins_at_any_statement_of_a_recorded_one_with_any_room() {
    let mut work = at(Page::Start);
    let recorded = StartPoint::Recorded("as-it-was.ron".to_owned());
    work.want(Authoring::StartFrom(recorded));
    assert!(start(&work).last > 10);
    work.want(Authoring::FromTurn(5));
    work.want(Authoring::Bar(Bar::Trust, 7));
    let view = start(&work);
    assert!(view.changed && view.turn == 5);
    work.want(Authoring::Begin);
    let game = work.app.game().expect("a game");
    assert_eq!(game.session.state().statements, 4);
    assert_eq!(game.session.setup().room.height(Bar::Trust), Some(7));
    assert_eq!(work.app.screen(), Screen::Table);
    work.want(Authoring::AsWritten);
    assert!(!start(&work).changed);
}

#[test]
fn a_game_begins_anew_at_an_earlier_statement_of_the_one_on_the_table() {
    let mut work = at(Page::Start);
    work.app.act(Intent::Begin(0));
    work.app.act(Intent::Continue);
    work.say("ask_conditions");
    work.say("quickest_settlement");
    work.want(Authoring::StartFrom(StartPoint::Present));
    assert_eq!(start(&work).last, 3);
    work.want(Authoring::FromTurn(2));
    work.want(Authoring::Begin);
    assert_eq!(work.steps(), 1);
}

#[test]
fn the_game_on_the_table_is_kept_as_a_recorded_one_and_nothing_is_overwritten() {
    let mut work = at(Page::Recorded);
    assert!(!recorded(&work).can_save);
    work.app.act(Intent::Begin(0));
    work.app.act(Intent::Continue);
    work.say("ask_conditions");
    let before = recorded(&work).games.len();
    work.want(Authoring::SaveAsRecorded);
    let told = work.app.frame().notice.expect("it is told");
    assert!(!told.fault && told.text.contains("recorded.ron"), "{told:?}");
    work.want(Authoring::SaveAsRecorded);
    assert!(work.folder.join("playthroughs/recorded-2.ron").is_file());
    work.until("both in the list", |work| recorded(work).games.len() == before + 2);
    work.want(Authoring::PlayRecorded);
    let view = recorded(&work);
    assert_eq!(view.as_recorded, Some(view.games.len()));
    assert_eq!(work.steps(), 1);
    assert_eq!(work.view().state, FolderState::Clean);
}

#[test]
fn a_recorded_game_that_no_longer_comes_so_says_what_differs() {
    let mut work = at(Page::Recorded);
    let file = "playthroughs/as-it-was.ron";
    let text = work.text(file);
    let (head, rest) = text.split_once("moves: [\"").expect("a statement");
    let (_, rest) = rest.split_once('"').expect("a move");
    work.write(file, &format!("{head}moves: [\"ask_hint\"{rest}"));
    work.until("the change", |work| {
        let mut games = work.app.scenario().playthroughs.iter();
        games.any(|(name, now)| name == "as-it-was.ron" && *now != text)
    });
    work.want(Authoring::PlayRecorded);
    let view = recorded(&work);
    let row = view.games.iter().find(|row| row.file == "as-it-was.ron");
    let row = row.expect("it is listed");
    assert_eq!(row.ok, Some(false));
    assert!(!row.faults.is_empty());
    assert!(view.as_recorded.is_some_and(|ok| ok < view.games.len()));
}

#[test]
fn a_scenario_that_is_begun_lies_among_ones_own_is_open_and_can_be_played() {
    let mut work = Work::new();
    work.want(Authoring::Create("My talk".to_owned()));
    let view = work.view();
    assert_eq!(view.state, FolderState::Clean, "{:?}", work.app.frame().notice);
    assert_eq!(view.name, "My talk");
    work.app.act(Intent::Begin(0));
    assert!(work.app.game().is_some());
    work.want(Authoring::Create("My talk".to_owned()));
    assert!(work.app.frame().notice.is_some_and(|notice| notice.fault));
    work.want(Authoring::Create("../away".to_owned()));
    assert!(work.app.frame().notice.is_some_and(|notice| notice.fault));
}
