// The demo in Debian's Chromium, served by the program itself: every kind of page at phone and desk width, in light,
// dark and right-to-left, by axe; no page wider than its window; no error in the console; every anchor that an index
// page links to stands on the page that it names. Ends with `N passed, N failed`.
//
// With SHOTS=folder it also keeps screenshots.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byAxe, check, demo, end, launch } from './checks.mjs';

const shots = process.env.SHOTS;

const pages = {
  home: '/',
  conference: '/att-2013/',
  day: '/att-2013/2013-03-28/',
  report: '/att-2013/2013-03-21-first-non-paper/',
  table: '/att-2013/2013-03-19-scope/',
  countries: '/countries/',
  country: '/countries/norway/',
  group: '/groups/caricom/',
  history: '/countries/china/',
  member: '/ar/countries/trinidad-and-tobago/',
  clauses: '/clauses/',
  instrument: '/clauses/att/',
  clause: '/clauses/att/art_6/',
  renumbered: '/clauses/att/art_4/',
  draft: '/instruments/att/2013-03-27/',
  issues: '/att-2013/issues/',
  issue: '/att-2013/issues/adoption/',
  glossary: '/att-2013/glossary/',
  matrix: '/att-2013/matrix/',
  matrixCut: '/att-2013/matrix/art_7/',
  matrixArabic: '/ar/att-2013/matrix/',
  print: '/att-2013/print/',
  arabicPrint: '/ar/att-2013/print/',
  compare: '/instruments/att/2013-03-27/compare/2013-03-20/',
  arabicCompare: '/ar/instruments/att/2013-03-27/compare/2012-07-26/',
  plain: '/about/',
  missing: '/nowhere/',
  french: '/fr/att-2013/2013-03-27-third-text/',
  untranslated: '/fr/att-2013/2013-03-18-opening/',
  arabic: '/ar/att-2013/2013-03-27-third-text/',
  arabicHome: '/ar/',
};
const settings = [
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'desk', viewport: { width: 1280, height: 900 } },
  { name: 'dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'narrow', viewport: { width: 320, height: 700 } },
];

async function lookAt(browser, origin, setting, of = Object.keys(pages)) {
  const { name: how, ...options } = setting;
  const context = await browser.newContext(options);
  for (const [name, path] of Object.entries(pages).filter(([name]) => of.includes(name))) {
    const page = await context.newPage();
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    const response = await page.goto(origin + path);
    const wanted = name === 'missing' ? 404 : 200;
    check(`${name} ${how} answers ${wanted}`, response.status() === wanted ? [] : [response.status()]);
    check(`${name} ${how} logs no error`, errors.filter((text) => wanted === 200 || !text.includes('404')));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    check(`${name} ${how} is no wider than its window`, over > 0 ? [over] : []);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    // A print edition has up to twenty reports on one page.
    const most = /^matrix|print/i.test(name) ? 5000 : 1500;
    check(`${name} ${how} has at most ${most} elements`, nodes > most ? [nodes] : []);
    await byAxe(page, `${name} ${how}`);
    if (shots) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/${name}-${how}.png`, fullPage: process.env.FULL === '1' });
    }
    await page.close();
  }
  await context.close();
}

// Every link of the index pages to a paragraph: the paragraph is there, and holds the words that the index shows.
async function evidence(browser, origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const reports = new Map();
  let count = 0;
  const wrong = [];
  for (const path of ['/countries/united-states/', '/countries/india/', '/clauses/att/art_6/', '/clauses/att/art_4/', '/ar/countries/united-states/']) {
    await page.goto(origin + path);
    const rows = await page.$$eval('.context a, .rows .evidence', (links) =>
      links.map((link) => ({ href: link.getAttribute('href'), words: link.textContent.replace(/\s+/g, ' ').trim() })));
    for (const { href, words } of rows) {
      const [report, anchor] = href.split('#');
      if (!reports.has(report)) {
        const other = await context.newPage();
        await other.goto(origin + report);
        reports.set(report, await other.evaluate(() =>
          Object.fromEntries([...document.querySelectorAll('[id]')].map((node) => [node.id, node.textContent.replace(/\s+/g, ' ')]))));
        await other.close();
      }
      count += 1;
      const text = reports.get(report)[anchor];
      if (text === undefined || !text.includes(words)) wrong.push(`${path} → ${href}: ${words}`);
    }
  }
  check(`${count} lines of evidence`, wrong);
  check('there is evidence', count > 60 ? [] : [count]);
  await context.close();
}

// The matrix is filtered by group with and without scripts, by name with them, and the address keeps both.
async function filter(browser, origin) {
  const rows = (page) => page.$$eval('.matrix tbody tr', (all) => all.filter((row) => row.checkVisibility()).length);
  for (const javaScriptEnabled of [false, true]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${origin}${pages.matrix}`);
    const how = javaScriptEnabled ? 'with scripts' : 'without scripts';
    const all = await page.locator('.matrix tbody tr').count();
    const wanted = await page.locator('.matrix tbody tr.g2').count();
    await page.locator('#g2').check();
    const visible = await page.locator('.matrix tbody tr:visible').count();
    check(`the matrix shows a group ${how}`, visible === wanted && wanted < all ? [] : [visible, wanted, all]);
    const holders = await page.locator('.as-list .in:not(.g2):visible').count();
    check(`its list too ${how}`, holders === 0 ? [] : [holders]);
    if (javaScriptEnabled) {
      await page.locator('#find').fill('indi');
      check('the matrix finds a name', (await rows(page)) === 1 ? [] : [await rows(page)]);
      await page.reload();
      check('the address keeps group and name', (await rows(page)) === 1 && page.url().includes('group=') ? [] : [page.url()]);
    }
    await context.close();
  }
}

