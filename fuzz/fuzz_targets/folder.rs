//! A scenario that ships, with one of its files replaced by any bytes: the first byte chooses the file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use we_can_wait::scenario::folder::Folder;
use we_can_wait::library::{embedded, open};

/// The files of the scenario that are replaced, by their names.
const FILES: [&str; 10] = [
    "scenario.ron",
    "people.ron",
    "counterpart.ron",
    "endings.ron",
    "moves/20-islands.ron",
    "stances/20-islands.ron",
    "replies/20-islands.ron",
    "values/japan.ron",
    "sources/transcript-1955-09-21.source.ron",
    "sources/transcript-1955-09-21.txt",
];

struct Planted<'a> {
    shipped: &'static include_dir::Dir<'static>,
    file: &'static str,
    bytes: &'a [u8],
}

impl Folder for Planted<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, String> {
        (&self.shipped).list(folder)
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        if file == self.file {
            return Ok(Some(self.bytes.to_vec()));
        }
        (&self.shipped).read(file)
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else {
        return;
    };
    let Some(shipped) = embedded::folder("moscow-1955") else {
        return;
    };
    let file = FILES[usize::from(*first) % FILES.len()];
    let planted = Planted {
        shipped,
        file,
        bytes,
    };
    let report = open::read(&planted).report;
    let _ = report.render();
    let _ = report.located();
});
