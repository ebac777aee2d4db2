/* The reader's own weights. A unit has  scale · Σ W·(x / max) / Σ W + added  over the parts that it has, rounded to 9
   decimals: far below any printed digit, far above what binary fractions lose, so that equal totals stay equal. An unchanged
   weight is the official one, unrounded; a unit without any weighed part is last.
   <section data-own="scale" data-ties [data-up] [data-precision] data-rounding data-t-…>
     <div class="sl" data-w="official weight" data-max>  <tr data-v="12 7.5 -" [data-a="added"] [data-b="place among equals"]>
   A section with data-rows has more units than rows: weights-many.js. */
'use strict';

window.scorebook && window.scorebook.sections.filter(one => 'own' in one.dataset).forEach(section => {
  const book = window.scorebook, find = selector => section.querySelector(selector);
  const data = section.dataset, body = find('.own tbody'), form = find('form'), places = [...body.rows];
  const line = find('[role=status]'), scale = +data.own, digits = +(data.precision || 2);
  const heads = book.all('[data-yours]', section).map(head => [head, head.textContent, head.dataset.yours]);
  const say = (name, values) => book.say(section, name, values);
  const short = n => book.number(n, n % 1 ? 1 : 0);
  const count = (name, n, of) => say(n === 1 ? name + '-1' : name, { n: short(n), of });
  const total = list => list.reduce((a, b) => a + b);
  const tenth = n => Math.round(n * 10) / 10;
  let frame;
  /* With one decimal, and adding up to 100: what rounding takes away goes to those that lost most by it. */
  const percentages = (weights, sum) => {
    const exact = weights.map(weight => weight / sum * 1000), tenths = exact.map(n => Math.floor(n + 1e-9));
    const lost = i => exact[i] - tenths[i], order = tenths.map((n, i) => i).sort((a, b) => lost(b) - lost(a));
    order.slice(0, 1000 - total(tenths)).forEach(i => { tenths[i] += 1; });
    return tenths.map(n => n / 10);
  };
  const asGiven = () => parts.every(part => part.now === part.official);

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

  const unit = (name, rank, score, values, added, equals) => ({
    name, rank: +rank, score, added: +added || 0, equals: +equals || 0,
    shares: values.split(' ').map((x, i) => x === '-' ? null : x / parts[i].max)
  });
  const many = data.rows && book.many(section, places, unit, later);
  let units = many ? null : places.map(row => {
    const [, name, score, rank] = row.cells, { v, a, b } = row.dataset, first = score.firstChild;
    return Object.assign(unit(name.textContent, rank.dataset.value, first.textContent, v, a, b), { row, whole: first.title });
  });
  if (units) {
    const alphabet = new Intl.Collator(document.documentElement.lang, { numeric: true });
    [...units].sort((a, b) => alphabet.compare(a.name, b.name)).forEach((one, i) => { one.letter = i; });
  }

  const round = data.rounding === 'down' ? Math.trunc : Math.round;
  const place = {
    dense: (above, n, values) => values + 1, modified: (above, n) => above + n, average: (above, n) => above + (n + 1) / 2
  }[data.ties] || (above => above + 1);

  function compare(a, b) {
    return isNaN(a.key) - isNaN(b.key) || ('up' in data ? a.key - b.key : b.key - a.key) || a.equals - b.equals;
  }

  function compute() {
    const weights = parts.map(part => part.now === part.official ? part.weight / whole * 100 : part.now);
    const sum = total(weights), official = asGiven();
    const printed = sum ? percentages(weights, sum) : weights;
    parts.forEach((part, i) => {
      part.output.textContent = say('share', { share: short(printed[i]) });
      part.range.setAttribute('aria-valuetext', part.output.textContent);
    });
    line.textContent = say(sum ? 'official' : 'zero');
    units = units || many.units(official);
    if (!sum || !units) return;
    units.forEach(one => {
      let over = 0, got = 0;
      one.shares.forEach((x, i) => {
        over += x === null ? 0 : weights[i];
        got += x * weights[i];
      });
      one.own = scale * got / over + one.added;
      one.key = Math.round(one.own * 1e9);
      if (data.precision) one.key = round(one.key / 10 ** (9 - digits));
    });
    units.sort((a, b) => compare(a, b) || a.letter - b.letter);
    let moved = 0, values = 0;
    for (let at = 0, end; at < units.length; at = end, values += 1) {
      for (end = at + 1; end < units.length && !compare(units[at], units[end]);) end += 1;
      for (let i = at; i < end; i += 1) {
        const one = units[i], none = isNaN(one.key);
        const now = place(at, end - at, values);
        Object.assign(one, { now, by: none ? 0 : one.rank - now, at: i - at, tied: none ? 1 : end - at });
        moved += one.by !== 0;
      }
    }
    const shown = many ? many.seat(units) : units;
    shown.forEach(one => write(one, official));
    body.append(...shown.map(one => one.row));
    heads.forEach(([head, ...words]) => { head.textContent = words[official ? 0 : 1]; });
    if (!official) line.textContent = count('moved', moved, short(units.length));
  }

  function write(one, official) {
    const none = isNaN(one.key), { row, by, at, tied } = one, [place, , score, , change] = row.cells;
    row.className = tied > 1 ? 'tie' + (at ? at === tied - 1 ? ' t9' : '' : ' t1') : '';
    place.textContent = none ? '–' : short(one.now);
    if (tied > 1) book.tie(place, say('tied'));
    score.firstChild.textContent = official ? one.score : none ? '–' : book.number(one.own, digits);
    if (one.whole) score.firstChild.title = official ? one.whole : '';
    book.all('path', row).forEach(bar => bar.setAttribute('d', 'M0 0h' + Math.max(0, Math.min(scale, one.own || 0)).toFixed(3) + 'v1H0z'));
    change.textContent = by ? count(by > 0 ? 'up' : 'down', Math.abs(by)) : none ? '–' : say('same');
    change.classList.toggle('q', !by);
  }

  function later() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(compute);
  }

  function changed() {
    book.keep(section.id, asGiven() ? '' : parts.map(part => part.now).join());
    later();
  }

  function read() {
    const state = book.state(), kept = state.id === section.id ? state.kept.split(',') : [];
    parts.forEach((part, i) => part.set(/^\d+(\.\d)?$/.test(kept[i]) ? Math.min(100, kept[i]) : part.official));
    compute();
  }

  find('button').onclick = () => {
    parts.forEach(part => part.set(part.official));
    changed();
  };
  section.addEventListener('pick', changed);
  addEventListener('hashchange', read);
  find('.wt').hidden = true;
  form.hidden = false;
  read();
});
