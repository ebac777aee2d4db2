/* Two editions side by side, by keyboard alone. The site is that of make_site.py. */

export const site = 'complete';

const PATH = 'compare/index.html';

const seen = page => page.evaluate(() => {
  const box = document.querySelector('[data-years]');
  return {
    chosen: Array.from(box.querySelectorAll('select'), select => select.value),
    said: box.querySelector('[role=status]').textContent,
    heads: Array.from(box.querySelectorAll('thead th'), th => th.textContent.trim()),
    rows: Array.from(box.querySelectorAll('tbody tr'), row => Array.from(row.cells, cell => cell.textContent.trim())),
  };
});

async function tabTo(page, selector) {
  const wanted = await page.locator(selector).elementHandle();
  for (let i = 0; i < 250; i += 1) {
    if (await wanted.evaluate(select => document.activeElement === select)) return true;
    await page.keyboard.press('Tab');
  }
  return false;
}

/* The numbers are loaded when the button is pressed. */
async function asked(page, open) {
  await open(PATH);
  await tabTo(page, '[data-years] button');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-years] table');
}

export const tests = {
  'the two newest editions stand side by side, and the choice is kept in the address': async ({ page, open, ok, equal }) => {
    await asked(page, open);
    const first = await seen(page);
    equal(first.chosen.slice(1), ['2023', '2024'], 'the two newest editions are chosen');
    ok(first.rows.length > 10 && first.said.includes('cùng bộ tiêu chí'), 'units stand there, and why they may be compared');
    equal(first.heads.slice(1, 3), ['Năm 2023', 'Năm 2024'], 'the earlier edition stands first');
    ok(first.rows.some(row => /▲\d/.test(row[3])) && first.rows.some(row => /▼\d/.test(row[3])), 'some gain places, some lose');

    ok(await tabTo(page, '[data-years] select >> nth=1'), 'the first edition is reached by Tab');
    await page.keyboard.press('ArrowDown');
    const same = await seen(page);
    equal([same.rows.length, same.said], [0, 'Hãy chọn hai kỳ khác nhau.'], 'one edition is not compared with itself');
    ok(page.url().includes('#ky=') && page.url().endsWith('/2024/2024'), 'the choice stands in the address');
    await page.keyboard.press('ArrowUp');
    equal(await seen(page), first, 'the way back');
  },

  'a difference is that of the decimals, and that of the file of changes': async ({ page, open, ok }) => {
    await asked(page, open);
    const { rows } = await seen(page);
    const number = text => Number(text.replace(',', '.'));
    const told = rows.map(row => [row[1], row[2], /\(([+−]?[\d,]+)/.exec(row[3])]).filter(row => row[2]);
    ok(told.length > 10, 'changes in points are told');
    for (const [before, after, by] of told) {
      const [was, now] = [before, after].map(text => Math.round(10 * number(text.split(' · ')[1])));
      ok(now - was === Math.round(10 * number(by[1].replace('−', '-'))), `${before} to ${after} is ${by[1]}`);
    }
  },

  'a link chooses group and editions': async ({ page, open, equal }) => {
    await open(PATH + '#ky=districts/2024/2023');
    await page.waitForSelector('[data-years] table');
    equal((await seen(page)).chosen.slice(1), ['2024', '2023'], 'the editions of the link');
  },
};
