/**
 * Addresses outside of the handbook: what a reader could be fooled by is refused in all places that hold one.
 */
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../fixtures/tree.ts';
import { addressCauses, mailAddressFault, outsideAddressFault } from '../../src/domain/outside-address.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { siteSchema } from '../../src/schemas/edition.ts';
import { explainShape } from '../../src/gate/explain.ts';
import { outsideAddress, source, sourceAddress } from '../../src/schemas/fields.ts';

/** Cause, address, what the cure must name. */
const disguises: readonly (readonly [cause: string, address: string, named: string])[] = [
  ['empty', '', 'https://'],
  ['space', ' https://gao.example', 'khoảng trắng'],
  ['space', 'https://gao.example/a b', 'khoảng trắng'],
  ['space', 'https://gao.example\u00A0/', 'khoảng trắng'],
  ['space', 'java\nscript:alert(1)', 'khoảng trắng'],
  ['space', 'https://gao\u3000.example/', 'khoảng trắng'],
  ['hidden', '\u0001javascript:alert(1)', 'U+0001'],
  ['hidden', 'https://gao.example/\u202Env.vog', 'U+202E'],
  ['hidden', 'https://g\u200Bao.example/', 'U+200B'],
  ['hidden', 'https://gao\u00AD.example/', 'U+00AD'],
  ['hidden', 'https://gao.example/\u{E0061}', 'U+E0061'],
  ['hidden', 'https://gao.example/\u2066x', 'U+2066'],
  ['hidden', 'https://gao.example/\uFE0F', 'U+FE0F'],
  ['hidden', 'https://gao.example/\uD800', 'U+D800'],
  ['hidden', 'https://gao.example/\u3164', 'U+3164'],
  ['hidden', 'https://gao.example/\uE000', 'U+E000'],
  ['hidden', 'https://gao.example/\u0085', 'U+0085'],
  ['scheme', 'javascript:alert(1)', 'javascript:'],
  ['scheme', 'JaVaScRiPt://gao.example/%0Aalert(1)', 'javascript:'],
  ['scheme', 'data:text/html,<script>alert(1)</script>', 'data:'],
  ['scheme', 'vbscript:msgbox(1)', 'vbscript:'],
  ['scheme', 'file:///etc/passwd', 'file:'],
  ['scheme', 'blob:https://gao.example/1', 'blob:'],
  ['scheme', 'view-source:https://gao.example', 'view-source:'],
  ['scheme', 'intent://gao.example#Intent;end', 'intent:'],
  ['scheme', 'ftp://gao.example/', 'ftp:'],
  ['scheme', 'ws://gao.example/', 'ws:'],
  ['scheme', 'filesystem:https://gao.example/x', 'filesystem:'],
  ['scheme', 'tel:113', 'tel:'],
  ['scheme', 'localhost:3000', 'localhost:'],
  ['scheme', '//gao.example/', 'https://'],
  ['scheme', 'gao.example/nghi-dinh', 'https://'],
  ['scheme', 'gao.example:443/', 'https://'],
  ['scheme', '/huong-dan/', 'https://'],
  ['scheme', 'https:gao.example', 'hai gạch chéo'],
  ['scheme', 'https:/gao.example', 'hai gạch chéo'],
  ['scheme', 'HTTPS://gao.example', 'chữ thường'],
  ['scheme', 'https:\\\\gao.example', 'hai gạch chéo'],
  ['loose sign', 'https://gao.example/<script>', '<'],
  ['loose sign', 'https://gao.example/"onclick="x', '"'],
  ['loose sign', 'https://gao.example/{x}', '{'],
  ['loose sign', 'https://gao.example/?q=%00', '%00'],
  ['backslash', 'https://gao.example\\@doc-hai.example/', '\\'],
  ['backslash', 'https://gao.example/a\\b', '\\'],
  ['userinfo', 'https://dichvucong.gov.vn@doc-hai.example/', 'doc-hai.example'],
  ['userinfo', 'https://a:b@doc-hai.example', 'doc-hai.example'],
  ['userinfo', 'https://dichvucong.gov.vn:443@doc-hai.example/x', 'doc-hai.example'],
  ['userinfo', 'https://@doc-hai.example', 'doc-hai.example'],
  ['userinfo', 'https://a@b@doc-hai.example', 'doc-hai.example'],
  ['encoded host', 'https://dichvucong.gov.vn%2F.doc-hai.example/', '%'],
  ['encoded host', 'https://g%61o.example/', '%'],
  ['IPv6', 'https://[::1]/', 'IP'],
  ['IPv6', 'https://[2001:db8::1]:443/', 'IP'],
  ['port', 'https://gao.example:8443/', 'cổng'],
  ['port', 'https://gao.example:443/', 'cổng'],
  ['port', 'https://gao.example:', 'cổng'],
  ['no host', 'https://', 'tên miền'],
  ['no host', 'https:///gao.example', 'tên miền'],
  ['no host', 'https://?gao.example', 'tên miền'],
  ['look-alike letter', 'https://dichvuc\u043Eng.gov.vn/', 'U+043E'],
  ['look-alike letter', 'https://\u0430pple.example/', 'U+0430'],
  ['look-alike letter', 'https://g\u03BFv.example/', 'U+03BF'],
  ['look-alike letter', 'https://gao\u3002example/', 'U+3002'],
  ['look-alike letter', 'https://gao.example\u2215a.doc-hai.example/', 'U+2215'],
  ['look-alike letter', 'https://\uFF47ao.example/', 'U+FF47'],
  ['look-alike letter', 'https://d\u1ECBchvucong.gov.vn/', 'U+1ECB'],
  ['look-alike letter', 'https://gao.example\uFF0Fx/', 'U+FF0F'],
  ['look-alike letter', 'https://\u24D6ao.example/', 'U+24D6'],
  ['look-alike letter', 'https://ga\u0301o.example/', 'U+0301'],
  ['capital letter', 'https://vneId.example/', 'vneid.example'],
  ['capital letter', 'https://GAO.example/', 'gao.example'],
  ['punycode', 'https://xn--dichvucng-g4h.gov.vn/', 'xn--'],
  ['punycode', 'https://a.xn--80ak6aa92e.com/', 'xn--'],
  ['IP', 'https://127.0.0.1/', 'IP'],
  ['IP', 'https://192.168.1.1/x', 'IP'],
  ['IP', 'https://2130706433/', 'IP'],
  ['IP', 'https://0x7f.1/', 'IP'],
  ['IP', 'https://0x7f000001', 'IP'],
  ['IP', 'https://017700000001/', 'IP'],
  ['IP', 'https://1.1.1.1./', 'IP'],
  ['host without a dot', 'https://dichvucong/', 'dichvucong.vn'],
  ['host without a dot', 'https://localhost', 'dấu chấm'],
  ['malformed host', 'https://gao..example/', 'tên miền'],
  ['malformed host', 'https://.gao.example/', 'tên miền'],
  ['malformed host', 'https://gao.example./', 'tên miền'],
  ['malformed host', 'https://-gao.example/', 'tên miền'],
  ['malformed host', 'https://ga_o.example/', 'tên miền'],
  ['malformed host', 'https://gao!.example/', 'tên miền'],
  ['malformed host', `https://${'a'.repeat(64)}.example/`, 'tên miền'],
  ['malformed host', `https://${'a.'.repeat(130)}example/`, 'tên miền'],
  ['inside name', 'https://may-in.local/', '.local'],
  ['inside name', 'https://a.localhost/', '.localhost'],
  ['inside name', 'https://router.lan', '.lan'],
  ['too long', `https://gao.example/${'a'.repeat(400)}`, 'dài 420'],
  ['host after the host', 'https://gao.example/#@dichvucong.gov.vn', 'dấu @'],
  ['host after the host', 'https://gao.example/?x=a@vneid.gov.vn', 'dấu @'],
  ['forwarder', 'https://gao.example/?den=https://khac.example:8080/x', 'khac.example'],
  ['forwarder', 'https://gao.example/url?q=https%3A%2F%2Fkhac.example', 'khac.example'],
  ['host after the host', 'https://gao.example/dichvucong.gov.vn/dang-nhap', 'gov.vn'],
  ['host after the host', 'https://gao.example/?trang=vneid.gov.vn', 'gov.vn'],
  ['forwarder', 'https://www.google.com/amp/s/khac.example', 'khac.example'],
  ['forwarder', 'https://gao.example/r?url=//khac.example/x', 'khac.example'],
  ['forwarder', 'https://gao.example//khac.example/', 'khac.example'],
  ['forwarder', 'https://gao.example/r?u=https%253A%252F%252Fkhac.example', 'khac.example'],
  ['forwarder', 'https://gao.example/r?u=aHR0cHM6Ly9raGFjLmV4YW1wbGU', 'khac.example'],
  ['program', 'https://gao.example/vneid.apk', 'kho chính thức'],
  ['program', 'https://gao.example/x.EXE?b=1', 'kho chính thức'],
  ['program', 'https://gao.example/vneid.xapk', 'kho chính thức'],
  ['program', 'https://gao.example/a.exe/', 'kho chính thức'],
  ['program', 'https://gao.example/tai?tep=vneid.apk&x=1', 'kho chính thức'],
  ['program', 'https://gao.example/wifi.mobileconfig', 'kho chính thức'],
  ['telephone', 'https://t.me/+84912345678', 'content/directory'],
  ['telephone', 'https://zalo.me/0912345678', 'content/directory'],
  ['telephone', 'https://wa.me/84912345678?text=chao', 'content/directory'],
];

