/**
 * Whether a served edition is well, by three small requests: which it is and how old, whether it is the one
 * that was published, how long its certificate holds. For a timer; readers' browsers are asked nothing.
 */
import { connect } from 'node:tls';
import { pages } from '../domain/address.ts';
import { sha256 } from './checksums.ts';
import { listName, short } from './layout.ts';

/** What is expected of a served edition. */
export interface Expected {
  readonly now: Date;
  /** Most days since the newest check of its content. */
  readonly days: number;
  /** Least days that the certificate must hold. */
  readonly certificateDays: number;
  /** Id of the release that should be there; unknown where only strangers' editions are watched. */
  readonly release?: string | undefined;
}

/** What an address answers. */
interface Told {
  readonly name: string;
  readonly day: string;
  readonly release: string;
  /** Last moment of the certificate; none over plain http. */
  readonly until?: Date;
}

const dayLong = 86_400_000;
const daysBetween = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / dayLong);

/** What is wrong, in words for whoever gets the mail; nothing when all is well. */
export function judgeTold(told: Told, { now, days, certificateDays, release }: Expected): string[] {
  const age = daysBetween(new Date(told.day), now);
  const left = told.until === undefined ? Infinity : daysBetween(now, told.until);
  return [
    ...(Number.isNaN(age) || age > days
      ? [`nội dung xem lại lần cuối ngày ${told.day}, quá ${days} ngày: cập nhật sổ tay gốc rồi phát hành`]
      : []),
    ...(release !== undefined && release !== told.release
      ? [`đang phục vụ bản ${short(told.release)}, bản đã phát hành là ${short(release)}: chạy guong.sh`]
      : []),
    ...(left < certificateDays ? [`chứng chỉ còn ${left} ngày: gia hạn, rồi nạp lại máy chủ`] : []),
  ];
}

async function fetched(url: URL): Promise<Buffer> {
  const reply = await fetch(url, {
    headers: { 'cache-control': 'no-cache' },
    signal: AbortSignal.timeout(20_000),
  });
  if (!reply.ok) throw new Error(`${url.pathname} trả lời ${reply.status}`);
  return Buffer.from(await reply.arrayBuffer());
}

/** Last moment of the certificate that a host shows, whether it is trusted or not. */
function certificateEnd({ hostname, port }: URL): Promise<Date> {
  const { promise, resolve, reject } = Promise.withResolvers<Date>();
  const socket = connect(
    {
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      rejectUnauthorized: false,
      timeout: 20_000,
    },
    () => {
      resolve(new Date(socket.getPeerCertificate().valid_to));
      socket.destroy();
    },
  );
  socket.on('timeout', () => socket.destroy(new Error('timeout')));
  socket.on('error', reject);
  return promise;
}

/** A text of a file of data. */
const textIn = (data: unknown, name: string): string =>
  String(
    typeof data === 'object' && data !== null ? Object.entries(data).find(([key]) => key === name)?.[1] : '',
  );

/** Asks an edition how it is. Answers with its name and what is wrong. */
export async function watchEdition(
  address: string,
  expected: Expected,
): Promise<{ readonly name: string; readonly wrong: readonly string[] }> {
  const root = new URL(address.endsWith('/') ? address : `${address}/`);
  try {
    const data: unknown = JSON.parse(
      (await fetched(new URL(pages.editionData.slice(1), root))).toString('utf8'),
    );
    const release = sha256(await fetched(new URL(listName, root)));
    const until = root.protocol === 'https:' ? await certificateEnd(root) : undefined;
    const told = { name: textIn(data, 'name'), day: textIn(data, 'day'), release };
    return { name: told.name, wrong: judgeTold({ ...told, ...(until && { until }) }, expected) };
  } catch (error) {
    return {
      name: address,
      wrong: [`không hỏi được: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
}
