//! The transcript: every line with its number and speaker, the words quoted in this game marked, our notes beside it.

use egui::text::LayoutJob;
use egui::{Align, RichText, TextEdit, TextFormat, Ui};

use crate::desk::RecordView;
use crate::language::arg;
use crate::view::library::RecordLine;

use super::Looking;
use super::parts::{Kit, button, column, paragraph, quiet, scrolled, sheet};
use super::theme::{self, font};

/// The transcript.
pub(super) fn record_ui(ui: &mut Ui, kit: &mut Kit<'_>, view: &RecordView, looking: &mut Looking) {
    column(ui, 780.0, |ui| {
        sheet(kit.colours).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            if !kit.has_record {
                paragraph(ui, &kit.msg("window-no-record"));
                return;
            }
            search_ui(ui, kit, view, &mut looking.search);
            let wanted = looking.search.trim().to_lowercase();
            scrolled(ui, "record", true, |ui| {
                quiet(ui, kit.colours, &view.citation);
                let go = wanted.is_empty() && looking.scrolled_to != Some(view.at);
                for line in &view.lines {
                    let found = line.text.to_lowercase().contains(&wanted);
                    if wanted.is_empty() || found {
                        let here = line.line == view.at;
                        let response = line_ui(ui, kit, view, line, &wanted, here);
                        if go && here {
                            response.scroll_to_me(Some(Align::Center));
                            looking.scrolled_to = Some(view.at);
                        }
                    }
                }
            });
        });
    });
}

fn search_ui(ui: &mut Ui, kit: &Kit<'_>, view: &RecordView, search: &mut String) {
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(kit.msg("window-search"));
        let edit = TextEdit::singleline(search).desired_width(240.0);
        ui.add(edit).labelled_by(label.id);
        if !search.is_empty() && button(ui, &kit.msg("window-search-clear")).clicked() {
            search.clear();
        }
        let wanted = search.trim().to_lowercase();
        if !wanted.is_empty() {
            let lines = view.lines.iter();
            let count = lines
                .filter(|line| line.text.to_lowercase().contains(&wanted))
                .count();
            let args = [arg("count", count), arg("wanted", search.as_str())];
            quiet(ui, kit.colours, &kit.msg_with("search-found", &args));
        }
    });
}

fn line_ui(
    ui: &mut Ui,
    kit: &Kit<'_>,
    view: &RecordView,
    line: &RecordLine,
    wanted: &str,
    here: bool,
) -> egui::Response {
    let colours = kit.colours;
    let inner = ui.scope(|ui| {
        ui.add_space(6.0);
        ui.horizontal_top(|ui| {
            let number = RichText::new(line.line.to_string()).font(font(13.0, theme::plain()));
            let number = if here {
                number
                    .color(colours.on_strong)
                    .background_color(colours.theirs)
            } else {
                number.color(colours.quiet)
            };
            ui.allocate_ui_with_layout(
                egui::vec2(34.0, 18.0),
                egui::Layout::right_to_left(Align::Min),
                |ui| ui.label(number),
            );
            ui.vertical(|ui| {
                if let Some(speaker) = &line.speaker {
                    let name = RichText::new(speaker).font(font(13.0, theme::plain_strong()));
                    ui.label(name.color(colours.quiet));
                }
                let quoted = view.quoted.iter().filter(|(at, _)| *at == line.line);
                let quoted: Vec<&str> = quoted.map(|(_, words)| words.as_str()).collect();
                let job = marked(&line.text, &quoted, wanted, colours, ui.available_width());
                ui.add(egui::Label::new(job).wrap());
                for note in &line.notes {
                    let args = [arg("note", note.as_str())];
                    let text = RichText::new(kit.msg_with("record-note", &args)).small();
                    ui.add(egui::Label::new(text.color(colours.ours)).wrap());
                }
            });
        });
    });
    inner.response
}

/// The line with what was quoted in this game, or what is searched for, on a marked ground.
fn marked(
    text: &str,
    quoted: &[&str],
    wanted: &str,
    colours: theme::Palette,
    width: f32,
) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat::simple(font(15.5, theme::typed()), colours.ink);
    let mut on_mark = plain.clone();
    on_mark.background = colours.mark;
    let mut from = 0;
    for (start, end) in stretches(text, quoted, wanted) {
        job.append(
            text.get(from..start).unwrap_or_default(),
            0.0,
            plain.clone(),
        );
        job.append(
            text.get(start..end).unwrap_or_default(),
            0.0,
            on_mark.clone(),
        );
        from = end;
    }
    job.append(text.get(from..).unwrap_or_default(), 0.0, plain);
    job
}

/// The stretches of a line that are marked, in order and without overlap.
fn stretches(text: &str, quoted: &[&str], wanted: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = if wanted.is_empty() {
        quoted
            .iter()
            .filter_map(|words| text.find(words).map(|at| (at, at + words.len())))
            .collect()
    } else {
        // Where lower case is as long as the text, places in the one are places in the other.
        let lower = text.to_lowercase();
        let same = lower.len() == text.len();
        let hits = lower.match_indices(wanted).filter(|_| same);
        hits.map(|(at, hit)| (at, at + hit.len())).collect()
    };
    found.sort_unstable();
    let mut apart: Vec<(usize, usize)> = Vec::new();
    for (start, end) in found {
        match apart.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => apart.push((start, end)),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_words_are_marked_once_where_they_overlap() {
        let text = "We can wait. We can wait.";
        let found = stretches(text, &["We can wait.", "can wait. We"], "");
        assert_eq!(found, vec![(0, 15)]);
    }

    #[test]
    fn a_search_marks_every_place_whatever_the_case() {
        assert_eq!(stretches("Wait, wait", &[], "wait"), vec![(0, 4), (6, 10)]);
    }
}
