//! What `--help` and the manual pages say in Vietnamese: the texts of a file, put in place of those of the code.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command};

use crate::diagnostics::CliLanguage;

/// Blocks that begin with `# COMMAND OPTION VALUE`: a line, and for a command what more there is to be known.
const TEXTS: &str = include_str!("vi.txt");

/// The command that clap adds to every list of commands.
const HELP: &str = "help";

/// Options that every command has: their texts stand once.
const EVERYWHERE: &str = "";

/// The commands with their texts in a language, ready to read arguments.
pub(super) fn in_language(mut commands: Command, language: CliLanguage) -> Command {
    if language == CliLanguage::English {
        return commands;
    }
    commands.build();
    in_vietnamese(commands, "")
}

/// A command whose name stands behind those of the commands that it belongs to.
fn in_vietnamese(command: Command, above: &str) -> Command {
    let path = path_of(&command, above);
    let usage = usage(&command);
    let page = page(&command);
    let command = command
        .override_usage(usage)
        .help_template(page)
        .mut_args(|arg| worded(arg, &path))
        .mut_subcommands(|below| if path == HELP { below } else { in_vietnamese(below, &path) });
    let Some(text) = text(if path.is_empty() { "scorebook" } else { &path }) else { return command };
    match text.split_once("\n\n") {
        Some((first, rest)) => command.about(first.to_owned()).long_about(format!("{first}.\n\n{rest}")),
        None => command.about(text).long_about(None),
    }
}

