//! Reads the types that an author fills in: forms with fields, choices with variants, and what is said about each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Expr, Fields, Item, Lit, Meta, Token, Type};

/// Where the types stand, below `src`.
const FILES: &[&str] = &[
    "scenario/draft/frame.rs",
    "scenario/draft/library.rs",
    "scenario/draft/map.rs",
    "scenario/draft/style.rs",
    "scenario/draft/talk.rs",
    "scenario/draft/values.rs",
    "scenario/terms.rs",
    "negotiation/script.rs",
];

/// Types of those files that no author writes.
const NOT_WRITTEN: &[&str] = &["StepError", "Range", "Utterance", "Occasion"];

/// One type as an author meets it.
pub(crate) struct Form {
    /// The name before the bracket; a choice has none of its own.
    pub(crate) name: String,
    /// What it is.
    pub(crate) doc: String,
    /// What it is made of.
    pub(crate) shape: Shape,
}

/// What a form is made of.
pub(crate) enum Shape {
    /// Fields with names.
    Named(Vec<Field>),
    /// Values in a fixed order.
    Row(Vec<Type>),
    /// One of several.
    Choice(Vec<Variant>),
}

/// A field with a name.
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) doc: String,
    /// What it is when it is left out; `None` where it cannot be.
    pub(crate) left_out: Option<String>,
}

/// One of several that can be written.
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) row: Vec<Type>,
}

/// Every form, by the name of its type.
pub(crate) fn forms() -> BTreeMap<String, Form> {
    let mut forms = BTreeMap::new();
    for file in FILES {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
        let text = fs::read_to_string(&path).expect("the file of types is there");
        let parsed = syn::parse_file(&as_written(&text)).expect("the file of types is Rust");
        for item in &parsed.items {
            if let Some((name, form)) = form(item, &parsed.items)
                && !NOT_WRITTEN.contains(&name.as_str())
            {
                assert!(forms.insert(name.clone(), form).is_none(), "{name} is there twice");
            }
        }
    }
    forms
}

/// The forms as an author writes them: every kind of reference is an id, a text, or another form.
fn as_written(text: &str) -> String {
    let mut text = text.replace("<R: Refs = Resolved>", "").replace("<R>", "").replace("<AsWritten>", "");
    for (kind, written) in [
        ("MoveSeat", "Option<Id>"),
        ("Source", "Option<Id>"),
        ("Text", "Written"),
        ("Id", "Id"),
        ("Party", "Id"),
        ("Person", "Id"),
        ("Issue", "Id"),
        ("Position", "Id"),
        ("Mark", "Id"),
        ("Entry", "Id"),
        ("Move", "Id"),
        ("Utterance", "Id"),
        ("Topic", "Id"),
        ("Term", "Id"),
        ("Seat", "Id"),
        ("Deal", "Id"),
        ("View", "Id"),
        ("Place", "Id"),
    ] {
        text = text.replace(&format!("R::{kind}"), written);
    }
    text
}

fn form(item: &Item, all: &[Item]) -> Option<(String, Form)> {
    match item {
        Item::Struct(item) => {
            let name = item.ident.to_string();
            let shape = match &item.fields {
                Fields::Named(_) => Shape::Named(named(&item.fields, all)),
                _ => Shape::Row(row(&item.fields)),
            };
            Some((name, built(&item.ident.to_string(), &item.attrs, shape)))
        }
        Item::Enum(item) => {
            let variants = item.variants.iter().map(|variant| Variant {
                name: variant.ident.to_string(),
                doc: doc(&variant.attrs),
                fields: named(&variant.fields, all),
                row: row(&variant.fields),
            });
            let shape = Shape::Choice(variants.collect());
            let name = item.ident.to_string();
            Some((name.clone(), built(&name, &item.attrs, shape)))
        }
        Item::Macro(item) if item.mac.path.is_ident("vocabulary") => {
            let words: Vocabulary = syn::parse2(item.mac.tokens.clone()).expect("a vocabulary");
            let shape = Shape::Choice(words.variants);
            Some((words.name.clone(), built(&words.name, &words.attrs, shape)))
        }
        _ => None,
    }
}

