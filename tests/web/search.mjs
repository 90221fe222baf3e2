// Search in Debian's Chromium, in the preview: what readers find, by which keys, and what they are told.
// Ends with `N passed, N failed`. With SHOTS=folder it also keeps screenshots.

import { AxeBuilder } from '@axe-core/playwright';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { Site } from './site.mjs';

const shots = process.env.SHOTS;
const theme = new URL('../../themes/plenary/assets/search.js', import.meta.url);

let passed = 0;
let failed = 0;
function check(what, wrong) {
  if (wrong === undefined || wrong.length === 0) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED ${what}: ${JSON.stringify(wrong).slice(0, 2000)}`);
  }
}
const same = (what, found, wanted) => check(what, JSON.stringify(found) === JSON.stringify(wanted) ? [] : [found, wanted]);

const page = (matter, text) => `---\n${matter}\n---\n\n${text}\n`;
const filler = (at) => Array.from({ length: 6 }, (_, paragraph) => `Paragraph ${paragraph} of day ${at} is about other things, and is only here to be read.`).join('\n\n');
const files = {
  'content/site.yaml': 'title: T\nlanguages: [en, ar, zh]\nbase_url: https://t.example/sub/\n',
  'content/instruments/tt/_index.md': page('title: Test Treaty', ''),
  'content/instruments/tt/2026-01-01.md': page('title: Draft', Array.from({ length: 7 }, (_, at) => `## Article ${at + 1}${at === 5 ? ': Prohibitions' : ''}\n\n1. One.\n\n2. Two.\n\n3. Three.\n`).join('\n')),
  'content/talks/_index.md': page('title: Talks\nstart: 2026-06-01\ninstruments: [tt]', ''),
  'content/review/_index.md': page('title: Review\nstart: 2026-09-01\ninstruments: [tt]', ''),
  'content/talks/2026-06-01-opening.md': page('title: Opening\nsummary: The first day.', `Peru spoke of marzipan on Article 6(3).\n\n> [!STATEMENT] Norway · Article 6 · supports\n> Keep the prohibitions.\n\n${filler(1)}`),
  'content/talks/2026-06-01-opening.ar.md': page('title: الافتتاح', 'تكلمت النرويج عن المُعاهَدة والأسلحة.'),
  'content/talks/2026-06-01-opening.zh.md': page('title: 开幕', '挪威代表谈到第6条第3款和武器贸易条约。'),
  'content/talks/2026-06-02-second.md': page('title: Second day', `Norway listened. Café talk of marzipan, more marzipan and again marzipan.\n\n> [!STATEMENT] Peru · Article 2 · opposes\n> No.\n\n${filler(2)}`),
  'content/review/2026-09-01-marzipan.md': page('title: A day of marzipan', `Norway asked about <b>nothing</b> & more.\n\n${filler(3)}`),
};
for (let at = 0; at < 30; at += 1) {
  files[`content/review/2026-09-${String(at % 28 + 2).padStart(2, '0')}-many-${at}.md`] = page(`title: Many ${at}`, `Fiji spoke of plurality.\n\n${filler(at + 10)}`);
}

const found = (tab) => tab.textContent('.found');
const titles = (tab) => tab.locator('.results a').evaluateAll((all) => all.filter((a) => !a.classList.contains('pn')).map((a) => a.textContent));
const told = (tab, words) => tab.waitForFunction((wanted) => document.querySelector('.found').textContent === wanted, words, { timeout: 5000 }).then(() => [], async () => [await found(tab), words]);
const focused = (tab) => tab.evaluate(() => document.activeElement.name || document.activeElement.textContent);

