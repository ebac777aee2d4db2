/* Units side by side. What is chosen are boxes in the list of units; the others are held against the first one. Groups are
   never mixed: each section has a list and a table of its own.
   <section data-compare data-signs="sign|meaning|…" data-t-…>
     <li data-u="id" data-v="=2|95 Σ|9.1~11.9 ∴|…">  the rank, then scores: `'` before words, `!` before what is disputed,
                                                     `4.3/4.333` a number as it is printed and as it is,
                                                     `3;disputed` a rank with what is said of it besides
     <tr data-max="24"><th>                          the rows of the table, in that order
   A link may choose the first ones: ?units=ID,ID#GROUP
   A section with data-rows has more units than a list should: compare-many.js. */
'use strict';

window.scorebook && window.scorebook.sections.forEach(section => {
  const book = window.scorebook, MOST = 5, add = book.element;
  const say = (name, values) => book.say(section, name, values);
  const line = section.querySelector('.said'), chips = section.querySelector('.chosen');
  const mould = section.querySelector('template'), box = mould.content.firstElementChild, table = box.querySelector('table');
  const signs = section.dataset.signs.split('|'), meaning = sign => signs[signs.indexOf(sign) + 1];
  const { decimals, difference, rounded } = book.exact;
  const number = text => book.number(+text, decimals(text));
  let chosen = [];

  /* Puts a box before the name of a unit. */
  function tick(unit, ...name) {
    const label = add('label');
    unit.box = add('input', { type: 'checkbox', checked: chosen.includes(unit) }, label);
    unit.box.onchange = () => choose(unit, unit.box.checked);
    label.append(' ', ...name);
    return label;
  }

  let units = book.all('li[data-u]', section).map(item => {
    const name = item.firstElementChild;
    const unit = { id: item.dataset.u, name: name.textContent, href: name.href, codes: item.dataset.v.split('|') };
    name.replaceWith(tick(unit, ...name.childNodes));
    return unit;
  });
  const many = section.dataset.rows && book.many(section, tick, list => {
    units = list;
    follow();
  });

  function choose(unit, wanted) {
    const full = wanted && chosen.length === MOST;
    if (!full) chosen = wanted ? chosen.concat(unit) : chosen.filter(other => other !== unit);
    keep();
    show();
    if (full) line.textContent = say('full', { n: MOST });
  }

  function keep() {
    book.keep(section.id, chosen.map(unit => unit.id).join());
  }

  /* What a code means: its text, its sign, and the ends that its value lies between; none where there is no value. */
  function read(code, max) {
    const [, both, sign] = /^(.*?)(?: ([§∴Σᵖᵉʳ]))?$/.exec(code), known = /^-?\d/.test(both);
    const [text, whole = text] = known ? both.split('/') : [both], ends = whole.split('~');
    const low = known ? +ends[0] : 0, high = known ? +ends[ends.length - 1] : max || Infinity;
    return { text, whole, sign, known, ends: text.split('~'), low, high, exact: known && !ends[1], none: /^[×–]/.test(text) };
  }

  function fill(td, value) {
    const { text, sign } = value, first = text[0];
    if (first === '=') {
      td.append(number(text.slice(1)));
      book.tie(td, say('tied'));
    } else if (first === '■') {
      add('span', { className: 'wh' }, td);
      add('span', { className: 'vh', textContent: meaning(first) }, td);
    } else if ('…×–'.includes(first)) {
      add('abbr', { className: 'no', textContent: first, title: meaning(first) }, td);
    } else if (first === '!') {
      add('s', { textContent: text.slice(1) }, td);
    } else {
      const words = first === "'" ? text.slice(1) : value.ends.map(number).join('–');
      add('span', { className: value.exact ? '' : 'no', textContent: words }, td);
    }
    add('abbr', { className: 'm', textContent: sign || '', title: sign ? meaning(sign) : '' }, td);
  }

  /* How much more a value is than the first one: of the whole values, with a word where the printed ones make something else. */
  function gap(first, value) {
    const most = Math.max(decimals(first.text), decimals(value.text)), by = rounded(first.whole, value.whole, most);
    if (by === difference(first.text, value.text, 12)) return by === '=' ? '0' : by;
    return say('unrounded', { change: rounded(first.whole, value.whole, Math.max(most, 4)) });
  }

  function bar(td, { known, low, high, text, none }, max) {
    if (none || !max || /^[■!]/.test(text)) return;
    const cut = n => Math.max(0, Math.min(max, n)), from = cut(low), open = cut(high) - from;
    const svg = draw('svg', { class: known ? 'bar' : 'bar u', viewBox: `0 0 ${max} 1`, preserveAspectRatio: 'none', 'aria-hidden': true }, td);
    if (known) draw('path', { d: `M0 0h${from}v1H0zM${from} .3h${open}v.4h-${open}z` }, svg);
  }

  function draw(name, attributes, parent) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.keys(attributes).forEach(key => made.setAttribute(key, attributes[key]));
    return parent.appendChild(made);
  }

  function row(tr, i) {
    const max = +tr.dataset.max, codes = chosen.map(unit => unit.codes[i].split(';')), values = codes.map(([code]) => read(code, max)), there = values.filter(value => !value.none);
    const differ = there.some(value => value.low !== there[0].low || value.high !== there[0].high);
    values.forEach((value, at) => {
      const td = add('td', { className: 'n' + (i ? ' e' : '') + (tr.className ? ' to' : '') }, tr);
      td.dataset.k = chosen[at].name;
      fill(td, value);
      if (codes[at][1]) add('span', { className: 'sm q', textContent: ' (' + codes[at][1] + ')' }, td);
      if (!i) return;
      bar(td, value, max);
      if (!value.exact) return;
      if (at && values[0].exact) {
        add('span', { className: 'sm q', textContent: gap(values[0], value) }, td);
      }
      const less = 'less' in tr.dataset, best = other => less ? value.high <= other.low : value.low >= other.high;
      if (differ && there.every(best)) add('b', { className: 'sm', textContent: say(less ? 'best' : 'highest') }, td);
    });
  }

  function show() {
    const head = table.tHead.rows[0], n = chosen.length;
    units.forEach(unit => { if (unit.box) unit.box.checked = chosen.includes(unit); });
    line.textContent = n ? say(n > 1 ? 'chosen' : 'more', { n }) : '';
    chips.textContent = '';
    book.all('tr > :nth-child(n + 2)', table).forEach(cell => cell.remove());
    chosen.forEach(unit => {
      add('button', { type: 'button', textContent: say('remove', { unit: unit.name }) }, chips).onclick = () => {
        choose(unit, false);
        (chips.querySelector('button') || section.querySelector('input')).focus();
      };
      add(unit.href ? 'a' : 'span', unit.href ? { href: unit.href, textContent: unit.name } : { textContent: unit.name },
        add('th', { scope: 'col', className: 'n' }, head));
    });
    Array.from(table.tBodies[0].rows).forEach(row);
    if (n > 1) mould.before(box);
    else box.remove();
  }

  function follow() {
    const state = book.state(), asked = new URLSearchParams(location.search).get('units') || '';
    const ids = state.id === section.id ? (state.kept || asked).split(',') : [];
    if (many && ids[0]) many();
    chosen = ids.filter((id, at) => ids.indexOf(id) === at).map(id => units.find(unit => unit.id === id)).filter(Boolean).slice(0, MOST);
    show();
  }

  section.addEventListener('pick', keep);
  window.addEventListener('hashchange', follow);
  follow();
});
