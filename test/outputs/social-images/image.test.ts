/**
 * Social images: every title stands inside, in letters that are really drawn; files are small, right and the
 * same each time.
 */
import jsQR from 'jsqr';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { lay, maskOf, type FlatCanvas } from '../../../src/outputs/social-images/flat-canvas.ts';
import {
  drawLetter,
  lineWidth,
  missingLetters,
  placeLetters,
  wrapLines,
} from '../../../src/formats/lettering.ts';
import {
  between,
  colour,
  deflateRows,
  nearestIndexes,
  pngOf,
} from '../../../src/outputs/social-images/png.ts';
import { tallImageAddress } from '../../../src/domain/address.ts';
import { qrPath } from '../../../src/formats/qr.ts';
import { stepsOf } from '../../../src/handbook/steps.ts';
import { picturesOf, screensOf } from '../../../src/markdown/lines.ts';
import type { Step } from '../../../src/markdown/tree.ts';
import { socialFile, tallFile } from '../../../src/outputs/social-images/file.ts';
import { files } from '../../../src/outputs/social-images/files.ts';
import { stepsShown } from '../../../src/outputs/social-images/shown.ts';
import { tallShapes, type TallImage } from '../../../src/outputs/social-images/tall.ts';
import {
  ramps,
  socialGround,
  socialPalette,
  socialShapes,
  socialSize,
  titleColumn,
  titleLines,
  type SocialImage,
} from '../../../src/outputs/social-images/image.ts';
import { present } from '../../present.ts';
import { ownAct } from '../../../src/schemas/look.ts';
import { realHandbook } from '../../real.ts';
import { floor } from '../../national/edition.ts';

const handbook = realHandbook();
const look = { act: ownAct, sign: true };
const image = (title: string, value = '83'): SocialImage => ({
  number: { label: 'Bài', value },
  title,
  about: 'Danh tính và dịch vụ công',
  shown: [],
  site: 'Sổ tay số',
  address: `so-tay-so.example/${value}`,
  look,
});

describe('titles', () => {
  test('of all guides fit into the column, by measured width, and every letter of theirs is in the face', () => {
    const sizes = new Map<number, number>();
    for (const guide of handbook.guides) {
      const { lines, size, widest } = titleLines(guide.data.title);
      expect(lines.join(' '), guide.id).toBe(guide.data.title.normalize('NFC'));
      expect(widest, guide.id).toBeLessThanOrEqual(titleColumn);
      expect(missingLetters(`${guide.data.title}${guide.shelf.data.title}`), guide.id).toEqual([]);
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    }
    expect(handbook.guides.length).toBeGreaterThan(floor(100));
    console.log(
      `social images, size of title in px → titles: ${[...sizes]
        .sort((a, b) => b[0] - a[0])
        .map(([score, size]) => `${score} → ${size}`)
        .join(', ')}`,
    );
    expect(Math.min(...sizes.keys())).toBeGreaterThanOrEqual(floor(54));
  });
  test('the widest that may be written (70 capitals) fits too; one endless word takes the smallest size', () => {
    const wide = titleLines('MƯỜNG '.repeat(12).slice(0, 70).trim());
    expect(wide.widest).toBeLessThanOrEqual(titleColumn);
    expect(wide.lines.length * wide.size * 1.22).toBeLessThanOrEqual(220);
    expect(titleLines('m'.repeat(70)).lines).toHaveLength(1);
  });
  test('lines are about equal and lose no word', () => {
    expect(wrapLines('Quét mã QR để trả tiền ở chợ', 84, 1020)).toEqual(['Quét mã QR để', 'trả tiền ở chợ']);
    expect(wrapLines('Một', 84, 1020)).toEqual(['Một']);
    expect(wrapLines('', 84, 1020)).toEqual([]);
  });
});

describe('letters', () => {
  test('marks of Vietnamese change the outline, not the width; the way of writing them does not matter', () => {
    expect(lineWidth('ệ', 100)).toBeCloseTo(lineWidth('ê', 100), 3);
    const outlines = (text: string): string[] => placeLetters(text, 100).map((letter) => letter.outline);
    expect(outlines('ệ')).not.toEqual(outlines('ê'));
    expect(placeLetters('tiền'.normalize('NFD'), 100)).toEqual(placeLetters('tiền', 100));
    expect(lineWidth('tiền'.normalize('NFD'), 100)).toBe(lineWidth('tiền', 100));
  });
  test('stand one after the other, blanks leave room', () => {
    expect(placeLetters('a b', 100).map((letter) => [letter.ch, letter.at])).toEqual([
      ['a', 0],
      ['b', lineWidth('a ', 100)],
    ]);
  });
  test('what the face does not have is named and left out', () => {
    expect(missingLetters('Chợ 市 😀')).toEqual(['市', '😀']);
    expect(placeLetters('市', 100)).toEqual([]);
  });
});

