// A part of a page in a frame of another site: it tells how high it is, and its links open the whole window.

export const tests = {
  'a part tells its height, and links leave the frame': async ({ page, open, equal, ok, mode }) => {
    if (mode === 'file') return;
    await open('embed/2018/groups/departments/index.html');
    const address = page.url();
    const height = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    const frame = `<iframe src="${address}" title="t" width="${page.viewportSize().width}" height="90"></iframe>`;
    const listen = `<script>addEventListener('message', event => { window.told = event.data; })</script>`;
    const body = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">`
      + `</head><body style="margin: 0">${listen}${frame}</body></html>`;
    await page.route('http://elsewhere.test/', route => route.fulfill({ contentType: 'text/html', body }));
    await page.goto('http://elsewhere.test/');
    await page.waitForFunction(() => window.told);
    const told = await page.evaluate(() => window.told);
    equal([told.type, told.href], ['scorebook-height', address]);
    ok(Math.abs(told.height - height) < 60, `${told.height} is about ${height}`);
    await page.frames()[1].click('tbody a');
    await page.waitForURL(/\/2018\/units\//);
  },
};