async function byAxe(tab, what) {
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  check(`${what} by axe`, violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(' ')}`));
}

async function shoot(tab, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await tab.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}

// The browser's folding is the program's: both are held to one list.
function folding() {
  const text = readFileSync(theme, 'utf8');
  const own = text.slice(text.indexOf('  // Words as the index has them.'), text.indexOf('  // A word that was asked for'));
  const wordsOf = new Function(`${own}; return wordsOf;`)();
  const list = readFileSync(new URL('folded.tsv', import.meta.url), 'utf8').trimEnd().split('\n');
  for (const line of list) {
    const [words, wanted] = line.split('\t');
    same(`folded: ${words}`, wordsOf(words).join(' '), wanted);
  }
  same('what is asked for has pairs alone', wordsOf('武器贸易 约', true), ['武器', '器贸', '贸易', '约']);
}

async function typing(tab, site) {
  await tab.goto(`${site.origin}/sub/`);
  await tab.keyboard.press('/');
  await tab.waitForURL('**/sub/search/');
  same('the key leads into the field', await focused(tab), 'q');
  await tab.keyboard.type('6(3)');
  check('a clause is announced', await told(tab, 'Article 6(3) · 1 report'));
  same('a clause by its number is first', (await titles(tab))[0], 'Article 6(3)');
  await tab.fill('[name=q]', 'Article 6');
  check('a whole article', await told(tab, 'Article 6 · Article 6(1) · Article 6(2) · Article 6(3) · 1 report'));
  same('its page is first', [(await titles(tab))[0], await tab.locator('.results a').first().getAttribute('href')], ['Article 6', '/sub/clauses/tt/art_6/']);
  await tab.fill('[name=q]', 'peru');
  check('a country', await told(tab, 'Peru · 2 reports'));
  await tab.fill('[name=q]', 'Norwegian');
  check('a country by another name', (await told(tab, 'Norway · 3 reports')));
  await tab.fill('[name=q]', 'marzipan');
  check('a word', await told(tab, '3 reports'));
  same('a title counts most, then often', await titles(tab), ['A day of marzipan', 'Second day', 'Opening']);
  await tab.fill('[name=q]', 'CAFE marzi');
  check('two words without accents and to the end', await told(tab, '1 report'));
  await tab.locator('.excerpt .pn').first().waitFor();
  same('the sentence, with the words marked', await tab.innerHTML('.excerpt'), '<mark>Café</mark> talk of <mark>marzipan</mark>, more <mark>marzipan</mark> and again <mark>marzipan</mark>. <a href="/sub/talks/2026-06-02-second/#p1" class="pn" aria-label="Paragraph 1">¶ 1</a>');
  same('the query stands in the address', new URL(tab.url()).search, '?q=CAFE+marzi');
  await tab.reload();
  check('and is asked again from there', await told(tab, '1 report'));
  await tab.fill('[name=q]', 'unheard of');
  check('nothing is announced too', await told(tab, 'No report has all of these words.'));
  await tab.fill('[name=q]', '<img src=x onerror=alert(1)>');
  await told(tab, 'No report has all of these words.');
  await tab.fill('[name=q]', 'nothing more');
  await told(tab, '1 report');
  same('text is no markup', await tab.locator('.results img, .results b').count(), 0);
}

async function keys(tab, site) {
  await tab.goto(`${site.origin}/sub/search/?q=marzipan`);
  await told(tab, '3 reports');
  await tab.focus('[name=q]');
  const press = async (key) => { await tab.keyboard.press(key); return focused(tab); };
  same('arrows', [await press('ArrowDown'), await press('ArrowDown'), await press('ArrowUp'), await press('ArrowUp')], ['A day of marzipan', 'Second day', 'A day of marzipan', 'q']);
  await tab.keyboard.press('Enter');
  await tab.waitForFunction(() => document.activeElement.localName === 'a');
  same('Enter leads to the first', await focused(tab), 'A day of marzipan');
  same('Escape leads back', await press('Escape'), 'q');
  await press('ArrowDown');
  await tab.keyboard.press('Enter');
  await tab.waitForURL('**/review/2026-09-01-marzipan/');
  check('Enter opens', []);
  await tab.goBack();
  check('going back finds the same', await told(tab, '3 reports'));
  await tab.fill('[name=q]', 'plurality');
  await told(tab, '30 reports');
  same('ten at first', (await titles(tab)).length, 10);
  same('equals with the newest first', (await titles(tab))[0], 'Many 27');
  await tab.click('.more');
  await tab.waitForFunction(() => document.querySelectorAll('.results li').length === 20);
  same('the first of those that came has the focus', await focused(tab), (await titles(tab))[10]);
  await tab.click('summary');
  await tab.uncheck('[name=slash]');
  await tab.goto(`${site.origin}/sub/`);
  await tab.keyboard.press('/');
  await tab.waitForTimeout(300);
  same('the key can be turned off', new URL(tab.url()).pathname, '/sub/');
  await tab.evaluate(() => localStorage.clear());
}

async function facets(tab, site) {
  await tab.goto(`${site.origin}/sub/search/`);
  await tab.click('summary');
  await tab.waitForFunction(() => document.querySelectorAll('[name=conference] option').length === 3);
  const choose = async (name, label) => { await tab.selectOption(`[name=${name}]`, { label }); };
  await choose('country', 'Norway');
  check('a country alone', await told(tab, '3 reports'));
  same('the newest first', (await titles(tab))[0], 'A day of marzipan');
  await choose('stance', 'supports');
  check('and a stance', await told(tab, '1 report'));
  same('both stand in the address', new URL(tab.url()).search, '?country=%40NOR&stance=%2Bsupports');
  await tab.reload();
  check('and are asked again from there', await told(tab, '1 report'));
  same('and shown', await tab.$eval('[name=country]', (own) => own.selectedOptions[0].text), 'Norway');
  await tab.click('[type=reset]');
  await choose('clause', 'Article 6 · Prohibitions');
  check('a clause', await told(tab, '1 report'));
  await tab.click('[type=reset]');
  await choose('conference', 'Talks');
  check('a conference', await told(tab, '2 reports'));
  await tab.click('[type=reset]');
  await tab.fill('[name=q]', 'marzipan');
  await tab.fill('[name=until]', '2026-06-02');
  await tab.keyboard.press('Tab');
  check('until a day', await told(tab, '2 reports'));
  await tab.fill('[name=from]', '2026-06-02');
  await tab.keyboard.press('Tab');
  check('one day', await told(tab, '1 report'));
  same('that day', await titles(tab), ['Second day']);
  await tab.fill('[name=from]', '2027-01-01');
  await tab.keyboard.press('Tab');
  check('no such day', await told(tab, 'No report has all of these words.'));
}

async function languages(tab, site) {
  const asked = async (lang, words, wanted) => {
    await tab.goto(`${site.origin}/sub/${lang}/search/?q=${encodeURIComponent(words)}`);
    await tab.waitForFunction(() => document.querySelector('.found').textContent);
    same(`${lang}: ${words}`, (await titles(tab)).slice(0, 1), [wanted]);
  };
  await asked('ar', 'معاهدة', 'الافتتاح');
  await asked('ar', 'الاسلحه', 'الافتتاح');
  await asked('ar', 'المادة 6', 'المادة 6');
  await asked('ar', 'النرويج', 'النرويج');
  await asked('zh', '武器贸易', '开幕');
  await asked('zh', '条约', '开幕');
  await asked('zh', '款', '开幕');
  await asked('zh', '第6条第3款', '第6条第3款');
  await asked('zh', 'marzipan', 'A day of marzipan');
  same('a foreign title says its language', await tab.locator('.results h2 a').first().getAttribute('lang'), 'en');
}

async function without(browser, site) {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const tab = await plain.newPage();
  await tab.goto(`${site.origin}/sub/search/`);
  const shows = (name) => tab.locator(name).isVisible();
  same('without a script the page says what it needs, and how to browse', [await shows('.needs'), await shows('.browse'), await shows('form.search')], [true, true, false]);
  const ways = await tab.locator('.browse a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  same('ways', ways, ['/sub/countries/', '/sub/clauses/', '/sub/', '/sub/review/', '/sub/talks/']);
  await plain.close();
  spawnSync(resolve(process.argv[2]), ['build'], { cwd: site.folder, stdio: 'ignore' });
  const file = await browser.newPage({ bypassCSP: true });
  await file.goto(pathToFileURL(join(site.folder, 'public/search/index.html')).href);
  same('from a file too', [await file.locator('.needs').isVisible(), await file.locator('.browse').isVisible(), await file.locator('form.search').isVisible()], [true, true, false]);
  // With its scripts, where a host's root is no file's root: they see where they are.
  await file.addScriptTag({ content: readFileSync(new URL('plenary.js', theme), 'utf8') });
  await file.addScriptTag({ content: readFileSync(theme, 'utf8') });
  same('and with its scripts', [await file.locator('.needs').isVisible(), await file.locator('form.search').isVisible()], [true, false]);
  await file.close();
}

async function looks(browser, site) {
  for (const [name, path, options] of [
    ['light', '/sub/search/?q=marzipan', { colorScheme: 'light' }],
    ['dark', '/sub/search/?q=marzipan', { colorScheme: 'dark' }],
    ['rtl', `/sub/ar/search/?q=${encodeURIComponent('الأسلحة')}`, {}],
    ['narrowed', '/sub/search/?country=%40NOR', { colorScheme: 'light' }],
    ['small', '/sub/search/?q=Article+6', { viewport: { width: 320, height: 700 } }],
  ]) {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    await tab.goto(site.origin + path);
    await tab.waitForFunction(() => document.querySelector('.found').textContent);
    await tab.waitForTimeout(300);
    await byAxe(tab, `search, ${name}`);
    same(`search, ${name}, fits its width`, await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await shoot(tab, `search-${name}`);
    await context.close();
  }
}

folding();
const browser = await chromium.launch({ executablePath: process.env.CHROME || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const site = await Site.start(files);
try {
  const tab = await browser.newPage();
  const wrong = [];
  tab.on('pageerror', (error) => wrong.push(String(error)));
  tab.on('console', (line) => line.type() === 'error' && wrong.push(line.text()));
  await typing(tab, site);
  await keys(tab, site);
  await facets(tab, site);
  await languages(tab, site);
  check('nothing went wrong on the way', wrong);
  await without(browser, site);
  await looks(browser, site);
} catch (error) {
  check('the tests ran to their end', [String(error.stack)]);
} finally {
  await site.stop();
  await browser.close();
}
console.log(`search: ${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
