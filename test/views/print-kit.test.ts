/**
 * What stands on sheets and slides: nothing goes without being said, all steps stay, what is dangerous keeps
 * its box.
 */
import { present } from '../present.ts';
import { describe, expect, test } from 'vitest';
import { joinHandbook } from '../../src/handbook/join.ts';
import { picturesOf, screensOf } from '../../src/markdown/lines.ts';
import { pictureFrames } from '../../src/components/prose/pictures.ts';
import { plain } from '../../src/markdown/tree.ts';
import { guideDeck, programmeDeck, wall } from '../../src/outputs/slides/deck.ts';
import { handoutView, noteOf, paper } from '../../src/outputs/print/handout.ts';
import { callsOf, paperWords, points, wholeSentences } from '../../src/books/paper.ts';
import { familySheet, mentorCards, posters, sheetFiles } from '../../src/outputs/print/print-kit.ts';
import { realContent, realHandbook, realProof } from '../real.ts';
import { floor, isNational } from '../national/edition.ts';

const entries = realContent();
const proof = realProof();
const handbook = realHandbook();
const words = paperWords(handbook);
const views = handbook.guides.map((guide) => ({
  g: guide,
  v: handoutView(guide, handbook),
  steps: guide.tree.sections
    .filter((section) => section.kind === 'steps')
    .flatMap((section) => section.steps),
}));

