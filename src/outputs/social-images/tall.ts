/**
 * Tall picture of a guide, which is sent by itself to a group: number, title, what the first three steps look
 * like, and the way to the rest. Chats show 4 : 5 uncut and as wide as a telephone.
 */
import { lineWidth } from '../../formats/lettering.ts';
import { fixed } from './colours.ts';
import {
  fitLine,
  handbookSign,
  linesIn,
  numberPlate,
  type Ground,
  type Shape,
  type SocialImage,
  type SocialLook,
} from './image.ts';
import type { ShownStep } from './shown.ts';

/** What stands on the picture. */
export interface TallImage extends Omit<SocialImage, 'number' | 'shown'> {
  readonly number: NonNullable<SocialImage['number']>;
  readonly steps: readonly ShownStep[];
  /** “Bước 2”. */
  readonly stepWords: (number: number) => string;
  /** How one opens the guide by its number. */
  readonly say: string;
  /** QR code of the address: side in modules with its quiet zone, path of the dark ones. */
  readonly code: { readonly side: number; readonly path: string };
}

/** In pixels. */
const tallSize = { width: 1080, height: 1350 } as const;

/** Left and right end of what is written. */
const column = { from: 104, to: 1026 } as const;
const wide = column.to - column.from;
const titleSizes = [88, 80, 72, 66, 60, 54, 48] as const;
const stepSizes = [52, 48, 44, 40, 36, 32] as const;
const plate = { y: 56, height: 190 } as const;
const titleRoom = { top: 262, height: 250 } as const;
/** The steps: where the first begins, from one to the next, side of a drawing, room between it and words. */
const rows = { top: 536, step: 202, side: 182, gap: 34 } as const;
/** The foot: where it begins, most pixels of its code, base lines of its words. */
const foot = { top: 1148, code: 184, say: 1196, address: 1248, site: 1306 } as const;
/** Marks of one line keep off those of the next. */
const leading = 1.3;

const tallSides = `width="${tallSize.width}" height="${tallSize.height}"`;
const tallSvg = ({ act, sign }: SocialLook): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${tallSides}>` +
  `<rect ${tallSides} fill="${fixed.paper}"/>` +
  `<path d="M60 0V${tallSize.height}" stroke="${fixed.margin}" stroke-width="8"/>` +
  `${sign ? handbookSign(column.from - 6, 1264, 1.6, act) : ''}</svg>`;
/** The first line of the foot may rise above its code. */
export const tallGround: Ground = { ...tallSize, foot: foot.say - 69, svg: tallSvg };

/** Words as lines of a block that stands in the middle of its room. */
function block(
  text: string,
  sizes: readonly number[],
  room: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  ramp: 'ink' | 'act' = 'ink',
): Shape[] {
  const { lines, size } = linesIn(text, sizes, room, leading);
  const step = Math.round(size * leading);
  const first = Math.round(room.y + (room.height - lines.length * step) / 2 + size * 0.94);
  return lines.map((line, index) => ({
    kind: 'line',
    text: line,
    size,
    x: room.x,
    y: first + index * step,
    ramp,
  }));
}

/** A step: its drawing or its number, and beside it its title under its name. */
function stepShapes({ number, title, drawn }: ShownStep, name: string, from: number): Shape[] {
  const { side, gap } = rows;
  const turn = String(number);
  const large = 110;
  const nameSize = 32;
  const x = column.from + side + gap;
  const room = { width: column.to - x, height: side - nameSize * leading };
  const { lines, size } = linesIn(title, stepSizes, room, leading);
  // Name and title together stand in the middle beside the drawing.
  const top = from + Math.max(0, Math.round((room.height - lines.length * size * leading) / 2));
  const turnX = Math.round(column.from + (side - lineWidth(turn, large)) / 2);
  return [
    drawn
      ? { kind: 'square', drawn, side, x: column.from, y: from }
      : { kind: 'line', text: turn, size: large, x: turnX, y: from + 130, ramp: 'act' },
    { kind: 'line', text: name, size: nameSize, x, y: top + nameSize, ramp: 'act' },
    ...lines.map((text, index): Shape => ({
      kind: 'line',
      text,
      size,
      x,
      y: Math.round(top + nameSize * leading + size * (0.94 + index * leading)),
      ramp: 'ink',
    })),
  ];
}

/** What stands on the ground, from back to front. */
export function tallShapes(image: TallImage): Shape[] {
  const { number, title, about, steps, code, say, address, site, look } = image;
  const head = numberPlate(number, { x: column.from, y: plate.y }, plate.height);
  const aboutRoom = {
    x: column.from + head.width + 32,
    y: plate.y,
    width: wide - head.width - 32,
    height: plate.height,
  };
  const { side: modules, path } = code;
  const module = Math.floor(foot.code / modules);
  const codeSide = modules * module;
  const codeX = column.to - codeSide;
  const words = codeX - column.from - 24;
  const line = (text: string, most: number, x: number, y: number, ramp: 'ink' | 'act'): Shape => ({
    kind: 'line',
    text,
    size: fitLine(text, most, words - (x - column.from)),
    x,
    y,
    ramp,
  });
  return [
    ...head.shapes,
    ...block(about, [48, 44, 40, 36], aboutRoom, 'act'),
    ...block(title, titleSizes, { x: column.from, y: titleRoom.top, width: wide, height: titleRoom.height }),
    ...steps.flatMap((step, index) =>
      stepShapes(step, image.stepWords(step.number), rows.top + index * rows.step),
    ),
    { kind: 'code', path, side: modules, module, x: codeX, y: foot.top },
    line(say, 46, column.from, foot.say, 'ink'),
    line(address, 40, column.from, foot.address, 'act'),
    line(site, 36, column.from + (look.sign ? 64 : 0), foot.site, 'ink'),
  ];
}
