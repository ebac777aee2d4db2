//! Templates: the only file that names tera.
//!
//! Every template is escaped, whatever its name; the filter `safe` is refused, so that [`super::Html`] stays the only
//! way to markup. A theme's files lie under `theme/`, those built in under `default/`; a name without either is looked
//! up in that order, so that a theme replaces a file by bringing one of its name, or extends `default/NAME`.

use std::sync::Arc;

use serde::{Serialize, Serializer};
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

use super::html::Html;
use super::markdown_text::markdown_text;
use super::template_faults::{self, TemplateFault};
use crate::diagnostics::nearest;
use crate::words::Words;

/// The templates of the built-in theme and of one that replaces some of them: name and source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Themes {
    /// The theme that site.yaml names.
    pub own: Vec<(String, String)>,
    /// The built-in one.
    pub default: Vec<(String, String)>,
}

/// What keeps a text from being taken for markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escape {
    /// As in HTML.
    Html,
    /// As in Markdown.
    Markdown,
    /// Nothing: there is no markup.
    Nothing,
}

/// All templates, ready to speak one language.
#[derive(Clone)]
pub(crate) struct Engine {
    tera: Tera,
    /// The fragments that the theme writes itself.
    fragments: Vec<String>,
}

impl Engine {
    /// The same templates, speaking a language: they are read once, not once for each.
    #[must_use]
    pub(crate) fn speaking(&self, words: Words) -> Self {
        let mut tera = self.tera.clone();
        let words = Arc::new(words);
        tera.register_function("t", move |args: Kwargs, _: &State| say(&words, &args));
        Self { tera, fragments: self.fragments.clone() }
    }

    /// Reads all templates; they cannot be written before they speak a language.
    ///
    /// # Errors
    /// Answers with everything that is wrong with any of them.
    pub(crate) fn silent(themes: &Themes) -> Result<Self, Vec<TemplateFault>> {
        Self::read(empty()?, themes)
    }

    /// Reads templates of texts that are no pages of the site.
    ///
    /// # Errors
    /// Answers with everything that is wrong with any of them.
    pub(crate) fn of_texts(themes: &Themes, escape: Escape) -> Result<Self, Vec<TemplateFault>> {
        let mut tera = empty()?;
        match escape {
            Escape::Html => {}
            Escape::Markdown => tera.set_escape_fn(|text, out| out.write_all(markdown_text(text).as_bytes())),
            Escape::Nothing => tera.autoescape_on(Vec::<&str>::new()),
        }
        Self::read(tera, themes)
    }

    fn read(mut tera: Tera, themes: &Themes) -> Result<Self, Vec<TemplateFault>> {
        let named = |prefix: &'static str, list: &[(String, String)]| -> Vec<(String, String)> {
            list.iter().map(|(name, source)| (format!("{prefix}{name}"), source.clone())).collect()
        };
        let mut all = named("default/", &themes.default);
        all.extend(named("theme/", &themes.own));
        let own = themes.own.iter().map(|(name, _)| format!("theme/{name}"));
        let fragments = own.filter(|name| name.starts_with("theme/fragments/")).collect();
        match tera.add_raw_templates(all.iter().map(|(name, source)| (name.as_str(), source.as_str()))) {
            Ok(()) => Ok(Self { tera, fragments }),
            Err(error) => Err(all_faults(&tera, &all, &error)),
        }
    }

    /// A fragment as the theme writes it; nothing where it leaves that to the program.
    pub(crate) fn fragment(&self, name: &str, view: &impl Serialize) -> Option<Result<Html, TemplateFault>> {
        let template = format!("theme/fragments/{name}.html");
        if !self.fragments.contains(&template) {
            return None;
        }
        let mut out = Vec::new();
        let rendered = self.render_to(&template, view, &mut out);
        Some(rendered.map(|()| Html::trusted(String::from_utf8_lossy(&out).into_owned())))
    }

    /// Writes a page from a view.
    ///
    /// # Errors
    /// When the template asks for what the view has not.
    pub(crate) fn render_to(&self, name: &str, view: &impl Serialize, out: &mut Vec<u8>) -> Result<(), TemplateFault> {
        let context = Context::from_serialize(view).map_err(|e| fault(&e))?;
        self.tera.render_to(name, &context, out).map_err(|e| fault(&e))
    }
}

