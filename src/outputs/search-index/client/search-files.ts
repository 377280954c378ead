/** Fetches the files of search, each once, and only when somebody searches. Nothing is sent anywhere. */
import { textFile } from '../text-file.ts';
import type { BoundFile, BoundName } from '../bound.ts';
import type { BodyFile, CoreFile, PageText } from '../../../search/format.ts';
import { lateJson } from '../../../client/late.ts';
import { PassageIndex, type IndexedPage } from '../../../search/passage-index.ts';

/** Runs a fetch once; after a failure the next call tries again. */
function once<T>(get: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () =>
    (running ??= get().catch((error: unknown) => {
      running = undefined;
      throw error;
    }));
}

let index: PassageIndex | undefined;
const keys: Record<string, readonly number[]> = {};
const coreFile = once(async (): Promise<CoreFile> => {
  const file = await lateJson<CoreFile>('/tim/goc.json');
  return { ...file, keys: Object.assign(keys, file.keys) };
});

/** Numbers of the edition's own people are keys too: all editions share one index, so the page tells them. */
function addOwnNumbers({ pages }: PassageIndex): void {
  const told = document.querySelector<HTMLElement>('[data-own-numbers]')?.dataset.ownNumbers ?? '';
  for (const [number = '', id = ''] of told.split('|').map((one) => one.split(' '))) {
    const page = pages.findIndex(({ kind, address }) => kind === 'call' && address.endsWith(`#${id}`));
    if (number !== '' && page >= 0) keys[number] = [page];
  }
}

const first = once(async () => {
  const small = new PassageIndex(await coreFile());
  addOwnNumbers(small);
  return (index ??= small);
});
const second = once(async () => {
  const small = await first();
  const body = await lateJson<BodyFile>('/tim/them.json');
  const whole = new PassageIndex(await coreFile(), body, small);
  if (!whole.complete) return small;
  return (index = whole);
});

/** The index, as complete as it is by now. Rejects when there is no network and no copy. */
export async function loadIndex(): Promise<PassageIndex> {
  const ready = await first();
  // The rest comes after the first answer is on the screen.
  const found = index ?? ready;
  if (!found.complete) setTimeout(() => void second().catch(() => undefined), 50);
  return found;
}

/** Waits for the whole index. */
export const loadWhole = (): Promise<PassageIndex> => second();

const names = once(() => lateJson<BoundFile>('/tim/ten.json'));

/** Names that bind an answer to its page; none where they do not come, or are of another edition. */
export async function loadNames({ file }: PassageIndex): Promise<readonly BoundName[]> {
  const bound = await names().catch(() => undefined);
  return bound?.edition === file.edition ? bound.names : [];
}

const texts = new Map<string, () => Promise<PageText>>();
const meanings = once(() => lateJson<Record<string, string>>('/tim/tu-dien.json'));

/** The text of a page, for quoting. */
export async function loadText(page: IndexedPage): Promise<PageText> {
  if (page.kind === 'term') {
    const id = page.address.slice(page.address.indexOf('#') + 1);
    return {
      summary: '',
      passages: [
        {
          id: '',
          kind: 'intro',
          title: page.title,
          lines: [{ as: 'p', text: (await meanings())[id] ?? '' }],
        },
      ],
    };
  }
  const name = textFile(
    SITE_FOLDER !== '' && page.address.startsWith(`${SITE_FOLDER}/`, 1)
      ? { number: page.number, address: page.address.slice(SITE_FOLDER.length + 1) }
      : page,
  );
  let get = texts.get(name);
  if (!get) texts.set(name, (get = once(() => lateJson<PageText>(`/tim/bai/${name}`))));
  return get();
}
