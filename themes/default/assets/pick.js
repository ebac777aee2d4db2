/* Pages that show one group at a time, and keep what the reader chose in the address: #ID or #ID=WHAT IS KEPT.

   <nav data-pick="label">  becomes a list of the groups, the sections of the page; the first section without `data-off` is shown
                            if the address names none; a section hears `pick` when it is chosen
   <p data-without>         words for those who read without scripts
   <section data-rows="script">  the script has the rows of a long list: src/pages/rows.rs

   Groups that are not shown leave the page, so that they are neither printed nor found; `sections` has them all. */
(function () {
  'use strict';

  var book = window.scorebook;
  if (!book) return;

  book.sections = book.all('main > section');

  /* The section that the address names, and what it keeps there. */
  book.state = function () {
    var hash = location.hash.slice(1), at = hash.indexOf('=');
    return at < 0 ? { id: hash, kept: '' } : { id: hash.slice(0, at), kept: hash.slice(at + 1) };
  };

  /* Nothing is loaded, and it works in a file that was opened by a double-click; what a link asked for is forgotten. */
  book.keep = function (id, kept) {
    var hash = '#' + id + (kept ? '=' + kept : '');
    try { history.replaceState(null, '', location.pathname + hash); } catch (refused) { location.replace(hash); }
  };

  /* Puts the sign of a tie before what a cell holds: one to see, one to hear. */
  book.tie = function (cell, words) {
    var sign = book.element('span', { textContent: '=' });
    sign.setAttribute('aria-hidden', true);
    cell.prepend(sign, book.element('span', { className: 'vh', textContent: words + ' ' }));
  };

  /* Decimals as texts, subtracted as whole numbers of their last decimal: never as binary fractions. */
  book.exact = (function () {
    function parts(text) { return /^(-?)(\d+)(?:\.(\d+))?$/.exec(text); }
    function decimals(text) { return (parts(text)[3] || '').length; }

    /* A decimal as a whole number of its n-th decimal. */
    function whole(text, n) {
      var part = parts(text);
      return BigInt(part[1] + part[2] + (part[3] || '').padEnd(n, '0'));
    }

    /* The second minus the first with its sign, rounded half-up to so many decimals at most. */
    function difference(was, now, most) {
      var n = Math.max(decimals(was), decimals(now)), unit = BigInt('1' + '0'.repeat(Math.max(n - most, 0)));
      var by = whole(now, n) - whole(was, n), size = by < 0 ? -by : by, two = BigInt(2), ten = BigInt(10);
      var rounded = (size * two + unit) / (unit * two), places = Math.min(n, most);
      for (; places && !(rounded % ten); places -= 1) rounded /= ten;
      return rounded ? (by < 0 ? '\u2212' : '+') + book.number(Number(rounded) / Math.pow(10, places), places) : '=';
    }

    /* A difference rounded to so many decimals, or to as many more as it needs not to look like nothing. */
    function rounded(was, now, most) {
      var by = difference(was, now, most);
      return by === '=' && most < 12 ? rounded(was, now, most + 1) : by;
    }

    return { decimals: decimals, difference: difference, rounded: rounded };
  })();

  /* The rows of a long list, each [address, name, id, …], once its script is loaded. */
  var scripts = {};
  book.rows = function (section, then) {
    var id = section.id;
    scripts[id] = scripts[id] || book.element('script', { src: section.dataset.rows }, document.head);
    scripts[id].addEventListener('load', function () {
      var columns = window.scorebookRows[id].slice(), address = columns.shift();
      var lists = columns.map(function (column) { return column.split('\n'); });
      then(lists[1].map(function (unit, i) {
        return [address.replace('*', unit)].concat(lists.map(function (list) { return list[i]; }));
      }));
    });
  };

  function picker(nav) {
    var sections = book.sections, tools = book.element('div', { className: 'tools' });
    var select = book.element('select', {}, book.element('label', { textContent: nav.dataset.pick }, tools));
    sections.forEach(function (section) {
      var title = section.querySelector('h2');
      book.element('option', { value: section.id, textContent: title.textContent }, select);
      title.className = 'vh';
    });

    function show() {
      var chosen = sections[select.selectedIndex];
      sections.forEach(function (section) { if (section !== chosen) section.remove(); });
      tools.after(chosen);
      return chosen;
    }

    function follow() {
      var id = book.state().id;
      var named = sections.filter(function (section) { return section.id === id; });
      var open = sections.filter(function (section) { return !section.hasAttribute('data-off'); });
      select.value = named.concat(open, sections)[0].id;
      show();
    }

    select.addEventListener('change', function () {
      book.keep(select.value);
      show().dispatchEvent(new Event('pick'));
    });
    window.addEventListener('hashchange', follow);
    nav.replaceWith(tools);
    follow();
  }

  book.all('[data-without]').forEach(function (words) { words.hidden = true; });
  book.all('nav[data-pick]').forEach(picker);
})();
