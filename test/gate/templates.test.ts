/**
 * New files from templates: as long as a word of the template is left, the gate refuses them, and tells
 * nothing else of them.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeholderMark } from '../../src/gate/placeholders.ts';
import { checkTree, projectRoot, withFreshTree } from '../fixtures/tree.ts';

const made: readonly (readonly [kind: string, id: string, file: string, least: number])[] = [
  ['guide', 'bep/luoc-rau', 'content/guides/bep/luoc-rau.mdx', 20],
  ['lesson', 'rau/bo-rau', 'content/market/rau/bo-rau.mdx', 21],
  ['event', 'viec-nha/cho-muon-xe', 'content/events/viec-nha/cho-muon-xe.yaml', 27],
  ['plan', 'xa-moi', 'content/plans/xa-moi.mdx', 12],
  ['task', 'xa-mau-01/iv-2', 'content/tasks/xa-mau-01/iv-2.yaml', 7],
  ['unit', 'xa-mau-van-phong', 'content/units/xa-mau-van-phong.yaml', 3],
  ['directory', 'xa-mau-tram-y-te', 'content/directory/xa-mau-tram-y-te.yaml', 5],
  ['hotline', 'xa-mau-cong-an', 'content/directory/xa-mau-cong-an.yaml', 5],
  ['announcement', 'luoc-rau', 'content/announcements/luoc-rau.yaml', 7],
  ['programme', 'luoc-rau', 'content/programmes/luoc-rau.yaml', 45],
];

function newFile(root: string, kind: string, id: string): void {
  execFileSync(process.execPath, [join(projectRoot, 'src/cli/new.ts'), kind, id], { cwd: root });
}

describe('a new file', () => {
  test.each(made)('%s: every word of the template is refused, on its line', (kind, id, file, least) => {
    withFreshTree({}, (root) => {
      newFile(root, kind, id);
      const lines = readFileSync(join(root, file), 'utf8').split('\n');
      const marked = lines.flatMap((line, index) => (line.includes(placeholderMark) ? [index + 1] : []));
      expect(marked.length).toBeGreaterThanOrEqual(least);
      const { problems } = checkTree(root);
      expect(problems.map((problem) => [problem.file, problem.rule, problem.line])).toEqual(
        marked.map((line) => [file, 'placeholder', line]),
      );
    });
  });

  test('tasks of a plan may be begun before the plan is filled in, each with its place in the order', () => {
    withFreshTree({}, (root) => {
      newFile(root, 'plan', 'xa-moi');
      for (const [index, id] of ['xa-moi/iv-1', 'xa-moi/iv-2'].entries()) {
        newFile(root, 'task', id);
        expect(readFileSync(join(root, `content/tasks/${id}.yaml`), 'utf8')).toContain(
          `order: ${index + 1}\n`,
        );
      }
    });
  });

  test('words without their mark are known too, and a file emptied of them is no guide', () => {
    withFreshTree({}, (root) => {
      const file = join(root, 'content/guides/bep/luoc-rau.mdx');
      newFile(root, 'guide', 'bep/luoc-rau');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replaceAll(`${placeholderMark} `, ''));
      const rules = checkTree(root).problems.map((problem) => problem.rule);
      expect(rules.filter((rule) => rule === 'placeholder').length).toBeGreaterThan(6);
      writeFileSync(file, text.replace(/---\n\n[\s\S]*$/, '---\n').replaceAll(`${placeholderMark} `, 'x'));
      expect(checkTree(root).problems.length).toBeGreaterThan(0);
    });
  });
});
