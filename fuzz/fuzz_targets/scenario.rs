//! Any bytes as `scenario.ron`: reading, checking and telling the faults ends, and nothing panics.

#![no_main]

use libfuzzer_sys::fuzz_target;
use we_can_wait::library::open::{self, Opened};
use we_can_wait::scenario::folder::Folder;

struct Single<'a>(&'a [u8]);

impl Folder for Single<'_> {
    fn list(&self, _: &str) -> Result<Vec<String>, String> {
        Ok(Vec::new())
    }

    fn read(&self, file: &str) -> Result<Option<Vec<u8>>, String> {
        Ok((file == "scenario.ron").then(|| self.0.to_vec()))
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Opened { scenario, report, .. } = open::read(&Single(bytes));
    let _ = report.render();
    let _ = report.located();
    // What is read without a fault can be played.
    if let Some(scenario) = scenario.filter(|_| !report.has_errors()) {
        assert!(scenario.deals_in_space() > 0);
    }
});
