//! The map of values as inline SVG. It has a title and a description for screen readers, and loses nothing when printed
//! in black and white.

use maud::{Markup, html};

use super::chart::{Axis, Named, Place, Shape, ValueChart};
use super::labels::{Area, Label, Wish, along, beside_lines, place_labels};

/// Width of the drawing. In a column of a printed page, letters of size [`LETTER`] come out at 7.5 points.
const WIDTH: f32 = 480.0;
const HEIGHT: f32 = 376.0;
/// Font size.
const LETTER: f32 = 14.5;
/// Line height.
const LINE: f32 = 16.0;
/// The plot area inside the drawing.
pub const PLOT: Area = Area { left: 46.0, top: 8.0, width: 426.0, height: 322.0 };
/// Radius of a mark.
const RADIUS: f32 = 6.0;
/// Line lengths to try when wrapping a name, in characters. The first that fits is used.
const NAME: [usize; 3] = [22, 44, 15];

/// Position in the drawing of a place on the map.
fn at(place: Place) -> (f32, f32) {
    let part = |value: i64| value.clamp(0, 10_000) as f32 / 10_000.0;
    (PLOT.left + part(place.across) * PLOT.width, PLOT.bottom() - part(place.up) * PLOT.height)
}

/// A coordinate, rounded to one decimal.
fn n(number: f32) -> String {
    let tenths = (number * 10.0).round() as i32;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        _ => format!("{:.1}", f64::from(tenths) / 10.0),
    }
}

/// Estimated width of a text, on the generous side because the reader's font is unknown.
fn width(text: &str) -> f32 {
    let letters = text.chars().map(|c| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | '\'' | ' ' => 0.33,
        'm' | 'w' | 'M' | 'W' => 0.92,
        c if c.is_uppercase() => 0.71,
        _ => 0.53,
    });
    letters.sum::<f32>() * LETTER
}

/// A name wrapped into short lines.
fn lines(text: &str, letters: usize) -> Vec<String> {
    let lines = textwrap::wrap(text, letters);
    lines.into_iter().map(std::borrow::Cow::into_owned).collect()
}

fn size(lines: &[String]) -> (f32, f32) {
    let widest = lines.iter().map(|line| width(line)).fold(0.0, f32::max);
    (widest, LINE * lines.len() as f32)
}

/// The versions of a mark's label: its name with the letter, wrapped differently, and the letter alone.
fn ways(mark: &Named) -> Vec<Vec<String>> {
    let name = format!("{} {}", mark.key, mark.name);
    let full = NAME.iter().map(|letters| lines(&name, *letters));
    full.chain([vec![mark.key.clone()]]).collect()
}

/// The labels in the drawing, each with its place and lines. The frontier's own label comes last.
pub fn names(chart: &ValueChart) -> Vec<(Option<Label>, Vec<String>)> {
    let mut texts: Vec<Vec<Vec<String>>> = chart.marks.iter().map(ways).collect();
    let mut wishes: Vec<Wish> =
        chart.marks.iter().zip(&texts).map(|(mark, texts)| wish(mark.at, RADIUS, texts)).collect();
    // Label the frontier near its start, where the historical deals leave room.
    let end = chart.frontier.get(chart.frontier.len() / 8);
    if let Some(end) = end {
        let text = vec![vec![chart.frontier_name.clone()]];
        wishes.push(wish(end.at, 2.0, &text));
        texts.push(text);
    }
    let thin: Vec<(f32, f32)> = chart.thin().into_iter().map(at).collect();
    let taken = line_names(chart);
    let labels = place_labels(&wishes, PLOT, &taken, &thin);
    let labels = labels.into_iter().zip(texts);
    labels
        .map(|(label, mut texts)| {
            let chosen = label.map_or(0, |label| label.size);
            let text = if chosen < texts.len() { texts.swap_remove(chosen) } else { Vec::new() };
            (label, text)
        })
        .collect()
}

fn wish(place: Place, radius: f32, texts: &[Vec<String>]) -> Wish {
    let (x, y) = at(place);
    Wish { x, y, radius, sizes: texts.iter().map(|lines| size(lines)).collect() }
}

/// Places of the labels of the two reservation lines: the vertical one near its bottom, the horizontal one near its
/// left end.
fn line_names(chart: &ValueChart) -> [Area; 2] {
    let ends = at(corner(chart.across.reservation, chart.up.reservation));
    let size = |axis: &Axis| (width(&axis.reservation_name), LINE);
    let (feet, ends) = beside_lines(PLOT, ends, (size(&chart.across), size(&chart.up)));
    let marks = chart.marks.iter().map(|mark| {
        let (x, y) = at(mark.at);
        Area::around(x, y, RADIUS + 2.0)
    });
    let marks: Vec<Area> = marks.collect();
    let across = along(&feet, PLOT, &marks).unwrap_or(PLOT);
    let taken: Vec<Area> = marks.into_iter().chain([across]).collect();
    [across, along(&ends, PLOT, &taken).unwrap_or(PLOT)]
}

const fn corner(across: i64, up: i64) -> Place {
    Place { across, up }
}

fn points(places: impl Iterator<Item = Place>) -> String {
    let places = places.map(|place| {
        let (x, y) = at(place);
        format!("{},{}", n(x), n(y))
    });
    places.collect::<Vec<_>>().join(" ")
}

