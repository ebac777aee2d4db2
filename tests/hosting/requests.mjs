// What servers are asked, and what they have to answer: a line each.

// The policy of a page that may be shown in frames of `frame`.
export const policy = frame => "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  `connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ${frame}`;
const always = {
  'content-security-policy': policy("'self'"), 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
};
const HTML = 'text/html; charset=utf-8';
const asked = (type, more = {}) => ({ ...always, 'content-type': type, 'cache-control': 'no-cache', ...more });
const kept = type => ({ ...always, 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' });
const none = { 'access-control-allow-origin': undefined };
const page = asked(HTML, none);
const open = type => asked(type, { 'access-control-allow-origin': '*' });
const packed = headers => ({ ...headers, 'content-encoding': 'gzip', vary: /accept-encoding/i });
const embedded = asked(HTML, { 'content-security-policy': policy('*') });
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// The page for what is not found, by the words of its heading.
const VI = 'Không tìm thấy trang', EN = 'Page not found';

// PATH STATUS HEADERS [TEXT in the answer]: all below the path of the site. `asset(END)` stands for a file of the theme.
export const requests = asset => [
  ['', 200, packed(page), 'lang="vi"'],
  ['index.html', 200, packed(page)],
  ['en/', 200, packed(page), 'lang="en"'],
  ['2024/', 200, packed(page)],
  ['2024', [301, 308], { location: /\/2024\/$/ }],
  ['en', [301, 308], { location: /\/en\/$/ }],
  [asset('css'), 200, packed(kept('text/css; charset=utf-8'))],
  [asset('js'), 200, packed(kept('text/javascript; charset=utf-8'))],
  [asset('svg'), 200, kept('image/svg+xml; charset=utf-8')],
  [asset('ttf'), 200, kept('font/ttf')],
  ['2024/data/scores.csv', 200, packed(open('text/csv; charset=utf-8'))],
  ['2024/data/scores.json', 200, packed(open('application/json; charset=utf-8'))],
  ['data/units.csv', 200, open('text/csv; charset=utf-8')],
  ['static/book.xlsx', 200, { ...open(workbook), 'content-encoding': undefined }],
  ['static/a.jsonld', 200, open('application/ld+json; charset=utf-8')],
  ['static/a.yaml', 200, open('application/yaml; charset=utf-8')],
  ['static/a.xml', 200, open('application/xml; charset=utf-8')],
  ['static/a.txt', 200, open('text/plain; charset=utf-8')],
  ['static/a.webmanifest', 200, asked('application/manifest+json; charset=utf-8', none)],
  ['static/a.woff2', 200, asked('font/woff2', none)],
  ['static/a.pdf', 200, asked('application/pdf', none)],
  ['robots.txt', 200, open('text/plain; charset=utf-8')],
  ['.well-known/security.txt', 200, open('text/plain; charset=utf-8')],
  ['embed/table/', 200, embedded],
  ['en/embed/table/index.html', 200, embedded],
  ['units/', 200, page],
  ['nothing', 404, page, VI],
  ['a/b/c/nothing.csv', 404, page, VI],
  ['en/nothing/', 404, page, EN],
  ['en/2024/units/nothing/index.html', 404, page, EN],
  ['en/nothing.json', 404, page, EN],
  ['english', 404, page, VI],
  ['assets/style.0123456789.css', 404, page, VI],
  ['assets/', [403, 404], page, VI],
  ['2024/groups/', [403, 404], page, VI],
  ['static/', [403, 404], page, VI],
  ['en/2024/groups/', [403, 404], page, EN],
  ['.scorebook-manifest', 404, page, VI],
  ['.hosting/nginx.conf', 404, page, VI],
  ['.hosting/Caddyfile', 404, page, VI],
  ['.hosting/', 404, page],
  ['.htaccess', [403, 404], page],
  ['.gitlab-ci.yml', 404, page, VI],
  ['static/.hidden', 404, page, VI],
  ['en/.hidden', 404, page, EN],
  ['%2Ehosting/nginx.conf', 404, page],
  ['2024/../.scorebook-manifest', [400, 404], {}],
];
