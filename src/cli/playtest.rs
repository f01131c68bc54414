//! `playtest`: games played by bots, and what they reached.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::negotiation::journal::Game;
use crate::negotiation::{Opposite, Setup};
use crate::platform::Threads;
use crate::playtest::bot::Bot;
use crate::playtest::coverage::{Numbers, Summary};
use crate::playtest::report::Writer;
use crate::playtest::{Plan, run_while};
use crate::ports::Ports;
use crate::scenario::{LengthId, Scenario, SeatId};
use crate::terminal::{self, Terminal as _};

use super::args::{BeginArgs, Format, PlaytestArgs};
use super::{FAULTY, Failure, OK, json, recordings, there_is_no};
use crate::library::open::{self, Library};
use crate::library::recorded::find::is_unfinished_save;

/// Why bots don't play on from a game that is not over.
const UNFINISHED: &str = "this saved game is not over, and what bots reach from it would show what the other side keeps to itself. \
    Finish it first, or let a teacher run `we-can-wait debrief FILE --reveal`";

/// How often to update the progress on a terminal.
const TOLD_EVERY: Duration = Duration::from_millis(200);

/// Plays and prints the results. Returns 1 if a game had no ending or a text was heard twice.
///
/// The output to `out` depends only on the arguments, not on the number of threads. The speed goes to standard error.
///
/// # Errors
/// When there is no such scenario, bot, writer, seat or length, or writing fails.
pub fn run(args: &PlaytestArgs, ports: &Ports, out: &mut dyn Write) -> Result<u8, Failure> {
    let scenario = Library::new(ports).scenario(&args.scenario)?;
    let (plans, begun) = plans(ports, &scenario, args)?;
    let summaries: Vec<Summary> = plans.iter().map(|plan| played(&scenario, plan, args.threads)).collect();
    if args.format == Format::Text {
        tell_begun(&begun, out)?;
    }
    match (args.format, summaries.as_slice()) {
        (Format::Json, [summary]) => json(summary, out)?,
        (Format::Json, all) => json(&all, out)?,
        (Format::Text, [summary]) => text(summary, out)?,
        (Format::Text, all) => {
            compare(all, out)?;
            if begun.is_some() {
                by_bot(all, out)?;
            }
        }
    }
    let sound = |s: &Summary| s.unfinished.is_empty() && s.heard_twice.is_empty();
    Ok(if summaries.iter().all(sound) { OK } else { FAULTY })
}

/// The plan for the bot, or for each bot with `all`.
fn plans(ports: &Ports, scenario: &Arc<Scenario>, args: &PlaytestArgs) -> Result<(Vec<Plan>, Option<Game>), Failure> {
    let bots = match args.bot.as_str() {
        "all" => Bot::ALL.to_vec(),
        name => {
            let bots = Bot::ALL.iter().map(|bot| bot.name());
            vec![Bot::from_name(name).ok_or_else(|| there_is_no("bot", name, bots.chain(["all"])))?]
        }
    };
    let writers = Writer::ALL.iter().map(|writer| writer.name());
    let writer = |name: &str| Writer::from_name(name).ok_or_else(|| there_is_no("writer of reports", name, writers));
    let writer = args.report.as_deref().map(writer).transpose()?;
    let length = length(scenario, args.length.as_deref())?;
    let seat = seat(scenario, args.seat.as_deref())?;
    let style = open::style(scenario, seat, args.style.as_deref())?;
    let setup = Setup {
        seed: args.seed,
        seat,
        length,
        opposite: Opposite::Model,
        style,
        room: args.begin.room.unwrap_or_default(),
    };
    let unfinished = |name: &String| is_unfinished_save(ports.storage.as_ref(), scenario, name);
    if args.begin.from.as_ref().is_some_and(unfinished) {
        return Err(Failure::Message(UNFINISHED.to_owned()));
    }
    let begun = recordings::begin(ports, scenario, &setup, &args.begin)?;
    let plan = |bot: Bot| Plan {
        writer: writer.unwrap_or(bot.writer()),
        ..Plan::from_game(&begun, bot, args.games, args.seed)
    };
    let plans = bots.into_iter().map(plan).collect();
    let elsewhere = args.begin != BeginArgs::default();
    Ok((plans, elsewhere.then_some(begun)))
}

/// Finds a length by id; without one, the first.
pub(super) fn length(scenario: &Scenario, name: Option<&str>) -> Result<LengthId, Failure> {
    let Some(name) = name else { return Ok(LengthId::FIRST) };
    let lengths = scenario.lengths.iter().map(|length| length.id.as_str());
    scenario.length_id(name).ok_or_else(|| there_is_no("game of the length", name, lengths))
}

