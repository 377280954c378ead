/**
 * What an operator reads, word for word: every reason why a site may not be published, every fault of a
 * machine, lost addresses with what to write, a served copy that is not well.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { addressesOf, advice, compare } from '../../src/release/ledger.ts';
import { filesUnder } from '../../src/release/checksums.ts';
import { proveSite } from '../../src/release/prove.ts';
import { messageOf } from '../../src/release/errors.ts';
import { exitCodes, machineFault, Refusal, someOf, takeOver, tell } from '../../src/release/refusal.ts';
import { addressOf, pageFacts, siteFacts } from '../../src/release/site-facts.ts';
import { judgeTold } from '../../src/release/watch.ts';
import { leadOn, page, tinyFiles, type Variant } from './tiny-site.ts';
import { put, scratch } from './tiny.ts';

/** What is said of a site that may not be published; nothing of one that may. */
function refusalOf(variant: Variant, change: (root: string) => void = () => undefined): string {
  const root = scratch();
  put(root, tinyFiles(variant));
  change(root);
  try {
    proveSite(root, siteFacts(root, filesUnder(root)));
    return '';
  } catch (error) {
    expect(error).toMatchObject({ reason: 'proof' });
    return messageOf(error);
  }
}

const whole = (lines: readonly string[]): string =>
  [
    'Bản dựng không trọn vẹn:',
    ...lines.map((line) => `  ${line}`),
    'Bản trước vẫn nguyên. (the built site is not whole)',
  ].join('\n');

describe('a site that is not whole', () => {
  const broken = page('Trang').replace('</html>', '');
  test.each<readonly [string, Variant, readonly string[]]>([
    ['search without its start', { without: ['pagefind/pagefind.js'] }, ['thiếu pagefind/pagefind.js']],
    ['no map', { without: ['sitemap-index.xml'] }, ['thiếu sitemap-index.xml']],
    ['no second file of search', { without: ['tim/them.json'] }, ['thiếu tim/them.json']],
    [
      'a page cut off',
      { also: { 'dung/index.html': broken.replace(' data-pagefind-body', '') } },
      ['dung/index.html bị cụt (không có </html> ở cuối)'],
    ],
    [
      'a page without words',
      { also: { 'trong/index.html': '<!doctype html><html><title></title></html>' } },
      ['trong/index.html không có tiêu đề (title)', 'trong/index.html không có đề mục lớn (h1)'],
    ],
    [
      'a page that leads nowhere',
      { also: { '7/index.html': leadOn('/khong/?a#b') } },
      ['7/index.html dẫn tới /khong/?a#b, nơi không có trang'],
    ],
    [
      'a picture and a page that are not there',
      {
        also: {
          'a/index.html': page('A', '<a href="/62/"></a><a href="/b/"></a><img src="/c%20d.svg">').replace(
            ' data-pagefind-body',
            '',
          ),
        },
      },
      ['a/index.html gọi /b/, nơi không có gì', 'a/index.html gọi /c%20d.svg, nơi không có gì'],
    ],
    [
      'data cut off',
      { also: { 'du-lieu/x.json': '{"a":', 'm.webmanifest': '{', 'y.json': '[]' } },
      ['du-lieu/x.json không phải JSON trọn vẹn', 'm.webmanifest không phải JSON trọn vẹn'],
    ],
    [
      'a part of the index gone',
      { without: ['pagefind/pagefind.vi_A.pf_meta'] },
      ['thiếu pagefind/pagefind.vi_A.pf_meta'],
    ],
  ])('%s', (_name, variant, faults) => {
    expect(refusalOf(variant)).toBe(whole(faults));
  });

  test('pages that search does not know, and a fragment too many', () => {
    const told = refusalOf({}, (root) => {
      put(root, { 'la/index.html': page('Lạ'), 'pagefind/fragment/vi_A9.pf_fragment': 'x' });
    });
    expect(told).toBe(
      whole(['1 trang không có trong chỉ mục tìm kiếm: /la/', 'chỉ mục tìm kiếm có 3 mảnh cho 2 trang']),
    );
  });

  test('ten faults are told, the others counted', () => {
    const also = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`x${index}.json`, '{']));
    const told = refusalOf({ also });
    expect(told.split('\n').filter((line) => line.endsWith('JSON trọn vẹn'))).toHaveLength(10);
    expect(told).toContain('\n  … và 2 lỗi nữa\nBản trước');
  });

  test('a whole one, and one that leads to another host', () => {
    expect(refusalOf({})).toBe('');
    expect(refusalOf({ also: { '7/index.html': leadOn('https://khac.example/') } })).toBe('');
  });
});