/// The chart as a drawing. `id` is the prefix of its element ids and must be unique on the page.
pub fn svg(chart: &ValueChart, id: &str) -> Markup {
    let names = names(chart);
    let (title, desc) = (format!("{id}_title"), format!("{id}_desc"));
    html! {
        svg.map role="img" aria-labelledby={ (title) " " (desc) } viewBox={ "0 0 " (n(WIDTH)) " " (n(HEIGHT)) }
            font-size=(n(LETTER)) {
            title #(title) { (chart.title) }
            desc #(desc) { (chart.description) }
            (grid(chart))
            @if !chart.zone.is_empty() {
                polygon.zone points=(points(chart.zone.iter().copied())) {}
            }
            (reservations(chart))
            polyline.frontier points=(points(chart.frontier.iter().map(|deal| deal.at))) {}
            @for deal in &chart.frontier {
                @let (x, y) = at(deal.at);
                circle.deal cx=(n(x)) cy=(n(y)) r="2" { title { (deal.sentence) } }
            }
            @for (mark, (label, _)) in chart.marks.iter().zip(&names) {
                @if let Some(label) = label { (leader(at(mark.at), label)) }
            }
            @for mark in &chart.marks { (drawn(mark)) }
            @for (label, lines) in &names {
                @if let Some(label) = label { (written(label, lines)) }
            }
        }
    }
}

/// Frame, figures and names of the axes.
fn grid(chart: &ValueChart) -> Markup {
    let middle = PLOT.top + PLOT.height / 2.0;
    html! {
        rect.frame x=(n(PLOT.left)) y=(n(PLOT.top)) width=(n(PLOT.width)) height=(n(PLOT.height)) {}
        @for step in [0_i64, 20, 40, 60, 80, 100] {
            @let (x, _) = at(corner(step * 100, 0));
            @let (_, y) = at(corner(0, step * 100));
            text.tick x=(n(x.min(PLOT.right() - 10.0))) y=(n(PLOT.bottom() + 16.0)) text-anchor="middle" { (step) }
            text.tick x=(n(PLOT.left - 5.0)) y=(n((y + 5.0).max(PLOT.top + 11.0))) text-anchor="end" { (step) }
        }
        text.axis x=(n(PLOT.left + PLOT.width / 2.0)) y=(n(HEIGHT - 8.0)) text-anchor="middle" { (chart.across.name) " →" }
        text.axis x="0" y="0" text-anchor="middle" transform={ "translate(13 " (n(middle)) ") rotate(-90)" } {
            (chart.up.name) " →"
        }
    }
}

/// The reservation values: a dashed vertical line and a dotted horizontal one.
fn reservations(chart: &ValueChart) -> Markup {
    let (x, _) = at(corner(chart.across.reservation, 0));
    let (_, y) = at(corner(0, chart.up.reservation));
    let [across, up] = line_names(chart);
    let name = |area: Area, axis: &Axis, class: &str| {
        html! {
            text.name.(class) x=(n(area.left)) y=(n(area.top + LETTER - 2.0)) { (axis.reservation_name) }
        }
    };
    html! {
        line.ours x1=(n(x)) y1=(n(PLOT.top)) x2=(n(x)) y2=(n(PLOT.bottom())) stroke-dasharray="7 4" {}
        line.theirs x1=(n(PLOT.left)) y1=(n(y)) x2=(n(PLOT.right())) y2=(n(y)) stroke-dasharray="2 3" {}
        (name(across, &chart.across, "ours"))
        (name(up, &chart.up, "theirs"))
    }
}

fn drawn(mark: &Named) -> Markup {
    let (x, y) = at(mark.at);
    let polygon = |corners: &[(f32, f32)]| {
        let corners = corners.iter().map(|(dx, dy)| format!("{},{}", n(x + dx), n(y + dy)));
        corners.collect::<Vec<_>>().join(" ")
    };
    let diamond = [(0.0, -8.0), (8.0, 0.0), (0.0, 8.0), (-8.0, 0.0)];
    html! {
        g.mark {
            title { (mark.sentence) }
            @match mark.shape {
                Shape::Diamond => polygon.report points=(polygon(&diamond)) {},
                Shape::OpenDiamond => polygon.report.open points=(polygon(&diamond)) {},
                Shape::Square => rect.solid x=(n(x - 5.0)) y=(n(y - 5.0)) width="10" height="10" {},
                Shape::Disc => circle.solid cx=(n(x)) cy=(n(y)) r="5.5" {},
                Shape::OpenTriangle => polygon.open points=(polygon(&[(0.0, -6.0), (6.0, 5.0), (-6.0, 5.0)])) {},
                Shape::Cross => path.cross d={ "M" (n(x - 5.0)) " " (n(y)) "h10M" (n(x)) " " (n(y - 5.0)) "v10" } {},
            }
        }
    }
}

/// A line connecting a mark to a label that is set apart from it.
fn leader((x, y): (f32, f32), label: &Label) -> Markup {
    let (to_x, to_y) = label.area.nearest(x, y);
    html! {
        @if label.led { line.leader x1=(n(x)) y1=(n(y)) x2=(n(to_x)) y2=(n(to_y)) {} }
    }
}

fn written(label: &Label, lines: &[String]) -> Markup {
    html! {
        text.name {
            @for (number, line) in lines.iter().enumerate() {
                tspan x=(n(label.area.left)) y=(n(label.area.top + LETTER - 2.0 + LINE * number as f32)) { (line) }
            }
        }
    }
}
