//! The reference of the scenario format is written from the types that are read, so that it cannot say anything else.

mod read;
mod write;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What stands above the tables.
const HEAD: &str = "\
# Every form and every field

This page is written by the program's own tests from the types that it reads; it cannot be out of date.
[The guide](../scenario-format.md) shows the forms in use, with examples; [the tutorial](tutorial.md) begins at the beginning.

A form is written `Name(field: value, field: value)`. A **text** stands in quotation marks. A **number** is whole. A **list** stands
in square brackets, with commas. A **new id** is a name that you choose: small letters, digits, `_` and `-`, in quotation
marks, once in the whole scenario; an **id of a move** repeats the id of a move that you have defined. A field that is not called
*optional* has to be there. The order of the fields is free.
";

fn reference() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring/reference.md")
}

#[test]
fn the_reference_says_what_the_types_say() {
    let page = write::page(&read::forms(), HEAD);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(reference(), &page).expect("the reference can be written");
    }
    let committed = fs::read_to_string(reference()).unwrap_or_default();
    let differs = page.lines().zip(committed.lines()).find(|(new, old)| new != old);
    assert!(
        page == committed,
        "docs/authoring/reference.md is out of date (first difference: {differs:?}); write it again with\n  \
         UPDATE_GOLDEN=1 cargo test --no-default-features --features cli --test it -- reference::"
    );
}

#[test]
fn every_form_belongs_to_a_file() {
    let missing = write::unreached(&read::forms());
    assert!(missing.is_empty(), "no file leads to {missing:?}");
}

#[test]
fn every_heading_is_there_once_and_every_link_of_the_reference_leads_to_one() {
    let page = write::page(&read::forms(), HEAD);
    let headings: Vec<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .map(|title| title.to_lowercase().replace(' ', "-"))
        .collect();
    let once: BTreeSet<&String> = headings.iter().collect();
    assert_eq!(once.len(), headings.len(), "a heading is there twice");
    for link in page.split("](#").skip(1) {
        let anchor = link.split(')').next().unwrap_or_default();
        assert!(headings.iter().any(|heading| heading == anchor), "nothing is called {anchor}");
    }
}

#[test]
fn every_form_and_field_says_what_it_means() {
    for (name, form) in read::forms() {
        assert!(!form.doc.is_empty(), "{name}");
        let fields: Vec<(&String, &String)> = match &form.shape {
            read::Shape::Named(fields) => fields.iter().map(|f| (&f.name, &f.doc)).collect(),
            read::Shape::Row(_) => Vec::new(),
            read::Shape::Choice(variants) => variants
                .iter()
                .flat_map(|variant| {
                    let own = std::iter::once((&variant.name, &variant.doc));
                    own.chain(variant.fields.iter().map(|f| (&f.name, &f.doc)))
                })
                .collect(),
        };
        for (field, doc) in fields {
            assert!(!doc.is_empty(), "{name}.{field} has no meaning");
            assert!(!doc.contains("]("), "{name}.{field} links to code");
        }
    }
}
