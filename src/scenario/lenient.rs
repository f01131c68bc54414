//! List entries that are parsed one at a time, so that a fault in one doesn't hide the others.

use ron::value::RawValue;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};

use super::options::ron_options;
use super::place::{Place, place_of};

/// A parsed entry, or the raw text of one that couldn't be parsed.
#[derive(Debug, Clone)]
pub struct Lenient<T>(pub(super) Result<T, Unread>);

/// An entry that couldn't be parsed. The loader parses its text again to explain why.
#[derive(Debug, Clone)]
pub(super) struct Unread {
    pub(super) written: String,
    pub(super) place: Option<Place>,
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        let written = raw.get_ron();
        let read = ron_options().from_str::<T>(written);
        Ok(Self(read.map_err(|_| Unread { written: written.to_owned(), place: place_of(written) })))
    }
}
