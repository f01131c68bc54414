//! The page on how it looks says what the program does.

use std::path::Path;

use egui::Color32;
use we_can_wait::window::screens::theme::{self, Palette};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/art.md");
    std::fs::read_to_string(path).expect("the page is there")
}

/// Every role with its colour: a role that is added to the palette has to be added here, or this does not compile.
fn roles(palette: &Palette) -> Vec<(&'static str, Color32)> {
    let Palette {
        desk,
        sheet,
        field,
        ink,
        quiet,
        line,
        ours,
        theirs,
        on_strong,
        mark,
        wall,
        wall_line,
        cloth,
        cloth_line,
        figure,
        sea,
        land,
        coast,
    } = *palette;
    vec![
        ("desk", desk),
        ("sheet", sheet),
        ("field", field),
        ("ink", ink),
        ("quiet", quiet),
        ("line", line),
        ("ours", ours),
        ("theirs", theirs),
        ("on_strong", on_strong),
        ("mark", mark),
        ("wall", wall),
        ("wall_line", wall_line),
        ("cloth", cloth),
        ("cloth_line", cloth_line),
        ("figure", figure),
        ("sea", sea),
        ("land", land),
        ("coast", coast),
    ]
}

#[test]
fn the_page_names_every_role_with_the_colours_it_has() {
    let page = page();
    let palettes = [theme::LIGHT, theme::DARK, theme::PROJECTOR_LIGHT, theme::PROJECTOR_DARK];
    let tables = palettes.map(|palette| roles(&palette));
    for (number, (role, _)) in roles(&theme::LIGHT).iter().enumerate() {
        let row = page.lines().find(|line| line.starts_with(&format!("| `{role}` |")));
        let row = row.unwrap_or_else(|| panic!("the page does not name {role}"));
        let colours = tables.iter().map(|table| {
            let [red, green, blue, _] = table[number].1.to_array();
            format!("`#{red:02X}{green:02X}{blue:02X}`")
        });
        let colours: Vec<String> = colours.collect();
        assert!(row.ends_with(&format!("| {} |", colours.join(" | "))), "{row}: {colours:?}");
    }
}

#[test]
fn every_picture_of_the_page_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for piece in page().split("](").skip(1) {
        let file = piece.split(')').next().expect("a link ends");
        assert!(folder.join(file).is_file(), "{file} is missing");
    }
}
