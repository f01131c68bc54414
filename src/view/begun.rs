//! What is unusual about a game: its style, its room, who made the first statements, and what was revealed or changed in its save.

use crate::language::arg;
use crate::negotiation::Opposite;
use crate::negotiation::journal::Game;

use super::resumed::altered;
use super::wording::Wording;

/// What is unusual about a game, in a sentence or two for each point; empty for an ordinary one.
pub fn lines(wording: Wording<'_>, game: &Game) -> Vec<String> {
    let told = [played_in(wording, game), changed_room(wording, game), led_up(wording, game), revealed(wording, game)];
    told.into_iter().flatten().chain(altered(wording, &game.journal.altered)).collect()
}

/// A note that the other side's values were revealed before the end; `None` if they were not.
fn revealed(wording: Wording<'_>, game: &Game) -> Option<String> {
    let steps = game.journal.revealed?;
    Some(wording.catalogue.msg_with("game-revealed", &[arg("steps", steps)]))
}

/// Who made the first statements; `None` if it was the player.
fn led_up(wording: Wording<'_>, game: &Game) -> Option<String> {
    let led = game.journal.led_up.as_ref()?;
    let args = [arg("statements", led.statements), arg("by", led.by.as_str())];
    Some(wording.catalogue.msg_with("led-up-game", &args))
}

/// The bars that started at a different height than the scenario gives; `None` if no bar did.
fn changed_room(wording: Wording<'_>, game: &Game) -> Option<String> {
    let setup = game.session.setup();
    let changes = setup.room.changes(wording.scenario.seat(setup.seat));
    let told: Vec<String> = changes
        .into_iter()
        .map(|(bar, written, at)| {
            let args = [arg("bar", wording.bar(bar)), arg("at", at), arg("written", written)];
            wording.catalogue.msg_with("room-changed-bar", &args)
        })
        .collect();
    let bars = [arg("bars", told.join(", "))];
    (!told.is_empty()).then(|| wording.catalogue.msg_with("room-changed-game", &bars))
}

/// The style the other side was played in; `None` for the record's own manner.
fn played_in(wording: Wording<'_>, game: &Game) -> Option<String> {
    let setup = game.session.setup();
    let style = wording.scenario.seat(setup.seat).style(setup.style)?;
    let args = [arg("name", style.name.as_str()), arg("plain", style.plain.as_str())];
    (!setup.style.is_first() && setup.opposite == Opposite::Model)
        .then(|| wording.catalogue.msg_with("style-played", &args))
}
