/**
 * Every control that may change what a page shows, by its mark, with where its opened state is measured.
 * Folds (`details`) need no row: every page is measured with all of them open. A control without a row fails
 * the run, so that whoever adds one says where what it opens is looked at.
 */
const states: Readonly<Record<string, string>> = {
  'button[data-reset]': 'modes.spec: puts the page back',
  'button[type=submit]': 'width.spec: results, answers, sums, refusals',
  'button[data-talking]': 'first-window.spec: speaks, shows nothing new',
  'button[data-voice]': 'search.spec: listens, its words stand in the field',
  'button[data-share-modes]': 'width.spec: display modes, their address copied',
  'button[data-copy]': 'width.spec: the part of a guide chosen for its address',
  'button[data-copy-sum]': 'width.spec: sums of large numbers',
  'button[data-save]': 'width.spec: sums of large numbers',
  'button[data-print]': 'print.spec: paper, nothing new on the screen',
  'button[data-listen]': 'width.spec: the player stands open',
  'button[data-own-tick]': 'width.spec: the first tick of a guide',
  'button[data-follow]': 'way.spec: a path is followed',
  'button[data-qr]': 'way.spec: the card with its code',
  'button[data-merge]': 'way.spec: a code is put in',
  'button[data-leave]': 'way.spec: a path is left',
  'button[data-erase]': 'way.spec: marks are taken away',
  'button[data-undo]': 'way.spec: marks come back',
  'button[data-many]': 'way.spec: a machine that many use',
  'button[data-update]': 'offline.spec: a newer copy',
  'button[data-persist]': 'offline.spec: the copy is kept',
  'button[data-remove]': 'offline.spec: a part is taken away',
  'button[data-remove-all]': 'offline.spec: the copy is taken away',
  'button[data-pause]': 'offline.spec: the download waits',
  'button[data-install]': 'offline.spec: the browser asks, not the page',
  'button[data-retry]': 'offline.spec: the page is asked for again',
  'button[data-again]': 'width.spec: a plan of eight guides; a question asked again',
  'button[data-example]': 'width.spec: helper, an answer',
  'button[popovertarget]': 'width.spec: the meaning of a word',
  'button.offer': 'width.spec: a plan of eight guides',
  'button.begin': 'drills.spec: a drill begins',
  'button.key': 'drills.spec: every right way is played',
  'button.': 'drills.spec: every right way is played',
  'button.pill': 'width.spec: more results, a plan, a sum',
  'select[data-people]': 'way.spec: how many people the house has',
  'button[data-names-erase]': 'way.spec: names are taken away',
  'select[data-who]': 'way.spec: another person of the house',
  select: 'width.spec: the longest line of each list chosen',
};

/** Those of the marks that no row names. */
export const unlisted = (marks: readonly string[], rows: object = states): string[] =>
  [...new Set(marks)].filter((mark) => !Object.hasOwn(rows, mark));

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
