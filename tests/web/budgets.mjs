// The budgets of pages, with their figures: a report of 3,000 words with all that a report can have, and the demo's own
// pages. Sizes as a server sends them (Brotli), requests, elements, Lighthouse, and the Nu HTML checker. Prints a table
// and ends with `N passed, N failed`.

import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { check, chrome, end, launch } from './checks.mjs';

const KB = 1024;
const root = new URL('../../', import.meta.url).pathname;
const here = new URL('.', import.meta.url).pathname;

// Words for a report of the length that is asked for: made up, and in the style of the demo.
function report(words) {
  const who = ['Norway', 'India', 'Kenya', 'Costa Rica', 'the Russian Federation', 'Mexico', 'Japan', 'Egypt', 'the ICRC', 'CARICOM', 'Ghana', 'Iran'];
  const on = ['Article 2', 'Article 6', 'Article 6(3)', 'Article 7', 'Article 7(4)', 'Article 11', 'Article 20', 'the fifth preambular paragraph', 'Article 26'];
  const stances = ['supports', 'opposes', 'amends', 'reserves', 'questions', 'notes'];
  const pieces = ['## The morning', 'In this made-up account the sitting began on time.[^1]'];
  const long = () => pieces.join(' ').split(/\s+/).length < words;
  for (let at = 0; long(); at += 1) {
    const [one, other, clause] = [who[at % who.length], who[(at * 5 + 3) % who.length], on[at % on.length]];
    pieces.push(`The debate then turned to ${clause}, on which ${one} had asked for the floor. It went through the words one after another, compared them with those of the earlier texts, and asked whether the obligation would reach transfers that are agreed but not yet made. Nobody answered at once. Later ${other} took the question up, and the chair kept the list of speakers open until the break.`);
    if (at % 3 === 0) pieces.push(`> [!STATEMENT] ${one.replace(/^the /, '')} · ${clause.startsWith('the') ? 'Preamble' : clause} · ${stances[at % 6]}\n> In this made-up statement the words are weighed, and a better order is asked for.`);
    if (at % 8 === 7) pieces.push(`## Part ${at}`);
  }
  pieces.push('| text | words |\n|---|---|\n| first | 10 |\n| second | 12 |', '[^1]: By the clock of the room.');
  return `---\ntitle: A long day (made up)\ndate: 2013-03-23\nsummary: A report of ${words} words, made up to be measured.\nauthors: [tests]\nkey_points: [One thing is clear., Another is not.]\nphoto: {src: hall.svg, alt: A drawing of a hall, credit: Drawn for the tests}\n---\n\n${pieces.join('\n\n')}\n`;
}

// The built folder, as a plain server has it: without what the preview adds.
async function plain(folder) {
  const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.json': 'application/json', '.xml': 'application/xml', '.txt': 'text/plain' };
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const file = readIf(join(folder, name));
    const type = types[extname(name)] ?? 'application/octet-stream';
    answer.writeHead(file ? 200 : 404, { 'content-type': type, 'cache-control': 'max-age=31536000', ...(file && { 'content-encoding': 'br' }) });
    answer.end(file && brotliCompressSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, end: () => server.close() };
}

function readIf(file) {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

// Everything that a browser asks for to show a page, with its size as sent. What it has is not asked for twice: the mark
// in the masthead is the tab's icon too.
async function loaded(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const all = [];
  page.on('response', (answer) => all.push(answer));
  await page.goto(url, { waitUntil: 'networkidle' });
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  // In the file: what scripts set later is no attribute of it.
  const text = await (await fetch(url)).text();
  const inline = text.match(/<style|\sstyle=|<script(?![^>]*\ssrc=)(?![^>]*ld\+json)|<[a-z][^>]*\son[a-z]+=/g) ?? [];
  const measure = await page.evaluate(() => {
    const text = document.querySelector('.numbered > p:not(:has(.fn))') ?? document.querySelector('.prose > p');
    if (!text) return 0;
    const style = getComputedStyle(text);
    const pen = Object.assign(document.createElement('canvas').getContext('2d'), { font: `${style.fontSize} ${style.fontFamily}` });
    const words = text.textContent.replace(/\s+/g, ' ').trim();
    const width = text.getBoundingClientRect().width - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd);
    return Math.round(width / (pen.measureText(words).width / words.length));
  });
  const sizes = { html: 0, css: 0, js: 0 };
  const foreign = [];
  for (const answer of all) {
    if (!answer.url().startsWith(new URL(url).origin) && !answer.url().startsWith('data:')) foreign.push(answer.url());
    const kind = { '.css': 'css', '.js': 'js' }[extname(new URL(answer.url()).pathname)] ?? (/html/.test(answer.headers()['content-type']) ? 'html' : null);
    if (kind) sizes[kind] += brotliCompressSync(await answer.body()).length;
  }
  await page.close();
  return { ...sizes, requests: new Set(all.map((answer) => answer.url())).size, nodes, inline, foreign, measure };
}

