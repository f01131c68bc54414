//! Protects what a saved game holds besides its steps, both from a glance and from a careless edit.
//!
//! In a two-player game predictions are sealed, so that opening the file doesn't show them to the other player. The key
//! is derived from the game, which keeps out readers but not programmers, and keeps a save complete in one file.
//! [`Claims`] are digests of the header fields that a debrief repeats, which the digests of the steps don't cover.

use serde::{Deserialize, Serialize};

use crate::scenario::terms::Prediction;

use super::digest::Digest;
use super::random::{Draw, Stream};

/// Sealed texts are padded to a multiple of this many bytes, so that their length reveals nothing.
const BLOCK: usize = 128;

/// A group of header fields in a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Claim {
    /// The setup: seed, seat, length, two players, style, changed bars, and who made the first statements.
    Setup,
    /// Whether the game is played in a class.
    Class,
    /// The advice the player asked for.
    Advice,
    /// Whether the other side's values were revealed before the end.
    Revealed,
    /// The digests were missing when the game was resumed: an older program saved it, or somebody took them out.
    Missing,
}

impl Claim {
    /// Every claim that has a digest, in the order they are stored.
    pub const ALL: [Self; 4] = [Self::Setup, Self::Class, Self::Advice, Self::Revealed];

    /// Last part of the key in the catalogue (`claim-...`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::Setup => "setup",
            Self::Class => "class",
            Self::Advice => "advice",
            Self::Revealed => "revealed",
            Self::Missing => "missing",
        }
    }
}

/// Digests of the header fields of a save, one for each claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims(Vec<(Claim, String)>);

impl Claims {
    /// Computes the digests of the claims, each given as text. Including the digest of the last step ties them to this
    /// game, so they can't be copied from another save.
    pub fn of(last_digest: &str, text: impl Fn(Claim) -> String) -> Self {
        let digest = |claim: Claim| format!("{:016x}", Digest::of(&(claim.key(), text(claim), last_digest)));
        Self(Claim::ALL.into_iter().map(|claim| (claim, digest(claim))).collect())
    }

    /// The claims whose digests differ in `now`.
    pub fn changed(&self, now: &Self) -> Vec<Claim> {
        Claim::ALL.into_iter().filter(|claim| self.digest(*claim) != now.digest(*claim)).collect()
    }

    fn digest(&self, of: Claim) -> Option<&str> {
        self.0.iter().find(|(claim, _)| *claim == of).map(|(_, digest)| digest.as_str())
    }
}

/// Seals predictions, each with the id of its move. Returns hexadecimal.
pub fn sealed(predict: &[(String, Prediction)], key: u64) -> String {
    let mut text: String = predict.iter().map(|(mv, what)| format!("{mv} {}\n", what.key())).collect();
    let filled = text.len().next_multiple_of(BLOCK);
    text.extend(std::iter::repeat_n('\n', filled - text.len()));
    mixed(text.as_bytes(), key).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Opens sealed predictions; `None` if the text was changed or the key is wrong.
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
