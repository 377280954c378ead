/**
 * The closed set of components that content may use, with their literal props, and which may stand where.
 * This is the allow-list of
 * the gate, the types of the prose components' props, and the table that authors read.
 */
import { z } from 'zod';
import pathsOn from '../domain/menu-paths.json' with { type: 'json' };
import { pageBlockNames } from '../domain/page-blocks.ts';
import { pictureNames, signNames } from '../domain/picture-names.ts';
import { stepPlaces } from './step-place.ts';
import { countNames, siteFactNames } from './live.ts';

/** Splits a list prop: `A | B`. */
export function splitList(fields: string | undefined): string[] {
  return (fields ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Words on one line. */
const words = z
  .string()
  .transform((value) => value.replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1));
const list = (hint: string) =>
  words
    .transform(splitList)
    .optional()
    .transform((parts) => parts ?? [])
    .meta({ description: hint });
/** Splits a prop of pairs: `Wi-Fi: signal-wifi | Gửi: send`; words may hold a colon themselves. */
export const splitPairs = (pairs: string): { at: string; sign: string }[] =>
  splitList(pairs).map((pair) => {
    const colon = pair.lastIndexOf(':');
    return { at: pair.slice(0, Math.max(colon, 0)).trim(), sign: pair.slice(colon + 1).trim() };
  });

const ids = words.transform((value) => value.split(/[,\s]+/).filter((part) => part !== ''));
/** What the ids in a prop name: how a body mentions it, and the folders of its entries. */
const named = {
  term: ['terms'],
  phone: ['directory'],
  rule: ['rules'],
  guide: ['guides', 'market', 'events'],
  audience: ['audiences'],
  task: ['tasks'],
  topic: ['topics'],
  plan: ['plans'],
  photo: ['photos'],
  /** Pages, parts of pages and offered forms, which are no entries. */
  page: [],
  block: [],
  form: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
/** What a body may name. */
export type Named = keyof typeof named;
const id = (names: Named, description = `mã trong \`content/${named[names][0] ?? ''}/\``) =>
  words.meta({ description, names });
const idList = (
  names: Named,
  description = `các mã trong \`content/${named[names][0] ?? ''}/\`, cách nhau bằng dấu phẩy`,
) => ids.meta({ description, names, many: true });

/** What is said of a prop: words for authors, what its ids name, whether they are many. */
export function propWords(type: z.ZodType): {
  readonly description: string;
  readonly names?: Named;
  /** Folders of the entries that may be named. */
  readonly folders: readonly string[];
  readonly many: boolean;
} {
  const inner: unknown = type instanceof z.ZodExactOptional ? type.unwrap() : undefined;
  const said = type.meta() ?? (inner instanceof z.ZodType ? inner.meta() : undefined) ?? {};
  const names = Object.keys(named).find((key): key is Named => key === said.names);
  return {
    description: said.description ?? '',
    ...(names && { names }),
    folders: names ? named[names] : [],
    many: said.many === true,
  };
}

const screen = z
  .strictObject({
    title: words.meta({ description: 'tên màn hình' }),
    says: words.exactOptional().meta({ description: 'lời báo trên màn hình' }),
    fields: list('ô để điền, cách nhau bằng dấu |'),
    rows: list('các dòng, cách nhau bằng dấu |'),
    buttons: list('các nút, cách nhau bằng dấu |'),
    press: words
      .exactOptional()
      .meta({ description: 'chỗ phải bấm, trùng một tên trong `buttons`, `rows` hay `fields`' }),
    signs: words
      .transform(splitPairs)
      .pipe(z.array(z.strictObject({ at: words, sign: z.enum(signNames) })))
      .exactOptional()
      .meta({
        description:
          'dấu vẽ trước chữ, viết `chữ: dấu`, cách nhau bằng |; tên dấu xem ở trang `/phong-cach/#pc-net`',
      }),
  })
  .refine(
    ({ press, buttons, rows, fields }) =>
      press === undefined || [...buttons, ...rows, ...fields].filter((name) => name === press).length === 1,
    { path: ['press'] },
  )
  .refine(
    ({ signs = [], buttons, rows, fields }) =>
      signs.every(({ at }) => [...buttons, ...rows, ...fields].includes(at)),
    { path: ['signs'] },
  );

const guides = z
  .strictObject({
    ids: idList('guide', 'các mã bài, cách nhau bằng dấu phẩy; một mã thì thành một thẻ bài').exactOptional(),
    audience: id('audience').exactOptional(),
    task: id('task').exactOptional(),
    topic: id('topic').exactOptional(),
  })
  .refine((by) => Object.keys(by).length === 1, { path: ['ids'] });

/** What a component takes and where it stands. */
interface Shape {
  /** All values are literal strings; what comes out may be a list. */
  readonly props: z.ZodType<Readonly<Record<string, unknown>>> & {
    readonly shape: Readonly<Record<string, z.ZodType>>;
  };
  /**
   * Where it may stand: `top` of the entry, inside a `block`, inside a line of text, or only inside the named
   * component.
   */
  readonly place: 'top' | 'block' | 'inline' | { readonly in: string };
  /** Stands in free pages only (`content/pages/`). */
  readonly freePages?: true;
  /** What authors write inside, for their table. Vietnamese. */
  readonly about: string;
}

const path = z.strictObject({
  on: z.enum(pathsOn).meta({ description: `máy hay ứng dụng nào: ${Object.values(pathsOn).join(', ')}` }),
  version: words.exactOptional().meta({ description: 'bản nào, xem lúc nào: `One UI 7 trở đi`, `8/2025`' }),
});

const none = z.strictObject({});
const titled = z.strictObject({ title: words.meta({ description: 'tên hiện ra' }) });
const maybeTitled = z.strictObject({
  title: words.exactOptional().meta({ description: 'tên hiện ra thay cho tên có sẵn' }),
});

export const components = {
  Story: {
    props: titled,
    place: 'top',
    about: 'chuyện ngắn, chỉ trong bài chợ số; nhân vật tự đặt, không phải người thật',
  },
  Needs: { props: none, place: 'top', about: 'gạch đầu dòng' },
  Steps: { props: maybeTitled, place: 'top', about: 'chỉ gồm `<Step>`' },
  Step: {
    props: z.strictObject({
      title: words.meta({ description: 'một hành động, động từ đứng đầu' }),
      on: z.enum(stepPlaces).exactOptional().meta({
        description:
          'làm ở đâu: `screen` trên màn hình, `paper` trên giấy, `talk` nói với người, `hand` tay làm ngoài máy; chỉ viết khi máy đoán sai từ chữ của bước',
      }),
    }),
    place: { in: 'Steps' },
    about: '**một** hành động; nói người đọc sẽ thấy gì',
  },
  More: {
    props: titled,
    place: 'top',
    about: 'kiến thức nền, đoạn văn và gạch đầu dòng, bảng',
  },
  Trouble: {
    props: none,
    place: 'top',
    about: 'chỉ gồm `<Case>`, ít nhất ba',
  },
  Case: {
    props: z.strictObject({
      sees: words.meta({ description: 'màn hình hiện gì' }),
      means: words.exactOptional().meta({ description: 'nghĩa là gì' }),
    }),
    place: { in: 'Trouble' },
    about: 'làm gì',
  },
  ScamSigns: { props: none, place: 'top', about: 'gạch đầu dòng' },
  Safety: { props: none, place: 'top', about: 'gạch đầu dòng' },
  Call: {
    props: z.strictObject({
      ids: idList('phone', 'các mã trong `content/directory/`, cách nhau bằng dấu phẩy'),
    }),
    place: 'top',
    about: 'để trống, hoặc lời dặn trước các số',
  },
  Practice: {
    props: none,
    place: 'top',
    about: 'dữ liệu giả, không đụng tiền thật',
  },
  Homework: { props: none, place: 'top', about: 'chỉ trong bài chợ số' },
  Helper: {
    props: none,
    place: 'top',
    about: 'dạy thế nào, không được làm gì hộ',
  },
  Warning: { props: maybeTitled, place: 'block', about: 'hộp cảnh báo' },
  Tip: { props: maybeTitled, place: 'block', about: 'hộp mẹo' },
  Quote: {
    props: z.strictObject({ rule: id('rule', 'quy định được trích') }),
    place: 'block',
    about: 'nguyên văn một đoạn của văn bản, chép đúng từng chữ; điều và tên văn bản tự hiện ở dưới',
  },
  Path: {
    props: path,
    place: 'block',
    about: 'đường đi có nguồn trên một máy, một ứng dụng: tên mục **in đậm**; gập lại, ai dùng thì mở',
  },
  Screen: { props: screen, place: 'block', about: 'không có gì: hình vẽ màn hình' },
  Picture: {
    props: z.strictObject({
      name: z.enum(pictureNames).meta({ description: 'tên hình, xem ở trang `/phong-cach/#pc-net`' }),
      alt: words.meta({ description: 'nói hình cho người không nhìn thấy' }),
    }),
    place: 'block',
    about: 'không có gì: hình vẽ nét có sẵn, để trên dòng riêng',
  },
  Term: {
    props: z.strictObject({ id: id('term') }),
    place: 'inline',
    about: 'từ khó, bấm vào thấy nghĩa; mỗi từ chỉ cần một lần trong bài',
  },
  Phone: {
    props: z.strictObject({ id: id('phone') }),
    place: 'inline',
    about: 'không có gì: số điện thoại tự hiện; **không bao giờ gõ số** vào bài',
  },
  Rule: {
    props: z.strictObject({
      id: id('rule'),
      part: words
        .exactOptional()
        .meta({ description: 'tên giá trị khi quy định có nhiều; `van-ban`, `dieu`: tên văn bản, điều' }),
    }),
    place: 'inline',
    about: 'không có gì: con số, ngày, tên văn bản tự hiện; **không gõ tay** số của quy định',
  },
  Guide: {
    props: z.strictObject({ id: id('guide', 'mã bài: `kệ/tên tệp`') }),
    place: 'inline',
    about: 'không có gì: tên và số bài tự hiện',
  },
  Part: {
    props: z.strictObject({
      title: words.meta({ description: 'tên hiện ra' }),
      id: words
        .pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))
        .exactOptional()
        .meta({ description: 'mã phần, để liên kết tới; thiếu thì lấy từ tên' }),
    }),
    place: 'top',
    freePages: true,
    about: 'một phần của trang: đoạn văn, gạch đầu dòng, bảng, tên phụ `###`, các khối',
  },
  Table: {
    props: titled,
    place: 'block',
    freePages: true,
    about: 'một bảng Markdown; trên điện thoại mỗi hàng thành một thẻ',
  },
  Guides: {
    props: guides,
    place: 'block',
    freePages: true,
    about: 'không có gì: danh sách bài tự hiện, theo **một** trong các thuộc tính',
  },
  Qr: {
    props: z.strictObject({ to: id('page', 'địa chỉ trong sổ tay, ví dụ `/83/`') }),
    place: 'block',
    freePages: true,
    about: 'không có gì: mã QR mở địa chỉ ấy, kèm địa chỉ bằng chữ',
  },
  Block: {
    props: z.strictObject({
      name: z.enum(pageBlockNames).meta({ description: 'tên phần có sẵn', names: 'block' }),
    }),
    place: 'block',
    freePages: true,
    about: 'không có gì: phần do sổ tay làm sẵn cho riêng một trang',
  },
  Photo: {
    props: z.strictObject({ id: id('photo', 'mã trong `content/photos/`') }),
    place: 'block',
    freePages: true,
    about: 'không có gì: một ảnh chụp; lời cho người không nhìn thấy nằm ở mục của ảnh',
  },
  Gallery: {
    props: z.strictObject({
      title: words.meta({ description: 'tên bộ ảnh' }),
      ids: idList('photo'),
    }),
    place: 'block',
    freePages: true,
    about: 'không có gì: nhiều ảnh chụp cạnh nhau, mỗi ảnh có lời riêng',
  },
  Targets: {
    props: z.strictObject({ plan: id('plan') }),
    place: 'block',
    freePages: true,
    about: 'không có gì: biểu đồ các chỉ tiêu của một kế hoạch, mỗi thanh có con số',
  },
  Calendar: {
    props: z.strictObject({ plan: id('plan') }),
    place: 'block',
    freePages: true,
    about: 'không có gì: các việc của một kế hoạch theo ngày tháng, liên kết tới lịch chung',
  },
  Hotlines: {
    props: z.strictObject({ ids: idList('phone') }),
    place: 'block',
    freePages: true,
    about: 'không có gì: các số để gọi, bấm vào là gọi',
  },
  Contact: {
    props: z.strictObject({ id: id('phone') }),
    place: 'block',
    freePages: true,
    about: 'không có gì: một mục của danh bạ với mọi số, khi nào gọi, nơi xem',
  },
  Download: {
    props: z.strictObject({
      form: id('form', 'dạng ghi ở `downloads` của `content/edition.yaml`: `epub`, `audio`…'),
    }),
    place: 'block',
    freePages: true,
    about: 'không có gì: liên kết tới chỗ tải dạng ấy, kèm lời nó là gì, cho ai',
  },
  Count: {
    props: z.strictObject({ of: z.enum(countNames).meta({ description: 'đếm gì' }) }),
    place: 'inline',
    freePages: true,
    about: 'không có gì: con số tự hiện; **không gõ số đếm** vào trang',
  },
  Site: {
    props: z.strictObject({ show: z.enum(siteFactNames).meta({ description: 'điều gì' }) }),
    place: 'inline',
    freePages: true,
    about: 'không có gì: lấy từ `content/edition.yaml` và lời chung của mọi trang',
  },
} as const satisfies Readonly<Record<string, Shape>>;

