/* Units side by side, by keyboard alone. The site is that of make_site.py. */

export const site = 'complete';

const PATH = 'compare/index.html';

/* What a reader sees of the shown group. */
const seen = (page) => page.evaluate(() => {
  const section = document.querySelector('section[data-compare]');
  const box = section.querySelector('.side-by-side');
  const find = (selector) => (box ? Array.from(box.querySelectorAll(selector)) : []);
  return {
    section: section.id,
    shown: box !== null,
    status: section.querySelector('.said').textContent,
    heads: find('thead th').map((th) => th.textContent.trim()).slice(1),
    rows: find('tbody tr').map((row) => Array.from(row.cells, (cell) => cell.textContent.trim()).slice(1)),
    highest: find('td b').length,
    bars: find('td .bar').length,
    checked: section.querySelectorAll('input:checked').length
  };
});

const at = (page) => page.evaluate(() => {
  const item = document.activeElement.closest('li[data-u]');
  return item ? item.dataset.u : document.activeElement.type || document.activeElement.tagName;
});

async function tabTo(page, wanted, most = 60) {
  for (let i = 0; i < most; i += 1) {
    if ((await at(page)) === wanted) return true;
    await page.keyboard.press('Tab');
  }
  return false;
}

async function test({ page, open, ok: assert }) {
  await open(PATH);
  const first = await seen(page);
  assert(!first.shown && first.checked === 0, 'at first nothing is chosen');

  /* The list is narrowed by typing without marks, a box is ticked by the space bar. */
  assert(await tabTo(page, 'search'), 'the field is reached by Tab');
  await page.keyboard.type('so y te');
  assert(await page.evaluate(() => document.querySelectorAll('li[data-u]:not([hidden])').length) === 1, 'one unit matches');
  await page.keyboard.press('Enter');
  assert(page.url().includes(PATH), 'Enter leads nowhere else');
  assert(await tabTo(page, 'so-y-te'), 'the box of the unit is reached by Tab');
  await page.keyboard.press('Space');
  const one = await seen(page);
  assert(one.checked === 1 && !one.shown && one.status !== first.status, 'one unit is not enough to compare, and the status line says so');

  await open(PATH + '?units=so-y-te#g-departments');
  assert((await seen(page)).checked === 1, 'a link may choose the first unit');
  for (const unit of ['so-noi-vu', 'so-tai-chinh']) {
    assert(await tabTo(page, unit), `the box of ${unit} is reached by Tab`);
    await page.keyboard.press('Space');
  }
  const three = await seen(page);
  assert(three.shown && three.heads.join('|') === 'Sở Y tế|Sở Nội vụ|Sở Tài chính', 'units stand in the order in which they were chosen');
  assert(three.rows.length === 7 && three.rows.every((row) => row.length === 3), 'rank, total and five criteria are compared');
  assert(three.highest > 0 && three.bars === 18, 'the highest is marked with a word, each score has a bar');
  assert(three.rows[1][1].match(/[+\u2212]\d|0/), 'the second unit says how far it is from the first');

  /* The address keeps it. */
  const hash = await page.evaluate(() => location.hash);
  assert(hash === '#g-departments=so-y-te,so-noi-vu,so-tai-chinh', `the address keeps the choice: ${hash}`);
  await open(PATH + hash);
  assert(JSON.stringify(await seen(page)) === JSON.stringify(three), 'an address that was copied shows the same comparison');

  /* Five are the most. */
  for (const unit of ['so-tu-phap', 'thanh-tra-tinh', 'van-phong-ubnd-tinh']) {
    await tabTo(page, unit);
    await page.keyboard.press('Space');
  }
  const full = await seen(page);
  assert(full.heads.length === 5 && full.checked === 5 && full.status !== three.status, 'a sixth is refused with a word');

  /* One is taken out again by its button. */
  assert(await tabTo(page, 'button'), 'the buttons are reached by Tab');
  await page.keyboard.press('Enter');
  const four = await seen(page);
  assert(four.heads.length === 4 && !four.heads.includes('Sở Y tế'), 'the first one is gone');
  assert((await at(page)) === 'button', 'the focus is not lost');

  /* What an address has wrong is left out: unknown units, doubles, units of another group. */
  await open(PATH + '#g-departments=no-such,so-y-te,so-y-te,xa-yen-hoa,so-noi-vu');
  assert((await seen(page)).heads.join('|') === 'Sở Y tế|Sở Nội vụ', 'only units of the group are compared');
  await open(PATH + '#g-communes=xa-my-hoa,xa-tan-hoa');
  const other = await seen(page);
  assert(other.section === 'g-communes' && other.heads.length === 2, 'the address may name another group');
}

export const tests = { 'units side by side': test };
