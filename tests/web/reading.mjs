// What the pages of the demo do for their readers, in Debian's Chromium: light and dark by choice, notes beside the
// text, numbers of paragraphs, cards behind links by mouse, keyboard and touch; twice the text size, forced colours,
// less motion; everything by the keyboard. Ends with `N passed, N failed`. With SHOTS=folder it also keeps screenshots.

import { mkdirSync } from 'node:fs';
import { byAxe, check, demo, end, launch, same } from './checks.mjs';

const shots = process.env.SHOTS;
const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const report = '/att-2013/2013-03-21-first-non-paper/';
const kinds = {
  home: '/', conference: '/att-2013/', day: '/att-2013/2013-03-28/', report, country: '/countries/china/', clause: '/clauses/att/art_6/',
  instrument: '/clauses/att/', draft: '/instruments/att/2013-03-27/', matrix: '/att-2013/matrix/art_7/',
  compare: '/instruments/att/2013-03-27/compare/2013-03-20/', arabic: '/ar/att-2013/2013-03-27-third-text/', plain: '/accessibility/',
};

async function on(browser, options, path, work) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(origin + path);
  await work(page);
  await context.close();
}

async function shoot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png` });
}

const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

// Dark by preference, and by choice, which outlives the page; without a script there is no button that does nothing.
async function looks(browser) {
  for (const colorScheme of ['light', 'dark']) {
    await on(browser, { ...desk, colorScheme }, '/', async (page) => {
      const button = page.locator('.look');
      const first = await paper(page);
      await button.click();
      const other = await paper(page);
      check(`the button turns ${colorScheme} into its other`, first === other ? [first] : []);
      same(`and says so to those who do not see it, from ${colorScheme}`, await button.getAttribute('aria-pressed'), String(colorScheme === 'light'));
      await byAxe(page, `home, chosen against ${colorScheme},`);
      await page.goto(origin + report);
      same(`the choice holds on another page, from ${colorScheme}`, await paper(page), other);
      await page.locator('.look').press('Enter');
      same(`by the keyboard too, from ${colorScheme}`, await paper(page), first);
    });
  }
  await on(browser, { ...desk, javaScriptEnabled: false }, '/', async (page) => {
    check('without a script there is no such button', await page.locator('.look').isVisible() ? ['visible'] : []);
  });
}

// The same note is beside its mark at a desk, and below the text on a phone and on paper.
async function notes(browser) {
  const place = (page) => page.evaluate(() => {
    const box = (query) => document.querySelector(query).getBoundingClientRect();
    const [note, mark, text] = [box('#fn-1'), box('#fnref-1'), box('.numbered > p')];
    return { apart: Math.abs(note.top - mark.top), beyond: note.left - text.right, inside: innerWidth - note.right };
  });
  await on(browser, desk, report, async (page) => {
    const { apart, beyond, inside } = await place(page);
    check('at a desk a note stands beside its mark', apart < 40 && beyond > 0 && inside > 0 ? [] : [apart, beyond, inside]);
    await byAxe(page, 'a report with notes');
    await shoot(page, 'notes');
    await page.emulateMedia({ media: 'print' });
    const printed = await place(page);
    check('in print it stands below', printed.apart > 100 && printed.beyond < 0 ? [] : [printed]);
  });
  await on(browser, desk, `/ar${report}`, async (page) => {
    const left = await page.evaluate(() => document.querySelector('.numbered > p').getBoundingClientRect().left - document.querySelector('#fn-1').getBoundingClientRect().right);
    check('where the text runs from the right, on the left', left > 0 ? [] : [left]);
  });
  await on(browser, phone, report, async (page) => {
    const { apart, beyond } = await place(page);
    check('on a phone it stands below', apart > 100 && beyond < 0 ? [] : [apart, beyond]);
  });
}

// Numbers of paragraphs show under the mouse, to the keyboard, on a phone and in print.
async function numbers(browser) {
  const seen = (page) => page.$eval('#p1 > .pn', (number) => getComputedStyle(number).opacity);
  await on(browser, desk, report, async (page) => {
    same('a number is not shown', await seen(page), '0');
    await page.locator('#p1').hover();
    same('but under the mouse', await seen(page), '1');
    await page.mouse.move(0, 0);
    await page.locator('#p1 > .pn').focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    same('and where the keyboard is', await seen(page), '1');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => document.activeElement.blur());
    same('and in print', await seen(page), '1');
  });
  await on(browser, phone, report, async (page) => same('a phone shows it always', await seen(page), '1'));
}

// A card says in a line whom a link leads to; it goes by Escape, and what it covers can be reached.
async function cards(browser) {
  await on(browser, desk, report, async (page) => {
    const link = page.locator('.prose a.m').first();
    const card = page.locator('.hover');
    await link.hover();
    await card.waitFor();
    const told = await card.textContent();
    check('the card has a name and figures', /\d/.test(told) && told.length > 20 ? [] : [told]);
    same('the link is described by it', await link.getAttribute('aria-describedby'), 'hover');
    await byAxe(page, 'a card');
    await shoot(page, 'card');
    await card.hover();
    await page.waitForTimeout(400);
    check('it stays under the mouse', await card.isVisible() ? [] : ['gone']);
    await page.keyboard.press('Escape');
    check('it goes by Escape', await card.count() === 0 ? [] : ['stays']);
    await page.mouse.move(0, 0);
    await page.locator('#p1 > .pn').focus();
    for (let stop = 0; stop < 3 && await card.count() === 0; stop += 1) {
      await page.keyboard.press('Tab');
      await page.waitForTimeout(300);
    }
    check('it comes to the keyboard', await card.count() === 1 ? [] : ['none']);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== report, { timeout: 5000 }).catch(() => {});
    check('Enter follows the link', new URL(page.url()).pathname !== report ? [] : [page.url()]);
  });
  await on(browser, phone, report, async (page) => {
    const link = page.locator('.prose a.m').first();
    const to = await link.evaluate((found) => found.href);
    await link.tap();
    await page.locator('.hover').waitFor();
    same('the first touch tells', page.url(), origin + report);
    await page.locator('.hover a').tap();
    await page.waitForURL(to, { timeout: 5000 }).catch(() => {});
    same('the card has the link', page.url(), to);
  });
  await on(browser, { ...desk, javaScriptEnabled: false }, report, async (page) => {
    await page.locator('.prose a.m').first().click();
    check('without a script it is a plain link', new URL(page.url()).pathname !== report ? [] : [page.url()]);
  });
}

// Text twice as large, colours of the system, less motion.
async function wishes(browser) {
  for (const [name, path] of Object.entries(kinds)) {
    await on(browser, desk, path, async (page) => {
      await page.evaluate(() => { document.documentElement.style.fontSize = '225%'; });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(`${name} with text of 200 % is no wider than its window`, over > 0 ? [over] : []);
      await byAxe(page, `${name} with text of 200 %`);
    });
  }
  await on(browser, { ...desk, forcedColors: 'active' }, report, async (page) => {
    const border = await page.$eval('.statement', (block) => getComputedStyle(block).borderInlineStartWidth);
    check('a statement has its border in forced colours', parseFloat(border) > 0 ? [] : [border]);
    await byAxe(page, 'a report in forced colours');
    await shoot(page, 'forced');
  });
  await on(browser, { ...desk, reducedMotion: 'reduce' }, report, async (page) => {
    same('nothing glides for those who want less motion', await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
  });
}

// By the keyboard: every link and control is reached, in the order of the page, and each shows that it is.
async function keyboard(browser) {
  for (const [name, path] of Object.entries(kinds)) {
    await on(browser, desk, path, async (page) => {
      const wanted = await page.evaluate(() =>
        [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')].filter((one) => one.checkVisibility() && !one.disabled).length);
      const reached = new Set();
      const unmarked = [];
      for (let stop = 0; stop < wanted + 5; stop += 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const one = document.activeElement;
          if (one === document.body) return null;
          one.dataset.stop ??= String(document.querySelectorAll('[data-stop]').length);
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          return { stop: one.dataset.stop, marked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, html: one.outerHTML.slice(0, 90) };
        });
        if (!at) break;
        if (!at.marked) unmarked.push(at.html);
        reached.add(at.stop);
      }
      // One radio button stands for its group.
      const radios = await page.locator('input[type="radio"]:visible').count();
      const least = wanted - Math.max(0, radios - 1);
      check(`${name}: the keyboard reaches ${reached.size} of ${least}`, reached.size >= least ? [] : [reached.size, least]);
      check(`${name}: each of them shows it`, unmarked.slice(0, 3));
    });
  }
}

// Signs have names for those who do not see them.
async function names(browser) {
  await on(browser, desk, '/att-2013/matrix/art_7/', async (page) => {
    const cells = await page.$$eval('.matrix td a', (all) => all.map((cell) => (cell.ariaLabel ?? cell.textContent).trim()));
    const bare = cells.filter((name) => !/\p{L}{4}/u.test(name));
    check(`${cells.length} cells of the matrix have names in words`, cells.length === 0 ? ['none'] : bare);
  });
  await on(browser, desk, report, async (page) => {
    const bare = await page.$$eval('.stance', (all) => all.filter((one) => !/\p{L}{4}/u.test(one.textContent) || !one.querySelector('.sign[aria-hidden]')).length);
    same('each sign of a stance stands beside its word', bare, 0);
  });
}

const { origin, stop } = await demo(process.argv[2], 17131);
const browser = await launch();
try {
  await looks(browser);
  await notes(browser);
  await numbers(browser);
  await cards(browser);
  await wishes(browser);
  await keyboard(browser);
  await names(browser);
} finally {
  await browser.close();
  stop();
}
end();
