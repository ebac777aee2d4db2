//! Texts of cells: those that cells share, and texts of several pieces.

use super::unreadable::Unreadable;
use super::xml::{Element, Step, Steps};

/// Texts that cells share, by their number.
pub(super) fn shared_texts(part: &str, text: &str) -> Result<Vec<String>, Unreadable> {
    let (mut texts, mut steps) = (Vec::new(), Steps::of(part, text));
    while let Some(step) = steps.step()? {
        if let Step::Start(element) = step
            && element.name == "si"
        {
            texts.push(rich_text(&mut steps, "si")?);
        }
    }
    Ok(texts)
}

/// The text within an element, its pieces joined: without readings of Asian letters, and with what is raised as raised
/// letters, so that `Rank` with a small 1 does not become `Rank1`.
pub(super) fn rich_text(steps: &mut Steps<'_>, until: &str) -> Result<String, Unreadable> {
    let (mut text, mut in_text, mut in_reading, mut is_raised) = (String::new(), false, false, false);
    while let Some(step) = steps.step()? {
        match step {
            Step::Start(element) => match element.name.as_str() {
                "t" => in_text = true,
                "rPh" => in_reading = true,
                "r" => is_raised = false,
                "vertAlign" => is_raised = is_superscript(&element),
                _ => {}
            },
            Step::End(name) => match name.as_str() {
                "t" => in_text = false,
                "rPh" => in_reading = false,
                name if name == until => break,
                _ => {}
            },
            Step::Text(piece) if in_text && !in_reading => match is_raised {
                true => text.extend(piece.chars().map(raised)),
                false => text.push_str(&piece),
            },
            Step::Text(_) => {}
        }
    }
    Ok(unescaped(&text))
}

fn is_superscript(element: &Element<'_>) -> bool {
    element.attribute("val").is_some_and(|value| value == "superscript")
}

/// A letter or digit above the line; others stay.
pub(super) fn raised(c: char) -> char {
    const PLAIN: &str = "0123456789abcdefghijklmnoprstuvwxyz+-()";
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁺⁻⁽⁾";
    PLAIN.chars().zip(RAISED.chars()).find(|(plain, _)| *plain == c).map_or(c, |(_, raised)| raised)
}

/// `_x000D_` is how a sign is written that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                out.push(c);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::shared_texts;

    #[track_caller]
    fn case(items: &str, texts: &[&str]) {
        assert_eq!(shared_texts("x", &format!("<sst>{items}</sst>")).unwrap(), texts);
    }

    #[test]
    fn pieces_are_joined_and_what_is_raised_stays_raised() {
        case("<si><t>Sở Y tế</t></si><si/>", &["Sở Y tế", ""]);
        case("<si><r><t>Tổng </t></r><r><rPr><b/></rPr><t>điểm</t></r></si>", &["Tổng điểm"]);
        case("<si><r><t>Rank</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1,a</t></r></si>", &["Rank¹,ᵃ"]);
        case("<si><t>東京</t><rPh><t>トウキョウ</t></rPh></si>", &["東京"]);
        case("<si><t>a &amp; b &#x110; &#10;_x000D_ _x_</t></si>", &["a & b Đ \n\r _x_"]);
    }
}
