//! People as simple heads and shoulders. They mark places at the table and depict no one; their proportions vary with
//! their ids and are the same in every game.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2};

/// A figure's proportions, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    head: Vec2,
    shoulders: f32,
    height: f32,
    /// How square the shoulders are; 2 is round.
    square: f32,
    lean: f32,
    neck: f32,
}

/// Number of segments in the shoulder line.
const CORNERS: u8 = 24;

impl Look {
    /// The proportions for an id.
    pub(super) fn of(id: &str, scale: f32) -> Self {
        let mut seed = id
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        // A pseudo-random number from -1 to 1.
        let mut part = || {
            seed ^= seed >> 29;
            seed = seed.wrapping_mul(0xbf58_476d_1ce4_e5b9);
            seed ^= seed >> 32;
            f32::from(u8::try_from(seed & 0xff).unwrap_or_default()) / 127.5 - 1.0
        };
        Self {
            head: Vec2::new(14.6 + part() * 0.9, 18.4 + part() * 1.3) * scale,
            shoulders: (35.0 + part() * 3.0) * scale,
            height: (40.0 + part() * 3.5) * scale,
            square: 2.35 + part() * 0.3,
            lean: part() * 2.5 * scale,
            neck: (7.6 + part() * 0.7) * scale,
        }
    }

    fn head_at(&self, foot: Pos2) -> Pos2 {
        let chin = self.height - self.head.y * 0.06;
        Pos2::new(foot.x + self.lean, foot.y - chin - self.head.y)
    }

    /// The shoulder line, from left to right.
    fn line(&self, foot: Pos2) -> Vec<Pos2> {
        let bent = |part: f32| part.signum() * part.abs().powf(2.0 / self.square);
        (0..=CORNERS)
            .map(|corner| {
                let turn = std::f32::consts::PI * f32::from(corner) / f32::from(CORNERS);
                foot + Vec2::new(-bent(turn.cos()) * self.shoulders, -bent(turn.sin()) * self.height)
            })
            .collect()
    }

    /// Draws the figure in a colour against the wall, with its foot at the table's edge. A person whose identity is
    /// uncertain is drawn lighter, with a dashed outline.
    pub(super) fn draw(&self, painter: &Painter, foot: Pos2, (colour, wall): (Color32, Color32), uncertain: bool) {
        let line = self.line(foot);
        let head = self.head_at(foot);
        let neck = Rect::from_min_max(
            Pos2::new(head.x - self.neck, head.y),
            Pos2::new(head.x + self.neck, foot.y - self.height * 0.8),
        );
        let fill = if uncertain { wall.lerp_to_gamma(colour, 0.5) } else { colour };
        painter.add(Shape::convex_polygon(line.clone(), fill, Stroke::NONE));
        painter.rect_filled(neck, 0.0, fill);
        painter.add(Shape::ellipse_filled(head, self.head, fill));
        if uncertain {
            let stroke = Stroke::new(1.25, colour);
            painter.extend(Shape::dashed_line(&line, stroke, 4.0, 3.0));
            painter.extend(Shape::dashed_line(&self.round(head), stroke, 4.0, 3.0));
        }
    }

    fn round(&self, head: Pos2) -> Vec<Pos2> {
        (0..=CORNERS)
            .map(|corner| {
                let turn = std::f32::consts::TAU * f32::from(corner) / f32::from(CORNERS);
                head + Vec2::new(turn.cos() * self.head.x, turn.sin() * self.head.y)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_always_has_the_same_look_and_neighbours_differ() {
        assert_eq!(Look::of("tanaka", 1.0), Look::of("tanaka", 1.0));
        let people = ["kitamura", "nomizo", "tsuji", "hozumi", "tahara", "tanaka"];
        for (number, one) in people.iter().enumerate() {
            for other in people.iter().skip(number + 1) {
                let (one, other) = (Look::of(one, 1.0), Look::of(other, 1.0));
                let apart = (one.shoulders - other.shoulders).abs()
                    + (one.height - other.height).abs()
                    + (one.head - other.head).length()
                    + (one.lean - other.lean).abs();
                assert!(apart > 0.8, "{one:?} {other:?}");
            }
        }
    }
}
