//! Facts with their full citations, their confidence, and who knew of them.

use crate::language::arg;
use crate::scenario::PartyId;
use crate::view::wording::Wording;

/// A cited work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub key: String,
    /// Author, title, place and year; empty if no bibliography has them.
    pub cites: String,
    /// Text of the link that opens the work's page.
    pub opens: String,
}

/// A fact as shown to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub text: String,
    pub works: Vec<Cited>,
    pub confidence: String,
    /// The keys of the works and the confidence, in one line.
    pub source: String,
    /// The parties that knew of it on the day of the talk, in words; `None` if it was public.
    pub secret: Option<String>,
}

/// The works with these keys, in the same order.
pub(super) fn works<'k>(wording: Wording<'_>, keys: impl Iterator<Item = &'k str>) -> Vec<Cited> {
    let listed = &wording.scenario.bibliography;
    keys.map(|key| {
        let cites = listed.iter().find(|work| work.key == key).map_or("", |work| work.cites.as_str());
        let args = [arg("key", key), arg("cites", cites)];
        let opens = wording.catalogue.msg_with("library-open-work", &args);
        Cited { key: key.to_owned(), cites: cites.to_owned(), opens }
    })
    .collect()
}

/// A fact, given its text, the keys of its works and its confidence mark.
pub(super) fn fact<'k>(wording: Wording<'_>, text: &str, keys: impl Iterator<Item = &'k str>, mark: char) -> Fact {
    let works = works(wording, keys);
    let confidence = confidence(wording, mark);
    let named: Vec<&str> = works.iter().map(|work| work.key.as_str()).collect();
    let args = [arg("keys", named.join(", ")), arg("sure", confidence.as_str())];
    let source = wording.catalogue.msg_with("library-brief-source", &args);
    Fact { text: text.to_owned(), works, confidence, source, secret: None }
}

/// How certain something is, in a sentence.
pub(super) fn confidence(wording: Wording<'_>, mark: char) -> String {
    let key = match mark {
        'F' => "library-firm",
        'S' => "library-single",
        'D' => "library-disputed",
        _ => "library-unverified",
    };
    wording.catalogue.msg(key)
}

/// The parties that knew of a secret on the day of the talk, in words; `None` if it was public.
pub(super) fn secret(wording: Wording<'_>, known_to: &[PartyId]) -> Option<String> {
    let names: Vec<&str> = known_to.iter().map(|party| wording.scenario.party(*party).name.as_str()).collect();
    (!names.is_empty()).then(|| {
        let args = [arg("who", names.join(", "))];
        wording.catalogue.msg_with("library-secret", &args)
    })
}
