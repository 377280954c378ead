/** Packages for platforms: three guides, a track and a session, opened again and counted. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, test } from 'vitest';
import { program } from '../../../src/cli/debian.ts';
import type { Choice } from '../../../src/outputs/output.ts';
import { packages } from '../../../src/outputs/scorm/write.ts';
import { present } from '../../present.ts';
import { whole } from '../../whole.ts';
import { everything, handbook, mustSay } from '../exported.ts';

const packed = (choice: Choice) => packages({ ...everything, choice });
const opened = (content: string | Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(Buffer.from(content))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
const xml = (text: string): Document => new JSDOM(text, { contentType: 'text/xml' }).window.document;
const byNumber = (number: number) =>
  present(
    handbook.guides.find(({ data }) => data.number === number),
    String(number),
  );
// A stop guide that sessions ask about, one with an easy-read version, one with a table.
const guides = [83, 62, 80].map(byNumber);
const session = present(handbook.programmes[0], 'session');
const track = present(handbook.tracks[0], 'track');
const asked = (id: string) =>
  new Set(
    handbook.programmes.flatMap(({ questions }) =>
      questions.filter(({ guide }) => guide.id === id).map(({ ask }) => ask),
    ),
  );

const each = await packed({ of: 'guides', slug: 'bai', title: 'ba bài', guides });
const ofSession = await packed({
  of: 'session',
  slug: session.id,
  title: session.data.title,
  guides: session.guides,
});
const ofTrack = await packed({ of: 'track', slug: track.id, title: track.data.title, guides: track.guides });
const all = [...each, ...ofSession, ...ofTrack];

test('one package a guide, session and track, by each standard; the same bytes each time', async () => {
  const names = ['bai-83', 'bai-62', 'bai-80', `buoi-${session.id}`, `chang-${track.id}`];
  expect(all.map(({ name }) => name).sort()).toEqual(
    ['scorm', 'scorm/2004'].flatMap((folder) => names.map((name) => `${folder}/${name}.zip`)).sort(),
  );
  expect(await packed({ of: 'guides', slug: 'bai', title: 'ba bài', guides })).toEqual(each);
});

const standardOf = (name: string): '1.2' | '2004' => (name.includes('/2004/') ? '2004' : '1.2');
/** Schemas of each standard: where they stand, and the one that brings in the others. */
const schemas = {
  '1.2': { space: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', type: 'scormtype' },
  '2004': { space: 'http://www.imsglobal.org/xsd/imscp_v1p1', type: 'scormType' },
} as const;

test.each(all.map(({ name, content }) => [name, opened(content)] as const))(
  '%s: the manifest names each file once, and each of its lessons',
  (name, files) => {
    const { space, type } = schemas[standardOf(name)];
    const { documentElement: root } = xml(present(files['imsmanifest.xml'], 'manifest'));
    expect(root.namespaceURI).toBe(space);
    const ids = [...root.querySelectorAll('[identifier]'), root].map((part) =>
      part.getAttribute('identifier'),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const resources = [...root.querySelectorAll('resource')];
    const lessons = resources.filter((part) => part.getAttribute(`adlcp:${type}`) === 'sco');
    const items = [...root.querySelectorAll('item')];
    expect(items.map((item) => item.getAttribute('identifierref'))).toEqual(
      lessons.map((part) => part.getAttribute('identifier')),
    );
    const named = [...root.querySelectorAll('file')].map((part) => part.getAttribute('href'));
    expect([...named, 'imsmanifest.xml'].sort()).toEqual(Object.keys(files).sort());
  },
);

const xmllint = program('xmllint');
describe.skipIf(xmllint === undefined)('by the published schemas (Debian libxml2-utils)', () => {
  const work = mkdtempSync(join(tmpdir(), 'scorm-'));
  afterAll(() => {
    rmSync(work, { recursive: true });
  });
  /** A schema that brings in all of a standard: what is not declared in it is a fault. */
  const judged = (standard: '1.2' | '2004', texts: readonly string[]): string => {
    const folder = join(import.meta.dirname, '../../fixtures/scorm', standard);
    const spaces = readdirSync(folder).flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const space = /targetNamespace\s*=\s*"([^"]+)"/.exec(text)?.[1];
      // A space that several files declare is brought in by the one that names the others.
      return space === undefined || /imsss_v1p0./.test(file.replace('.xsd', '')) ? [] : [{ file, space }];
    });
    expect(spaces.length).toBeGreaterThan(3);
    const imports = spaces.map(({ file, space }) => {
      return `<xs:import namespace="${space}" schemaLocation="${folder}/${file}"/>`;
    });
    const schema = join(work, `${standard}.xsd`);
    writeFileSync(
      schema,
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`,
    );
    const names = texts.map((text, index) => {
      const file = join(work, `${standard}-${index}.xml`);
      writeFileSync(file, text);
      return file;
    });
    const run = spawnSync(xmllint ?? '', ['--nonet', '--noout', '--schema', schema, ...names], {
      encoding: 'utf8',
    });
    return run.stderr;
  };
  const manifests = (standard: '1.2' | '2004'): string[] =>
    all
      .filter(({ name }) => standardOf(name) === standard)
      .map(({ content }) => present(opened(content)['imsmanifest.xml'], 'manifest'));
  test.each(['1.2', '2004'] as const)('every manifest of %s is valid', (standard) => {
    const texts = manifests(standard);
    const said = judged(standard, texts);
    expect(said.match(/ validates$/gm)?.length ?? said).toBe(texts.length);
    expect(said).not.toMatch(/fails to validate|error/);
  });
  test.each(['1.2', '2004'] as const)('and one of %s with a fault is not', (standard) => {
    const [text = ''] = manifests(standard);
    expect(judged(standard, [text.replace('<organizations', '<sai/><organizations')])).toContain(
      'fails to validate',
    );
    expect(judged(standard, [text.replace(/"sco"/, '"khong-co"')])).toContain('fails to validate');
  });
});

test('a lesson says every section, step and number, loads its own files alone, asks at its end', () => {
  let questions = 0;
  for (const [index, guide] of guides.entries()) {
    const text = present(
      opened(present(each[index], 'package').content)[`bai-${guide.data.number}.html`],
      'page',
    );
    const { document } = new JSDOM(text).window;
    for (const words of mustSay(guide)) expect(document.body.textContent, words).toContain(words);
    const loaded = [...document.querySelectorAll('[src],link[href]')].map(
      (part) => part.getAttribute('src') ?? part.getAttribute('href'),
    );
    expect(loaded).toEqual(['kieu.css', 'bai.js']);
    const wanted = asked(guide.id);
    expect(document.querySelectorAll('details').length).toBe(wanted.size);
    expect(document.querySelectorAll('#xong').length).toBe(wanted.size === 0 ? 1 : 0);
    for (const ask of wanted) expect(document.body.textContent).toContain(ask);
    questions += wanted.size;
  }
  expect(questions).toBeGreaterThan(0);
});

test('a session has its guides and, last, its three questions with their answers', () => {
  const files = opened(present(ofSession[0], 'package').content);
  for (const { data } of session.guides) expect(files).toHaveProperty([`bai-${data.number}.html`]);
  const text = new JSDOM(present(files['ba-cau-hoi.html'], 'end')).window.document.body.textContent;
  expect(session.questions.length).toBe(3);
  for (const { ask, expect: answer } of session.questions) {
    expect(text).toContain(ask);
    expect(text).toContain(answer);
  }
});

test.skipIf(!whole)('everything: a package for every guide, track and session (--whole)', async () => {
  const made = await packages(everything);
  const { guides: every, tracks, programmes } = handbook;
  expect(made.length).toBe(2 * (every.length + tracks.length + programmes.length));
  expect(new Set(made.map(({ name }) => name)).size).toBe(made.length);
});
