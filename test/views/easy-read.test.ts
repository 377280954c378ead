import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { pictures } from '../../src/components/prose/pictures.ts';
import { prove } from '../../src/gate/prove.ts';
import { joinHandbook, type EasyRead } from '../../src/handbook/handbook.ts';
import { easyReadView } from '../../src/views/easy-read.ts';

const { entries } = readContent(process.cwd());
const h = joinHandbook(entries, prove(entries));

describe('easy-read versions in the handbook', () => {
  it('are joined to their guide both ways, in the order of numbers', () => {
    expect(h.easyRead.length).toBeGreaterThanOrEqual(15);
    for (const e of h.easyRead) {
      expect(e.guide.easyRead).toBe(e);
      expect(e.address).toBe(`/de-doc/${e.guide.id.split('/')[1]}/`);
      expect(pictures[e.data.picture]).toBeDefined();
    }
    expect(h.guides.filter((g) => g.easyRead).length).toBe(h.easyRead.length);
    const numbers = h.easyRead.map((e) => e.guide.data.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
  it('lead on only to guides that have an easy-read version too', () => {
    const views = h.easyRead.map((e) => easyReadView(e, h.edition));
    const next = views.flatMap((v) => v.next);
    expect(next.length).toBeGreaterThan(3);
    for (const l of next) expect(h.easyRead.map((e) => e.address)).toContain(l.href);
    for (const v of views) expect(v.review).not.toBe('');
  });
  it('say when the full guide was mended later, and when they are out of date', () => {
    const e = h.easyRead[0]!;
    const later: EasyRead = {
      ...e,
      guide: { ...e.guide, data: { ...e.guide.data, checked: '2099-01-02', reviewEvery: 30 } },
    };
    expect(easyReadView(later, e.data.checked)).toMatchObject({ older: '2099-01-02' });
    expect(easyReadView(later, e.data.checked)).not.toHaveProperty('stale');
    expect(easyReadView(later, '2099-01-02')).toHaveProperty('stale');
    expect(easyReadView(e, e.data.checked)).not.toHaveProperty('older');
  });
});
