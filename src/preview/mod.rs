//! The site while it is edited: kept in memory, made again at each change, shown by browsers of this machine alone.
//!
//! One thread, [`LiveSite`], holds what is planned and answers for files, each made when it is asked for; a thread for
//! each connection speaks HTTP; [`Watcher`] says when something changed. Nothing is written to the disk.

mod known_languages;
mod live;
mod news;
mod notice;
mod reply;
mod request;
mod server;
mod site_files;
mod watcher;

pub(crate) use live::{LiveSite, PreviewEvent, ReadInput, Shared, Stand};
pub(crate) use server::{Server, bind};
pub(crate) use watcher::{Watched, Watcher};
