/**
 * Page type × what was tapped: every control that may change what a page shows, by its mark, on which kinds
 * of pages it stands, and where its opened state is measured. Folds (`details`) need no row: every page is
 * measured with all of them open. A control without a row for its kind of page fails the run, so that whoever
 * adds one says where what it opens is looked at.
 */
import type { StateName } from './states.ts';

/** A control on some kinds of pages, and the state or the test that looks at what it opens. */
type Row = {
  readonly control: string;
  /** First parts of addresses, '' for the front page; `every` for what stands in every header. */
  readonly on: readonly string[] | 'every';
} & ({ readonly state: StateName } | { readonly spec: `${string}.spec.ts`; readonly shows: string });

const guides = ['huong-dan', 'cho-so', 'viec-doi-song'];
const way = (control: string, shows: string): Row => ({
  control,
  on: ['lo-trinh'],
  spec: 'way.spec.ts',
  shows,
});
const offline = (control: string, shows: string): Row => ({
  control,
  on: ['ngoai-tuyen'],
  spec: 'offline.spec.ts',
  shows,
});
const drill = (control: string): Row => ({
  control,
  on: ['tap'],
  spec: 'drills.spec.ts',
  shows: 'every right way is played',
});

export const rows: readonly Row[] = [
  { control: 'button[data-reset]', on: 'every', spec: 'modes.spec.ts', shows: 'the page as it was' },
  { control: 'button[type=submit]', on: ['tim-kiem'], state: 'search: one long word' },
  { control: 'button[type=submit]', on: [''], state: 'home: a long word in the field' },
  { control: 'button[type=submit]', on: ['404.html'], state: 'not found: a long word in the field' },
  { control: 'button[type=submit]', on: ['hoi'], state: 'helper: a long word beside known ones' },
  { control: 'button[type=submit]', on: ['don-vi'], state: 'tally: a number that is refused' },
  { control: 'button[type=submit]', on: ['lo-trinh'], spec: 'way.spec.ts', shows: 'a code is read' },
  { control: 'button[type=submit]', on: ['ngoai-tuyen'], spec: 'offline.spec.ts', shows: 'a part is kept' },
  { control: 'button[type=submit]', on: ['phong-cach'], state: 'search: one long word' },
  {
    control: 'button[data-talking]',
    on: ['', 'danh-cho', 'de-doc'],
    spec: 'first-window.spec.ts',
    shows: 'speech alone',
  },
  {
    control: 'button[data-voice]',
    on: ['tim-kiem', 'hoi'],
    spec: 'search.spec.ts',
    shows: 'words in the field',
  },
  { control: 'button[data-share-modes]', on: ['tro-nang'], state: 'display modes: their address copied' },
  { control: 'button[data-copy]', on: guides, state: 'guide: a part chosen for its address' },
  { control: 'button[data-copy]', on: ['nhung'], state: 'embedding: its code copied' },
  { control: 'button[data-copy]', on: ['loa'], state: 'announcement: its words copied' },
  { control: 'button[data-copy]', on: ['kiem'], state: 'check of a page: the report copied' },
  { control: 'button[data-copy]', on: ['hoi'], state: 'helper: an answer, its others opened' },
  { control: 'button[data-copy]', on: ['tap-huan'], state: 'builder: a plan of eight guides' },
  { control: 'button[data-copy-sum]', on: ['don-vi'], state: 'tally: sums of large numbers' },
  { control: 'button[data-save]', on: ['don-vi'], state: 'tally: sums of large numbers' },
  {
    control: 'button[data-print]',
    on: ['lo-trinh', 'don-vi', 'tap-huan'],
    spec: 'print.spec.ts',
    shows: 'paper, nothing new on the screen',
  },
  {
    control: 'button[data-listen]',
    on: [...guides, 'de-doc'],
    state: 'guide: the player, and every trouble open',
  },
  { control: 'button[data-own-tick]', on: guides, state: 'guide: the first tick' },
  { control: 'button[popovertarget]', on: [...guides, 'phong-cach'], state: 'guide: the meaning of a word' },
  { control: 'button[data-again]', on: ['tap-huan'], state: 'builder: a plan of eight guides' },
  { control: 'button[data-again]', on: ['hoi'], state: 'helper: an answer, its others opened' },
  { control: 'button[data-example]', on: ['hoi'], state: 'helper: an answer, its others opened' },
  { control: 'button.offer', on: ['tap-huan'], state: 'builder: a plan of eight guides' },
  { control: 'button.pill', on: ['tim-kiem'], state: 'search: more results, parts of the site too' },
  { control: 'button.pill', on: ['tap-huan'], state: 'builder: a plan of eight guides' },
  { control: 'button.pill', on: ['don-vi'], state: 'unit desk: everything opened' },
  { control: 'button.pill', on: ['danh-ba'], state: 'directory: a long word sought' },
  {
    control: 'button.pill',
    on: ['phong-cach'],
    spec: 'every-page.spec.ts',
    shows: 'an example, nothing opens',
  },
  { control: 'select', on: ['tim-kiem'], state: 'search: longest line of both filters chosen' },
  { control: 'select', on: ['hoi'], state: 'helper: whom the answer should suit' },
  { control: 'select', on: ['tap-huan'], state: 'builder: longest audience chosen' },
  { control: 'select', on: ['do-phu'], state: 'coverage: longest line of the list chosen' },
  { control: 'select', on: ['don-vi'], state: 'units: longest place chosen' },
  { control: 'select', on: ['don-vi'], state: 'unit report: longest unit chosen' },
  way('button[data-follow]', 'a path is followed'),
  way('button[data-qr]', 'the card with its code'),
  way('button[data-merge]', 'a code is put in'),
  way('button[data-leave]', 'a path is left'),
  way('button[data-erase]', 'marks are taken away'),
  way('button[data-undo]', 'marks come back'),
  way('button[data-many]', 'a machine that many use'),
  way('button[data-names-erase]', 'names are taken away'),
  way('select[data-people]', 'how many people the house has'),
  way('select[data-who]', 'another person of the house'),
  offline('button[data-update]', 'a newer copy'),
  offline('button[data-persist]', 'the copy is kept'),
  offline('button[data-remove]', 'a part is taken away'),
  offline('button[data-remove-all]', 'the copy is taken away'),
  offline('button[data-pause]', 'the download waits'),
  offline('button[data-install]', 'the browser asks, not the page'),
  offline('button[data-retry]', 'the page is asked for again'),
  drill('button.begin'),
  drill('button.key'),
  drill('button.'),
];

