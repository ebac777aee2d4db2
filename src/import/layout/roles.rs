//! What each column holds, by its heading and by its cells.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::facts::ColumnFound;
use super::heading_words::{HeadingWord, has_word, is_name_heading};
use super::names::NameColumns;
use super::order::{agrees, is_sum};
use super::text::is_digits;
use super::year_columns::{year_columns, year_of};
use crate::import::table::{OtherColumn, Role};
use crate::words::fold;

/// A role, and whether it is beyond doubt.
pub(super) type Decided = (Role, bool);

/// The roles of all columns; `title` is what stands above the table and the name of its sheet.
///
/// Where several columns of several years stand beside each other, none is beyond doubt.
pub(super) fn roles(columns: &[ColumnFound], names: &NameColumns, unit_names: &[String], title: &str) -> Vec<Decided> {
    let years = year_columns(columns);
    let mut roles: Vec<Decided> = columns
        .iter()
        .map(|column| match year_of(column).filter(|_| years.one.contains(&column.column)) {
            Some(year) => (Role::Year(year), true),
            None => role(column, columns, names, unit_names),
        })
        .collect();
    if years.one.is_empty() {
        decide_total(columns, &mut roles, title);
    }
    // Of several columns of several years it is not sure which are wanted.
    for (column, role) in columns.iter().zip(&mut roles) {
        role.1 &= !years.several.contains(&column.column);
    }
    for position in 0..roles.len() {
        if let (Role::Rank { .. }, is_sure) = &roles[position] {
            let (of, is_clear) = ranked(position, columns, &roles);
            roles[position] = (Role::Rank { of }, *is_sure && is_clear);
        }
    }
    roles
}

fn role(column: &ColumnFound, columns: &[ColumnFound], names: &NameColumns, unit_names: &[String]) -> Decided {
    let is_main = column.column == names.main || Some(column.column) == names.left;
    if is_main {
        return (Role::Name, true);
    }
    if column.n_filled() == 0 {
        return (Role::Other(OtherColumn::Blank), true);
    }
    let has_heading = !column.headings.is_empty();
    let n = column.n_filled();
    let n_ranks = column.ranks.iter().flatten().count();
    match column.word {
        // Words that numbers contradict leave a doubt.
        Some(HeadingWord::Numbering) => {
            return (Role::Numbering, column.known().all(|number| number.fract().is_zero()));
        }
        Some(HeadingWord::Note) => {
            return if column.is_numeric() { (Role::Criterion, false) } else { (Role::Note, true) };
        }
        Some(HeadingWord::Change) => return (Role::Other(OtherColumn::Change), true),
        Some(HeadingWord::When) if !column.is_numeric() || column.known().all(is_year) => {
            return (Role::Other(OtherColumn::When), true);
        }
        Some(HeadingWord::Id) => return (Role::Id, true),
        Some(HeadingWord::Rank) => return (Role::Rank { of: None }, (n_ranks + column.n_marks) * 10 >= n * 8),
        Some(HeadingWord::Maxima | HeadingWord::Criteria) => return (Role::Other(OtherColumn::Scale), false),
        Some(HeadingWord::Class) if column.n_numbers <= column.n_words + column.n_marks => return (Role::Class, true),
        Some(HeadingWord::Group) if !column.is_numeric() => return (Role::Group, true),
        // Of formulas that were never computed only the heading tells what they are.
        Some(HeadingWord::Total) if column.is_numeric() || column.n_marks * 2 > n => return (Role::Total, true),
        Some(HeadingWord::Context) if column.is_numeric() => return (Role::Criterion, false),
        Some(
            HeadingWord::Class | HeadingWord::Group | HeadingWord::Total | HeadingWord::Context | HeadingWord::When,
        )
        | None => {}
    }
    let is_first = columns.iter().filter(|other| other.n_filled() > 0).all(|other| other.column >= column.column);
    let is_before_names = column.column < names.main;
    if !column.is_numeric() {
        return words_role(column, unit_names, has_heading);
    }
    if (is_first || is_before_names) && is_running(column) {
        return (Role::Numbering, true);
    }
    if is_before_names && is_long_id(column) {
        return (Role::Id, true);
    }
    if column.n_ranges > 0 && n_ranks == column.n_numbers + column.n_ranges {
        return (Role::Rank { of: None }, false);
    }
    let are_years = || column.known().all(is_year) && column.known().count() == column.n_numbers;
    if column.n_numbers > 0 && are_years() {
        return (Role::Other(OtherColumn::When), false);
    }
    let is_rare = column.n_numbers * 5 < column.numbers.len();
    let is_odd = matches!(column.word, Some(HeadingWord::Class | HeadingWord::Group | HeadingWord::When));
    (Role::Criterion, has_heading && !is_rare && !is_odd && !could_be_ranks(column))
}

