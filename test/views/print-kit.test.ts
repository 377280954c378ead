/** What stands on sheets and slides: nothing goes without being said, all steps stay, what is dangerous keeps its box. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { prove } from '../../src/gate/prove.ts';
import { joinHandbook } from '../../src/handbook/handbook.ts';
import { plain, screensOf } from '../../src/markdown/tree.ts';
import { guideDeck, programmeDeck, wall } from '../../src/views/deck.ts';
import { handoutView, noteOf, paper } from '../../src/views/handout.ts';
import { callsOf, paperWords, points } from '../../src/views/paper.ts';
import { familySheet, mentorCards, posters, sheetFiles } from '../../src/views/print-kit.ts';

const { entries } = readContent(process.cwd());
const proof = prove(entries);
const h = joinHandbook(entries, proof);
const words = paperWords(h);
const views = h.guides.map((g) => ({
  g,
  v: handoutView(g, h),
  steps: g.tree.sections.filter((s) => s.kind === 'steps').flatMap((s) => s.steps),
}));

describe('handouts', () => {
  test('every guide has one, within the field of a sheet, in letters of 16 to 20 points', () => {
    expect(views.length).toBe(h.guides.length);
    expect(views.length).toBeGreaterThan(120);
    for (const { v, g } of views) {
      expect(v.height, g.id).toBeLessThanOrEqual(paper.height);
      expect(v.size, g.id).toBeGreaterThanOrEqual(16);
      expect(v.size, g.id).toBeLessThanOrEqual(20);
    }
  });
  test('no step is lost or changes its place; its title stands whole; a text is the beginning of the guide’s own', () => {
    let looked = 0;
    for (const { v, steps, g } of views) {
      const shown = v.lists.flatMap((l) => l.steps);
      expect(
        shown.map((s) => s.title),
        g.id,
      ).toEqual(steps.map((s) => s.title));
      shown.forEach((s, i) => {
        const own = points(steps[i]!.blocks)
          .map((p) => plain(p, words))
          .join(' ');
        expect(
          own.startsWith(
            points(s.blocks)
              .map((p) => plain(p, words))
              .join(' '),
          ),
          `${g.id} step ${i + 1}`,
        ).toBe(true);
        const said = points(s.blocks)
          .map((p) => plain(p, words))
          .join(' ');
        expect(said.split('“').length, `${g.id} step ${i + 1}: nobody is cut short`).toBe(
          said.split('”').length,
        );
        looked++;
      });
    }
    expect(looked).toBeGreaterThan(800);
  });
  test('a sheet says that it is shortened exactly when something is missing, with the number', () => {
    let cut = 0;
    for (const { v, steps, g } of views) {
      const section = (kind: string) =>
        points(g.tree.sections.find((s) => s.kind === kind)?.blocks ?? []).length;
      const text = (list: readonly { blocks: (typeof steps)[number]['blocks'] }[]): string =>
        list.flatMap((s) => points(s.blocks).map((p) => plain(p, words))).join(' ');
      const missing =
        text(v.lists.flatMap((l) => l.steps)) !== text(steps) ||
        v.lists.flatMap((l) => l.steps).filter((s) => s.screen).length <
          steps.flatMap((s) => screensOf(s.blocks)).length ||
        v.needs.length < section('needs') ||
        v.safety.length < section('safety');
      expect(v.cut, g.id).toBe(missing);
      expect(noteOf(v), g.id).toContain(`số ${g.data.number}`);
      if (v.cut) {
        expect(noteOf(v)).toContain('rút gọn');
        cut++;
      }
    }
    console.log(
      `handouts: ${views.length}, ${views.length - cut} whole, ${cut} shortened; ${views.filter((x) => x.v.lists.flatMap((l) => l.steps).some((s) => s.blocks.length === 0)).length} with a step of which only the title stands; ${views.filter((x) => x.v.lists.some((l) => l.steps.some((s) => s.screen))).length} with a drawn screen`,
    );
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(views.length);
  });
  test('money and sign-in keep their safety box; whom to call is named', () => {
    const risky = views.filter((x) => x.g.data.risk !== 'none');
    expect(risky.length).toBeGreaterThan(80);
    for (const { v, g } of risky) expect(v.safety.length, g.id).toBeGreaterThanOrEqual(2);
    for (const { v, g } of views)
      expect(
        v.calls.map((c) => c.name),
        g.id,
      ).toEqual(callsOf(g, h).map((c) => c.name));
  });
  test('an edition’s own contact takes the place of the line to write on', () => {
    const own = joinHandbook(
      {
        ...entries,
        site: [
          {
            ...entries.site[0]!,
            data: {
              ...entries.site[0]!.data,
              contacts: [
                {
                  id: 'cong-an-xa',
                  name: 'Công an xã Mẫu',
                  phone: '0123 456 789',
                  where: 'Trụ sở',
                  use: 'Trình báo',
                },
              ],
            },
          },
        ],
      },
      proof,
    );
    const calls = handoutView(
      own.guides.find((g) => g.data.number === 80)!,
      own,
    ).calls;
    expect(calls).toContainEqual({ name: 'Công an xã Mẫu', number: '0123 456 789', local: true });
    expect(posters(own).find((p) => p.kind === 'guide')!.calls).toEqual([
      { name: 'Công an xã Mẫu', number: '0123 456 789', local: true },
    ]);
  });
  test('a guide whose titles alone are too many is refused by name', () => {
    const g = h.guides[0]!;
    const step = {
      ...g.tree.sections.find((s) => s.kind === 'steps')!.steps[0]!,
      title: 'Một bước có tên rất dài, dài hơn một dòng của tờ giấy khổ A4 chữ to',
    };
    const endless = {
      ...g,
      tree: {
        ...g.tree,
        sections: g.tree.sections.map((s) =>
          s.kind === 'steps' ? { ...s, steps: Array.from({ length: 40 }, () => step) } : s,
        ),
      },
    };
    expect(() => handoutView(endless, h)).toThrow(g.file);
  });
});

describe('posters, cards, family', () => {
  test('the scam poster, the numbers and the festival are there; every chosen guide has one', () => {
    const all = posters(h);
    expect(all.map((p) => p.name)).toEqual([...new Set(all.map((p) => p.name))]);
    for (const name of ['80', 'so-goi', 'ngay-hoi-10-10']) expect(all.map((p) => p.name)).toContain(name);
    for (const g of h.printKit.posters) expect(all.map((p) => p.name)).toContain(String(g.data.number));
    const scam = all.find((p) => p.name === '80')!;
    expect(scam.steps.map((s) => s.title)).toEqual(
      h.guides
        .find((g) => g.data.number === 80)!
        .tree.sections.find((s) => s.kind === 'steps')!
        .steps.slice(0, 4)
        .map((s) => s.title),
    );
    expect(scam.calls.map((c) => c.number)).toContain('113');
    expect(all.find((p) => p.name === 'so-goi')!.numbers.map((c) => c.number)).toEqual(
      expect.arrayContaining(['113', '114', '115', '111', '156']),
    );
    expect(all.find((p) => p.name === 'ngay-hoi-10-10')!.tables.map((x) => x.number)).toEqual(
      h.printKit.festival.map((g) => g.data.number),
    );
  });
  test('cards are tables of five by five, in pairs, the last one blank; no card asks for a name', () => {
    const { cards, frames } = mentorCards(h);
    expect(cards.length % 2).toBe(0);
    expect(cards.filter((c) => c.title !== undefined).length).toBe(h.printKit.mentorCards.length);
    for (const c of cards.filter((x) => x.title !== undefined)) expect(c.guides).toHaveLength(5);
    expect(cards.at(-1)!.guides).toEqual([]);
    expect(frames.map((f) => f.title)).toContain('Mười lăm phút cho một việc');
    const family = familySheet(h);
    expect(family.rows.map((r) => r.number)).toEqual(h.printKit.family.map((g) => g.data.number));
    expect(family.rules.length).toBeGreaterThan(1);
    expect(family.frame?.title).toBe('Buổi tối hai mươi phút');
  });
  test('files have names of their own', () => {
    const { sheets, slides } = sheetFiles(h);
    const names = [...sheets, ...slides].map((s) => s.file);
    expect(new Set(names).size).toBe(names.length);
    expect(sheets.length).toBeGreaterThan(170);
    expect(slides.length).toBe(h.guides.length + h.programmes.length);
  });
});

describe('slides', () => {
  test('title first, then all steps in order, each with what it says and shows; number and code first and last', () => {
    let split = 0;
    for (const g of h.guides) {
      const { slides } = guideDeck(g, h);
      const steps = g.tree.sections.filter((s) => s.kind === 'steps').flatMap((s) => s.steps);
      const shown = slides.filter((s) => s.kind === 'step');
      expect(
        shown.filter((s) => !s.heading.endsWith('(tiếp)')).map((s) => s.heading),
        g.id,
      ).toEqual(steps.map((s) => s.title));
      expect(
        shown
          .map((s) => s.points.map((p) => plain(p, words)).join(' '))
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
        g.id,
      ).toBe(
        steps
          .flatMap((s) => points(s.blocks).map((p) => plain(p, words)))
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      );
      expect(
        shown.flatMap((s) => s.screen ?? []),
        g.id,
      ).toEqual(steps.flatMap((s) => screensOf(s.blocks)));
      for (const s of [slides[0]!, slides.at(-1)!])
        expect([s.number, s.way?.code]).toEqual([g.data.number, `${h.site.url}/${g.data.number}/`]);
      split += slides.length - new Set(slides.map((s) => s.heading.replace(/ \(tiếp\)$/, ''))).size;
      if (g.data.risk !== 'none')
        expect(
          slides.map((s) => s.heading),
          g.id,
        ).toContain('Giữ an toàn');
    }
    console.log(
      `slides: ${h.guides.reduce((n, g) => n + guideDeck(g, h).slides.length, 0)} of ${h.guides.length} guides, ${split} continuations`,
    );
    expect(wall.width).toBeLessThan(100);
  });
  test('a session has its outline on the clock and the trainer’s part in the notes', () => {
    expect(h.programmes.length).toBeGreaterThan(0);
    for (const p of h.programmes) {
      const { slides } = programmeDeck(p, h);
      for (const x of p.parts)
        expect(
          slides.some((s) => s.heading === x.title && s.notes.includes(x.trainer)),
          `${p.id}: ${x.title}`,
        ).toBe(true);
      for (const q of p.questions)
        expect(
          slides.some((s) => s.heading === q.ask),
          p.id,
        ).toBe(true);
      expect(slides[0]!.way?.code).toContain(p.id);
    }
  });
});
