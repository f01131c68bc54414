//! Seeded random streams. The same seed gives the same draws on every platform.
//!
//! The rules themselves draw nothing: the counterpart's answers are never left to chance. Bots draw, and each of their
//! decisions has a stream of its own, so adding a new use never shifts an old one.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng as _, SeedableRng as _};

/// Uses of random numbers. Each has its own streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Draw {
    /// The seed of one game in a playtest.
    Game = 1,
    /// One decision of a bot.
    Bot = 2,
    /// A set of weights drawn from their ranges.
    Weighting = 3,
    /// A play-out for reviewing a move or giving advice.
    PlayOut = 4,
    /// The pad that hides a sealed prediction.
    Seal = 5,
}

/// A random stream for one decision.
#[derive(Debug, Clone)]
pub struct Stream(Xoshiro256PlusPlus);

/// `SplitMix64` (Steele, Lea and Flood 2014), which turns neighbouring seeds into very different ones.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

impl Stream {
    /// Creates the stream for decision number `index` of one use of a seed.
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

    /// Draws 64 random bits.
    pub fn next_number(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A uniformly distributed number below `n`; 0 if `n` is 0.
    ///
    /// Uses Lemire's multiply-and-reject method. It is written out here so that a change to a library's sampling can't
    /// break saved games.
    pub fn below(&mut self, n: u64) -> u64 {
        if n == 0 {
            return 0;
        }
        let threshold = n.wrapping_neg() % n;
        loop {
            let wide = u128::from(self.next_number()) * u128::from(n);
            // Reject draws with a low half below the threshold: they would favour some numbers over others.
            if wide as u64 >= threshold {
                return (wide >> 64) as u64;
            }
        }
    }

    /// A uniformly chosen item, or `None` if there are none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let index = usize::try_from(self.below(items.len() as u64)).ok()?;
        items.get(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_draws_and_other_uses_give_different_ones() {
        let draws = |seed, index| {
            let mut stream = Stream::new(seed, Draw::Bot, index);
            [stream.next_number(), stream.next_number(), stream.next_number()]
        };
        assert_eq!(draws(42, 0), draws(42, 0));
        assert_ne!(draws(42, 0), draws(42, 1));
        assert_ne!(draws(42, 0), draws(43, 0));
    }

    #[test]
    fn the_generator_gives_the_same_numbers_on_every_platform() {
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
