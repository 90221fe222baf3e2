// The demo on paper: `rapporteur pdf` through an installed Chromium, the documents read by poppler. Ends with
// `N passed, N failed`.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve(process.argv[2]);
const root = new URL('../../', import.meta.url).pathname;
const site = mkdtempSync(join(tmpdir(), 'rapporteur-paper-'));
// Where the program's own folders are looked for afterwards.
const temporary = join(site, 'temporary');
mkdirSync(temporary);
cpSync(join(root, 'content'), join(site, 'content'), { recursive: true });

let passed = 0;
let failed = 0;
function check(what, is, more = '') {
  if (is) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED: ${what} ${more}`);
  }
}

const env = { ...process.env, TMPDIR: temporary };
const run = (args, more = {}) => execFileSync(program, args, { cwd: site, env: { ...env, ...more }, encoding: 'utf8', stdio: 'pipe' });
const refused = (args, more) => {
  try {
    run(args, more);
  } catch (error) {
    return { status: error.status, said: error.stderr };
  }
  return { status: 0, said: '' };
};
const left = () => readdirSync(temporary).filter((name) => name.startsWith('rapporteur-pdf'));

// What poppler reads out of a document.
function read(file) {
  const info = Object.fromEntries(
    execFileSync('pdfinfo', [file], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.match(/^([^:]+):\s+(.*)$/)?.slice(1))
      .filter(Boolean),
  );
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  // It does not know the newest names of elements, and says so.
  const structure = execFileSync('pdfinfo', ['-struct', file], { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'ignore'] });
  const urls = execFileSync('pdfinfo', ['-url', file], { encoding: 'utf8' });
  const bytes = execFileSync('cat', [file], { encoding: 'latin1', maxBuffer: 1 << 28 });
  return { info, pages, structure, urls, bytes, text: pages.join('\n') };
}

try {
  check('a page that was not built', refused(['pdf', '/att-2013/']).status === 2);
  run(['build', '-u', 'https://briefings.example/sub/']);
  const base = ['-u', 'https://briefings.example/sub/'];
  const print = (route, name, more = base) => {
    run(['pdf', route, '-o', name, ...more]);
    return read(join(site, name));
  };

  const documents = {
    report: { route: '/att-2013/2013-03-27-third-text/', title: 'Take it or leave it', lang: 'en', pages: [1, 4], wide: false },
    edition: { route: '/att-2013/print/', title: 'Final United Nations Conference on the Arms Trade Treaty', lang: 'en', pages: [15, 45], wide: false },
    arabic: { route: '/ar/att-2013/2013-03-27-third-text/', title: '', lang: 'ar', pages: [1, 4], wide: false },
    clause: { route: '/clauses/att/art_6/', title: 'Article 6', lang: 'en', pages: [2, 8], wide: false },
    matrix: { route: '/att-2013/matrix/', title: 'Position matrix', lang: 'en', pages: [3, 12], wide: true },
  };
  const made = {};
  for (const [name, wanted] of Object.entries(documents)) {
    const pdf = (made[name] = print(wanted.route, `${name}.pdf`));
    const [fewest, most] = wanted.pages;
    const pages = Number(pdf.info.Pages);
    check(`${name}: pages`, pages >= fewest && pages <= most, `${pages}`);
    const size = wanted.wide ? /^841\.\d+ x 594\.\d+/ : /^594\.\d+ x 841\.\d+/;
    check(`${name}: A4`, size.test(pdf.info['Page size']), pdf.info['Page size']);
    check(`${name}: tagged`, pdf.info.Tagged === 'yes' && /^ +H1\b/m.test(pdf.structure));
    check(`${name}: title`, pdf.info.Title.startsWith(wanted.title) && pdf.info.Title.length > 10, pdf.info.Title);
    check(`${name}: language`, pdf.bytes.includes(`/Lang (${wanted.lang})`));
    check(`${name}: outline`, pdf.bytes.includes('/Outlines'));
    check(`${name}: folio`, new RegExp(`\\b(1 ?/ ?${pages}|${pages} ?/ ?1)\\b`).test(pdf.pages[0]), pdf.pages[0].slice(-120));
    check(`${name}: no address of this machine`, !pdf.urls.includes('127.0.0.1') && !pdf.text.includes('127.0.0.1'));
  }

  const { report, edition } = made;
  check('report: running heads from the second page on', report.pages[1].includes('Take it or leave it') && report.pages[1].includes('Briefings on the Arms Trade Treaty'));
  check('report: its address in the foot', report.text.includes('https://briefings.example/sub/att-2013/2013-03-27-third-text/'));
  check('report: numbered paragraphs', /^ *1 +The third and last text/m.test(report.text), report.pages[0].slice(0, 900));
  check('report: links lead to where the site stands', report.urls.includes('https://briefings.example/sub/clauses/att/art_'));
  check('report: its own addresses are not printed behind its words', !report.text.includes('<https://briefings.example'));

  const reports = readdirSync(join(site, 'content/att-2013')).filter((name) => /^\d.*(?<!\.(fr|ar))\.md$/.test(name));
  check('edition: cover', /Final United Nations Conference/.test(edition.pages[0]) && /New York/.test(edition.pages[0]));
  check('edition: contents', /Contents/.test(edition.pages[1]) && reports.length === 12);
  check('edition: indexes', /Index of clauses/.test(edition.text) && /Index of countries and groups/.test(edition.text) && /27 Mar ¶\d+/.test(edition.text));
  check('edition: links within it', (edition.bytes.match(/\/Dest/g) ?? []).length > 100);

  const elsewhere = print('/att-2013/2013-03-19-scope/', 'nowhere.pdf', []);
  check('without an address, links lead nowhere', !elsewhere.urls.includes('127.0.0.1'), elsewhere.urls);

  const unknown = refused(['pdf', '/nowhere/', ...base]);
  check('a page that is not there', unknown.status === 2 && unknown.said.includes('no page stands at /nowhere/'), unknown.said);
  const missing = refused(['pdf', '/', ...base], { PATH: '/nowhere', CHROME: '' });
  check('no browser', missing.status === 2 && missing.said.includes('install Chromium'), missing.said);
  const named = refused(['pdf', '/', ...base], { CHROME: '/nowhere/chrome' });
  check('a browser that is not there', named.status === 2 && named.said.includes('$CHROME names /nowhere/chrome'), named.said);
  // A browser that fails, and one that never ends.
  const fake = (name, script) => {
    const file = join(site, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  };
  const broken = refused(['pdf', '/', '-o', 'broken.pdf', ...base], { CHROME: fake('broken', 'echo it is ill >&2; exit 3') });
  check('a browser that fails', broken.status === 2 && broken.said.includes('it is ill') && !existsSync(join(site, 'broken.pdf')), broken.said);

  for (const signal of ['SIGINT', 'SIGTERM']) {
    const slow = fake('slow', `echo $$ > ${join(site, 'pid')}; exec sleep 600`);
    const child = spawn(program, ['pdf', '/', '-o', 'slow.pdf', ...base], { cwd: site, env: { ...env, CHROME: slow }, stdio: 'ignore' });
    while (!existsSync(join(site, 'pid'))) await new Promise((done) => setTimeout(done, 20));
    await new Promise((done) => setTimeout(done, 100));
    const pid = Number(execFileSync('cat', [join(site, 'pid')], { encoding: 'utf8' }));
    child.kill(signal);
    const [code] = await once(child, 'exit');
    check(`${signal}: ends with a word`, code === 2, `${code}`);
    let lives = true;
    try {
      process.kill(pid, 0);
    } catch {
      lives = false;
    }
    check(`${signal}: the browser is stopped`, !lives);
    check(`${signal}: nothing is left`, left().length === 0 && !existsSync(join(site, 'slow.pdf')), left().join());
    rmSync(join(site, 'pid'));
  }
  check('no folder is left', left().length === 0, left().join());
} finally {
  rmSync(site, { recursive: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
