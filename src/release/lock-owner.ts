/** Who holds a lock, for the message to the next one. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { Refusal } from './refusal.ts';

/** A lock that is held. */
export interface Lock {
  /** Open ends to give to every child in `stdio`, so that the child holds the lock too. None on Windows. */
  readonly fds: readonly number[];
  /** Gives the lock back. */
  release(): void;
}

/** What a claim says of its owner; only for messages and for other machines. */
export interface Owner {
  /** What the owner does, in Vietnamese. */
  readonly deed: string;
  readonly pid: number;
  readonly host: string;
  /** One running kernel; another one says another word. */
  readonly boot: string;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
};

/** The run that asks. */
export const thisRun: Omit<Owner, 'deed'> = {
  pid: process.pid,
  host: `${hostname()} ${read('/etc/machine-id')}`.trim(),
  boot: read('/proc/sys/kernel/random/boot_id'),
};

/** The owner that a file names; undefined while it is being written or when it is gone. */
export function ownerAt(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** Somebody holds the lock. `claim` is the file to take away when its machine is known to be off. */
export function busy(by: Owner | undefined, claim: string): Refusal {
  const elsewhere = by === undefined || by.host === thisRun.host ? '' : `, máy ${by.host.split(' ')[0]}`;
  const who = by === undefined ? '' : ` (${by.deed}, tiến trình ${by.pid}${elsewhere})`;
  const stuck =
    by !== undefined && by.boot !== thisRun.boot
      ? ` Nếu chắc chắn máy kia không còn chạy, xóa ${claim}.`
      : '';
  return new Refusal(
    'busy',
    `Một lần chạy khác chưa xong${who}. Đợi xong rồi chạy lại.${stuck} (another run holds the lock)`,
  );
}
