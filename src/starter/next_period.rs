//! The days that a new edition assesses, as those of the last one say.

use crate::model::{Date, Edition, Period};

/// The days of a new edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NextPeriod {
    /// The days; the calendar year where nobody knows them.
    pub(super) days: Period,
    /// How they are known.
    pub(super) shift: Shift,
}

/// How the days of a new edition follow from those of the last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shift {
    /// They are the calendar year.
    Calendar,
    /// The same days, so many years later.
    Years(u16),
    /// The so many months behind them.
    Months(u16),
    /// They do not follow.
    Open,
}

impl NextPeriod {
    /// Its last day, as a period.
    pub(super) fn last_day(self) -> Period {
        Period { from: self.days.to, to: self.days.to }
    }

    /// Whether the file has to name its days.
    pub(super) fn is_written(self) -> bool {
        match self.shift {
            Shift::Calendar | Shift::Open => false,
            Shift::Years(_) | Shift::Months(_) => true,
        }
    }
}

/// The days of the edition of an id and a year, by those of the edition that it is taken from.
#[must_use]
pub(super) fn next_period(id: &str, year: u16, from: Option<&Edition>) -> NextPeriod {
    let calendar = |year| Period { from: Date { year, month: 1, day: 1 }, to: Date { year, month: 12, day: 31 } };
    let known = |days, shift| NextPeriod { days, shift };
    let open = known(calendar(year), Shift::Open);
    let Some(from) = from else {
        return if id == year.to_string() { known(calendar(year), Shift::Calendar) } else { open };
    };
    let (is_calendar, is_alike) = (from.period == calendar(from.year), part(id) == part(&from.id));
    if is_calendar {
        return if is_alike { known(calendar(year), Shift::Calendar) } else { open };
    }
    if is_alike {
        let years = i32::from(year) - i32::from(from.year);
        return match (later(from.period, years), u16::try_from(years)) {
            (Some(days), Ok(years)) => known(days, Shift::Years(years)),
            _ => open,
        };
    }
    match behind(from.period).filter(|(days, _)| days.from.year == year) {
        Some((days, months)) => known(days, Shift::Months(months)),
        None => open,
    }
}

/// What an id says beside the year: `-h1` of `2018-h1`.
pub(crate) fn part(id: &str) -> &str {
    id.trim_start_matches(|c: char| c.is_ascii_digit())
}

/// The same days, some years later. A period that ends with February does so in every year.
fn later(period: Period, years: i32) -> Option<Period> {
    let later = |day: Date| {
        let year = u16::try_from(i32::from(day.year) + years).ok()?;
        Date::new(year, day.month, day.day).or_else(|| Date::new(year, day.month, day.day - 1))
    };
    let (from, mut to) = (later(period.from)?, later(period.to)?);
    if ends_month(period.to) && !ends_month(to) {
        to = to.next();
    }
    Some(Period { from, to })
}

/// As many whole months as a period has, right behind it, and how many these are.
fn behind(period: Period) -> Option<(Period, u16)> {
    let Period { from, to } = period;
    if from.day != 1 || !ends_month(to) {
        return None;
    }
    let number = |day: Date| day.year * 12 + u16::from(day.month) - 1;
    let months = number(to) - number(from) + 1;
    let first = to.next();
    let after = number(first) + months;
    let end = Date::new(after / 12, u8::try_from(after % 12).ok()? + 1, 1)?;
    let days = (28..=31).rev().find_map(|day| {
        let before = after - 1;
        Date::new(before / 12, u8::try_from(before % 12).ok()? + 1, day)
    })?;
    (days.next() == end).then_some((Period { from: first, to: days }, months))
}

fn ends_month(day: Date) -> bool {
    day.next().day == 1
}

#[cfg(test)]
mod tests {
    use super::{behind, later, part};
    use crate::model::{Date, Period};

    fn period(text: &str) -> Period {
        let (from, to) = text.split_once(' ').unwrap();
        Period { from: Date::parse(from).unwrap(), to: Date::parse(to).unwrap() }
    }

    #[test]
    fn the_same_days_of_another_year_end_with_the_month() {
        let case = |text, years, expected| assert_eq!(later(period(text), years), Some(period(expected)), "{text}");
        case("2018-01-01 2018-06-30", 1, "2019-01-01 2019-06-30");
        case("2018-08-01 2019-07-31", 2, "2020-08-01 2021-07-31");
        case("2019-03-01 2020-02-29", 1, "2020-03-01 2021-02-28");
        case("2018-03-01 2019-02-28", 1, "2019-03-01 2020-02-29");
        assert_eq!(later(period("9999-01-01 9999-06-30"), 1), None);
    }

    #[test]
    fn as_many_months_follow() {
        let case = |text, expected: Option<(&str, u16)>| {
            assert_eq!(behind(period(text)), expected.map(|(text, months)| (period(text), months)), "{text}");
        };
        case("2018-01-01 2018-06-30", Some(("2018-07-01 2018-12-31", 6)));
        case("2018-07-01 2018-12-31", Some(("2019-01-01 2019-06-30", 6)));
        case("2019-10-01 2019-12-31", Some(("2020-01-01 2020-03-31", 3)));
        case("2019-11-01 2019-12-31", Some(("2020-01-01 2020-02-29", 2)));
        case("2018-01-15 2018-06-30", None);
        case("2018-01-01 2018-06-29", None);
    }

    #[test]
    fn an_id_says_more_than_the_year() {
        assert_eq!(["2018", "2018-h1"].map(part), ["", "-h1"]);
    }
}
