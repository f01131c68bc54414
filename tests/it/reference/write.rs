//! Writes the forms as a page for authors: which file holds what, and what each field means.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use syn::{GenericArgument, PathArguments, Type};

use crate::reference::read::{Field, Form, Shape, Variant, last_name};

type Forms = BTreeMap<String, Form>;

/// Each file of a scenario with the type of what stands in it. A list has any number of them.
const FILES: &[(&str, &str, bool)] = &[
    ("scenario.ron", "ScenarioDraft", false),
    ("people.ron", "Person", true),
    ("record.ron", "Entry", true),
    ("moves.ron", "Move", true),
    ("stances.ron", "Stance", true),
    ("replies.ron", "UtteranceForm", true),
    ("counterpart.ron", "CounterpartDraft", false),
    ("values/PARTY.ron", "ValuesDraft", false),
    ("endings.ron", "Endings", false),
    ("sources/NAME.source.ron", "SourceFileDraft", false),
    ("glossary.ron", "TermDraft", true),
    ("timeline.ron", "FactDraft", true),
    ("background.ron", "Background", true),
    ("contested.ron", "ContestedDraft", true),
    ("tasks.ron", "TaskDraft", true),
    ("bibliography.ron", "Work", true),
    ("map.ron", "MapDraft", true),
    ("playthroughs/NAME.ron", "Play", false),
];

/// What a choice is called, which has no name in a file: an author writes one of its variants. Rows of numbers too.
const TITLES: &[(&str, &str)] = &[
    ("Basis", "Grounds"),
    ("Condition", "Condition"),
    ("DealCondition", "Condition on a deal"),
    ("Effect", "Effect"),
    ("Words", "Words of an answer"),
    ("MoveWords", "Words of a move"),
    ("UtteranceForm", "Reply or initiative"),
    ("MapDraft", "Part of the map"),
    ("PlaceKind", "Kind of place"),
    ("Fate", "Fate of a region"),
    ("Pairing", "Pairing"),
    ("Curve", "Curve"),
    ("TermKind", "Kind of term"),
    ("TaskKind", "Kind of task"),
    ("CommitmentKind", "Kind of commitment"),
    ("Strength", "Strength of a hint"),
    ("Measure", "Measure of an ending"),
    ("Figure", "Number of a style"),
    ("Expect", "Expectation"),
];

/// Types that are written alike.
const ALIASES: &[(&str, &str)] =
    &[("PackageClause", "Clause"), ("Range", "RangeDraft"), ("Utterance", "UtteranceForm")];

/// What an id names, by the field or variant in which it stands; the form first where a field means different things.
const IDS: &[(&str, &str)] = &[
    ("id", "id"),
    ("Allow.at", "what the warning is at"),
    ("Stance.to", "a move"),
    ("Stance.on", "an issue"),
    ("to", "a move"),
    ("closes", "a move"),
    ("faces", "a move"),
    ("moves", "a move"),
    ("mv", "a move"),
    ("Made", "a move"),
    ("issue", "an issue"),
    ("issues", "an issue"),
    ("Raised", "an issue"),
    ("JustRaised", "an issue"),
    ("Open", "an issue"),
    ("At", "an issue"),
    ("Is", "an issue"),
    ("Is.1", "a position of that issue"),
    ("position", "a position of that issue"),
    ("speaker", "a person"),
    ("speakers", "a person"),
    ("only", "a person"),
    ("SpokenBy", "a person"),
    ("claimed_by", "a person"),
    ("party", "a party"),
    ("held_by", "a party"),
    ("Of", "a party"),
    ("views", "a view of the map"),
    ("place", "a place on the map"),
    ("by", "a party"),
    ("known_to", "a party"),
    ("Committed", "a party"),
    ("Committed.2", "an issue"),
    ("seat", "a seat"),
    ("scenario", "a scenario"),
    ("length", "a length"),
    ("statements", "a length"),
    ("style", "a style"),
    ("entry", "an entry of the record"),
    ("Record", "an entry of the record"),
    ("Entry", "an entry of the record"),
    ("Said", "an entry of the record"),
    ("SaidBefore", "an entry of the record"),
    ("Spoken", "an entry of the record"),
    ("Unspoken", "an entry of the record"),
    ("Given", "a reply or initiative"),
    ("Marked", "a mark"),
    ("Mark", "a mark"),
    ("Unmark", "a mark"),
    ("Opened", "a topic"),
    ("topic", "a topic"),
    ("idea", "a term"),
    ("source", "a source"),
    ("rest", "a deal with a name"),
    ("Report", "a deal with a name"),
    ("opening_position", "a deal with a name"),
    ("report_as_it_was", "a deal with a name"),
    ("predict", "a move"),
];

