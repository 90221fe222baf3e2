// The preview in Debian's Chromium: what an author sees who edits a site while it is shown, and what other sites see of it.
// Ends with `N passed, N failed`. With SHOTS=folder it also keeps screenshots.

import { AxeBuilder } from '@axe-core/playwright';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const program = resolve(process.argv[2]);
const shots = process.env.SHOTS;
const within = 10_000;

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

// A site that is shown. Until there is a watcher, an edit is followed by a new start, which every tab must outlive.
class Site {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'rapporteur-preview-'));
    this.port = 0;
  }

  write(edits) {
    for (const [path, text] of Object.entries(edits)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  async start(more = []) {
    const port = this.port || 17211;
    this.child = spawn(program, ['serve', '--port', String(port), ...more], { cwd: this.folder, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    for await (const data of this.child.stdout) {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:(\d+)/);
      if (found) {
        if (this.port && this.port !== Number(found[1])) throw new Error('the port was lost');
        this.port = Number(found[1]);
        this.origin = found[0];
        return;
      }
    }
    throw new Error(`the program ended: ${said}`);
  }

  async stop() {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }

  async edit(edits) {
    this.write(edits);
    await this.stop();
    await this.start(this.more);
  }

  async end() {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}

async function shoot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

async function byAxe(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  check(`${what} by axe`, violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(' ')}`));
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
  await site.edit({ 'content/about.md': files['content/about.md'].replace('Hello.', 'Good day.') });
  await soon('a page that changed is loaded again', about, () => window.stamp === undefined && document.body.innerText.includes('Good day.'));
  await soon('its place is kept', about, () => Math.abs(scrollY - 900) < 2);
  await soon('its focus is kept', about, () => document.activeElement?.id === 'box');
  await about.waitForTimeout(1500);
  check('a page that did not change is not loaded again', (await report.evaluate(isFresh)) ? ['it was'] : []);
  check('nor is a page that is missing still', (await missing.evaluate(isFresh)) ? ['it was'] : []);
  await site.edit({ 'content/news.md': '---\ntitle: News\n---\nThere it is.\n' });
  await soon('a missing page that is there now is loaded', missing, () => document.body.innerText.includes('There it is.'));
  same('no script failed', errors, []);
  await context.close();
}

async function styles(browser, site) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.origin}/about/`);
  await stamp(page);
  await site.edit({ 'themes/mine/assets/mine.css': 'h1 { letter-spacing: 2px; }\n' });
  await soon('a style is exchanged', page, () => getComputedStyle(document.querySelector('h1')).letterSpacing === '2px');
  check('without loading the page', (await page.evaluate(isFresh)) ? ['it was loaded'] : []);
  await soon('and the old one is gone', page, () => document.querySelectorAll('link[href*="mine."]').length === 1);
  await page.context().close();
}

async function overlay(browser, site) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.origin}/about/`);
  await page.focus('#box');
  await stamp(page);
  await site.edit({ 'content/about.md': broken });
  const panel = page.getByRole('dialog');
  await panel.waitFor({ timeout: within });
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
  await site.edit({ 'content/about.md': files['content/about.md'] });
  await panel.waitFor({ state: 'hidden', timeout: within });
  check('it goes when the mistake is mended', (await badge.isVisible()) ? ['the badge stays'] : []);
  await site.edit({ 'content/talks/2026-06-01-opening.md': doubtful });
  const warnings = page.getByRole('button', { name: /^\d+ warnings?: show$/ });
  await warnings.waitFor({ timeout: within });
  check('warnings are a badge alone', (await panel.isVisible()) ? ['the panel is open'] : []);
  await warnings.click();
  check('that opens their list', (await panel.innerText()).includes('warning[') ? [] : [await panel.innerText()]);
  await shoot(page, 'warnings');
  await site.edit({ 'content/talks/2026-06-01-opening.md': files['content/talks/2026-06-01-opening.md'] });
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
  site.more = ['--editor', 'vscode'];
  await site.edit({ 'content/about.md': broken });
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
  site.more = [];
  await site.edit({ 'content/about.md': files['content/about.md'] });
}

// A site that has never been built.
async function notBuilt(browser) {
  const site = new Site();
  site.write({ ...files, 'content/about.md': broken });
  site.port = 17411;
  await site.start();
  const page = await (await browser.newContext()).newPage();
  const answer = await page.goto(`${site.origin}/about/`);
  same('a site that was never built says so', [answer.status(), (await page.title()).includes('not been built')], [503, true]);
  await page.getByRole('dialog').waitFor({ timeout: within });
  await shoot(page, 'not-built');
  await site.edit({ 'content/about.md': files['content/about.md'] });
  await soon('and is there when the mistake is mended', page, () => document.body.innerText.includes('Hello.'));
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
  const site = new Site();
  site.write(files);
  const open = spawn(program, ['serve', '--port', '17511', '--host', '0.0.0.0'], { cwd: site.folder, stdio: ['ignore', 'pipe', 'ignore'] });
  let url;
  for await (const data of open.stdout) {
    url = String(data).match(/http:\/\/\S+/)?.[0];
    if (url) break;
  }
  const context = await browser.newContext();
  const page = await context.newPage();
  const { origin } = new URL(url);
  same('without the token nothing is shown', (await page.goto(`${origin}/about/`)).status(), 403);
  await page.goto(url);
  await page.waitForURL(`${origin}/`, { timeout: within });
  same('with it the site is', (await page.goto(`${origin}/about/`)).status(), 200);
  same('no script can read it', await page.evaluate(() => document.cookie), '');
  await context.close();
  open.kill('SIGTERM');
  await once(open, 'exit');
  rmSync(site.folder, { recursive: true });
}

const launch = (more = []) =>
  chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', ...more] });

const site = new Site();
site.write(files);
await site.start();
const browser = await launch();
try {
  await reloads(browser, site);
  await styles(browser, site);
  await overlay(browser, site);
  await lines(browser, site);
  await editor(browser, site);
  await notBuilt(browser);
  await token(browser);
  await strangers(site);
} finally {
  await browser.close();
  await site.end();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
