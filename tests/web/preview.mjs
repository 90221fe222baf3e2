// The preview in Debian's Chromium: what an author sees who edits a site while it is shown, and what other sites see of it.
// Ends with `N passed, N failed`. With SHOTS=folder it also keeps screenshots.

import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { byAxe, check, end, launch, same } from './checks.mjs';
import { Site } from './site.mjs';

const shots = process.env.SHOTS;
const within = 10_000;

// What must come true soon, as `true`.
async function soon(what, page, condition, argument) {
  const came = await page.waitForFunction(condition, argument, { timeout: within }).then(() => [], (error) => [String(error)]);
  check(what, came);
}

const long = Array.from({ length: 80 }, (_, at) => `Paragraph ${at} of many, so that there is something to scroll.`).join('\n\n');
const files = {
  'content/site.yaml': 'title: T\ntheme: mine\n',
  'content/about.md': `---\ntitle: About\n---\nHello.\n\n[A link](https://example.org/)\n\n${long}\n`,
  'content/talks/_index.md': '---\ntitle: Talks\nstart: 2026-06-01\n---\n',
  'content/talks/2026-06-01-opening.md': '---\ntitle: Opening\n---\n\nFiji spoke.\n\nNorway listened.\n',
  'themes/mine/theme.yaml': 'name: mine\nextends: plenary\n',
  'themes/mine/assets/mine.css': 'h1 { letter-spacing: 1px; }\n',
  'themes/mine/templates/page.html':
    '{% extends "base.html" %}{% block head %}<link rel="stylesheet" href="{{ frame.assets["mine.css"] }}">{% endblock head %}'
    + '{% block main %}<h1>{{ title }}</h1><input id="box" aria-label="box">{{ body | safe }}{% endblock main %}\n',
};
const broken = '---\ntitle: About\n"<script>window.hacked=1</script>": "<img src=x onerror=window.hacked=1>"\n---\nBroken.\n';
const doubtful = '---\ntitle: Opening\nignore: [Georgia]\n---\n\nFiji spoke.\n\nNorway listened.\n';

async function shoot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

// A mark that a page loses when it is loaded again.
const stamp = (page) => page.evaluate(() => { window.stamp = true; });
const isFresh = () => window.stamp === undefined;
const isListening = () => performance.getEntriesByType('resource').some((entry) => entry.name.includes('/.rapporteur/preview.js'));

async function reloads(browser, site) {
  const context = await browser.newContext();
  const [about, report, missing] = [await context.newPage(), await context.newPage(), await context.newPage()];
  const errors = [];
  for (const page of [about, report, missing]) page.on('pageerror', (error) => errors.push(String(error)));
  await about.goto(`${site.origin}/about/`);
  await report.goto(`${site.origin}/talks/2026-06-01-opening/`);
  await missing.goto(`${site.origin}/news/`);
  await about.focus('#box');
  await about.keyboard.type('half a thought');
  await about.evaluate(() => scrollTo(0, 900));
  for (const page of [about, report, missing]) await stamp(page);
  await soon('the script is there', about, isListening);
  site.write({ 'content/about.md': files['content/about.md'].replace('Hello.', 'Good day.') });
  await soon('a page that changed is loaded again', about, () => window.stamp === undefined && document.body.innerText.includes('Good day.'));
  await soon('its place is kept', about, () => Math.abs(scrollY - 900) < 2);
  await soon('its focus is kept', about, () => document.activeElement?.id === 'box');
  await about.waitForTimeout(1500);
  check('a page that did not change is not loaded again', (await report.evaluate(isFresh)) ? ['it was'] : []);
  check('nor is a page that is missing still', (await missing.evaluate(isFresh)) ? ['it was'] : []);
  site.write({ 'content/news.md': '---\ntitle: News\n---\nThere it is.\n' });
  await soon('a missing page that is there now is loaded', missing, () => document.body.innerText.includes('There it is.'));
  same('no script failed', errors, []);
  await context.close();
}

