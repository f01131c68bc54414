//! Seeded streams: the same seed gives the same draws on every platform.
//!
//! The rules of a talk draw nothing: history is no game of dice. What draws are the bots, each decision from a stream of its
//! own, so that a new use never shifts an old one.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng as _, SeedableRng as _};

/// What a stream is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draw {
    /// The seed of one game of a playtest.
    Game = 1,
    /// A decision of a bot.
    Bot = 2,
    /// A weight drawn from its range.
    Weighting = 3,
    /// A play-out by which a move is reviewed, or advice is given.
    PlayOut = 4,
}

/// A stream of draws for one decision.
#[derive(Debug, Clone)]
pub struct Stream(Xoshiro256PlusPlus);

/// `SplitMix64` (Steele, Lea and Flood 2014), which spreads neighbouring seeds far apart.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Stream {
    /// The stream of one use of a seed; `index` counts the decisions of that use.
    pub fn new(seed: u64, draw: Draw, index: u64) -> Self {
        let mut state = seed;
        let mut mixed = split_mix(&mut state) ^ (draw as u64).rotate_left(32);
        mixed = split_mix(&mut mixed) ^ index;
        let mut bytes = [0; 32];
        for chunk in bytes.chunks_exact_mut(8) {
            chunk.copy_from_slice(&split_mix(&mut mixed).to_le_bytes());
        }
        Self(Xoshiro256PlusPlus::from_seed(bytes))
    }

    /// The next 64 bits.
    pub fn next_number(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number below `n`, each equally likely; 0 when `n` is 0.
    ///
    /// Lemire's multiply-and-reject, written here so that a change in a library's sampling cannot break a save.
    pub fn below(&mut self, n: u64) -> u64 {
        if n == 0 {
            return 0;
        }
        let threshold = n.wrapping_neg() % n;
        loop {
            let wide = u128::from(self.next_number()) * u128::from(n);
            // The low half decides whether this draw would favour some numbers over others.
            if wide as u64 >= threshold {
                return (wide >> 64) as u64;
            }
        }
    }

    /// One of the items, or `None` when there is none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let index = usize::try_from(self.below(items.len() as u64)).ok()?;
        items.get(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_draws_and_another_use_gives_others() {
        let draws = |seed, index| {
            let mut stream = Stream::new(seed, Draw::Bot, index);
            [stream.next_number(), stream.next_number(), stream.next_number()]
        };
        assert_eq!(draws(42, 0), draws(42, 0));
        assert_ne!(draws(42, 0), draws(42, 1));
        assert_ne!(draws(42, 0), draws(43, 0));
    }

    #[test]
    fn the_generator_is_the_named_one_on_every_platform() {
        let mut stream = Stream::new(42, Draw::Game, 0);
        assert_eq!(format!("{:016x}", stream.next_number()), "62a90adf0bb6b5e2");
    }

    #[test]
    fn below_stays_below_and_reaches_every_number() {
        let mut stream = Stream::new(7, Draw::Bot, 0);
        let mut seen = [false; 6];
        for _ in 0..200 {
            seen[stream.below(6) as usize] = true;
        }
        assert_eq!(seen, [true; 6]);
    }
}
