// Servers from the operating system's packages show sites by the files that Scorebook writes for them, and answer as
// requests.mjs says: `node servers.mjs SCOREBOOK CACHE [SERVER]…`. CACHE keeps servers that had to be unpacked.
//
// Four sites are shown: one at the root of its server, three on one server, below paths of which one has letters of
// Vietnamese and a space, and one is full of signs that mean something to servers. All have a theme with a font of its own. At the end a browser looks at them under their policy;
// CHROMIUM names it, if it isn't /usr/bin/chromium.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVERS } from './configurations.mjs';
import { program } from './programs.mjs';
import { requests } from './requests.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [scorebookGiven, cacheGiven, ...wanted] = process.argv.slice(2);
if (!cacheGiven) {
  console.error('usage: node servers.mjs SCOREBOOK CACHE [SERVER]…');
  process.exit(2);
}
const scorebook = resolve(scorebookGiven), cache = resolve(cacheGiven);

// The folder of each site below the root of its server, and the path of its address.
const ROOT = { name: 'root', folder: '', path: '/' };
const BELOW = { name: 'sub-path', folder: 'xep-hang', path: '/xep-hang/' };
const LETTERS = { name: 'letters', folder: 'xếp hạng/năm', path: encodeURI('/xếp hạng/năm/') };
const HOSTILE = {
  name: 'hostile path', folder: `a "b"{$x};'&c%20d`, path: `/a%20%22b%22%7B$x%7D;'&c%2520d/`,
};

const content = path => ({
  'content/site.yaml': `format: 1
title: { vi: Xếp hạng thử, en: Trial ranking }
publisher: { name: { vi: UBND tỉnh Thử, en: Trial province } }
languages: [vi, en]
url: "https://example.gov.vn${path}"
theme: own
hosting: [nginx, apache, caddy, gitlab-pages]
`,
  'content/units.yaml': `groups:
  so: { name: { vi: Các sở, en: Departments } }
units:
  so-y-te:    { name: { vi: Sở Y tế, en: Health }, group: so }
  so-tu-phap: { name: { vi: Sở Tư pháp, en: Justice }, group: so }
`,
  'content/schemes/bo.yaml': `title: { vi: Bộ tiêu chí, en: Criteria }
total: sum
criteria:
  - { id: ha-tang, name: { vi: Hạ tầng, en: Infrastructure }, max: 20 }
  - { id: nhan-luc, name: { vi: Nhân lực, en: Staff }, max: 10 }
rank: { ties: dense }
`,
  'content/scores/2024.yaml': `year: 2024
scheme: bo
status: official
published: 2025-03-01
scores:
  so:
    so-y-te: { ha-tang: 18, nhan-luc: 9 }
    so-tu-phap: { ha-tang: 17, nhan-luc: 8 }
`,
  'content/root/robots.txt': 'User-agent: *\n',
  'content/root/.well-known/security.txt': 'Contact: mailto:a@example.gov.vn\n',
  'content/root/embed/table/index.html': '<!doctype html><title>Bảng</title>',
  'content/root/en/embed/table/index.html': '<!doctype html><title>Table</title>',
  'content/static/book.xlsx': 'PK'.padEnd(2000),
  'content/static/a.jsonld': '{}', 'content/static/a.yaml': 'a: 1\n', 'content/static/a.xml': '<a/>',
  'content/static/a.txt': 'a', 'content/static/a.webmanifest': '{}', 'content/static/a.woff2': 'a',
  'content/static/a.pdf': 'a',
  'themes/own/assets/theme.css': '@font-face { font-family: Own; src: url(own.ttf) }\n' +
    ':root { --sans: Own, sans-serif; --serif: Own, serif }\n',
  'themes/own/assets/own.ttf': readFileSync(join(here, 'own.ttf')),
});

function make(world, site) {
  const source = join(world, 'made', site.name);
  for (const [path, bytes] of Object.entries(content(site.path))) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), bytes);
  }
  const built = join(source, 'output'), root = join(world, site === ROOT ? 'one' : 'several');
  execFileSync(scorebook, ['--site', source, 'build', '--output', built], { stdio: ['ignore', 'ignore', 'inherit'] });
  // What a system or a person may leave in a site.
  writeFileSync(join(built, 'static/.hidden'), 'x');
  writeFileSync(join(built, 'en/.hidden'), 'x');
  cpSync(built, join(root, site.folder), { recursive: true });
  return { ...site, root, files: readdirSync(join(built, 'assets')) };
}

const freePort = () => new Promise(given => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => given(port));
  });
});

const ask = (port, path, headers = {}) => new Promise((answered, refused) => {
  const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, response => {
    const pieces = [];
    response.on('data', piece => pieces.push(piece));
    response.on('end', () => answered({ status: response.statusCode, raw: response.rawHeaders, body: Buffer.concat(pieces) }));
  });
  asked.on('error', refused).end();
});

async function isUp(port) {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await ask(port, '/');
    } catch {
      await new Promise(later => setTimeout(later, 50));
    }
  }
  throw new Error(`nobody answers at port ${port}`);
}

// The values of a header: one that is sent twice has two.
const values = (answer, name) =>
  answer.raw.filter((_, at) => at % 2 === 1 && answer.raw[at - 1].toLowerCase() === name);

const fits = (value, wanted) => wanted instanceof RegExp ? wanted.test(value) : value?.toLowerCase() === wanted?.toLowerCase();

