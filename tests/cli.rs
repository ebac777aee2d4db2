//! The command line: commands and options, exit codes, how faults are told and where.

mod common;

#[path = "cli/add.rs"]
mod add;
#[path = "cli/announce.rs"]
mod announce;
#[path = "cli/commands.rs"]
mod commands;
#[path = "cli/diff.rs"]
mod diff;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/explain_rank.rs"]
mod explain_rank;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/guides.rs"]
mod guides;
#[path = "cli/help.rs"]
mod help;
#[path = "cli/host.rs"]
mod host;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/init.rs"]
mod init;
#[path = "cli/new.rs"]
mod new;
#[path = "cli/places.rs"]
mod places;
#[path = "cli/preview.rs"]
mod preview;
#[path = "cli/read_announcement.rs"]
mod read_announcement;
#[path = "cli/schema.rs"]
mod schema;
#[path = "cli/seal.rs"]
mod seal;
#[path = "cli/serve.rs"]
mod serve;
#[path = "cli/slips.rs"]
mod slips;
#[path = "cli/streams.rs"]
mod streams;
#[path = "cli/terminal.rs"]
mod terminal;
#[path = "cli/verify.rs"]
mod verify;
#[path = "cli/verify_host.rs"]
mod verify_host;
#[path = "cli/words.rs"]
mod words;
#[path = "cli/wrong_use.rs"]
mod wrong_use;
