/* Sorting, filtering and finding. Every page is complete without it.

   What pages provide, since nothing here knows a language:
   <html lang="vi" data-t-filter="label of the filter field" data-t-sort="label of the list of columns"
     data-t-ascending="sorted by {column}, ascending" data-t-descending="sorted by {column}, descending"
     data-t-matches="{n} units match" data-t-match="1 unit matches, if that is said differently">
     (any of these may also stand on an element around the table or the finder)
   <table data-sort>              can be sorted, and filtered from 12 rows on
     <th data-c="2" [data-up]>    heads that sort a column, from 0; data-up: the first click sorts ascending
     <td data-value="20.5">       what is sorted by; "" is unknown and comes last both ways; without it, the text
     <td data-from="2" data-to="4">  two ends that are sorted by instead: upwards by the lower one, downwards by the
                                  higher; without data-to, both are the same
     <tr [data-f="so y te syt"]>  rows with a <th scope="row"> move and are filtered, by data-f or the folded name;
                                  other rows (heads of blocks, means) stay, and nothing moves across them;
                                  sorted by the first column, each <tbody> moves as a whole
   <div class="find" [data-find="#lists"]> <input type="search" hidden>  <ul class="hits"> <li [data-f]> </ul> </div>
                                  with data-find, the lists are those within that element
   <button data-print hidden>     prints the page
   <form data-ask> <input hidden> <button hidden>    asks the search page
   <details>                      are open on paper */
