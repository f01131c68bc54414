//! Public types and functions say what they mean; fields and variants only where their name does not.

use std::fs;
use std::path::{Path, PathBuf};

use syn::{Attribute, ImplItem, Item, Visibility};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn has_docs(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc"))
}

/// Names of public items without a line of documentation.
fn bare(items: &[Item], found: &mut Vec<String>) {
    for item in items {
        let (visibility, attributes, name) = match item {
            Item::Fn(item) => (&item.vis, &item.attrs, item.sig.ident.to_string()),
            Item::Struct(item) => (&item.vis, &item.attrs, item.ident.to_string()),
            Item::Enum(item) => (&item.vis, &item.attrs, item.ident.to_string()),
            Item::Trait(item) => (&item.vis, &item.attrs, item.ident.to_string()),
            Item::Type(item) => (&item.vis, &item.attrs, item.ident.to_string()),
            Item::Impl(item) => {
                for item in &item.items {
                    if let ImplItem::Fn(function) = item
                        && is_public(&function.vis)
                        && !has_docs(&function.attrs)
                    {
                        found.push(function.sig.ident.to_string());
                    }
                }
                continue;
            }
            _ => continue,
        };
        if is_public(visibility) && !has_docs(attributes) {
            found.push(name);
        }
    }
}

/// What README says to type in a first game, one entry a line.
fn first_game() -> String {
    let readme = include_str!("../../README.md");
    let (_, table) = readme.split_once("### A first game in the terminal").expect("README has a first game");
    let rows =
        table.lines().skip_while(|line| !line.starts_with("|---")).skip(1).take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    let words = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    words.map(|word| format!("{word}\n")).collect()
}

#[test]
fn the_first_game_of_the_readme_shows_what_it_promises() {
    let program = crate::common::Program::new();
    let typed = first_game();
    assert!(typed.lines().count() > 12, "{typed}");
    let script = program.data.path().join("first-game.txt");
    fs::write(&script, &typed).expect("the script can be written");
    let script = script.to_str().expect("the path is text");
    let output = program.run(&["play", "--no-save", "--script", script]);
    let shown = crate::common::unwrapped(&crate::common::out(&output));
    // A script ends at a line that is refused.
    assert!(output.status.success(), "{shown}\n{}", crate::common::err(&output));
    for promised in
        ["Your prediction", "was right: a hint", "Why this answer", "The adviser", "line 171", "Etorofu (Iturup)"]
    {
        assert!(shown.contains(promised), "{promised}: {shown}");
    }
}

#[test]
fn every_public_type_and_function_has_a_line_of_documentation() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut without = Vec::new();
    for file in files {
        let code = syn::parse_file(&fs::read_to_string(&file).expect("a source is text")).expect("it is Rust");
        let mut found = Vec::new();
        bare(&code.items, &mut found);
        let name = file.strip_prefix(&root).expect("it is below src").display().to_string();
        without.extend(found.into_iter().map(|item| format!("{name}: {item}")));
    }
    assert!(without.is_empty(), "{} items say nothing of themselves:\n{}", without.len(), without.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    for file in files {
        let text = fs::read_to_string(&file).expect("a source is text");
        let test = file.file_stem().is_some_and(|stem| stem == "tests");
        assert!(test || text.starts_with("//!"), "{} does not say what it is", file.display());
    }
}
