//! Files that a web host wants: `hosting` in site.yaml.

use crate::model::{Hosting, Site};
use crate::render::Html;
use crate::routes::Routes;

/// The policy that every page holds: nothing from elsewhere, no inline script or style.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The files of the hosts that site.yaml names: path and text.
#[must_use]
pub(crate) fn hosting_files(site: &Site, routes: &Routes) -> Vec<(&'static str, String)> {
    let mut files: Vec<(&'static str, String)> =
        site.hosting.iter().map(|host| file(*host, routes.base_path())).collect();
    files.sort();
    files.dedup();
    files
}

fn file(host: Hosting, base: &str) -> (&'static str, String) {
    match host {
        Hosting::GithubPages => (".nojekyll", String::new()),
        Hosting::Netlify => (
            "_headers",
            format!(
                "/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n\
                 /assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
            ),
        ),
        Hosting::Apache => (
            ".htaccess",
            format!(
                "ErrorDocument 404 {base}404.html\nAddDefaultCharset utf-8\nAddType text/csv .csv\n\
                 <IfModule mod_headers.c>\n  Header set Content-Security-Policy \"{POLICY}\"\n  \
                 Header set X-Content-Type-Options \"nosniff\"\n</IfModule>\n"
            ),
        ),
        Hosting::Iis => (
            "web.config",
            format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    \
                 <httpErrors errorMode=\"Custom\">\n      <remove statusCode=\"404\"/>\n      \
                 <error statusCode=\"404\" path=\"{}404.html\" responseMode=\"ExecuteURL\"/>\n    </httpErrors>\n    \
                 <httpProtocol>\n      <customHeaders>\n        \
                 <add name=\"Content-Security-Policy\" value=\"{POLICY}\"/>\n        \
                 <add name=\"X-Content-Type-Options\" value=\"nosniff\"/>\n      </customHeaders>\n    </httpProtocol>\n  \
                 </system.webServer>\n</configuration>\n",
                Html::text(base).as_str()
            ),
        ),
    }
}
