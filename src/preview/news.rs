//! What browsers are told while they show the site: which state of it is the newest, and what is wrong with the content.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;

use super::notice::Notice;

/// The newest state of a site, known to the thread that makes it and to every connection.
#[derive(Debug, Default)]
pub(super) struct NewsBoard {
    newest: Mutex<Newest>,
    came: Condvar,
}

/// A state of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Newest {
    /// Counts what was told; 0 before anything was.
    #[serde(skip)]
    pub(super) told: u64,
    /// Counts how often the site was made: a page of another number is old.
    pub(super) made: u64,
    /// What is wrong with the content.
    pub(super) notice: Option<Notice>,
}

impl NewsBoard {
    /// Tells everybody what is wrong with the content as it is now; `is_new` where the site was made from it.
    pub(super) fn tell(&self, is_new: bool, notice: Option<Notice>) {
        let mut newest = self.lock();
        newest.told += 1;
        newest.made += u64::from(is_new);
        newest.notice = notice;
        self.came.notify_all();
    }

    /// The newest state.
    pub(super) fn newest(&self) -> Newest {
        self.lock().clone()
    }

    /// Waits for a state that was told later than a number; answers with the newest one after some time in any case.
    pub(super) fn after(&self, told: u64, wait: Duration) -> Newest {
        let guard = self.lock();
        let waited = self.came.wait_timeout_while(guard, wait, |newest| newest.told <= told);
        waited.unwrap_or_else(PoisonError::into_inner).0.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Newest> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
