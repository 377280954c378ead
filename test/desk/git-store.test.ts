/**
 * The desk over git servers: stand-ins written from the published APIs of Gitea, GitLab and GitHub over a
 * real repository. What is
 * handed in is a commit with the bytes of the writer; nobody's words are written over; approval is written.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useWords } from '../../src/desk/browser/dom.ts';
import { approve } from '../../src/desk/browser/git/approve.ts';
import { blobSha, textAt } from '../../src/desk/browser/git/host.ts';
import { hostOf } from '../../src/desk/browser/git/hosts.ts';
import { GitStore } from '../../src/desk/browser/git/git-store.ts';
import { saveEntry, openEntry } from '../../src/desk/entry.ts';
import type { GitPlace } from '../../src/desk/form-kinds.ts';
import { orderOf } from '../../src/desk/form-order.ts';
import { collectionForms } from '../../src/desk/forms.ts';
import { formOf } from '../../src/desk/names.ts';
import type { ValueMap } from '../../src/desk/yaml-edit.ts';
import { wordGroup } from '../../src/words/words.ts';
import { present } from '../present.ts';
import { GiteaStandIn } from './gitea-stand-in.ts';
import { GitHubStandIn } from './github-stand-in.ts';
import { GitLabStandIn } from './gitlab-stand-in.ts';
import type { GitStandIn } from './git-stand-in.ts';

const forms = collectionForms();
const term = 'content/terms/otp.yaml';
const guide = 'content/guides/tien/quet-ma.mdx';
const first: Readonly<Record<string, string>> = {
  [term]: 'term: "Mã OTP"\nspoken: ô tê pê # đọc thế này\nmeaning: Dãy số dùng một lần.\n',
  [guide]: '---\nnumber: 62\ntitle: Quét mã\n---\nMở ứng dụng của bạn.\n',
  'content/edition.yaml': 'name: Sổ tay\n# số của xã\ncontacts: []\n',
};

const standIns = { Gitea: GiteaStandIn, GitLab: GitLabStandIn, GitHub: GitHubStandIn };

describe.each(Object.entries(standIns))('%s', (_, StandIn) => {
  let server: GitStandIn;
  let root = '';
  let place: GitPlace;
  beforeEach(async () => {
    useWords(wordGroup('deskGit'));
    root = mkdtempSync(join(tmpdir(), 'git-store-'));
    for (const [file, text] of Object.entries(first)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    server = new StandIn({ lan: 'Nguyễn Thị Lan', hung: 'Trần Hùng', mai: '' });
    await server.start(root);
    place = server.place;
  });
  afterEach(() => {
    server.close();
    rmSync(root, { recursive: true, force: true });
  });

  /** The desk of somebody who signed in; `shipped` is what came with the page. */
  async function deskOf(login: string, shipped: Readonly<Record<string, string>> = {}) {
    const host = hostOf(place, server.token(login));
    const files = Object.entries(shipped).map(([file, text]) => ({ file, text, collection: '', name: '' }));
    const store = new GitStore(host, place, await host.me(), files);
    const texts = new Map((await store.texts()).map(({ file, text }) => [file, text]));
    return { host, store, texts };
  }

  /** A text with some fields set, as the writer of the desk writes it. */
  function written(file: string, text: string, fields: ValueMap): string {
    const { head, body } = openEntry(file, text);
    const next = { ...head, ...fields };
    return saveEntry(file, text, next, body?.blocks ?? [], orderOf(present(formOf(file, forms)), next));
  }

  test('a text has the name that git gives it', async () => {
    expect(await blobSha(first[term] ?? '')).toBe(server.git(['rev-parse', `main:${term}`]).trim());
  });

  test('all texts come from the branch; those that came with the page are not asked for', async () => {
    const { texts } = await deskOf('lan', { [term]: first[term] ?? '', [guide]: 'an older text' });
    expect(Object.fromEntries(texts)).toEqual(first);
  });

  test('what is handed in is a commit with the bytes of the writer, and a proposal', async () => {
    const { host, store, texts } = await deskOf('lan');
    const before = present(texts.get(term));
    const text = written(term, before, { meaning: 'Dãy số dùng một lần: không đọc cho ai.' });
    expect(await store.handIn(term, before, text)).toEqual({ kind: 'saved' });
    const branch = 'de-nghi/lan/terms-otp';
    expect(server.text(term, branch)).toBe(text);
    expect(text.split('\n').filter((line) => !before.includes(line))).toEqual([
      'meaning: "Dãy số dùng một lần: không đọc cho ai."',
    ]);
    expect(server.text(term)).toBe(before);
    expect(server.git(['log', '-1', '--format=%an %s', branch]).trim()).toBe('Nguyễn Thị Lan Sửa: Mã OTP');
    expect(server.git(['diff', '--name-only', 'main', branch]).trim()).toBe(term);
    const pulls = await host.pulls();
    expect(pulls.map((pull) => [pull.branch, pull.title, pull.user.name])).toEqual([
      [branch, 'Sửa: Mã OTP', place.kind === 'github' ? 'lan' : 'Nguyễn Thị Lan'],
    ]);
    // The author goes on with what they proposed, in the same proposal, also after a reload.
    const again = await deskOf('lan');
    expect(again.texts.get(term)).toBe(text);
    const more = written(term, text, { spoken: 'ô tê pi' });
    expect(await again.store.handIn(term, text, more)).toEqual({ kind: 'saved' });
    expect(server.text(term, branch)).toBe(more);
    expect((await host.pulls()).length).toBe(1);
    expect((await deskOf('hung')).texts.get(term)).toBe(before);
  });

  test('a new entry is proposed too', async () => {
    const { host, store } = await deskOf('lan');
    const text = 'term: Mã PIN\nmeaning: Bốn hay sáu số.\n';
    expect(await store.handIn('content/terms/pin.yaml', '', text)).toEqual({ kind: 'saved' });
    expect(server.text('content/terms/pin.yaml', 'de-nghi/lan/terms-pin')).toBe(text);
    expect((await host.pulls())[0]?.title).toBe('Thêm: Mã PIN');
  });

  test('a photo is proposed with its picture in one commit; taken anew it is replaced', async () => {
    const { host, store } = await deskOf('lan');
    const file = 'content/photos/lop-toi.yaml';
    const [one, two] = [Uint8Array.of(0xff, 0xd8, 0, 1), Uint8Array.of(0xff, 0xd8, 0, 2, 255)];
    const text = 'alt: Bốn bác ngồi quanh bàn\n';
    expect(await store.handIn(file, '', text, one)).toEqual({ kind: 'saved' });
    const branch = 'de-nghi/lan/photos-lop-toi';
    expect(server.git(['diff', '--name-only', 'main', branch]).trim().split('\n')).toEqual([
      'content/photos/lop-toi.jpg',
      file,
    ]);
    expect(await host.file('content/photos/lop-toi.jpg', branch)).toEqual(one);
    expect(await store.photo(file)).toEqual(one);
    // Another picture of the same size: not one letter of the entry changes.
    expect(await store.handIn(file, text, text, two)).toEqual({ kind: 'saved' });
    expect(await store.photo(file)).toEqual(two);
    expect((await host.pulls()).length).toBe(1);
  });

  /** Approves a proposal as the page of a reviewer does. */
  async function approved(login: string, number: number, file: string, day = '2026-11-29') {
    const { host } = await deskOf(login);
    const pull = await host.pull(number);
    const wanted = (await textAt(host, file, pull.tip)) ?? '';
    const approval = { role: 'Trưởng phòng', unit: 'Sở Khoa học và Công nghệ', day };
    return approve(host, 'main', pull, [{ file, now: '', wanted }], approval, forms);
  }

  test('another saved the same entry first: nothing is written over, both texts are there', async () => {
    const lan = await deskOf('lan');
    const hung = await deskOf('hung');
    const before = present(lan.texts.get(term));
    const hers = written(term, before, { meaning: 'Chữ của Lan.' });
    const his = written(term, before, { meaning: 'Chữ của Hùng.' });
    await lan.store.handIn(term, before, hers);
    expect(await approved('mai', 1, term)).toContain('Đã duyệt');
    // What he began from is no more what stands there: he gets it, and his own words are still with him.
    const now = server.text(term);
    // Who read it stands in the entry itself.
    const said = 'reviewedBy: { role: Trưởng phòng, unit: Sở Khoa học và Công nghệ, day: 2026-11-29 }';
    expect(now).toBe(`${hers}${said}\n`);
    expect(await hung.store.handIn(term, before, his)).toEqual({ kind: 'changed', text: now });
    expect(server.git(['branch', '--list', 'de-nghi/hung/*'])).toBe('');
    expect(await hung.store.handIn(term, now, written(term, now, { spoken: 'ô tê pi' }))).toEqual({
      kind: 'saved',
    });
  });

  test('two proposals for the same words: the second is not taken in, both texts stay', async () => {
    const lan = await deskOf('lan');
    const hung = await deskOf('hung');
    const before = present(lan.texts.get(term));
    const his = written(term, before, { meaning: 'Chữ của Hùng.' });
    await lan.store.handIn(term, before, written(term, before, { meaning: 'Chữ của Lan.' }));
    await hung.store.handIn(term, before, his);
    await approved('mai', 1, term);
    expect(await approved('mai', 2, term)).toContain('chưa ghép được');
    expect(server.text(term)).toContain('Chữ của Lan.');
    expect(server.text(term, 'de-nghi/hung/terms-otp')).toBe(his);
    // Its author begins anew: what he began from can be had, then the proposal makes room.
    const mine = await hung.host.pull(2);
    expect(mine.mergeable).toBe(false);
    expect(await textAt(hung.host, term, mine.base)).toBe(before);
    await hung.host.withdraw(mine);
    expect(await hung.host.pulls()).toEqual([]);
    expect(server.git(['branch', '--list', 'de-nghi/hung/*'])).toBe('');
  });

  test('approval writes role, unit and day and takes that commit in; a second stands beside it', async () => {
    const lan = await deskOf('lan');
    const before = present(lan.texts.get(guide));
    const text = before.replace('của bạn', 'ngân hàng của bạn');
    await lan.store.handIn(guide, before, text);
    const event = 'content/guides/tien/gui-tien.mdx';
    const fresh = '---\nnumber: 63\ntitle: Gửi tiền\n---\nMở ứng dụng.\n';
    await lan.store.handIn(event, '', fresh);
    expect(await approved('hung', 1, guide)).toContain('Đã duyệt đề nghị số 1');
    expect(await approved('hung', 2, event)).toContain('Đã duyệt đề nghị số 2');
    expect(server.text(guide)).toBe(text);
    expect(server.text(event)).toBe(fresh);
    expect(server.text('content/edition.yaml')).toBe(
      `name: Sổ tay
# số của xã
contacts: []
reviewed:
  - role: Trưởng phòng
    unit: Sở Khoa học và Công nghệ
    day: 2026-11-29
    guides: [tien/quet-ma, tien/gui-tien]
`,
    );
    expect(server.reviews.map(({ user, event: what }) => [user, what])).toEqual([
      ['hung', 'APPROVED'],
      ['hung', 'APPROVED'],
    ]);
    expect(server.git(['log', '-1', '--format=%b', 'main']).trim()).toBe(
      'Duyệt: Trưởng phòng, Sở Khoa học và Công nghệ, ngày 2026-11-29',
    );
    expect(server.git(['branch', '--list', 'de-nghi/*'])).toBe('');
  });

  test('nobody approves their own proposal; one that moved on is read again', async () => {
    const lan = await deskOf('lan');
    const before = present(lan.texts.get(term));
    await lan.store.handIn(term, before, written(term, before, { meaning: 'Một.' }));
    await expect(approved('lan', 1, term)).rejects.toThrow('approve your own pull is not allowed');
    const hung = await deskOf('hung');
    const shown = await hung.host.pull(1);
    const now = server.text(term, 'de-nghi/lan/terms-otp');
    const more = written(term, now, { meaning: 'Hai.' });
    expect(await lan.store.handIn(term, now, more)).toEqual({ kind: 'saved' });
    const approval = { role: 'Trưởng phòng', unit: 'Sở', day: '2026-11-29' };
    const changes = [{ file: term, now: '', wanted: now }];
    const said = await approve(hung.host, 'main', shown, changes, approval, forms);
    expect(said).toContain('vừa được sửa thêm');
    expect(server.text(term)).toBe(before);
  });

  test('who is not signed in, or has no net, is told so in Vietnamese', async () => {
    const { texts } = await deskOf('lan');
    const text = present(texts.get(term));
    const out = new GitStore(hostOf(place, 'nothing'), place, { login: 'lan', name: '' }, []);
    await expect(out.handIn(term, text, 'x')).rejects.toThrow('Phiên đăng nhập đã hết');
    const gone = { ...place, server: 'http://127.0.0.1:1' };
    const away = new GitStore(hostOf(gone, 'nothing'), gone, { login: 'lan', name: '' }, []);
    await expect(away.handIn(term, text, 'x')).rejects.toThrow('Không tới được máy chủ');
  });
});