const honest = [
  'https://dichvucong.gov.vn',
  'https://dichvucong.gov.vn/',
  'https://binhdanhocvuso.gov.vn/khoa-hoc/?id=1&trang=2#muc',
  'https://www.w3.org/TR/WCAG22/',
  'https://vi.wikipedia.org/wiki/Việt_Nam',
  'https://www.24h.com.vn/a-c51a1702928.html',
  'https://medium.com/@nguoi-viet/bai',
  'https://congtyluat1-5.vn/x',
  'https://gmnc.gg/x',
  'https://a.b.c.d.example/x:y',
  'https://so-tay-so.example',
  'https://www.healio.com/x/%7Bbb111743%7D/y',
  'https://example.org/a_b_c',
  'https://example.org/?den=khac.example/@x',
  'https://1.vn/',
  'https://example.org/a(b)~c;d',
  'https://0x.example/',
  'https://a--b.example/',
  'https://vi.wikipedia.org/wiki/Booking.com',
  'https://example.org/tin-gov-vn/',
  'https://example.org/bao-cao.iso9001',
];

test('disguises are refused, each by its cause and with a cure that names it', () => {
  for (const [cause, address, named] of disguises) {
    const fault = outsideAddressFault(address);
    expect([address, fault?.cause]).toEqual([address, cause]);
    expect(fault?.cure, address).toContain(named);
  }
  expect(disguises.length).toBe(114);
  // Two rows stand behind all others; the rest is for the edition's own address.
  expect(
    addressCauses.map((row) => row.name).filter((name) => !disguises.some(([cause]) => cause === name)),
  ).toEqual(['unreadable', 'another host', ...new Set(impossible.map(([cause]) => cause))]);
});

