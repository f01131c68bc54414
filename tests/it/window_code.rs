//! What the window's own code may do: keys from the table alone, and every screen in the smallest room.

use std::fs;
use std::path::{Path, PathBuf};

use egui::{Context, Pos2, RawInput, Rect, Vec2};
use we_can_wait::app::intent::Screen;
use we_can_wait::app::{App, Frame, Notice};
use we_can_wait::window::screens::shot::{Shot, set_up};
use we_can_wait::window::screens::{TableTab, UiState, window_ui};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Lines of the window's code, without comments and tests, that name one of these words; files that may are left out.
fn naming(words: &[&str], except: &[&str]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/window");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut found = Vec::new();
    for file in files {
        let name = file.strip_prefix(&root).expect("it is below").to_string_lossy().replace('\\', "/");
        if except.contains(&name.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&file).expect("a source is text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    found
}

#[test]
fn keys_are_taken_in_one_place_which_reads_the_table_of_bindings() {
    let found = naming(
        &["consume_key", "consume_shortcut", "key_pressed", "key_down", "Key::", "Event::Key"],
        &["screens/keys.rs"],
    );
    assert!(found.is_empty(), "keys are taken outside screens/keys.rs:\n{}", found.join("\n"));
    // There itself every key comes out of a binding, by its name.
    let keys = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/window/screens/keys.rs"));
    let keys = keys.expect("a source is text");
    let named: Vec<&str> =
        keys.lines().filter(|line| line.contains("Key::") && !line.contains("Key::from_name")).collect();
    assert!(named.is_empty(), "{named:?}");
}

fn draw(ctx: &Context, app: &App, frame: &Frame, ui_state: &mut UiState, size: Vec2) {
    let input = RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)), ..RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| window_ui(ui, app.labels(), frame, ui_state, &mut Vec::new()));
    output.textures_delta.clear();
    drop(ctx.tessellate(output.shapes, output.pixels_per_point));
}

/// Draws a frame with a notice in every width and height down to one point.
fn squeeze(app: &App, ui_state: &mut UiState) {
    let ctx = Context::default();
    let notice = Notice::warning("Couldn't save: the disk is full.".to_owned());
    let frame = Frame { notice: Some(notice), ..app.frame() };
    for height in [200.0, 1.0] {
        for width in [900.0, 900.0, 480.0, 300.0, 120.0, 40.0, 5.0, 1.0] {
            draw(&ctx, app, &frame, ui_state, Vec2::new(width, height));
        }
    }
}

fn at(screen: Screen) -> App {
    let mut app = App::new(crate::common::nowhere()).expect("the scenario has no faults");
    let shot = Shot { screen, page: None, size: (1280, 720), dark: false, zoom: 100 };
    set_up(&mut app, shot).expect("the recorded game is there");
    app
}

#[test]
fn every_screen_is_drawn_in_the_smallest_room_with_a_notice_open() {
    for screen in Screen::ALL {
        let app = at(*screen);
        squeeze(&app, &mut UiState::default());
        let mut open = UiState::default();
        (open.help, open.more) = (true, true);
        squeeze(&app, &mut open);
    }
}

#[test]
fn every_paper_of_the_table_is_drawn_in_the_smallest_room() {
    let app = at(Screen::Table);
    for tab in TableTab::ALL {
        let mut ui_state = UiState::default();
        ui_state.table.tab = tab;
        squeeze(&app, &mut ui_state);
    }
}

#[test]
fn what_is_drawn_is_worded_before() {
    let found = naming(
        &["view::sentence", "view::aloud", "blocks::blocks", "std::fs"],
        &["game/window_size.rs", "screens/shot/author.rs"],
    );
    assert!(found.is_empty(), "wording or files while drawing:\n{}", found.join("\n"));
    // The program's own window has the messages: it says why it could not open.
    let found = naming(&["Catalogue", "catalogue()", "msg_with", ".msg("], &["game/mod.rs"]);
    assert!(found.is_empty(), "messages are worded while drawing:\n{}", found.join("\n"));
}
