// An edition of 3,000 units: tables over several pages.

export const site = 'large';

const GROUP = '2024/groups/communes/';

const rows = page => page.$$eval('table[data-sort] tr[id]', all => all.filter(row => row.offsetParent).map(row => row.id));

async function narrow({ page, open, size, equal }) {
  await size(320, 640);
  for (const path of ['index.html', '2024/index.html', `${GROUP}page-2/index.html`, '2024/criteria/staff/page-6/index.html',
    'units/index.html', 'weights/index.html', 'compare/index.html#g-communes', 'en/2024/groups/communes/page-20/index.html']) {
    await open(path);
    equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
  }
}

async function scriptless({ page, open, equal, ok }) {
  await page.route('**/*.js', route => route.fulfill({ body: '', contentType: 'text/javascript' }));
  const seen = new Set();
  await open(`${GROUP}index.html`);
  for (let pages = 1; ; pages += 1) {
    for (const id of await rows(page)) {
      ok(!seen.has(id), id);
      seen.add(id);
    }
    if (!await page.$('a[rel=next]')) {
      equal(pages, 20);
      break;
    }
    await open(new URL(await page.$eval('a[rel=next]', link => link.href)).href);
  }
  equal(seen.size, 2982);
}

export const tests = {
  'no sideways scroll at 320 pixels': narrow,
  'without scripts the pages of a table lead on to all its units': scriptless,
};
