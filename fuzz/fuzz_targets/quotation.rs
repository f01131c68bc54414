//! Any words at any line of any source: a verdict is given, and an exact one names the very bytes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use we_can_wait::scenario::draft::SourceFileDraft;
use we_can_wait::scenario::place::Written;
use we_can_wait::scenario::proof::{Effort, Verdict, prove};
use we_can_wait::scenario::source::Source;

fuzz_target!(|input: (String, String, u8, u8)| {
    let (text, words, line, more) = input;
    let sidecar = SourceFileDraft {
        id: Written::unplaced("s"),
        file: String::new(),
        sha256: Written::default(),
        citation: Written::default(),
        credits: String::new(),
        rights: String::new(),
        url: String::new(),
        turns: Vec::new(),
        notes: Vec::new(),
    };
    let source = Source::new(&sidecar, text);
    let line = u32::from(line);
    match prove(&source, line, line + u32::from(more % 4), &words, &mut Effort::default()) {
        Verdict::Exact(bytes) => {
            let found = source.text().get(bytes).expect("they are whole characters");
            let same = |a: &str, b: &str| a.split_whitespace().eq(b.split_whitespace());
            assert!(found == words || same(found, &words));
        }
        Verdict::Typographic(found) => assert!(source.text().contains(&found)),
        _ => {}
    }
});
