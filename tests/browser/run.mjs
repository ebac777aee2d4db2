// Runs every *.test.mjs of this folder against three built sites, all in one browser:
// `node run.mjs EXAMPLE COMPLETE LARGE [WORD]`, only tests with the word in the name of their file or their own, or with
// `!WORD` only those without. EXAMPLE is the repository's, of which only half is known; in the two others, of
// make_site.py, everything is, and LARGE has an edition of 3,000 units.
//
// A test file exports `tests`, an object of functions by name, and `site = 'complete'` or `site = 'large'` if it wants another
// site than the first. Each test is run twice, from the disk (file://) and from a small server under a sub-path with the strict Content-Security-Policy of the site, each time in a fresh browser context:
//
//   export const tests = {
//     'what holds': async ({ page, open, equal, ok }) => { await open('search/index.html', { q: 'so y te' }); … },
//   };
//
//   open(path, query)   opens a page of the site              page         the page, as Playwright knows it
//   equal(a, b, what)   deep equality                         ok(a, what)  that something holds
//   mode                'file' or 'server'                    folder       where the site lies
//   size(width, height) sets the size of the window
//
// Any message on the console, uncaught error, refused or failed request fails the test, whatever else holds.

import { deepStrictEqual, ok as assertOk } from 'node:assert';
import { createServer } from 'node:http';
import { readFile, readdir, stat } from 'node:fs/promises';
import { dirname, extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, watch } from './browser.mjs';
import { policy } from '../hosting/requests.mjs';

const BASE = '/rankings/yearly/';
const CSP = policy("'self'");
// Parts of pages are made to be shown by other sites.
const EMBEDDED = policy('*');
const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png',
};
// When a test is given up as hanging: others run beside it, so that it may take long.
const SECONDS = 120;

const [exampleGiven, completeGiven, largeGiven, only] = process.argv.slice(2);
if (!largeGiven) {
  console.error('usage: node run.mjs EXAMPLE COMPLETE LARGE [word of a test file or test name, or !word]');
  process.exit(2);
}
const folders = { example: resolve(exampleGiven), complete: resolve(completeGiven), large: resolve(largeGiven) };
let folder = folders.example;
const here = dirname(fileURLToPath(import.meta.url));

const isWanted = name => !only || (only.startsWith('!') ? !name.includes(only.slice(1)) : name.includes(only));

async function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  let file = path.startsWith(BASE) ? normalize(join(folder, path.slice(BASE.length))) : null;
  try {
    if (!file || !file.startsWith(folder)) throw new Error('outside');
    if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
    const bytes = await readFile(file);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': /\/embed\//.test(path) ? EMBEDDED : CSP,
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(bytes);
  } catch {
    response.writeHead(404, { 'Content-Type': 'text/plain' });
    response.end('not found');
  }
}

async function runOne(browser, mode, base, test) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const faults = watch(page);
  const open = async (path, query = {}) => {
    const url = new URL(path, base);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    await page.goto(url.href, { waitUntil: 'load' });
  };
  const tools = {
    page, open, mode, folder,
    equal: deepStrictEqual,
    ok: assertOk,
    size: (width, height) => page.setViewportSize({ width, height }),
  };
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`not done after ${SECONDS} s`)), SECONDS * 1000);
  });
  try {
    await Promise.race([test(tools), late]);
  } catch (error) {
    faults.unshift(error.message);
  } finally {
    clearTimeout(timer);
    await context.close();
  }
  return faults;
}

async function main() {
  const files = (await readdir(here)).filter(name => name.endsWith('.test.mjs')).sort();
  const server = createServer(answer);
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  const browser = await launch();
  let passed = 0, failed = 0;
  for (const file of files) {
    const { tests, site = 'example' } = await import(pathToFileURL(join(here, file)).href);
    folder = folders[site];
    const modes = {
      file: pathToFileURL(`${folder}/`).href,
      server: `http://127.0.0.1:${server.address().port}${BASE}`,
    };
    for (const [name, test] of Object.entries(tests)) {
      if (!isWanted(`${file} ${name}`)) continue;
      for (const [mode, base] of Object.entries(modes)) {
        const faults = await runOne(browser, mode, base, test);
        if (faults.length === 0) {
          passed += 1;
          continue;
        }
        failed += 1;
        console.log(`FAILED ${file} (${mode}): ${name}`);
        for (const fault of faults) console.log(`  ${fault.replaceAll('\n', '\n  ')}`);
      }
    }
  }
  await browser.close();
  server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

await main();
