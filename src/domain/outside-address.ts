/**
 * Addresses outside of the handbook: in sources, settings and links of a body. One table of what may not
 * stand in them, with the cure. Readers are taught to look at an address before they trust it, so ours are
 * plain: what is seen is what opens.
 */
import { opensNumber } from './telephone.ts';

/** The parts of an address as it is written, before any parser mends it. */
interface WrittenAddress {
  /** The whole. */
  readonly whole: string;
  /** In small letters, without the colon; empty when there is none. */
  readonly scheme: string;
  /** What stands between `//` and the path: the host, and what should not be there. */
  readonly authority: string;
}

/**
 * How strict: sources may still be read over `http:`, everything else is `https:`. The edition's own address
 * is printed, read out and put before others, so it holds a host and folders in plain letters.
 */
type AddressUse = 'link' | 'source' | 'own';

/** One thing that may not stand in an address. */
interface AddressCause {
  /** English name, for tests and for those who work on the code. */
  readonly name: string;
  /** The cure in Vietnamese when this cause holds, else undefined. The causes above it do not hold. */
  readonly cure: (address: WrittenAddress, use: AddressUse) => string | undefined;
}

/**
 * Names that only mean something inside one network or machine (RFC 6761, RFC 6762, RFC 7686, ICANN's
 * `.internal`), and what home routers use.
 */
const insideNames: ReadonlySet<string> = new Set([
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'arpa',
  'onion',
  'invalid',
]);

/** Longer than any that the handbook cites; past it nobody can see where an address leads. */
const longestAddress = 400;

const codeOf = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const labelsOf = (host: string): string[] => host.split('.');
const when = (holds: boolean, cure: string): string | undefined => (holds ? cure : undefined);

