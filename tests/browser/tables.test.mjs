// Ranking tables: sorted and filtered by mouse and by keyboard, unknown values last both ways, complete without scripts.

const GROUP = '2018/groups/departments/index.html';

// The rows of each block with the plain value of a column, as they stand; of an interval both ends, `9.1~11.9`.
function blocks(page, column) {
  return page.$$eval('table[data-sort] tbody', (bodies, column) => {
    const found = [];
    let block = null;
    for (const row of bodies.flatMap(body => [...body.rows])) {
      const name = row.querySelector('th[scope=row]');
      if (!name || row.matches('.sub, .ref')) block = null;
      else {
        if (!block) found.push(block = []);
        const cell = row.cells[column];
        const { from, to = from } = cell.dataset;
        block.push(from ? `${from}~${to}` : cell.hasAttribute('data-value') ? cell.dataset.value : cell.textContent.trim());
      }
    }
    return found;
  }, column);
}

const names = page => page.$$eval('table[data-sort] th[scope=row]', all => all.filter(th => th.offsetParent).map(th => th.textContent.trim()));
const sorts = page => page.$$eval('table[data-sort] thead th', all => all.map(th => th.getAttribute('aria-sort')).filter(Boolean));
const columnOf = (page, nth) => page.$$eval('table[data-sort] th[data-c]', (all, nth) => Number(all[nth].dataset.c), nth);

function isSorted(block, up) {
  // Upwards an interval stands by its lower end, downwards by its higher one.
  const known = block.filter(value => value !== '').map(value => Number(value.split('~').at(up ? 0 : -1)));
  const unknownLast = block.indexOf('') === -1 || block.slice(block.indexOf('')).every(value => value === '');
  return unknownLast && known.every((value, i) => i === 0 || (up ? known[i - 1] <= value : known[i - 1] >= value));
}

// The heads that sort numbers: all but those of rank and name.
async function numeric(page) {
  const heads = await page.$$('table[data-sort] th[data-c]');
  const found = [];
  for (let nth = 0; nth < heads.length; nth += 1) {
    const column = await columnOf(page, nth);
    const values = (await blocks(page, column)).flat().filter(value => value !== '');
    if (values.length > 1 && values.every(value => /^-?[\d.]+(~-?[\d.]+)?$/.test(value))) found.push({ nth, column });
  }
  return found;
}

