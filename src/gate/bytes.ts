/** Ring 0 of the checks: bytes and names of a content file, before anything parses it. Pure. */
import type { Problem } from '../domain/problem.ts';
import { bidi, codeName, control } from '../vietnamese/hidden-characters.ts';

/** Largest content file, in bytes. The longest guide has some 20 kilobytes; a parser given much more takes seconds and hundreds of megabytes. */
export const maxBytes = 96 * 1024;

/** Names that Windows keeps for itself, whatever the extension: nobody could check the content out there. */
const windowsName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function at(
  file: string,
  text: string,
  index: number,
  rule: string,
  message: string,
  fix: string,
  hint: string,
): Problem {
  const before = text.slice(0, index);
  const line = before.split('\n').length;
  return {
    file,
    line,
    column: index - (before.lastIndexOf('\n') + 1) + 1,
    field: '',
    rule,
    message,
    fix,
    hint,
  };
}

/** The fault of a file of so many bytes. */
export function tooBig(file: string, bytes: number): Problem {
  const message = `Tệp nặng ${Math.ceil(bytes / 1024)} KB, quá ${maxBytes / 1024} KB.`;
  return {
    file,
    line: 0,
    column: 0,
    field: '',
    rule: 'too-big',
    message,
    fix: 'tách bài, hoặc bỏ dữ liệu dán nhầm',
    hint: 'file is too big',
  };
}

/** Decodes a content file and lists what is wrong with its bytes. `text` is absent when it cannot be read on. */
export function readBytes(file: string, bytes: Uint8Array): { text?: string; problems: Problem[] } {
  const whole = (rule: string, message: string, fix: string, hint: string): Problem => ({
    file,
    line: 0,
    column: 0,
    field: '',
    rule,
    message,
    fix,
    hint,
  });
  if (bytes.length === 0)
    return {
      problems: [
        whole('empty-file', 'Tệp rỗng, không có chữ nào.', 'viết nội dung, hoặc xóa tệp', 'file is empty'),
      ],
    };
  if (bytes.length > maxBytes) return { problems: [tooBig(file, bytes.length)] };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return {
      problems: [
        {
          ...whole(
            'bom',
            'Đầu tệp có dấu BOM ẩn.',
            'lưu lại dạng "UTF-8" (không phải "UTF-8 with BOM")',
            'byte order mark',
          ),
          line: 1,
          column: 1,
        },
      ],
    };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const good = new TextDecoder('utf-8').decode(bytes);
    return {
      problems: [
        at(
          file,
          good,
          Math.max(0, good.indexOf('\uFFFD')),
          'not-utf8',
          'Tệp không phải UTF-8 nên chữ có thể hỏng.',
          'mở bằng trình soạn thảo và lưu lại dạng UTF-8',
          'invalid UTF-8',
        ),
      ],
    };
  }
  const problems: Problem[] = [];
  if (/\r(?!\n)/.test(text)) {
    problems.push(
      at(
        file,
        text,
        text.search(/\r(?!\n)/),
        'line-ends',
        'Dòng kết thúc kiểu Mac cũ (CR).',
        'lưu lại với kiểu xuống dòng LF',
        'bare CR',
      ),
    );
    text = text.replace(/\r(?!\n)/g, '\n');
  }
  text = text.replace(/\r\n/g, '\n');
  const nfc = text.normalize('NFC');
  if (nfc !== text) {
    let i = 0;
    while (text[i] === nfc[i]) i++;
    problems.push(
      at(
        file,
        text,
        i,
        'not-nfc',
        `Chữ “${text.slice(Math.max(0, i - 8), i + 8).replace(/\n/g, ' ')}” viết bằng dấu rời (Unicode tổ hợp).`,
        'chuyển sang Unicode dựng sẵn (NFC): chạy npm run check -- --fix-nfc',
        'text is not NFC',
      ),
    );
  }
  const search = text.search(bidi);
  if (search >= 0)
    problems.push(
      at(
        file,
        text,
        search,
        'bidi',
        'Có ký tự đổi chiều chữ ẩn.',
        'xóa ký tự ẩn ở chỗ này',
        'bidirectional control character',
      ),
    );
  const index = text.search(control);
  if (index >= 0)
    problems.push(
      at(
        file,
        text,
        index,
        'control',
        `Có ký tự điều khiển ẩn (${codeName(text, index)}).`,
        'xóa ký tự này rồi gõ lại',
        'control character',
      ),
    );
  const otherSearch = text.search(/^(<{7} |={7}$|>{7} )/m);
  if (otherSearch >= 0) {
    problems.push(
      at(
        file,
        text,
        otherSearch,
        'conflict',
        'Còn dấu xung đột khi gộp bản (<<<<<<<, =======, >>>>>>>).',
        'chọn một bản rồi xóa các dòng dấu',
        'merge conflict marker',
      ),
    );
    // Two versions of a text at once parse as neither.
    return { problems };
  }
  return { text, problems };
}

/** What is wrong with a file's path inside `content/`, or undefined. Ids and addresses come from it. */
export function nameProblem(file: string, inside: string): Problem | undefined {
  const parts = inside.split('/');
  const name = parts.at(-1)!;
  const bad = parts
    .map((part, index) => (index === parts.length - 1 ? part.replace(/\.(yaml|mdx)$/, '') : part))
    .find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part));
  const say = (message: string, fix: string, hint: string): Problem => ({
    file,
    line: 0,
    column: 0,
    field: '',
    rule: 'file-name',
    message,
    fix,
    hint,
  });
  if (!/\.(yaml|mdx)$/.test(name))
    return say(
      `Tệp “${name}” không phải .yaml hay .mdx.`,
      'đặt ảnh và tài liệu khác ở nơi khác; trong content chỉ có .yaml và .mdx',
      'unexpected file type',
    );
  if (name.length > 100)
    return say(`Tên tệp dài ${name.length} ký tự.`, 'rút xuống dưới 100 ký tự', 'file name too long');
  if (bad !== undefined)
    return say(
      `Tên “${bad}” có dấu, chữ hoa, khoảng trắng hoặc ký tự lạ.`,
      'chỉ dùng a–z không dấu, số và gạch ngang, ví dụ: quet-ma-qr',
      'use a lower-case ASCII slug',
    );
  const windows = parts.find((part) => windowsName.test(part.replace(/\.(yaml|mdx)$/, '')));
  if (windows !== undefined)
    return say(
      `Máy Windows không mở được tệp tên “${windows}”.`,
      'đổi tên khác, ví dụ: con-cai',
      'name is reserved on Windows',
    );
  return undefined;
}
