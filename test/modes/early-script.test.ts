/** The inline script, run in a bare context: order of sources, what it keeps, what it refuses, its size. */
import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { modeTokens, presets } from '../../src/modes/settings.ts';
import { earlyScript, earlyScriptHash } from '../../src/modes/early-script.ts';

interface Stores {
  local?: string;
  session?: string;
  closed?: boolean;
  shared?: boolean;
}
function run(
  search: string,
  { local, session, closed = false, shared = false }: Stores = {},
): Record<'shown' | 'session' | 'local', string | undefined> & { readonly shared?: string } {
  const localStorage: Record<string, string> = local === undefined ? {} : { 'che-do': local };
  if (shared) localStorage.luu = 'khong';
  const sessionStorage: Record<string, string> = session === undefined ? {} : { 'che-do': session };
  const dataset: Record<string, string> = {};
  const context = { location: { search }, URLSearchParams, document: { documentElement: { dataset } } };
  const refuse = {
    get: () => {
      throw new Error('SecurityError');
    },
  };
  Object.defineProperty(context, 'localStorage', closed ? refuse : { value: localStorage });
  Object.defineProperty(context, 'sessionStorage', closed ? refuse : { value: sessionStorage });
  runInNewContext(earlyScript, context);
  return {
    shown: dataset.cheDo,
    session: sessionStorage['che-do'],
    local: localStorage['che-do'],
    ...(dataset.luu === undefined ? {} : { shared: dataset.luu }),
  };
}

describe('early script', () => {
  test('at most 640 bytes, ASCII, and its hash is its own', () => {
    expect(Buffer.byteLength(earlyScript)).toBeLessThanOrEqual(640);
    expect(earlyScript).toMatch(/^[\x20-\x7e]+$/);
    expect(earlyScriptHash).toBe(`'sha256-${createHash('sha256').update(earlyScript).digest('base64')}'`);
  });
  test('nothing asked: nothing shown', () =>
    expect(run('')).toEqual({ shown: undefined, session: undefined, local: undefined }));
  test('the address counts, and is kept for the tab only', () =>
    expect(run('?che-do=nen-toi', { session: 'tinh', local: 'chu-to' })).toEqual({
      shown: 'nen-toi',
      session: 'nen-toi',
      local: 'chu-to',
    }));
  test('a word that is no mode puts out none, from a misprinted code or an old tab', () => {
    expect(run('?che-do=khong-co', { session: 'tinh', local: 'chu-to' })).toEqual({
      shown: 'tinh',
      session: 'tinh',
      local: 'chu-to',
    });
    expect(run('', { session: 'xin-chao', local: 'chu-to' }).shown).toBe('chu-to');
    const names = [...modeTokens, ...Object.keys(presets), 'binh-thuong'];
    expect(names.filter((name) => run(`?che-do=${name}`).session !== name)).toEqual([]);
    expect(names.length).toBeGreaterThan(14);
  });
  test('then the tab', () =>
    expect(run('?q=a', { session: 'tinh', local: 'chu-to' })).toEqual({
      shown: 'tinh',
      session: 'tinh',
      local: 'chu-to',
    }));
  test('then the device', () =>
    expect(run('', { local: 'chu-to,de-bam' })).toEqual({
      shown: 'chu-to de-bam',
      session: undefined,
      local: 'chu-to,de-bam',
    }));
  test('a plus parts modes too: an address gives it as a space, or escaped', () => {
    expect(run('?che-do=chu-to+nen-toi').shown).toBe('chu-to nen-toi');
    expect(run('?che-do=chu-to%2Bnen-toi').shown).toBe('chu-to nen-toi');
  });
  test('a machine that many use: said by the address or by the device, and the tab keeps nothing', () => {
    const byAddress = run('?che-do=may-chung+chu-to');
    expect([byAddress.shared, byAddress.shown, byAddress.session]).toEqual([
      'khong',
      'may-chung chu-to',
      undefined,
    ]);
    expect(run('?che-do=tinh', { shared: true })).toMatchObject({ shared: 'khong', session: undefined });
    expect(run('?che-do=tinh').shared).toBeUndefined();
    expect(run('?che-do=may-chung', { closed: true }).shared).toBe('khong');
  });
  test('closed storage: the address still works', () =>
    expect(run('?che-do=chu-to,tinh', { closed: true }).shown).toBe('chu-to tinh'));
  test('closed storage, nothing asked', () => expect(run('', { closed: true }).shown).toBeUndefined());
  test('all modes at once', () =>
    expect(run(`?che-do=${modeTokens.join(',')}`).shown).toBe(modeTokens.join(' ')));
  test.each(Object.entries(presets))('the preset %s is opened into its modes', (name, modes) => {
    expect(run(`?che-do=${name}`).shown).toBe(modes.join(' '));
    expect(run(`?che-do=${name},tinh`).shown).toBe([...modes, 'tinh'].join(' '));
    expect(run('', { local: name }).local).toBe(name);
  });
  test.each([
    '?che-do=',
    '?che-do=%3Cscript%3E',
    '?che-do=chu-to%22',
    `?che-do=${'a'.repeat(91)}`,
    '?che-do=CHU-TO',
    '?che-do=chu-to%0A',
    '?che-do=ch%E1%BB%AF',
  ])('refused: %s', (search) => {
    expect(run(search, { local: 'tinh' })).toEqual({ shown: 'tinh', session: undefined, local: 'tinh' });
  });
  test('a hostile value in a storage is refused too', () =>
    expect(run('', { session: '"onload=x', local: 'x;y' }).shown).toBeUndefined());
});
