//! The built-in scenarios.

use include_dir::{Dir, include_dir};

static SCENARIOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// Names of the built-in scenarios, sorted.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> =
        SCENARIOS.dirs().filter_map(|dir| Some(dir.path().file_name()?.to_str()?.to_owned())).collect();
    names.sort();
    names
}

/// The embedded folder of a built-in scenario.
pub fn folder(name: &str) -> Option<&'static Dir<'static>> {
    SCENARIOS.get_dir(name)
}
