/** The helper "Hỏi sổ tay": a conversation that only quotes. Emergencies come before any look-up. Nothing is sent anywhere. */
import './composing-keys.ts';
import {
  certainty,
  linesToShow,
  pagesToRead,
  rankInTalk,
  rankPassages,
  sureAt,
  type FoundPassage,
} from '../search/answer.ts';
import type { Level, PageText } from '../search/format.ts';
import { runs } from '../search/highlight.ts';
import type { PassageIndex } from '../search/passage-index.ts';
import { readQuery, type Query } from '../search/query.ts';
import type { Reader } from '../search/rank.ts';
import { element, markNodes, quoteView } from './passage-view.ts';
import { loadIndex, loadText, loadWhole } from './search-files.ts';
import { urgentBox } from './urgent.ts';
import { offerVoice } from './voice-input.ts';
import { setContent } from './set-content.ts';

const form = document.querySelector<HTMLFormElement>('[data-ask]')!;
const input = form.querySelector<HTMLInputElement>('input')!;
const talk = document.querySelector<HTMLElement>('[data-talk]')!;
const status = document.querySelector<HTMLElement>('[data-status]')!;
const after = document.querySelector<HTMLElement>('[data-after]')!;
const examples = document.querySelector<HTMLElement>('[data-examples]')!;
const help = document.querySelector<HTMLElement>('[data-help]')!;
const who = document.querySelector<HTMLFormElement>('[data-who]')!;
const words = JSON.parse(form.dataset['words']!) as Record<string, string>;
const setting = 'hoi-so-tay';

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, gap: string) => String(values[gap] ?? ''));

/** Page of the last answer, by address: the index may be replaced by a fuller one. */
let lastAddress: string | undefined;
let lastQuestion = '';

/** Choice of reader, kept on the device only. Storage may be closed; then it holds for this visit. */
function reader(): Reader {
  const data = new FormData(who);
  const audience = String(data.get('audience') ?? '');
  const level = String(data.get('level') ?? '');
  return { ...(audience === '' ? {} : { audience }), ...(level === '' ? {} : { level: level as Level }) };
}
function recall(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(setting) ?? '{}') as Reader;
    (who.elements.namedItem('audience') as HTMLSelectElement).value = kept.audience ?? '';
    for (const box of who.querySelectorAll<HTMLInputElement>('[name=level]'))
      box.checked = box.value === (kept.level ?? '');
  } catch {
    /* see above */
  }
}
function keep(): void {
  try {
    const profile = reader();
    if (profile.audience === undefined && profile.level === undefined) localStorage.removeItem(setting);
    else localStorage.setItem(setting, JSON.stringify(profile));
  } catch {
    /* see above */
  }
}

const addressOf = (index: PassageIndex, passage: FoundPassage): string => {
  const page = index.pages[passage.page]!;
  return passage.passage.id === ''
    ? page.address
    : `${page.address.replace(/#.*$/, '')}#${passage.passage.id}`;
};
const partOf = (passage: FoundPassage): string =>
  passage.passage.title || words[`part-${passage.passage.kind}`] || words['intro']!;
const nameOf = (index: PassageIndex, passage: FoundPassage): string => {
  const page = index.pages[passage.page]!;
  return page.number > 0
    ? fill(words['open']!, { n: page.number, title: page.title, part: partOf(passage) })
    : `${page.title} – ${partOf(passage)}`;
};

/** The passage as a quotation with where it comes from and the way there. */
function passageView(index: PassageIndex, query: Query, passage: FoundPassage): HTMLElement {
  const page = index.pages[passage.page]!;
  const address = addressOf(index, passage);
  const by =
    page.number > 0
      ? fill(words['from']!, { n: page.number, part: partOf(passage) })
      : page.kind === 'term'
        ? words['fromTerm']!
        : fill(words['fromPage']!, { part: page.title });
  const open = element('a', 'pill', page.number > 0 ? `${words['read']!}: ${page.title}` : page.title);
  open.href = address;
  return element(
    'div',
    '',
    element('p', 'by', by),
    quoteView(linesToShow(passage.passage, query, index), address, (text) =>
      markNodes(runs(text, query, index)),
    ),
    element('p', '', open),
  );
}

/** Best passage open, two more as buttons that open in place. */
function answerView(
  index: PassageIndex,
  query: Query,
  found: readonly FoundPassage[],
  box: HTMLElement,
): void {
  const [best, ...rest] = found;
  if (!best) return;
  box.append(passageView(index, query, best));
  const others = rest.slice(0, 2);
  if (others.length === 0) return;
  const ul = element('ul', 'others');
  for (const passage of others) {
    const button = element('button', 'pill', nameOf(index, passage));
    button.type = 'button';
    button.addEventListener('click', () => {
      const view = passageView(index, query, passage);
      view.tabIndex = -1;
      button.replaceWith(view);
      view.focus();
    });
    ul.append(element('li', '', button));
  }
  box.append(element('p', 'quiet', words['others']!), ul);
}

