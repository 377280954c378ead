/**
 * What publishing tells and asks of its surroundings in its own process: the room of the disk, what killed
 * runs left, its steps by name, twins of earlier editions, a changed list, entities in titles.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, sumsOf } from '../../src/release/checksums.ts';
import { writeTwins, type Earlier } from '../../src/release/compress.ts';
import { unfinishedName } from '../../src/release/durable.ts';
import { currentEdition, listName, target } from '../../src/release/layout.ts';
import { publish } from '../../src/release/publish.ts';
import { siteFacts } from '../../src/release/site-facts.ts';
import { verifyEdition } from '../../src/release/verify.ts';
import { present } from '../present.ts';
import { publishTiny, put, scratch, tinyPlan } from './tiny.ts';

test('too little room is told before anything is built, and not asked where nobody wants it', async () => {
  const root = scratch();
  let built = 0;
  const plan = {
    ...tinyPlan(root, {}, { room: { bytes: Number.MAX_SAFE_INTEGER, files: 1 } }),
    build: () => {
      built++;
      return Promise.resolve();
    },
  };
  const refusal = publish(plan);
  await expect(refusal).rejects.toMatchObject({ reason: 'room' });
  await expect(refusal).rejects.toThrow(/^Đĩa của .+ còn [\d.]+ MB, cần ít nhất \d+ MB\./);
  expect(built).toBe(0);
  expect(existsSync(join(plan.to, 'current'))).toBe(false);
  const { edition } = await publishTiny(root, {}, { room: false });
  expect(edition).toMatch(/^[0-9a-f]{12}/);
});

test('what a killed run left goes and is counted; where nothing is left nothing is told', async () => {
  const root = scratch();
  const first = tinyPlan(root, { edition: 'A' });
  await publish(first);
  expect(first.said.filter((line) => line.includes('dọn'))).toEqual([]);
  const left = [unfinishedName(join(first.to, 'ban')), unfinishedName(join(first.to, 'kept/ban'))];
  for (const folder of left) mkdirSync(folder, { recursive: true });
  const second = tinyPlan(root, { edition: 'B' });
  await publish(second);
  expect(second.said).toContain('Đã dọn 2 phần dở dang của một lần chạy bị ngắt.');
  expect(left.filter((folder) => existsSync(folder))).toEqual([]);
});

test('steps have their names, the switch last', async () => {
  const steps: string[] = [];
  await publishTiny(
    scratch(),
    {},
    {
      at: (step) => {
        steps.push(step);
      },
    },
  );
  expect(steps.slice(0, 4)).toEqual(['target', 'locked', 'swept', 'guarded']);
  const switched = steps.indexOf('switching');
  expect(steps.slice(switched - 1, switched + 2)).toEqual(['carried', 'switching', 'switched']);
});

test('a twin of the same bytes is taken from the first earlier edition in which it is whole', async () => {
  const text = 'Một dòng chữ để nén. '.repeat(40);
  const editionIn = async (name: string): Promise<Earlier> => {
    const root = join(scratch(), name);
    put(root, { 'trang.html': text, 'anh.png': 'x' });
    await writeTwins(root, await sumsOf(root, filesUnder(root)), { earlier: [] });
    return { root, sums: await sumsOf(root, filesUnder(root)) };
  };
  const [spoilt, whole] = [await editionIn('mot'), await editionIn('hai')];
  writeFileSync(join(spoilt.root, 'trang.html.br'), 'hỏng');
  const made = async (earlier: readonly Earlier[]) => {
    const root = join(scratch(), 'ba');
    put(root, { 'doi-ten.html': text });
    const answer = await writeTwins(root, await sumsOf(root, filesUnder(root)), { earlier });
    return { ...answer, twins: [...answer.twins].sort(), root };
  };
  const fresh = await made([]);
  expect([fresh.taken, fresh.twins]).toEqual([0, ['doi-ten.html.br', 'doi-ten.html.gz']]);
  // Of the spoilt one only the other twin is whole.
  expect((await made([spoilt])).taken).toBe(1);
  const taken = await made([spoilt, whole]);
  expect(taken.taken).toBe(2);
  for (const twin of taken.twins)
    expect(readFileSync(join(taken.root, twin)).equals(readFileSync(join(fresh.root, twin))), twin).toBe(
      true,
    );
});

test('a list that is gone or changed is found by itself, and nothing is held against it', async () => {
  const root = scratch();
  await publishTiny(root);
  const place = target(join(root, 'noi-phat-hanh'));
  const id = present(currentEdition(place), 'the live edition');
  const list = join(place.release(id), listName);
  writeFileSync(list, `${readFileSync(list, 'utf8')}\n`);
  expect((await verifyEdition(place, id)).found).toEqual({ missing: [], different: [listName], extra: [] });
  rmSync(list);
  expect((await verifyEdition(place, id)).found).toEqual({ missing: [listName], different: [], extra: [] });
});

test('titles are read as readers see them: every entity that pages may hold, by name and by number', () => {
  const root = scratch();
  const title = 'A &amp; B &lt;C&gt; &quot;D&quot; &apos;E&apos;&nbsp;F &#x41;&#66; &khong;';
  put(root, { 'index.html': `<!doctype html><html><title>${title}</title><h1>${title}</h1></html>` });
  const [page] = siteFacts(root, ['index.html']).pages;
  expect(page?.title).toBe('A & B <C> "D" \'E\'\u00a0F AB &khong;');
});
