/**
 * A desktop that nobody sees, with Orca on it and no sound. Runs inside `dbus-run-session`. Ends what it
 * started, by process id.
 */
import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spoken } from './transcript.ts';

const launcher =
  ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'].find((path) =>
    existsSync(path),
  ) ?? 'at-spi-bus-launcher';

/**
 * How a page was heard: the lines, whether its last words were reached, seconds from the key to the last
 * line.
 */
export interface Heard {
  readonly lines: readonly string[];
  readonly complete: boolean;
  readonly seconds: number;
}

/** One listener. Make it with `start`, end it with `end`, also after an error. */
export class Listener {
  readonly #home = mkdtempSync(join(tmpdir(), 'nghe-'));
  readonly #log = join(this.#home, 'orca.log');
  readonly #children: ChildProcess[] = [];
  readonly #browser: string;
  #env: NodeJS.ProcessEnv;

  constructor(browser: string) {
    this.#browser = browser;
    const dirs = Object.fromEntries(
      ['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME'].map((name) => [
        name,
        join(this.#home, name.toLowerCase()),
      ]),
    );
    for (const dir of [...Object.values(dirs), join(this.#home, 'locale'), join(this.#home, 'prefs')])
      mkdirSync(dir, { mode: 0o700 });
    this.#env = {
      ...process.env,
      ...dirs,
      LOCPATH: join(this.#home, 'locale'),
      LC_ALL: 'vi_VN.UTF-8',
      LANG: 'vi_VN.UTF-8',
      LANGUAGE: 'vi',
    };
    delete this.#env.WAYLAND_DISPLAY;
  }

  /** Starts a program in a group of its own, so that its children end with it. */
  #start(program: string, args: readonly string[], stdio: StdioOptions = 'ignore'): ChildProcess {
    const child = spawn(program, args, { env: this.#env, stdio, detached: true });
    child.on('error', () => {
      /* a program that is missing shows as a wait that runs out */
    });
    this.#children.push(child);
    return child;
  }

  async #stop(child: ChildProcess): Promise<void> {
    if (child.pid === undefined) return;
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      try {
        process.kill(-child.pid, signal);
      } catch {
        return;
      }
      for (let i = 0; i < 20 && child.exitCode === null && child.signalCode === null; i++) await wait(100);
    }
  }

  #said(from = 0): string {
    return existsSync(this.#log) ? readFileSync(this.#log, 'utf8').slice(from) : '';
  }

  async #until(what: string, seconds: number, holds: () => boolean): Promise<void> {
    const end = performance.now() + seconds * 1000;
    while (!holds()) {
      if (performance.now() > end) throw new Error(`${what}: nothing after ${seconds} s`);
      await wait(200);
    }
  }

  /** Waits until Orca has written nothing for `quiet` seconds, at most `most` seconds. */
  async #quiet(quiet: number, most: number): Promise<void> {
    const end = performance.now() + most * 1000;
    for (let size = -1, since = performance.now(); performance.now() < end; await wait(200)) {
      const now = this.#said().length;
      if (now !== size) {
        size = now;
        since = performance.now();
      } else if (performance.now() - since > quiet * 1000) return;
    }
  }

  /** Screen, accessibility bus, window manager, Orca. Throws with what did not come up. */
  async start(): Promise<void> {
    const made = spawnSync(
      'localedef',
      ['-i', 'vi_VN', '-f', 'UTF-8', join(this.#home, 'locale/vi_VN.UTF-8')],
      { encoding: 'utf8' },
    );
    if (!existsSync(join(this.#home, 'locale/vi_VN.UTF-8')))
      throw new Error(`no Vietnamese locale: ${made.stderr}`);
    copyFileSync(
      join(import.meta.dirname, 'orca-customizations.py'),
      join(this.#home, 'prefs/orca-customizations.py'),
    );
    const number = join(this.#home, 'display');
    const fd = openSync(number, 'w');
    this.#start(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'],
      ['ignore', 'ignore', 'ignore', fd],
    );
    closeSync(fd);
    await this.#until('Xvfb', 20, () => readFileSync(number, 'utf8').endsWith('\n'));
    this.#env = { ...this.#env, DISPLAY: `:${readFileSync(number, 'utf8').trim()}` };
    this.#start(launcher, ['--launch-immediately']);
    for (const name of ['IsEnabled', 'ScreenReaderEnabled']) {
      await this.#until(
        `accessibility bus, ${name}`,
        20,
        () =>
          spawnSync(
            'dbus-send',
            [
              '--session',
              '--dest=org.a11y.Bus',
              '--print-reply',
              '/org/a11y/bus',
              'org.freedesktop.DBus.Properties.Set',
              'string:org.a11y.Status',
              `string:${name}`,
              'variant:boolean:true',
            ],
            { env: this.#env },
          ).status === 0,
      );
    }
    this.#start('openbox', []);
    this.#start('orca', ['--replace', '-u', join(this.#home, 'prefs'), '--debug-file', this.#log]);
    await this.#until('Orca', 60, () => spoken(this.#said()).length > 0);
  }

  /** Presses keys as a person would: `ctrl+Home`, `KP_Add`, `h`. */
  #press(key: string): void {
    spawnSync('xdotool', ['key', key], { env: this.#env });
  }

  /**
   * Opens a page and has all of it read from the top. `width` of the window in pixels; `lastWords` is what
   * the page ends with; at most `seconds` of reading.
   */
  async readPage(
    url: string,
    { width, lastWords, seconds }: { width: number; lastWords: string; seconds: number },
  ): Promise<Heard> {
    const profile = mkdtempSync(join(this.#home, 'browser-'));
    const before = this.#said().length;
    const browser = this.#start(this.#browser, [
      `--user-data-dir=${profile}`,
      '--no-sandbox',
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=Translate,TranslateUI',
      '--force-renderer-accessibility',
      '--ozone-platform=x11',
      '--lang=vi',
      '--window-position=0,0',
      `--window-size=${width},950`,
      `--app=${url}`,
    ]);
    try {
      await this.#until(url, 60, () => spoken(this.#said(before)).length > 0);
      let lines: string[] = [];
      let complete = false;
      let took = 0;
      // On a busy machine the first key may come before the page is ready for it.
      for (let attempt = 0; attempt < 3 && !complete; attempt++) {
        await this.#quiet(2.5, 30);
        this.#press('ctrl+Home');
        await this.#quiet(1, 10);
        const from = this.#said().length;
        const started = performance.now();
        this.#press('KP_Add');
        for (const end = started + seconds * 1000; performance.now() < end && !complete; await wait(300)) {
          lines = spoken(this.#said(from));
          complete = lines.some((line) => line.includes(lastWords));
          if (lines.length === 0 && performance.now() - started > 12_000) break;
        }
        took = (performance.now() - started) / 1000;
        if (lines.length > 0) break;
      }
      return { lines, complete, seconds: took };
    } finally {
      await this.#stop(browser);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }

  /** Ends everything that was started, last first. */
  async end(): Promise<void> {
    for (const child of this.#children.toReversed()) await this.#stop(child);
    rmSync(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
