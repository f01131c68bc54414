//! What a saved game says besides the talk itself, protected from a glance and from a careless edit.
//!
//! Predictions of a game for two people are sealed, so that opening the file doesn't show them to the other player. The key
//! comes from the game itself: this keeps out readers, not programmers, and a save stays complete in one file. [`Claims`] are
//! digests of what a debrief repeats from the header of a save; the digests of the steps don't cover it.

use serde::{Deserialize, Serialize};

use crate::scenario::terms::Prediction;

use super::digest::Digest;
use super::random::{Draw, Stream};

/// Sealed texts are filled up to a multiple of this many bytes, so that their length says nothing.
const BLOCK: usize = 128;

/// Something that a save claims besides its steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Claim {
    /// Who plays what: seed, seat, length, two people, style, changed bars, who made the first statements.
    Setup,
    /// Whether it is a game for a class.
    Class,
    /// When the adviser was asked.
    Advice,
    /// Whether the other side's values were shown before the end.
    Revealed,
}

impl Claim {
    /// Every claim.
    pub const ALL: [Self; 4] = [Self::Setup, Self::Class, Self::Advice, Self::Revealed];

    /// The end of its key in the catalogue (`claim-...`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Class => "class",
            Self::Advice => "advice",
            Self::Revealed => "revealed",
        }
    }
}

/// Digests of what a save claims besides its steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims(Vec<(Claim, String)>);

impl Claims {
    /// The digests of claims, each given as text. The digest of the last step binds them to their game, so that they can't be copied
    /// from another save.
    pub fn of(last_digest: &str, text: impl Fn(Claim) -> String) -> Self {
        let digest = |claim: Claim| format!("{:016x}", Digest::of(&(claim.key(), text(claim), last_digest)));
        Self(Claim::ALL.into_iter().map(|claim| (claim, digest(claim))).collect())
    }

    /// The claims whose digest is another one in `now`.
    pub fn changed(&self, now: &Self) -> Vec<Claim> {
        Claim::ALL.into_iter().filter(|claim| self.digest(*claim) != now.digest(*claim)).collect()
    }

    fn digest(&self, of: Claim) -> Option<&str> {
        self.0.iter().find(|(claim, _)| *claim == of).map(|(_, digest)| digest.as_str())
    }
}

/// Seals predictions, each with the id of its move.
pub fn sealed(predict: &[(String, Prediction)], key: u64) -> String {
    let mut text: String = predict.iter().map(|(mv, what)| format!("{mv} {}\n", what.key())).collect();
    let filled = text.len().next_multiple_of(BLOCK);
    text.extend(std::iter::repeat_n('\n', filled - text.len()));
    mixed(text.as_bytes(), key).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Opens sealed predictions; `None` when the text was changed or the key is another one.
pub fn opened(sealed: &str, key: u64) -> Option<Vec<(String, Prediction)>> {
    let text = String::from_utf8(mixed(&bytes(sealed)?, key)).ok()?;
    let lines = text.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (mv, what) = line.split_once(' ')?;
            Some((mv.to_owned(), Prediction::from_key(what)?))
        })
        .collect()
}

fn mixed(text: &[u8], key: u64) -> Vec<u8> {
    let mut stream = Stream::new(key, Draw::Seal, 0);
    let words = text.chunks(8).flat_map(|chunk| {
        let pad = stream.next_number().to_le_bytes();
        chunk.iter().zip(pad).map(|(byte, pad)| byte ^ pad).collect::<Vec<u8>>()
    });
    words.collect()
}

fn bytes(hex: &str) -> Option<Vec<u8>> {
    let pairs = hex.as_bytes().chunks(2);
    pairs
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?, 16).ok())
        .collect()
}