/// Forms of recorded games: their ids are plain texts in the program.
const RECORDED: &[&str] = &["Play", "Step", "Expect"];

/// The whole page.
pub(crate) fn page(forms: &Forms, head: &str) -> String {
    let places = places(forms);
    let mut page = head.to_owned();
    for (file, root, list) in FILES {
        let _ = writeln!(page, "\n## {file}\n");
        let link = link(forms, root);
        let _ = if *list {
            writeln!(page, "A list in square brackets, of any number of {link}.")
        } else {
            writeln!(page, "One {link}.")
        };
        for name in reached(forms, root) {
            if places.get(&name) == Some(&Some(*file)) {
                one(&mut page, forms, &name);
            }
        }
    }
    let _ = writeln!(page, "\n## Used in many files");
    let mut shared: Vec<&String> = places.iter().filter(|(_, place)| place.is_none()).map(|(name, _)| name).collect();
    shared.sort_by_key(|name| title(forms, name));
    for name in shared {
        one(&mut page, forms, name);
    }
    page
}

/// Types that no file of a scenario leads to: each is a hole in the page.
pub(crate) fn unreached(forms: &Forms) -> Vec<String> {
    let reached: BTreeSet<String> = FILES.iter().flat_map(|(_, root, _)| reached(forms, root)).collect();
    let aliases = ALIASES.iter().map(|(name, _)| *name);
    let aliases: BTreeSet<&str> = aliases.collect();
    let missing = forms.keys().filter(|name| !reached.contains(*name) && !aliases.contains(name.as_str()));
    missing.cloned().collect()
}

/// Under which file each form is told; `None` where several use it. What only `scenario.ron` uses is told there.
fn places(forms: &Forms) -> BTreeMap<String, Option<&'static str>> {
    let mut users: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for (file, root, _) in FILES {
        for name in reached(forms, root) {
            users.entry(name).or_default().push(file);
        }
    }
    let place = |(name, files): (String, Vec<&'static str>)| {
        let own = FILES.iter().find(|(_, root, _)| *root == name);
        let others: Vec<_> = files.iter().filter(|file| **file != "scenario.ron").collect();
        let place = match (own, others.as_slice()) {
            (Some((file, ..)), _) => Some(*file),
            (None, []) => Some("scenario.ron"),
            // What the frame uses as well as one file is told with that file only where the frame holds the file's own list.
            (None, [one]) => Some(**one),
            (None, _) => None,
        };
        (name, place)
    };
    users.into_iter().map(place).collect()
}

/// The forms that a form leads to, itself first, each once, in the order in which an author meets them.
fn reached(forms: &Forms, root: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![root.to_owned()];
    while let Some(name) = waiting.pop() {
        if found.contains(&name) {
            continue;
        }
        let mut next = Vec::new();
        for ty in types(form(forms, &name)) {
            named_types(ty, &mut next);
        }
        found.push(name);
        let known = next.into_iter().map(|name| alias(&name).to_owned());
        let known: Vec<String> = known.filter(|name| forms.contains_key(name)).collect();
        waiting.extend(known.into_iter().rev());
    }
    found
}

fn alias(name: &str) -> &str {
    let found = ALIASES.iter().find(|(from, _)| *from == name);
    found.map_or(name, |(_, to)| to)
}

fn form<'f>(forms: &'f Forms, name: &str) -> &'f Form {
    forms.get(name).unwrap_or_else(|| panic!("there is a type {name}"))
}

fn types(form: &Form) -> Vec<&Type> {
    match &form.shape {
        Shape::Named(fields) => fields.iter().map(|field| &field.ty).collect(),
        Shape::Row(row) => row.iter().collect(),
        Shape::Choice(variants) => {
            let inside = variants.iter().flat_map(|variant| {
                let fields = variant.fields.iter().map(|field| &field.ty);
                fields.chain(variant.row.iter())
            });
            inside.collect()
        }
    }
}

