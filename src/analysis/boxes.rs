//! Points in boxes: where a box has nothing as good as a newcomer at its best corner, none of its points is looked at (Bentley 1975).

use super::space::Number;
use super::walk::Values;
use super::watch::Watch;

/// What a combination is worth, and its place in the order of deals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point<N, const P: usize> {
    pub(super) values: Values<N, P>,
    pub(super) place: usize,
}

/// Whether one is at least as good for every party.
pub(super) fn covers<N: Number, const P: usize>(one: &Values<N, P>, other: &Values<N, P>) -> bool {
    one.iter().zip(other).all(|(one, other)| one >= other)
}

/// Whether one makes the other superfluous: it is better, or as good and earlier.
pub(super) fn outdoes<N: Number, const P: usize>(one: &Point<N, P>, other: &Point<N, P>) -> bool {
    covers(&one.values, &other.values) && (one.place <= other.place || one.values != other.values)
}

/// So many points are looked at one by one.
const FEW: usize = 16;

/// Points, halved again and again, each time by the next party's values. The halves of box `n` are boxes `2n + 1` and `2n + 2`.
#[derive(Debug)]
pub(super) struct Boxes<N, const P: usize> {
    points: Vec<Point<N, P>>,
    /// For each box the most that it has for each party.
    corners: Vec<Values<N, P>>,
}

impl<N, const P: usize> Default for Boxes<N, P> {
    fn default() -> Self {
        Self { points: Vec::new(), corners: Vec::new() }
    }
}

impl<N: Number, const P: usize> Boxes<N, P> {
    pub(super) fn of(mut points: Vec<Point<N, P>>) -> Self {
        let mut corners = Vec::new();
        if !points.is_empty() {
            halve(&mut points, &mut corners, 0, 0);
        }
        Self { points, corners }
    }

    /// A point that makes a newcomer superfluous.
    pub(super) fn better(&self, newcomer: &Point<N, P>) -> Option<Point<N, P>> {
        self.better_in(0, &self.points, newcomer)
    }

    fn better_in(&self, number: usize, points: &[Point<N, P>], newcomer: &Point<N, P>) -> Option<Point<N, P>> {
        if !covers(self.corners.get(number)?, &newcomer.values) {
            return None;
        }
        if points.len() <= FEW {
            return points.iter().find(|point| outdoes(point, newcomer)).copied();
        }
        let (low, high) = points.split_at(points.len() / 2);
        let high = self.better_in(2 * number + 2, high, newcomer);
        high.or_else(|| self.better_in(2 * number + 1, low, newcomer))
    }
}

fn halve<N: Number, const P: usize>(
    points: &mut [Point<N, P>],
    corners: &mut Vec<Values<N, P>>,
    number: usize,
    party: usize,
) {
    let (mut corner, mut least) = ([N::default(); P], [N::default(); P]);
    if let Some(first) = points.first() {
        (corner, least) = (first.values, first.values);
    }
    for point in points.iter() {
        for ((most, least), value) in corner.iter_mut().zip(&mut least).zip(point.values) {
            *most = value.max(*most);
            *least = value.min(*least);
        }
    }
    if corners.len() <= number {
        corners.resize(number + 1, [N::default(); P]);
    }
    if let Some(slot) = corners.get_mut(number) {
        *slot = corner;
    }
    if points.len() <= FEW {
        return;
    }
    // The next party for which the points differ.
    let differs = |party: &usize| corner.get(*party) != least.get(*party);
    let party = (party..party + P).map(|party| party % P).find(differs).unwrap_or_default();
    let middle = points.len() / 2;
    points.select_nth_unstable_by_key(middle, |point| point.values.get(party).copied());
    let (low, high) = points.split_at_mut(middle);
    halve(low, corners, 2 * number + 1, party + 1);
    halve(high, corners, 2 * number + 2, party + 1);
}

/// Of points by falling values, no two with the same, those that no other dominates: only an earlier one can (Kung, Luccio and
/// Preparata 1975). When the watch is stopped, some may be left that are dominated.
pub(super) fn maxima<N: Number, const P: usize>(points: &[Point<N, P>], watch: &Watch) -> Vec<Point<N, P>> {
    if points.len() <= 2 * FEW || watch.is_stopped() {
        let mut kept: Vec<Point<N, P>> = Vec::new();
        for point in points {
            if !kept.iter().any(|better| covers(&better.values, &point.values)) {
                kept.push(*point);
            }
        }
        return kept;
    }
    let (earlier, later) = points.split_at(points.len() / 2);
    let (mut kept, later) = (maxima(earlier, watch), maxima(later, watch));
    let boxes = Boxes::of(kept.clone());
    kept.extend(later.into_iter().filter(|point| boxes.better(point).is_none()));
    kept
}