// A page that lists others, while it is open.
async function lists(browser, site) {
  const page = await (await browser.newContext()).newPage();
  const path = 'content/talks/2026-06-02-second-day.md';
  await page.goto(`${site.origin}/talks/`);
  site.write({ [path]: '---\ntitle: The second day\n---\n\nNorway spoke of Fiji.\n' });
  const link = page.getByRole('link', { name: 'The second day' });
  await link.first().waitFor({ timeout: within }).catch(() => {});
  check('a new report appears in an open list', (await link.count()) > 0 ? [] : [await page.innerText('main')]);
  await link.first().click();
  await soon('and its page is there', page, () => document.body.innerText.includes('Norway spoke of Fiji.'));
  await page.goto(`${site.origin}/talks/`);
  site.remove(path);
  await soon('one that is deleted goes from it', page, () => !document.body.innerText.includes('The second day'));
  await page.context().close();
}

async function reconnects(browser, site) {
  const context = await browser.newContext();
  const [about, report] = [await context.newPage(), await context.newPage()];
  await about.goto(`${site.origin}/about/`);
  await report.goto(`${site.origin}/talks/2026-06-01-opening/`);
  for (const page of [about, report]) await stamp(page);
  await site.stop();
  site.write({ 'content/about.md': files['content/about.md'].replace('Hello.', 'Good evening.') });
  await site.again();
  await soon('a tab hears what changed while there was no server', about, () => document.body.innerText.includes('Good evening.'));
  site.write({ 'content/about.md': files['content/about.md'].replace('Hello.', 'Good night.') });
  await soon('and all that changes from then on', about, () => document.body.innerText.includes('Good night.'));
  check('a restart alone loads nothing', (await report.evaluate(isFresh)) ? ['it was loaded'] : []);
  site.write({ 'content/about.md': files['content/about.md'].replace('Hello.', 'Good day.') });
  await soon('the last word is shown', about, () => document.body.innerText.includes('Good day.'));
  await context.close();
}

async function templates(browser, site) {
  const page = await (await browser.newContext()).newPage();
  const path = 'themes/mine/templates/page.html';
  const panel = page.getByRole('dialog');
  await page.goto(`${site.origin}/about/`);
  await stamp(page);
  site.write({ [path]: files[path].replace('{% extends', '{% if %}{% extends') });
  await panel.waitFor({ timeout: within });
  const words = await panel.innerText();
  check('a template with a mistake is told by its name', words.includes(`${path}:1`) ? [] : [words]);
  check('the page below stays', (await page.evaluate(isFresh)) ? ['it was loaded'] : []);
  await shoot(page, 'template');
  site.write({ [path]: files[path].replace('<h1>', '<h1 class="mended">') });
  await soon('mended, it shows at once', page, () => document.querySelector('h1.mended') !== null);
  await panel.waitFor({ state: 'hidden', timeout: within });
  site.write({ [path]: files[path].replace('{{ title }}', '{{ titel }}') });
  await panel.waitFor({ timeout: within });
  check('so is one that asks for what no view has', (await panel.innerText()).includes('titel') ? [] : [await panel.innerText()]);
  site.write({ [path]: files[path] });
  await soon('and it recovers again', page, () => document.querySelector('h1') !== null && !document.querySelector('h1.mended'));
  await panel.waitFor({ state: 'hidden', timeout: within });
  await page.context().close();
}

