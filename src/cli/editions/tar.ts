/** A stream of files in the form of `tar` (POSIX pax), as `mksquashfs -tar` reads it: order counts there. */
import type { Writable } from 'node:stream';

const block = 512;
const kinds = { file: '0', link: '1', gone: '3', extended: 'x' } as const;

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

/** The head of an entry; names that do not fit stand in an entry before it. */
function head(kind: keyof typeof kinds, name: string, target: string, size: number, time: number): Buffer {
  const bytes = Buffer.alloc(block);
  bytes.write(name, 0, 100);
  bytes.write(octal(kind === 'gone' ? 0 : 0o644, 8), 100);
  bytes.write(octal(0, 8) + octal(0, 8), 108);
  bytes.write(octal(size, 12) + octal(time, 12), 124);
  bytes.fill(' ', 148, 156);
  bytes.write(kinds[kind], 156);
  bytes.write(target, 157, 100);
  bytes.write('ustar\x0000', 257);
  bytes.write(octal(0, 8) + octal(0, 8), 329);
  let sum = 0;
  for (let at = 0; at < block; at++) sum += bytes[at] ?? 0;
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}

/** One line of an extended head: its own length stands at its start. */
function extended(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  const length = bytes + String(bytes + String(bytes).length).length;
  return `${length}${rest}`;
}

const nothing = Buffer.alloc(block);
/** What fills the last block of so many bytes. */
const rest = ({ length }: Buffer): Buffer => nothing.subarray(0, (block - (length % block)) % block);

/** So much goes into the stream at once: thousands of small writes cost more than what they carry. */
const atOnce = 1 << 20;

/** Writes entries into a stream; `time` in seconds is that of all files. */
export class TarWriter {
  readonly #out: Writable;
  readonly #time: number;
  /** Filled while the other is on its way: making room for each file anew keeps the collector busy. */
  #room = Buffer.allocUnsafeSlow(atOnce);
  #other = Buffer.allocUnsafeSlow(atOnce);
  #length = 0;
  #sent: Promise<void> = Promise.resolve();

  constructor(out: Writable, time: number) {
    this.#out = out;
    this.#time = time;
    // Each write is told by itself.
    out.on('error', () => undefined);
  }

  async file(name: string, bytes: Buffer): Promise<void> {
    await this.#write(this.#heads('file', name, '', bytes.length), bytes, rest(bytes));
  }

  /** A second name of a file that was written before. */
  async link(name: string, target: string): Promise<void> {
    await this.#write(this.#heads('link', name, target, 0));
  }

  /** A file of the layers below that is there no more, in the way of overlayfs: a device 0:0. */
  async gone(name: string): Promise<void> {
    await this.#write(this.#heads('gone', name, '', 0));
  }

  async end(): Promise<void> {
    await this.#write(Buffer.alloc(2 * block));
    await this.#send();
    await this.#sent;
    this.#out.end();
  }

  #heads(kind: keyof typeof kinds, name: string, target: string, size: number): Buffer {
    const long = [
      ...(Buffer.byteLength(name) > 99 ? [extended('path', name)] : []),
      ...(Buffer.byteLength(target) > 99 ? [extended('linkpath', target)] : []),
    ].join('');
    const own = head(kind, name, target, size, this.#time);
    if (long === '') return own;
    const text = Buffer.from(long);
    return Buffer.concat([head('extended', 'x', '', text.length, this.#time), text, rest(text), own]);
  }

  async #write(...parts: readonly Buffer[]): Promise<void> {
    for (const part of parts)
      for (let done = 0; done < part.length;) {
        const copied = part.copy(this.#room, this.#length, done);
        done += copied;
        this.#length += copied;
        if (this.#length === atOnce) await this.#send();
      }
  }

  async #send(): Promise<void> {
    await this.#sent;
    const full = this.#room.subarray(0, this.#length);
    this.#sent = new Promise((done, fail) => {
      this.#out.write(full, (error) => {
        if (error) fail(error);
        else done();
      });
    });
    // Whoever waits for it is told; nobody may wait yet.
    this.#sent.catch(() => undefined);
    [this.#room, this.#other] = [this.#other, this.#room];
    this.#length = 0;
  }
}