/** Where no edition can stand, though a link may lead there. */
const impossible: readonly (readonly [cause: string, address: string, named: string])[] = [
  ['question in own address', 'https://vidu.gov.vn/?trang=so-tay', '?'],
  ['question in own address', 'https://vidu.gov.vn/so-tay/#dau', '#'],
  ['file in own address', 'https://vidu.gov.vn/so-tay/index.html', 'tên tệp'],
  ['file in own address', 'https://vidu.gov.vn/Default.aspx', 'tên tệp'],
  ['letters in own address', 'https://vidu.gov.vn/sổ-tay/', '/sổ-tay/'],
  ['letters in own address', 'https://vidu.gov.vn/s%E1%BB%95-tay/', 'a–z'],
  ['letters in own address', 'https://vidu.gov.vn//so-tay/', 'một dấu /'],
  ['letters in own address', 'https://vidu.gov.vn/../so-tay/', 'a–z'],
  ['letters in own address', 'https://vidu.gov.vn/so-tay;x/', 'a–z'],
];

test('the address of the edition: a host and plain folders, nothing that cannot be read out', () => {
  for (const [cause, address, named] of impossible) {
    expect(outsideAddressFault(address), address).toBeUndefined();
    const fault = outsideAddressFault(address, 'own');
    expect([address, fault?.cause]).toEqual([address, cause]);
    expect(fault?.cure, address).toContain(named);
  }
  for (const [cause, address] of disguises) {
    const fault = outsideAddressFault(address, 'own');
    // How long its own address is, is the owner's affair; the limit is for what guides lead to.
    expect(fault, address).toEqual(cause === 'too long' ? undefined : outsideAddressFault(address));
  }
  expect(outsideAddressFault('http://vidu.gov.vn/so-tay/', 'own')?.cause).toBe('scheme');
  for (const right of [
    'https://so-tay-so.example',
    'https://so-tay-so.example/',
    'https://vidu.gov.vn/so-tay',
    'https://vidu.gov.vn/dich-vu/so-tay/',
    'https://xa-vidu.github.io/So_Tay.2026/',
  ])
    expect(outsideAddressFault(right, 'own'), right).toBeUndefined();
});

test('honest addresses pass, and a browser opens the host that is written', () => {
  for (const address of honest) {
    expect(outsideAddressFault(address), address).toBeUndefined();
    expect(outsideAddressFault(address, 'source'), address).toBeUndefined();
    expect(address.startsWith(`https://${new URL(address).host}`), address).toBe(true);
  }
  expect(honest.length).toBe(21);
});

