// What the browser tests share: counting, Chromium, axe, and the demo served by the program.

import { AxeBuilder } from '@axe-core/playwright';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

let passed = 0;
let failed = 0;

// One check: right if nothing is wrong.
export function check(what, wrong) {
  if (wrong === undefined || wrong.length === 0) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED ${what}: ${JSON.stringify(wrong).slice(0, 2000)}`);
  }
}

export const same = (what, found, wanted) => check(what, JSON.stringify(found) === JSON.stringify(wanted) ? [] : [found, wanted]);

export async function byAxe(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  check(`${what} by axe`, violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).slice(0, 3).join(' ')}`));
}

// Ends with the counts.
export function end() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

export const chrome = process.env.CHROME ?? '/usr/bin/chromium';
export const launch = (more = []) => chromium.launch({ executablePath: chrome, args: ['--no-sandbox', '--disable-gpu', ...more] });

// The demo, served by the program: its address, and a way to stop it.
export async function demo(program, port, folder = new URL('../../', import.meta.url).pathname) {
  const child = spawn(resolve(program), ['serve', '--port', String(port), '-o', 'target/web-test-public'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const origin = await new Promise((done, failed) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) done(found[0]);
    });
    child.on('exit', (code) => failed(new Error(`the program ended with ${code}: ${said}`)));
  });
  // It listens before the first build is done, on a slow machine.
  while ((await fetch(origin)).status === 503) await new Promise((done) => setTimeout(done, 100));
  child.removeAllListeners('exit');
  const gone = once(child, 'exit');
  return { origin, stop: () => { child.kill('SIGTERM'); return gone; } };
}
