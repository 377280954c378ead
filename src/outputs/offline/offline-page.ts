/**
 * The page "Đọc khi không có mạng": what is chosen, how far it is, what is kept. Nothing is fetched before
 * the reader asks.
 */
import { setContent } from '../../client/set-content.ts';
import { one, textsOf, wordsOf } from '../../client/page-parts.ts';
import { sizeWords } from '../../books/size-words.ts';
import { commonSection, isPage, type KeptCopy, type OfflineIndex } from './runtime/format.ts';
import { mendChosen } from './runtime/mend.ts';
import { keep, look, news, readIndex, remove, type Stop } from './runtime/keeper.ts';

const place = (name: string): HTMLElement => one(HTMLElement, `[data-${name}]`);
const form = one(HTMLFormElement, '[data-choose]');
const words = wordsOf(textsOf(form.dataset.words));
const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=phan]')];
const start = one(HTMLButtonElement, 'button', form);
const status = place('status');
const work = place('work');
const bar = one(HTMLProgressElement, 'progress', work);
const where = place('progress');
const pause = one(HTMLButtonElement, '[data-pause]');
const update = one(HTMLButtonElement, '[data-update]');
const whole = 'ca-so-tay';
/** After a broken line the page tries again by itself this much later, in milliseconds. */
const nextTry = 30_000;
/** Everything but the selections by audience, which are inside of it. */
const wholeSections = boxes.map((box) => box.value).filter((id) => id !== whole && !id.startsWith('ai-'));

const say = (text: string): void => {
  status.textContent = text;
};
const dayWords = (day: string): string => day.split('-').map(Number).reverse().join('/');
const bytesOf = (id: string): number =>
  Number(document.querySelector<HTMLElement>(`[data-size="${id}"]`)?.dataset.bytes ?? 0);
const titleOf = (id: string): string =>
  boxes
    .find((box) => box.value === id)
    ?.closest('label')
    ?.querySelector('span')?.textContent ?? id;
const pagesOf = (copy: KeptCopy): number => Object.keys(copy.files).filter(isPage).length;
const ticked = (): string[] => boxes.filter((box) => box.checked).map((box) => box.value);
/** Sections behind the ticks. */
const sectionsOf = (ids: readonly string[]): string[] =>
  [...new Set(ids.flatMap((id) => (id === whole ? wholeSections : [id])))].sort();
const isWhole = (sections: readonly string[]): boolean => wholeSections.every((id) => sections.includes(id));
/** Sections as ticks. */
const ticksOf = (sections: readonly string[]): string[] =>
  isWhole(sections) ? [whole, ...sections.filter((id) => id.startsWith('ai-'))] : [...sections];

let running: AbortController | undefined;
let latest: OfflineIndex | undefined;

function tick(sections: readonly string[]): void {
  const ids = new Set(ticksOf(sections));
  for (const box of boxes) box.checked = ids.has(box.value);
  tellSum();
}

function tellSum(): void {
  const ids = ticked();
  const all = ids.includes(whole)
    ? [whole, ...ids.filter((id) => id.startsWith('ai-'))]
    : [...ids, commonSection];
  place('sum').textContent =
    ids.length === 0
      ? words('sumNone')
      : words('sum', { size: sizeWords(all.reduce((total, id) => total + bytesOf(id), 0)) });
  start.disabled = ids.length === 0 || running !== undefined;
}

/** What is kept, and whether there is something newer. */
async function showKept(): Promise<KeptCopy | undefined> {
  const { copy } = await look();
  place('here').hidden = copy === undefined;
  if (!copy) return undefined;
  const sections = Object.keys(copy.sections).filter((id) => id !== commonSection);
  place('kept-words').textContent = words('keptWords', {
    day: dayWords(copy.edition),
    pages: pagesOf(copy),
  });
  setContent(
    place('kept-list'),
    ...ticksOf(sections).map((id) =>
      Object.assign(document.createElement('li'), {
        textContent: id === whole ? words('wholeTitle') : titleOf(id),
      }),
    ),
  );
  const persisted = await navigator.storage?.persisted?.();
  place('persist').hidden = persisted || !navigator.storage?.persist;
  place('persist-words').textContent = persisted ? words('persistYes') : '';
  return copy;
}

async function showNews(copy: KeptCopy): Promise<void> {
  const told = place('news');
  told.textContent = words('checking');
  update.hidden = true;
  try {
    const found = await news(copy);
    latest = found.index;
    if (!found.news) {
      told.textContent = words('newest');
      return;
    }
    told.textContent = words(found.news.pages > 0 ? 'news' : 'newsShared', {
      pages: found.news.pages,
      size: sizeWords(found.news.bytes),
    });
    update.hidden = false;
  } catch {
    told.textContent = words('unknown');
  }
}

/** Room that the device would need for what is not kept yet. */
async function roomFor(sections: readonly string[]): Promise<number> {
  const index = (latest ??= await readIndex().catch(() => undefined));
  const kept = Object.keys((await look()).copy?.sections ?? {});
  return [commonSection, ...sections]
    .filter((id) => !kept.includes(id))
    .reduce((total, id) => total + (index?.sections[id]?.room ?? 0), 0);
}

/**
 * Room needed and what the browser still gives. Undefined when it fits or when the browser does not tell the
 * truth, as newer ones do.
 */
async function tooLittleRoom(
  sections: readonly string[],
): Promise<{ need: number; free: number } | undefined> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  if (estimate?.quota === undefined) return undefined;
  const need = await roomFor(sections);
  const free = Math.max(0, estimate.quota - (estimate.usage ?? 0));
  return need > free ? { need, free } : undefined;
}

