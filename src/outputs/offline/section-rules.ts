/**
 * How the handbook is cut into sections that a reader may keep. The page and the build must agree, so the
 * rules stand here.
 */

/** Section of a shelf of guides. */
export const shelfSection = (topic: string): string => `ke-${topic}`;
/**
 * Section of an audience: its page and the guides on it. It shares them with the shelves; shared files are
 * kept once.
 */
export const audienceSection = (audience: string): string => `ai-${audience}`;

/**
 * Sections that are no shelf and no audience, in the order in which readers see them. `chung` comes with each
 * of them.
 */
export const fixedSections = [
  'cho-so',
  'de-doc',
  'tim',
  'tim-rong',
  'nghe',
  'ke-hoach',
  'tap-huan',
  'khac',
] as const;

const starts: readonly (readonly [RegExp, string])[] = [
  [
    /^\/(?:$|huong-dan\/$|so\/|tu-dien\/|danh-cho\/$|danh-ba\/|ngoai-tuyen\/(?:$|chua-luu\/)|phong-chu\/|bieu-t(?:uong|rung)\.svg$|manifest\.webmanifest$)/,
    'chung',
  ],
  [/^\/cho-so\//, 'cho-so'],
  [/^\/de-doc\//, 'de-doc'],
  [/^\/(?:tim-kiem|hoi|tim)\//, 'tim'],
  [/^\/pagefind\//, 'tim-rong'],
  [/^\/nghe\//, 'nghe'],
  [/^\/(?:ke-hoach|mang-viec|don-vi|lich|chi-tieu|do-phu)\//, 'ke-hoach'],
  [/^\/(?:tap-huan|in|trinh-chieu|loa|cach-lam-hay)\//, 'tap-huan'],
];

/**
 * Pages that nobody keeps: the error page, the check of sheets (a kept one knows no news), the style page,
 * frames for other sites, what only machines read,
 * and the one script of Pagefind that is not used.
 */
const never =
  /^\/(?:404\.html$|kiem\/|phong-cach\/|nhung\/.+|tin\/.+|du-lieu\/.+|ngoai-tuyen\/(?!$|chua-luu\/)|pagefind\/pagefind-worker\.js$)/;

/**
 * Files beside the pages that belong to a section by where they are; any other file comes along with the
 * pages that need it.
 */
const byPlace =
  /^\/(?:tim|pagefind|nghe|phong-chu|de-doc)\/|^\/lich\/.+\.ics$|^\/bieu-t(?:uong|rung)\.svg$|^\/manifest\.webmanifest$/;

/**
 * The section of a page, or of a file that has its section by its place. Nothing for a page that is not kept
 * and for a file that goes with pages.
 */
export function sectionOf(path: string): string | undefined {
  if (never.test(path) || (!path.endsWith('/') && !path.endsWith('.html') && !byPlace.test(path)))
    return undefined;
  const shelf = /^\/huong-dan\/([^/]+)\//.exec(path)?.[1];
  return shelf === undefined
    ? (starts.find(([start]) => start.test(path))?.[1] ?? 'khac')
    : shelfSection(shelf);
}