/// The names of the commands that lead to one, as they are typed; nothing for the program itself. Every list of commands has
/// a `help`, which is the same everywhere.
fn path_of(command: &Command, above: &str) -> String {
    let own = match command.get_name() {
        "scorebook" => "",
        HELP => return HELP.to_owned(),
        own => own,
    };
    [above, own].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How a command is typed.
fn usage(command: &Command) -> String {
    let english = command.clone().render_usage().to_string();
    let typed = english.split_once(':').map_or(english.as_str(), |(_, typed)| typed);
    typed.trim().replace("[OPTIONS]", "[TUỲ CHỌN]").replace("<COMMAND>", "<LỆNH>").replace("[COMMAND]", "[LỆNH]")
}

/// What stands on a help page, in the order of every command.
fn page(command: &Command) -> String {
    let mut page = "{before-help}{about-with-newline}\nCách dùng: {usage}".to_owned();
    if command.has_subcommands() {
        page.push_str("\n\nCác lệnh:\n{subcommands}");
    }
    if command.get_positionals().next().is_some() {
        page.push_str("\n\nTham số:\n{positionals}");
    }
    page.push_str("\n\nTuỳ chọn:\n{options}{after-help}");
    page
}

/// An option or argument with its text, and behind it the values that it takes and the one that it has without being
/// written.
fn worded(arg: Arg, path: &str) -> Arg {
    let Some((key, told)) = key_of(&arg, path) else { return arg };
    let takes = arg.get_action().takes_values();
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let values = if takes { values } else { Vec::new() };
    let default = arg.get_default_values().first().filter(|_| takes).map(|value| value.to_string_lossy().into_owned());
    let default = default.map(|value| format!(" [mặc định: {value}]")).unwrap_or_default();
    let short = match values.as_slice() {
        [] => format!("{told}{default}"),
        values => format!("{told} [giá trị: {}]{default}", values.join(", ")),
    };
    let long = (!values.is_empty()).then(|| format!("{told}{default}\n\nCác giá trị:\n{}", list(&key, &values)));
    let arg = arg.help(short).hide_possible_values(true).hide_default_value(true);
    match long {
        Some(long) => arg.long_help(long),
        None => arg.long_help(None),
    }
}

/// The commands in a language for a shell that completes them: what a value means is told with the value. Arguments are not
/// read with them.
pub(super) fn for_shells(commands: Command, language: CliLanguage) -> Command {
    if language == CliLanguage::English { commands } else { with_values(commands, "") }
}

fn with_values(command: Command, above: &str) -> Command {
    let path = path_of(&command, above);
    command.mut_args(|arg| valued(arg, &path)).mut_subcommands(|below| with_values(below, &path))
}

/// An option whose values tell in Vietnamese what they mean.
fn valued(arg: Arg, path: &str) -> Arg {
    let values = arg.get_possible_values();
    if values.is_empty() || !arg.get_action().takes_values() {
        return arg;
    }
    let key = key_of(&arg, path).map_or_else(String::new, |(key, _)| key);
    let told = |value: PossibleValue| match text(&format!("{key} {}", value.get_name())) {
        Some(told) => value.help(told),
        None => value,
    };
    arg.value_parser(PossibleValuesParser::new(values.into_iter().map(told).collect::<Vec<_>>()))
}

/// The key of an option's text, its own or that of all commands, and the text.
fn key_of(arg: &Arg, path: &str) -> Option<(String, &'static str)> {
    let own = name_of(arg);
    let keys = [path, EVERYWHERE].map(|path| format!("{path} {own}").trim_start().to_owned());
    keys.into_iter().find_map(|key| text(&key).map(|told| (key, told)))
}

/// The values of an option, each with what it means where that is told.
fn list(key: &str, values: &[String]) -> String {
    let width = values.iter().map(String::len).max().unwrap_or(0);
    let line = |value: &String| match text(&format!("{key} {value}")) {
        Some(told) => format!("- {:width$} {told}", format!("{value}:"), width = width + 1),
        None => format!("- {value}"),
    };
    values.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What an option or an argument is called in the texts.
fn name_of(arg: &Arg) -> String {
    let value = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    arg.get_long().map(|long| format!("--{long}")).or(value).unwrap_or_else(|| arg.get_id().to_string())
}

/// The text of a command, an option, an argument or a value.
fn text(key: &str) -> Option<&'static str> {
    blocks().find(|(name, _)| *name == key).map(|(_, text)| text)
}

fn blocks() -> impl Iterator<Item = (&'static str, &'static str)> {
    let whole = TEXTS.strip_prefix("# ").unwrap_or(TEXTS);
    whole.split("\n# ").filter_map(|block| block.split_once('\n')).map(|(name, text)| (name, text.trim_end()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Command, CommandFactory as _};

    use super::super::Arguments;
    use super::{HELP, blocks, name_of, path_of, text};

    /// The keys of everything that the help pages tell, without those of the lists that clap makes.
    fn keys(command: &Command, above: &str, found: &mut BTreeSet<String>) {
        let path = path_of(command, above);
        found.insert(if path.is_empty() { "scorebook".to_owned() } else { path.clone() });
        if path == HELP {
            return;
        }
        for arg in command.get_arguments() {
            let name = name_of(arg);
            let own = format!("{path} {name}").trim_start().to_owned();
            let key = if text(&own).is_none() && text(&name).is_some() { name } else { own };
            let told = arg.get_possible_values().into_iter().filter(|value| value.get_help().is_some());
            let told: Vec<String> = told.map(|value| format!("{key} {}", value.get_name())).collect();
            found.extend(if arg.get_action().takes_values() { told } else { Vec::new() });
            found.insert(key);
        }
        for below in command.get_subcommands() {
            keys(below, &path, found);
        }
    }

    #[test]
    fn every_command_option_and_value_has_its_text_in_vietnamese_and_no_text_is_left_over() {
        let mut commands = Arguments::command();
        commands.build();
        let mut needed = BTreeSet::new();
        keys(&commands, "", &mut needed);
        let there: Vec<&str> = blocks().map(|(name, _)| name).collect();
        let known: BTreeSet<String> = there.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(there.len(), known.len(), "a text stands twice");
        let missing: Vec<_> = needed.difference(&known).collect();
        let unused: Vec<_> = known.difference(&needed).collect();
        assert!(missing.is_empty() && unused.is_empty(), "missing: {missing:#?}, unused: {unused:#?}");
        for (name, text) in blocks() {
            assert!(!text.is_empty() && !text.lines().next().unwrap_or_default().ends_with('.'), "{name}: {text}");
        }
    }
}