// Beside this process, which serves the pages.
async function lighthouse(url) {
  const file = join(tmpdir(), `lighthouse-${process.pid}.json`);
  const flags = '--headless=new --no-sandbox --disable-gpu';
  const failed = await promisify(execFile)('npx', ['lighthouse', url, '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`,
    '--only-categories=performance,accessibility,best-practices,seo'], { cwd: here, env: { ...process.env, CHROME_PATH: chrome }, timeout: 120_000 }).then(() => null, (error) => error);
  if (failed) return { error: String(failed).slice(-500) };
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  const scores = Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)]));
  const short = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9).map(({ id }) => id));
  return { scores, short };
}

// The Nu checker over every page that was written; of its findings the errors count.
function nu(folder) {
  const jar = join(here, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).length;
  const done = spawnSync('java', ['-Xss8m', '-jar', jar, '--skip-non-html', '--errors-only', '--format', 'json', folder], { encoding: 'utf8', maxBuffer: 64 << 20 });
  const said = done.stderr.slice(done.stderr.indexOf('{'));
  const errors = said ? JSON.parse(said).messages.filter(({ type }) => type === 'error') : [{ message: done.error?.message ?? 'no answer' }];
  check(`the Nu checker finds no error in ${pages} pages`, errors.map(({ url, message, lastLine }) => `${url?.split('/public/')[1]}:${lastLine} ${message}`).slice(0, 8));
}

const budget = { html: 20 * KB, css: 10 * KB, js: 6 * KB, requests: 6 };
const kinds = [
  ['report of 3,000 words', '/att-2013/2013-03-23-long/', 1500, 100], ['home', '/', 1500, 100], ['country', '/countries/india/', 1500, 100],
  ['clause', '/clauses/att/art_6/', 1500, 100], ['matrix', '/att-2013/matrix/art_7/', 5000, 95], ['Arabic report', '/ar/att-2013/2013-03-27-third-text/', 1500, 0],
];

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-budgets-'));
cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
writeFileSync(join(folder, 'content/att-2013/2013-03-23-long.md'), report(3000));
execFileSync(resolve(process.argv[2]), ['build'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
const site = await plain(join(folder, 'public'));
const browser = await launch();
try {
  console.log('| page | HTML | CSS | JS | requests | elements | letters a line | Lighthouse |\n|---|--:|--:|--:|--:|--:|--:|---|');
  for (const [name, path, most, least] of kinds) {
    const found = await loaded(browser, site.origin + path);
    const { scores = {}, short, error } = least ? await lighthouse(site.origin + path) : {};
    const kb = (bytes) => `${(bytes / KB).toFixed(1)} KB`;
    console.log(`| ${name} | ${kb(found.html)} | ${kb(found.css)} | ${kb(found.js)} | ${found.requests} | ${found.nodes} | ${found.measure || '–'} | ${Object.values(scores).join(' · ') || '–'} |`);
    const isMatrix = name === 'matrix';
    for (const [part, bound] of Object.entries(budget)) {
      // A matrix has a style sheet and a script of its own, the front page the photos of its reports.
      const allowed = part !== 'requests' ? bound : name === 'home' ? Infinity : isMatrix ? bound + 2 : bound;
      check(`${name}: ${part}`, found[part] > allowed ? [found[part], allowed] : []);
    }
    check(`${name}: elements`, found.nodes > most ? [found.nodes, most] : []);
    check(`${name}: nothing of others`, found.foreign);
    check(`${name}: nothing inline`, found.inline);
    if (found.measure && least) check(`${name}: 60 to 70 letters a line`, found.measure < 60 || found.measure > 70 ? [found.measure] : []);
    if (least) {
      check(`${name}: Lighthouse ran`, error ? [error] : []);
      for (const [category, score] of Object.entries(scores)) {
        check(`${name}: Lighthouse, ${category}`, score < (category === 'performance' ? least : 100) ? [score, short] : []);
      }
    }
  }
  nu(join(folder, 'public'));
} finally {
  await browser.close();
  site.end();
  rmSync(folder, { recursive: true });
}
end();
