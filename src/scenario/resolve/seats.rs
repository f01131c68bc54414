//! Resolves the seats: who can be played, who answers them, and how their games begin and are judged.

use crate::scenario::load::ron_options;

use super::*;

impl Resolver<'_> {
    pub(super) fn seats(&mut self, deals: &[NamedDeal], lengths: &[Length]) -> Option<Vec<Seat>> {
        let drafts = &self.draft.scenario.seats;
        let seats: Vec<Option<Seat>> =
            drafts.iter().enumerate().map(|(index, seat)| self.seat_of(index, seat, deals, lengths)).collect();
        seats.into_iter().collect()
    }

    fn seat_of(&mut self, index: usize, draft: &SeatDraft, deals: &[NamedDeal], lengths: &[Length]) -> Option<Seat> {
        let frame = &self.draft.scenario;
        let room = self.room(draft)?;
        let endings = self.endings(draft)?;
        let opened = draft.opening_position.as_ref();
        let opening_position = opened.unwrap_or(&frame.opening_position).resolve(self);
        let reported = draft.report_as_it_was.as_ref();
        let reported = reported.or(frame.report_as_it_was.as_ref());
        let report_as_it_was = reported.map(|id| id.resolve(self));
        let (opposite, agenda, styles) = self.opposite(index, draft);
        let mut closed_because = draft.closed_because.clone();
        if agenda.is_empty() && closed_because.is_none() {
            closed_because = Some(format!("{} cannot be played: no file says who answers it", draft.name));
        }
        Some(Seat {
            id: draft.id.resolve(self),
            party: draft.party.resolve(self),
            name: draft.name.clone(),
            brief: draft.brief.clone(),
            more: draft.more.clone(),
            speakers: draft.speakers.resolve(self),
            closed_because,
            report_to: draft.report_to.clone(),
            report_is: draft.report_is.clone(),
            statements: self.statements(draft, lengths),
            opposite,
            agenda,
            styles,
            room,
            opening_position,
            openings: Self::openings(deals, lengths, opening_position),
            report_as_it_was,
            endings,
        })
    }

    /// Number of statements in each length of game. A seat can override the length's own number.
    fn statements(&mut self, draft: &SeatDraft, lengths: &[Length]) -> Vec<u32> {
        let mut statements: Vec<u32> = lengths.iter().map(|length| length.statements).collect();
        for (id, count) in &draft.statements {
            let length: LengthId = id.resolve(self);
            if let Some(slot) = statements.get_mut(length.index()) {
                *slot = *count;
            }
        }
        statements
    }

    /// Who answers a seat: the first counterpart from another seat, with the range of its topics and its styles.
    fn opposite(&mut self, index: usize, draft: &SeatDraft) -> (SeatId, std::ops::Range<u16>, Vec<Style>) {
        let mut from = 0;
        for counterpart in &self.draft.counterparts {
            let to = from + u16::try_from(counterpart.agenda.len()).unwrap_or(u16::MAX - from);
            let seat = counterpart.seat.resolve(self);
            if counterpart.seat != draft.id {
                return (seat, from..to, self.styles(counterpart));
            }
            from = to;
        }
        (SeatId(u16::from(index == 0)), 0..0, vec![Style::unwritten()])
    }

    /// The styles of a counterpart; a default style if the scenario has none.
    fn styles(&mut self, counterpart: &CounterpartDraft) -> Vec<Style> {
        match counterpart.styles.as_slice() {
            [] => vec![Style::unwritten()],
            _ => counterpart.styles.resolve(self),
        }
    }

    fn room(&mut self, seat: &SeatDraft) -> Option<[Start; 6]> {
        let room = seat.room.as_ref().unwrap_or(&self.draft.scenario.room);
        let mut starts = Vec::new();
        for bar in Bar::ALL {
            let Some(start) = room.bars.iter().find(|start| start.bar == *bar) else {
                let message = format!("the room says nothing of the bar {bar:?}");
                let place = self.draft.scenario.id.place;
                self.fault(Cause::Own, Diagnostic::error("WCW023", message, place, None));
                continue;
            };
            let start: Start = start.resolve(self);
            starts.push(Start { at: start.at.min(100), ..start });
        }
        starts.try_into().ok()
    }

    fn openings(deals: &[NamedDeal], lengths: &[Length], opening_position: DealId) -> Vec<Deal> {
        let deal = |id: DealId| deals.get(id.index()).map(|deal| deal.deal.as_slice());
        let opening = deal(opening_position).unwrap_or_default();
        lengths
            .iter()
            .map(|length| {
                let rest = deal(length.rest.unwrap_or(opening_position)).unwrap_or_default();
                let deals = IssueId::all(opening.len()).zip(opening.iter().zip(rest));
                deals.map(|(issue, (opened, rest))| if length.plays(issue) { *opened } else { *rest }).collect()
            })
            .collect()
    }

    /// The endings of a seat: its own, otherwise those written for every seat, otherwise the default ones.
    fn endings(&mut self, seat: &SeatDraft) -> Option<Endings> {
        let all = &self.draft.endings;
        let own = all.iter().find(|e| e.seat.as_ref() == Some(&seat.id));
        let draft = own.or_else(|| all.iter().find(|e| e.seat.is_none()));
        let usual;
        let draft = match draft {
            Some(draft) => draft,
            None => {
                usual = usual_endings()?;
                &usual
            }
        };
        let measures = self.measures(draft)?;
        Some(Endings { measures, ..draft.resolve(self) })
    }
}

/// The endings of a scenario that has none of its own.
fn usual_endings() -> Option<EndingsDraft> {
    let usual = include_str!("../../../assets/scenario/endings.ron");
    ron_options().from_str(usual).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_usual_endings_can_be_read() {
        assert!(super::usual_endings().is_some());
    }
}
