// A site in a folder of its own, and the preview that shows it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const program = resolve(process.argv[2]);
// Where the first of several previews begins to look for a free port.
const first = 17211;

export class Site {
  // Begins a site with these files and shows it.
  static async start(files, more = []) {
    const site = new Site();
    site.folder = mkdtempSync(join(tmpdir(), 'rapporteur-preview-'));
    site.write(files);
    await site.again(more);
    return site;
  }

  write(edits) {
    for (const [path, text] of Object.entries(edits)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  remove(path) {
    rmSync(join(this.folder, path));
  }

  // Shows it, at the port that it had, so that tabs find it again.
  async again(more = []) {
    const child = spawn(program, ['serve', '--port', String(this.port ?? first), ...more], { cwd: this.folder, stdio: ['ignore', 'pipe', 'ignore'] });
    this.child = child;
    // A test that fails leaves no server behind.
    process.once('exit', () => child.kill());
    this.url = await new Promise((done, failed) => {
      let said = '';
      // Read to the end: the program goes on telling what it does.
      child.stdout.on('data', (data) => {
        said += data;
        const url = said.match(/http:\/\/\S+/)?.[0];
        if (url) done(url);
      });
      child.on('exit', () => failed(new Error(`the program ended: ${said}`)));
    });
    const { origin, port } = new URL(this.url);
    if (this.port && this.port !== Number(port)) throw new Error('the port was lost');
    [this.origin, this.port] = [origin, Number(port)];
  }

  async stop() {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }

  async restart(more = []) {
    await this.stop();
    await this.again(more);
  }

  async end() {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}
