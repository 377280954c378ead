/** Fills a unit's report draft with the figures of the tally, on this device; only the draft is fetched. */
import { one, textsOf, wordsOf } from '../../client/page-parts.ts';
import { ownUnit } from '../../client/own-unit.ts';
import { keptSheets, sheetsOfFiles } from './tally-keep.ts';
import { addSheets, sheetsOf, type TallySheet } from '../../sessions/tally.ts';
import type { Figure } from './fill-report.ts';

const form = one(HTMLFormElement, '[data-report-fill]');
const say = wordsOf(textsOf(form.dataset.words));
const names = textsOf(form.dataset.names);
const unit = one(HTMLSelectElement, 'select', form);
const opened = one(HTMLInputElement, 'input', form);
const have = one(HTMLElement, '[data-report-have]', form);
const told = one(HTMLElement, '[data-report-told]', form);

const carried = sheetsOf(location.hash);
let sheets: readonly TallySheet[] = carried.length > 0 ? carried : keptSheets();

function show(): void {
  const all = addSheets(sheets);
  have.textContent =
    all.sheets === 0 ? say('haveNone') : say('have', { n: all.sheets, learners: all.counts.luot ?? 0 });
}

/** Rows of the appendix, and those of the guides that were taught. */
function figuresOf(): { readonly rows: Figure[]; readonly taught: Figure[] } {
  const { counts, guides } = addSheets(sheets);
  return {
    rows: Object.entries(counts).map(([id, value]) => ({ name: names.get(id) ?? id, value })),
    taught: guides.flatMap(({ number, learners, done }) => [
      { name: say('guideLearners', { n: number }), value: learners },
      { name: say('guideDone', { n: number }), value: done },
    ]),
  };
}

async function make(): Promise<void> {
  const file = form.dataset.file ?? '';
  const answer = await fetch(`/don-vi/${unit.value}/${file}`);
  if (!answer.ok) throw new Error(`${unit.value}: ${answer.status}`);
  const { fillReport } = await import('./fill-report.ts');
  const { rows, taught } = figuresOf();
  const { bytes, filled } = fillReport(new Uint8Array(await answer.arrayBuffer()), rows, taught);
  const url = URL.createObjectURL(new Blob([bytes], { type: form.dataset.type ?? '' }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: `${unit.value}-${file}`,
  });
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
  told.textContent = filled === 0 ? say('madeNone') : say('made', { n: filled });
}

opened.addEventListener('change', () => {
  void sheetsOfFiles(opened.files ?? [], names).then(({ sheets: more, broken }) => {
    sheets = [...sheets, ...more];
    show();
    if (broken !== undefined) have.textContent = say('openFailed', { name: broken });
    opened.value = '';
  });
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (unit.value === '') {
    told.textContent = say('noUnit');
    unit.focus();
    return;
  }
  told.textContent = say('making');
  make().catch(() => {
    told.textContent = say('failed');
  });
});

const asked = new URLSearchParams(location.search).get('don-vi') ?? ownUnit()?.id ?? '';
if ([...unit.options].some(({ value }) => value === asked)) unit.value = asked;
form.hidden = false;
document.querySelector('[data-unheard]')?.remove();
show();
