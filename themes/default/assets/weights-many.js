/* The reader's own weights of more units than the table has rows: the script that data-rows names has all of them, each
   [address, name, id, place in the alphabet, official rank (`=2`), total, values, added, place among equals]. The table shows the first ones, or
   those whose names are typed in <div data-seek>; <p data-shown> says how many they are. */
(function () {
  'use strict';

  const book = window.scorebook;
  if (!book) return;

  /* `places` are the rows of the table, `made` makes a unit, `changed` is called once there is something new to show. */
  book.many = function (section, places, made, changed) {
    const box = section.querySelector('[data-seek]'), input = box.querySelector('input');
    const table = section.querySelector('.own'), line = section.querySelector('[data-shown]');
    const count = n => book.number(n, 0);
    let all, asked;

    function load() {
      if (asked) return;
      asked = true;
      book.rows(section, rows => {
        all = rows.map(([href, name, , letter, official, ...rest]) =>
          Object.assign(made(name, official.replace('=', ''), ...rest), { href, letter: +letter, official: official.replace(/[\d.]+/, rank => book.number(+rank, rank % 1 ? 1 : 0)) }));
        changed();
      });
    }

    function link({ href, name }) {
      return book.element(href ? 'a' : 'span', href ? { href, textContent: name } : { textContent: name });
    }

    box.hidden = false;
    input.oninput = changed;
    [box, section.querySelector('form')].forEach(part => ['focusin', 'pointerover'].forEach(event => part.addEventListener(event, load)));

    return {
      /* All units in official order, or nothing before they are asked for and there. */
      units: official => {
        if (!official || input.value) load();
        return all;
      },

      /* Gives the rows of the table to those that are to be seen. */
      seat: units => {
        const matches = book.matcher(input.value), found = input.value ? units.filter(one => matches(one.name)) : units;
        const shown = found.slice(0, places.length);
        places.forEach((row, i) => {
          const one = shown[i];
          row.hidden = !one;
          if (!one) return;
          one.row = row;
          one.link = one.link || link(one);
          row.cells[1].replaceChildren(one.link);
          row.cells[3].textContent = one.official;
        });
        table.classList.toggle('resorted', Boolean(input.value));
        line.textContent = book.say(section, 'shown', { n: count(shown.length), all: count(units.length) });
        return shown;
      }
    };
  };
})();
