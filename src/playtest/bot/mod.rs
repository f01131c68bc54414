//! Bots. They know what their seat knows, and play through the same commands as people.
//!
//! No bot refers to an id of a scenario. Bots read acts, issues, pairs, commitments, bars, their own values and the
//! answers they got, so the same bot can play every scenario and every seat. Only the searcher knows more than a person
//! could, as its own module explains.

mod chance;
mod follower;
mod narrow;
mod principled;
mod searcher;
mod temper;

use serde::Serialize;

use crate::negotiation::random::Stream;
use crate::negotiation::seat_view::SeatView;
use crate::negotiation::{Command, Event, Session};
use crate::scenario::{IssueId, MoveId, PersonId};

use super::report::Writer;
use super::table::Table;

/// Defines the bots, each with its name on the command line, the writer of its report and a one-line description.
macro_rules! bots {
    ($($bot:ident = $name:literal, $writer:ident: $about:literal;)+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Bot {
            $(#[doc = $about] $bot,)+
        }

        impl Bot {
            pub const ALL: &'static [Bot] = &[$(Bot::$bot,)+];

            /// Name on the command line.
            pub const fn name(self) -> &'static str {
                match self { $(Bot::$bot => $name,)+ }
            }

            /// One-line description.
            pub const fn about(self) -> &'static str {
                match self { $(Bot::$bot => $about,)+ }
            }

            /// The default writer of its report.
            pub const fn writer(self) -> Writer {
                match self { $(Bot::$bot => Writer::$writer,)+ }
            }
        }
    };
}

bots! {
    Random = "random", Random: "anything on offer, by chance";
    FirstOption = "first-option", First: "always the first move on the list";
    LeastUsed = "least-used", Principled: "the moves made least often, by chance among equals";
    Nagging = "nagging", Principled: "asks for one thing again and again";
    Hardliner = "hardliner", Principled: "asks for the most and holds out to the end (Boulware)";
    Conceder = "conceder", Principled: "gives way at once";
    TitForTat = "tit-for-tat", Principled: "friendly first, then it answers in kind";
    Follower = "follower", HistoricalReport: "the record's own moves in the record's order";
    Courteous = "courteous", Principled: "thanks, greets and praises, then leaves";
    OneSpeaker = "one-speaker", Principled: "one delegate says everything, down the list";
    Alone = "alone", Principled: "principled, but one delegate says everything";
    LeavesEarly = "leaves-early", Principled: "principled, but adjourns as soon as it can";
    Unmoved = "unmoved", Wish: "the same moves and wishes in the same order, whatever the answers";
    Principled = "principled", Principled: "asks, listens, gives what the other side wants most, and asks in return";
    Searcher = "searcher", Best: "plays ahead and takes the best line; it knows what both sides want";
}

impl Bot {
    /// Finds a bot by its name on the command line.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|bot| bot.name() == name)
    }

    /// A player of this kind whose report is written by `writer`.
    pub fn player(self, writer: Writer) -> Player {
        Player { bot: self, writer, memory: Memory::default() }
    }
}

/// A bot at the table.
#[derive(Debug, Clone)]
pub struct Player {
    bot: Bot,
    writer: Writer,
    memory: Memory,
}

/// What a bot remembers between statements.
#[derive(Debug, Clone, Default)]
struct Memory {
    mv: Option<MoveId>,
    issue: Option<IssueId>,
    speaker: Option<PersonId>,
    /// The fixed order of moves, for the unmoved bot.
    order: Vec<MoveId>,
    /// The best line found so far, for the searcher.
    line: searcher::Line,
}

impl Player {
    /// The next command; `None` if no move is on offer. `heard` holds the events since this player's last command that
    /// it knows of. It is empty for a bot that joins in the middle of a talk.
    pub fn decide(&mut self, session: &Session, heard: &[Event], stream: &mut Stream) -> Option<Command> {
        let view = SeatView::of(session, session.seat());
        if view.awaiting_report() {
            return Some(Command::Report(self.writer.write(session, stream)));
        }
        let table = || Table::new(session, view, heard);
        let memory = &mut self.memory;
        let wanted = match self.bot {
            Bot::Random => chance::random(session, view, stream),
            Bot::FirstOption => chance::first_option(view),
            Bot::LeastUsed => narrow::least_used(&table(), stream),
            Bot::Nagging => narrow::nagging(&table(), memory, stream),
            Bot::Hardliner => temper::hardliner(&table(), stream),
            Bot::Conceder => temper::conceder(&table(), stream),
            Bot::TitForTat => temper::tit_for_tat(&table(), stream),
            Bot::Follower => follower::follow(&table()),
            Bot::Courteous => narrow::courteous(&table()),
            Bot::OneSpeaker => narrow::one_speaker(&mut table(), memory, stream),
            Bot::Alone => {
                let mut table = table();
                narrow::keep_to_one(&mut table, memory, stream);
                principled::principled(&table, principled::DOUBT, stream)
            }
            Bot::LeavesEarly => table().leave().or_else(|| principled::principled(&table(), principled::DOUBT, stream)),
            Bot::Unmoved => narrow::unmoved(&table(), memory, stream),
            Bot::Principled => principled::principled(&table(), principled::DOUBT, stream),
            Bot::Searcher => searcher::search(session, &mut memory.line, stream),
        };
        // A bot with nothing it wants to say still has to speak until it can end the talk.
        wanted.or_else(|| chance::for_want_of_better(session.scenario(), view))
    }
}