/// Small whole numbers from 1 on, nearly all different: these may be ranks though nothing says so.
fn could_be_ranks(column: &ColumnFound) -> bool {
    let numbers: BTreeSet<Decimal> = column.known().collect();
    let n = column.n_numbers;
    let is_whole = numbers.iter().all(|number| number.fract().is_zero() && *number > Decimal::ZERO);
    let (first, last) = (numbers.first().copied(), numbers.last().copied());
    let most = Decimal::from(3 * column.numbers.len());
    n >= 3
        && is_whole
        && numbers.len() * 10 >= n * 8
        && first.is_some_and(|n| n <= Decimal::TWO)
        && last.is_some_and(|n| n <= most)
}

/// The role of a column of texts.
fn words_role(column: &ColumnFound, unit_names: &[String], has_heading: bool) -> Decided {
    let n = column.n_words + column.n_marks;
    let folded: BTreeSet<String> = column.texts.iter().map(|text| fold(text)).collect();
    let n_same = unit_names.iter().filter(|name| folded.contains(&fold(name))).count();
    let heading = column.headings.last().map_or("", |(_, text)| text.as_str());
    if n_same * 10 >= unit_names.len() * 6 {
        return (Role::Name, true);
    }
    if column.texts.len() == 1 && n >= 3 {
        return (Role::Other(OtherColumn::Constant), true);
    }
    let is_letters =
        |text: &String| text.chars().count() <= 5 && text.split([',', ' ']).all(|part| part.chars().count() <= 2);
    if column.n_marks > 0 && column.n_words == 0 && has_heading {
        return (Role::Criterion, false);
    }
    let is_letter_heading = heading.chars().count() <= 1;
    if (!has_heading || is_letter_heading) && column.texts.iter().all(is_letters) {
        return (Role::Note, true);
    }
    let is_code = |text: &String| {
        text.len() <= 6 && text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-')
    };
    if column.texts.len() == n && column.texts.iter().all(is_code) {
        return (Role::Id, true);
    }
    if is_name_heading(heading) {
        let is_distinct = column.texts.len() * 10 >= n * 8;
        return if is_distinct { (Role::Name, true) } else { (Role::Group, false) };
    }
    // Texts that begin with digits may hold values in a form that was not understood.
    let n_digits = column.texts.iter().filter(|text| text.starts_with(|c: char| c.is_ascii_digit())).count();
    (Role::Other(OtherColumn::Words), n_digits * 10 < column.texts.len() * 8)
}

/// 1, 2, 3 … in the order of the rows, gaps allowed.
fn is_running(column: &ColumnFound) -> bool {
    let numbers: Vec<Decimal> = column.known().collect();
    let is_whole = numbers.iter().all(|number| number.fract().is_zero() && *number > Decimal::ZERO);
    let rises = numbers.windows(2).filter(|pair| pair[1] == pair[0] + Decimal::ONE || pair[1] == Decimal::ONE).count();
    numbers.len() >= 2 && is_whole && numbers.len() == column.n_numbers && rises * 10 >= (numbers.len() - 1) * 8
}

/// Whole numbers of the same length, all different: codes of an office.
fn is_long_id(column: &ColumnFound) -> bool {
    let numbers: Vec<String> = column.known().map(|number| number.normalize().to_string()).collect();
    let distinct: BTreeSet<&String> = numbers.iter().collect();
    let is_digits_only = numbers.iter().all(|number| is_digits(number));
    let is_long = numbers.iter().all(|number| number.len() >= 5 && number.len() == numbers[0].len());
    numbers.len() >= 2 && is_digits_only && distinct.len() == numbers.len() && is_long
}

fn is_year(number: Decimal) -> bool {
    number.fract().is_zero() && number >= Decimal::from(1000) && number <= Decimal::from(2100)
}

