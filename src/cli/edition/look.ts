/**
 * The look of an edition, laid over files of the handbook: its colours in every style sheet, its pictures in
 * the place of the handbook's sign. So pages, icons and what is installed follow without a word of their own.
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { z } from 'zod';
import type { Problem } from '../../domain/problem.ts';
import { fault, problemAt } from '../../gate/faults.ts';
import { lookSchema, type Look } from '../../schemas/look.ts';
import { documentOf, lineAt } from './cut.ts';
import type { ViewFile } from './mount.ts';
import { lookFault, ownPalette, paletteOf } from './palette.ts';

/** Where pictures of an edition stand in the project, by the field that names them. */
const places = { emblem: 'public/bieu-tuong.svg', logo: 'public/bieu-trung.svg' } as const;

/** Most bytes of a picture: every reader's phone fetches it. */
const mostBytes = 40_000;

/** How the pictures stand on pages; the handbook, which has none, does not send this. */
const pictureStyle = `
.brand img {
  inline-size: min(2rem, 54px);
  block-size: min(2rem, 54px);
  flex: none;
  object-fit: contain;
}
.foot img {
  max-inline-size: 100%;
  block-size: 3.5rem;
  object-fit: contain;
  object-position: left;
  background: #fff;
  padding: 0.25rem;
}
`;

const pictureCure =
  'đặt tệp cạnh edition.yaml; SVG thì lưu lại dạng “SVG thuần” (Plain SVG), PNG thì thu nhỏ';

/** What is wrong with a picture. */
class Unfit extends Error {}

