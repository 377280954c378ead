/**
 * Why publishing stops: one message and one exit code each, the same for `publish`, `rollback` and `verify`.
 */
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { codeOf, isSystemError, messageOf, pathOf, stackOf } from './errors.ts';

/** Exit codes; docs/phat-hanh.md explains them to operators. 0 is "done", 1 is "unforeseen". */
export const exitCodes = {
  /** The command is written wrongly. */
  usage: 2,
  /** Another publish or build holds the lock. */
  busy: 3,
  /** The disk has not enough room, before or during the work. */
  room: 4,
  /** The content check found faults, or was ended before it had judged. */
  content: 5,
  /** The generator failed, or its log has an error line. */
  build: 6,
  /** The built site is not whole. */
  proof: 7,
  /** An address that was published before is gone. */
  address: 8,
  /** `verify` found files that are missing, different or extra. */
  verify: 9,
  /** There is no edition to go back to. */
  nothing: 10,
  /** The folder cannot be published to. */
  target: 11,
} as const;
export type Reason = keyof typeof exitCodes;

/** An expected stop with a message for the operator. */
export class Refusal extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** The first three names of a list, for a message. */
export const someOf = (names: readonly string[]): string =>
  `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`;

/** A path as one word of a command line. */
const quoted = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;

/** Who runs: a name, or the number where the machine has no name for it, as in many containers. */
function whoRuns(): { readonly name: string; readonly uid: number } {
  try {
    const { username, uid } = userInfo();
    return { name: username, uid };
  } catch {
    const uid = process.getuid?.() ?? -1;
    return { name: String(uid), uid };
  }
}

/** How to make a folder ours, or ours again: whose it is, who runs, the command. */
export function takeOver(folder: string): string {
  const { name, uid } = whoRuns();
  if (!existsSync(folder)) return `Làm sẵn thư mục một lần: sudo install -d -o ${name} ${quoted(folder)}`;
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  const whose =
    owner === undefined || owner === uid
      ? ''
      : `Thư mục của người dùng số ${owner}, lệnh chạy bằng ${name} (số ${uid}). `;
  return `${whose}Chữa một lần: sudo chown -R ${name} ${quoted(folder)}`;
}

const roomErrors = ['ENOSPC', 'EDQUOT'];

/** What the machine's own words mean, and what to do; the rest is told in the machine's words. */
const causes: Readonly<Record<string, string>> = {
  EROFS: 'đĩa chỉ cho đọc. Gắn lại cho ghi, hoặc chọn thư mục ở đĩa khác',
  EPERM: 'máy không cho đổi gì ở đây. Bỏ khóa của thư mục (sudo chattr -ia), hoặc chọn thư mục khác',
  ELOOP: 'đường nối dẫn vòng về chính nó. Xóa đường nối ấy, hoặc chọn thư mục khác',
  EEXIST: 'ở đó có đường nối dẫn tới chỗ không còn. Xóa đường nối ấy, hoặc chọn thư mục khác',
  ENAMETOOLONG: 'tên thư mục dài quá. Chọn tên ngắn hơn',
  ENOENT: 'máy không có và không làm được chỗ ấy. Chọn thư mục khác',
  ENOTDIR: 'trên đường tới đó có một tệp ở chỗ của thư mục. Chọn thư mục khác',
  EXDEV: 'hai phần của thư mục phát hành nằm trên hai đĩa, không đổi được trong một bước. Để cả trên một đĩa',
  EIO: 'đĩa hỏng hoặc bị rút ra giữa chừng. Xem lại đĩa',
  EMFILE: 'máy mở quá nhiều tệp một lúc. Đóng bớt chương trình rồi chạy lại',
};

/** What went wrong at a place, with the cure; the machine's code stands at its end. */
export function machineFault(error: unknown, place = pathOf(error)): Refusal {
  const code = codeOf(error) ?? '';
  return new Refusal(
    'target',
    causes[code] === undefined
      ? `Máy báo lỗi: ${messageOf(error)}. Bản đang phát hành vẫn nguyên; chữa chỗ ấy rồi chạy lại.`
      : `Không dùng được ${place ?? 'thư mục'}: ${causes[code]}. Bản đang phát hành vẫn nguyên. (${code})`,
    { cause: error },
  );
}

/** The folder above that cannot be looked into, when there is one. */
function shutAbove(path: string): string | undefined {
  try {
    statSync(path);
    return undefined;
  } catch (error) {
    const above = dirname(path);
    return codeOf(error) === 'EACCES' && above !== path ? (shutAbove(above) ?? above) : undefined;
  }
}

/** Somebody else's folder on the way is not to be taken over: a home folder, for instance. */
function openUp(path: string): string {
  const shut = shutAbove(path);
  return shut === undefined
    ? takeOver(path)
    : `Thư mục ${shut} không cho đi qua: chọn chỗ khác, hoặc mở lối: sudo chmod o+x ${quoted(shut)}`;
}

/** A full disk, wherever it was met, becomes the refusal that says so; everything else stays as it was. */
function explained(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== undefined && roomErrors.includes(code))
    return new Refusal(
      'room',
      'Đĩa đầy giữa chừng. Bản đang phát hành vẫn nguyên; dọn chỗ rồi chạy lại. (disk full)',
      { cause: error },
    );
  const path = pathOf(error);
  if (code === 'EACCES' && path !== undefined)
    return new Refusal(
      'target',
      `Không được phép đọc hoặc ghi: ${path}. Bản đang phát hành vẫn nguyên. ` +
        `${openUp(path)} (permission denied)`,
      { cause: error },
    );
  // The machine's own words name file and cause; where in the program it was met helps no operator.
  if (isSystemError(error)) return machineFault(error);
  return error;
}

/** Prints the message of an error and answers with its exit code. */
export function tell(error: unknown): number {
  const known = explained(error);
  if (known instanceof Refusal) {
    console.error(`\n${known.message}`);
    return exitCodes[known.reason];
  }
  console.error(
    `\nLỗi chưa lường trước: ${messageOf(known)}. Bản đang phát hành vẫn nguyên. (unforeseen error)\n` +
      (process.env.TRACE === '1'
        ? stackOf(known)
        : 'Người viết mã xem chi tiết bằng TRACE=1 đặt trước lệnh.'),
  );
  return 1;
}