async function ask(raw: string): Promise<void> {
  examples.hidden = true;
  after.hidden = false;
  lastQuestion = raw;
  const said = element('p', 'said', element('span', 'unseen', `${words['you']!}: `), raw);
  talk.append(said);
  const box = element('div', 'answer', element('p', 'unseen', words['book']!));
  let urgent = urgentBox(raw);
  const showUrgent = (): void => {
    if (!urgent) return;
    // The page's own box keeps its place; the talk gets a copy.
    const copy = urgent.querySelector('[data-urgent]')!.cloneNode(true) as HTMLElement;
    const place = element('div', 'urgent', element('p', '', element('b', '', words['urgentFirst']!)), copy);
    place.dataset['urgentShown'] = urgent.dataset['id']!;
    box.append(place);
  };
  showUrgent();
  const alreadyUrgent = urgent !== undefined;
  if (alreadyUrgent) talk.append(box);
  try {
    let index = await loadIndex();
    const lastPage = (passageIndex: PassageIndex): number | undefined => {
      const position = passageIndex.pages.findIndex((page) => page.address === lastAddress);
      return position < 0 ? undefined : position;
    };
    let query = readQuery(raw, index);
    let { ranked, stays } = rankInTalk(query, index, reader(), lastPage(index));
    if (!index.complete && certainty(query, ranked) < sureAt) {
      index = await loadWhole().catch(() => index);
      query = readQuery(raw, index);
      ({ ranked, stays } = rankInTalk(query, index, reader(), lastPage(index)));
    }
    if (!alreadyUrgent) {
      urgent = urgentBox(raw, query.folded);
      showUrgent();
    }
    if (query.rewritten) box.append(element('p', 'quiet', fill(words['understood']!, { q: query.shown })));
    const sure = stays ? 1 : certainty(query, ranked);
    if (sure < sureAt) {
      if (!urgent)
        unsure(
          index,
          ranked.slice(0, 3).map((page) => page.page),
          box,
        );
    } else {
      const pages = stays ? ranked.slice(0, 1) : pagesToRead(ranked, index);
      const texts = new Map<number, PageText>();
      await Promise.all(
        pages.map(async (page) => {
          const text = await loadText(index.pages[page.page]!).catch(() => undefined);
          if (text) texts.set(page.page, text);
        }),
      );
      const found = rankPassages(query, index, pages, texts);
      if (found.length === 0) throw new Error('no text');
      // In an emergency the fixed steps stand alone; what was looked up is there for whoever opens it.
      let place: HTMLElement = box;
      if (urgent) {
        place = element('details', '', element('summary', '', words['after']!));
        box.append(place);
      } else if (stays)
        box.append(element('p', 'quiet', fill(words['stays']!, { n: index.pages[pages[0]!.page]!.number })));
      answerView(index, query, found, place);
      lastAddress = index.pages[found[0]!.page]!.address;
    }
  } catch {
    if (!urgent) box.append(element('p', '', words['failed']!));
  }
  if (!alreadyUrgent) talk.append(box);
  said.scrollIntoView({ block: 'start' });
}

/** Says so, and shows the nearest guides and whom to ask. */
function unsure(index: PassageIndex, pages: readonly number[], box: HTMLElement): void {
  box.dataset['unsure'] = '';
  const ul = element('ul', 'links');
  for (const pageNumber of pages) {
    const page = index.pages[pageNumber]!;
    const link = element('a', '', page.number > 0 ? `${page.number} · ${page.title}` : page.title);
    link.href = page.address;
    ul.append(element('li', '', link));
  }
  box.append(element('p', '', words['unsure']!), ul, help.firstElementChild!.cloneNode(true));
}

recall();
who.addEventListener('change', keep);
who.addEventListener('submit', (event) => event.preventDefault());
input.addEventListener('focus', () => void loadIndex().catch(() => undefined), { once: true });
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const raw = input.value.trim();
  if (raw === '') {
    input.focus();
    return;
  }
  input.value = '';
  void ask(raw);
});
examples.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('[data-example]');
  if (!button) return;
  void ask(button.textContent);
  input.focus();
});
document.querySelector('[data-copy]')!.addEventListener(
  'click',
  () =>
    void navigator.clipboard.writeText(lastQuestion).then(
      () => {
        status.textContent = words['copied']!;
      },
      () => undefined,
    ),
);
document.querySelector('[data-again]')!.addEventListener('click', () => {
  setContent(talk);
  lastAddress = undefined;
  after.hidden = true;
  examples.hidden = false;
  status.textContent = words['cleared']!;
  input.focus();
});
offerVoice(
  input,
  words as Record<'voiceOn' | 'voiceOff', string>,
  (text) => {
    status.textContent = text;
  },
  () => form.requestSubmit(),
);
const raw = new URLSearchParams(location.search).get('q')?.trim() ?? '';
if (raw !== '') void ask(raw);
