// The search page: finds while one types, forgives marks and slips, keeps its question in the address.

const found = page => page.$$eval('#found li a', links => links.map(link => link.textContent));
const status = page => page.textContent('#search [role=status]');

async function first({ page, open, equal }, language, typed, name) {
  await open(`${language}search/index.html`);
  await page.fill('#q', typed);
  equal((await found(page))[0], name, `${typed}: ${(await found(page)).slice(0, 3).join('; ')}`);
}

// One test for each way in which a name may be typed.
const vi = {
  'so y te': 'Sở Y tế',
  'Sở Y tế': 'Sở Y tế',
  'SYT': 'Sở Y tế',
  'syt': 'Sở Y tế',
  'y tế': 'Sở Y tế',
  'so y tê': 'Sở Y tế',
  'so y the': 'Sở Y tế',
  'soyte': 'Sở Y tế',
  'so y tr': 'Sở Y tế',
  'so y ta': 'Sở Y tế',
  'sp y te': 'Sở Y tế',
  'sở i tế': 'Sở Y tế',
  'so nội vi': 'Sở Nội vụ',
  'ngia lo': 'UBND thị xã Nghĩa Lộ',
  'nghai lo': 'UBND thị xã Nghĩa Lộ',
  'ngxia lo': 'UBND thị xã Nghĩa Lộ',
  'mu cang chia': 'UBND huyện Mù Cang Chải',
  'sgdđt': 'Sở Giáo dục và Đào tạo',
  'sgddt': 'Sở Giáo dục và Đào tạo',
  'van yen': 'UBND huyện Văn Yên',
  'chính sách': 'Chính sách và kinh phí',
  '2016': 'Kết quả xếp hạng năm 2016',
  '3329': 'Bộ tiêu chí theo Quyết định 3329/QĐ-UBND',
  'lien he': 'Liên hệ',
};
const en = { 'departmnet of health': 'Department of Health', 'Sở Y tế': 'Department of Health', 'SYT': 'Department of Health', 'contact': 'Contact' };

export const tests = {
  'a name is found, however it is typed': async tools => {
    for (const [typed, name] of Object.entries(vi)) await first(tools, '', typed, name);
    for (const [typed, name] of Object.entries(en)) await first(tools, 'en/', typed, name);
  },

  'words with the right marks come first': async ({ page, open, equal }) => {
    await open('search/index.html');
    for (const [typed, name] of [['trấn', 'UBND huyện Trấn Yên'], ['trạm', 'UBND huyện Trạm Tấu'], ['sở tư', 'Sở Tư pháp']]) {
      await page.fill('#q', typed);
      equal((await found(page))[0], name);
    }
  },

  'the status line tells how many there are, politely': async ({ page, open, equal, ok }) => {
    await open('search/index.html');
    equal(await status(page), '');
    await page.fill('#q', 'nghia lo');
    equal(await status(page), '1 kết quả');
    await page.fill('#q', 'so');
    ok(/^\d+ kết quả$/.test(await status(page)), await status(page));
    await page.fill('#q', 'zzzzzz');
    ok((await status(page)).startsWith('Không tìm thấy'));
    equal(await found(page), []);
    equal(await page.getAttribute('#search p', 'role'), 'status');
  },

  'what is asked stands in the address, and is asked again when it is opened': async ({ page, open, equal }) => {
    await open('search/index.html');
    await page.fill('#q', 'so y te');
    equal(new URL(await page.evaluate(() => location.href)).searchParams.get('q'), 'so y te');
    await page.reload();
    equal(await page.inputValue('#q'), 'so y te');
    equal((await found(page))[0], 'Sở Y tế');
    await page.fill('#q', '');
    equal(new URL(await page.evaluate(() => location.href)).search, '');
  },

  'the list of everything makes room for the finds and comes back': async ({ page, open, equal, ok }) => {
    await open('search/index.html');
    ok(await page.isVisible('#all'));
    ok(!await page.isVisible('#found'));
    await page.fill('#q', 'y te');
    ok(!await page.isVisible('#all'));
    ok(await page.isVisible('#found'));
    await page.fill('#q', '  ');
    ok(await page.isVisible('#all'));
    equal(await found(page), []);
  },

  'by keyboard alone': async ({ page, open, equal, ok }) => {
    await open('search/index.html');
    await page.focus('#q');
    await page.keyboard.type('so y te');
    await page.keyboard.press('Enter');
    equal(await page.evaluate(() => document.activeElement.textContent), 'Sở Y tế');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/2018\/units\/so-y-te\//);
    ok((await page.textContent('h1')).includes('Sở Y tế'));
  },

  'every link of the index leads to a page': async ({ page, open, ok }) => {
    await open('search/index.html');
    const links = new Set(await page.$$eval('#all a', all => all.map(link => link.href)));
    for (const letter of 'abcdghklmnopstuvxy') {
      await page.fill('#q', letter);
      for (const href of await page.$$eval('#found a', all => all.map(link => link.href))) {
        ok(links.has(href), `${href} is not in the list of everything`);
      }
    }
  },

  'markup that is typed stays text': async ({ page, open, equal }) => {
    await open('search/index.html', { q: '<img src=x onerror=alert(1)>"' });
    equal(await page.inputValue('#q'), '<img src=x onerror=alert(1)>"');
    equal(await page.$$eval('#found img', all => all.length), 0);
    await page.fill('#q', '((([ \\ * ? $&');
    equal(await found(page), []);
  },

  'a find is shown within a fifth of a second': async ({ page, open, ok }) => {
    await open('search/index.html');
    const took = await page.evaluate(() => {
      const input = document.getElementById('q'), start = performance.now();
      input.value = 'ngia lo';
      input.dispatchEvent(new Event('input'));
      return performance.now() - start;
    });
    ok(took < 200, `${took} ms`);
  },

  'without scripts the page is the list of everything': async ({ page, open, equal, ok }) => {
    await page.route('**/*.js', route => route.fulfill({ body: '', contentType: 'text/javascript' }));
    await open('search/index.html');
    ok(!await page.isVisible('#search'));
    const names = await page.$$eval('#all a', all => all.map(link => link.textContent));
    for (const name of Object.values(vi)) ok(names.includes(name), name);
    equal(await page.$$eval('#found li', all => all.length), 0);
  },
};
