/**
 * Every header that a server adds to this site, as one table. nginx, Caddy and static hosts get theirs from
 * it (`outputs/hosting/host-files.ts`), so that they cannot differ. Pure.
 */
import { joinPolicies, parsePolicy, policyText } from './directives.ts';

/** Addresses that differ from the rest. */
export interface Place {
  /** Regular expression over the decoded path. */
  readonly pattern: string;
  /** The same for hosts which know only `*` and `:name`. */
  readonly globs: readonly string[];
}

/**
 * What other sites may put in a frame: nothing but the light form of a guide and the lists made for that.
 * `index.html` is what nginx sees after its own step inside.
 */
export const framable: Place = {
  pattern: '^/nhung/(?:[0-9]+|moi|danh-cho/[a-z0-9-]+)/(?:index\\.html)?$',
  globs: ['/nhung/:bai/', '/nhung/danh-cho/:ai/'],
};
/**
 * What scripts of other sites may read: open data, feeds, the calendar, oEmbed answers. A frame that is shut
 * in a sandbox is another site too, and shows our fonts.
 */
const open: Place = {
  pattern: '^/(?:du-lieu|tin|lich|nhung|phong-chu)/',
  globs: ['/du-lieu/*', '/tin/*', '/lich/*', '/nhung/*', '/phong-chu/*'],
};
/** What other sites may show or load: frames, their script, pictures for previews. */
const shared: Place = { pattern: '^/(?:nhung|anh)/', globs: ['/nhung/*', '/anh/*'] };
/** Files named after their content. */
const hashed: Place = {
  pattern: '^/(?:_astro|pagefind/(?:fragment|index|filter)|ngoai-tuyen/kho)/|^/pagefind/[^/]+\\.pf_meta$',
  globs: [
    '/_astro/*',
    '/pagefind/fragment/*',
    '/pagefind/index/*',
    '/pagefind/filter/*',
    '/ngoai-tuyen/kho/*',
  ],
};
/** Fonts keep their names; a new font gets a new name. */
const fonts: Place = { pattern: '^/phong-chu/', globs: ['/phong-chu/*'] };
/** What tells a browser that there is something new: never from a cache unasked. */
const worker: Place = { pattern: '^/sw\\.js$', globs: ['/sw.js'] };

/** One header. `undefined` means: not sent there. The last place that fits counts. */
export interface ServerHeader {
  readonly name: string;
  readonly value: string;
  readonly at: readonly (readonly [Place, string | undefined])[];
}

/** Texts of the policy by place. */
export interface HeaderPolicies {
  readonly page: string;
  readonly framable: string;
}

/** The header that allows what these pages' own policies allow together, and says who may frame them. */
function headerPolicy(pagePolicies: readonly string[], ancestors: string): string {
  const joined = new Map(joinPolicies(pagePolicies.map(parsePolicy)));
  for (const [name, sources] of joined) {
    const unsafe = sources.filter((source) => /^'unsafe-|^\*$|^(?:https?|data|blob):/.test(source));
    if (unsafe.length > 0)
      throw new Error(
        `Chính sách của một trang cho phép ${name} ${unsafe.join(' ')}. Bỏ kiểu dáng hay mã viết lẫn trong thẻ. (unsafe source in a page's policy)`,
      );
  }
  joined.set('frame-ancestors', [ancestors]);
  return policyText(joined);
}

/**
 * Headers of the whole site from the policies its pages carry. `framed` are those of framable pages; while
 * there are none, they would get what all others get.
 */
export function headerPolicies(pages: readonly string[], framed: readonly string[]): HeaderPolicies {
  return {
    page: headerPolicy(pages, "'none'"),
    framable: headerPolicy(framed.length > 0 ? framed : pages, '*'),
  };
}

/**
 * The same without hashes of inline texts, which it leaves to the page's own policy. For the moment in which
 * a server already serves an edition whose hashes it has not read yet: a page without its style would be
 * worse.
 */
export function lenientPolicy(policy: string): string {
  const directives = new Map(parsePolicy(policy));
  for (const name of ['style-src', 'script-src']) {
    const sources = directives.get(name);
    if (sources)
      directives.set(name, [
        ...sources.filter((source) => !source.startsWith("'sha256-")),
        "'unsafe-inline'",
      ]);
  }
  return policyText(directives);
}

const year = 31_536_000;

/** The same place of an edition that stands under a path of its host. */
const placeUnder = (path: string, { pattern, globs }: Place): Place => ({
  pattern: pattern.replaceAll('^/', `^${path.replaceAll('.', '\\.')}/`),
  globs: globs.map((glob) => `${path}${glob}`),
});

/** The table, for an edition under `path`: `/so-tay`, or '' at the root of its host. */
export const serverHeaders = (policies: HeaderPolicies, path = ''): readonly ServerHeader[] =>
  headersAtRoot(policies).map((header) => ({
    ...header,
    at: header.at.map(([place, value]) => [placeUnder(path, place), value] as const),
  }));

function headersAtRoot(policies: HeaderPolicies): readonly ServerHeader[] {
  return [
    { name: 'Content-Security-Policy', value: policies.page, at: [[framable, policies.framable]] },
    { name: 'Strict-Transport-Security', value: `max-age=${2 * year}`, at: [] },
    { name: 'X-Content-Type-Options', value: 'nosniff', at: [] },
    { name: 'X-Frame-Options', value: 'DENY', at: [[framable, undefined]] },
    { name: 'Referrer-Policy', value: 'no-referrer', at: [] },
    { name: 'Cross-Origin-Opener-Policy', value: 'same-origin', at: [] },
    { name: 'Cross-Origin-Resource-Policy', value: 'same-origin', at: [[shared, 'cross-origin']] },
    { name: 'Cross-Origin-Embedder-Policy', value: 'require-corp', at: [] },
    // The microphone is for the search by voice, which asks first.
    {
      name: 'Permissions-Policy',
      value: 'camera=(), geolocation=(), microphone=(self), payment=(), usb=()',
      at: [],
    },
    // Caches between may keep a page for a minute, and for a week when the server does not answer.
    {
      name: 'Cache-Control',
      value: 'public, max-age=0, s-maxage=60, stale-if-error=604800',
      at: [
        [fonts, `public, max-age=${year}`],
        [hashed, `public, max-age=${year}, immutable`],
        [worker, 'no-cache'],
      ],
    },
    { name: 'Access-Control-Allow-Origin', value: '', at: [[open, '*']] },
  ];
}

/** What a path gets. Empty values are not sent. */
export function headersAt(headers: readonly ServerHeader[], path: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const header of headers) {
    const value = header.at.reduce<string | undefined>(
      (text, [place, other]) => (new RegExp(place.pattern).test(path) ? other : text),
      header.value,
    );
    if (value) found[header.name.toLowerCase()] = value;
  }
  return found;
}
