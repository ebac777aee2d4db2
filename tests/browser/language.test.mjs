// The language switch stays on the page that one reads.

const PAGES = [
  'index.html', '2018/index.html', '2018/groups/departments/index.html', '2018/units/so-y-te/index.html',
  '2018/criteria/staff/index.html', '2018/announcement/index.html', 'units/index.html', 'search/index.html',
  'corrections/index.html', 'methodology/index.html', 'methodology/qd-3329-2016/index.html', 'archive/index.html',
  'gioi-thieu/index.html',
];

export const tests = {
  'the switch leads to the same page in the other language, and back': async ({ page, open, equal }) => {
    for (const path of PAGES) {
      await open(path);
      equal(await page.getAttribute('html', 'lang'), 'vi');
      const here = page.url();
      await page.click('.lang a[hreflang=en]');
      equal(await page.getAttribute('html', 'lang'), 'en', path);
      const base = here.slice(0, here.length - path.length);
      equal(page.url(), `${base}en/${path}`);
      await page.click('.lang a[hreflang=vi]');
      equal(page.url(), here);
    }
  },

  'no phrase is missing on any kind of page': async ({ page, open, ok }) => {
    for (const path of PAGES.flatMap(path => [path, `en/${path}`])) {
      await open(path);
      const text = await page.evaluate(() => document.documentElement.outerHTML);
      ok(!/⟦|\{\{/.test(text), path);
    }
  },
};