async function styles(browser, site) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.origin}/about/`);
  await stamp(page);
  site.write({ 'themes/mine/assets/mine.css': 'h1 { letter-spacing: 2px; }\n' });
  await soon('a style is exchanged', page, () => getComputedStyle(document.querySelector('h1')).letterSpacing === '2px');
  check('without loading the page', (await page.evaluate(isFresh)) ? ['it was loaded'] : []);
  await soon('and the old one is gone', page, () => document.querySelectorAll('link[href*="mine."]').length === 1);
  await page.context().close();
}

async function overlay(browser, site) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.origin}/about/`);
  await page.focus('#box');
  await page.evaluate(() => scrollTo(0, 300));
  await stamp(page);
  site.write({ 'content/about.md': broken });
  const panel = page.getByRole('dialog');
  await panel.waitFor({ timeout: within });
  same('the page stays where it was below it', await page.evaluate(() => scrollY), 300);
  const words = await panel.innerText();
  check('a mistake lies over the page', words.includes('content/about.md:3:1') && words.includes('unknown-key') ? [] : [words]);
  check('with the lines around it', words.includes('3 | "<script>window.hacked=1</script>"') ? [] : [words]);
  check('the page below is the last good one', (await page.evaluate(() => document.body.innerText.includes('Good day.'))) ? [] : ['it is not']);
  same('nothing in it was run', await page.evaluate(() => [window.hacked, window.stamp]), [undefined, true].map((word) => word ?? null));
  same('nothing in it is markup', await page.evaluate(() => document.querySelector('#rapporteur-preview').shadowRoot.querySelectorAll('script, img').length), 0);
  await byAxe(page, 'the panel');
  await shoot(page, 'overlay');
  await page.emulateMedia({ colorScheme: 'dark' });
  await byAxe(page, 'the panel in the dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden', timeout: within });
  same('Escape gives the focus back', await page.evaluate(() => document.activeElement?.id), 'box');
  const badge = page.getByRole('button', { name: '1 error: show' });
  check('and leaves a badge', (await badge.isVisible()) ? [] : ['none']);
  await byAxe(page, 'the badge');
  await page.goto(`${site.origin}/talks/`);
  await badge.waitFor({ timeout: within });
  check('what was closed does not cover the next page', (await panel.isVisible()) ? ['it does'] : []);
  await badge.click();
  check('the badge opens it', (await panel.isVisible()) ? [] : ['it does not']);
  site.write({ 'content/about.md': files['content/about.md'] });
  await panel.waitFor({ state: 'hidden', timeout: within });
  check('it goes when the mistake is mended', (await badge.isVisible()) ? ['the badge stays'] : []);
  site.write({ 'content/talks/2026-06-01-opening.md': doubtful });
  const warnings = page.getByRole('button', { name: /^\d+ warnings?: show$/ });
  await warnings.waitFor({ timeout: within });
  check('warnings are a badge alone', (await panel.isVisible()) ? ['the panel is open'] : []);
  await warnings.click();
  check('that opens their list', (await panel.innerText()).includes('warning[') ? [] : [await panel.innerText()]);
  await shoot(page, 'warnings');
  site.write({ 'content/talks/2026-06-01-opening.md': files['content/talks/2026-06-01-opening.md'] });
  await panel.waitFor({ state: 'hidden', timeout: within });
  await page.context().close();
}

async function lines(browser, site) {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const path = 'content/talks/2026-06-01-opening.md';
  const mark = page.locator('.rapporteur-place');
  await page.goto(`${site.origin}/talks/2026-06-01-opening/`);
  await page.keyboard.press('s');
  await mark.first().waitFor({ timeout: within });
  same('each paragraph has its line', await mark.allInnerTexts(), [`${path}:5`, `${path}:7`]);
  await byAxe(page, 'the lines');
  await shoot(page, 'lines');
  await page.keyboard.press('s');
  same('and loses it again', await mark.count(), 0);
  await page.locator('#p2').hover();
  await page.keyboard.press('o');
  await soon('o copies the place where there is no editor', page, (wanted) => navigator.clipboard.readText().then((text) => text === wanted), `${path}:7`);
  await page.goto(`${site.origin}/about/`);
  await page.focus('#box');
  await page.keyboard.type('so');
  same('a key that is typed into a field is the field’s', await page.inputValue('#box'), 'so');
  same('and does nothing else', await mark.count(), 0);
  await context.close();
}

