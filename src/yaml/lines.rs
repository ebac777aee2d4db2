//! The lines of a text: where they begin, how deep they are, and which stand above and below.

use std::ops::Range;

/// The end of the last line below that is indented deeper than this one.
pub(super) fn end_of_deeper(text: &str, line: &Range<usize>) -> usize {
    end_below(text, line, indent(text, line))
}

/// The end of the last line below that is indented by more spaces.
pub(super) fn end_below(text: &str, line: &Range<usize>, depth: usize) -> usize {
    lines_below(text, line)
        .take_while(|below| text[below.clone()].trim().is_empty() || indent(text, below) > depth)
        .last()
        .map_or(line.end, |below| below.end)
}

/// The end of the last line below that is indented as this one, or deeper.
pub(super) fn end_of_level(text: &str, line: &Range<usize>) -> usize {
    let depth = indent(text, line);
    lines_below(text, line)
        .take_while(|below| text[below.clone()].trim().is_empty() || indent(text, below) >= depth)
        .last()
        .map_or(line.end, |below| below.end)
}

/// The lines above a line, the nearest first.
pub(super) fn lines_above<'s>(source: &'s str, line: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'s> {
    let mut start = line.start;
    std::iter::from_fn(move || {
        let newline = source[..start].rfind('\n')?;
        let above = line_at(source, newline);
        start = above.start;
        Some(above)
    })
}

/// The lines below a line.
pub(super) fn lines_below<'s>(source: &'s str, line: &Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'s> {
    let mut end = line.end;
    std::iter::from_fn(move || {
        (end + 1 < source.len()).then(|| {
            let line = line_at(source, end + 1);
            end = line.end;
            line
        })
    })
}

/// The line around a byte, without its end and without the mark of the encoding.
pub(super) fn line_at(source: &str, at: usize) -> Range<usize> {
    let bytes = source.as_bytes();
    let at = at.min(bytes.len());
    let start = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |newline| newline + 1);
    let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |newline| at + newline);
    let mark = if start == 0 && source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    start + mark..end
}

/// How many spaces a line begins with.
pub(super) fn indent(source: &str, line: &Range<usize>) -> usize {
    source[line.clone()].bytes().take_while(|&byte| byte == b' ').count()
}

/// The character at a byte; nothing at the end of a line.
pub(super) fn character(source: &str, at: usize) -> Range<usize> {
    let at = at.min(source.len());
    let length = source[at..].chars().next().filter(|c| !matches!(c, '\n' | '\r')).map_or(0, char::len_utf8);
    at..at + length
}