const roomWords = (need: number, free?: number): string =>
  words('room', {
    need: sizeWords(need),
    free: free === undefined ? '' : words('roomFree', { size: sizeWords(free) }),
  });

/**
 * Without the worker nobody would serve what is kept. The module on every page starts it: the only one that
 * names its address.
 */
function askForWorker(): void {
  dispatchEvent(new Event('luu'));
}

/** Whether the worker is at work; waits for it a while. */
async function workerThere(): Promise<boolean> {
  askForWorker();
  return Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise<false>((done) => {
      setTimeout(() => done(false), 20_000);
    }),
  ]);
}

/** Downloads until it is done or stops, and says how it went. */
async function run(sections: readonly string[], index?: OfflineIndex): Promise<void> {
  if (running) return;
  running = new AbortController();
  const { signal } = running;
  try {
    localStorage.removeItem('luu');
    delete document.documentElement.dataset.luu;
  } catch {
    /* storage is closed: nothing was refused either */
  }
  tellSum();
  work.hidden = false;
  pause.textContent = words('pause');
  say('');
  let spoken = 0;
  let stop: Stop | undefined;
  try {
    askForWorker();
    stop = await keep(
      sections,
      signal,
      (progress) => {
        bar.max = progress.all;
        bar.value = progress.arrived;
        where.textContent = words('progress', {
          arrived: sizeWords(progress.arrived),
          all: sizeWords(progress.all),
        });
        // Heard at each quarter, not with each file.
        const quarter = Math.floor((4 * progress.arrived) / Math.max(1, progress.all));
        if (quarter > spoken && quarter < 4) say(words('spoken', { percent: quarter * 25 }));
        spoken = Math.max(spoken, quarter);
      },
      index,
    );
  } catch {
    stop = 'storage';
  }
  running = undefined;
  await tellEnd(sections, stop);
}

/** Says how a download went, and leaves the page as it then is. */
async function tellEnd(sections: readonly string[], stop: Stop | undefined): Promise<void> {
  const copy = await showKept().catch(() => undefined);
  if (stop === undefined && copy) {
    work.hidden = true;
    place('news').textContent = words('newest');
    update.hidden = true;
    say(
      (await workerThere())
        ? words('done', { day: dayWords(copy.edition), pages: pagesOf(copy) })
        : words('late'),
    );
  } else {
    pause.textContent = words('resume');
    if (stop === 'reader') say(words('stopped'));
    else if (stop === 'room') {
      work.hidden = true;
      say(roomWords(await roomFor(sections)));
    } else say(words(stop ?? 'storage'));
    if (stop === 'line') setTimeout(() => void goOn(false), nextTry);
    if (stop === 'elsewhere' || stop === 'storage') work.hidden = true;
  }
  tick(stop === 'room' ? ownSections(copy) : sections);
}
const ownSections = (copy: KeptCopy | undefined): string[] =>
  Object.keys(copy?.sections ?? {}).filter((id) => id !== commonSection);

/** Goes on with what was begun, unless the reader stopped it. */
async function goOn(asked: boolean): Promise<void> {
  const { wanted } = await look();
  if (!wanted || running) return;
  tick(wanted.sections);
  if (asked || !wanted.paused) return run(wanted.sections, wanted.index);
  work.hidden = false;
  pause.textContent = words('resume');
  say(words('stopped'));
}

form.addEventListener('change', tellSum);
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const sections = sectionsOf(ticked());
  start.disabled = true;
  const short = await tooLittleRoom(sections);
  if (short) {
    tellSum();
    say(roomWords(short.need, short.free));
    return;
  }
  const going = run(sections);
  pause.focus();
  await going;
});
pause.addEventListener('click', () => {
  if (running) running.abort(new Error('reader'));
  else void goOn(true);
});
update.addEventListener('click', async () => {
  const { copy } = await look();
  if (copy) await run(ownSections(copy), latest);
});
place('persist').addEventListener('click', async () => {
  const granted = await navigator.storage.persist().catch(() => false);
  place('persist-words').textContent = words(granted ? 'persistYes' : 'persistNo');
  place('persist').hidden = granted;
});
place('remove').addEventListener('click', async () => {
  if (!confirm(words('removeAsk'))) return;
  running?.abort(new Error('reader'));
  await remove(false);
  await cleared(words('removed'));
});
place('remove-all').addEventListener('click', async () => {
  if (!confirm(words('removeAllAsk'))) return;
  running?.abort(new Error('reader'));
  try {
    localStorage.setItem('luu', 'khong');
  } catch {
    /* storage is closed: it holds for this visit */
  }
  await remove(true);
  await cleared(words('removedAll'));
});
async function cleared(text: string): Promise<void> {
  work.hidden = true;
  tick([]);
  await showKept();
  say(text);
}
// A line that came back is used at once.
addEventListener('online', () => void goOn(false));

interface InstallEvent extends Event {
  prompt(): Promise<{ outcome: string }>;
}
addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  const button = one(HTMLButtonElement, '[data-install]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    if ((await (event as InstallEvent).prompt()).outcome === 'accepted') {
      button.hidden = true;
      say(words('installed'));
    }
  });
});

async function begin(): Promise<void> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) {
    say(words('unsupported'));
    return;
  }
  for (const el of [...boxes, start, place('sum'), place('remove-all-part')]) el.hidden = false;
  await mendChosen().catch(() => undefined);
  const copy = await showKept();
  tick(ownSections(copy));
  await goOn(false);
  if (copy && !running) await showNews(copy);
}
void begin().catch(() => say(words('storage')));
document.querySelector('[data-unheard]')?.remove();
