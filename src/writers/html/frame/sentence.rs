//! Texts of the publisher and sentences with such texts in them, as markup.

use crate::model::Text;
use crate::render::Html;
use crate::say::sentence::{Filling, ReasonedNote, Sentence};
use crate::say::voice::Voice;

/// A text of the publisher, marked where it is in another language than the voice.
pub(crate) fn text(voice: Voice<'_>, text: &Text) -> Html {
    let language = text.language(voice.language);
    let plain = Html::breakable(voice.text(text));
    if language == voice.language {
        return plain;
    }
    let mut html = Html::default();
    html.push_raw("<span");
    html.attr("lang", &voice.series().site.languages[language.0]);
    html.push_raw(">");
    html.push(&plain);
    html.push_raw("</span>");
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
