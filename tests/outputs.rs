//! What becomes of an output: of what others laid into it, of editions that would vanish, of files of any size.

mod common;

#[path = "outputs/drafts.rs"]
mod drafts;
#[path = "outputs/foreign.rs"]
mod foreign;
#[path = "outputs/hosts.rs"]
mod hosts;
#[path = "outputs/vanished.rs"]
mod vanished;
