//! A day of the calendar.

use std::fmt;

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date {
    /// The year, 1 to 9999.
    pub(crate) year: u16,
    /// The month, 1 to 12.
    pub(crate) month: u8,
    /// The day of the month, from 1.
    pub(crate) day: u8,
}

impl Date {
    /// That day, or nothing if the calendar has none such.
    #[must_use]
    pub(crate) fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            1..=12 => 31,
            _ => 0,
        };
        ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, and only that.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let digits = |from: usize, to: usize| {
            bytes[from..to].iter().try_fold(0_u16, |n, b| b.is_ascii_digit().then(|| n * 10 + u16::from(b - b'0')))
        };
        Self::new(digits(0, 4)?, u8::try_from(digits(5, 7)?).ok()?, u8::try_from(digits(8, 10)?).ok()?)
    }

    /// The day after; the last day of the calendar is its own.
    #[must_use]
    pub(crate) fn next(self) -> Self {
        let Self { year, month, day } = self;
        let tomorrow = Self::new(year, month, day + 1);
        let month = tomorrow.or_else(|| Self::new(year, month + 1, 1));
        month.or_else(|| Self::new(year + 1, 1, 1)).unwrap_or(self)
    }

    /// How many days lie between this day and 1 March of the year 0, for distances in time (H. Hinnant, "chrono-Compatible
    /// Low-Level Date Algorithms", `days_from_civil`).
    #[must_use]
    pub(crate) fn number(self) -> i32 {
        let (month, day) = (i32::from(self.month), i32::from(self.day));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + of_year
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        assert_eq!(Date::parse(text).map(|d| d.to_string()).as_deref(), expected);
    }

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        case("2019-05-04", Some("2019-05-04"));
        case("2016-02-29", Some("2016-02-29"));
        case("2100-02-29", None);
        case("2019-13-01", None);
        case("2019-5-4", None);
        case("04/05/2019", None);
        case("0000-01-01", None);
    }

    #[track_caller]
    fn follows(day: &str, expected: &str) {
        let (day, next) = (Date::parse(day).unwrap(), Date::parse(expected).unwrap());
        assert_eq!(day.next(), next);
        assert_eq!(next.number() - day.number(), i32::from(day != next));
    }

    #[test]
    fn days_follow_each_other() {
        follows("2019-05-04", "2019-05-05");
        follows("2019-02-28", "2019-03-01");
        follows("2020-02-28", "2020-02-29");
        follows("2019-12-31", "2020-01-01");
        follows("0001-12-31", "0002-01-01");
        follows("9999-12-31", "9999-12-31");
    }

    #[test]
    fn a_year_without_an_edition_is_as_long_as_any() {
        let number = |text: &str| Date::parse(text).unwrap().number();
        assert_eq!(number("2018-12-31") - number("2016-12-31"), 730);
        assert_eq!(number("2016-12-31") - number("2015-12-31"), 366);
    }
}
