//! The digits of numbers as they display, without the detour of a text for each: a site has millions of them.

use std::io::Write as _;

use rust_decimal::Decimal;

/// How many bytes the digits of a number take, with its sign and its dot.
pub(crate) fn len(number: Decimal) -> usize {
    let whole = number.mantissa().unsigned_abs().checked_ilog10().map_or(1, |tens| tens as usize + 1);
    let decimals = number.scale() as usize;
    usize::from(number.is_sign_negative()) + whole.max(decimals + 1) + usize::from(decimals > 0)
}

/// Adds the digits of a number to some text in UTF-8.
pub(crate) fn push(number: Decimal, out: &mut Vec<u8>) {
    let Ok(mut rest) = u64::try_from(number.mantissa().unsigned_abs()) else {
        // Writing into memory cannot fail.
        let _ = write!(out, "{number}");
        return;
    };
    // Room for all digits of the mantissa, and for zeros before as many decimals as there can be.
    let mut digits = [b'0'; 32];
    let (mut first, dot) = (digits.len(), digits.len() - number.scale() as usize);
    while rest > 0 {
        first -= 1;
        digits[first] += u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
    }
    let (whole, decimals) = digits.split_at(dot);
    if number.is_sign_negative() {
        out.push(b'-');
    }
    out.extend(&whole[first.min(dot - 1)..]);
    if !decimals.is_empty() {
        out.push(b'.');
        out.extend(decimals);
    }
}

/// The digits of a number.
pub(crate) fn of(number: Decimal) -> String {
    let mut out = Vec::with_capacity(32);
    push(number, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    #[track_caller]
    fn case(number: Decimal, expected: &str) {
        assert_eq!(super::of(number), expected);
        assert_eq!(number.to_string(), expected);
        assert_eq!(super::len(number), expected.len(), "{expected}");
    }

    #[test]
    fn numbers_have_the_digits_that_they_display() {
        case(Decimal::new(9_360, 2), "93.60");
        case(Decimal::new(-7, 3), "-0.007");
        case(-Decimal::new(0, 2), "-0.00");
        case(Decimal::new(0, 0), "0");
        case(Decimal::new(5, 1), "0.5");
        case(Decimal::new(100, 2), "1.00");
        case(Decimal::new(1, 28), "0.0000000000000000000000000001");
        case(Decimal::new(i64::MAX, 28), "0.0000000009223372036854775807");
        case(Decimal::new(i64::MIN, 3), "-9223372036854775.808");
        case(Decimal::from(u64::MAX), "18446744073709551615");
        case(Decimal::MAX, "79228162514264337593543950335");
        case(Decimal::MIN, "-79228162514264337593543950335");
    }
}