/// An engine without templates: escaping everywhere, `safe` refused, `t` for phrases.
fn empty() -> Result<Tera, Vec<TemplateFault>> {
    let mut tera = Tera::default();
    tera.autoescape_on(vec![""]);
    tera.register_filter("safe", |_: Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        Err(tera::Error::message("the filter `safe` is refused: templates never turn text into markup"))
    });
    tera.register_function("t", |_: Kwargs, _: &State| -> TeraResult<String> {
        Err(tera::Error::message("no language was chosen"))
    });
    tera.set_fallback_prefixes(["theme/", "default/"]).map_err(|e| vec![fault(&e)])?;
    Ok(tera)
}

/// The phrase of `t(key="…", name=value)`.
fn say(words: &Words, args: &Kwargs) -> TeraResult<String> {
    let key: String = args.must_get("key")?;
    if !words.has(&key) {
        let meant = nearest(&key, words.keys()).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        return Err(tera::Error::message(format!("no phrase `{key}` in the language file{meant}")));
    }
    let mut named: Vec<(String, String)> = Vec::new();
    for (name, value) in args.iter() {
        let name = name.to_string();
        if name != "key" {
            named.push((name, value.to_string()));
        }
    }
    let named: Vec<(&str, &str)> = named.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    Ok(words.say(&key, &named))
}

/// Every fault of the templates: each is read alone as well, since the engine tells only the first.
fn all_faults(tera: &Tera, all: &[(String, String)], first: &tera::Error) -> Vec<TemplateFault> {
    let mut faults = Vec::new();
    for (name, source) in all {
        let mut alone = tera.clone();
        if let Err(error) = alone.add_raw_template(name, source)
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            faults.push(fault(&error));
        }
    }
    if faults.is_empty() {
        faults = match first.kind() {
            ErrorKind::MissingParent { current, parent } => vec![template_faults::missing_parent(all, current, parent)],
            ErrorKind::Msg(text) => template_faults::of_text(all, text),
            _ => Vec::new(),
        };
    }
    if faults.is_empty() {
        faults.push(fault(first));
    }
    faults.dedup();
    faults
}

/// A fault of the engine in our words.
fn fault(error: &tera::Error) -> TemplateFault {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => TemplateFault {
            template: report.filename().to_owned(),
            line: report.span().start_line,
            column: report.span().start_col + 1,
            message: report.message().to_owned(),
        },
        _ => TemplateFault { template: String::new(), line: 0, column: 0, message: error.to_string() },
    }
}

