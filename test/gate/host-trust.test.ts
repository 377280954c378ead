/** Hosts that look official and are not, in plain letters; shorteners; link texts that name another host. */
import { expect, test } from 'vitest';
import { hostJudge, hostsIn } from '../../src/gate/host-trust.ts';
import { disguisedHosts, honestHosts, hostLists } from '../fixtures/disguised-hosts.ts';
import { append } from '../fixtures/broken/case.ts';
import { checkTree, withTree } from '../fixtures/tree.ts';
import { realContent } from '../real.ts';
import { floor } from '../national/edition.ts';

const judge = hostJudge(hostLists);

test('disguised hosts are refused, each by its cause, and all but shorteners name the real one', () => {
  for (const [cause, host] of disguisedHosts) {
    expect([host, judge(host)?.cause]).toEqual([host, cause]);
    expect(judge(host)?.like !== undefined, host).toBe(cause !== 'shortener');
  }
  expect(new Set(disguisedHosts.map(([, host]) => host)).size).toBe(disguisedHosts.length);
  // With the 114 disguises of how an address is written (outside-address.test.ts): more than 150.
  expect(disguisedHosts.length).toBe(85);
});

test('honest hosts pass', () => {
  for (const host of honestHosts) expect(judge(host), host).toBeUndefined();
  expect(new Set(honestHosts).size).toBe(63);
});

test('the gate tells each of them in a source and in a body, with line and cure', () => {
  const guide = 'guides/bep/rua-rau.mdx';
  const lists = [
    ...hostLists.official.map((host) => `  - { host: ${host}, why: Thật }`),
    'shorteners:',
    ...hostLists.shorteners.map((host) => `  - { host: ${host}, why: Rút gọn }`),
    'known:',
    ...hostLists.known.map((host) => `  - { host: ${host}, why: Đã xem }`),
  ];
  const links = (hosts: readonly string[]): string =>
    hosts.map((host) => `- [Trang ấy](https://${host}/a)`).join('\n');
  const all = [...disguisedHosts.map(([, host]) => host), ...honestHosts];
  withTree(
    {
      'dia-chi.yaml': `official:\n${lists.join('\n')}\nchecked: 2026-11-21\n`,
      [guide]: append(`\n<More title="Thêm">\n\n${links(all)}\n\n</More>\n`),
      'terms/vo-gao.yaml': append(
        `sources:\n${all.map((host) => `  - { title: Trang, url: "https://${host}", seen: 2026-11-21, certainty: one }`).join('\n')}\n`,
      ),
    },
    (root) => {
      for (const file of [guide, 'terms/vo-gao.yaml']) {
        const told = checkTree(root).problems.filter(
          // That a source says its language is told by a rule of its own.
          (one) => one.file === `content/${file}` && one.rule !== 'foreign-source',
        );
        expect(new Set(told.map(({ rule }) => rule)), file).toEqual(new Set(['host']));
        expect(told.length, file).toBe(disguisedHosts.length);
        for (const [index, one] of told.entries()) {
          expect(one.line).toBeGreaterThan(0);
          expect(one.message).toContain(disguisedHosts[index]?.[1]);
          expect(one.fix).toMatch(/dia-chi\.yaml|gov\.vn|thanh địa chỉ/);
        }
      }
    },
  );
});

test('hosts that a text names', () => {
  expect(hostsIn('Vào DichVuCong.gov.vn, rồi www.vi-du.example/a')).toEqual([
    'dichvucong.gov.vn',
    'www.vi-du.example',
  ]);
  expect(hostsIn('dichvucоng.gov.vn')).toEqual(['dichvucоng.gov.vn']);
  for (const none of ['WCAG 2.2', 'mau-01.docx', 'Hết câu. Câu sau', '1.000.000 đồng', 'v.v.'])
    expect(hostsIn(none), none).toEqual([]);
});

test('the edition’s own list has a reason for each host, and nothing that is both official and short', () => {
  const [list] = realContent().hosts;
  const { official = [], shorteners = [], known = [] } = list?.data ?? {};
  expect(official.length).toBeGreaterThanOrEqual(6);
  expect(shorteners.length).toBeGreaterThanOrEqual(floor(25));
  const all = [...official, ...shorteners, ...known].map(({ host }) => host);
  expect(new Set(all).size).toBe(all.length);
});
