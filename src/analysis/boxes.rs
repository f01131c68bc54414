//! A tree of boxes around points (Bentley 1975). If the best corner of a box is no match for a newcomer, none of its
//! points has to be looked at.

use super::space::Number;
use super::walk::Values;
use super::watch::Watch;

/// The values of a combination, and its position in the order of deals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point<N, const P: usize> {
    pub(super) values: Values<N, P>,
    pub(super) place: usize,
}

/// Whether `one` is at least as good as `other` for every party.
pub(super) fn covers<N: Number, const P: usize>(one: &Values<N, P>, other: &Values<N, P>) -> bool {
    one.iter().zip(other).all(|(one, other)| one >= other)
}

/// Whether `one` makes `other` superfluous: it is at least as good for every party and, if the values are equal, comes
/// no later.
pub(super) fn outdoes<N: Number, const P: usize>(one: &Point<N, P>, other: &Point<N, P>) -> bool {
    covers(&one.values, &other.values) && (one.place <= other.place || one.values != other.values)
}

/// Maximum number of points in a box that isn't divided further.
const FEW: usize = 16;

/// Points in a binary tree of boxes, split by each party's values in turn. The halves of box `n` are boxes `2n + 1`
/// and `2n + 2`.
#[derive(Debug)]
pub(super) struct Boxes<N, const P: usize> {
    points: Vec<Point<N, P>>,
    /// For each box, the largest value of any of its points for each party.
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

    /// A point that makes a newcomer superfluous, if there is one.
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
    // Split by the next party for which the points differ.
    let differs = |party: &usize| corner.get(*party) != least.get(*party);
    let party = (party..party + P).map(|party| party % P).find(differs).unwrap_or_default();
    let middle = points.len() / 2;
    points.select_nth_unstable_by_key(middle, |point| point.values.get(party).copied());
    let (low, high) = points.split_at_mut(middle);
    halve(low, corners, 2 * number + 1, party + 1);
    halve(high, corners, 2 * number + 2, party + 1);
}

/// The points that no other dominates. They have to be sorted by falling values and be distinct, so that only an
/// earlier point can dominate a later one (Kung, Luccio and Preparata 1975). If the watch is stopped, the result may
/// still contain dominated points.
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
