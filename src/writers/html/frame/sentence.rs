//! Texts of the publisher and sentences with such texts in them, as markup.

use crate::model::Text;
use crate::render::Html;
use crate::say::sentence::{Filling, ReasonedNote, Sentence};
use crate::say::voice::Voice;
use crate::words::direction;

/// A text of the publisher, marked where it is in another language than the words around it.
pub(crate) fn text(voice: Voice<'_>, text: &Text) -> Html {
    marked(voice, voice.language_of(text), &["<span", "</span>"], Html::breakable(voice.text(text)))
}

/// A line that an editor wrote in the language of the page, marked where the words around it are in another one.
pub(crate) fn own_line(voice: Voice<'_>, line: &str) -> Html {
    marked(voice, voice.own_language(), &["<span", "</span>"], Html::text(line))
}

/// Paragraphs that an editor wrote in the language of the page, marked where the words around them are in another one.
pub(crate) fn own_block(voice: Voice<'_>, block: Html) -> Html {
    marked(voice, voice.own_language(), &["<div", "</div>"], block)
}

/// Markup in a language, within an element that says so where the words of the voice are in another one.
fn marked(voice: Voice<'_>, tag: &str, [open, close]: &[&'static str; 2], inside: Html) -> Html {
    let around = voice.words.tag();
    if tag == around {
        return inside;
    }
    let mut html = Html::default();
    html.push_raw(open);
    html.attr("lang", tag);
    if direction(tag) != direction(around) {
        html.attr("dir", direction(tag));
    }
    html.push_raw(">");
    html.push(&inside);
    html.push_raw(close);
    html
}

/// A sentence with names in it.
pub(crate) fn sentence(voice: Voice<'_>, sentence: &Sentence<'_>) -> Html {
    let fillings: Vec<(&str, Html)> =
        sentence.fillings.iter().map(|(place, filling)| (*place, filled(voice, filling))).collect();
    let fillings: Vec<(&str, &Html)> = fillings.iter().map(|(place, html)| (*place, html)).collect();
    let mut html = voice.words.say_html(sentence.key, &fillings);
    if let Some(then) = &sentence.then {
        html.push_raw(" ");
        html.push(&self::sentence(voice, then));
    }
    html
}

fn filled(voice: Voice<'_>, filling: &Filling<'_>) -> Html {
    match filling {
        Filling::Words(words) => Html::text(words),
        Filling::Name(name) => text(voice, name),
        Filling::List(all) => voice.words.list_html(&all.iter().map(|one| filled(voice, one)).collect::<Vec<_>>()),
    }
}

/// A note with what the publisher says to it.
pub(crate) fn remark(voice: Voice<'_>, remark: &ReasonedNote<'_>) -> Html {
    let mut html = Html::text(&remark.words);
    if let Some(reason) = remark.reason {
        html.push_text(" ");
        html.push(&text(voice, reason));
    }
    html
}