describe('shapes', () => {
  const rows = (canvas: FlatCanvas): string[] =>
    Array.from({ length: canvas.height }, (_, index) =>
      [...canvas.indexes.subarray(index * canvas.width, (index + 1) * canvas.width)].join(''),
    );
  const empty = (): FlatCanvas => ({ width: 6, height: 3, indexes: new Uint8Array(18) });

  test('are cut to what they cover and laid where they belong, edges between ground and colour', async () => {
    const mask = await maskOf('<rect x="1" y="-1" width="2.5" height="1"/>', -2, -4, 10, 8);
    expect([mask.left, mask.top, mask.width, mask.height]).toEqual([1, -1, 3, 1]);
    const canvas = empty();
    lay(canvas, mask, 1, 2, [0, 4, 9]);
    expect(rows(canvas)).toEqual(['000000', '009940', '000000']);
  });
  test('the darker stays where two meet, and nothing falls over the edge into the next row', async () => {
    const half = await maskOf('<rect width="2" height="1" fill-opacity=".5"/>', 0, 0, 2, 1);
    const full = await maskOf('<rect width="2" height="1"/>', 0, 0, 2, 1);
    const canvas = empty();
    lay(canvas, full, 1, 0, [0, 4, 9]);
    lay(canvas, half, 2, 0, [0, 4, 9]);
    lay(canvas, full, 5, 1, [0, 4, 9]);
    lay(canvas, full, -1, 2, [0, 4, 9]);
    lay(canvas, full, 0, 3, [0, 4, 9]);
    lay(canvas, await maskOf('', 0, 0, 2, 2), 0, 0, [0, 9]);
    expect(rows(canvas)).toEqual(['099400', '000009', '900000']);
  });
});

describe('drawings of steps', () => {
  const step = (title: string, ...blocks: Step['blocks']): Step => ({
    id: title,
    title,
    blocks,
    number: 1,
    line: 1,
  });
  const screen = (rows: string[], press?: string, fields: string[] = []): Step['blocks'][number] => ({
    kind: 'screen',
    line: 1,
    screen: { title: 'Zalo', rows, fields, buttons: [], ...(press ? { press } : {}) },
  });
  test('every guide shows three of its steps in their order, of one with only two both', () => {
    let drawn = 0;
    for (const guide of handbook.guides) {
      const shown = stepsShown(guide);
      const steps = stepsOf(guide, 1);
      expect(shown, guide.id).toHaveLength(Math.min(3, steps.length));
      expect(
        shown.map(({ title }) => title),
        guide.id,
      ).toEqual(shown.map(({ number }) => present(steps[number - 1], 'the step').title));
      expect([...shown].sort((one, other) => one.number - other.number)).toEqual(shown);
      drawn += shown.filter((one) => one.drawn).length;
      // Without a drawing stands a step only where the guide has no more drawn ones.
      const bare = shown.some((one) => !one.drawn);
      const more = steps.filter(({ blocks }) => picturesOf(blocks).length + screensOf(blocks).length > 0);
      expect(bare && more.length > shown.filter((one) => one.drawn).length, guide.id).toBe(false);
    }
    console.log(`tall pictures: ${drawn} drawings on ${handbook.guides.length}`);
    expect(drawn).toBeGreaterThan(handbook.guides.length * 2);
  });
  test('a screen is the key pressed in it, else its lines with the pressed one in sight', () => {
    const guide = present(handbook.guides[0], 'a guide');
    const of = (...blocks: Step['blocks']): unknown =>
      present(
        stepsShown({
          ...guide,
          tree: {
            ...guide.tree,
            sections: guide.tree.sections.map((section) => ({
              ...section,
              steps: section.steps.length > 0 ? [step('Một', ...blocks)] : [],
            })),
          },
        })[0],
        'a step',
      ).drawn;
    expect(of(screen(['Tin nhắn', 'Gửi'], 'Gửi'))).toEqual({ kind: 'picture', name: 'send' });
    expect(of(screen(['Một', 'Hai', 'Ba'], 'Hai'))).toEqual({ kind: 'screen', lines: 3, press: 1 });
    const long = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy'];
    expect(of(screen(long, 'Bảy'))).toEqual({ kind: 'screen', lines: 5, press: 4 });
    expect(of(screen([], undefined, ['Ô gõ']))).toEqual({ kind: 'picture', name: 'type-in' });
    expect(of()).toBeUndefined();
  });
});