describe('what the program says when it stops', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    delete process.env.TRACE;
  });
  const said = (error: unknown): readonly [number, string] => {
    const told: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => {
      told.push(line);
    });
    return [tell(error), told.join('\n')];
  };
  const ofSystem = (code: string, more: object = {}): Error =>
    Object.assign(new Error(`${code}: máy nói`), { code, syscall: 'open', ...more });

  test('a refusal in its own words, with its own exit code', () => {
    expect(Object.values(exitCodes)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const reason of ['usage', 'busy', 'content', 'target'] as const)
      expect(said(new Refusal(reason, 'Lời.'))).toEqual([exitCodes[reason], '\nLời.']);
  });

  test.each(['ENOSPC', 'EDQUOT'])('a full disk: %s', (code) => {
    expect(said(ofSystem(code))).toEqual([
      exitCodes.room,
      '\nĐĩa đầy giữa chừng. Bản đang phát hành vẫn nguyên; dọn chỗ rồi chạy lại. (disk full)',
    ]);
  });

  test('a place that may not be written, with the command that opens it', () => {
    const root = scratch();
    const [code, words] = said(ofSystem('EACCES', { path: root }));
    expect(code).toBe(exitCodes.target);
    expect(words).toBe(
      `\nKhông được phép đọc hoặc ghi: ${root}. Bản đang phát hành vẫn nguyên. ` +
        `${takeOver(root)} (permission denied)`,
    );
  });

  test.each([
    'EROFS',
    'EPERM',
    'ELOOP',
    'EEXIST',
    'ENAMETOOLONG',
    'ENOENT',
    'ENOTDIR',
    'EXDEV',
    'EIO',
    'EMFILE',
  ])('a fault of the machine: %s, with its cure', (code) => {
    const [exit, words] = said(ofSystem(code, { path: '/cho' }));
    expect(exit).toBe(exitCodes.target);
    // The cause, then a cure that says what to do.
    expect(words).toMatch(
      new RegExp(
        String.raw`^\nKhông dùng được /cho: .{10,}\. \p{Lu}.{10,}\. ` +
          String.raw`Bản đang phát hành vẫn nguyên\. \(${code}\)$`,
        'u',
      ),
    );
    expect(machineFault(ofSystem(code)).message).toMatch(/^Không dùng được thư mục: /);
  });

  test('a fault that nobody has words for, of the machine and of the program', () => {
    expect(said(ofSystem('EWEIRD'))).toEqual([
      exitCodes.target,
      '\nMáy báo lỗi: EWEIRD: máy nói. Bản đang phát hành vẫn nguyên; chữa chỗ ấy rồi chạy lại.',
    ]);
    const own = new TypeError('hỏng');
    expect(said(own)).toEqual([
      1,
      '\nLỗi chưa lường trước: hỏng. Bản đang phát hành vẫn nguyên. (unforeseen error)\n' +
        'Người viết mã xem chi tiết bằng TRACE=1 đặt trước lệnh.',
    ]);
    process.env.TRACE = '1';
    expect(said(own)[1]).toContain('words.test.ts');
  });

  test('three names of a list, and that there are more; a folder as one word of a command', () => {
    expect(someOf(['a', 'b', 'c'])).toBe('a, b, c');
    expect(someOf(['a', 'b', 'c', 'd'])).toBe('a, b, c, …');
    const root = scratch();
    expect(takeOver(root)).toMatch(/^Chữa một lần: sudo chown -R \S+ \/[\w./-]+$/);
    expect(takeOver(join(root, 'chưa có'))).toMatch(
      /^Làm sẵn thư mục một lần: sudo install -d -o \S+ '\/[\w./-]+\/chưa có'$/,
    );
    expect(takeOver(join(root, "a'b"))).toContain(String.raw`/a'\''b'`);
  });
});

test('lost addresses, each kind with what to write', () => {
  const ever = new Map([
    ['/a/', ''],
    ['/a/#can-gi', ''],
    ['/huong-dan/tien/quet-mai/', ''],
    ['/25/', '/huong-dan/tien/goi/'],
    ['/huong-dan/tien/goi/', ''],
    ['/6/', '/a/'],
    ['/tep.ics', ''],
  ]);
  const now = new Map([
    ['/a/', ''],
    ['/6/', '/huong-dan/tien/quet-ma/'],
    ['/huong-dan/tien/quet-ma/', ''],
  ]);
  expect(advice(compare(ever, now, new Set()), now, '2026-11-30', ever)).toBe(
    [
      'Bài 25 không còn. Đổi tên thì dùng npm run move; bỏ hẳn thì tạo content/withdrawn/bai-25.yaml:',
      'number: 25',
      'title: …  # tên đã in trên giấy',
      'address: /huong-dan/tien/goi/',
      'date: 2026-11-30',
      'reason: …  # một câu nói với bà con',
      'instead: []  # mã các bài đọc thay',
      '',
      '1 trang đã phát hành nay không còn. Thêm vào mục redirects trong content/redirects.yaml ' +
        '(xem lại dòng to, ghi lý do):',
      '  - from: /huong-dan/tien/quet-mai/',
      '    to: /huong-dan/tien/quet-ma/',
      '    date: 2026-11-30',
      '    reason: …',
      '',
      '2 tệp hoặc chỗ trong trang đã phát hành nay không còn. Đưa trở lại; ' +
        'nếu chủ ý bỏ hẳn thì ghi vào deploy/withdrawn.txt:',
      '/tep.ics | 2026-11-30 | lý do …',
      '/a/#can-gi | 2026-11-30 | lý do …',
      '',
      'Số /6/ từng dẫn tới /a/, nay dẫn tới /huong-dan/tien/quet-ma/. ' +
        'Số bài đã in trên giấy không đổi chủ: trả số cũ cho bài cũ, bài mới lấy số mới.',
    ].join('\n'),
  );
});