/// Finished markup is handed over as such, so that no template escapes it again.
impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(self.as_str()).serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::{Engine, TemplateFault, Themes};
    use crate::render::Html;
    use crate::words::Words;

    /// A view with markup and a text.
    #[derive(Serialize)]
    struct One<'a> {
        html: Html,
        text: &'a str,
    }

    fn engine(themes: &Themes) -> Result<Engine, Vec<TemplateFault>> {
        Engine::silent(themes).map(|engine| engine.speaking(Words::for_tests()))
    }

    fn themes(own: &[(&str, &str)], default: &[(&str, &str)]) -> Themes {
        let list = |files: &[(&str, &str)]| files.iter().map(|(n, s)| ((*n).to_owned(), (*s).to_owned())).collect();
        Themes { own: list(own), default: list(default) }
    }

    #[track_caller]
    fn renders(own: &[(&str, &str)], default: &[(&str, &str)], expected: &str) {
        let engine = engine(&themes(own, default)).expect("templates that work");
        let mut out = Vec::new();
        let view = One { html: Html::trusted("<b>x</b>".into()), text: "<i>" };
        engine.render_to("page.html", &view, &mut out).expect("a page");
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[track_caller]
    fn refuses(own: &[(&str, &str)], expected: &[(&str, usize, usize, &str)]) {
        let Err(faults) = engine(&themes(own, &[])) else { panic!("templates that work") };
        let told: Vec<_> = faults.iter().map(|f| (f.template.as_str(), f.line, f.column, f.message.as_str())).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn only_html_is_taken_for_markup() {
        renders(&[], &[("page.html", "{{ html }} {{ text }}")], "<b>x</b> &lt;i&gt;");
        renders(
            &[],
            &[
                ("page.html", "{% extends \"base.txt\" %}{% block a %}{{ text }}{% endblock %}"),
                ("base.txt", "[{% block a %}{% endblock %}]"),
            ],
            "[&lt;i&gt;]",
        );
    }

    #[test]
    fn a_theme_replaces_or_extends_what_is_built_in() {
        let default = [("page.html", "{% extends \"base.html\" %}"), ("base.html", "a{% block x %}b{% endblock %}c")];
        renders(&[("base.html", "own")], &default, "own");
        renders(&[("base.html", "{% extends \"default/base.html\" %}{% block x %}B{% endblock %}")], &default, "aBc");
    }

    #[test]
    fn all_broken_templates_are_told_with_their_places() {
        let own = [("a.html", "x\n{{ y "), ("b.html", "{% if %}")];
        let Err(faults) = engine(&themes(&own, &[])) else { panic!("templates that work") };
        let places: Vec<_> = faults.iter().map(|f| (f.template.as_str(), f.line)).collect();
        assert_eq!(places, [("theme/a.html", 2), ("theme/b.html", 1)]);
    }

    #[test]
    fn what_is_not_there_is_told_at_its_place_with_the_names_that_are() {
        let default =
            [("home.html", "{% block main %}{% endblock %}{%- block skip %}{% endblock %}"), ("base.html", "")];
        let told = |own: &str| {
            let all = themes(&[("home.html", own)], &default);
            let Err(faults) = engine(&all) else { panic!("templates that work") };
            let line = |f: &super::TemplateFault| format!("{}:{}:{}: {}", f.template, f.line, f.column, f.message);
            faults.iter().map(line).collect::<Vec<_>>()
        };
        assert_eq!(
            told("{# x #}\n{% extends \"default/hom.html\" %}"),
            ["theme/home.html:2:13: it extends `default/hom.html`, which is not there; did you mean `home.html`?"]
        );
        assert_eq!(
            told("{% extends \"default/home.html\" %}\n{% block man %}{% endblock %}"),
            ["theme/home.html:2:10: Block `man` is not defined in any parent template; \
              blocks that can be replaced: `main`, `skip`"]
        );
        assert_eq!(
            told("{{ x | uper }}{% include \"quite-other.html\" %}"),
            [
                "theme/home.html:1:8: Unknown filter `uper`",
                "theme/home.html:1:26: Unknown template `quite-other.html`; there are `base.html`, `home.html`"
            ]
        );
    }

    #[test]
    fn safe_is_refused() {
        let engine = engine(&themes(&[("page.html", "{{ text | safe }}")], &[])).unwrap_or_else(|f| panic!("{f:?}"));
        let view = One { html: Html::default(), text: "<i>" };
        let fault = engine.render_to("page.html", &view, &mut Vec::new()).expect_err("a refusal");
        assert_eq!((fault.template.as_str(), fault.line), ("theme/page.html", 1));
        assert!(fault.message.contains("the filter `safe` is refused"), "{}", fault.message);
    }

    #[test]
    fn an_unknown_name_tells_the_known_ones() {
        let engine = engine(&themes(&[("page.html", "{{ txt }}")], &[])).unwrap_or_else(|f| panic!("{f:?}"));
        let view = One { html: Html::default(), text: "x" };
        let fault = engine.render_to("page.html", &view, &mut Vec::new()).expect_err("a refusal");
        assert_eq!((fault.template.as_str(), fault.line, fault.column), ("theme/page.html", 1, 4));
        refuses(&[("a.html", "{{ }}")], &[("theme/a.html", 1, 4, fault_of_empty())]);
    }

    /// The words of the engine for an empty expression, pinned so that a new version of it is noticed.
    fn fault_of_empty() -> &'static str {
        "Found `}}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`"
    }
}