export const tests = {
  'a head sorts its column both ways, unknown last, one aria-sort at a time': async ({ page, open, equal, ok }) => {
    await open(GROUP);
    const columns = await numeric(page);
    ok(columns.length > 2);
    for (const { nth, column } of columns) {
      const button = page.locator('table[data-sort] th[data-c] button').nth(nth);
      const seen = [];
      for (let click = 0; click < 2; click += 1) {
        await button.click();
        const [sort, ...others] = await sorts(page);
        equal(others, []);
        seen.push(sort);
        for (const block of await blocks(page, column)) ok(isSorted(block, sort === 'ascending'), `${column} ${sort}: ${block}`);
        equal(await page.locator('table[data-sort] th[data-c]').nth(nth).getAttribute('aria-sort'), sort);
      }
      equal(seen.sort(), ['ascending', 'descending']);
    }
  },

  'sorting moves no unit out of its block and loses none': async ({ page, open, equal }) => {
    await open(GROUP);
    const sets = async () => (await blocks(page, 1)).map(block => [...block].sort());
    const before = await sets();
    const buttons = page.locator('table[data-sort] th[data-c] button');
    for (let i = 0; i < await buttons.count(); i += 1) await buttons.nth(i).click();
    equal(await sets(), before);
  },

  'downwards by rank the blocks stand the other way round, each below its head': async ({ page, open, equal, ok }) => {
    await open(GROUP);
    const bodies = () => page.$$eval('table[data-sort] tbody', all => all.map(body => ({
      head: body.querySelector('.sub')?.textContent, atTop: !body.querySelector('.sub') || body.rows[0].matches('.sub'),
      names: [...body.querySelectorAll('th[scope=row]')].map(th => th.textContent).sort(),
    })).filter(block => block.names.length && block.names[0]));
    const before = await bodies();
    ok(before.length > 2 && before.some(block => block.head) && before.some(block => !block.head));
    const rank = page.locator('table[data-sort] th[data-c="0"] button');
    await rank.click();
    equal([await bodies(), await sorts(page)], [before, ['ascending']]);
    await rank.click();
    equal([await bodies(), await sorts(page)], [[...before].reverse(), ['descending']]);
    ok(before.every(block => block.atTop));
    // Where a head ends is seen.
    const ends = await page.$$eval('table[data-sort] tbody', all => all.filter(body => !body.querySelector('.sub, .ref'))
      .map(body => getComputedStyle(body.rows[0].cells[0]).borderTopWidth));
    equal([...new Set(ends)], ['2px']);
  },

  'names are sorted by the alphabet': async ({ page, open, equal }) => {
    await open(GROUP);
    const nth = await page.$$eval('table[data-sort] th[data-c]', all => all.findIndex(th => th.dataset.c === '1'));
    await page.locator('table[data-sort] th[data-c] button').nth(nth).click();
    const up = (await sorts(page))[0] === 'ascending';
    for (const block of await blocks(page, 1)) {
      const sorted = [...block].sort(new Intl.Collator('vi', { numeric: true }).compare);
      equal(block, up ? sorted : sorted.reverse());
    }
  },

  'by keyboard alone: Tab reaches every head, Enter and Space sort': async ({ page, open, equal, ok }) => {
    await open(GROUP);
    const n = await page.locator('table[data-sort] th[data-c] button').count();
    await page.focus('.tools input');
    const reached = [];
    for (let i = 0; i < n + 3 && reached.length < n; i += 1) {
      await page.keyboard.press('Tab');
      const head = await page.evaluate(() => document.activeElement.closest('th[data-c]')?.dataset.c ?? null);
      if (head === null) continue;
      reached.push(head);
      await page.keyboard.press('Enter');
      const [sort] = await sorts(page);
      await page.keyboard.press('Space');
      const [other, ...rest] = await sorts(page);
      equal(rest, []);
      ok(sort && other && sort !== other, `${head}: ${sort}, ${other}`);
      equal(await page.evaluate(() => document.activeElement.closest('th[data-c]')?.dataset.c), head);
    }
    equal(reached.length, n);
    ok((await page.locator('.tools [role=status]').allTextContents()).some(text => text.startsWith('Xếp theo')));
  },

  'the field filters by name, with marks and without': async ({ page, open, equal, ok }) => {
    await open(GROUP);
    const all = await names(page);
    const input = page.locator('.tools input');
    await input.fill('giao duc');
    equal((await names(page)).length, 1);
    ok((await names(page))[0].startsWith('Sở Giáo dục'));
    ok((await page.locator('.tools [role=status]').allTextContents()).includes('1 đơn vị khớp'));
    await input.fill('Sở T');
    ok((await names(page)).length > 1 && (await names(page)).length < all.length);
    await input.fill('');
    equal(await names(page), all);
  },

  'where heads are hidden, a list of columns sorts': async ({ page, open, size, ok }) => {
    await size(320, 640);
    await open(GROUP);
    const { nth, column } = (await numeric(page))[1];
    await page.locator('.tools select').selectOption(String(nth));
    const [sort] = await sorts(page);
    for (const block of await blocks(page, column)) ok(isSorted(block, sort === 'ascending'));
  },

  'without scripts the table is complete, sorted by rank, and without tools': async ({ page, open, equal, ok }) => {
    await page.route('**/*.js', route => route.fulfill({ body: '', contentType: 'text/javascript' }));
    await open(GROUP);
    equal(await page.$$eval('.tools, thead button', all => all.length), 0);
    const ranks = (await blocks(page, 0)).flat().filter(Boolean).map(Number);
    ok(ranks.length > 2);
    equal(ranks, [...ranks].sort((a, b) => a - b));
  },
};
