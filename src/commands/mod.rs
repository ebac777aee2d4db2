//! What a user can ask: one file a command. Only `streams` prints.

mod add;
mod announce;
mod ask;
mod build;
mod check;
mod completions;
mod diff;
mod edited;
mod explain;
mod explain_rank;
mod help;
mod import;
mod init;
mod input;
mod machine;
mod man;
mod new;
mod rank;
mod read_announcement;
mod refusal;
mod removed;
mod schema;
mod seal;
mod serve;
mod spoken;
mod streams;
mod theme;
mod typed;
mod usage;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Command as Commands, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::diagnostics::CliLanguage;
use crate::writers::workbook::is_told_as_refusal;

/// The version of the program, and that of the files it reads.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (format 1)");

/// Publishes yearly rankings: YAML score files in, a checked static site out.
#[derive(Debug, Parser)]
#[command(name = "scorebook", version = VERSION, about, max_term_width = 100)]
struct Arguments {
    /// The folder that holds content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".", global = true)]
    site: PathBuf,

    /// Language of the messages; without it, that of LANG
    #[arg(long, value_enum)]
    lang: Option<Lang>,

    /// Colour in messages
    #[arg(long, value_enum, default_value_t = Colour::Auto, global = true)]
    color: Colour,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(add::AddArgs),
    Announce(announce::Announce),
    Build(build::Build),
    Check(check::CheckArgs),
    Completions(completions::Completions),
    Diff(diff::Diff),
    Explain(explain::Explain),
    ExplainRank(explain_rank::ExplainRank),
    Import(Box<import::ImportArgs>),
    Init(init::Init),
    Man(man::ManArgs),
    New(new::New),
    Rank(rank::RankArgs),
    ReadAnnouncement(read_announcement::ReadAnnouncement),
    Schema(schema::Schema),
    Seal(seal::SealArgs),
    Serve(serve::Serve),
    Theme(theme::ThemeArgs),
    Verify(verify::VerifyArgs),
}

/// A language of the messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Lang {
    /// English
    En,
    /// Tiếng Việt
    Vi,
}

/// When messages have colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ExitStatus {
    /// It did what was asked.
    Done,
    /// The input has faults.
    Faults,
    /// It was used wrongly.
    Usage,
    /// The machine refused.
    Machine,
}

impl ExitStatus {
    fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Faults => 1,
            Self::Usage => 2,
            Self::Machine => 3,
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(end: ExitStatus) -> Self {
        Self::from(end.code())
    }
}

/// What every command needs to know of how it was called.
#[derive(Debug)]
struct Invocation {
    site: PathBuf,
    language: CliLanguage,
    colour: bool,
    /// All commands with their help in a language.
    commands: fn(CliLanguage) -> Commands,
}

/// Runs the command that the arguments of the program name.
#[must_use]
pub fn run() -> ExitCode {
    tell_panics();
    let asked = language(lang_asked());
    let read = commands(asked).try_get_matches();
    let arguments = match read.and_then(|read| Arguments::from_arg_matches(&read)) {
        Ok(arguments) => arguments,
        Err(said) => return streams::show_usage(&said, asked).into(),
    };
    let call = Invocation {
        language: language(arguments.lang),
        colour: colour(arguments.color),
        site: arguments.site,
        commands,
    };
    let end = match arguments.command {
        Command::Add(add) => add.run(&call),
        Command::Announce(announce) => announce.run(&call),
        Command::Build(build) => build.run(&call),
        Command::Check(check) => check.run(&call),
        Command::Completions(completions) => completions.run(&call),
        Command::Diff(diff) => diff.run(&call),
        Command::Explain(explain) => explain.run(&call),
        Command::ExplainRank(explain) => explain.run(&call),
        Command::Import(import) => import.run(&call),
        Command::Init(init) => init.run(&call),
        Command::Man(man) => man.run(&call),
        Command::New(new) => new.run(&call),
        Command::Rank(rank) => rank.run(&call),
        Command::ReadAnnouncement(read) => read.run(&call),
        Command::Schema(schema) => schema.run(&call),
        Command::Seal(seal) => seal.run(&call),
        Command::Serve(serve) => serve.run(&call),
        Command::Theme(theme) => theme.run(&call),
        Command::Verify(verify) => verify.run(&call),
    };
    end.into()
}

/// All commands with their help in a language.
fn commands(language: CliLanguage) -> Commands {
    help::in_language(Arguments::command(), language)
}

/// Leaves panics untold that a command tells as a refusal of the machine.
fn tell_panics() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !is_told_as_refusal(panic) {
            tell(panic);
        }
    }));
}

/// The language that the arguments ask for, where they cannot be read as a whole.
fn lang_asked() -> Option<Lang> {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).filter_map(|argument| argument.into_string().ok()).collect();
    let apart = arguments.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1].as_str());
    let mut named = apart.chain(arguments.iter().filter_map(|argument| argument.strip_prefix("--lang=")));
    named.find_map(|name| Lang::from_str(name, false).ok())
}

/// The language of the messages: as asked, else as the system says.
fn language(asked: Option<Lang>) -> CliLanguage {
    let system = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
    };
    match asked {
        Some(Lang::En) => CliLanguage::English,
        Some(Lang::Vi) => CliLanguage::Vietnamese,
        None if system().is_some_and(|lang| lang.starts_with("vi")) => CliLanguage::Vietnamese,
        None => CliLanguage::English,
    }
}

/// Whether messages have colour.
fn colour(asked: Colour) -> bool {
    match asked {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => streams::is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
    }
}
