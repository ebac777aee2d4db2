//! Says when something changed in the folders of a site.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher as _};

/// For how long it is quiet before a change is told: what saves a file may write, rename and remove several.
const QUIET: Duration = Duration::from_millis(12);

/// How often a change that never becomes quiet is told all the same.
const NOISE: usize = 40;

/// How often folders are looked at where the system tells nothing.
const POLL: Duration = Duration::from_millis(500);

/// Watches the input of a site.
pub(crate) struct Watcher;

/// How a site is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Watched {
    /// The system tells each change at once.
    AtOnce,
    /// The folders are looked at twice a second.
    BySight,
}

impl Watcher {
    /// Calls `changed` after each change in the folders of that name in a site, also where one of them is not there yet, until
    /// `changed` answers that nobody listens any more.
    ///
    /// # Errors
    /// When the site folder cannot be watched in any way.
    pub(crate) fn start(
        site: &Path,
        folders: &[&str],
        changed: impl FnMut() -> bool + Send + 'static,
    ) -> io::Result<Watched> {
        let folders: Vec<PathBuf> = folders.iter().map(|folder| site.join(folder)).collect();
        let (send, events) = mpsc::channel();
        let at_once = RecommendedWatcher::new(send.clone(), Config::default());
        if let Ok(watcher) = at_once
            && let Ok(eye) = Eye::open(watcher, site, &folders)
        {
            thread::spawn(move || eye.look(&events, changed));
            return Ok(Watched::AtOnce);
        }
        let by_sight = PollWatcher::new(send, Config::default().with_poll_interval(POLL));
        let eye = by_sight.and_then(|watcher| Eye::open(watcher, site, &folders)).map_err(io::Error::other)?;
        thread::spawn(move || eye.look(&events, changed));
        Ok(Watched::BySight)
    }
}

/// A watcher of the package with what it watches.
struct Eye<W> {
    watcher: W,
    folders: Vec<PathBuf>,
}

impl<W: notify::Watcher> Eye<W> {
    fn open(mut watcher: W, site: &Path, folders: &[PathBuf]) -> notify::Result<Self> {
        watcher.watch(site, RecursiveMode::NonRecursive)?;
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(Self { watcher, folders: folders.to_vec() })
    }

    fn look(mut self, events: &Receiver<notify::Result<Event>>, mut changed: impl FnMut() -> bool) {
        while let Ok(event) = events.recv() {
            let mut matters = self.matters(event);
            for _ in 0..NOISE {
                match events.recv_timeout(QUIET) {
                    Ok(event) => matters |= self.matters(event),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            if matters && !changed() {
                return;
            }
        }
    }

    /// Whether an event speaks of the input. A folder that came or went is watched anew.
    fn matters(&mut self, event: notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        for folder in self.folders.iter().filter(|folder| event.paths.contains(folder)) {
            let _ = self.watcher.unwatch(folder);
            let _ = self.watcher.watch(folder, RecursiveMode::Recursive);
        }
        event.need_rescan() || event.paths.iter().any(|path| self.folders.iter().any(|folder| path.starts_with(folder)))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc;
    use std::time::Duration;

    use super::Watcher;

    #[test]
    fn a_change_of_the_input_is_told_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().canonicalize().unwrap();
        fs::create_dir_all(site.join("content/scores")).unwrap();
        let (send, told) = mpsc::channel();
        Watcher::start(&site, &["content", "themes"], move || send.send(()).is_ok()).unwrap();
        let come = || told.recv_timeout(Duration::from_secs(5)).is_ok();
        let write = |path: &str| {
            fs::create_dir_all(site.join(path).parent().unwrap()).unwrap();
            fs::write(site.join(path), "text").unwrap();
        };
        write("content/scores/2018.yaml");
        assert!(come(), "a file in a folder that was there");
        write("themes/own/assets/theme.css");
        assert!(come(), "a folder that came later");
        while told.recv_timeout(Duration::from_millis(200)).is_ok() {}
        write("themes/own/assets/theme.css");
        assert!(come(), "a file in a folder that came later");
        while told.recv_timeout(Duration::from_millis(200)).is_ok() {}
        write("output/index.html");
        assert!(told.recv_timeout(Duration::from_millis(200)).is_err(), "a file that is no input");
    }
}
