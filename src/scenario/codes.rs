//! The codes of faults. Each is stable and has a severity, a title, and a page with a bad and a good example.
//!
//! A new code needs a line here and a page in `docs/codes`. `docs/codes/README.md` describes the pages, and
//! `tests/it/codes.rs` runs their examples.

use include_dir::{Dir, include_dir};

use super::diagnostic::Severity;

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/codes");

/// A fault code, with what all faults of that code have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Code {
    pub code: &'static str,
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: &'static str,
}

const fn error(code: &'static str, title: &'static str) -> Code {
    Code { code, severity: Severity::Error, title }
}

const fn warning(code: &'static str, title: &'static str) -> Code {
    Code { code, severity: Severity::Warning, title }
}

/// Every code, in order.
#[rustfmt::skip]
pub static CODES: &[Code] = &[
    // Files.
    error("WCW001", "a file is missing"),
    error("WCW002", "a file cannot be read"),
    error("WCW003", "a file is too large"),
    error("WCW004", "a file is not UTF-8 text"),
    error("WCW005", "a file is empty"),
    error("WCW006", "the scenario has another format"),
    error("WCW007", "a source cannot be found"),
    error("WCW008", "a source has changed"),
    error("WCW009", "the citation is not in the source"),
    // Syntax.
    error("WCW010", "something that can't be here"),
    error("WCW011", "a curly quotation mark where a straight one belongs"),
    error("WCW012", "a space that is not an ordinary one"),
    error("WCW013", "a text whose quotation marks do not match"),
    error("WCW014", "a habit from another format"),
    error("WCW015", "a field that the form does not have"),
    error("WCW016", "an unknown word"),
    error("WCW017", "a field is missing"),
    error("WCW018", "a field that is there twice"),
    error("WCW019", "a comma, colon or bracket missing or too many"),
    // References and ids.
    error("WCW020", "a name that is defined nowhere"),
    error("WCW021", "a position on an issue that has none"),
    error("WCW022", "an issue without positions"),
    error("WCW023", "a bar without a start"),
    error("WCW024", "two clauses on one issue"),
    error("WCW025", "no clause on an issue"),
    error("WCW026", "a party whose values are missing"),
    error("WCW027", "a position and timing without points"),
    error("WCW028", "an ending that is not judged"),
    warning("WCW029", "an invisible mark before the first letter"),
    error("WCW030", "an id with letters it can't have"),
    error("WCW031", "two things with one id"),
    error("WCW032", "more parties or seats than the rules carry"),
    error("WCW033", "a character that can't be seen"),
    // What is too much for the reader.
    warning("WCW034", "more faults than are listed"),
    error("WCW035", "more files than a folder can have"),
    error("WCW036", "a quotation from too long a passage"),
    error("WCW037", "more in quotation marks than is compared"),
    error("WCW038", "more names than are looked for"),
    error("WCW039", "more things than a list can have"),
    // Quotations and the record.
    error("WCW040", "not the words of the source"),
    error("WCW041", "the words of the source in other typography"),
    error("WCW042", "words that are on another line"),
    error("WCW043", "words that are on the line more than once"),
    error("WCW044", "a line that the source does not have"),
    error("WCW045", "a quotation without words"),
    error("WCW046", "another person speaks on that line"),
    error("WCW047", "an entry out of the order of the record"),
    error("WCW048", "an answer before its question"),
    warning("WCW049", "an answer by the same side"),
    // The talk.
    error("WCW050", "a stance about nothing"),
    error("WCW051", "a reason is missing"),
    error("WCW052", "an inference without reasons"),
    error("WCW053", "quotation marks in indirect speech"),
    error("WCW054", "a move that can be made too often or never"),
    error("WCW055", "words of different people as one"),
    error("WCW056", "record words without an entry"),
    warning("WCW057", "an effect that does nothing"),
    warning("WCW058", "a hint with a timing"),
    error("WCW059", "a reply to no move"),
    error("WCW060", "words from elsewhere without their origin"),
    error("WCW061", "words from elsewhere on another issue"),
    error("WCW062", "a speaker who is not at the table"),
    error("WCW063", "an inference that serves too many moves"),
    error("WCW064", "an inference that is too long"),
    warning("WCW065", "an answer that is too long"),
    error("WCW066", "record words that do not answer the move"),
    error("WCW067", "an act without words"),
    error("WCW068", "a move without a stance"),
    warning("WCW069", "a reply that no stance wants"),
    warning("WCW070", "too few replies"),
    error("WCW071", "a condition that can never hold"),
    // Figures and dates.
    error("WCW080", "a fact without its source"),
    error("WCW081", "no mark of confidence"),
    warning("WCW082", "too few deals or too many"),
    error("WCW083", "not a range"),
    error("WCW084", "weights that do not add up to 100"),
    error("WCW085", "a red line without a quotation"),
    error("WCW086", "points for a pair that is not allowed"),
    error("WCW087", "a briefing that is too long"),
    error("WCW088", "bands that do not rise"),
    error("WCW089", "someone who is not there on that day"),
    error("WCW090", "a place without its other name"),
    error("WCW091", "a first style that is not the record's"),
    error("WCW092", "a number of a style out of its range"),
    error("WCW093", "a figure of a style missing or too many"),
    error("WCW094", "a record where there can be none"),
    error("WCW095", "a work that is cited but not listed"),
    warning("WCW096", "works are cited, but there is no bibliography"),
    error("WCW097", "a timing without milestones"),
    // Forms of scenarios: WCW094 to WCW099.
    // Conditions of the talk.
    error("WCW100", "a case in which a move has no answer"),
    warning("WCW101", "too many conditions to check"),
    error("WCW102", "a stance without a reply that fits"),
    warning("WCW103", "a reply that is never given"),
    warning("WCW104", "a stance that is never tried"),
    error("WCW105", "words from elsewhere that commit"),
    error("WCW106", "words from elsewhere that go further"),
    error("WCW110", "something that has not happened yet"),
    error("WCW111", "something that its reader does not know of"),
    error("WCW112", "words in quotation marks that are in no source"),
    error("WCW113", "speech that nobody is known to have said"),
    warning("WCW115", "a linkage that makes agreement impossible"),
    warning("WCW116", "an audience that accepts no deal"),
    warning("WCW117", "no deal is worth as much as none"),
    warning("WCW118", "two positions that are worth the same"),
    warning("WCW119", "an issue without weight"),
    warning("WCW120", "a mark that nothing sets"),
    warning("WCW121", "a mark that nothing asks for"),
    warning("WCW122", "a person who is never mentioned"),
    warning("WCW123", "a term that is never used"),
    warning("WCW124", "a topic on which nothing is said"),
    warning("WCW126", "a term of history named as an idea"),
    warning("WCW127", "a position that nobody wants"),
    warning("WCW128", "something left to do"),
    warning("WCW129", "a source without its origin"),
    warning("WCW130", "a text that is too long for its place"),
    error("WCW132", "a recorded game with an unknown name"),
    warning("WCW133", "an allowance for no warning"),
    warning("WCW134", "an allowance that is not needed"),
    warning("WCW135", "an allowance without its reason"),
    // Games and words: WCW140 to WCW149.
    // The map.
    error("WCW150", "a point that is not on the earth"),
    error("WCW151", "a view that is empty"),
    error("WCW152", "a place outside its view"),
    error("WCW153", "a place on the wrong side of the coast"),
    error("WCW154", "a place with one of its two names"),
    error("WCW155", "a shape without its source"),
    error("WCW156", "a state of a place without its source"),
    error("WCW157", "one side's view of a place without the other's"),
    error("WCW158", "a position that the map leaves out"),
    error("WCW159", "a change of something that is not drawn"),
    // Background to the talk: WCW160 to WCW169.
    warning("WCW160", "an issue that the background leaves out"),
    warning("WCW161", "the stand of one side only"),
];

/// Looks up a code in [`CODES`].
pub fn find(code: &str) -> Option<&'static Code> {
    CODES.iter().find(|known| known.code == code)
}

/// The page about a code, as Markdown.
pub fn page(code: &str) -> Option<&'static str> {
    PAGES.get_file(format!("{code}.md"))?.contents_utf8()
}

/// Names of all pages, sorted, including those for codes that aren't in [`CODES`].
pub fn pages() -> Vec<String> {
    let names = PAGES.files().filter_map(|file| file.path().file_stem());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name != "README").collect();
    names.sort();
    names
}