/** Parts of drawings, as editors write them; nothing here runs or fetches. */
const drawn = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc ' +
    'linearGradient radialGradient stop clipPath mask pattern marker style filter feGaussianBlur feOffset ' +
    'feBlend feFlood feComposite feMerge feMergeNode feColorMatrix'
  ).split(' '),
);
/** Notes of drawing programs: dropped without a word. */
const dropped = /^(?:metadata$|sodipodi:|inkscape:|rdf:|cc:|dc:|i:|x:)/;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A style or an attribute may point into the drawing itself and nowhere else. */
function proveValue(name: string, value: string): void {
  if (/^on/i.test(name)) throw new Unfit(`có mã chạy (${name})`);
  const leads = /^(?:xlink:)?href$/i.test(name)
    ? [value]
    : [...value.matchAll(/url\(\s*["']?([^)]*)/gi)].map(([, to = '']) => to);
  if (leads.some((to) => !to.startsWith('#')) || /@import|expression\(|javascript:/i.test(value))
    throw new Unfit(`gọi tới chỗ khác ngoài hình (${name}: ${value.slice(0, 40)})`);
}

/** A part written again, so that nothing stands in the file that was not looked at. */
function clean(node: Tree.ChildNode): string {
  if (node.nodeName === '#text' && 'value' in node) return escaped(node.value);
  if (!('tagName' in node) || dropped.test(node.tagName)) return '';
  if (!drawn.has(node.tagName)) throw new Unfit(`có phần <${node.tagName}>, hình chỉ được có nét vẽ`);
  const attributes = node.attrs
    .map(
      ({ prefix, name, value }) =>
        [prefix === undefined || prefix === '' ? name : `${prefix}:${name}`, value] as const,
    )
    .filter(([name]) => !/^(?:inkscape|sodipodi|xml|xmlns):/.test(name) || name === 'xmlns:xlink');
  for (const [name, value] of attributes) proveValue(name, value);
  if (node.tagName === 'style')
    for (const child of node.childNodes) if ('value' in child) proveValue('style', child.value);
  const written = attributes
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
  return `<${node.tagName}${written}>${node.childNodes.map(clean).join('')}</${node.tagName}>`;
}

/** A drawing as it may stand on pages. @throws Unfit */
export function cleanDrawing(text: string): string {
  if (/<!(?:ENTITY|DOCTYPE[^>]*\[)/i.test(text)) throw new Unfit('có khai báo ENTITY');
  const root = parseFragment(
    text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '').replace(/<!DOCTYPE[^>]*>/i, ''),
  ).childNodes.find((node) => node.nodeName === 'svg');
  if (root === undefined) throw new Unfit('không phải tệp SVG');
  if (!('attrs' in root) || !root.attrs.some(({ name }) => name === 'viewBox'))
    throw new Unfit('thẻ svg thiếu viewBox, nên không co giãn được');
  const cleaned = clean(root);
  return cleaned.includes('xmlns="')
    ? cleaned
    : cleaned.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
}

/** A PNG inside a drawing of its size, so that one address serves both kinds. @throws Unfit */
function framed(bytes: Buffer): string {
  if (bytes.length < 24 || bytes.readUInt32BE(0) !== 0x89504e47) throw new Unfit('không phải tệp PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ' +
    `viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" ` +
    `xlink:href="data:image/png;base64,${bytes.toString('base64')}"/></svg>\n`
  );
}

/** The picture of that name in the folder of an edition. @throws Unfit */
function pictureOf(edition: string, name: string): Buffer {
  const file = join(edition, name);
  if (!existsSync(file)) throw new Unfit('không thấy tệp ấy cạnh edition.yaml');
  const { size } = statSync(file);
  if (size > mostBytes)
    throw new Unfit(`nặng ${Math.ceil(size / 1000)} kB, nhiều nhất ${mostBytes / 1000} kB`);
  const bytes = readFileSync(file);
  return Buffer.from(name.endsWith('.svg') ? cleanDrawing(bytes.toString('utf8')) : framed(bytes));
}

/** Files in which colours of the handbook stand: styles, the sign, what is written to be carried off. */
export const paintedFiles = [
  'src/styles/*.css',
  'src/desk/*.css',
  'src/books/*.ts',
  'src/outputs/**/*.{css,ts}',
  places.emblem,
];

/** Every colour of the handbook's that an edition has otherwise, as it is written in style sheets. */
function repainted(text: string, look: Look): string {
  const own: ReadonlyMap<string, string> = new Map(Object.entries({ ...paletteOf(look) }));
  const instead = new Map(
    Object.entries({ ...ownPalette }).map(([role, was]) => [was, own.get(role) ?? was]),
  );
  return text.replaceAll(/#[\da-f]{6}\b/gi, (was) => instead.get(was.toLowerCase()) ?? was);
}

/** The look of settings; what is wrong with its shape the gate tells. */
function lookOf(settings: Buffer): Look {
  const found = z.object({ look: lookSchema }).safeParse(documentOf(settings.toString('utf8')).toJS());
  return found.success ? found.data.look : {};
}

/** What is wrong with the colour of action, and what would be right. */
function colourFault(act: string): { readonly why: string; readonly cure: string } | undefined {
  const found = lookFault(act);
  if (found === undefined) return undefined;
  if (found.why === 'stop')
    return {
      why: `Màu ${act} gần màu đỏ của lời cảnh báo, bà con khó phân biệt nút bấm với cảnh báo`,
      cure: 'chọn màu khác, ví dụ #0a5c36 hoặc #0b4a82; đỏ và vàng để trong biểu trưng (logo)',
    };
  const reached = found.reached.toFixed(1).replace('.', ',');
  return {
    why: `Màu này chỉ đạt ${reached}:1, chữ và nút cần ít nhất 7:1 (${act})`,
    cure: `thử ${found.instead}, cùng màu mà đậm hơn`,
  };
}

/** Style sheets and the sign, in the colours of the edition and with room for its pictures. */
function painted(look: Look, product: string): Map<string, string> {
  const pictured = look.emblem !== undefined || look.logo !== undefined;
  const sheets = look.act === undefined ? [] : paintedFiles;
  const style = pictured ? ['src/styles/furniture.css'] : [];
  return new Map(
    globSync([...sheets, ...style], { cwd: product }).flatMap((found): [string, string][] => {
      const inside = found.split(sep).join('/');
      const before = readFileSync(join(product, inside), 'utf8');
      const text = repainted(before, look) + (style.includes(inside) ? pictureStyle : '');
      return text === before ? [] : [[inside, text]];
    }),
  );
}

/** Lays the look over the view. Answers with what is wrong. */
export function layLook(
  files: Map<string, ViewFile>,
  settings: Buffer,
  { product, edition }: { readonly product: string; readonly edition: string },
  named: (path: string) => string,
): Problem[] {
  const look = lookOf(settings);
  const problems: Problem[] = [];
  const tell = (path: readonly string[], why: string, cure: string): void => {
    const text = settings.toString('utf8');
    problems.push(
      problemAt(named(join(edition, 'edition.yaml')), fault('look', { why, cure }), {
        line: lineAt(documentOf(text), text, ['look', ...path]),
        field: ['look', ...path].join('.'),
      }),
    );
  };
  const wrong = look.act === undefined ? undefined : colourFault(look.act);
  if (wrong) tell(['act'], wrong.why, wrong.cure);
  for (const [inside, text] of painted(look, product))
    files.set(inside, { origin: inside, from: 'base', bytes: Buffer.from(text) });
  for (const [field, name, path] of [
    ['emblem', look.emblem, ['emblem']],
    ['logo', look.logo?.picture, ['logo', 'picture']],
  ] as const) {
    if (name === undefined) continue;
    try {
      const origin = named(join(edition, name));
      files.set(places[field], { origin, from: 'base', bytes: pictureOf(edition, name) });
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
      tell(path, `Hình “${name}” chưa dùng được: ${error.message}`, pictureCure);
    }
  }
  return problems;
}
