/* The search page finds while the reader types; without this it is the list of everything. What window.scorebookSearch
   holds is told in src/pages/search_index.rs; a large index is loaded when it is asked for: data-index. The form carries its
   words as data-t-… */
(function () {
  'use strict';

  const SHOWN = 50;
  const [form, list, rest] = ['search', 'found', 'all'].map(id => document.getElementById(id));
  const input = form.elements.q, status = form.querySelector('[role=status]');
  let items;

  /* As the program folds. */
  const fold = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/g, 'd');

  /* A name ready to be compared: its words as written and folded, all of them joined, their initials. */
  function term(name) {
    const exact = name.normalize('NFC').toLowerCase().split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
    const words = exact.map(fold);
    return { name, exact, words, joined: words.join(''), initials: words.map(word => word[0]).join('') };
  }

  const index = form.dataset.index && document.createElement('script');

  /* Whether there is an index, now or soon. */
  function load() {
    if (!index || window.scorebookSearch) return true;
    if (!index.src) {
      index.onload = show;
      index.src = form.dataset.index;
      document.head.append(index);
    }
    return false;
  }

  function unpack() {
    if (items || !load()) return;
    items = [];
    (window.scorebookSearch || []).forEach(([words, address, ...columns]) => {
      const [names, ids, others] = columns.map(column => column.split('\n'));
      names.forEach((name, i) => {
        const id = ids[i] || fold(name).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
        const all = [name].concat(others[i] ? others[i].split('\t') : []);
        items.push({ words, href: address.replace('*', id), terms: all.map(term) });
      });
    });
  }

  /* Whether one slip (a wrong, missing, extra or swapped letter) makes the word, or with `open` its beginning. Numbers
     are meant as typed. */
  function slipped(typed, word, open) {
    let i = 0;
    if (/\d/.test(typed)) return false;
    while (i < typed.length && typed[i] === word[i]) i += 1;
    const goes = (from, at) => open ? word.startsWith(typed.slice(from), at) : word.slice(at) === typed.slice(from);
    return goes(i + 1, i + 1) || goes(i + 1, i) || goes(i, i + 1)
      || (typed[i] === word[i + 1] && typed[i + 1] === word[i] && goes(i + 2, i + 2));
  }

  /* How well a name fits what is asked, 0 for not at all: words as written before folded ones, those before slips. */
  function fit(asked, name) {
    const whole = asked.joined, last = asked.words.length - 1;
    const sum = name.joined === whole ? 60 : name.joined.startsWith(whole) ? 50
      : whole.length > 1 && name.initials.startsWith(whole) ? 30 : whole.length > 2 && name.joined.includes(whole) ? 20 : 0;
    let each = 0, at = 0, short = 0;
    const all = asked.words.every((typed, n) => {
      let best = 0, place = 0;
      name.words.forEach((word, i) => {
        let points = word === typed ? 6 : word.startsWith(typed) ? 5
          : (typed.length > 2 || last) && slipped(typed, word) ? 2
            : n === last && typed.length > 2 && slipped(typed, word, true) ? 1 : 0;
        if (points > 4 && name.exact[i].startsWith(asked.exact[n])) points += 2;
        if (points && i >= at) points += 1;
        if (points > best) [best, place] = [points, i + 1];
      });
      at = place;
      each += best;
      /* A short word is mistyped beside others that are not. */
      if (typed.length < 3 && best < 5) short += 1;
      return best && short < 2;
    });
    return all || sum ? sum + each + 1 / (1 + name.joined.length) : 0;
  }

  function find(query) {
    const asked = term(query), found = [];
    items.forEach(item => {
      let points = 0, by;
      item.terms.forEach(name => {
        const fits = fit(asked, name);
        if (fits > points) [points, by] = [fits, name];
      });
      if (points) found.push({ item, points, by });
    });
    return found.sort((a, b) => b.points - a.points);
  }

  function add(parent, tag, text, style) {
    const made = parent.appendChild(document.createElement(tag));
    made.textContent = text;
    made.className = style || '';
    return made;
  }

  function show() {
    const query = input.value.trim(), text = form.dataset, asks = term(query).joined;
    if (asks || index && window.scorebookSearch) unpack();
    if (asks && !items) return query;
    const found = asks ? find(query) : [], n = found.length;
    list.textContent = '';
    found.slice(0, SHOWN).forEach(({ item, by }) => {
      const line = add(list, 'li', ''), box = add(line, 'div', '');
      add(box, 'a', item.terms[0].name).href = item.href;
      if (by !== item.terms[0]) add(box, 'span', ' (' + by.name + ')', 'q');
      add(line, 'span', item.words, 'q sm');
    });
    list.hidden = !n;
    rest.hidden = Boolean(query);
    status.textContent = !query ? '' : !n ? text.tNone : n === 1 ? text.tFoundOne
      : (n > SHOWN ? text.tFirst : text.tFound).replace(/\{n\}/g, Math.min(n, SHOWN));
    return query;
  }

  form.hidden = false;
  input.value = new URLSearchParams(location.search).get('q') || '';
  show();
  input.addEventListener('focus', unpack);
  input.addEventListener('input', () => {
    const query = show();
    try {
      history.replaceState(null, '', location.pathname + (query && '?q=' + encodeURIComponent(query)));
    } catch (refused) { /* by some for files */ }
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!list.hidden) list.querySelector('a').focus();
  });
})();
