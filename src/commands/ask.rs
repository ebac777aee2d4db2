//! What a command needs and was not given: asked for on a terminal, and named where there is none.

use std::io::{BufRead, Write};

use crate::diagnostics::CliLanguage;

/// Where questions are asked and answered.
pub(super) struct Terminal<'t> {
    pub(super) answers: &'t mut dyn BufRead,
    pub(super) questions: &'t mut dyn Write,
}

/// What was given, and what is still needed.
pub(super) struct Dialogue<'t> {
    language: CliLanguage,
    terminal: Option<Terminal<'t>>,
    missing: Vec<&'static str>,
}

impl<'t> Dialogue<'t> {
    /// A dialogue on a terminal; without one nothing is asked.
    pub(super) fn new(language: CliLanguage, terminal: Option<Terminal<'t>>) -> Self {
        Self { language, terminal, missing: Vec::new() }
    }

    /// What was given; else the answer to a question in English and Vietnamese, which is asked until there is one. Without a
    /// terminal, and where its answers end, the option is noted as missing.
    pub(super) fn need(&mut self, option: &'static str, given: Option<&str>, question: [&str; 2]) -> String {
        if let Some(given) = given {
            return given.to_owned();
        }
        loop {
            match self.ask(question) {
                Some(answer) if answer.is_empty() => {}
                Some(answer) => return answer,
                None => {
                    self.missing.push(option);
                    return String::new();
                }
            }
        }
    }

    /// As [`Self::need`]; an answer that does not fit is told why, and asked again.
    pub(super) fn need_that(
        &mut self,
        option: &'static str,
        given: Option<&str>,
        question: [&str; 2],
        fits: &dyn Fn(&str) -> Result<(), [String; 2]>,
    ) -> String {
        loop {
            let answer = self.need(option, given, question);
            if given.is_some() || answer.is_empty() {
                return answer;
            }
            let Err([english, vietnamese]) = fits(&answer) else { return answer };
            let why = if self.language == CliLanguage::Vietnamese { vietnamese } else { english };
            let told = self.terminal.as_mut().map(|terminal| writeln!(terminal.questions, "{why}"));
            if !matches!(told, Some(Ok(()))) {
                return answer;
            }
        }
    }

    /// What was given; else the answer to a question, if there is somebody who answers more than nothing.
    pub(super) fn may(&mut self, given: Option<&str>, question: [&str; 2]) -> Option<String> {
        match given {
            Some(given) => Some(given.to_owned()),
            None => self.ask(question).filter(|answer| !answer.is_empty()),
        }
    }

    /// Why it cannot go on, where something is missing.
    pub(super) fn complete(&self) -> Result<(), [String; 2]> {
        if self.missing.is_empty() {
            return Ok(());
        }
        let options = self.missing.join(", ");
        Err([
            format!("{options} needed; on a terminal it is asked for"),
            format!("thiếu {options}; trong cửa sổ dòng lệnh thì chương trình sẽ hỏi"),
        ])
    }

    /// The answer to a question; none without a terminal, and where its answers end.
    fn ask(&mut self, [english, vietnamese]: [&str; 2]) -> Option<String> {
        let question = if self.language == CliLanguage::Vietnamese { vietnamese } else { english };
        let terminal = self.terminal.as_mut()?;
        write!(terminal.questions, "{question}: ").and_then(|()| terminal.questions.flush()).ok()?;
        let mut line = String::new();
        let read = terminal.answers.read_line(&mut line).ok()?;
        (read > 0).then(|| line.trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{Dialogue, Terminal};
    use crate::diagnostics::CliLanguage;

    #[test]
    fn what_is_missing_is_asked_until_it_is_there() {
        let (mut answers, mut questions) = ("\n \nSở Mới\n\nso\n".as_bytes(), Vec::new());
        let terminal = Terminal { answers: &mut answers, questions: &mut questions };
        let mut dialogue = Dialogue::new(CliLanguage::Vietnamese, Some(terminal));
        assert_eq!(dialogue.need("ID", Some("so-moi"), ["Id", "Mã"]), "so-moi");
        assert_eq!(dialogue.need("--name", None, ["Name", "Tên"]), "Sở Mới");
        assert_eq!(dialogue.may(None, ["Name in en", "Tên en"]), None);
        assert_eq!(dialogue.need("--group", None, ["Group", "Nhóm"]), "so");
        assert_eq!(dialogue.complete(), Ok(()));
        assert_eq!(dialogue.need("--date", None, ["Day", "Ngày"]), "");
        assert!(dialogue.complete().unwrap_err()[1].starts_with("thiếu --date; "));
        assert_eq!(String::from_utf8(questions).unwrap(), "Tên: Tên: Tên: Tên en: Nhóm: Ngày: ");
    }

    #[test]
    fn without_a_terminal_it_is_named() {
        let mut dialogue = Dialogue::new(CliLanguage::English, None);
        assert_eq!(dialogue.need("--name", None, ["Name", "Tên"]), "");
        assert_eq!(dialogue.may(None, ["Name in en", "Tên en"]), None);
        assert_eq!(dialogue.need("--group", None, ["Group", "Nhóm"]), "");
        let why = "--name, --group needed; on a terminal it is asked for";
        assert_eq!(dialogue.complete().unwrap_err()[0], why);
    }
}