fn named_types(ty: &Type, names: &mut Vec<String>) {
    match ty {
        Type::Path(_) => {
            names.push(last_name(ty));
            for inner in arguments(ty) {
                named_types(inner, names);
            }
        }
        Type::Tuple(tuple) => tuple.elems.iter().for_each(|ty| named_types(ty, names)),
        _ => {}
    }
}

fn arguments(ty: &Type) -> Vec<&Type> {
    let Type::Path(path) = ty else {
        return Vec::new();
    };
    let Some(last) = path.path.segments.last() else {
        return Vec::new();
    };
    let PathArguments::AngleBracketed(inside) = &last.arguments else {
        return Vec::new();
    };
    let types = inside.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

/// A form with its table.
fn one(page: &mut String, forms: &Forms, name: &str) {
    let form = form(forms, name);
    let _ = writeln!(page, "\n### {}\n\n{}", title(forms, name), form.doc);
    match &form.shape {
        Shape::Named(fields) => {
            let _ = writeln!(page, "\n| Field | What to write | Meaning |\n|---|---|---|");
            for field in fields {
                row(page, forms, form, field);
            }
        }
        Shape::Row(types) => {
            let inside = types.iter().map(|ty| words(forms, ty, &[], false));
            let inside: Vec<String> = inside.collect();
            let _ = writeln!(page, "\nWritten `(…)`: {}.", inside.join(", "));
        }
        Shape::Choice(variants) => choice(page, forms, form, name, variants),
    }
}

fn row(page: &mut String, forms: &Forms, form: &Form, field: &Field) {
    let plain = RECORDED.contains(&form.name.as_str());
    let keys = [format!("{}.{}", form.name, field.name), field.name.clone()];
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let what = words(forms, &field.ty, &keys, plain);
    let optional = match &field.left_out {
        Some(value) => format!("; *optional*, {value} when left out"),
        None => String::new(),
    };
    let doc = cell(&field.doc);
    let _ = writeln!(page, "| `{}` | {what}{optional} | {doc} |", field.name);
}

fn choice(page: &mut String, forms: &Forms, form: &Form, name: &str, variants: &[Variant]) {
    let plain = RECORDED.contains(&name);
    let _ = writeln!(page, "\nOne of these:\n\n| Written | Means |\n|---|---|");
    for variant in variants {
        let written = written(forms, variant, plain);
        let _ = writeln!(page, "| {written} | {} |", cell(&variant.doc));
    }
    for variant in variants.iter().filter(|variant| !variant.fields.is_empty()) {
        let _ = writeln!(
            page,
            "\n`{}(...)` has these fields:\n\n| Field | What to write | Meaning |\n|---|---|---|",
            variant.name
        );
        for field in &variant.fields {
            row(page, forms, form, field);
        }
    }
}

/// A variant as it is written, with what stands in its brackets.
fn written(forms: &Forms, variant: &Variant, plain: bool) -> String {
    let name = &variant.name;
    if !variant.fields.is_empty() {
        let fields = variant.fields.iter().map(|field| field.name.as_str());
        let fields: Vec<&str> = fields.collect();
        return format!("`{name}({}: ...)`", fields.join(": ..., "));
    }
    if let [ty] = variant.row.as_slice()
        && let Some(inner) = forms.get(&last_name(ty))
        && matches!(inner.shape, Shape::Named(_))
    {
        let link = format!("#{}", anchor(&title(forms, &last_name(ty))));
        return format!("[`{name}(...)`]({link})");
    }
    if variant.row.is_empty() {
        return format!("`{name}`");
    }
    let inside = variant.row.iter().enumerate().map(|(index, ty)| {
        let keys = [format!("{name}.{index}"), name.clone()];
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        sample(forms, ty, &keys, plain)
    });
    let inside: Vec<String> = inside.collect();
    let mut links = Vec::new();
    for ty in &variant.row {
        named_types(ty, &mut links);
    }
    let links = links.into_iter().map(|name| alias(&name).to_owned());
    let links = links.filter(|name| forms.contains_key(name) && !is_name(forms, name, variant));
    let links: Vec<String> = links.map(|name| link(forms, &name)).collect();
    let see = match links.as_slice() {
        [] => String::new(),
        links => format!(": {}", links.join(", ")),
    };
    format!("`{name}({})`{see}", inside.join(", "))
}

/// Whether a choice is the one that this variant belongs to: `All` holds conditions, and stands among them.
fn is_name(forms: &Forms, name: &str, variant: &Variant) -> bool {
    match &form(forms, name).shape {
        Shape::Choice(all) => all.iter().any(|other| std::ptr::eq(other, variant)),
        _ => false,
    }
}

/// A value of a type, as one would write it.
fn sample(forms: &Forms, ty: &Type, keys: &[&str], plain: bool) -> String {
    let inner = || {
        let arguments = arguments(ty);
        let inner = arguments.first().expect("it holds something");
        sample(forms, inner, keys, plain)
    };
    match last_name(ty).as_str() {
        "Id" => format!("\"{}\"", noun(keys)),
        "String" if plain && names_something(keys) => format!("\"{}\"", noun(keys)),
        "String" | "Written" => "\"...\"".to_owned(),
        "u8" | "u16" | "u32" | "u64" | "i8" => "2".to_owned(),
        "Vec" => format!("[{}]", inner()),
        "Option" | "Box" | "Lenient" => inner(),
        name => match forms.get(alias(name)).map(|form| &form.shape) {
            Some(Shape::Choice(variants)) => match variants.first() {
                Some(first) if first.row.is_empty() && first.fields.is_empty() => first.name.clone(),
                _ => "...".to_owned(),
            },
            Some(Shape::Named(_)) => format!("{}(...)", form(forms, alias(name)).name),
            _ => "...".to_owned(),
        },
    }
}

/// The noun of what an id names: "move" of "a move".
fn noun(keys: &[&str]) -> String {
    let words = id_words(keys);
    let words = words.strip_prefix("id of ").unwrap_or(&words);
    words.split(' ').nth(1).unwrap_or("id").to_owned()
}

/// A type in an author's words.
fn words(forms: &Forms, ty: &Type, keys: &[&str], plain: bool) -> String {
    if let Type::Tuple(tuple) = ty {
        let inside = tuple.elems.iter().map(|ty| words(forms, ty, keys, plain));
        let inside: Vec<String> = inside.collect();
        return format!("({})", inside.join(", "));
    }
    let inner = |index: usize| {
        let arguments = arguments(ty);
        let inner = arguments.get(index).expect("it holds something");
        words(forms, inner, keys, plain)
    };
    match last_name(ty).as_str() {
        "Id" => id_words(keys),
        "String" if plain && names_something(keys) => id_words(keys),
        "String" | "Written" => "text".to_owned(),
        "u8" | "u16" | "u32" | "u64" => "number".to_owned(),
        "f64" => "decimal number".to_owned(),
        "i8" => "number, also below 0".to_owned(),
        "bool" => "`true` or `false`".to_owned(),
        "char" => "one letter, `'F'`".to_owned(),
        "Vec" => format!("list of: {}", inner(0)),
        "Option" | "Box" | "Lenient" => inner(0),
        name => link(forms, name),
    }
}

fn names_something(keys: &[&str]) -> bool {
    keys.iter().any(|key| IDS.iter().any(|(known, _)| known == key))
}

fn id_words(keys: &[&str]) -> String {
    let found = keys.iter().find_map(|key| IDS.iter().find(|(known, _)| known == key));
    let Some((_, what)) = found else {
        panic!("tests/reference/write.rs does not say yet what the id in {keys:?} names");
    };
    match *what {
        "id" => "a new id".to_owned(),
        what => format!("id of {what}"),
    }
}

fn link(forms: &Forms, name: &str) -> String {
    let title = title(forms, alias(name));
    format!("[{title}](#{})", anchor(&title))
}

/// What a form is called on the page.
fn title(forms: &Forms, name: &str) -> String {
    let own = TITLES.iter().find(|(known, _)| *known == name);
    own.map_or_else(|| form(forms, name).name.clone(), |(_, title)| (*title).to_owned())
}

fn anchor(title: &str) -> String {
    title.to_lowercase().replace(' ', "-")
}

/// Text that fits a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