describe('tall pictures', () => {
  const tall = (number = '83'): TallImage => ({
    ...image('Quét mã QR để trả tiền', number),
    number: { label: 'Bài', value: number },
    steps: [
      { number: 1, title: 'Mở máy ảnh', drawn: { kind: 'picture', name: 'camera' } },
      { number: 2, title: 'Chọn tên', drawn: { kind: 'screen', lines: 4, press: 2 } },
      { number: 3, title: 'Hỏi người bán' },
    ],
    stepWords: (turn) => `Bước ${turn}`,
    say: `Mở sổ tay, gõ số ${number}`,
    code: qrPath(`https://so-tay-so.example/${number}/`),
  });
  test('of all guides keep every word inside the leaf, steps apart from each other and the foot', () => {
    const handed = files(handbook).filter(({ address }) => address.startsWith('/anh/doc/'));
    expect(handed.map(({ address }) => address)).toEqual(
      handbook.guides.map(({ data }) => tallImageAddress(data.number)),
    );
    for (const guide of handbook.guides) {
      const shapes = tallShapes({
        ...tall(String(guide.data.number)),
        title: guide.data.title,
        about: guide.shelf.data.title,
        steps: stepsShown(guide),
      });
      for (const shape of shapes) {
        expect(shape.x, guide.id).toBeGreaterThanOrEqual(floor(104));
        if (shape.kind === 'line') {
          expect(
            shape.x + lineWidth(shape.text, shape.size),
            `${guide.id} ${shape.text}`,
          ).toBeLessThanOrEqual(1027);
          expect(shape.y, `${guide.id} ${shape.text}`).toBeLessThanOrEqual(1350);
          // A line of a step would run into what stands below it.
          const row = Math.floor((shape.y - 536) / 202);
          if (shape.ramp === 'ink' && row >= 0 && row < 3)
            expect(shape.y - row * 202 - 536, `${guide.id} ${shape.text}`).toBeLessThanOrEqual(182);
        }
      }
    }
  });
  test('1080 × 1350, at most 60 kB, the same twice; the code can be read; drawings are on it', async () => {
    const bytes = await tallFile(tall());
    expect(await tallFile(tall())).toEqual(bytes);
    expect(bytes.length).toBeLessThanOrEqual(60_000);
    const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([1080, 1350]);
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(
      'https://so-tay-so.example/83/',
    );
    const dark = async (of: TallImage, top: number): Promise<number> => {
      const { data: pixels } = await sharp(await tallFile(of))
        .extract({ left: 110, top: top + 6, width: 170, height: 170 })
        .greyscale()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return pixels.filter((grey) => grey < 100).length;
    };
    // A blank square would have no dark pixel; the camera and the screen have their lines.
    expect(await dark(tall(), 536)).toBeGreaterThan(floor(1000));
    expect(await dark(tall(), 738)).toBeGreaterThan(floor(1000));
  });
  test('an edition brings its own colour and may leave the sign of the handbook out', async () => {
    const own = await tallFile({ ...tall(), look: { act: '#0b5d3a', sign: false } });
    const { data } = await sharp(own)
      .extract({ left: 120, top: 230, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data]).toEqual([11, 93, 58]);
  });
});

