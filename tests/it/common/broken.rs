//! The base scenario of the pages of codes, with faults put into it, in memory.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use we_can_wait::library::open;
use we_can_wait::scenario::diagnostic::Report;
use we_can_wait::scenario::load::Folder;

/// A scenario in memory.
#[derive(Debug, Clone)]
pub struct Broken(pub BTreeMap<String, Vec<u8>>);

impl Folder for Broken {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        let prefix = match folder {
            "" => String::new(),
            _ => format!("{folder}/"),
        };
        let names = self.0.keys().filter_map(|name| name.strip_prefix(&prefix));
        let inside = names.filter(|name| !name.contains('/'));
        Ok(inside.map(str::to_owned).collect())
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        Ok(self.0.get(file).cloned())
    }
}

impl Broken {
    /// The base scenario, without a fault.
    pub fn base() -> Self {
        Self::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/codes/base"))
    }

    /// The files of a folder.
    pub fn of(root: &Path) -> Self {
        let mut files = BTreeMap::new();
        collect(root, root, &mut files);
        Self(files)
    }

    /// The same with a passage of a file, which stands there once, replaced.
    pub fn with(mut self, file: &str, good: &str, bad: &str) -> Self {
        let text = self.text(file);
        assert_eq!(text.matches(good).count(), 1, "{good} in {file}");
        self.0.insert(file.to_owned(), text.replacen(good, bad, 1).into_bytes());
        self
    }

    /// The text of a file.
    pub fn text(&self, file: &str) -> String {
        let bytes = self.0.get(file).expect("there is such a file");
        String::from_utf8(bytes.clone()).expect("it is text")
    }

    /// Everything that `check` finds.
    pub fn report(&self) -> Report {
        open::read(self).report
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("it is a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("it is inside");
            let name = name.to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).expect("it can be read"));
        }
    }
}
