/**
 * The header table as files for hosts: `_headers` of static hosts, and parts of the configuration of nginx
 * and Caddy. Pure.
 */
import { nginxDictionary, nginxDictionaryMaps } from './dictionary-files.ts';
import { lenientPolicy, type HeaderPolicies, type ServerHeader } from '../../policy/server-headers.ts';

/**
 * Cloudflare Pages reads no longer line and no more rules
 * (developers.cloudflare.com/pages/configuration/headers, seen 2026-11-22). Netlify names no limit.
 */
export const headersFileLimits = { line: 2000, rules: 100 } as const;
/**
 * Cloudflare Pages: static redirects and bytes (developers.cloudflare.com/pages/configuration/redirects; the
 * bytes from users' reports, seen 2026-11-22).
 */
export const redirectsFileLimits = { rules: 2000, line: 1000, bytes: 100_000 } as const;

/**
 * `_headers`. The general rule comes first: Cloudflare joins the values of all rules that fit unless a later
 * one drops the header with `!`;
 * Netlify skips such lines and lets the later rule win. There a framable page keeps `X-Frame-Options`, which
 * browsers ignore beside `frame-ancestors`.
 */
export function headersFile(headers: readonly ServerHeader[], path = ''): string {
  const rules = new Map<string, string[]>([
    [
      `${path}/*`,
      headers.filter((header) => header.value !== '').map((header) => `${header.name}: ${header.value}`),
    ],
  ]);
  for (const header of headers)
    for (const [place, value] of header.at)
      for (const glob of place.globs) {
        const lines = rules.get(glob) ?? [];
        if (header.value !== '') lines.push(`! ${header.name}`);
        if (value !== undefined) lines.push(`${header.name}: ${value}`);
        rules.set(glob, lines);
      }
  const text = `${[...rules].map(([glob, lines]) => [glob, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n')}\n`;
  const long = text.split('\n').find((line) => line.length > headersFileLimits.line);
  if (long !== undefined)
    throw new Error(
      `Một dòng của _headers dài ${long.length} ký tự, máy chủ tĩnh chỉ nhận ${headersFileLimits.line}: ${long.slice(0, 60)}… Bớt số kiểu dáng khác nhau. (line too long for static hosts)`,
    );
  return text;
}

/** Redirects for static hosts, as many as they take; the pages that lead on by themselves serve the rest. */
export function hostRedirects(text: string): string {
  const kept: string[] = [];
  let bytes = 0;
  for (const line of text.split('\n')) {
    bytes += Buffer.byteLength(line) + 1;
    if (line === '' || line.length > redirectsFileLimits.line) continue;
    if (kept.length === redirectsFileLimits.rules || bytes > redirectsFileLimits.bytes) break;
    kept.push(line);
  }
  return `${kept.join('\n')}\n`;
}

const variable = (name: string): string => `$so_tay_${name.toLowerCase().replaceAll('-', '_')}`;
const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

/**
 * For nginx, inside `http`: one variable for each header. The policy depends on the edition that is being
 * served, see `deploy/chuan-bi.sh`, which puts its folder for `@DIR@`.
 */
export function nginxMaps(headers: readonly ServerHeader[], policies: HeaderPolicies, path = ''): string {
  const csp = headers.find((header) => header.name === 'Content-Security-Policy')!;
  const place = csp.at[0]![0];
  const lines = [
    '# Made by the build; nothing to edit here.',
    'map_hash_bucket_size 512;',
    'map_hash_max_size 16384;',
    `map $uri $so_tay_place { default page; "~${place.pattern}" framable; }`,
    '# An edition whose policy has not been read yet: the page itself says which style and script it has.',
    `map "$so_tay_place:$realpath_root" $so_tay_content_security_policy { default ${quoted(lenientPolicy(policies.page))}; "~^framable:" ${quoted(lenientPolicy(policies.framable))}; include @DIR@/may-chu/chinh-sach.map; }`,
  ];
  for (const header of headers)
    if (header !== csp && header.at.length > 0)
      lines.push(
        `map $uri ${variable(header.name)} { default ${quoted(header.value)}; ${[...header.at]
          .reverse()
          .map(([otherPlace, value]) => `"~${otherPlace.pattern}" ${quoted(value ?? '')};`)
          .join(' ')} }`,
      );
  lines.push(
    'map $status $so_tay_allow { default ""; 405 "GET, HEAD"; }',
    'map $uri $so_tay_leads_to { default ""; include @DIR@/may-chu/chuyen-huong.map; }',
    ...nginxTwins(path),
    ...nginxDictionaryMaps(path),
  );
  return `${lines.join('\n')}\n`;
}

const lifetime = 'Cache-Control';

/**
 * Who asks for Markdown is led to the twin of a page, if it has one. What leads there is kept by nobody: a
 * cache that does not look at what was asked for would hand it to readers.
 */
const nginxTwins = (path: string): string[] => [
  'map $http_accept $so_tay_asks { default ""; "~*\\btext/markdown\\b" twin; }',
  `map "$so_tay_asks:$uri" $so_tay_markdown { default ""; ` +
    `"~^twin:${path.replaceAll('.', '\\.')}(?<so_tay_asked>/(?:.*/)?)$" "\${so_tay_asked}index.md"; }`,
  `map $so_tay_markdown $so_tay_kept { default "no-store"; "" ${variable(lifetime)}; }`,
];
const nginxLeadsToTwin = (root: string, path = ''): string =>
  `if (-f "${root}$so_tay_markdown") { return 302 "${path}$so_tay_markdown"; }`;

