//! Looking after the review of the game whose debrief is shown.

use crate::debrief::review::Review;
use crate::scenario::SeatId;

use super::App;
use super::intent::Screen;
use super::review_job::ReviewJob;
use super::table::Table;

impl App {
    /// Looks after background work: begins the review of the game whose debrief is shown, and takes it when it is done. To be
    /// called in every update; what is new counts as a change.
    pub fn poll_background_work(&mut self) {
        self.look_at_folder();
        let on_debrief = self.screen() == Screen::Debrief;
        let Some(table) = &mut self.table else { return };
        if on_debrief && table.is_over() {
            let seat = table.debrief_seat();
            if !table.reviewing.as_ref().is_some_and(|job| job.is_of(&table.game, seat)) {
                table.reviewing = Some(ReviewJob::begin(&table.game, seat, self.waker.clone(), &self.ports));
                self.revision += 1;
            }
        }
        if table.reviewing.as_mut().is_some_and(ReviewJob::look) {
            self.update_debrief();
            self.revision += 1;
        }
    }

    /// Whether something is being worked out in the background.
    pub fn is_working(&self) -> bool {
        let reviewing = self.table.as_ref().and_then(|table| table.reviewing.as_ref());
        reviewing.is_some_and(ReviewJob::is_working)
    }

    /// Whether it has to be looked after again soon, because no front end is woken when there is something new.
    pub fn must_be_looked_after(&self) -> bool {
        !self.waker.is_set() && (self.is_working() || self.is_authoring())
    }

    /// Waits for what is being worked out.
    pub fn finish_work(&mut self) {
        self.poll_background_work();
        if let Some(reviewing) = self.table.as_mut().and_then(|table| table.reviewing.as_mut()) {
            reviewing.wait();
            self.update_debrief();
            self.revision += 1;
        }
    }
}

impl Table {
    /// The review of the game for a seat, where it has been worked out.
    pub(super) fn reviewed(&self, seat: SeatId) -> Option<Review> {
        self.reviewing.as_ref().filter(|job| job.is_of(&self.game, seat))?.found().cloned()
    }
}