test('twenty lost addresses of a kind are told, the others counted', () => {
  const many = (form: (index: number) => string): [string, string][] =>
    Array.from({ length: 23 }, (_, index) => [form(index), '']);
  const ever = new Map([...many((index) => `/trang-${index}/`), ...many((index) => `/tep-${index}.ics`)]);
  const told = advice(compare(ever, new Map(), new Set()), new Map(), '2026-11-30', ever);
  expect(told.split('  - from: ')).toHaveLength(21);
  expect(told.split(' | lý do …')).toHaveLength(21);
  expect(told).toContain('\n  … và 3 địa chỉ nữa\n');
  expect(told).toMatch(/\n… và 3 địa chỉ nữa$/);
  expect(told).toContain('to: /…  # địa chỉ trang thay thế');
});

test('addresses that live for ever: pages, files and places; not what only pages and servers ask for', () => {
  const root = scratch();
  put(root, {
    'index.html': page('Sổ tay'),
    'huong-dan/a/index.html': page('A', '<section class="part"><h2 id="can-gi">Cần</h2></section>'),
    '9/index.html': leadOn('/huong-dan/a/'),
    'tim/bang.html': page('Bảng'),
  });
  for (const name of ['_headers', '_redirects', '.nojekyll', 'a.ics', 'a.ics.gz', 'robots.txt'])
    writeFileSync(join(root, name), '');
  put(root, {
    'tim/goc.json': '',
    'nghe/a.json': '',
    'phong-chu/a.woff2': '',
    'du-lieu/may-chu/x.conf': '',
    'du-lieu/bai.json': '',
    'tu-dien/phan/1.json': '',
    'tap-huan/lop/du-lieu-moi.json': '',
    'lo-trinh/du-lieu-a.json': '',
  });
  const files = filesUnder(root);
  expect([...addressesOf(siteFacts(root, files))]).toEqual([
    ['/', ''],
    ['/9/', '/huong-dan/a/'],
    ['/a.ics', ''],
    ['/du-lieu/bai.json', ''],
    ['/huong-dan/a/', ''],
    ['/huong-dan/a/#can-gi', ''],
    ['/robots.txt', ''],
  ]);
  expect(['index.html', 'a/index.html', 'a.html', 'ten-index.html'].map(addressOf)).toEqual([
    '/',
    '/a/',
    '/a.html',
    '/ten-index.html',
  ]);
});

test('pages are read as browsers read them: either quote or none, comments, tags without an end', () => {
  const facts = pageFacts(
    'danh-ba/index.html',
    `<!doctype html><html><head><title>Danh bạ</title><title>khác</title>
<!-- <h1>không</h1> --><style>h1{}</style></head>
<body><h1>Gọi <b>ai</b></h1><h1>khác</h1>
<ul><li id='mot'>1<br><img src="/a.svg" alt="a > b"></li>
<li id=hai>2</li><li>3</li></ul>
<div class='a part'><h2 id="ba">Ba</h2><p>x</p></div><h2 id="ngoai">Ngoài</h2>
<video poster="/p.png" data-listen="/n.json"></video>
<form action="/tim/?q=1"></form><a href="/a.svg">lần nữa</a></body></html>\n`,
  );
  expect(facts).toEqual({
    file: 'danh-ba/index.html',
    address: '/danh-ba/',
    whole: true,
    title: 'Danh bạ',
    heading: 'Gọi ai',
    places: ['mot', 'hai', 'ba'],
    links: ['/a.svg', '/p.png', '/n.json', '/tim/'],
    searched: false,
  });
  expect(pageFacts('8/index.html', leadOn('/so-tay/a/'), '/khac').leadsTo).toBe('/so-tay/a/');
});

test('an edition is old after so many days, a certificate short before so many, and not a day sooner', () => {
  const expected = { now: new Date('2026-11-30'), days: 29, certificateDays: 21, release: 'b'.repeat(64) };
  const told = { name: 'Sổ tay', day: '2026-11-01', release: 'b'.repeat(64) };
  expect(judgeTold(told, expected)).toEqual([]);
  expect(judgeTold(told, { ...expected, days: 28 })).toEqual([
    'nội dung xem lại lần cuối ngày 2026-11-01, quá 28 ngày: cập nhật sổ tay gốc rồi phát hành',
  ]);
  expect(judgeTold({ ...told, until: new Date('2026-12-20') }, expected)).toEqual([
    'chứng chỉ còn 20 ngày: gia hạn, rồi nạp lại máy chủ',
  ]);
  expect(judgeTold({ ...told, release: 'a'.repeat(64) }, expected)).toEqual([
    'đang phục vụ bản aaaaaaaaaaaa, bản đã phát hành là bbbbbbbbbbbb: chạy guong.sh',
  ]);
});