/** First part of an address: its kind of page. */
const kindOf = (path: string): string => path.split(/[/?]/)[1] ?? '';

/** Those of the marks on this page that no row names for its kind. */
export const unlisted = (path: string, marks: readonly string[], known: readonly Row[] = rows): string[] =>
  [...new Set(marks)].filter(
    (mark) =>
      !known.some(({ control, on }) => control === mark && (on === 'every' || on.includes(kindOf(path)))),
  );

/** Marks of the controls on the page. Runs in the browser; the first mark that it bears is its name. */
export function controlMarks(): string[] {
  const plain = ['data-say', 'data-lost', 'data-astro'];
  return [...document.querySelectorAll<HTMLElement>('button, select, [role=button], [aria-expanded]')].map(
    (control) => {
      const tag = control.tagName.toLowerCase();
      const marks = control
        .getAttributeNames()
        .filter((name) => name.startsWith('data-') && !plain.includes(name));
      if (control.hasAttribute('popovertarget')) return `${tag}[popovertarget]`;
      if (marks[0] !== undefined) return `${tag}[${marks[0]}]`;
      if (control.getAttribute('type') === 'submit') return `${tag}[type=submit]`;
      return tag === 'select' ? tag : `${tag}.${control.classList[0] ?? ''}`;
    },
  );
}
