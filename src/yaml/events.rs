//! The parser's events in our own words: the only file that names the YAML package.

use std::borrow::Cow;

use serde_yaml::granit_parser as parser;

use parser::{ErrorKind, Parser, ScalarStyle, StrInput, StructureStyle};

use super::trouble::Trouble;
use super::{KEY_CHARS_MAX, Kind, NESTING_MAX};

/// A step through the text.
pub(super) struct YamlEvent<'t> {
    /// What it is.
    pub(super) what: What<'t>,
    /// Its first byte.
    pub(super) start: u32,
    /// The byte after its last one.
    pub(super) end: u32,
    /// The number of the anchor that it defines, counted from 1; 0 for none.
    pub(super) anchor: usize,
    /// Where its tag stands.
    pub(super) tag: Option<(u32, u32)>,
}

/// What a step is.
pub(super) enum What<'t> {
    /// The start of a document.
    Document,
    /// A value with its escapes and folds resolved.
    Scalar(Cow<'t, str>, Style),
    /// The start of a list or map; true for one in brackets.
    Open(Kind, bool),
    /// The end of the innermost list or map.
    Close,
    /// A use of an anchor, by its number.
    Alias(usize),
    /// A use of an anchor that nobody defined before.
    AliasUnknown,
}

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Without quotes.
    Plain,
    /// In quotes.
    Quoted,
    /// As an indented text after `|` or `>`.
    Block,
}

/// Where the parser gives up, and why.
#[derive(Debug)]
pub(super) struct Halt {
    /// The byte that it stopped at.
    pub(super) at: usize,
    /// What troubled it.
    pub(super) trouble: Trouble,
}

/// The events of a text.
pub(super) struct Events<'t> {
    parser: Parser<'t, StrInput<'t>>,
}

impl<'t> Events<'t> {
    /// Starts at the beginning of a text.
    pub(super) fn of(text: &'t str) -> Self {
        let options = parser::options! {
            emit_comments: false,
            emit_unresolved_aliases: true,
            disallow_directives: true,
            flow_nesting_limit: NESTING_MAX,
            block_nesting_limit: NESTING_MAX,
            // Somewhat longer keys are still recognised, so that the fault can name their length.
            simple_key_max_lookahead: 4 * KEY_CHARS_MAX,
        };
        Self { parser: Parser::new_from_str_with_options(text, options) }
    }

    /// The next step; none at the end of the text.
    pub(super) fn next(&mut self) -> Result<Option<YamlEvent<'t>>, Halt> {
        while let Some(step) = self.parser.next_event() {
            let (event, span) = step.map_err(|fault| Halt {
                at: fault.marker().byte_offset().unwrap_or_default(),
                trouble: trouble(fault.kind()),
            })?;
            if let Some((what, anchor)) = translate(event) {
                let (start, end) = bytes(&span);
                let tag = span.tag_span().as_ref().map(bytes);
                return Ok(Some(YamlEvent { what, start, end, anchor, tag }));
            }
        }
        Ok(None)
    }
}

/// The bytes of a span; a text of 64 MiB is far below the limit of the type.
fn bytes(span: &parser::Span) -> (u32, u32) {
    let range = span.byte_range().unwrap_or_default();
    (u32::try_from(range.start).unwrap_or(u32::MAX), u32::try_from(range.end).unwrap_or(u32::MAX))
}

/// An event in our words with its anchor; none for one that says nothing about the content.
fn translate(event: parser::Event<'_>) -> Option<(What<'_>, usize)> {
    Some(match event {
        parser::Event::DocumentStart(..) => (What::Document, 0),
        parser::Event::Scalar(value, style, anchor, _) => (What::Scalar(value, scalar_style(style)), anchor),
        parser::Event::SequenceStart(style, anchor, _) => {
            (What::Open(Kind::List, style == StructureStyle::Flow), anchor)
        }
        parser::Event::MappingStart(style, anchor, _) => (What::Open(Kind::Map, style == StructureStyle::Flow), anchor),
        parser::Event::SequenceEnd | parser::Event::MappingEnd => (What::Close, 0),
        parser::Event::Alias(target) => (What::Alias(target), 0),
        parser::Event::UnresolvedAlias(_) => (What::AliasUnknown, 0),
        _ => return None,
    })
}

fn scalar_style(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
    }
}

/// What troubled the parser, by what an author can do about it.
fn trouble(kind: &ErrorKind) -> Trouble {
    use ErrorKind as K;
    match kind {
        K::DirectiveDisallowed
        | K::MissingDocumentEndBeforeDirective
        | K::DirectiveByteLimitExceeded { .. }
        | K::InvalidDirectiveName
        | K::MissingDirectiveName => Trouble::Directive,
        K::RecursionLimitExceeded => Trouble::Nesting,
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabAtBlockScalarStart
        | K::TabInIndentation
        | K::TabInPlainScalar => Trouble::Tab,
        K::UnclosedFlowCollection { .. }
        | K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping => Trouble::BracketOpen,
        K::MismatchedFlowCollectionEnd { open, close } => Trouble::BracketMismatch { open: *open, close: *close },
        K::MisplacedFlowCollectionEnd => Trouble::BracketStray,
        K::ExpectedFlowMappingSeparator | K::ExpectedFlowSequenceSeparator => Trouble::CommaMissing,
        K::BlockEntryInFlowCollection => Trouble::ItemInBracket,
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar | K::InvalidQuotedScalarIndent => {
            Trouble::QuoteOpen
        }
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => Trouble::QuoteTail,
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate
        | K::InvalidUnicodeEscape => Trouble::Escape,
        K::UnexpectedCharacter { character } => Trouble::Character(*character),
        K::BomInsideDocument => Trouble::Character('\u{feff}'),
        K::MappingValueNotAllowed | K::InvalidColonPlacement | K::FlowMappingValueAdjacentCollection => {
            Trouble::ColonMisplaced
        }
        K::SimpleKeyExpected | K::InvalidSimpleKey => Trouble::KeyWithoutColon,
        K::ExpectedBlockMappingKey
        | K::ExpectedBlockSequenceEntry
        | K::InvalidIndentation
        | K::BlockSequenceEntryNotAllowed
        | K::MappingKeyNotAllowed
        | K::InvalidFlowScalarIndent
        | K::InvalidBlockScalarIndent => Trouble::Indentation,
        K::CommentNotSeparated => Trouble::Comment,
        K::CommentInterceptedScalar => Trouble::TooDeep,
        K::UndeclaredTagHandle
        | K::ExpectedTagBang
        | K::InvalidGlobalTagCharacter
        | K::InvalidTagTerminator
        | K::MissingTagUri
        | K::UnclosedVerbatimTag
        | K::InvalidTagEscape
        | K::InvalidTagUtf8LeadingByte
        | K::InvalidTagUtf8TrailingByte
        | K::InvalidTagUtf8 => Trouble::Tag,
        K::PlainScalarStartsWithDashFlowIndicator => Trouble::Dash,
        K::MissingAnchorOrAliasName | K::UnknownAnchor | K::AnchorCountOverflow => Trouble::Anchor,
        K::ZeroBlockScalarIndent | K::InvalidBlockScalarHeader => Trouble::Block,
        K::UnexpectedEof
        | K::UnexpectedEofBlockMapping
        | K::UnexpectedEofBlockSequence
        | K::ExpectedDocumentStart
        | K::InvalidDocumentEnd
        | K::InvalidBlockEntryWhitespace
        | K::InvalidMappingValueWhitespace
        | K::ExpectedNodeContent => Trouble::Indentation,
        _ => Trouble::Other,
    }
}
