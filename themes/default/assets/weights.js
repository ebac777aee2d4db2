/* The reader's own weights. A unit has  scale · Σ W·(x / max) / Σ W + added  over the parts that it has, rounded to 9
   decimals: far below any printed digit, far above what binary fractions lose, so that equal totals stay equal.
   <section data-own="scale" data-ties [data-up] [data-precision] data-rounding data-t-…>
     <div class="sl" data-w="official weight" data-max>  <tr data-v="12 7.5 -" [data-a="added"] [data-b="place among equals"]> */
'use strict';

window.scorebook && window.scorebook.sections.filter(one => 'own' in one.dataset).forEach(section => {
  const book = window.scorebook;
  const data = section.dataset, body = section.querySelector('.own tbody'), form = section.querySelector('form');
  const line = section.querySelector('[role=status]'), scale = +data.own, shown = +(data.precision || 2);
  const heads = book.all('[data-yours]', section).map(head => [head, head.textContent, head.dataset.yours]);
  const alphabet = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const say = (name, values) => book.say(section, name, values);
  const short = n => book.number(n, n % 1 ? 1 : 0);
  const count = (name, n, of) => say(n === 1 ? name + '-1' : name, { n: short(n), of });
  const total = list => list.reduce((a, b) => a + b);
  const tenth = n => Math.round(n * 10) / 10;
  const isOfficial = () => parts.every(part => part.now === part.official);

  const parts = book.all('.sl', form).map(box => {
    const [range, number] = book.all('input', box), official = +number.value;
    const part = { official, range, weight: +box.dataset.w, max: +box.dataset.max, output: box.querySelector('output') };
    part.set = value => { part.now = +value; range.value = number.value = value; };
    range.oninput = () => {
      const near = Math.round(range.value);
      part.set(near === Math.round(official) ? official : near);
      changed();
    };
    number.oninput = () => {
      if (!number.value || !number.validity.valid) return;
      part.now = range.value = tenth(number.value);
      changed();
    };
    number.onblur = () => part.set(part.now);
    return part;
  });
  const whole = total(parts.map(part => part.weight));

  const rows = Array.from(body.rows, row => ({
    row, name: row.cells[1].textContent, rank: +row.cells[3].dataset.value, score: row.cells[2].firstChild.data,
    bar: row.querySelector('path'), added: +(row.dataset.a || 0), equals: +(row.dataset.b || 0),
    shares: row.dataset.v.split(' ').map((x, i) => x === '-' ? null : x / parts[i].max)
  }));

  const tie = [{ textContent: '=' }, { textContent: say('tied') + ' ', className: 'vh' }].map(of => book.element('span', of));
  tie[0].setAttribute('aria-hidden', true);

  const round = data.rounding === 'down' ? Math.trunc : Math.round;
  const place = {
    dense: (above, n, values) => values + 1, modified: (above, n) => above + n, average: (above, n) => above + (n + 1) / 2
  }[data.ties] || (above => above + 1);

  /* Without any weighed part: last. */
  function compare(a, b) {
    return isNaN(a.key) - isNaN(b.key) || ('up' in data ? a.key - b.key : b.key - a.key) || a.equals - b.equals;
  }

  function compute() {
    /* An unchanged weight is the official one, unrounded. */
    const weights = parts.map(part => part.now === part.official ? part.weight / whole * 100 : part.now);
    const sum = total(weights), official = isOfficial();
    parts.forEach((part, i) => {
      part.output.textContent = say('share', { share: short(sum && tenth(weights[i] / sum * 100)) });
      part.range.setAttribute('aria-valuetext', part.output.textContent);
    });
    line.textContent = say(sum ? 'official' : 'zero');
    if (!sum) return;
    rows.forEach(row => {
      const over = total(row.shares.map((x, i) => x === null ? 0 : weights[i]));
      row.own = scale * total(row.shares.map((x, i) => x * weights[i])) / over + row.added;
      row.key = Math.round(row.own * 1e9);
      if (data.precision) row.key = round(row.key / 10 ** (9 - shown));
    });
    rows.sort((a, b) => compare(a, b) || alphabet.compare(a.name, b.name));
    let moved = 0, values = 0;
    for (let at = 0, end; at < rows.length; at = end, values += 1) {
      for (end = at + 1; end < rows.length && !compare(rows[at], rows[end]);) end += 1;
      for (let i = at; i < end; i += 1) moved += write(rows[i], place(at, end - at, values), i - at, end - at, official);
    }
    body.append(...rows.map(row => row.row));
    heads.forEach(([head, ...words]) => { head.textContent = words[official ? 0 : 1]; });
    if (!official) line.textContent = count('moved', moved, short(rows.length));
  }

  /* Answers whether the unit moved. */
  function write(row, rank, at, n, official) {
    const none = isNaN(row.key), by = none ? 0 : row.rank - rank, tied = n > 1 && !none, [place, , score, , change] = row.row.cells;
    row.row.className = tied ? 'tie' + (at ? at === n - 1 ? ' t9' : '' : ' t1') : '';
    place.textContent = none ? '–' : short(rank);
    if (tied) place.prepend(...tie.map(node => node.cloneNode(true)));
    score.firstChild.data = official ? row.score : none ? '–' : book.number(row.own, shown);
    if (row.bar) row.bar.setAttribute('d', 'M0 0h' + Math.max(0, Math.min(scale, row.own || 0)).toFixed(3) + 'v1H0z');
    change.textContent = by ? count(by > 0 ? 'up' : 'down', Math.abs(by)) : none ? '–' : say('same');
    change.classList.toggle('q', !by);
    return by !== 0;
  }

  let frame;
  function changed() {
    book.keep(section.id, isOfficial() ? '' : parts.map(part => part.now).join());
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(compute);
  }

  function read() {
    const state = book.state(), kept = state.id === section.id ? state.kept.split(',') : [];
    parts.forEach((part, i) => part.set(/^\d+(\.\d)?$/.test(kept[i]) ? Math.min(100, kept[i]) : part.official));
    compute();
  }

  form.querySelector('button').onclick = () => {
    parts.forEach(part => part.set(part.official));
    changed();
  };
  section.addEventListener('pick', changed);
  window.addEventListener('hashchange', read);
  section.querySelector('.wt').hidden = true;
  form.hidden = false;
  read();
});
