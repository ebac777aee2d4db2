// The browser of all tests, and what it says without being asked. CHROMIUM names it, if it isn't /usr/bin/chromium.

import { chromium } from 'playwright-core';

const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
  // A made-up host shows a page of this machine in a frame.
  '--disable-features=LocalNetworkAccessChecks',
];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
}

// What went wrong on a page without anybody asking.
export function watch(page) {
  const faults = [];
  page.on('console', message => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', error => faults.push(`error: ${error.message}`));
  page.on('requestfailed', request => faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', response => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  return faults;
}