function nginxHeader({ name, value, at }: ServerHeader): string {
  const sent = name === lifetime ? '$so_tay_kept' : at.length > 0 ? variable(name) : quoted(value);
  return `add_header ${name} ${sent} always;`;
}

/**
 * The same for an edition under a path: one block that leaves everything else of the server alone.
 * `deploy/chuan-bi.sh` puts the folder of the edition for `@DIR@`.
 */
function nginxLocation(headers: readonly ServerHeader[], path: string): string {
  const pattern = path.replaceAll('.', '\\.');
  return [
    '# Made by the build; nothing to edit here.',
    `location = ${path} { absolute_redirect off; return 301 ${path}/$is_args$args; }`,
    `location ^~ ${path}/ {`,
    ...[
      'alias @DIR@/current/;',
      'index index.html;',
      '# Else a redirect would name this machine instead of the address that readers use.',
      'absolute_redirect off;',
      ...headers.map(nginxHeader),
      'add_header Allow $so_tay_allow always;',
      'if ($request_method !~ ^(?:GET|HEAD)$) { return 405; }',
      'if ($so_tay_leads_to) { return 301 $so_tay_leads_to$is_args$args; }',
      nginxLeadsToTwin('@DIR@/current', path),
      ...nginxDictionary,
      '# A folder without a page is no page either.',
      `error_page 404 ${path}/404.html;`,
      `error_page 403 =404 ${path}/404.html;`,
      'try_files $uri $uri/ =404;',
      '# Hidden files, and what is written for hosts of another kind.',
      'location ~ /\\. { return 404; }',
      `location ~ ^${pattern}/_(?:headers|redirects)$ { return 404; }`,
      '# Only as companions of the plain file.',
      'location ~ \\.(?:br|gz)$ { return 404; }',
    ].map((line) => `  ${line}`),
    '}',
    '',
  ].join('\n');
}

/**
 * For nginx, inside `server`. No other `add_header` may stand in a `location`, or these would not be sent
 * there.
 */
export function nginxServer(headers: readonly ServerHeader[], path = ''): string {
  if (path !== '') return nginxLocation(headers, path);
  return [
    '# Made by the build; nothing to edit here.',
    ...headers.map(nginxHeader),
    'add_header Allow $so_tay_allow always;',
    'if ($request_method !~ ^(?:GET|HEAD)$) { return 405; }',
    'if ($so_tay_leads_to) { return 301 $so_tay_leads_to$is_args$args; }',
    nginxLeadsToTwin('$document_root'),
    ...nginxDictionary,
    '# A folder without a page is no page either.',
    'error_page 404 /404.html;',
    'error_page 403 =404 /404.html;',
    'location / { try_files $uri $uri/ =404; }',
    '# Hidden files, and what is written for hosts of another kind.',
    'location ~ /\\. { return 404; }',
    'location ~ ^/_(?:headers|redirects)$ { return 404; }',
    '# Only as companions of the plain file.',
    'location ~ \\.(?:br|gz)$ { return 404; }',
    '',
  ].join('\n');
}

/**
 * For Caddy: one snippet with all headers, and one for its error pages, which are never framable nor kept for
 * long, whatever address was asked
 * for. `known` is a file that only editions with this policy have; for another edition the page itself says
 * which style and script it has.
 */
export function caddyHeaders(
  headers: readonly ServerHeader[],
  policies: HeaderPolicies,
  known: string,
): string {
  const set = (matcher: string, name: string, value: string | undefined): string =>
    value === undefined ? `\theader ${matcher} -${name}` : `\theader ${matcher} ${name} \`${value}\``;
  const unread = (name: string): string[] => [
    `\t@unread_${name} not file ${known}`,
    set(`@unread_${name}`, 'Content-Security-Policy', lenientPolicy(policies.page)),
  ];
  const lines = [
    '# Made by the build; nothing to edit here.',
    '# `route` keeps the order: Caddy would put what holds everywhere last.',
    '(so-tay-so-headers) {',
    '\troute {',
  ];
  headers.forEach((header, index) => {
    if (header.value !== '') lines.push(set('*', header.name, header.value));
    const policy = header.name === 'Content-Security-Policy';
    if (policy) lines.push(...unread('page'));
    header.at.forEach(([place, value], position) => {
      lines.push(
        `\t@h${index}_${position} path_regexp \`${place.pattern}\``,
        set(`@h${index}_${position}`, header.name, value),
      );
      if (policy)
        lines.push(
          `\t@unread_${position} {\n\t\tpath_regexp \`${place.pattern}\`\n\t\tnot file ${known}\n\t}`,
          set(`@unread_${position}`, header.name, lenientPolicy(policies.framable)),
        );
    });
  });
  lines.push(
    '\t}',
    '}',
    '(so-tay-so-error-headers) {',
    '\troute {',
    ...headers.map((header) => set('*', header.name, header.value === '' ? undefined : header.value)),
    ...unread('error'),
    '\t}',
    '}',
  );
  return `${lines.join('\n')}\n`;
}
