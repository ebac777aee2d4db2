/* The reader's own weights, by keyboard alone. The site is that of make_site.py. */

export const site = 'complete';

const PATH = 'weights/index.html';

/* What a reader sees of the shown group. */
const table = (page) => page.evaluate(() => {
  const section = document.querySelector('section[data-own]');
  const rows = Array.from(section.querySelectorAll('.own tbody tr[data-v]'));
  return {
    section: section.id,
    status: section.querySelector('[role=status]').textContent,
    title: section.querySelector('h3[data-yours]').textContent,
    shares: Array.from(section.querySelectorAll('output'), (output) => parseFloat(output.textContent.replace(',', '.'))),
    rows: rows.map((row) => ({
      name: row.cells[1].textContent.trim(),
      rank: Number(row.cells[0].lastChild.textContent),
      official: Number(row.cells[3].dataset.value),
      tied: row.classList.contains('tie'),
      score: row.cells[2].firstChild.textContent,
      moved: row.cells[4].textContent.trim()
    }))
  };
});

const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const focused = (page) => page.evaluate(() => {
  const active = document.activeElement;
  return active === document.body ? '' : active.id || active.textContent.trim();
});

/* Tabs on until something is reached, as a reader without a mouse does. */
async function tabTo(page, wanted, most = 60) {
  for (let i = 0; i < most; i += 1) {
    if ((await focused(page)).includes(wanted)) return true;
    await page.keyboard.press('Tab');
  }
  return false;
}

async function test({ page, open, ok: assert }) {
  await open(PATH);
  const before = await table(page);
  assert(before.rows.every((row) => row.rank === row.official), 'at first all ranks are the official ones');
  assert(before.rows.some((row) => row.tied), 'the example has a tie');
  assert(before.status !== '', 'the status line says that the weights are official');

  /* A slider moves by arrow keys: order, ranks, words and address follow. */
  assert(await tabTo(page, 'w-departments-infrastructure'), 'the first slider is reached by Tab');
  for (let i = 0; i < 40; i += 1) await page.keyboard.press('ArrowRight');
  await settle(page);
  const after = await table(page);
  assert(after.title !== before.title, 'the table no longer calls itself official');
  assert(after.shares[0] > before.shares[0], 'the share of the weight grew');
  assert(Math.abs(after.shares.reduce((a, b) => a + b) - 100) < 0.6, 'the shares add up to 100');
  assert(after.rows.some((row) => row.rank !== row.official), 'some unit changed its rank');
  for (const row of after.rows) {
    const by = row.official - row.rank;
    assert(by === 0 || row.moved.startsWith(by > 0 ? '▲' : '▼'), `${row.name} says where it moved`);
    assert(by === 0 || row.moved.includes(String(Math.abs(by))), `${row.name} says by how many places`);
  }
  assert(after.rows.every((row, i) => i === 0 || row.rank >= after.rows[i - 1].rank), 'the rows stand in the order of their ranks');
  assert(/\d/.test(after.status) && after.status !== before.status, 'the status line counts who moved');

  /* Equal units stay equal, whatever the weights: competition ranking skips what they share. */
  const tied = after.rows.filter((row) => row.tied);
  assert(tied.length > 1 && tied.every((row) => tied.some((other) => other !== row && other.rank === row.rank && other.score === row.score)), 'ties stay ties');

  /* The address keeps it. */
  const hash = await page.evaluate(() => location.hash);
  assert(hash.startsWith('#g-departments=60,'), `the address keeps the weights: ${hash}`);
  await open(PATH + hash);
  await settle(page);
  const again = await table(page);
  assert(JSON.stringify(again.rows) === JSON.stringify(after.rows), 'an address that was copied shows the same ranking');

  /* A number is typed. */
  assert(await tabTo(page, 'w-departments-staff'), 'the second slider is reached by Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('0');
  await settle(page);
  assert((await table(page)).shares[1] === 0, 'a weight of nought counts nothing');

  /* All weights nought: a word, no ranking of nothing. */
  await open(PATH + '#g-departments=0,0,0,0,0');
  await settle(page);
  const nought = await table(page);
  assert(nought.shares.every((share) => share === 0) && nought.status !== after.status, 'without any weight the page says what to do');

  /* Back to the official weights, in one step. */
  await open(PATH + hash);
  const back = await page.evaluate(() => document.querySelector('section[data-own] form button').textContent.trim());
  assert(await tabTo(page, back), 'the way back is reached by Tab');
  await page.keyboard.press('Enter');
  await settle(page);
  const official = await table(page);
  assert(JSON.stringify(official) === JSON.stringify(before), 'the way back leads to the official ranking, letter for letter');
  assert(!(await page.evaluate(() => location.hash)).includes('='), 'and the address forgets the weights');

  /* What an address has wrong is official. */
  await open(PATH + '#g-departments=x,-3,1e9');
  await settle(page);
  assert(JSON.stringify((await table(page)).rows) === JSON.stringify(before.rows), 'nonsense in the address changes nothing');

  /* The other group. */
  for (let i = 0; i < 60 && !(await page.evaluate(() => document.activeElement.matches('select'))); i += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowDown');
  await settle(page);
  assert((await table(page)).section === 'g-communes', 'another group is chosen with the arrow keys');
}

export const tests = { 'own weights': test };
