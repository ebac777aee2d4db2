//! Asking on a terminal: one question at a time, with numbered answers. Nothing is an answer by itself.

use std::io::{self, BufRead, Write};

use super::line::one_line;
use super::question::{Answered, ImportQuestion, Said, said};

/// How many characters an answer may have; a longer line is none.
const LINE_MAX: u64 = 4096;

/// Whoever answers.
pub(crate) struct Asker<'a> {
    /// Where answers are typed.
    pub(crate) input: &'a mut dyn BufRead,
    /// Where questions are shown.
    pub(crate) output: &'a mut dyn Write,
    /// Whether they are asked in Vietnamese.
    pub(crate) is_vietnamese: bool,
}

impl Asker<'_> {
    /// The answer to a question; none where the input ended.
    ///
    /// # Errors
    /// When a stream refuses.
    pub(crate) fn ask(&mut self, question: &ImportQuestion, n_open: usize) -> io::Result<Option<Answered>> {
        let more = said(format!("({n_open} open)"), format!("(còn {n_open} câu)"));
        self.show(&format!("\n{} {}\n", self.say(&question.asked), self.say(&more)))?;
        for (at, choice) in question.choices.iter().enumerate() {
            self.show(&format!("  {}  {}\n", at + 1, one_line(self.say(&choice.said))))?;
        }
        self.ids(question)?;
        let with_id = said("a number, or an id", "một số, hoặc một mã");
        let number = said("a number", "một số");
        let wanted = if question.ids.is_empty() { number } else { with_id };
        loop {
            self.show(&format!("{}: ", self.say(&wanted)))?;
            let mut line = Vec::new();
            io::Read::take(&mut *self.input, LINE_MAX).read_until(b'\n', &mut line)?;
            if line.is_empty() {
                self.show("\n")?;
                return Ok(None);
            }
            let typed = String::from_utf8_lossy(&line);
            if let Some(answer) = question.answer(&typed) {
                return Ok(Some(answer));
            }
            if typed.trim() == "?" && !question.ids.is_empty() {
                question.ids.iter().try_for_each(|(id, name)| self.show(&format!("  {id}  {}\n", one_line(name))))?;
                continue;
            }
            let n = question.choices.len();
            let again = said(format!("type a number from 1 to {n}"), format!("hãy gõ một số từ 1 đến {n}"));
            self.show(&format!("{}; ", self.say(&again)))?;
        }
    }

    /// What can be done instead, and which ids can be typed.
    fn ids(&mut self, question: &ImportQuestion) -> io::Result<()> {
        if let Some(hint) = &question.hint {
            self.show(&format!("  {}\n", self.say(hint)))?;
        }
        let ids: Vec<&str> = question.ids.iter().map(|(id, _)| id.as_str()).collect();
        let all = match question.more_ids() {
            _ if ids.is_empty() => return Ok(()),
            None => said(format!("ids: {}", ids.join(", ")), format!("các mã: {}", ids.join(", "))),
            Some(n) => said(format!("`?` lists the {n} ids"), format!("gõ `?` để xem {n} mã")),
        };
        self.show(&format!("  {}\n", self.say(&all)))
    }

    fn say<'s>(&self, said: &'s Said) -> &'s str {
        &said[usize::from(self.is_vietnamese)]
    }

    fn show(&mut self, text: &str) -> io::Result<()> {
        self.output.write_all(text.as_bytes())?;
        self.output.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::Asker;
    use crate::import::answers::AnswerSection;
    use crate::import::question::{AnswerChoice, ImportQuestion, said};

    /// What is typed, the answer that is kept and whether it is for all, and what is seen.
    #[track_caller]
    fn case(typed: &str, expected: Option<(&str, bool)>, shown: &str) {
        let choices = vec![
            AnswerChoice::new("so-y-te", said("so-y-te: Sở Y tế", "so-y-te: Sở Y tế")),
            AnswerChoice::leave_out(),
            AnswerChoice::leave_all_out(),
        ];
        let question = ImportQuestion {
            ids: vec![("so-noi-vu".to_owned(), "Sở Nội vụ".to_owned())],
            ..ImportQuestion::new(AnswerSection::Units, "Sở Y", said("which unit is it?", "là đơn vị nào?"), choices)
        };
        let (mut input, mut output) = (typed.as_bytes(), Vec::new());
        let mut asker = Asker { input: &mut input, output: &mut output, is_vietnamese: true };
        let answer = asker.ask(&question, 2).unwrap();
        let answer = answer.as_ref().map(|answer| (answer.value.as_str(), answer.is_for_all));
        assert_eq!(answer, expected);
        assert_eq!(String::from_utf8(output).unwrap(), shown);
    }

    const ASKED: &str = "\nlà đơn vị nào? (còn 2 câu)\n  1  so-y-te: Sở Y tế\n  2  bỏ qua\n  3  bỏ qua mục này và mọi mục \
                         tương tự\n  các mã: so-noi-vu\nmột số, hoặc một mã: ";

    #[test]
    fn an_answer_is_a_number_or_an_id_and_nothing_else() {
        case("1\n", Some(("so-y-te", false)), ASKED);
        case("3\n", Some(("no", true)), ASKED);
        case("so-noi-vu\n", Some(("so-noi-vu", false)), ASKED);
        case("so-y-te\n", Some(("so-y-te", false)), ASKED);
        case("Không\n", Some(("no", false)), ASKED);
        let listed = format!("{ASKED}  so-noi-vu  Sở Nội vụ\nmột số, hoặc một mã: ");
        case("?\n2\n", Some(("no", false)), &listed);
        let again = format!("{ASKED}hãy gõ một số từ 1 đến 3; một số, hoặc một mã: ");
        case("\n2\n", Some(("no", false)), &again);
        case("4\n2\n", Some(("no", false)), &again);
        case("0\n2\n", Some(("no", false)), &again);
        case("so-x\n2\n", Some(("no", false)), &again);
        case("có\n2\n", Some(("no", false)), &again);
        case("", None, &format!("{ASKED}\n"));
        case("x\n", None, &format!("{again}\n"));
    }
}
