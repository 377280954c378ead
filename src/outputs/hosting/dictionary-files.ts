/**
 * How nginx and Caddy serve the shared dictionary (RFC 9842) and the pages against it. Static hosts cannot
 * choose by what a reader has, and go on with brotli. Pure.
 *
 * A reader's browser tells the id of its dictionary, and a page's twin carries the same id in its name: so a
 * twin is never sent to somebody with another dictionary, whichever edition the server has read last.
 */

/** The dictionaries of an edition; publishing puts them there. */
const file = '/_astro/nen\\.([0-9a-f]{16})\\.txt';
/** Pages without twins, as publishing has it: `walked`. */
const apart = ['in', 'nhung', 'trinh-chieu'];
/** On what the form of a page depends beside `Accept-Encoding`. */
const vary = 'Available-Dictionary, Dictionary-ID';

/** Inside `http`. `deploy/chuan-bi.sh` writes which edition offers which dictionary. */
export function nginxDictionaryMaps(path: string): string[] {
  const at = `^${path.replaceAll('.', '\\.')}`;
  const not = `/(?:${apart.join('|')})/`;
  const asked = '"$http_accept_encoding|$http_available_dictionary|$http_dictionary_id"';
  const has = `'~\\bdcb\\b[^|]*\\|:[A-Za-z0-9+/]{43}=:\\|"(?<so_tay_has>[0-9a-f]{16})"$'`;
  const uses = `'match="${path}/*", id="$so_tay_new"'`;
  const made = file.replace('(', '(?<so_tay_new>');
  return [
    '# The shared dictionary: which one the reader has, and the page against it.',
    `map ${asked} $so_tay_dictionary { default ""; ${has} $so_tay_has; }`,
    `map $uri $so_tay_walked { default ""; "~${at}${not}" ""; "~/$" index.html; }`,
    `map "$so_tay_walked:$so_tay_dictionary" $so_tay_twin { default "/."; ` +
      `"~^(?<so_tay_page>.+):(?<so_tay_of>.+)$" "$so_tay_page.$so_tay_of.dcb"; }`,
    'map $uri $so_tay_coding { default ""; "~\\.dcb$" dcb; }',
    `map $uri $so_tay_use { default ""; '~${at}${made}$' ${uses}; }`,
    'map $realpath_root $so_tay_offer { default ""; include @DIR@/may-chu/tu-dien-nen.map; }',
    '# Firefox 153 fetches it without ever using it: offered to browsers that name themselves so.',
    'map $http_sec_ch_ua $so_tay_offered { "" ""; default $so_tay_offer; }',
    `map "$so_tay_offered:$uri" $so_tay_link { default ""; "~^:" ""; "~:${at.slice(1)}${not}" ""; ` +
      `"~\\.(?:html|dcb)$" '<${path}/$so_tay_offered>; rel="compression-dictionary"'; }`,
    `map "$so_tay_offer:$uri" $so_tay_vary { default ""; "~\\.dcb$" "Accept-Encoding, ${vary}"; "~^:" ""; ` +
      `"~:${at.slice(1)}${not}" ""; "~\\.html$" "${vary}"; }`,
  ];
}

/** Inside `server`, or inside the `location` of an edition under a path. */
export const nginxDictionary: readonly string[] = [
  'add_header Vary $so_tay_vary always;',
  'add_header Content-Encoding $so_tay_coding;',
  'add_header Use-As-Dictionary $so_tay_use;',
  'add_header Link $so_tay_link;',
  'if (-f $request_filename$so_tay_twin) { rewrite ^ $uri$so_tay_twin last; }',
  "# Already as small as it gets, and with a page's type.",
  'location ~ \\.dcb$ { internal; gzip off; max_ranges 0; types { } default_type text/html; }',
];

/** A snippet for Caddy, before its files. `so-tay-so-offer` is written by `deploy/chuan-bi.sh`. */
export function caddyDictionary(): string {
  const page = ['path */', `not path ${apart.map((folder) => `/${folder}/*`).join(' ')}`];
  const twin = '{path}index.html.{reader_has}.dcb';
  return [
    '# Made by the build; nothing to edit here.',
    '(so-tay-so-dictionary) {',
    '\tmap {header.Dictionary-ID} {reader_has} {',
    '\t\t~^"([0-9a-f]{16})"$ "${1}"',
    '\t\tdefault ""',
    '\t}',
    `\t@dictionary path_regexp dictionary ^${file}$`,
    '\theader @dictionary Use-As-Dictionary `match="/*", id="{re.dictionary.1}"`',
    '\t@walked {',
    ...page.map((line) => `\t\t${line}`),
    '\t}',
    '\t@offered {',
    ...page.map((line) => `\t\t${line}`),
    '\t\theader Sec-CH-UA *',
    '\t}',
    '\timport so-tay-so-offer',
    '\t@twin {',
    ...page.map((line) => `\t\t${line}`),
    '\t\theader Accept-Encoding *dcb*',
    '\t\theader Available-Dictionary :*',
    `\t\tfile ${twin}`,
    '\t}',
    '\troute @twin {',
    '\t\theader Content-Encoding dcb',
    '\t\theader Content-Type "text/html; charset=utf-8"',
    `\t\theader Vary "Accept-Encoding, ${vary}"`,
    `\t\trewrite ${twin}`,
    '\t\tfile_server',
    '\t}',
    '}',
    '',
  ].join('\n');
}
