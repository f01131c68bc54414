//! An entry of a list that is read on its own: a fault in it does not hide the other entries.

use ron::value::RawValue;
use serde::de::{Deserialize, DeserializeOwned, Deserializer};

use super::options::ron_options;
use super::place::{Place, place_of};

/// An entry that was read, or what is wrong with it.
#[derive(Debug, Clone)]
pub struct Lenient<T>(pub(super) Result<T, Unread>);

/// An entry that could not be read; it is read again to explain why.
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
