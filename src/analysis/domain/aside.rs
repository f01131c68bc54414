//! What is left aside: elements that the program of the file does not read either.

use std::collections::BTreeMap;

/// Names of elements, with how often they came.
#[derive(Debug, Default)]
pub(super) struct Aside(BTreeMap<String, usize>);

/// So many names are listed; the others are counted.
const LISTED: usize = 20;

impl Aside {
    pub(super) fn add(&mut self, name: &str) {
        match self.0.get_mut(name) {
            Some(count) => *count += 1,
            None => {
                self.0.insert(name.to_owned(), 1);
            }
        }
    }

    /// In words, in the order of the alphabet.
    pub(super) fn told(&self) -> Vec<String> {
        let listed = self.0.iter().take(LISTED);
        let listed = listed.map(|(name, count)| match count {
            1 => format!("<{name}>"),
            count => format!("<{name}> ({count} times)"),
        });
        let more = self.0.len().saturating_sub(LISTED);
        listed.chain((more > 0).then(|| format!("{more} more kinds of elements"))).collect()
    }
}