async function editor(browser, site) {
  await site.restart(['--editor', 'vscode']);
  site.write({ 'content/about.md': broken });
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.origin}/talks/2026-06-01-opening/`);
  const link = page.getByRole('dialog').getByRole('link');
  await link.waitFor({ timeout: within });
  same('a mistake leads to the editor', await link.getAttribute('href'), `vscode://file${site.folder}/content/about.md:3:1`);
  await page.keyboard.press('Escape');
  const client = await page.context().newCDPSession(page);
  await client.send('Page.enable');
  const asked = new Promise((done) => client.on('Page.frameRequestedNavigation', ({ url }) => done(url)));
  await page.locator('#p1').hover();
  await page.keyboard.press('o');
  const url = await Promise.race([asked, page.waitForTimeout(within)]);
  same('o opens the paragraph in the editor', url, `vscode://file${site.folder}/content/talks/2026-06-01-opening.md:5:1`);
  await page.context().close();
  site.write({ 'content/about.md': files['content/about.md'] });
  await site.restart();
}

// A site that has never been built.
async function notBuilt(browser) {
  const site = await Site.start({ ...files, 'content/about.md': broken });
  const page = await (await browser.newContext()).newPage();
  const answer = await page.goto(`${site.origin}/about/`);
  same('a site that was never built says so', [answer.status(), (await page.title()).includes('not been built')], [503, true]);
  await page.getByRole('dialog').waitFor({ timeout: within });
  await shoot(page, 'not-built');
  site.write({ 'content/about.md': files['content/about.md'] });
  await soon('and is there when the mistake is mended', page, () => document.body.innerText.includes('Hello.'));
  await page.context().close();
  await site.end();
}

// What readers must not see yet: shown where it is asked for, and marked there in every language.
async function withheld(browser) {
  const site = await Site.start({
    'content/site.yaml': 'title: T\nlanguages: [en, fr, ar]\n',
    'content/talks/_index.md': '---\ntitle: Talks\nstart: 2026-06-01\nissues: [{id: scope, title: Scope}]\n---\n',
    'content/talks/2026-06-01-opening.md': '---\ntitle: Opening\n---\n\nFiji spoke.\n',
    'content/talks/2026-06-02-secret.md': '---\ntitle: Secret\ndraft: true\n---\n\nFiji went on from [there](2026-06-01-opening.md).\n\n> [!STATEMENT] Fiji · scope\n> Not yet.\n',
    'content/talks/2026-06-03-later.md': '---\ntitle: Later\nembargo_until: 2026-06-03T18:00:00Z\n---\n\nPeru spoke.\n',
  }, ['--drafts', '--now', '2026-06-03T12:00:00Z']);
  const page = await (await browser.newContext()).newPage();
  const status = async (path) => (await page.goto(site.origin + path)).status();
  const marks = () => page.locator('main .mark').count();
  const banner = page.locator('main .withheld');
  for (const [at, words] of [['', 'Withheld: readers'], ['/fr', 'Non publié'], ['/ar', 'محجوب']]) {
    same(`a draft is shown at ${at}/`, await status(`${at}/talks/2026-06-02-secret/`), 200);
    check('and says what it is', (await banner.innerText()).includes(words) ? [] : [await banner.innerText()]);
    await byAxe(page, `a draft at ${at}/`);
    for (const path of ['/', '/talks/', '/talks/2026-06-02/', '/countries/fiji/', '/talks/2026-06-01-opening/']) {
      await page.goto(site.origin + at + path);
      check(`it is marked on ${at}${path}`, (await marks()) > 0 && (await banner.count()) === 1 ? [] : [await page.innerText('main')]);
    }
  }
  await page.goto(`${site.origin}/countries/fiji/`);
  await byAxe(page, 'a page with marks');
  await shoot(page, 'withheld');
  same('an embargo holds all the same', await status('/talks/2026-06-03-later/'), 404);
  await site.restart(['--now', '2026-06-03T18:00:00Z']);
  same('until the clock has passed it', [await status('/talks/2026-06-03-later/'), await banner.count()], [200, 0]);
  same('and no draft is there that was not asked for', await status('/talks/2026-06-02-secret/'), 404);
  await page.goto(`${site.origin}/countries/fiji/`);
  same('nor any mark', [await marks(), await banner.count(), (await page.content()).includes('noindex')], [0, 0, false]);
  await page.context().close();
  await site.end();
}