/// Finds a seat by id; without one, the first.
pub(super) fn seat(scenario: &Scenario, name: Option<&str>) -> Result<SeatId, Failure> {
    Ok(name.map_or(Ok(SeatId::FIRST), |name| open::seat(scenario, name))?)
}

/// Plays a plan, with progress and speed on standard error.
fn played(scenario: &Arc<Scenario>, plan: &Plan, threads: usize) -> Summary {
    let begun = Instant::now();
    let told = Mutex::new(begun);
    let on_terminal = terminal::errors().is_seen();
    let progress = |done: u64| {
        if let Ok(mut told) = told.try_lock()
            && on_terminal
            && told.elapsed() > TOLD_EVERY
        {
            *told = Instant::now();
            // Progress is optional: if it can't be written, the games continue.
            let mut errors = terminal::errors();
            let _ = errors.control("\r");
            let _ = write!(errors, "{}: {done} of {} games", plan.bot.name(), plan.games);
            let _ = errors.flush();
        }
        true
    };
    let summary = run_while(scenario, plan, &Threads::new(threads), &progress).summary();
    let seconds = begun.elapsed().as_secs_f64();
    let mut errors = terminal::errors();
    if on_terminal {
        let _ = errors.control("\r");
    }
    let _ = writeln!(
        errors,
        "{}: {} games in {seconds:.2} s, {:.0} games a second",
        plan.bot.name(),
        plan.games,
        plan.games as f64 / seconds.max(1e-9),
    );
    summary
}

/// Prints where the games began, if not at the scenario's own beginning.
fn tell_begun(begun: &Option<Game>, out: &mut dyn Write) -> io::Result<()> {
    let Some(game) = begun else {
        return Ok(());
    };
    let statement = game.session.state().statements + 1;
    match &game.journal.led_up {
        Some(led) => writeln!(out, "from statement {statement} on, led up to by {}", led.by)?,
        None => writeln!(out, "from the first statement on")?,
    }
    for (bar, height) in game.session.setup().room.bars() {
        writeln!(out, "the bar {} begins at {height}", bar.key())?;
    }
    writeln!(out)
}

/// Prints how often each bot got each answer.
fn by_bot(summaries: &[Summary], out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = summaries.first() else {
        return Ok(());
    };
    writeln!(out, "\nhow often each answer came, by bot\n")?;
    let widest = first.utterances.iter().map(|told| told.id.len()).max();
    let width = widest.unwrap_or(0);
    let mut never = Vec::new();
    for (index, told) in first.utterances.iter().enumerate() {
        let counts = summaries.iter().filter_map(|summary| {
            let count = summary.utterances.get(index)?.reached.count;
            (count > 0).then(|| format!("{} {count}", summary.bot.name()))
        });
        let counts: Vec<String> = counts.collect();
        if counts.is_empty() {
            never.push(told.id.as_str());
            continue;
        }
        wrapped(out, &format!("{:<width$}  ", told.id), &counts)?;
    }
    if !never.is_empty() {
        writeln!(out, "\nnever: {}", never.len())?;
        wrapped(out, "  ", &never.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>())?;
    }
    Ok(())
}

/// Prints comma-separated items after a heading, wrapped at 80 columns.
fn wrapped(out: &mut dyn Write, head: &str, items: &[String]) -> io::Result<()> {
    let indent = " ".repeat(head.len());
    let options = textwrap::Options::new(80)
        .initial_indent(head)
        .subsequent_indent(&indent)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    // Keep each bot and its count on one line.
    let text = items.join(", ").replace(", ", ",\u{1}").replace(' ', "\u{a0}").replace('\u{1}', " ");
    for line in textwrap::wrap(&text, options) {
        writeln!(out, "{}", line.replace('\u{a0}', " "))?;
    }
    Ok(())
}

/// Prints the bots side by side.
fn compare(summaries: &[Summary], out: &mut dyn Write) -> io::Result<()> {
    let Some(first) = summaries.first() else {
        return Ok(());
    };
    writeln!(
        out,
        "{} games of {} ({}) by each bot, seat {}, seed {}",
        first.games, first.scenario, first.length, first.seat, first.seed
    )?;
    writeln!(out, "rank: the lowest of the four bands, in per cent of the games\n")?;
    writeln!(
        out,
        "{:<16} {:<12} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}",
        "bot", "report", "0", "1", "2", "3", "4", "mean", "sum"
    )?;
    for summary in summaries {
        write!(out, "{:<16} {:<12}", summary.bot.name(), summary.report.name())?;
        for rank in &summary.ranks {
            let share = share(rank.count, summary.games);
            write!(out, " {share:>6}")?;
        }
        let mean = summary.mean_rank_per_mille;
        let sum = summary.mean_sum_tenths;
        writeln!(out, " {:>3}.{:02} {:>4}.{}", mean / 1000, mean % 1000 / 10, sum / 10, sum % 10)?;
    }
    Ok(())
}

