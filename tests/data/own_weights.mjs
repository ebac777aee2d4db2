/* Runs weights.js on a page without a browser: node own_weights.mjs SCRIPT PAGE [WEIGHT…]. For each row that the script
   seats, in its order: section, name, the rank that it shows, the official rank, between tabs. */
import { readFileSync } from 'node:fs';

const [script, page, ...weights] = process.argv.slice(2);
const html = readFileSync(page, 'utf8');
const attributes = (tag) => Object.fromEntries([...tag.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']));
const data = (tag) => Object.fromEntries(Object.entries(attributes(tag)).filter(([name]) => name.startsWith('data-')).map(([name, value]) => [name.slice(5), value]));
const text = (markup) => markup.replace(/<span class="vh">.*?<\/span>/g, '').replace(/<[^>]*>/g, '');
const cell = (words, value) => ({ textContent: words, dataset: { value }, firstChild: { textContent: words, title: '' }, classList: { toggle() {} } });

function row(markup) {
  const cells = [...markup.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)];
  const [, name, score, official] = cells.map(([, inner]) => text(inner));
  return { dataset: data(markup.match(/<tr[^>]*>/)[0]), official, cells: [cell(''), cell(name), cell(score), cell(official, data(cells[3][0]).value), cell('')] };
}

function slider(markup) {
  const [range, number] = [...markup.matchAll(/<input[^>]*>/g)].map(([tag]) => ({ value: attributes(tag).value, validity: { valid: true }, setAttribute() {} }));
  return { dataset: data(markup.match(/<div[^>]*>/)[0]), inputs: [range, number], querySelector: () => ({}) };
}

function sectionOf(markup) {
  const tag = markup.match(/<section[^>]*>/)[0];
  const rows = [...markup.matchAll(/<tr[^>]* data-v=.*?<\/tr>/gs)].map(([one]) => row(one));
  const sliders = [...markup.matchAll(/<div class="sl".*?<\/div>/gs)].map(([one]) => slider(one));
  const found = { '.own tbody': { rows, append(...seated) { this.rows = seated; } }, form: { sliders } };
  return { id: attributes(tag).id, dataset: data(tag), found, addEventListener() {}, querySelector(selector) { return found[selector] ??= {}; } };
}

const sections = [...html.matchAll(/<section[^>]* data-own=.*?<\/section>/gs)].map(([one]) => sectionOf(one));
for (const section of sections) {
  const book = {
    sections: [section],
    all: (selector, within) => ({ '.sl': within.sliders, input: within.inputs })[selector] ?? [],
    number: (n, decimals) => n.toFixed(decimals),
    say: () => '',
    state: () => ({ id: section.id, kept: weights.join() }),
    keep() {},
    tie(place) { place.textContent = '=' + place.textContent; }
  };
  const globals = { window: { scorebook: book }, document: { documentElement: { lang: 'en' } }, requestAnimationFrame() {}, cancelAnimationFrame() {}, addEventListener() {} };
  new Function(...Object.keys(globals), readFileSync(script, 'utf8'))(...Object.values(globals));
  for (const one of section.found['.own tbody'].rows) {
    console.log([section.id, one.cells[1].textContent, one.cells[0].textContent, one.official].join('\t'));
  }
}