// The map of who spoke: the picture is there in light and dark, and every paragraph that its table leads to stands.
async function maps(browser, origin) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const other = await context.newPage();
    for (const path of [pages.conference, pages.clause, '/ar/att-2013/']) {
      await page.goto(origin + path);
      await page.locator('.speakers img').scrollIntoViewIfNeeded();
      const width = await page.locator('.speakers img').evaluate((image) => image.decode().then(() => image.naturalWidth));
      check(`the map of ${path} in ${colorScheme}`, width === 1000 ? [] : [width]);
      const links = await page.$$eval('.speakers td a', (all) => all.map((link) => link.getAttribute('href')));
      const lost = [];
      for (const href of new Set(links)) {
        await other.goto(origin + href);
        if ((await other.locator(`[id="${href.split('#')[1]}"]`).count()) !== 1) lost.push(href);
      }
      check(`the ${links.length} lines beside the map of ${path} in ${colorScheme}`, links.length === 0 ? ['none'] : lost);
    }
    await context.close();
  }
}

// Keyboard: the first stop is the link past the head, and it leads to the text.
async function keyboard(browser, origin) {
  const page = await browser.newPage();
  await page.goto(`${origin}${pages.report}`);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.className);
  check('the first stop of the keyboard skips the head', first === 'skip' ? [] : [first]);
  await page.keyboard.press('Enter');
  const hash = await page.evaluate(() => location.hash);
  check('it leads to the text', hash === '#main' ? [] : [hash]);
  await page.close();
}

// The demo under the other theme: the same checks on the main kinds of pages.
async function gazette(browser) {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-gazette-'));
  cpSync(new URL('../../content', import.meta.url), join(folder, 'content'), { recursive: true });
  const file = join(folder, 'content/site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^theme: .*$/m, 'theme: gazette'));
  const { origin, stop } = await demo(process.argv[2], 17121, folder);
  const main = ['home', 'conference', 'day', 'report', 'table', 'countries', 'country', 'clause', 'draft', 'issue', 'glossary', 'matrixCut', 'compare', 'plain', 'missing', 'untranslated', 'arabic', 'arabicHome'];
  try {
    for (const setting of settings) await lookAt(browser, origin, { ...setting, name: `gazette-${setting.name}` }, main);
  } finally {
    await stop();
    rmSync(folder, { recursive: true });
  }
}

const { origin, stop } = await demo(process.argv[2], 17111);
const browser = await launch();
try {
  for (const setting of settings) await lookAt(browser, origin, setting);
  await evidence(browser, origin);
  await filter(browser, origin);
  await maps(browser, origin);
  await keyboard(browser, origin);
  await gazette(browser);
} finally {
  await browser.close();
  stop();
}
end();
