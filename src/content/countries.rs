//! Codes of countries that are taken for languages.

/// Codes of countries that are no languages, each with the language that is meant.
const COUNTRIES: [(&str, &str); 6] =
    [("vn", "vi"), ("us", "en"), ("gb", "en"), ("cn", "zh"), ("jp", "ja"), ("kr", "ko")];

/// The language that is meant by the code of a country; none where it is no such code.
pub(super) fn language_of(country: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|(code, _)| *code == country).map(|(_, language)| *language)
}
