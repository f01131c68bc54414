//! The limits a scenario has to observe. Checks, views and front ends read them here, and the pages in `docs/codes`
//! quote them.

use std::ops::RangeInclusive;

// What a file may take of the reader's time and memory. `docs/limits.md` explains each; beyond it there is a message, never a
// long wait. Each is several times what the scenarios that ship need.

/// Longest id, in bytes. A scenario's id is part of the names of its saved games.
pub const ID_BYTES: usize = 80;
/// Largest file that is read, in bytes: a file of a scenario, a saved or recorded game, a script.
pub const FILE_BYTES: usize = 1 << 20;
/// Largest scenario, in bytes: all its files together.
pub const SCENARIO_BYTES: usize = 8 << 20;
/// Most files directly in one folder of a scenario.
pub const FOLDER_FILES: usize = 500;
/// How deep brackets may be nested in a file.
pub const NESTING: usize = 64;
/// Most things between one pair of brackets, and most of a kind in all files of a scenario: moves, people, entries of the record.
pub const LIST: usize = 2_000;
/// Most faults that are listed.
pub const FAULTS: usize = 1_000;
/// Unknown names for which a similar one is looked for; later ones are only reported.
pub const SUGGESTIONS: usize = 200;
/// Bytes of the lines that one quotation names.
pub const QUOTED_BYTES: usize = 50_000;
/// Steps for saying what is wrong with quotations, for a whole scenario: a step compares one word or a few bytes. When they are
/// used up, a wrong quotation is still found, but not the passage nearest to it.
pub const QUOTATION_STEPS: usize = 50_000_000;
/// Bytes of texts in which names are looked for, counted once for each name.
pub const MENTION_BYTES: usize = 2_000_000_000;
/// Most commands of a script, one a line.
pub const SCRIPT_LINES: usize = 5_000;

/// Maximum words of an answer shown at once; the rest is a click away. About half a minute of reading, so that the
/// conversation keeps moving.
pub const FACE_WORDS: usize = 80;
/// Maximum words of an author's inference (`docs/model.md`), so that a guess doesn't outweigh the record around it.
pub const INFERENCE_WORDS: usize = 60;
/// Maximum moves that one inference may answer (`docs/model.md`).
pub const INFERENCE_MOVES: usize = 2;
/// Maximum words of a briefing, read before the first move: about a minute and a half.
pub const BRIEF_WORDS: usize = 250;
/// Maximum words on the main path of an average game (brief, talk and ending), so that it fits a lesson. Counted by
/// `we-can-wait words`.
pub const MAIN_PATH_WORDS: u64 = 3500;
/// Minimum words for which a quotation has to name its source. Anything shorter is a term or a title.
pub const QUOTATION_WORDS: usize = 3;
/// How many times a scenario may allow a move in one game.
pub const TIMES: RangeInclusive<u8> = 1..=9;
/// Number of possible deals in a scenario. With fewer there is nothing to negotiate; with more the analysis takes too
/// long.
pub const DEALS: RangeInclusive<u64> = 2..=3_000_000;
/// What the middle weights of a party's issues must add up to.
pub const WEIGHTS: u32 = 100;
/// Maximum of points, weights and bars.
pub const MOST_POINTS: u32 = 100;
/// Maximum value of a deal, and maximum loss from a linkage: 100 points at a weight of 100.
pub const MOST_VALUE: u32 = 10_000;
/// Allowed exponents of a style's concession curve.
pub const CURVE_POWERS: RangeInclusive<u8> = 2..=9;

/// Maximum lengths, in characters, of texts shown on a button, in a list or above a chart.
pub mod characters {
    /// Terms, and names of people and places.
    pub const NAME: usize = 50;
    /// Labels, titles and standings.
    pub const LABEL: usize = 60;
    /// Full names of people.
    pub const FULL_NAME: usize = 80;
    /// Names of positions, audiences and named deals.
    pub const CHOICE: usize = 90;
    /// The meaning of a mark.
    pub const MARK: usize = 100;
    /// A commitment, as a sentence.
    pub const COMMITMENT: usize = 120;
}
