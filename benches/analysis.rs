//! How fast deals are gone through. `cargo bench --no-default-features --bench analysis`
//!
//! The spaces are made by a named generator. Their issues fall into groups, each tied inside by several linkages that look at two to
//! four issues at once, so that little can be added up issue by issue; `knotted` spaces are tied all through.
#![allow(missing_docs, clippy::expect_used, reason = "a bench may stop")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use we_can_wait::analysis::{
    Linkage, Outcome, Party, Solutions, Space, Weighing, alike, better, by_blocks, by_enumeration, sensitivity,
    solutions, study, zone,
};
use we_can_wait::library::open;

fn main() {
    divan::main();
}

/// A generator of its own, so that the spaces stay the same whatever the rules draw from.
struct Draw(u64);

impl Draw {
    /// A number below another, by the generator of Knuth's MMIX.
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// A space of two parties whose interests are mostly opposed.
fn space(pairs: &[usize], tied: &[&[usize]], seed: u64) -> Space {
    let mut draw = Draw(seed);
    let parties = (0..2).map(|party| {
        let worth = pairs.iter().map(|pairs| {
            let top = 400 + draw.below(1_600);
            let steps = (*pairs as u64 - 1).max(1);
            let worth = (0..*pairs as u64).map(|pair| {
                let rank = if party == 0 { pair } else { steps - pair.min(steps) };
                let worth = top * rank / steps + draw.below(200);
                i64::try_from(worth).expect("it is small")
            });
            worth.collect()
        });
        let worth = worth.collect();
        let linkages = tied.iter().enumerate().filter(|(place, _)| place % 2 == party);
        let linkages = linkages.map(|(_, issues)| {
            let combinations: usize = issues.iter().map(|issue| pairs[*issue]).product();
            Linkage {
                issues: issues.to_vec(),
                broken: (0..combinations).map(|_| draw.below(3) == 0).collect(),
                loses: i64::try_from(200 + draw.below(800)).expect("it is small"),
            }
        });
        Party { worth, linkages: linkages.collect(), reservation: 2_500, ceiling: None }
    });
    let space = Space { pairs: pairs.to_vec(), parties: parties.collect() };
    space.checked().expect("the space is whole")
}

/// 100,000 deals: two groups of three issues, each tied, with one linkage of three issues inside.
fn hundred_thousand() -> Space {
    let tied: [&[usize]; 4] = [&[0, 1], &[1, 2], &[3, 4], &[3, 4, 5]];
    space(&[10, 5, 5, 8, 5, 10], &tied, 1)
}

/// 3,000,000 deals: of eight issues four are tied by linkages of two, three and four issues, three by another, one is free.
fn three_million() -> Space {
    let tied: [&[usize]; 5] = [&[0, 1], &[1, 2, 3], &[0, 1, 2, 3], &[4, 5], &[4, 5, 6]];
    space(&[6, 5, 10, 5, 5, 5, 10, 8], &tied, 2)
}

/// The same number of deals, tied all through: nothing can be taken apart.
fn knotted(pairs: &[usize]) -> Space {
    let issues: Vec<usize> = (0..pairs.len()).collect();
    let chain: Vec<&[usize]> = issues.windows(3).collect();
    space(pairs, &chain, 3)
}

fn points(space: &Space) -> (Vec<Outcome>, Solutions) {
    let frontier = by_blocks(black_box(space));
    let solutions = solutions(space, &frontier);
    (frontier, solutions)
}

#[divan::bench]
fn points_of_100_000_deals(bencher: Bencher<'_, '_>) {
    let space = hundred_thousand();
    assert_eq!(space.deals(), 100_000);
    bencher.counter(ItemsCount::new(space.deals())).bench(|| points(&space));
}

#[divan::bench]
fn points_of_100_000_knotted_deals(bencher: Bencher<'_, '_>) {
    let space = knotted(&[10, 5, 5, 8, 5, 10]);
    bencher.counter(ItemsCount::new(space.deals())).bench(|| points(&space));
}

#[divan::bench]
fn points_of_3_000_000_deals(bencher: Bencher<'_, '_>) {
    let space = three_million();
    assert_eq!(space.deals(), 3_000_000);
    bencher.counter(ItemsCount::new(space.deals())).bench(|| points(&space));
}

#[divan::bench]
fn points_of_3_000_000_knotted_deals(bencher: Bencher<'_, '_>) {
    let space = knotted(&[6, 5, 10, 5, 5, 5, 10, 8]);
    bencher.counter(ItemsCount::new(space.deals())).bench(|| points(&space));
}

#[divan::bench]
fn enumeration_of_100_000_deals(bencher: Bencher<'_, '_>) {
    let space = hundred_thousand();
    bencher.counter(ItemsCount::new(space.deals())).bench(|| by_enumeration(black_box(&space)));
}

#[divan::bench]
fn enumeration_of_3_000_000_deals(bencher: Bencher<'_, '_>) {
    let space = three_million();
    bencher.counter(ItemsCount::new(space.deals())).bench(|| by_enumeration(black_box(&space)));
}

#[divan::bench]
fn zone_of_3_000_000_deals(bencher: Bencher<'_, '_>) {
    let space = three_million();
    bencher.counter(ItemsCount::new(space.deals())).bench(|| zone(black_box(&space)));
}

#[divan::bench]
fn ties_of_3_000_000_deals(bencher: Bencher<'_, '_>) {
    let space = three_million();
    let frontier = by_blocks(&space);
    bencher.counter(ItemsCount::new(space.deals())).bench(|| alike(black_box(&space), &frontier));
}

#[divan::bench]
fn better_swap_among_3_000_000_deals(bencher: Bencher<'_, '_>) {
    let space = three_million();
    let deal = space.deal(space.deals() / 3);
    let values = space.values(&deal);
    bencher.bench(|| better(black_box(&space), &deal, &values));
}

/// The weights of a 4,096-deal space drawn 1,000 times, with the frontier and the points for each.
#[divan::bench]
fn thousand_weightings_of_4_096_deals(bencher: Bencher<'_, '_>) {
    let tied: [&[usize]; 4] = [&[0, 1], &[1, 2, 3], &[2, 3], &[4, 5]];
    let space = space(&[4; 6], &tied, 4);
    assert_eq!(space.deals(), 4_096);
    let worth = space.parties.iter().map(|party| {
        let points = party.worth.iter().map(|row| row.iter().map(|worth| worth / 20).collect());
        points.collect()
    });
    let worth = worth.collect();
    let mut weighing = Weighing::new(space, worth).expect("the points fit");
    let mut draw = Draw(5);
    let weights: Vec<[[i64; 6]; 2]> = (0..1_000)
        .map(|_| [(); 2].map(|()| [(); 6].map(|()| i64::try_from(10 + draw.below(20)).expect("it is small"))))
        .collect();
    bencher.counter(ItemsCount::new(weights.len())).bench_local(|| {
        for weights in &weights {
            black_box(points(weighing.weigh(|party, issue| weights[party][issue])));
        }
    });
}

#[divan::bench]
fn points_of_moscow(bencher: Bencher<'_, '_>) {
    let scenario = open::embedded("moscow-1955").expect("the scenario is whole");
    let space = Space::of(&scenario).expect("the space can be gone through");
    bencher.bench(|| points(&space));
}

#[divan::bench(sample_count = 20)]
fn thousand_weightings_of_moscow(bencher: Bencher<'_, '_>) {
    let scenario = open::embedded("moscow-1955").expect("the scenario is whole");
    bencher.bench(|| sensitivity(&scenario, 1, 1_000));
}

#[divan::bench(sample_count = 20)]
fn study_of_moscow(bencher: Bencher<'_, '_>) {
    let scenario = open::embedded("moscow-1955").expect("the scenario is whole");
    bencher.bench(|| study(&scenario, 1, 1));
}
