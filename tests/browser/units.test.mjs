// All units: the letters, the field that narrows the list, the links.

const shown = page => page.$$eval('.az li', items => items.filter(item => item.offsetParent).map(item => item.querySelector('a').textContent));
const heads = page => page.$$eval('.az h2', all => all.filter(head => head.offsetParent).map(head => head.textContent));

export const tests = {
  'units stand in the order of the alphabet, each once': async ({ page, open, equal, ok }) => {
    await open('units/index.html');
    const names = await shown(page);
    ok(names.length > 20);
    equal(new Set(names).size, names.length);
    equal(names, [...names].sort(new Intl.Collator('vi').compare));
    equal(await heads(page), ['S', 'T', 'U', 'V']);
  },

  'each unit has its rank, or words, and leads to its scorecard': async ({ page, open, ok }) => {
    await open('units/index.html');
    const lines = await page.$$eval('.az li', items => items.map(item => item.querySelector('b').textContent));
    for (const line of lines) ok(/hạng/.test(line), line);
    await page.click('.az a:text-is("Sở Y tế")');
    ok((await page.textContent('h1')).includes('Sở Y tế'));
  },

  'what is typed narrows the list, and letters without units go': async ({ page, open, equal }) => {
    await open('units/index.html');
    await page.fill('#q', 'nghia lo');
    equal(await shown(page), ['UBND thị xã Nghĩa Lộ']);
    equal(await heads(page), ['U']);
    equal(await page.textContent('.find [role=status]'), '1 đơn vị khớp');
    await page.fill('#q', 'stttt');
    equal(await shown(page), ['Sở Thông tin và Truyền thông']);
    await page.fill('#q', '');
    equal(await heads(page), ['S', 'T', 'U', 'V']);
  },

  'Enter opens the only unit that is left': async ({ page, open, ok }) => {
    await open('units/index.html');
    await page.focus('#q');
    await page.keyboard.type('nghia lo');
    await page.keyboard.press('Enter');
    await page.waitForURL(/thi-xa-nghia-lo/);
    ok((await page.textContent('h1')).includes('Nghĩa Lộ'));
  },

  'letters lead to their places': async ({ page, open, ok }) => {
    await open('units/index.html');
    for (const href of await page.$$eval('.find nav a', links => links.map(link => link.getAttribute('href')))) {
      ok(await page.$(`[id="${href.slice(1)}"]`), href);
    }
  },

  'units that ended are marked with their dates': async ({ page, open, ok }) => {
    await open('en/units/index.html');
    ok((await page.textContent('.az li:has(a[href*="nghia-lo"])')).includes('existed until 30 June 2025'));
  },

  'no sideways scroll at 320 pixels': async ({ page, open, size, equal }) => {
    await size(320, 640);
    for (const path of ['units/index.html', 'search/index.html', 'corrections/index.html', 'methodology/index.html']) {
      await open(path);
      equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
    }
  },
};
