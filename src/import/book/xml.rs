//! The little that is needed of XML: elements by their local names, attributes, and texts with their entities.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::unreadable::Unreadable;

/// A step through XML.
pub(super) enum Step<'x> {
    /// An element begins. One that is empty ends at once.
    Start(Element<'x>),
    /// An element ends.
    End(String),
    /// A piece of text.
    Text(String),
}

/// An element that begins.
pub(super) struct Element<'x> {
    /// Its name without the prefix.
    pub(super) name: String,
    tag: BytesStart<'x>,
}

impl Element<'_> {
    /// An attribute by its name without the prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.tag.html_attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        let value: &str = &attribute.value;
        Some(unescape(value).map_or_else(|_| value.to_owned(), |value| value.into_owned()))
    }

    /// Whether an attribute says yes.
    pub(super) fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| value == "1" || value == "true")
    }

    /// An attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// XML, step by step.
pub(super) struct Steps<'x> {
    part: &'x str,
    reader: Reader<&'x [u8]>,
}

impl<'x> Steps<'x> {
    /// Begins at the beginning of a part.
    pub(super) fn of(part: &'x str, text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_dangling_amp = true;
        Self { part, reader }
    }

    /// The next step; none at the end.
    pub(super) fn step(&mut self) -> Result<Option<Step<'x>>, Unreadable> {
        loop {
            let event = self.reader.read_event().map_err(|e| Unreadable::broken(self.part, e))?;
            return Ok(Some(match event {
                Event::Start(tag) => Step::Start(Element { name: tag.local_name().as_ref().to_owned(), tag }),
                Event::End(tag) => Step::End(tag.local_name().as_ref().to_owned()),
                Event::Text(text) => Step::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Step::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => Step::Text(resolved(&entity)),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            }));
        }
    }
}

/// What an entity stands for; one that nobody knows stays as it is written.
fn resolved(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return c.to_string();
    }
    let name = entity.xml10_content();
    let written = format!("&{name};");
    unescape(&written).map_or_else(|_| written.clone(), |text| text.into_owned())
}
