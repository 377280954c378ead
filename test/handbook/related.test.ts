/** What else a reader may want: nearest by shared skill, then shelf, then readers. */
import { expect, test } from 'vitest';
import { prove } from '../../src/gate/prove.ts';
import { readContent } from '../../src/gate/read.ts';
import type { Guide } from '../../src/handbook/handbook.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { related } from '../../src/handbook/related.ts';
import { present } from '../present.ts';
import { swap, withTree, type Changes } from '../fixtures/tree.ts';

/** A guide of the small content with other facts. */
const like = (number: number, title: string, facts: string): string =>
  `---
number: ${number}
title: ${title}
summary: Thử.
can: Làm được việc thử.
minutes: 5
level: first
${facts}
risk: none
noScreen: Không dùng máy
sources:
  - { title: Kiến thức chung, seen: 2026-11-21, certainty: common }
checked: 2026-11-21
---

<Steps>

<Step title="Nhặt rau">
Bỏ lá úa.
</Step>

</Steps>
`;

/** Guides near to “Rửa rau”, which teaches rua-sach on the shelf bep, for ba-con and nha-nong. */
const near: Changes = {
  'guides/vuon/cung-ky-nang.mdx': like(11, 'Cùng kỹ năng', 'audiences: [can-bo-xa]\nskills: [rua-sach]'),
  'guides/bep/cung-ke.mdx': like(12, 'Cùng kệ', 'audiences: [ba-con]\nskills: [nau-an]'),
  'guides/bep/cung-ke-khac-nguoi.mdx': like(13, 'Cùng kệ khác', 'audiences: [can-bo-xa]\nskills: [nau-an]'),
  'guides/bep/cung-ca-hai.mdx': like(14, 'Cùng cả hai', 'audiences: [can-bo-xa]\nskills: [rua-sach]'),
  'guides/vuon/xa-la.mdx': like(15, 'Xa lạ', 'audiences: [ba-con, nha-nong]\nskills: [trong-rau]'),
};

const nearTo = (changes: Changes, use = (guides: readonly Guide[]): readonly Guide[] => guides): string[] =>
  withTree(changes, (root) => {
    const { entries } = readContent(root);
    const handbook = joinHandbook(entries, prove(entries));
    const guide = present(handbook.byId.get('bep/rua-rau'), 'the guide');
    return use(related(guide)).map(({ id }) => id);
  });

test('skill and shelf, then skill, then shelf with the same readers, then shelf', () => {
  expect(nearTo(near)).toEqual([
    'bep/cung-ca-hai',
    'vuon/cung-ky-nang',
    'bep/cung-ke',
    'bep/cung-ke-khac-nguoi',
  ]);
});

test('among equals the lower number comes first, and four are enough', () => {
  const equals = Object.fromEntries(
    [25, 22, 24, 21, 23].map((number) => [
      `guides/vuon/bai-${number}.mdx`,
      like(number, `Bài ${number}`, 'audiences: [can-bo-xa]\nskills: [rua-sach]'),
    ]),
  );
  expect(nearTo(equals)).toEqual(['vuon/bai-21', 'vuon/bai-22', 'vuon/bai-23', 'vuon/bai-24']);
});

test('what is named to do before or next is not named again', () => {
  expect(nearTo({})).toEqual([]);
  const named: Changes = {
    ...near,
    'guides/bep/rua-rau.mdx': swap('risk: none', 'next: [bep/cung-ca-hai]\nrisk: none'),
  };
  expect(nearTo(named)).not.toContain('bep/cung-ca-hai');
  expect(nearTo(named)).not.toContain('bep/nau-com-dien');
});
