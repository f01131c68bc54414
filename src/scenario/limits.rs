//! The limits a scenario keeps to. Checks, views and front ends read them from here, and the pages in `docs/codes` name them.

use std::ops::RangeInclusive;

/// Words of an answer shown at once; the rest is a click away. About half a minute of reading, which is what a conversation bears.
pub const FACE_WORDS: usize = 80;
/// Words of an author's inference (`docs/model.md`): a guess must not outweigh the record around it.
pub const INFERENCE_WORDS: usize = 60;
/// Moves that one inference may answer (`docs/model.md`).
pub const INFERENCE_MOVES: usize = 2;
/// Words of a briefing, which a player reads before the first move: a minute and a half.
pub const BRIEF_WORDS: usize = 250;
/// Words on the main path of an average game (brief, talk and ending), so that it fits a lesson (`we-can-wait words`).
pub const MAIN_PATH_WORDS: u64 = 3500;
/// From this many words on, a quotation needs its source; a shorter one is a term or a title.
pub const QUOTATION_WORDS: usize = 3;
/// How often a move can be made in one game.
pub const TIMES: RangeInclusive<u8> = 1..=9;
/// Deals in a scenario's space: below it there is nothing to negotiate, above it the analysis takes too long.
pub const DEALS: RangeInclusive<u64> = 2..=3_000_000;
/// What the middle weights of a party add up to.
pub const WEIGHTS: u32 = 100;
/// Points, weights and bars go up to this.
pub const MOST_POINTS: u32 = 100;
/// Values of deals and the losses of linkages go up to this: a hundred points at a hundred of weight.
pub const MOST_VALUE: u32 = 10_000;
/// Exponents of a style's concession curve.
pub const CURVE_POWERS: RangeInclusive<u8> = 2..=9;

/// Characters that fit where a text is shown: on a button, in a list or above a chart.
pub mod characters {
    /// Terms, and names of people and places.
    pub const NAME: usize = 50;
    /// Labels, titles and standings.
    pub const LABEL: usize = 60;
    /// Full names of people.
    pub const FULL_NAME: usize = 80;
    /// Names of positions, audiences and named deals.
    pub const CHOICE: usize = 90;
    /// What a mark means.
    pub const MARK: usize = 100;
    /// A commitment in a sentence.
    pub const COMMITMENT: usize = 120;
}
