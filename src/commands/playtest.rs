//! `playtest`: games by bots, and what they reached.

use std::io::Write;

use crate::playtest::bot::Bot;
use crate::playtest::coverage::Summary;
use crate::playtest::{Plan, run as play};

use super::args::{Format, PlaytestArgs};
use super::{FAULTY, Failure, OK, open};

/// Plays. Returns 1 when a game came to no end, or a text was heard twice.
///
/// # Errors
/// When there is no such scenario, bot or length, or output fails.
pub fn run(args: &PlaytestArgs, out: &mut dyn Write) -> Result<u8, Failure> {
    let scenario = open::scenario(&args.scenario)?;
    let bot = Bot::from_name(&args.bot).ok_or_else(|| {
        let names: Vec<&str> = Bot::ALL.iter().map(|bot| bot.name()).collect();
        Failure::Told(format!(
            "there is no bot \"{}\"; there are: {}",
            args.bot,
            names.join(", ")
        ))
    })?;
    let length = scenario.length_index(&args.length).ok_or_else(|| {
        let lengths: Vec<&str> = scenario
            .lengths
            .iter()
            .map(|length| length.id.as_str())
            .collect();
        Failure::Told(format!(
            "there is no game of the length \"{}\"; there are: {}",
            args.length,
            lengths.join(", ")
        ))
    })?;
    let seat = open::seat(&scenario, &args.seat)?;
    let plan = Plan {
        games: args.games,
        seed: args.seed,
        seat,
        length,
        bot,
    };
    let summary = play(&scenario, &plan).summary();
    match args.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &summary)?;
            writeln!(out)?;
        }
        Format::Text => text(&summary, out)?,
    }
    let sound = summary.unfinished.is_empty() && summary.heard_twice.is_empty();
    Ok(if sound { OK } else { FAULTY })
}

fn text(summary: &Summary, out: &mut dyn Write) -> std::io::Result<()> {
    let (fewest, most) = summary.statements;
    writeln!(
        out,
        "{} games of {}, {fewest} to {most} statements",
        summary.games, summary.scenario
    )?;
    writeln!(
        out,
        "entries of the other side heard: {} of {}",
        summary.counterpart_entries_heard, summary.counterpart_entries
    )?;
    let words = summary.words_per_mille;
    writeln!(
        out,
        "words, in thousandths: record {}, elsewhere {}, inference {}, silence {}",
        words.record, words.elsewhere, words.inference, words.silence
    )?;
    let points = summary.points;
    writeln!(
        out,
        "points: answered {}, expressly unanswered {}, earlier answer stands {}, never answered {}",
        points.answered, points.silent, points.let_stand, points.never
    )?;
    writeln!(out, "endings: {:?}", summary.endings)?;
    for (measure, bands) in &summary.bands {
        writeln!(
            out,
            "{measure}: games in each band from the lowest {bands:?}"
        )?;
    }
    writeln!(out, "lowest of the four bands: {:?}", summary.lowest_band)?;
    for mv in summary.moves.iter().filter(|mv| mv.replies < 2) {
        writeln!(
            out,
            "few answers: {} made {} times, {} different answers",
            mv.id, mv.made, mv.replies
        )?;
    }
    if !summary.never_given.is_empty() {
        writeln!(
            out,
            "not reached in {} games: {}",
            summary.games,
            summary.never_given.join(" ")
        )?;
    }
    Ok(())
}
