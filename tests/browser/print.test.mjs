// On paper: a unit's sheet is one A4 page, also where most is said of it.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const pages = pdf => (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []).length;

export const tests = {
  'a sheet is one page': async ({ page, open, equal, mode, folder, ok }) => {
    const found = {};
    // From the disk all of them in the first language, from the server the longest in both.
    const longest = /so-y-te|so-giao-duc|so-lao-dong|thanh-pho/;
    for (const start of mode === 'file' ? [''] : ['', 'en/']) {
      const units = await readdir(join(folder, `${start}2018/units`));
      ok(units.length === 26, `${units.length} units`);
      for (const unit of units.filter(unit => mode === 'file' || longest.test(unit))) {
        await open(`${start}2018/units/${unit}/index.html`);
        const n = pages(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
        if (n !== 1) found[start + unit] = n;
      }
    }
    equal(found, {});
  },

  'a report of many pages is counted as such': async ({ page, open, ok }) => {
    await open('2018/print/index.html');
    ok(pages(await page.pdf({ preferCSSPageSize: true, printBackground: true })) > 5);
  },
};
