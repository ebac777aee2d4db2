//! The data of an edition, of an earlier version of one, or of all editions, as descriptions name it.

use crate::model::{Date, EditionIdx, LangIdx, Status, Text};
use crate::report::days::{assessed_days, newest_day, newest_day_of, version_day};
use crate::routes::{Route, Routes, data_path};
use crate::say::data::{data_described, data_title, page_title, version_title};
use crate::say::voice::Voice;
use crate::words::slug;
use crate::writers::tables::DataOf;

/// The data of an edition, of an earlier version of one, or of all editions, told in one language.
#[derive(Clone, Copy)]
pub(crate) struct Dataset<'a> {
    /// Of what it is.
    pub(crate) of: DataOf,
    /// Tells it.
    pub(crate) voice: Voice<'a>,
    /// Makes addresses.
    pub(crate) routes: &'a Routes,
}

impl<'a> Dataset<'a> {
    /// The edition that it belongs to.
    pub(crate) fn edition(&self) -> Option<EditionIdx> {
        match self.of {
            DataOf::Edition(edition) | DataOf::Version(edition, _) => Some(edition),
            DataOf::Series => None,
        }
    }

    /// Its name, that of the site at the end.
    pub(crate) fn name(&self) -> String {
        let title = page_title(self.voice, &data_title(self.voice, self.edition()));
        match self.of {
            DataOf::Version(edition, number) => {
                let version = version_title(self.voice, edition, number);
                self.voice.say("title.page", &[("page", &version), ("site", &title)])
            }
            DataOf::Edition(_) | DataOf::Series => title,
        }
    }

    /// What it is, in sentences that stand alone.
    pub(crate) fn description(&self) -> String {
        let described = data_described(self.voice, self.edition());
        match self.of {
            DataOf::Version(edition, number) => {
                format!("{}. {described}", version_title(self.voice, edition, number))
            }
            DataOf::Edition(_) | DataOf::Series => described,
        }
    }

    /// A name of lower-case ASCII letters, digits and hyphens, the same in every language: by where the site will stand,
    /// else by its title.
    pub(crate) fn key(&self) -> String {
        let series = self.voice.series();
        let site = match self.routes.url().and_then(|url| url.split_once("://")) {
            Some((_, rest)) => slug(rest),
            None => slug(series.site.title.get(LangIdx(0))),
        };
        match self.of {
            DataOf::Series => site,
            DataOf::Edition(edition) => format!("{site}-{}", series.editions[edition.0].id),
            DataOf::Version(edition, number) => format!("{site}-{}-v{number}", series.editions[edition.0].id),
        }
    }

    /// The page that offers it, in the language that tells it; that of the edition for an earlier version.
    pub(crate) fn page(&self) -> String {
        self.page_in(self.voice.language)
    }

    /// What it is called among linked data: the same in every language, and only where the site says where it stands.
    pub(crate) fn iri(&self) -> Option<String> {
        let mark = match self.of {
            DataOf::Series => "series".to_owned(),
            DataOf::Edition(_) => "dataset".to_owned(),
            DataOf::Version(_, number) => format!("v{number}"),
        };
        Some(format!("{}#{mark}", self.routes.absolute(&self.page_in(LangIdx(0)))?))
    }

    fn page_in(&self, language: LangIdx) -> String {
        let route = match self.edition() {
            Some(edition) => Route::Data(&self.voice.edition(edition).id),
            None => Route::SeriesData,
        };
        self.routes.file(route, language)
    }

    /// The folder of its files, with a slash at the end.
    pub(crate) fn folder(&self) -> String {
        data_path(self.of.folder(self.voice.series()))
    }

    /// The day of its publication; of an earlier version, the day since when it stood. All editions together have none.
    pub(crate) fn published(&self) -> Option<Date> {
        match self.of {
            DataOf::Edition(edition) => self.voice.edition(edition).published,
            DataOf::Version(..) => self.newest(),
            DataOf::Series => None,
        }
    }

    /// The newest day that the data itself carries, by which its version is named.
    pub(crate) fn newest(&self) -> Option<Date> {
        match self.of {
            DataOf::Edition(edition) => newest_day(self.voice.edition(edition)),
            DataOf::Version(edition, number) => {
                let versions = &self.voice.report.rankings.editions[edition.0].versions;
                version_day(self.voice.edition(edition), versions, number)
            }
            DataOf::Series => newest_day_of(self.voice.series(), |_, _| true),
        }
    }

    /// The first and the last day that it tells of.
    pub(crate) fn assessed(&self) -> Option<[Date; 2]> {
        match self.edition().map(|edition| self.voice.edition(edition).period) {
            Some(period) => Some([period.from, period.to]),
            None => assessed_days(self.voice.series()),
        }
    }

    /// The status of its edition where that is not official.
    pub(crate) fn status(&self) -> Option<Status> {
        let status = self.voice.edition(self.edition()?).status;
        (status != Status::Official).then_some(status)
    }

    /// The licence as the site names it.
    pub(crate) fn licence(&self) -> Option<&'a Text> {
        self.voice.series().site.licence.as_ref()
    }
}
