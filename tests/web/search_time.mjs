// What search costs a browser on a finished site: `node tests/web/search_time.mjs public [base]`. Serves the folder itself,
// uncompressed, types a few queries, and prints the bytes before the first result and the time from the last key to it.
// `docs/benchmarks.md` says how the site of 10,000 reports is made.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from 'playwright-core';

const folder = process.argv[2];
const kinds = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml' };
const sent = [];
const server = createServer((request, answer) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  try {
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const bytes = readFileSync(join(folder, name));
    sent.push([name, bytes.length, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length]);
    answer.writeHead(200, { 'content-type': kinds[name.split('.').pop()] ?? 'application/octet-stream' }).end(bytes);
  } catch {
    answer.writeHead(404).end();
  }
}).listen(0);
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: process.env.CHROME || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const sum = (at, files = sent) => files.reduce((all, file) => all + file[at], 0);

console.log('| query | files | bytes | brotli | of these for search | first key to first result | last key to all ten |');
console.log('|---|--:|--:|--:|--:|--:|--:|');
for (const query of process.argv.slice(3).length ? process.argv.slice(3) : ['licences', 'Article 6', '26(2)', 'Norway', 'licences law']) {
  const context = await browser.newContext();
  const page = await context.newPage();
  sent.length = 0;
  await page.goto(`${origin}/search/`);
  await page.waitForTimeout(300);
  // When the last key was pressed, and when the first and the tenth result stood there.
  await page.evaluate(() => {
    const times = window.times = {};
    document.querySelector('[name=q]').addEventListener('input', () => { times.key = performance.now(); });
    new MutationObserver(() => {
      const many = document.querySelectorAll('.results li').length;
      if (many && !times.first) times.first = performance.now();
      if (many) times.all = performance.now();
    }).observe(document.querySelector('.results'), { childList: true });
  });
  await page.fill('[name=q]', query);
  await page.waitForFunction(() => window.times.first);
  await page.waitForFunction(() => document.querySelector('.found').textContent);
  const times = await page.evaluate(() => window.times);
  // What had come when the first result stood there.
  const came = await page.evaluate(() => performance.getEntriesByType('resource').filter((own) => own.responseEnd <= window.times.first).map((own) => new URL(own.name).pathname));
  const first = sent.filter(([name]) => name === '/search/index.html' || came.includes(name));
  const told = await page.textContent('.found');
  const own = first.filter(([name]) => name.startsWith('/search/'));
  console.log(`| ${query} (${told}) | ${first.length} | ${sum(1, first)} | ${sum(2, first)} | ${sum(1, own)} | ${(times.first - times.key).toFixed(0)} ms | ${(times.all - times.key).toFixed(0)} ms |`);
  if (process.env.FILES) console.log(first.map(([name, bytes]) => `${name} ${bytes}`).join('\n'));
  await context.close();
}
await browser.close();
server.close();