/** Names of files that install or run something. */
const programEnding =
  /\.(?:x?apk|apk[ms]|aab|ipa|mobileconfig|exe|msix?|bat|cmd|scr|vbs|ps1|lnk|iso|dmg|pkg|jar)(?:[/?#&]|$)/i;

/** Sources may be read in the archive of the web, which names what it keeps. */
const isArchive = (authority: string, use: AddressUse): boolean =>
  use === 'source' && authority === 'web.archive.org';

/** What an address says under two layers of percent signs, or in Base64 (`aHR0c` is how `http` begins). */
const undressed = (text: string): string =>
  text
    .replace(/%25/g, '%')
    .replace(/%(?:2f|3a|3d)/gi, decodeURIComponent)
    .replace(/aHR0c[\w+/-]+/g, (dressed) => atob(dressed.replaceAll('-', '+').replaceAll('_', '/')));

/** In this order: the first that holds is told. A new cause is one more row. */
export const addressCauses: readonly AddressCause[] = [
  { name: 'empty', cure: ({ whole }) => when(whole === '', 'viết địa chỉ đầy đủ, bắt đầu bằng https://') },
  {
    name: 'space',
    cure: ({ whole }) =>
      when(/\s/u.test(whole), 'bỏ khoảng trắng trong địa chỉ; chép lại từ thanh địa chỉ của trình duyệt'),
  },
  {
    // Control, bidirectional, zero-width, tag, private and unpaired characters; fillers that show nothing.
    name: 'hidden',
    cure: ({ whole }) => {
      const hidden = /[\p{C}\p{Default_Ignorable_Code_Point}\uFFFD]/u.exec(whole)?.[0];
      return hidden === undefined
        ? undefined
        : `xóa ký tự ẩn ${codeOf(hidden)} trong địa chỉ; gõ tay lại địa chỉ`;
    },
  },
  {
    name: 'scheme',
    cure: ({ whole, scheme }, use) => {
      if (use === 'source' && whole.startsWith('http://')) return undefined;
      if (scheme === 'http')
        return 'viết địa chỉ bắt đầu bằng https://; đường truyền http:// có thể bị sửa giữa chừng';
      if (scheme === 'https')
        return when(
          !whole.startsWith('https://'),
          'viết đúng https:// ở đầu địa chỉ: chữ thường, một dấu hai chấm, hai gạch chéo',
        );
      return scheme === ''
        ? 'viết địa chỉ đầy đủ, bắt đầu bằng https://'
        : `bỏ địa chỉ bắt đầu bằng “${scheme}:”; chỉ dùng trang mạng có địa chỉ https://`;
    },
  },
  {
    // What a page, a program or a template would read as its own sign; `%00` to `%1F` cannot be seen.
    name: 'loose sign',
    cure: ({ whole }) => {
      const sign = /[<>"`{}|^]|%[01][\da-f]/i.exec(whole)?.[0];
      return sign && `bỏ “${sign}” trong địa chỉ; chép lại từ thanh địa chỉ của trình duyệt`;
    },
  },
  {
    name: 'backslash',
    cure: ({ whole }) =>
      when(
        whole.includes('\\'),
        'đổi gạch chéo ngược \\ thành gạch chéo / hoặc bỏ đi; trình duyệt hiểu hai dấu ấy như nhau',
      ),
  },
  {
    name: 'userinfo',
    cure: ({ authority }) =>
      when(
        authority.includes('@'),
        `bỏ phần đứng trước dấu @: máy không mở trang tên ở trước mà mở “${authority.slice(authority.lastIndexOf('@') + 1)}”`,
      ),
  },
  {
    name: 'encoded host',
    cure: ({ authority }) =>
      when(authority.includes('%'), 'bỏ dấu % trong tên miền; viết tên miền bằng chữ thường'),
  },
  {
    name: 'IPv6',
    cure: ({ authority }) =>
      when(
        /[[\]]/.test(authority),
        'thay dãy số của máy (địa chỉ IP) bằng tên miền, ví dụ: https://dichvucong.gov.vn',
      ),
  },
  {
    name: 'port',
    cure: ({ authority }) => when(authority.includes(':'), 'bỏ dấu hai chấm và số cổng sau tên miền'),
  },
  {
    name: 'no host',
    cure: ({ authority }) =>
      when(authority === '', 'viết tên miền ngay sau hai gạch chéo, ví dụ: https://dichvucong.gov.vn'),
  },
  {
    name: 'look-alike letter',
    cure: ({ authority }) => {
      const foreign = /[^\p{ASCII}]/u.exec(authority)?.[0];
      return foreign === undefined
        ? undefined
        : `tên miền có chữ “${foreign}” (${codeOf(foreign)}) trông như chữ khác; gõ tay lại tên miền bằng chữ a–z không dấu`;
    },
  },
  {
    name: 'capital letter',
    cure: ({ authority }) =>
      when(
        /[A-Z]/.test(authority),
        `viết tên miền bằng chữ thường: “${authority.toLowerCase()}”; chữ I hoa trông như chữ l thường`,
      ),
  },
  {
    name: 'punycode',
    cure: ({ authority }) =>
      when(
        labelsOf(authority).some((label) => label.startsWith('xn--')),
        'bỏ tên miền bắt đầu bằng xn--: nó hiện thành chữ khác, dễ giả tên thật; dùng tên miền chỉ có chữ a–z',
      ),
  },
  // The last label decides: browsers read `0x7f.1`, `017700000001` and `2130706433` as numbers of a machine.
  {
    name: 'IP',
    cure: ({ authority }) =>
      when(
        /^(?:\d+|0x[\da-f]*)$/.test(labelsOf(authority.replace(/\.$/, '')).at(-1) ?? ''),
        'thay dãy số của máy (địa chỉ IP) bằng tên miền, ví dụ: https://dichvucong.gov.vn',
      ),
  },
  {
    name: 'host without a dot',
    cure: ({ authority }) =>
      when(!authority.includes('.'), `viết đủ tên miền, có dấu chấm, ví dụ: ${authority}.vn`),
  },
  {
    name: 'malformed host',
    cure: ({ authority }) =>
      when(
        authority.length > 253 ||
          labelsOf(authority).some((label) => !/^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(label)),
        'tên miền chỉ gồm chữ a–z, số và gạch ngang, cách nhau bằng một dấu chấm, không có dấu chấm ở đầu hay cuối',
      ),
  },
  {
    name: 'inside name',
    cure: ({ authority }) => {
      const last = labelsOf(authority).at(-1) ?? '';
      return when(
        insideNames.has(last),
        `“.${last}” chỉ mở được trong một mạng riêng; dùng địa chỉ mà ai cũng mở được`,
      );
    },
  },
  {
    name: 'telephone',
    cure: ({ whole }) =>
      when(
        opensNumber(whole),
        'liên kết này mở một số điện thoại: ghi số vào content/directory kèm nguồn, ' +
          'ở đây nói tên nơi cần gọi',
      ),
  },
  {
    name: 'unreadable',
    cure: ({ whole }) =>
      when(!URL.canParse(whole), 'viết lại địa chỉ; chép từ thanh địa chỉ của trình duyệt'),
  },
  {
    name: 'too long',
    cure: ({ whole }, use) =>
      when(
        use !== 'own' && whole.length > longestAddress,
        `địa chỉ dài ${whole.length} chữ: bỏ phần theo dõi sau dấu ?, hoặc dẫn trang mục cha`,
      ),
  },
  {
    // A name after the host opens nothing, and is there to be believed.
    name: 'host after the host',
    cure: ({ whole, authority }, use) =>
      /[?#].*@[a-z\d-]+\.[a-z]/i.test(whole)
        ? 'bỏ phần có dấu @ ở sau dấu ? hoặc #; nó không mở trang nào'
        : when(
            /[/?#=&@.-]gov\.vn(?![a-z\d-])/i.test(whole.slice(8 + authority.length)) &&
              !isArchive(authority, use),
            `bỏ tên có đuôi gov.vn ở sau “${authority}”: nó không mở trang nào của nhà nước`,
          ),
  },
  {
    name: 'forwarder',
    cure: ({ whole, authority }, use) => {
      const seen = undressed(whole.slice(8));
      const to = /(?:https?:\/{1,2}|=\/\/|\/\/(?=[a-z\d-]+\.[a-z])|\/amp\/s\/)([^/?#&%]+)/i.exec(seen)?.[1];
      return to === undefined || isArchive(authority, use)
        ? undefined
        : `địa chỉ này chỉ chuyển tiếp sang “${to}”: ghi thẳng địa chỉ của trang ấy`;
    },
  },
  {
    name: 'program',
    cure: ({ whole }) =>
      when(
        programEnding.test(whole),
        'không dẫn thẳng tới tệp cài đặt: dẫn trang của ứng dụng trên kho chính thức, hoặc nói tên để bà con tìm',
      ),
  },
  // Whatever the rows above overlook: the host that opens is the host that is written.
  {
    name: 'another host',
    cure: ({ whole, authority }) =>
      when(
        new URL(whole).host !== authority,
        `máy sẽ mở “${new URL(whole).host}”; viết đúng tên ấy, hoặc sửa lại địa chỉ`,
      ),
  },
  {
    name: 'question in own address',
    cure: ({ whole }, use) =>
      when(
        use === 'own' && /[?#]/.test(whole),
        'bỏ dấu ? hoặc # và phần đứng sau; địa chỉ của sổ tay chỉ có tên miền và thư mục',
      ),
  },
  {
    name: 'file in own address',
    cure: ({ whole }, use) =>
      when(
        use === 'own' && /\/[^/]*\.(?:html?|php|aspx?)\/?$/i.test(whole),
        'bỏ tên tệp ở cuối; viết địa chỉ của thư mục chứa sổ tay, ví dụ: https://vidu.gov.vn/so-tay/',
      ),
  },
  {
    name: 'letters in own address',
    cure: ({ whole, authority }, use) => {
      const path = whole.slice('https://'.length + authority.length);
      return when(
        use === 'own' && !/^(?:\/[A-Za-z\d](?:[A-Za-z\d._-]*[A-Za-z\d])?)*\/?$/.test(path),
        `viết lại phần sau tên miền “${path}”: mỗi thư mục chỉ có chữ a–z không dấu, số và gạch ngang, ` +
          'cách nhau một dấu /, ví dụ: https://vidu.gov.vn/so-tay/',
      );
    },
  },
];

function writtenAddress(whole: string): WrittenAddress {
  return {
    whole,
    scheme: /^([a-z][a-z\d+-]*):/i.exec(whole)?.[1]?.toLowerCase() ?? '',
    authority: /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(whole)?.[1] ?? '',
  };
}

/**
 * Why an address outside of the handbook cannot be used, and the cure in Vietnamese; undefined when it can.
 */
export function outsideAddressFault(
  address: string,
  use: AddressUse = 'link',
): { readonly cause: string; readonly cure: string } | undefined {
  const written = writtenAddress(address);
  for (const { name, cure } of addressCauses) {
    const words = cure(written, use);
    if (words !== undefined) return { cause: name, cure: words };
  }
  return undefined;
}

/** Why a `mailto:` address cannot be used: one plain address, nothing filled in for the reader. */
export function mailAddressFault(
  address: string,
): { readonly cause: string; readonly cure: string } | undefined {
  const host = /^mailto:[a-z\d](?:[a-z\d._+-]*[a-z\d])?@([^@?#/]+)$/i.exec(address)?.[1];
  return host === undefined
    ? {
        cause: 'mail',
        cure: 'viết một địa chỉ thư, ví dụ: mailto:lien-he@xa.gov.vn; không thêm tiêu đề, lời thư hay người nhận khác',
      }
    : outsideAddressFault(`https://${host}`);
}