fn built(ident: &str, attrs: &[Attribute], shape: Shape) -> Form {
    let own = ident.strip_suffix("Draft").unwrap_or(ident).to_owned();
    Form { name: serde_says(attrs, "rename").flatten().unwrap_or(own), doc: doc(attrs), shape }
}

fn named(fields: &Fields, all: &[Item]) -> Vec<Field> {
    let Fields::Named(fields) = fields else {
        return Vec::new();
    };
    let read = fields.named.iter().map(|field| Field {
        name: field.ident.as_ref().expect("it has a name").to_string(),
        ty: field.ty.clone(),
        doc: doc(&field.attrs),
        left_out: left_out(&field.attrs, &field.ty, all),
    });
    read.collect()
}

fn row(fields: &Fields) -> Vec<Type> {
    let Fields::Unnamed(fields) = fields else {
        return Vec::new();
    };
    fields.unnamed.iter().map(|field| field.ty.clone()).collect()
}

/// What a field is when it is left out, in the words of the page.
fn left_out(attrs: &[Attribute], ty: &Type, all: &[Item]) -> Option<String> {
    match serde_says(attrs, "default")? {
        None => Some(match last_name(ty).as_str() {
            "bool" => "`false`".to_owned(),
            "Vec" => "empty".to_owned(),
            "String" => "no text".to_owned(),
            _ => "none".to_owned(),
        }),
        Some(function) => Some(made_by(&function, all)),
    }
}

/// What a function of the same file makes, where that can be said in a word.
fn made_by(function: &str, all: &[Item]) -> String {
    let body = all.iter().find_map(|item| match item {
        Item::Fn(item) if item.sig.ident == function => item.block.stmts.first(),
        _ => None,
    });
    match body {
        Some(syn::Stmt::Expr(Expr::Lit(literal), None)) => match &literal.lit {
            Lit::Int(number) => format!("{number}"),
            Lit::Str(text) => format!("`\"{}\"`", text.value()),
            Lit::Bool(yes) => format!("`{}`", yes.value),
            _ => panic!("the default {function} is a number, a text, or yes or no"),
        },
        Some(syn::Stmt::Expr(Expr::Path(path), None)) => {
            let last = path.path.segments.last().expect("a path has a name");
            format!("`{}`", last.ident)
        }
        Some(_) => "as said beside it".to_owned(),
        None => panic!("the default {function} stands in the same file"),
    }
}

/// The last name of a type's path: `Vec` of `Vec<Id>`.
pub(crate) fn last_name(ty: &Type) -> String {
    let Type::Path(path) = ty else {
        return String::new();
    };
    let last = path.path.segments.last();
    last.map(|segment| segment.ident.to_string()).unwrap_or_default()
}

/// Whether serde's attribute has this word, and what it is set to.
fn serde_says(attrs: &[Attribute], word: &str) -> Option<Option<String>> {
    let mut found = None;
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("serde")) {
        attr.parse_nested_meta(|meta| {
            let value = match meta.value() {
                Ok(value) => Some(value.parse::<syn::LitStr>()?.value()),
                Err(_) => None,
            };
            if meta.path.is_ident(word) {
                found = Some(value);
            }
            Ok(())
        })
        .expect("serde's attribute can be read");
    }
    found
}

/// A doc comment as running text: its first paragraph and all others, in one line.
fn doc(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// A closed vocabulary, as `vocabulary!` in `terms.rs` has it.
struct Vocabulary {
    attrs: Vec<Attribute>,
    name: String,
    variants: Vec<Variant>,
}

impl Parse for Vocabulary {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let name = input.parse::<syn::Ident>()?.to_string();
        let inside;
        syn::braced!(inside in input);
        let mut variants = Vec::new();
        while !inside.is_empty() {
            let attrs = inside.call(Attribute::parse_outer)?;
            let name = inside.parse::<syn::Ident>()?.to_string();
            inside.parse::<Token![=]>()?;
            inside.parse::<syn::LitStr>()?;
            inside.parse::<Token![,]>()?;
            variants.push(Variant { name, doc: doc(&attrs), fields: Vec::new(), row: Vec::new() });
        }
        Ok(Vocabulary { attrs, name, variants })
    }
}
