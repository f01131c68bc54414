//! Running the review of the game whose debrief is shown.

use crate::debrief::review::Review;
use crate::scenario::SeatId;

use super::App;
use super::intent::Screen;
use super::review_job::ReviewJob;
use super::table::Table;

impl App {
    /// Checks background work: takes in changes to the author's folder, starts the review of the game whose debrief is
    /// shown, and collects its result. Call this on every update; it increases the revision if anything is new.
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
            self.take_review();
        }
    }

    /// Puts the finished review into the debrief, and saves the debrief if that was asked for meanwhile.
    fn take_review(&mut self) {
        self.update_debrief();
        self.revision += 1;
        if self.table.as_mut().is_some_and(|table| std::mem::take(&mut table.save_when_reviewed)) {
            self.write_debrief();
        }
    }

    /// Whether a review is running in the background.
    pub fn is_working(&self) -> bool {
        let reviewing = self.table.as_ref().and_then(|table| table.reviewing.as_ref());
        reviewing.is_some_and(ReviewJob::is_working)
    }

    /// Whether to poll again soon because there is no waker to report news.
    pub fn must_be_looked_after(&self) -> bool {
        !self.waker.is_set() && (self.is_working() || self.is_authoring())
    }

    /// Waits for the running review.
    pub fn finish_work(&mut self) {
        self.poll_background_work();
        if let Some(reviewing) = self.table.as_mut().and_then(|table| table.reviewing.as_mut()) {
            reviewing.wait();
            self.take_review();
        }
    }
}

impl Table {
    /// The finished review of the game for a seat.
    pub(super) fn reviewed(&self, seat: SeatId) -> Option<Review> {
        self.reviewing.as_ref().filter(|job| job.is_of(&self.game, seat))?.found().cloned()
    }
}
