/* Two editions side by side, from window.scorebookEditions; its form is told where it is made. The file is loaded when it is
   asked for: by the button, or by an address that names editions.
   <div data-years="FILE" data-t-…>  <template>a table of four columns</template>  lists that are replaced by fields
   What is chosen stands in the address: #ky=GROUP/BEFORE/AFTER
   Totals are subtracted by book.exact of pick.js: never as binary fractions. */
'use strict';

window.scorebook && document.querySelectorAll('[data-years]').forEach(box => {
  const book = window.scorebook, named = () => book.state().id === 'ky';
  const button = book.element('button', { type: 'button', textContent: book.say(box, 'open') });
  const show = () => {
    const was = document.activeElement === button;
    sideBySide(box);
    if (was) box.querySelectorAll('select')[1].focus();
    button.remove();
  };
  const ask = () => {
    button.ariaDisabled = 'true';
    button.onclick = null;
    book.element('script', { src: box.dataset.years, onload: show }, document.head);
  };
  button.onclick = ask;
  box.querySelector('p').after(button);
  if (named()) ask(); else window.addEventListener('hashchange', () => { if (named() && button.onclick) ask(); });
});

function sideBySide(box) {
  const book = window.scorebook, data = window.scorebookEditions, say = (name, values) => book.say(box, name, values);
  const add = book.element, mould = box.querySelector('template').content.firstElementChild;
  const groups = book.all('[data-group]', box).map(item => ({ id: item.dataset.group, name: item.querySelector('h3').textContent }));
  const tools = add('div', { className: 'tools' }), line = add('p', { className: 'q' }), place = add('div');
  line.setAttribute('role', 'status');

  /* Words with a capital at their start: the name of an edition may stand there. */
  function capitalised(words) {
    return words.charAt(0).toLocaleUpperCase(document.documentElement.lang) + words.slice(1);
  }

  function field(words) {
    return add('select', {}, add('label', { textContent: words }, tools));
  }

  const [group, before, after] = ['group', 'before', 'after'].map(name => field(say(name)));
  groups.forEach(({ id, name }) => add('option', { value: id, textContent: name }, group));
  if (groups.length < 2) group.parentNode.hidden = true;

  const { decimals, difference, rounded } = book.exact;

  /* The change of a total: of the whole values; with a word where the two that are shown differ by something else. */
  function change(a, b, verdict) {
    if (verdict === 'points' && a[5] && b[5]) {
      const most = Math.max(decimals(a[3]), decimals(b[3])), by = rounded(a[5], b[5], most);
      if (by === difference(a[3], b[3], 12)) return by;
      return say('unrounded', { change: rounded(a[5], b[5], Math.max(most, 4)) });
    }
    if (verdict !== 'share' || !a[6] || !b[6]) return '';
    const by = rounded(a[6], b[6], 2);
    return by === '=' ? by : say('share-sign', { n: by });
  }

  function places(halves) {
    const n = Math.abs(halves) / 2, words = book.number(n, n % 1 ? 1 : 0);
    const span = add('span');
    add('b', { textContent: halves ? (halves > 0 ? '▲' : '▼') + words : '=', ariaHidden: 'true' }, span);
    add('span', { className: 'vh', textContent: halves ? say(halves > 0 ? 'up' : 'down', { n: words }) : say('same') }, span);
    return span;
  }

  /* Whether a unit is in an edition. */
  const is = cells => cells.length > 2;

  function cell(row, cells) {
    add('td', { className: 'n', textContent: is(cells) ? cells[0] + (cells[2] ? ' / ' + book.number(cells[2], 0) : '') + (cells[8] ? ' (' + cells[8] + ')' : '') + ' · ' + cells[4] : '–' }, row);
  }

  function unit(rows, [name, href, cuts, cells], [was, now], [verdict, sameRule], from, to) {
    const a = cells[was], b = cells[now];
    if (!is(a) && !is(b)) return;
    const row = add('tr', {}, rows), head = add('th', { scope: 'row' }, row);
    add('a', { href, textContent: name }, head);
    cell(row, a);
    cell(row, b);
    const td = add('td', {}, row), note = (name, why) => add('span', { className: 'q sm', textContent: say(name, { why: data.reasons[why] }) }, td);
    const cut = cuts.find(([day]) => day > from && day <= to);
    if (!is(b)) return void note(b[0] === null ? 'gone' : 'gone-why', b[0]);
    if (!is(a)) return void note(a[1] === null ? 'new' : 'new-why', a[1]);
    if (cut) return void note('cut', cut[1]);
    if (!verdict) return void (td.textContent = '–');
    if (sameRule && a[1] && b[1]) td.append(places(a[1] - b[1]), ' ');
    const by = change(a, b, verdict);
    if (by) td.append('(' + by + ')');
    const why = b[7] ? b[7][0] : a[7] ? a[7][1] : null;
    if (!td.childNodes.length) td.textContent = why === null ? '…' : data.reasons[why];
  }

  function show() {
    const chosen = data.groups[group.value], was = before.selectedIndex, now = after.selectedIndex;
    const early = Math.min(was, now), late = Math.max(was, now), table = mould.cloneNode(true);
    place.replaceChildren();
    if (early === late) return void (line.textContent = say('other'));
    const verdict = chosen.verdicts[late][early], names = [early, late].map(at => chosen.editions[at][1]);
    line.textContent = capitalised(say(verdict[0] ? verdict[0] + (verdict[1] ? '' : '-only') : 'broken', { before: names[0], after: names[1], why: data.reasons[verdict[2]] }));
    const heads = table.querySelectorAll('thead th');
    names.forEach((name, at) => heads[at + 1].textContent = capitalised(name));
    const rank = ([, , , cells]) => is(cells[late]) && cells[late][1] || 1e9;
    const order = chosen.units.slice().sort((a, b) => rank(a) - rank(b));
    const rows = table.querySelector('tbody');
    order.forEach(one => unit(rows, one, [early, late], verdict, chosen.editions[early][2], chosen.editions[late][2]));
    place.append(table);
  }

  function fill(first, last) {
    const { editions } = data.groups[group.value];
    [before, after].forEach(select => {
      select.replaceChildren();
      editions.forEach(([id, name]) => add('option', { value: id, textContent: name }, select));
    });
    before.value = first || '';
    after.value = last || '';
    if (before.selectedIndex < 0) before.selectedIndex = editions.length - 2;
    if (after.selectedIndex < 0) after.selectedIndex = editions.length - 1;
    show();
  }

  function follow() {
    const [id, first, last] = book.state().id === 'ky' ? book.state().kept.split('/') : [];
    if (data.groups[id]) group.value = id;
    fill(first, last);
  }

  group.addEventListener('change', () => fill());
  [before, after].forEach(select => select.addEventListener('change', show));
  tools.addEventListener('change', () => book.keep('ky', [group, before, after].map(one => one.value).join('/')));
  window.addEventListener('hashchange', follow);
  book.all('[data-group]', box).forEach(item => item.remove());
  box.append(tools, line, place);
  follow();
}
