/** One fault, one message: nothing senseless beside the true one, and nothing left for the next run. */
import { expect, test } from 'vitest';
import { more } from '../fixtures/broken/case.ts';
import { checkTree, swap, withTree, type Changes } from '../fixtures/tree.ts';

/** A guide about money. */
const guide = 'guides/vuon/tuoi-cay.mdx';
const told = (changes: Changes): string[] =>
  withTree(changes, (root) => checkTree(root).problems.map(({ rule, message }) => `${rule}: ${message}`));

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'mailto:khong-co-noi'])(
  'a link to “%s” of a guide about money is refused once',
  (address) => {
    const problems = told({ [guide]: more(`Xem [trang này](${address}) nhé.`) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`Liên kết “${address}” không dùng được.`);
  },
);

test('a guide in letters of two parts is told of them alone, its lines as long as they are read', () => {
  // 56 letters at most; of two parts these are many more.
  const promise = 'Đặt được tưới đều mỗi buổi sáng bằng ấm nhỏ có vòi dài';
  expect(promise.normalize('NFD').length).toBeGreaterThan(56);
  const changed = (text: string): string => text.replace(/^can: .*$/m, `can: ${promise}`).normalize('NFD');
  const problems = told({ [guide]: changed });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^not-nfc: /);
});

test('every number of a line is named, each once', () => {
  const line = 'Gọi 0912 345 678, 1900.1234 hay 0987654321, nhớ 0912 345 678.';
  const inBody = told({ [guide]: more(line) });
  expect(inBody.map((one) => /“([^”]+)”/.exec(one)?.[1])).toEqual([
    '0912 345 678',
    '1900.1234',
    '0987654321',
  ]);
  const inField = told({ [guide]: swap('summary: ', `summary: Gọi 0912 345 678 hoặc 0987654321. `) });
  expect(inField.filter((one) => one.startsWith('typed-phone'))).toHaveLength(2);
});