// Other sites: one whose name leads here, and one whose page asks for ours in every way that a page can.
async function strangers(site) {
  const rules = 'MAP evil.example 127.0.0.1';
  const browser = await launch([`--host-resolver-rules=${rules}`, '--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests']);
  const page = await browser.newPage();
  const rebound = await page.goto(`http://evil.example:${site.port}/about/`);
  same('a name that was made to lead here gets nothing', [rebound.status(), (await page.content()).includes('Hello.')], [403, false]);
  const server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>evil</title>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Another site, and another port of the same one.
  for (const host of ['evil.example', '127.0.0.1']) {
    await page.goto(`http://${host}:${server.address().port}/`);
    const statuses = [];
    const hear = (response) => response.url().startsWith(site.origin) && statuses.push(response.status());
    page.on('response', hear);
    const read = await page.evaluate(async (origin) => {
      const text = (path, options) => fetch(origin + path, options).then((answer) => answer.text(), () => '');
      const come = (node, name) => new Promise((done) => {
        node.addEventListener('load', () => done(`${name} came`));
        node.addEventListener('error', () => done(''));
        setTimeout(() => done(''), 3000);
      });
      const put = (name, properties) => {
        const node = Object.assign(document.createElement(name), properties);
        document.head.append(node);
        return come(node, name);
      };
      const channel = new EventSource(`${origin}/.rapporteur/events?page=/about/`);
      const opened = new Promise((done) => {
        channel.addEventListener('open', () => done('events opened'));
        channel.addEventListener('error', () => done(''));
      });
      const frame = document.createElement('iframe');
      frame.src = `${origin}/about/`;
      document.documentElement.append(frame);
      await come(frame, 'frame');
      let inside = '';
      try {
        inside = frame.contentDocument?.body.innerText ?? '';
      } catch { /* The browser keeps it from us. */ }
      return (await Promise.all([
        text('/about/'),
        text('/about/', { mode: 'no-cors' }),
        text('/about/', { credentials: 'include' }),
        text('/.rapporteur/places?page=/talks/2026-06-01-opening/'),
        opened,
        put('script', { src: `${origin}/.rapporteur/preview.js` }),
        put('link', { rel: 'stylesheet', href: `${origin}/.rapporteur/preview.css` }),
        put('img', { src: `${origin}/talks/hall.png` }),
        inside,
      ])).filter(Boolean);
    }, site.origin);
    page.off('response', hear);
    same(`a page of ${host} reads nothing`, read, []);
    check(`a page of ${host} is refused by the server itself`, statuses.length > 0 && statuses.every((status) => status === 403) ? [] : statuses);
  }
  const context = await browser.newContext();
  const linked = await context.newPage();
  await linked.goto(`http://evil.example:${server.address().port}/`);
  await linked.evaluate((url) => { location.href = url; }, `${site.origin}/about/`);
  await soon('a link from elsewhere leads here', linked, () => document.body.innerText.includes('Hello.'));
  server.close();
  await browser.close();
}

// A server for others: the address with the token opens it, and from then on the cookie does.
async function token(browser) {
  const site = await Site.start(files, ['--host', '0.0.0.0']);
  const context = await browser.newContext();
  const page = await context.newPage();
  const { origin } = site;
  same('without the token nothing is shown', (await page.goto(`${origin}/about/`)).status(), 403);
  await page.goto(site.url);
  await page.waitForURL(`${origin}/`, { timeout: within });
  same('with it the site is', (await page.goto(`${origin}/about/`)).status(), 200);
  same('no script can read it', await page.evaluate(() => document.cookie), '');
  await context.close();
  await site.end();
}

const site = await Site.start(files);
const browser = await launch();
try {
  await reloads(browser, site);
  await lists(browser, site);
  await reconnects(browser, site);
  await styles(browser, site);
  await templates(browser, site);
  await overlay(browser, site);
  await lines(browser, site);
  await editor(browser, site);
  await notBuilt(browser);
  await withheld(browser);
  await token(browser);
  await strangers(site);
} finally {
  await browser.close();
  await site.end();
}
end();
