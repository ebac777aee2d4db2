/* Units side by side, of more units than a list should have: the script that data-rows names has all of them, each
   [address, name, id, codes, folded names]; the list shows those whose names are typed, or the first ones.
   <section data-rows="script" data-t-first="…"> <div class="find"> <input type="search" hidden> <div class="pane" hidden> */
(function () {
  'use strict';

  const book = window.scorebook, MOST = 50;
  if (!book) return;

  /* `tick` puts a box before a name, `there` takes all units once they are loaded; answers with what loads them. */
  book.many = function (section, tick, there) {
    const input = section.querySelector('input[type=search]'), list = section.querySelector('.hits');
    const line = book.status(input.parentNode, input.nextSibling), count = n => book.number(n, 0);
    let all, asked;

    function load() {
      if (asked) return;
      asked = true;
      book.rows(section, rows => {
        all = rows.map(([href, name, id, codes, fold]) => ({ href, name, id, codes: codes.split('|'), fold: fold || name }));
        filter();
        there(all);
      });
    }

    function lineOf(unit) {
      const item = book.element('li');
      item.dataset.u = unit.id;
      item.append(tick(unit, unit.name));
      return item;
    }

    function filter() {
      if (!all) return load();
      const matches = book.matcher(input.value), found = all.filter(unit => matches(unit.fold));
      list.replaceChildren(...found.slice(0, MOST).map(unit => unit.item = unit.item || lineOf(unit)));
      list.parentNode.hidden = !found.length;
      line.textContent = book.say(section, 'first', { n: count(Math.min(found.length, MOST)), all: count(found.length) });
    }

    input.hidden = false;
    input.addEventListener('focus', load);
    input.addEventListener('input', filter);
    return load;
  };
})();
