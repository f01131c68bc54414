//! Letters: every sign of every text that can come to a screen is in the faces, whichever of them it is set in.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use egui::Context;
use we_can_wait::window::screens::theme::{Look, families, font, install};

/// Files whose words are shown.
const TEXTS: [&str; 4] = ["ron", "ftl", "txt", "md"];

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|kind| TEXTS.iter().any(|text| kind == *text)) {
            files.push(path);
        }
    }
}

/// Every sign, with the first file that has it.
fn signs() -> BTreeMap<char, PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["assets/language", "scenarios", "docs/codes"] {
        gather(&root.join(folder), &mut files);
    }
    files.sort();
    let mut signs = BTreeMap::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
        // A mark at the beginning of a file is no sign.
        for sign in text.trim_start_matches('\u{feff}').chars().filter(|sign| !sign.is_control()) {
            signs.entry(sign).or_insert_with(|| file.clone());
        }
    }
    signs
}

#[test]
fn every_sign_of_every_text_is_in_every_face() {
    let signs = signs();
    assert!(signs.len() > 80, "the texts were read");
    for plain_face in [false, true] {
        let ctx = Context::default();
        let look = Look { plain_face, ..Look::default() };
        install(&ctx, look);
        let mut output = ctx.run_ui(egui::RawInput::default(), |_| {});
        output.textures_delta.clear();
        for family in families() {
            let face = font(16.0, family);
            for (sign, file) in &signs {
                let there = ctx.fonts_mut(|fonts| fonts.has_glyph(&face, *sign));
                assert!(there, "{sign:?} of {file:?} is missing in {:?}", face.family);
            }
        }
    }
}
