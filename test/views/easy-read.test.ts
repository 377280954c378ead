import { describe, expect, it } from 'vitest';
import { pictureShapes } from '../../src/components/prose/pictures.ts';
import type { EasyRead } from '../../src/handbook/handbook.ts';
import { easyReadView } from '../../src/views/easy-read.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();

describe('easy-read versions in the handbook', () => {
  it('are joined to their guide both ways, in the order of numbers', () => {
    expect(handbook.easyRead.length).toBeGreaterThanOrEqual(15);
    for (const easyRead of handbook.easyRead) {
      expect(easyRead.guide.easyRead).toBe(easyRead);
      expect(easyRead.address).toBe(`/de-doc/${easyRead.guide.id.split('/')[1]}/`);
      expect(pictureShapes(easyRead.data.picture)).toMatch(/^<[a-z]/);
    }
    expect(handbook.guides.filter((guide) => guide.easyRead).length).toBe(handbook.easyRead.length);
    const numbers = handbook.easyRead.map((easyRead) => easyRead.guide.data.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  });
  it('lead on only to guides that have an easy-read version too', () => {
    const views = handbook.easyRead.map((easyRead) => easyReadView(easyRead, handbook.edition));
    const next = views.flatMap((view) => view.next);
    expect(next.length).toBeGreaterThan(3);
    for (const link of next)
      expect(handbook.easyRead.map((easyRead) => easyRead.address)).toContain(link.href);
    for (const view of views) expect(view.review).not.toBe('');
  });
  it('say when the full guide was mended later, and when they are out of date', () => {
    const easyRead = present(handbook.easyRead[0], 'item 0 of easyRead');
    const later: EasyRead = {
      ...easyRead,
      guide: { ...easyRead.guide, data: { ...easyRead.guide.data, checked: '2099-01-02', reviewEvery: 30 } },
    };
    expect(easyReadView(later, easyRead.data.checked)).toMatchObject({ older: '2099-01-02' });
    expect(easyReadView(later, easyRead.data.checked)).not.toHaveProperty('stale');
    expect(easyReadView(later, '2099-01-02')).toHaveProperty('stale');
    expect(easyReadView(easyRead, easyRead.data.checked)).not.toHaveProperty('older');
  });
});