/// A share in per cent, with one decimal.
fn share(count: u64, of: u64) -> String {
    let tenths = (count * 1000 + of / 2) / of.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn text(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "{} games of {} ({}), seat {}, bot {}, report {}, seed {}",
        summary.games,
        summary.scenario,
        summary.length,
        summary.seat,
        summary.bot.name(),
        summary.report.name(),
        summary.seed,
    )?;
    let (fewest, most) = summary.statements;
    let (shortest, longest) = summary.shortest_and_longest;
    writeln!(out, "shortest game: {fewest} statements{}; longest: {most}{}", game(shortest), game(longest))?;
    bands(summary, out)?;
    talk(summary, out)?;
    reached(summary, out)?;
    witnesses(summary, out)
}

fn game(witness: Option<u64>) -> String {
    witness.map_or_else(String::new, |game| format!(" (game {game})"))
}

fn bands(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    let head = ["0", "1", "2", "3", "4", "low", "10%", "mid", "90%", "high"].map(str::to_owned);
    writeln!(out)?;
    row(out, "games in band", &head)?;
    for (measure, counts) in &summary.bands {
        let numbers = summary.numbers.get(measure).copied().unwrap_or_default();
        let Numbers { lowest, tenth, median, ninetieth, highest } = numbers;
        let cells: Vec<String> = counts
            .iter()
            .map(|reached| reached.count.to_string())
            .chain([lowest, tenth, median, ninetieth, highest].map(|n| n.to_string()))
            .collect();
        row(out, measure, &cells)?;
    }
    let ranks: Vec<String> = summary.ranks.iter().map(|r| r.count.to_string()).collect();
    row(out, "lowest (rank)", &ranks)?;
    let (mean, sum) = (summary.mean_rank_per_mille, summary.mean_sum_tenths);
    writeln!(out, "mean rank {}.{:02}, mean sum of the four {}.{}", mean / 1000, mean % 1000 / 10, sum / 10, sum % 10)
}

/// A row of the table of bands: the number of games in each band, then the lowest value, the 10th, 50th and 90th
/// percentiles, and the highest value.
fn row(out: &mut dyn Write, name: &str, cells: &[String]) -> io::Result<()> {
    write!(out, "{name:<14}")?;
    for (column, cell) in cells.iter().enumerate() {
        let width = if column < 5 { 7 } else { 5 };
        write!(out, " {cell:>width$}")?;
    }
    writeln!(out)
}

fn talk(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    let words = summary.words_per_mille;
    writeln!(
        out,
        "\nwords, in thousandths: record {}, elsewhere {}, inference {}, silence {}",
        words.record, words.elsewhere, words.inference, words.silence
    )?;
    let points = summary.points;
    writeln!(
        out,
        "points: answered {}, expressly unanswered {}, earlier answer stands {}, never answered {}",
        points.answered, points.silent, points.let_stand, points.never
    )?;
    let endings: Vec<String> = summary
        .endings
        .iter()
        .map(|told| format!("{} {}{}", told.id, told.reached.count, game(told.reached.witness)))
        .collect();
    writeln!(out, "endings: {}", endings.join(", "))
}

fn reached(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    let rows = [
        ("moves", summary.moves.len(), &summary.never_made),
        ("replies", summary.utterances.len(), &summary.never_given),
        ("entries", summary.entries.len(), &summary.entries_never_heard),
    ];
    writeln!(out)?;
    for (what, all, never) in rows {
        writeln!(out, "{what:<8} {:>4} of {all:>4} reached", all - never.len())?;
    }
    for (what, _, never) in rows {
        if !never.is_empty() {
            writeln!(out, "{what} never reached: {}", never.join(" "))?;
        }
    }
    for mv in summary.moves.iter().filter(|mv| mv.made > 0 && mv.replies < 2) {
        writeln!(out, "few answers: {} made {} times, {} different answers", mv.id, mv.made, mv.replies)?;
    }
    Ok(())
}

/// Prints the first game of each rank; JSON output has the others too.
fn witnesses(summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
    for (rank, reached) in summary.ranks.iter().enumerate() {
        let Some(game) = reached.witness else {
            writeln!(out, "\nrank {rank} was never reached")?;
            continue;
        };
        let Some(witness) = summary.witnesses.iter().find(|w| w.game == game) else {
            continue;
        };
        writeln!(out, "\nrank {rank} first in game {game}, seed {}:", witness.seed)?;
        for line in &witness.lines() {
            writeln!(out, "  {line}")?;
        }
    }
    Ok(())
}
