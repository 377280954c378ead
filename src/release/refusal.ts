/**
 * Why publishing stops: one message and one exit code each, the same for `publish`, `rollback` and `verify`.
 */
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { codeOf, isSystemError, messageOf, pathOf, stackOf } from './errors.ts';

/** Exit codes; docs/phat-hanh.md explains them to operators. 0 is "done", 1 is "unforeseen". */
export const exitCodes = {
  /** The command is written wrongly. */
  usage: 2,
  /** Another publish or build holds the lock. */
  busy: 3,
  /** The disk has not enough room, before or during the work. */
  room: 4,
  /** The content check found faults. */
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

/** How to make a folder ours again: whose it is, who runs, the command. */
export function takeOver(folder: string): string {
  const { username, uid } = userInfo();
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  const whose =
    owner === undefined || owner === uid
      ? ''
      : `Thư mục của người dùng số ${owner}, lệnh chạy bằng ${username} (số ${uid}). `;
  return `${whose}Chữa một lần: sudo chown -R ${username} ${folder}`;
}

const roomErrors = ['ENOSPC', 'EDQUOT'];

/** A full disk, wherever it was met, becomes the refusal that says so; everything else stays as it was. */
function explained(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== undefined && roomErrors.includes(code))
    return new Refusal(
      'room',
      'Đĩa đầy giữa chừng. Bản đang phát hành vẫn nguyên; dọn chỗ rồi chạy lại. (disk full)',
      { cause: error },
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Refusal(
      'target',
      `Không được phép ghi: ${pathOf(error) ?? messageOf(error)}. Bản đang phát hành vẫn nguyên. ` +
        'Đổi chủ thư mục cho người dùng chạy lệnh (chown -R) rồi chạy lại. (permission denied)',
      { cause: error },
    );
  // The machine's own words name file and cause; where in the program it was met helps no operator.
  if (isSystemError(error))
    return new Refusal(
      'target',
      `Máy báo lỗi: ${messageOf(error)}. Bản đang phát hành vẫn nguyên; ` +
        'chữa chỗ ấy rồi chạy lại. (error of the system)',
      { cause: error },
    );
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
    `\nLỗi chưa lường trước; bản đang phát hành không bị đụng tới. (unforeseen error)\n${stackOf(known)}`,
  );
  return 1;
}