test('a source may be read over http, and nothing else may; the rest is as strict', () => {
  expect(outsideAddressFault('http://div.gov.vn/Default.aspx?tabid=412&cid=220', 'source')).toBeUndefined();
  expect(outsideAddressFault('http://div.gov.vn/')?.cause).toBe('scheme');
  const overHttp = disguises.filter(([, address]) => address.startsWith('https://'));
  for (const [cause, address] of overHttp)
    expect(outsideAddressFault(address.replace('https://', 'http://'), 'source')?.cause, address).toBe(cause);
  expect(overHttp.length).toBeGreaterThan(55);
});

test('mail addresses: one, plain, at a plain host', () => {
  for (const right of [
    'mailto:lien-he@xa.gov.vn',
    'mailto:a@example.org',
    'mailto:nguyen.van_a+1@gao.example',
  ])
    expect(mailAddressFault(right), right).toBeUndefined();
  const wrong = [
    'mailto:',
    'mailto:a',
    'mailto:a@b',
    'mailto:a@127.0.0.1',
    'mailto:a@gao.example?body=x',
    'mailto:a@gao.example,b@gao.example',
    'mailto:a@gao.example@doc-hai.example',
    'mailto:a%0A@gao.example',
    'mailto:a@g\u0430o.example',
    'mailto:a @gao.example',
    'mailto:"x"@gao.example',
  ];
  for (const address of wrong) expect(mailAddressFault(address), address).toBeDefined();
  expect(wrong.length).toBe(11);
});

describe('every place that holds an address', () => {
  const given = { title: 'Trang', seen: '2026-11-21', certainty: 'one' };
  const site = {
    name: 'a',
    tagline: 'a',
    edition: 'a',
    place: 'a',
    owner: 'a',
    url: 'https://xa.example',
    feedback: 'a',
    platform: {
      name: 'a',
      url: 'https://nen-tang.example',
      sources: [{ ...given, url: 'https://gao.example' }],
    },
    checked: '2026-11-21',
  };
  const fixes = (schema: Parameters<typeof explainShape>[0], data: unknown) =>
    explainShape(schema, data).faults.map((fault) => [fault.path.join('.'), fault.fix]);

  test('sources and settings of the edition', () => {
    expect(fixes(siteSchema, site)).toEqual([]);
    for (const [cause, address] of disguises) {
      const { cure } = outsideAddressFault(address) ?? {};
      const sourceCure = outsideAddressFault(address, 'source')?.cure;
      expect([cure, sourceCure], cause).not.toContain(undefined);
      expect(fixes(outsideAddress, address)).toEqual([['', cure]]);
      expect(fixes(sourceAddress, address)).toEqual([['', sourceCure]]);
      expect(fixes(source, { ...given, url: address })).toEqual([['url', sourceCure]]);
      if (cause !== 'too long') expect(fixes(siteSchema, { ...site, url: address })).toEqual([['url', cure]]);
      expect(fixes(siteSchema, { ...site, platform: { ...site.platform, url: address } })).toEqual([
        ['platform.url', cure],
      ]);
      expect(
        fixes(siteSchema, { ...site, platform: { ...site.platform, sources: [{ ...given, url: address }] } }),
      ).toEqual([['platform.sources.0.url', sourceCure]]);
    }
  });

  test('links in a body', () => {
    let seen = 0;
    for (const [, address] of disguises) {
      // What Markdown itself does not read as one address is no link.
      if (/[\s\\<>\uD800]|[\p{Cc}]/u.test(address) || address === '') continue;
      const { tree, problems } = parseBody('x.mdx', `Xem [trang ấy](<${address}>).`, 'guide', 1);
      expect(
        tree.links.map((link) => link.url),
        address,
      ).toEqual([address]);
      expect(
        problems.map((problem) => problem.rule),
        address,
      ).toContain('link');
      seen++;
    }
    expect(seen).toBeGreaterThanOrEqual(70);
    for (const address of honest)
      expect(parseBody('x.mdx', `Xem [trang ấy](<${address}>).`, 'guide', 1).problems, address).toEqual([]);
  });
});

test('no schema of content holds an address by another rule', async () => {
  const { globSync, readFileSync } = await import('node:fs');
  const files = globSync('src/schemas/*.ts', { cwd: projectRoot });
  expect(files.length).toBeGreaterThan(10);
  for (const file of files)
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file).not.toMatch(
      /z\.(?:url|httpUrl)\(|\.url\(\)/,
    );
});