describe('files', () => {
  test('the encoder gives back what it got, odd widths too', async () => {
    const palette = ['#ff0000', '#00ff00', '#0000ff', '#ffffff', '#000000'].map(colour);
    for (const width of [7, 8]) {
      const picked = Array.from({ length: width * 5 }, (_, index) =>
        present(palette[(index * 7 + (index >> 2)) % palette.length], 'an item of palette'),
      );
      const indexes = nearestIndexes(new Uint8Array(picked.flatMap((colour) => [...colour, 255])), palette);
      // In two parts, as editions take the upper one over from each other.
      const pixels = { indexes, width, height: 5 };
      const head = deflateRows(pixels, 0, 2);
      const file = pngOf([head, deflateRows(pixels, 2, 5, head)], pixels, palette);
      const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([width, 5]);
      expect([...data]).toEqual(picked.flat());
    }
    const few = { indexes: new Uint8Array(3), width: 2, height: 2 };
    expect(() => deflateRows(few, 0, 2)).toThrow(RangeError);
    expect([...nearestIndexes(new Uint8Array([250, 10, 5, 255, 10, 0, 250, 255]), palette)]).toEqual([0, 2]);
    expect(between([0, 0, 0], [100, 200, 50], 0.5)).toEqual([50, 100, 25]);
  });
  test('1200 × 630, at most 40 kB, the same twice; the number is really on it', async () => {
    const bytes = await socialFile(image('Quét mã QR để trả tiền'));
    expect(await socialFile(image('Quét mã QR để trả tiền'))).toEqual(bytes);
    const { width, height, format } = await sharp(bytes).metadata();
    expect([width, height, format]).toEqual([1200, 630, 'png']);
    expect(bytes.length).toBeLessThanOrEqual(40_000);
    // Only the number's plate differs between two numbers of one width, above the foot with the address.
    const otherBytes = await socialFile(image('Quét mã QR để trả tiền', '88'));
    const [pa, pb] = await Promise.all(
      [bytes, otherBytes].map((item) => sharp(item).removeAlpha().raw().toBuffer()),
    );
    let left = 1200;
    let right = 0;
    let differ = 0;
    for (let y = 0; y < 540; y++)
      for (let x = 0; x < 1200; x++)
        if (present(pa, 'pa')[(y * 1200 + x) * 3] !== present(pb, 'pb')[(y * 1200 + x) * 3]) {
          differ++;
          left = Math.min(left, x);
          right = Math.max(right, x);
        }
    expect(differ).toBeGreaterThan(floor(1000));
    expect(left).toBeGreaterThanOrEqual(floor(120));
    expect(right).toBeLessThanOrEqual(400);
  });
  test('laid together from kept letters it is the picture that one drawing of everything gives', async () => {
    const given = image('Quét mã QR để trả tiền ở chợ');
    const fills = { ink: '#1d1930', act: '#46238a', white: '#ffffff' } as const;
    const whole = socialShapes(given)
      .map(
        (shape) =>
          `<g fill="${'ramp' in shape ? fills[shape.ramp] : ''}">${
            shape.kind === 'plate'
              ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.radius}"/>`
              : shape.kind === 'line'
                ? placeLetters(shape.text, shape.size)
                    .map((letter) => drawLetter(letter.outline, shape.size, shape.x + letter.at, shape.y))
                    .join('')
                : ''
          }</g>`,
      )
      .join('');
    const [one, other] = await Promise.all(
      [
        sharp(await socialFile(given)),
        sharp(Buffer.from(socialGround(look).replace('</svg>', `${whole}</svg>`))),
      ].map((sharp) => sharp.removeAlpha().raw().toBuffer()),
    );
    let far = 0;
    let written = 0;
    for (let i = 0; i < present(one, 'one').length; i += 3) {
      if (present(present(other, 'other')[i], 'an item of found') < 128) written++;
      if (
        Math.abs(
          present(present(one, 'one')[i], 'an item of found') -
            present(present(other, 'other')[i], 'an item of found'),
        ) > 100
      )
        far++;
    }
    expect(one?.length).toBe(socialSize.width * socialSize.height * 3);
    expect(written).toBeGreaterThan(floor(50_000));
    // Edges half a pixel to the side.
    expect(far).toBeLessThan(written / 100);
    for (const ramp of Object.values(ramps))
      expect(Math.max(...ramp)).toBeLessThan(socialPalette(look).length);
  });
  test('without a number: the whole handbook', () => {
    const shapes = socialShapes({
      title: handbook.site.tagline,
      about: handbook.site.name,
      shown: [],
      site: handbook.site.name,
      address: 'so-tay-so.example',
      look,
    });
    expect(shapes.every((shape) => shape.kind === 'line')).toBe(true);
    expect(shapes.map((shape) => (shape.kind === 'line' ? shape.text : '')).join(' ')).toContain(
      handbook.site.tagline.normalize('NFC').split(' ')[0],
    );
    expect(socialPalette(look).length).toBeLessThanOrEqual(16);
  });
});
