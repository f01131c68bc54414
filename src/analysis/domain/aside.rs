//! Elements that were ignored because the program the file was written for ignores them too.

use std::collections::BTreeMap;

/// Names of ignored elements, with the number of times each occurred.
#[derive(Debug, Default)]
pub(super) struct Aside(BTreeMap<String, usize>);

/// Maximum number of names listed. Further ones are only counted.
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

    /// Descriptions for the user, in alphabetical order.
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