// What an answer does not fulfil.
function faults(answer, status, headers) {
  const found = [];
  if (![status].flat().includes(answer.status)) found.push(`status ${answer.status}, not ${status}`);
  for (const [name, wanted] of Object.entries(headers)) {
    const given = values(answer, name);
    if (given.length > 1) found.push(`${name} ${given.length} times: ${given.join(' | ')}`);
    else if (!fits(given[0], wanted)) found.push(`${name}: ${given[0]}\n    not ${wanted}`);
  }
  return found;
}

async function answers(port, site, isOwnPage) {
  const told = [];
  const asset = end => `assets/${site.files.find(name => name.endsWith(`.${end}`) && (end !== 'css' || name.startsWith('style')))}`;
  for (const [path, status, headers, text] of requests(asset)) {
    // Where the server shows a page of its own, only the status is looked at.
    const own = isOwnPage && [status].flat().some(code => code > 400);
    const gzip = headers['content-encoding'] ? { 'accept-encoding': 'gzip' } : {};
    const answer = await ask(port, site.path + path, gzip);
    const wrong = faults(answer, status, own ? {} : headers);
    if (text && !own && !(await body(answer)).includes(text)) wrong.push(`no ${JSON.stringify(text)} in the answer`);
    told.push(...wrong.map(what => `${site.path}${path}: ${what}`));
  }
  told.push(...await again(port, `${site.path}2024/`));
  if (site.folder) {
    const bare = await ask(port, site.path.slice(0, -1));
    told.push(...faults(bare, [301, 308], { location: new RegExp('/$') }).map(what => `without a slash: ${what}`));
  }
  return told;
}

async function body(answer) {
  if (!values(answer, 'content-encoding').length) return answer.body.toString();
  const { gunzipSync } = await import('node:zlib');
  return gunzipSync(answer.body).toString();
}

// A copy that did not change is recognized, compressed or not.
async function again(port, path) {
  const told = [];
  for (const packed of [{}, { 'accept-encoding': 'gzip' }]) {
    const [etag] = values(await ask(port, path, packed), 'etag');
    const { status } = await ask(port, path, { ...packed, 'if-none-match': etag ?? 'none' });
    if (status !== 304) told.push(`${path}: ${status} for the copy ${etag} ${JSON.stringify(packed)}`);
  }
  return told;
}

// A browser under the policy: the font of the theme is there, and nothing is refused.
async function visits(chromium, origin, site) {
  const told = [];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  try {
    const page = await browser.newPage();
    page.on('console', message => told.push(`console: ${message.text()}`));
    page.on('pageerror', error => told.push(`error: ${error.message}`));
    page.on('requestfailed', request => told.push(`failed: ${request.url()}`));
    for (const path of ['', '2024/groups/so/index.html', 'en/search/index.html']) {
      await page.goto(`${origin}${site.path}${path}`, { waitUntil: 'load' });
      const loaded = await page.evaluate(async () => {
        await document.fonts.ready;
        return document.fonts.check('16px Own') && [...document.fonts].some(font => font.family === 'Own' && font.status === 'loaded');
      });
      if (!loaded) told.push(`${path}: the font of the theme is not loaded`);
    }
  } finally {
    await browser.close();
  }
  return told.map(what => `browser, ${site.path}: ${what}`);
}

async function look(name, world, sites, chromium) {
  const folder = join(world, name);
  mkdirSync(folder);
  const roots = [...new Set(sites.map(site => site.root))];
  const shown = [];
  for (const root of roots) {
    const inside = sites.filter(site => site.root === root);
    shown.push({ port: await freePort(), root, sites: inside.map(site => join(root, site.folder)), inside });
  }
  const found = program(name, cache);
  const { path, words, env } = SERVERS[name]({ folder, shown, program: found });
  const server = spawn(path, words, { env: { ...process.env, ...found.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', piece => { said += piece; });
  const ended = new Promise(end => server.on('exit', end));
  const told = [];
  try {
    await Promise.race([
      Promise.all(shown.map(({ port }) => isUp(port))),
      ended.then(code => { throw new Error(`the server ended with ${code}`); }),
    ]);
    for (const { port, inside } of shown) {
      for (const site of inside) {
        // nginx cannot name a page whose path holds a `$`.
        told.push(...await answers(port, site, name === 'nginx' && site.name === HOSTILE.name));
        if (site === sites[0] || site === sites[1]) told.push(...await visits(chromium, `http://127.0.0.1:${port}`, site));
      }
    }
  } catch (error) {
    told.push(`${error.message}\n${said}`);
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
  return told;
}

async function main() {
  const world = mkdtempSync(join(tmpdir(), 'scorebook-hosting-'));
  chmodSync(world, 0o755);
  const { chromium } = createRequire(join(here, '../browser/run.mjs'))('playwright-core');
  let failed = 0;
  try {
    const sites = [ROOT, BELOW, LETTERS, HOSTILE].map(site => make(world, site));
    for (const name of wanted.length ? wanted : Object.keys(SERVERS)) {
      const began = Date.now();
      // A server that cannot be had is a fault too: the others are still looked at.
      const told = await look(name, world, sites, chromium).catch(error => [error.message]);
      failed += told.length;
      for (const line of told) console.log(`${name}: ${line}`);
      console.log(`${name}: ${told.length ? `${told.length} FAULTS` : 'right'}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    rmSync(world, { recursive: true, force: true });
  }
  process.exitCode = failed ? 1 : 0;
}

await main();