(function () {
  'use strict';

  var FILTER_FROM = 12;
  var root = document.documentElement;

  function all(selector, within) {
    return Array.from((within || document).querySelectorAll(selector));
  }

  function element(name, properties, parent) {
    var made = Object.assign(document.createElement(name), properties);
    if (parent) parent.appendChild(made);
    return made;
  }

  /* A text of the page's language, from the nearest element that has it. */
  function say(near, name, values) {
    var holder = near.closest('[data-t-' + name + ']');
    var text = holder ? holder.getAttribute('data-t-' + name) : '';
    return text.replace(/\{(\w+)\}/g, function (whole, key) {
      return values && key in values ? values[key] : whole;
    });
  }

  function sayMatches(near, n) {
    var single = n === 1 && near.closest('[data-t-match]');
    return say(near, single ? 'match' : 'matches', { n: n.toLocaleString(root.lang) });
  }

  /* As the program folds; `data-f` is folded already and does not change. */
  function fold(text) {
    return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[đð]/g, 'd');
  }

  function wordsOf(text) {
    return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  /* Whether each word of the query begins a word of the text, or all of it stands there written as one. */
  function matcher(query) {
    var asked = wordsOf(query), joined = asked.join('');
    return function (text) {
      var words = wordsOf(text);
      return asked.every(function (start) { return words.some(function (word) { return word.startsWith(start); }); })
        || (joined.length > 2 && words.join('').includes(joined));
    };
  }

  function nameOf(item, name) {
    return item.dataset.f || name.textContent;
  }

  function status(parent, before) {
    var line = element('p', { className: 'q sm' });
    line.setAttribute('role', 'status');
    parent.insertBefore(line, before || null);
    return line;
  }

  /* Shows the items that match what is typed, and says how many they are. */
  function filterBy(input, items, line) {
    input.addEventListener('input', function () {
      var matches = matcher(input.value), n = 0;
      items.forEach(function (item) {
        item.element.hidden = !matches(item.name);
        if (!item.element.hidden) n += 1;
      });
      line.textContent = input.value.trim() ? sayMatches(input, n) : '';
    });
  }

  /* Rows that may change places with each other: those between two rows that stay. */
  function runsOf(table) {
    var runs = [];
    all('tbody', table).forEach(function (body) {
      var run = null;
      Array.from(body.rows).forEach(function (row) {
        var name = row.querySelector('th[scope=row]');
        if (!name || row.matches('.sub, .ref')) {
          run = null;
          return;
        }
        if (!run) {
          run = [];
          runs.push(run);
        }
        run.push(row);
      });
    });
    return runs;
  }

  /* What a cell is sorted by: the two ends of a number, a text, or null if unknown. */
  function keyOf(row, column) {
    var cell = row.cells[column];
    if (!cell) return null;
    var from = cell.dataset.from;
    if (from) return [Number(from), Number(cell.dataset.to || from)];
    var value = cell.hasAttribute('data-value') ? cell.dataset.value : cell.textContent.trim();
    if (value === '') return null;
    return /^-?\d+(\.\d+)?$/.test(value) ? [Number(value), Number(value)] : value;
  }

  /* Below 0 where a comes first in that direction. Of intervals that begin alike the narrower one is first. */
  function compareKeys(a, b, direction, collator) {
    var numbers = [a, b].filter(Array.isArray).length, near = direction > 0 ? 0 : 1;
    if (numbers === 2) return direction * (a[near] - b[near] || a[1 - near] - b[1 - near]);
    if (numbers === 1) return direction * (Array.isArray(a) ? -1 : 1);
    return direction * collator.compare(a, b);
  }

  /* Puts the rows of a run in order; equal ones keep the order of the page. Answers whether that order is changed. */
  function sortRun(run, column, direction, collator) {
    var end = document.createComment('');
    run[0].parentNode.insertBefore(end, afterLast(run));
    var keyed = run.map(function (row) { return { row: row, key: keyOf(row, column) }; });
    keyed.sort(function (x, y) {
      if (x.key === null || y.key === null) return (x.key === null) - (y.key === null);
      return compareKeys(x.key, y.key, direction, collator);
    });
    end.before.apply(end, keyed.map(function (entry) { return entry.row; }));
    end.remove();
    return keyed.some(function (entry, i) { return entry.row !== run[i]; });
  }

  /* What follows the rows of a run, in whichever order they now stand. */
  function afterLast(run) {
    var next = run[0];
    while (next && run.includes(next)) next = next.nextElementSibling;
    return next;
  }

  function sortable(table) {
    var heads = all('thead th[data-c]', table), runs = runsOf(table), blocks = all('tbody', table);
    if (!heads.length || !runs.length) return;
    var collator = new Intl.Collator(root.lang, { numeric: true });
    var tools = element('div', { className: 'tools' });
    table.parentNode.insertBefore(tools, table);
    addFilter(table, runs, tools);
    var select = element('select', {}, element('label', {
      className: 'nar', textContent: say(table, 'sort') + ' '
    }, tools));
    var line = status(tools);

    function sortBy(head, direction) {
      heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', direction > 0 ? 'ascending' : 'descending');
      var changed = runs.map(function (run) { return sortRun(run, Number(head.dataset.c), direction, collator); });
      changed.push(sortBlocks(head.dataset.c === '0' ? direction : 0));
      table.classList.toggle('resorted', changed.includes(true));
      line.textContent = say(table, direction > 0 ? 'ascending' : 'descending', { column: head.dataset.name });
    }

    /* The blocks of a table by ranks: by its first column they are put in order too, by others they stand as on the page. */
    function sortBlocks(direction) {
      var keyed = blocks.map(function (body) {
        var row = body.querySelector('tr:not(.sub):not(.ref)');
        return { body: body, key: row && direction ? keyOf(row, 0) : null };
      });
      if (direction < 0) keyed.sort(function (x, y) {
        if (x.key === null || y.key === null) return (x.key === null) - (y.key === null);
        return compareKeys(x.key, y.key, direction, collator);
      });
      keyed.forEach(function (entry) { table.append(entry.body); });
      return keyed.some(function (entry, i) { return entry.body !== blocks[i]; });
    }

    function first(head) {
      return head.hasAttribute('data-up') ? 1 : -1;
    }

    heads.forEach(function (head, i) {
      head.dataset.name = head.textContent.trim();
      element('option', { value: i, textContent: head.dataset.name }, select);
      var button = element('button', { type: 'button' });
      button.append.apply(button, Array.from(head.childNodes));
      head.appendChild(button);
      button.addEventListener('click', function () {
        var now = head.getAttribute('aria-sort');
        sortBy(head, now ? (now === 'ascending' ? -1 : 1) : first(head));
      });
    });
    select.addEventListener('change', function () {
      var head = heads[Number(select.value)];
      sortBy(head, first(head));
    });
  }

  function addFilter(table, runs, tools) {
    var rows = runs.flat();
    if (rows.length < FILTER_FROM) return;
    var label = element('label', { textContent: say(table, 'filter') }, tools);
    var input = element('input', { type: 'search', autocomplete: 'off' }, label);
    filterBy(input, rows.map(function (row) {
      return { element: row, name: nameOf(row, row.querySelector('th[scope=row]')) };
    }), status(tools));
  }

  function finder(box) {
    var input = box.querySelector('input'), lists = box.dataset.find ? document.querySelector(box.dataset.find) : box;
    var items = all('.hits li', lists).map(function (item) {
      return { element: item, name: nameOf(item, item) };
    });
    if (!input || !items.length) return;
    input.hidden = false;
    filterBy(input, items, status(input.parentNode, input.nextSibling));
    input.addEventListener('keydown', function (event) {
      var shown = items.filter(function (item) { return !item.element.hidden; });
      var link = shown.length === 1 && shown[0].element.querySelector('a');
      if (event.key === 'Enter' && link) link.click();
    });
  }

  /* A number as the page's language writes it, with that many decimals; formats are slow to make, and kept. */
  var formats = {};
  function number(value, decimals) {
    var grouped = Math.abs(value) >= 10000, key = decimals + String(grouped);
    formats[key] = formats[key] || new Intl.NumberFormat(root.lang, {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: grouped
    });
    return formats[key].format(value).replace('-', '\u2212');
  }

  /* For the scripts of single pages. */
  window.scorebook = { all: all, element: element, say: say, status: status, number: number, matcher: matcher };

  all('table[data-sort]').forEach(sortable);
  all('.find').forEach(finder);

  all('form[data-ask] [hidden]').forEach(function (field) { field.hidden = false; });
  all('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
  var opened = [];
  window.addEventListener('beforeprint', function () {
    opened = all('details:not([open])');
    opened.forEach(function (details) { details.open = true; });
  });
  window.addEventListener('afterprint', function () {
    opened.forEach(function (details) { details.open = false; });
  });
})();
