//! Why an edition is compared with none before it.

use crate::model::{EditionIdx, Status};
use crate::report::model::Report;

/// Why an edition is compared with none before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoneBefore {
    /// It is the first one.
    First,
    /// All before it, so many, are withdrawn.
    Withdrawn(usize),
    /// None before it assesses as long a period.
    Length,
    /// There is one, and the publisher names none.
    Chosen,
}

impl NoneBefore {
    /// Why that edition of a report is compared with none.
    pub(crate) fn of(report: &Report<'_>, index: EditionIdx) -> Self {
        let own = report.edition(index).period;
        let earlier = report.editions().filter(|(other, edition)| *other < index && edition.period.to < own.to);
        let (mut withdrawn, mut others) = (0, 0);
        for (_, edition) in earlier {
            match edition.status {
                Status::Withdrawn => withdrawn += 1,
                Status::Draft | Status::Provisional | Status::Official if edition.period.is_as_long_as(own) => {
                    return Self::Chosen;
                }
                Status::Draft | Status::Provisional | Status::Official => others += 1,
            }
        }
        match (others, withdrawn) {
            (0, 0) => Self::First,
            (0, _) => Self::Withdrawn(withdrawn),
            _ => Self::Length,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NoneBefore;
    use crate::report::model::Report;
    use crate::tree::{File, Tree};
    use crate::{Options, examine};

    /// Why the edition of 2024 has none before it, beside others with what their score files say.
    #[track_caller]
    fn case(others: &[(&str, &str)], expected: NoneBefore) {
        let scores = "scheme: s\nprevious: none\nscores: { g: { a: { x: 1 } } }\n";
        let mut files = vec![
            ("site.yaml".to_owned(), "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [en]\n".to_owned()),
            ("units.yaml".to_owned(), "groups: { g: { name: G } }\nunits: { a: { name: A, group: g } }\n".to_owned()),
            ("schemes/s.yaml".to_owned(), "title: S\ncriteria: [{ id: x, name: X, max: 10 }]\n".to_owned()),
        ];
        for (id, more) in others.iter().chain(&[("2024", "status: official")]) {
            let text = format!("year: {}\n{more}\n{scores}", &id[..4]);
            files.push((format!("scores/{id}.yaml"), text));
        }
        files.sort();
        let file = |(path, text): (String, String)| File { path: format!("content/{path}"), bytes: text.into_bytes() };
        let content = Tree { files: files.into_iter().map(file).collect(), ..Tree::default() };
        let examined = examine(&content, &Options::default());
        assert_eq!(examined.faults.errors(), 0, "{:?}", examined.faults);
        let examined = examined.value.expect("a content that can be read");
        let report = Report::of(&examined.series, &examined.rankings);
        assert_eq!(NoneBefore::of(&report, examined.series.latest().expect("an edition")), expected);
    }

    #[test]
    fn an_edition_has_none_before_it_for_a_reason() {
        let half = "status: official\nperiod: { from: 2023-07-01, to: 2023-12-31 }";
        case(&[], NoneBefore::First);
        case(&[("2022", "status: withdrawn"), ("2023", "status: withdrawn")], NoneBefore::Withdrawn(2));
        case(&[("2023-h2", half)], NoneBefore::Length);
        case(&[("2022", "status: withdrawn"), ("2023-h2", half)], NoneBefore::Length);
        case(&[("2022", "status: official"), ("2023", "status: withdrawn")], NoneBefore::Chosen);
    }
}
