//! Message catalogues: everything the program itself says, in Fluent, so that languages can follow.
//!
//! The words of a scenario are not here: they belong to its author and stay in its files.

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

static CATALOGUES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/language");

/// Why a catalogue cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    /// There is none in this language.
    #[error("there is no message catalogue for the language \"{0}\"")]
    Missing(String),
    /// A file of it has a fault.
    #[error("the message catalogue {file} has a fault: {fault}")]
    Faulty {
        /// The file.
        file: String,
        /// What is wrong.
        fault: String,
    },
}

/// The messages of one language.
///
/// It may stand on values of its own, which every message can use without being given them: what the two sides are called.
#[derive(Clone)]
pub struct Catalogue {
    bundle: Arc<FluentBundle<FluentResource>>,
    standing: Vec<(&'static str, String)>,
}

/// A value put into a message.
pub type Arg<'a> = (&'a str, FluentValue<'a>);

/// A text put into a message.
pub fn arg<'a>(name: &'a str, text: impl Into<FluentValue<'a>>) -> Arg<'a> {
    (name, text.into())
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("locales", &self.bundle.locales).finish()
    }
}

impl Catalogue {
    /// The catalogue of a language, by its tag.
    ///
    /// # Errors
    /// When there is none, or one of its files has a fault.
    pub fn load(language: &str) -> Result<Self, CatalogueError> {
        let missing = || CatalogueError::Missing(language.to_owned());
        let tag: LanguageIdentifier = language.parse().map_err(|_| missing())?;
        let folder = CATALOGUES.get_dir(language).ok_or_else(missing)?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would stand in every line that goes through a pipe.
        bundle.set_use_isolating(false);
        for file in folder.files() {
            let name = file.path().display().to_string();
            let faulty = |fault: String| CatalogueError::Faulty { file: name.clone(), fault };
            let text = file.contents_utf8().ok_or_else(|| faulty("it is not UTF-8".to_owned()))?;
            let resource =
                FluentResource::try_new(text.to_owned()).map_err(|(_, faults)| faulty(format!("{faults:?}")))?;
            bundle.add_resource(resource).map_err(|faults| faulty(format!("{faults:?}")))?;
        }
        Ok(Self { bundle: Arc::new(bundle), standing: Vec::new() })
    }

    /// The same messages with values that stand in all of them.
    pub fn with_standing(&self, standing: Vec<(&'static str, String)>) -> Self {
        Self { bundle: Arc::clone(&self.bundle), standing }
    }

    /// Whether there is a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A message without values.
    pub fn msg(&self, key: &str) -> String {
        self.msg_with(key, &[])
    }

    /// A message with values. A key that is missing is shown as itself: a test finds it, a player can still go on.
    pub fn msg_with(&self, key: &str, args: &[Arg<'_>]) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return format!("[{key}]");
        };
        let mut values = FluentArgs::new();
        for (name, value) in &self.standing {
            values.set(*name, value.as_str());
        }
        for (name, value) in args {
            values.set(*name, value.clone());
        }
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned()
    }
}
