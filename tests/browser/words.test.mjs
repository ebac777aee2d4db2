// Tables of words: on a narrow screen, and on paper.

export const site = 'complete';

const NARROW = ['index.html', 'archive/index.html', 'data/fields/index.html', 'en/archive/index.html'];
// Longer than a line of a small screen.
const LONG = 'Verwaltungsangelegenheitenübersicht';

async function narrow({ page, open, size, equal, ok }) {
  await size(320, 640);
  for (const path of NARROW) {
    await open(path);
    const cells = await page.$$eval('.eds tbody :is(th, td), .fields tbody :is(th, td)', (all, word) => {
      for (const cell of all) cell.textContent = word;
      return all.length;
    }, LONG);
    ok(cells > 7, path);
    equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
  }
}

async function labelled({ page, open, size, equal }) {
  const label = () => page.$eval('.eds tbody td[data-k]:nth-of-type(2)', cell => getComputedStyle(cell, '::before').content);
  await size(320, 640);
  await open('en/archive/index.html');
  equal(await label(), '"Published "');
  await size(1280, 640);
  equal(await label(), 'none');
}

async function printed({ page, open, equal }) {
  await page.emulateMedia({ media: 'print' });
  await open('2024/print/index.html');
  const rows = await page.$$eval('.rows .sub ~ tr', all => all
    .map(row => ({ name: row.querySelector('th'), value: row.querySelector('td.to') }))
    .filter(({ name, value }) => value && name.querySelector('br') && value.textContent)
    .map(({ name, value }) => {
      const range = document.createRange();
      range.selectNodeContents(value.firstChild);
      return range.getBoundingClientRect().bottom > name.querySelector('br + span').getBoundingClientRect().top;
    }));
  equal(rows.length, 6);
  equal(rows.filter(Boolean).length, 6);
}

export const tests = {
  'a word longer than the line leads to no sideways scroll': narrow,
  'what stands in the head of a table stands beside its values where there is no head': labelled,
  'on paper the name of a unit and why it is not ranked are not parted by a number': printed,
};
