//! The terminal as somebody sits before it: questions are read off the screen of a real one, answers are typed on its keys.

use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rust_xlsxwriter::Workbook;

use crate::common::Site;

/// How long a screen may take to show what is awaited: other tests run beside it.
const PATIENCE: Duration = Duration::from_secs(60);

/// A terminal in which a command runs.
struct Terminal {
    socket: PathBuf,
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

impl Terminal {
    /// Runs the program in a folder; none where there is no tmux.
    #[expect(clippy::print_stderr, reason = "who runs the test sees that it looked at nothing")]
    fn open(site: &Site, arguments: &str) -> Option<Self> {
        if Command::new("tmux").arg("-V").output().is_err() {
            eprintln!("not tried: there is no program `tmux`, which shows a terminal");
            return None;
        }
        let terminal = Self { socket: site.path("terminal") };
        let program = assert_cmd::cargo::cargo_bin!("scorebook");
        let line = format!("'{}' {arguments}; echo \"ended with $?\"; sleep 600", program.display());
        let folder = site.path("").display().to_string();
        terminal.tmux(&["-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "60", "-c", &folder, &line]);
        Some(terminal)
    }

    fn tmux(&self, arguments: &[&str]) -> String {
        let mut tmux = Command::new("tmux");
        tmux.arg("-u").arg("-S").arg(&self.socket).args(arguments);
        tmux.env("LANG", "C.UTF-8").env("SHELL", "/bin/sh").env_remove("LC_ALL").env_remove("TMUX");
        let ran = tmux.output().expect("tmux runs");
        String::from_utf8_lossy(&ran.stdout).into_owned()
    }

    /// What stands on the screen, without the empty lines at its foot.
    fn screen(&self) -> String {
        self.tmux(&["capture-pane", "-p", "-J", "-S", "-"]).trim_end().to_owned()
    }

    /// Waits until the screen ends with a text.
    #[track_caller]
    fn shows(&self, end: &str) {
        let begin = Instant::now();
        while !self.screen().ends_with(end.trim_end()) {
            assert!(begin.elapsed() < PATIENCE, "{end:?} is awaited on:\n{}", self.screen());
            sleep(Duration::from_millis(20));
        }
    }

    /// Waits for a question, and types the answer.
    #[track_caller]
    fn answer(&self, question: &str, typed: &str) {
        self.shows(question);
        let before = self.screen();
        self.tmux(&["send-keys", "-l", "--", typed]);
        self.tmux(&["send-keys", "Enter"]);
        let begin = Instant::now();
        while self.screen() == before {
            assert!(begin.elapsed() < PATIENCE, "nothing is typed on:\n{before}");
            sleep(Duration::from_millis(20));
        }
    }
}

/// A site of two units, made of a sheet, and a sheet of the next year that leaves something open.
fn site() -> Site {
    let site = Site::new("");
    site.write(
        "kq.csv",
        "Đơn vị,Hạ tầng,Tổng điểm,Xếp hạng\nSở Y tế,36,36,1\nSở Nội vụ,30,30,2\nSở Tư pháp,30,30,2\nSở Y,9,9,4\n",
    );
    site.run(&["import", "kq.csv", "--year", "2024", "--new-site", "--yes"]).must_end_with(0);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let rows = [("Sở Y tế", Some(36)), ("Sở Nội vụu", Some(30)), ("Sở Tư pháp", None), ("Sở Y", Some(9))];
    sheet.write_row(0, 0, ["Đơn vị", "Hạ tầng"]).expect("a header");
    for (row, (name, score)) in (1..).zip(rows) {
        sheet.write_string(row, 0, name).expect("a name");
        match score {
            Some(score) => sheet.write_number(row, 1, score),
            None => sheet.write_string(row, 1, "-"),
        }
        .expect("a cell");
    }
    site.write("kq.xlsx", workbook.save_to_buffer().expect("a workbook"));
    site
}

#[test]
fn an_import_asks_on_the_screen_and_takes_what_is_typed() {
    let site = site();
    let Some(terminal) = Terminal::open(&site, "--lang vi import kq.xlsx --year 2025") else { return };
    terminal.answer("một số:", "1");
    terminal.answer("một số, hoặc một mã:", "gì");
    terminal.answer("một số, hoặc một mã:", "so-noi-vu");
    terminal.answer("một số:", "missing");
    terminal.answer("một số:", "có");
    terminal.shows("ended with 0");
    assert_eq!(terminal.screen(), include_str!("../data/import/screen-of-an-import.txt").trim_end());
    let lines = "    so-y-te:    { ha-tang: 36 } # A2\n    so-noi-vu:  { ha-tang: 30 } # A3\n    \
                 so-tu-phap: { ha-tang: missing } # A4\n    so-y:       { ha-tang: 9 } # A5\n";
    assert!(site.read("content/scores/2025.yaml").ends_with(lines));
}

#[test]
fn a_unit_is_added_by_answers_on_the_screen() {
    let site = site();
    let Some(terminal) = Terminal::open(&site, "--lang vi add unit") else { return };
    terminal.answer("Mã đơn vị, ví dụ so-moi:", "so-y-te");
    terminal.answer("Mã đơn vị, ví dụ so-moi:", "so-moi");
    terminal.answer("Tên:", "Sở Mới");
    terminal.answer("Nhóm (all):", "all");
    terminal.shows("ended with 0");
    let screen = "Mã đơn vị, ví dụ so-moi: so-y-te\nđã có đơn vị mang mã `so-y-te`\nMã đơn vị, ví dụ so-moi: so-moi\n\
                  Tên: Sở Mới\nNhóm (all): all\ncontent/units.yaml\n+   so-moi:     { name: Sở Mới, group: all }\n\
                  ended with 0";
    assert_eq!(terminal.screen(), screen);
    assert!(site.read("content/units.yaml").contains("\n  so-moi:     { name: Sở Mới, group: all }\n"));
}
