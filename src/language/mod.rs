//! Message catalogues: everything the program itself says, in Fluent. Each folder under `assets/language` is one
//! language.
//!
//! A scenario's own words are not here. They belong to its author and stay in the scenario's files.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

static CATALOGUES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/language");

/// The language with a complete catalogue, used for messages that another one lacks.
pub const FALLBACK: &str = "en";

/// Why a catalogue can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    #[error("there is no message catalogue for the language \"{0}\"")]
    Missing(String),
    #[error("the message catalogue {file} has a fault: {fault}")]
    Faulty { file: String, fault: String },
}

/// A language that has a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    tag: String,
    /// The requested tag, if there is no catalogue for it.
    pub missing: Option<String>,
}

impl Language {
    /// Tags of all languages with a catalogue, such as `en`.
    pub fn all() -> Vec<String> {
        CATALOGUES.dirs().map(|folder| folder.path().display().to_string()).collect()
    }

    /// The language for a tag such as `ja`, `en-GB` or `en_GB.UTF-8`. If it has no catalogue, this is English, with the
    /// tag in `missing`. `None` means English.
    pub fn choose(wanted: Option<&str>) -> Self {
        let wanted = wanted.map(str::trim).filter(|tag| !tag.is_empty());
        let full = wanted.unwrap_or(FALLBACK).split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let primary = full.split('-').next().unwrap_or_default();
        let found = Self::all().into_iter().filter(|tag| *tag == full || *tag == primary).max_by_key(String::len);
        match found {
            Some(tag) => Self { tag, missing: None },
            None => Self { tag: FALLBACK.to_owned(), missing: wanted.map(str::to_owned) },
        }
    }

    /// # Errors
    /// Returns an error if a file of the catalogue has a fault.
    pub fn catalogue(&self) -> Result<Catalogue, CatalogueError> {
        Catalogue::load(&self.tag)
    }
}

/// The messages of one language.
///
/// A catalogue can carry shared values that every message may use, such as the names of the two sides.
#[derive(Clone)]
pub struct Catalogue {
    /// The language itself, then English for messages it lacks.
    bundles: Arc<Vec<FluentBundle<Arc<FluentResource>>>>,
    resources: Arc<Vec<Arc<FluentResource>>>,
    shared: Vec<(&'static str, String)>,
}

/// The labels a front end fills in itself: messages without values, and messages that only insert their values. A
/// message that chooses its words by a value is not here; only a view can word it.
///
/// A label with no message is shown as its own key; `tests/it/language.rs` looks for such keys.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    texts: Arc<BTreeMap<String, String>>,
    /// The patterns, with values in braces: `{$line}`.
    patterns: Arc<BTreeMap<String, String>>,
}

impl Labels {
    /// The message for a key, or the key itself if there is none.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts.get(key).map_or(key, String::as_str)
    }

    /// Whether the key has a message.
    pub fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// A message with its values inserted. Their order depends on the language.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.patterns.get(key) else { return self.get(key).to_owned() };
        let mut parts = pattern.split("{$");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            let value = values.iter().find(|(given, _)| *given == name);
            text.push_str(value.map_or("", |(_, value)| value));
            text.push_str(rest);
        }
        text
    }
}

/// A named value for a message.
pub type Arg<'a> = (&'a str, FluentValue<'a>);

/// A value for the placeholder with this name.
pub fn arg<'a>(name: &'a str, text: impl Into<FluentValue<'a>>) -> Arg<'a> {
    (name, text.into())
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let languages: Vec<_> = self.bundles.iter().flat_map(|bundle| &bundle.locales).collect();
        f.debug_struct("Catalogue").field("languages", &languages).finish()
    }
}

impl Catalogue {
    /// Loads the catalogue of a language, given the name of its folder.
    ///
    /// # Errors
    /// Returns an error if there is none or one of its files has a fault.
    pub fn load(language: &str) -> Result<Self, CatalogueError> {
        let mut resources = Vec::new();
        let mut bundles = vec![bundle(language, &mut resources)?];
        if language != FALLBACK {
            bundles.push(bundle(FALLBACK, &mut resources)?);
        }
        Ok(Self { bundles: Arc::new(bundles), resources: Arc::new(resources), shared: Vec::new() })
    }

    /// The same messages, with values that all of them can use.
    pub fn with_shared(&self, shared: Vec<(&'static str, String)>) -> Self {
        Self { shared, ..self.clone() }
    }

    /// Whether the key has a message.
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// All messages that need no values except the shared ones, and all that only insert their values.
    pub fn labels(&self) -> Labels {
        let (mut texts, mut patterns) = (BTreeMap::new(), BTreeMap::new());
        for entry in self.resources.iter().flat_map(|resource| resource.entries()) {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            match self.format(key, &[]) {
                Some(Ok(text)) => {
                    texts.insert(key.to_owned(), text);
                }
                Some(Err(pattern)) if message.value.as_ref().is_some_and(has_fixed_words) => {
                    patterns.insert(key.to_owned(), pattern);
                }
                _ => {}
            }
        }
        Labels { texts: Arc::new(texts), patterns: Arc::new(patterns) }
    }

    /// The message for a key that needs no values.
    pub fn msg(&self, key: &str) -> String {
        self.msg_with(key, &[])
    }

    /// A message with values. A missing key is shown in brackets, so a test can find it and a player can carry on.
    pub fn msg_with(&self, key: &str, args: &[Arg<'_>]) -> String {
        match self.format(key, args) {
            Some(Ok(text) | Err(text)) => text,
            None => format!("[{key}]"),
        }
    }

    /// A message as text; `None` if there is no such key. If the message needs a value that is missing, the text with
    /// the gap is returned as `Err`.
    fn format(&self, key: &str, args: &[Arg<'_>]) -> Option<Result<String, String>> {
        let (bundle, pattern) = self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some((bundle, pattern))
        })?;
        let shared = self.shared.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str())));
        let values: FluentArgs<'_> = shared.chain(args.iter().cloned()).collect();
        let mut faults = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned();
        Some(if faults.is_empty() { Ok(text) } else { Err(text) })
    }
}

/// Whether a message has the same words for every value.
fn has_fixed_words(pattern: &Pattern<&str>) -> bool {
    let chooses = |element: &PatternElement<&str>| {
        matches!(element, PatternElement::Placeable { expression: Expression::Select { .. } })
    };
    !pattern.elements.iter().any(chooses)
}

fn bundle(
    language: &str,
    resources: &mut Vec<Arc<FluentResource>>,
) -> Result<FluentBundle<Arc<FluentResource>>, CatalogueError> {
    let missing = || CatalogueError::Missing(language.to_owned());
    let tag: LanguageIdentifier = language.parse().map_err(|_| missing())?;
    let folder = CATALOGUES.get_dir(language).ok_or_else(missing)?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks would end up in every line sent through a pipe.
    bundle.set_use_isolating(false);
    for file in folder.files() {
        let name = file.path().display().to_string();
        let faulty = |fault: String| CatalogueError::Faulty { file: name.clone(), fault };
        let text = file.contents_utf8().ok_or_else(|| faulty("it is not UTF-8".to_owned()))?;
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, faults)| faulty(format!("{faults:?}")))?;
        let resource = Arc::new(resource);
        bundle.add_resource(Arc::clone(&resource)).map_err(|faults| faulty(format!("{faults:?}")))?;
        resources.push(resource);
    }
    Ok(bundle)
}