/** Names that may be used in a body, those of free pages where it is one. */
export const componentNames = (freePage: boolean): string[] =>
  [...shapes].flatMap(([name, shape]) => (freePage || !shape.freePages ? [name] : []));

type ComponentName = keyof typeof components;
/** What a component takes once its props are proven. */
export type PropsOf<Name extends ComponentName> = Readonly<z.output<(typeof components)[Name]['props']>>;

const shapes: ReadonlyMap<string, Shape> = new Map(Object.entries(components));
/** The shape of a component, own names only: `constructor` is not one. */
export const shapeOf = (name: string | null): Shape | undefined => shapes.get(name ?? '');

/**
 * The table that authors read: each component, its props and what stands in it; of those for every body, or
 * of those for free pages alone. Markdown.
 */
export function componentsTable(freePages = false): string {
  const needed = ' (bắt buộc)';
  const rows = [...shapes]
    .filter(([, shape]) => (shape.freePages ?? false) === freePages)
    .map(([name, { props, place, about }]) => {
      const fields = Object.entries(props.shape).map(
        ([field, type]) =>
          `\`${field}\`${type._zod.optin === 'optional' ? '' : needed}: ${propWords(type).description}`,
      );
      const where =
        typeof place === 'object'
          ? `trong \`<${place.in}>\``
          : { top: 'ngoài cùng', block: 'trong phần', inline: 'trong câu' }[place];
      return `| \`<${name}>\` | ${where} | ${fields.join('; ').replaceAll('|', '\\|') || '–'} | ${about} |`;
    });
  return ['| Khối | Đặt ở đâu | Thuộc tính | Bên trong |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