/// Finds the one total: by its heading, as the sum of the others, or as what the ranks follow.
fn decide_total(columns: &[ColumnFound], roles: &mut [Decided], title: &str) {
    let positions =
        |role: &Role, roles: &[Decided]| -> Vec<usize> { (0..roles.len()).filter(|i| roles[*i].0 == *role).collect() };
    let told = positions(&Role::Total, roles);
    let criteria = positions(&Role::Criterion, roles);
    if let [first, others @ ..] = told.as_slice() {
        // One total; what else is called so has to be asked.
        let is_exact = |i: &usize| {
            ["tong diem", "tong so diem", "total score", "overall score"].contains(&&*fold(columns[*i].inner()))
        };
        let best = told.iter().find(|i| is_exact(i)).unwrap_or(first);
        let is_one = others.is_empty() || is_exact(best);
        for i in &told {
            roles[*i] = if i == best { (Role::Total, is_one) } else { (Role::Criterion, false) };
        }
        return;
    }
    let sum = criteria.iter().copied().find(|i| {
        let others: Vec<&ColumnFound> = criteria.iter().filter(|other| *other != i).map(|i| &columns[*i]).collect();
        others.len() >= 2 && is_sum(&columns[*i], &others)
    });
    if let Some(sum) = sum {
        roles[sum] = (Role::Total, true);
        return;
    }
    if let [only] = criteria.as_slice() {
        let heading = fold(columns[*only].inner());
        let is_told = ["diem", "score", "index", "chi so"].iter().any(|word| has_word(&heading, word));
        let is_ranked = |i: usize| matches!(roles[i].0, Role::Rank { .. }) && agrees(&columns[i], &columns[*only]);
        let is_told = is_told || (0..roles.len()).any(is_ranked);
        roles[*only] = (Role::Total, is_told);
        return;
    }
    // The first column of ranks is that of the whole; later ones are of parts, or of other years.
    let ranked: Vec<usize> = roles
        .iter()
        .position(|(role, _)| matches!(role, Role::Rank { .. }))
        .into_iter()
        .flat_map(|rank| {
            let fits: Vec<usize> = criteria.iter().copied().filter(|i| agrees(&columns[rank], &columns[*i])).collect();
            // Ranks below the name of a criterion are those of that criterion.
            let is_of_part = |i: &usize| is_of_same_group(rank, *i, columns);
            if fits.iter().any(is_of_part) {
                return Vec::new();
            }
            if fits.len() == 1 { fits } else { Vec::new() }
        })
        .collect();
    if let [total, ..] = ranked.as_slice() {
        let heading = columns[*total].headings.iter().map(|(_, text)| fold(text)).collect::<Vec<_>>().join(" ");
        let is_told = ["index", "score", "diem", "chi so"].iter().any(|word| has_word(&heading, word));
        roles[*total] = (Role::Total, is_told);
        return;
    }
    if let Some(total) = criteria.iter().copied().find(|i| is_named_in(columns[*i].inner(), title)) {
        roles[total] = (Role::Total, false);
    }
}

/// Whether a heading is a name in capitals that the title has too, as `SIGI 2023` of `Social Institutions … (SIGI)`.
fn is_named_in(heading: &str, title: &str) -> bool {
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    let is_capital = |word: &str| word.len() >= 3 && word.chars().all(|c| c.is_ascii_uppercase());
    let in_title = || title.split(|c: char| !c.is_alphanumeric());
    let initials: String = in_title().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    words.any(|word| is_capital(word) && (in_title().any(|other| other == word) || initials.contains(word)))
}

/// Which column ranks follow, and whether that is clear.
fn ranked(rank: usize, columns: &[ColumnFound], roles: &[Decided]) -> (Option<usize>, bool) {
    let is_score = |i: &usize| matches!(roles[*i].0, Role::Criterion | Role::Total | Role::Year(_));
    let fits: Vec<usize> = (0..roles.len()).filter(is_score).filter(|i| agrees(&columns[rank], &columns[*i])).collect();
    let total = roles.iter().position(|(role, _)| *role == Role::Total);
    // What stands beside it below another heading is of something else.
    let is_apart = |i: &usize| columns[rank].headings.len() > 1 && !is_of_same_group(rank, *i, columns);
    let beside = [rank.checked_sub(1), Some(rank + 1)].into_iter().flatten();
    let beside = beside.filter(|i| fits.contains(i)).find(|i| !is_apart(i));
    match (fits.as_slice(), beside, total.filter(|total| fits.contains(total))) {
        ([one], _, _) => (Some(*one), true),
        (_, _, Some(total)) if beside.is_none() || beside == Some(total) => (Some(total), true),
        (_, Some(beside), _) => (Some(beside), true),
        ([], _, _) => {
            // No column is followed by these ranks. Those of the total, or of the one score beside them, should be.
            let first = roles.iter().position(|(role, _)| matches!(role, Role::Rank { .. }));
            let own =
                (0..roles.len()).filter(|i| is_score(i) && is_of_same_group(rank, *i, columns)).collect::<Vec<_>>();
            match (total.filter(|_| first == Some(rank)), own.as_slice()) {
                (Some(total), _) => (Some(total), false),
                (None, [one]) => (Some(*one), false),
                (None, _) => (None, true),
            }
        }
        _ => (None, false),
    }
}

/// Whether two columns stand below the same outermost heading.
fn is_of_same_group(a: usize, b: usize, columns: &[ColumnFound]) -> bool {
    let outer = |i: usize| columns[i].headings.first().filter(|_| columns[i].headings.len() > 1).map(|(_, text)| text);
    outer(a).is_some() && outer(a) == outer(b)
}
