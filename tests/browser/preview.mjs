// What the preview does in a browser, as an editor sees it: `node preview.mjs SCOREBOOK CONTENT`, the program and the
// example's content. An edit is on the screen, a mistake is told on the page, and once it is mended nothing is told; the
// page stays where it was. Any message on the console, uncaught error, refused or failed request is a fault.

import { deepStrictEqual as equal, ok } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { launch, watch } from './browser.mjs';

const [program, content] = process.argv.slice(2);
if (!content) {
  console.error('usage: node preview.mjs SCOREBOOK CONTENT');
  process.exit(2);
}

// The one unit of a group of the example whose score for a criterion was announced as the last one.
const SCORES = 'content/scores/2018.yaml';
const SCORE = 'score: 13.8\n';
const PAGE = '2018/units/so-xay-dung/index.html';

const site = mkdtempSync(join(tmpdir(), 'scorebook-preview-'));
cpSync(content, join(site, 'content'), { recursive: true });
const written = readFileSync(join(site, SCORES), 'utf8');
equal(written.split(SCORE).length, 2, `${SCORES} holds ${SCORE.trim()} once`);

// Writes the score anew, and answers with how many milliseconds it takes until a page shows it.
async function edit(score, shown) {
  const begin = performance.now();
  writeFileSync(join(site, SCORES), written.replace(SCORE, `score: ${score}\n`));
  await shown();
  return Math.round(performance.now() - begin);
}

async function start() {
  const server = spawn(resolve(program), ['--lang', 'vi', 'serve', '--port', '0'], { cwd: site, stdio: ['ignore', 'pipe', 'pipe'] });
  const told = [];
  createInterface({ input: server.stderr }).on('line', line => told.push(line));
  const [address] = await once(createInterface({ input: server.stdout }), 'line');
  return { server, address, told };
}

async function tests(page, address) {
  const where = () => page.evaluate(() => Math.round(scrollY));
  const text = () => page.textContent('main');
  const overlay = page.locator('scorebook-notice');
  const shows = number => page.waitForFunction(n => document.querySelector('main')?.textContent.includes(n), number);
  await page.goto(new URL(PAGE, address).href);
  await shows('13,8');
  await page.evaluate(() => scrollTo({ top: 500, behavior: 'instant' }));
  equal(await where(), 500, 'the page is long enough');

  const took = await edit('13.7', () => shows('13,7'));
  equal(await where(), 500, 'the page stays where it was after an edit');

  await edit('137', () => overlay.locator('pre').waitFor());
  const told = await overlay.locator('pre').textContent();
  ok(told.startsWith('lỗi[score-above-maximum]: '), told);
  for (const part of [` --> ${SCORES}:`, 'score: 137', '^^^', '= gợi ý: ']) ok(told.includes(part), `${part} in ${told}`);
  equal(await overlay.locator('summary').textContent(), 'Nội dung có lỗi. Trang web đang hiện theo nội dung trước khi có lỗi.');
  equal(await overlay.locator('[role=alert]').count(), 1);
  equal(await overlay.getAttribute('lang'), 'vi');
  ok((await text()).includes('13,7'), 'the page is as it was');
  equal(await where(), 500, 'the page stays where it was after a mistake');
  const looks = await overlay.locator('div').evaluate(bar => {
    const { position, backgroundColor } = getComputedStyle(bar);
    return [position, backgroundColor, Math.round(bar.getBoundingClientRect().bottom) === innerHeight];
  });
  equal(looks, ['fixed', 'rgb(255, 255, 255)', true], 'the policy allows its look');

  await edit('13.6', () => shows('13,6'));
  await page.waitForLoadState('load');
  equal(await overlay.locator('[role=alert]').count(), 0, 'nothing is told once it is mended');
  equal(await where(), 500, 'the page stays where it was when it is mended');
  return took;
}

const { server, address, told } = await start();
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 500 } });
  page.setDefaultTimeout(30_000);
  const faults = watch(page);
  const took = await tests(page, address);
  await page.goto(new URL(`en/${PAGE}`, address).href);
  // What a page asks for when it is left is given up by the browser.
  equal(faults.filter(fault => !/__scorebook\/events net::ERR_ABORTED/.test(fault)), [], 'what the browser says');
  console.log(`an edit is on the screen after ${took} ms; what the preview itself took:`);
  console.log(told.filter(line => / ms\)$/.test(line)).join('\n'));
} finally {
  await browser.close();
  server.kill('SIGINT');
  const [code] = await once(server, 'exit');
  rmSync(site, { recursive: true });
  equal(code, 0, 'Ctrl-C ends the preview with 0');
}
