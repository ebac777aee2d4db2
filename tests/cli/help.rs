//! The help pages in Vietnamese, completions of shells and manual pages.

use super::common::Site;

#[track_caller]
fn page(arguments: &[&str]) -> String {
    let ran = Site::minimal().run(arguments);
    ran.must_end_with(0);
    assert_eq!(ran.err, "");
    ran.out
}

#[test]
fn the_help_of_a_command_is_in_vietnamese_as_a_whole() {
    let expected = "\
Hiện bảng xếp hạng của một kỳ

Cách dùng: scorebook rank [TUỲ CHỌN] <YEAR>

Tham số:
  <YEAR>  Kỳ xếp hạng, chẳng hạn 2018

Tuỳ chọn:
";
    let short = page(&["--lang", "vi", "rank", "-h"]);
    assert!(short.starts_with(expected), "{short}");
    assert_eq!(page(&["--lang", "vi", "rank", "--help"]), page(&["--lang", "vi", "help", "rank"]));
}

#[test]
fn no_help_page_in_vietnamese_has_english_words() {
    let english =
        ["Usage", "Options", "Commands", "default", "possible", "Possible", "Print", " the ", "OPTIONS", "COMMAND>"];
    let root = page(&["--lang", "vi", "--help"]);
    let commands = root.lines().skip_while(|line| *line != "Các lệnh:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> =
        commands.filter(|line| !line.starts_with("    ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 12, "{names:?}");
    for name in names.iter().filter(|name| **name != "help") {
        for flag in ["-h", "--help"] {
            let page = page(&["--lang", "vi", name, flag]);
            assert_eq!(english.iter().find(|word| page.contains(**word)), None, "{page}");
            assert!(page.contains("Cách dùng: scorebook ") && page.contains("Tuỳ chọn:\n"), "{page}");
        }
    }
    assert_eq!(english.iter().find(|word| root.contains(**word)), None, "{root}");
}

#[test]
fn the_version_names_that_of_the_format() {
    for lang in ["en", "vi"] {
        assert_eq!(
            page(&["--lang", lang, "--version"]),
            concat!("scorebook ", env!("CARGO_PKG_VERSION"), " (format 1)\n")
        );
    }
}

#[test]
fn shells_are_told_every_command_and_what_values_mean() {
    for (shell, words) in [
        ("bash", ["_scorebook()", "--drafts"]),
        ("fish", ["human\\t'kèm đoạn trích của tệp và gợi ý'", "-l drafts -d 'Dựng cả các kỳ có `status: draft`'"]),
        ("zsh", ["#compdef scorebook", "kèm đoạn trích của tệp và gợi ý"]),
        ("powershell", ["Register-ArgumentCompleter", "Dựng cả các kỳ có"]),
        ("elvish", ["edit:completion", "Dựng cả các kỳ có"]),
    ] {
        let script = page(&["--lang", "vi", "completions", shell]);
        assert_eq!(words.iter().find(|word| !script.contains(**word)), None, "{shell}: {script}");
        assert!(!script.contains("Annotations of GitHub"), "{shell}");
    }
    let script = page(&["--lang", "en", "completions", "fish"]);
    assert!(script.contains("github\\t'Annotations of GitHub Actions'"), "{script}");
    let ran = Site::minimal().run(&["--lang", "vi", "completions", "sh"]);
    ran.must_end_with(2);
    let told = "lỗi: giá trị `sh` của `<SHELL>` không dùng được\n  = gợi ý: các giá trị dùng được: `bash`, `elvish`, `fish`, `powershell`, `zsh`\n";
    assert!(ran.err.starts_with(told), "{}", ran.err);
}

/// Whether a bash knows what follows when the script is read: the words that it offers.
#[test]
fn bash_completes_with_the_script() {
    let site = Site::minimal();
    site.write("complete.bash", page(&["completions", "bash"]));
    let typed = "source complete.bash; COMP_WORDS=(scorebook check --fo); COMP_CWORD=2; _scorebook scorebook --fo check; \
                 echo \"${COMPREPLY[*]}\"; COMP_WORDS=(scorebook check --format ''); COMP_CWORD=3; \
                 _scorebook scorebook '' --format; echo \"${COMPREPLY[*]}\"";
    let ran = std::process::Command::new("bash").args(["-c", typed]).current_dir(site.path("")).output();
    let ran = ran.expect("bash is there");
    assert_eq!(String::from_utf8_lossy(&ran.stdout), "--format\nhuman short json github sarif\n", "{ran:?}");
}

#[test]
fn manual_pages_are_made_of_the_help() {
    let expected = [
        (
            "en",
            "rank",
            [
                ".TH scorebook-rank 1",
                ".SH NAME\nscorebook\\-rank \\- Shows the ranking of an edition\n",
                "Possible values:",
            ],
        ),
        (
            "vi",
            "rank",
            [
                ".TH scorebook-rank 1",
                ".SH \"TÊN\"\nscorebook\\-rank \\- Hiện bảng xếp hạng của một kỳ\n",
                "Các giá trị:",
            ],
        ),
    ];
    for (lang, command, words) in expected {
        let page = page(&["--lang", lang, "man", command]);
        assert_eq!(words.iter().find(|word| !page.contains(**word)), None, "{page}");
    }
    let version = env!("CARGO_PKG_VERSION");
    assert!(page(&["man", "import"]).contains(&format!("\"scorebook {version}\" Scorebook\n")));
    assert!(page(&["man", "theme", "eject"]).contains(".TH scorebook-theme-eject 1"));
    assert!(page(&["man"]).contains("scorebook\\-verify(1)\n"));
    for (arguments, told) in [
        (&["man", "bild"][..], "error: no command is called `bild`; did you mean `build`?\n"),
        (&["--lang", "vi", "man", "theme", "x"], "lỗi: không có lệnh `x`; các lệnh là eject, help\n"),
        (&["man", "rank", "x"], "error: no command is called `x`\n"),
    ] {
        let ran = Site::minimal().run(arguments);
        ran.must_end_with(2);
        assert_eq!(ran.err, told);
    }
}