describe('handouts', () => {
  test('every guide has one, within the field of a sheet, in letters of 16 to 20 points', () => {
    expect(views.length).toBe(handbook.guides.length);
    expect(views.length).toBeGreaterThan(floor(120));
    for (const { v: view, g: guide } of views) {
      expect(view.height, guide.id).toBeLessThanOrEqual(paper.height);
      expect(view.size, guide.id).toBeGreaterThanOrEqual(16);
      expect(view.size, guide.id).toBeLessThanOrEqual(20);
    }
  });
  test('no step is lost or changes its place; its title stands whole; its sentences are the guide’s own, in their order', () => {
    let looked = 0;
    for (const { v: view, steps, g: guide } of views) {
      const shown = view.lists.flatMap((list) => list.steps);
      expect(
        shown.map((step) => step.title),
        guide.id,
      ).toEqual(steps.map((step) => step.title));
      shown.forEach((step, index) => {
        const textOf = (blocks: (typeof step)['blocks']): string =>
          points(blocks)
            .map((point) => plain(point, words))
            .join('\n');
        const place = `${guide.id} step ${index + 1}`;
        const own = textOf(present(steps[index], 'an item of steps').blocks);
        const said = textOf(step.blocks);
        let from = 0;
        for (const sentence of wholeSentences(said)) {
          const at = own.replaceAll('\n', ' ').indexOf(sentence, from);
          expect(at, `${place}: ${sentence}`).toBeGreaterThanOrEqual(from);
          from = at + sentence.length;
        }
        expect(said.split('“').length, `${place}: nobody is cut short`).toBe(said.split('”').length);
        looked++;
      });
    }
    expect(looked).toBeGreaterThan(floor(800));
  });
  test('most sheets show something to whoever does not read; no step loses all its words', () => {
    const shown = views.map(({ v: view }) => view.lists.flatMap((list) => list.steps));
    const bare = views.filter(
      ({ steps }, index) =>
        steps.some(
          ({ blocks }) =>
            screensOf(blocks).length > 0 ||
            picturesOf(blocks).some(({ name }) => pictureFrames(name).length === 1),
        ) && !present(shown[index], 'the steps of a sheet').some(({ picture, screen }) => picture ?? screen),
    );
    expect(shown.flat().filter(({ picture }) => picture).length).toBeGreaterThan(floor(100));
    // A picture never takes the place of the screen of its step, nor stands on a step that has none.
    for (const { v: view, steps, g: guide } of views)
      view.lists
        .flatMap((list) => list.steps)
        .forEach(({ picture, screen }, index) => {
          if (!picture) return;
          expect(screen, guide.id).toBeUndefined();
          expect(picturesOf(present(steps[index], 'a step').blocks), guide.id).toContain(picture);
        });
    // Sheets too full for any drawing, and steps too many for words: these only fall.
    if (!isNational) return;
    expect(bare.length).toBeLessThanOrEqual(9);
    const silent = views.flatMap(({ g: guide, steps }, index) =>
      steps.flatMap(({ title, blocks }, at) =>
        points(blocks).length > 0 && shown[index]?.[at]?.blocks.length === 0 ? [`${guide.id}: ${title}`] : [],
      ),
    );
    expect(silent).toEqual([]);
  });
  test('a list stays with the words that begin it, a path with its title', () => {
    let begun = 0;
    for (const { v: view, steps, g: guide } of views)
      view.lists
        .flatMap((list) => list.steps)
        .forEach(({ blocks }, index) => {
          const text = (of: (typeof steps)[number]['blocks']): string =>
            points(of)
              .map((point) => plain(point, words))
              .join(' ');
          if (!present(steps[index], 'a step').blocks.some(({ kind }) => kind === 'path' || kind === 'list'))
            return;
          const said = text(blocks);
          expect(said, `${guide.id} step ${index + 1}`).not.toMatch(/:$/);
          for (const block of present(steps[index], 'a step').blocks)
            if (block.kind === 'path' && said.includes(block.title))
              expect(said, `${guide.id} step ${index + 1}`).toContain(text([block]));
          begun++;
        });
    expect(begun).toBeGreaterThan(floor(10));
  });
  test('where a step of a shortened sheet keeps any words, it keeps those that are to be said aloud', () => {
    let kept = 0;
    for (const { v: view, steps, g: guide } of views)
      view.lists
        .flatMap((list) => list.steps)
        .forEach((step, index) => {
          const [own, said] = [present(steps[index], 'an item of steps').blocks, step.blocks].map((blocks) =>
            points(blocks)
              .map((point) => plain(point, words))
              .join('\n'),
          );
          const aloud = wholeSentences(present(own, 'own')).find((sentence) =>
            /^(?:Hãy n|N)ói(?: với cán bộ)?: “/.test(sentence),
          );
          if (!view.cut || aloud === undefined || said === '') return;
          expect(said, `${guide.id} step ${index + 1}`).toContain(aloud);
          kept++;
        });
    expect(kept).toBeGreaterThan(floor(3));
  });
  test('a sheet says that it is shortened exactly when something is missing, with the number', () => {
    let cut = 0;
    for (const { v: view, steps, g: guide } of views) {
      const section = (kind: string) =>
        points(guide.tree.sections.find((candidate) => candidate.kind === kind)?.blocks ?? []).length;
      const text = (list: readonly { blocks: (typeof steps)[number]['blocks'] }[]): string =>
        list.flatMap((item) => points(item.blocks).map((point) => plain(point, words))).join(' ');
      const missing =
        text(view.lists.flatMap((list) => list.steps)) !== text(steps) ||
        view.lists.flatMap((list) => list.steps).filter((step) => step.screen).length <
          steps.flatMap((step) => screensOf(step.blocks)).length ||
        view.needs.length < section('needs') ||
        view.safety.length < section('safety');
      expect(view.cut, guide.id).toBe(missing);
      expect(noteOf(view), guide.id).toContain(`số ${guide.data.number}`);
      if (view.cut) {
        expect(noteOf(view)).toContain('rút gọn');
        cut++;
      }
    }
    console.log(
      `handouts: ${views.length}, ${views.length - cut} whole, ${cut} shortened; ${views.filter((view) => view.v.lists.flatMap((list) => list.steps).some((step) => step.blocks.length === 0)).length} with a step of which only the title stands; ${views.filter((view) => view.v.lists.some((list) => list.steps.some((step) => step.screen))).length} with a drawn screen`,
    );
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(views.length);
  });
  test('money and sign-in keep their safety box; whom to call is named', () => {
    const risky = views.filter((view) => view.g.data.risk !== 'none');
    expect(risky.length).toBeGreaterThan(floor(80));
    for (const { v: view, g: guide } of risky)
      expect(view.safety.length, guide.id).toBeGreaterThanOrEqual(guide.card ? 1 : 2);
    for (const { v: view, g: guide } of views)
      expect(
        view.calls.map((call) => call.name),
        guide.id,
      ).toEqual(callsOf(guide, handbook).map((call) => call.name));
  });
  test('an edition’s own contact takes the place of the line to write on', () => {
    const own = joinHandbook(
      {
        ...entries,
        site: [
          {
            ...present(entries.site[0], 'item 0 of site'),
            data: {
              ...present(entries.site[0], 'item 0 of site').data,
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
      present(
        own.guides.find((guide) => guide.data.number === 80),
        'one of guides',
      ),
      own,
    ).calls;
    expect(calls).toContainEqual({ name: 'Công an xã Mẫu', number: '0123 456 789', local: true });
    expect(posters(own).find((poster) => poster.kind === 'guide')?.calls).toEqual([
      { name: 'Công an xã Mẫu', number: '0123 456 789', local: true },
    ]);
  });
  test('a guide whose titles alone are too many is refused by name', () => {
    const guide = present(handbook.guides[0], 'item 0 of guides');
    const step = {
      ...present(
        present(
          guide.tree.sections.find((section) => section.kind === 'steps'),
          'one of sections',
        ).steps[0],
        'item 0 of steps',
      ),
      title: 'Một bước có tên rất dài, dài hơn một dòng của tờ giấy khổ A4 chữ to',
    };
    const endless = {
      ...guide,
      tree: {
        ...guide.tree,
        sections: guide.tree.sections.map((section) =>
          section.kind === 'steps' ? { ...section, steps: Array.from({ length: 40 }, () => step) } : section,
        ),
      },
    };
    expect(() => handoutView(endless, handbook)).toThrow(guide.file);
  });
});

describe('posters, cards, family', () => {
  test('the scam poster, the numbers and the festival are there; every chosen guide has one', () => {
    const all = posters(handbook);
    expect(all.map((poster) => poster.name)).toEqual([...new Set(all.map((poster) => poster.name))]);
    for (const name of ['80', 'so-goi', 'ngay-hoi-10-10'])
      expect(all.map((poster) => poster.name)).toContain(name);
    for (const poster of handbook.printKit.posters)
      expect(all.map((poster) => poster.name)).toContain(String(poster.data.number));
    const scam = present(
      all.find((poster) => poster.name === '80'),
      'one of all',
    );
    expect(scam.steps.map((step) => step.title)).toEqual(
      present(
        present(
          handbook.guides.find((guide) => guide.data.number === 80),
          'one of guides',
        ).tree.sections.find((section) => section.kind === 'steps'),
        'one of sections',
      )
        .steps.slice(0, 4)
        .map((step) => step.title),
    );
    expect(scam.calls.map((call) => call.number)).toContain('113');
    expect(all.find((poster) => poster.name === 'so-goi')?.numbers.map((call) => call.number)).toEqual(
      expect.arrayContaining(['113', '114', '115', '111', '156']),
    );
    expect(
      all.find((poster) => poster.name === 'ngay-hoi-10-10')?.tables.map((table) => table.number),
    ).toEqual(handbook.printKit.festival.map((guide) => guide.data.number));
  });
  test('cards are tables of five by five, in pairs, the last one blank; no card asks for a name', () => {
    const { cards, frames } = mentorCards(handbook);
    expect(cards.length % 2).toBe(0);
    expect(cards.filter((card) => card.title !== undefined).length).toBe(
      handbook.printKit.mentorCards.length,
    );
    for (const card of cards.filter((card) => card.title !== undefined)) expect(card.guides).toHaveLength(5);
    expect(cards.at(-1)?.guides).toEqual([]);
    expect(frames.map((frame) => frame.title)).toContain('Mười lăm phút cho một việc');
    const family = familySheet(handbook);
    expect(family.rows.map((row) => row.number)).toEqual(
      handbook.printKit.family.map((guide) => guide.data.number),
    );
    expect(family.rules.length).toBeGreaterThan(1);
    expect(family.frame?.title).toBe('Buổi tối hai mươi phút');
  });
  test('files have names of their own', () => {
    const { sheets, slides } = sheetFiles(handbook);
    const names = [...sheets, ...slides].map((sheet) => sheet.file);
    expect(new Set(names).size).toBe(names.length);
    expect(sheets.length).toBeGreaterThan(floor(170));
    expect(slides.length).toBe(handbook.guides.length + handbook.programmes.length);
  });
});

describe('slides', () => {
  test('letters and drawings are large enough for the last row, but where nothing can be parted', () => {
    const slides = handbook.guides.flatMap((guide) => guideDeck(guide, handbook).slides);
    expect(slides.length).toBeGreaterThan(floor(1_500));
    if (!isNational) return;
    // 34 tenths are 39 px of 720, 21 are 24 px. These only fall.
    expect(slides.filter(({ size }) => size < 34).length).toBeLessThanOrEqual(5);
    expect(slides.filter(({ screen, drawn }) => screen && drawn < 21).length).toBeLessThanOrEqual(4);
  });
  test('title first, then all steps in order, each with what it says and shows; number and code first and last', () => {
    let split = 0;
    for (const guide of handbook.guides) {
      const { slides } = guideDeck(guide, handbook);
      const steps = guide.tree.sections
        .filter((section) => section.kind === 'steps')
        .flatMap((section) => section.steps);
      const shown = slides.filter((slide) => slide.kind === 'step');
      expect(
        shown.filter((slide) => !slide.heading.endsWith('(tiếp)')).map((slide) => slide.heading),
        guide.id,
      ).toEqual(steps.map((step) => step.title));
      expect(
        shown
          .map((slide) => slide.points.map((point) => plain(point, words)).join(' '))
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
        guide.id,
      ).toBe(
        steps
          .flatMap((step) => points(step.blocks).map((point) => plain(point, words)))
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      );
      expect(
        shown.flatMap((slide) => slide.screen ?? []),
        guide.id,
      ).toEqual(steps.flatMap((step) => screensOf(step.blocks)));
      for (const slide of [
        present(slides[0], 'item 0 of slides'),
        present(slides.at(-1), 'an item of slides'),
      ])
        expect([slide.number, slide.way?.code]).toEqual([
          guide.data.number,
          `${handbook.site.url}/${guide.data.number}/`,
        ]);
      expect(
        slides.map((slide) => slide.heading).filter((heading) => heading.includes('(tiếp) (tiếp)')),
        guide.id,
      ).toEqual([]);
      split += slides.length - new Set(slides.map((slide) => slide.heading.replace(/ \(tiếp\)$/, ''))).size;
      if (guide.data.risk !== 'none')
        expect(
          slides.map((slide) => slide.heading),
          guide.id,
        ).toContain(guide.card ? 'Dấu hiệu lừa đảo' : 'Giữ an toàn');
    }
    console.log(
      `slides: ${handbook.guides.reduce((total, guide) => total + guideDeck(guide, handbook).slides.length, 0)} of ${handbook.guides.length} guides, ${split} continuations`,
    );
    expect(wall.width).toBeLessThan(100);
  });
  test('a session has its outline on the clock and the trainer’s part in the notes', () => {
    expect(handbook.programmes.length).toBeGreaterThan(0);
    for (const programme of handbook.programmes) {
      const { slides } = programmeDeck(programme, handbook);
      for (const part of programme.parts)
        expect(
          slides.some((slide) => slide.heading === part.title && slide.notes.includes(part.trainer)),
          `${programme.id}: ${part.title}`,
        ).toBe(true);
      for (const question of programme.questions)
        expect(
          slides.some((slide) => slide.heading === question.ask),
          programme.id,
        ).toBe(true);
      expect(slides[0]?.way?.code).toContain(programme.id);
    }
  });
});
