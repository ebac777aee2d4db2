//! Licences for data by their SPDX ids, with the page that holds their text.

use crate::routes::is_address;

/// Licences beside those of Creative Commons, whose ids are made by a rule.
const OTHERS: &[(&str, &str)] = &[
    ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ("ODC-By-1.0", "https://opendatacommons.org/licenses/by/1-0/"),
    ("PDDL-1.0", "https://opendatacommons.org/licenses/pddl/1-0/"),
    ("CDLA-Permissive-1.0", "https://cdla.dev/permissive-1-0/"),
    ("CDLA-Permissive-2.0", "https://cdla.dev/permissive-2-0/"),
    ("CDLA-Sharing-1.0", "https://cdla.dev/sharing-1-0/"),
    ("OGL-UK-1.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/1/"),
    ("OGL-UK-2.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/"),
    ("OGL-UK-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    ("OGL-Canada-2.0", "https://open.canada.ca/en/open-government-licence-canada"),
    ("DL-DE-BY-2.0", "https://www.govdata.de/dl-de/by-2-0"),
    ("DL-DE-ZERO-2.0", "https://www.govdata.de/dl-de/zero-2-0"),
    ("etalab-2.0", "https://spdx.org/licenses/etalab-2.0.html"),
    ("NLOD-1.0", "https://data.norge.no/nlod/en/1.0"),
    ("NLOD-2.0", "https://data.norge.no/nlod/en/2.0"),
];

/// The versions that Creative Commons gave its licences.
const VERSIONS: &[&str] = &["1.0", "2.0", "2.5", "3.0", "4.0"];

/// The SPDX id that a text is, if it is that of a licence for data.
pub(crate) fn spdx(text: &str) -> Option<&str> {
    (OTHERS.iter().any(|(id, _)| *id == text) || creative_commons(text).is_some()).then_some(text)
}

/// The page with the words of a licence: by its SPDX id, or because the text is an address itself.
pub(crate) fn licence_page(text: &str) -> Option<String> {
    let other = OTHERS.iter().find(|(id, _)| *id == text).map(|(_, page)| (*page).to_owned());
    other.or_else(|| creative_commons(text)).or_else(|| is_address(text).then(|| text.to_owned()))
}

/// The page of a licence of Creative Commons: `CC-BY-SA-3.0-IGO` at `…/by-sa/3.0/igo/`.
fn creative_commons(id: &str) -> Option<String> {
    let parts = id.strip_prefix("CC-")?;
    let version = VERSIONS.iter().find(|version| parts.split('-').any(|part| part == **version))?;
    let (kind, region) = parts.split_once(version)?;
    let kind = kind.strip_suffix('-')?;
    let kinds = ["BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND"];
    let region = match region.strip_prefix('-') {
        Some(region) if region.len() <= 3 && region.bytes().all(|b| b.is_ascii_uppercase()) => {
            format!("{}/", region.to_lowercase())
        }
        None if region.is_empty() => String::new(),
        _ => return None,
    };
    let kind = kinds.contains(&kind).then(|| kind.to_lowercase())?;
    Some(format!("https://creativecommons.org/licenses/{kind}/{version}/{region}"))
}

#[cfg(test)]
mod tests {
    use super::{licence_page, spdx};

    #[track_caller]
    fn case(text: &str, id: bool, page: Option<&str>) {
        assert_eq!((spdx(text).is_some(), licence_page(text).as_deref()), (id, page), "{text}");
    }

    #[test]
    fn licences_are_known_by_their_ids() {
        case("CC-BY-4.0", true, Some("https://creativecommons.org/licenses/by/4.0/"));
        case("CC-BY-3.0-IGO", true, Some("https://creativecommons.org/licenses/by/3.0/igo/"));
        case("CC-BY-NC-SA-2.5", true, Some("https://creativecommons.org/licenses/by-nc-sa/2.5/"));
        case("CC0-1.0", true, Some("https://creativecommons.org/publicdomain/zero/1.0/"));
        case("ODbL-1.0", true, Some("https://opendatacommons.org/licenses/odbl/1-0/"));
    }

    #[test]
    fn other_texts_are_no_ids() {
        case("Được sử dụng tự do khi ghi nguồn", false, None);
        case("CC-BY-5.0", false, None);
        case("CC-BY-4.0 or so", false, None);
        case("CC-BY", false, None);
        case("https://example.gov.vn/licence", false, Some("https://example.gov.vn/licence"));
    }
}
