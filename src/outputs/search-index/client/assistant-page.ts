/**
 * The helper "Hỏi sổ tay": a conversation that only quotes. Emergencies come before any look-up. Nothing is
 * sent anywhere.
 */
import '../../../client/composing-keys.ts';
import { isNameAlone, linesToShow, pagesToRead, type FoundPassage } from '../../../search/answer.ts';
import { chosen, sureAt } from '../doubt.ts';
import { nearPages, rankInTalk, titleAlone } from '../talk.ts';
import { levels, type PageText } from '../../../search/format.ts';
import { runs } from '../highlight.ts';
import type { IndexedPage, PassageIndex } from '../../../search/passage-index.ts';
import { readQuery, type Query } from '../../../search/query.ts';
import type { RankedPage, Reader } from '../../../search/rank.ts';
import { element, markNodes, quoteView } from '../../../client/passage-view.ts';
import { one, textsOf, wordsOf } from '../../../client/page-parts.ts';
import { loadIndex, loadNames, loadText, loadWhole } from './search-files.ts';
import { answerTo, dangerOf, type Danger, type DangerWords } from '../../../search/danger.ts';
import { boundTo, nameSaid, type BoundName } from '../bound.ts';
import { calledPage, exactPages, pageOfKey } from '../../../search/exact.ts';
import { telephones } from '../../../search/identifiers.ts';
import { callLink, kindLine } from './search-rows.ts';
import { owns } from '../../../domain/owns.ts';
import { boxOf, dangerLearnt } from '../../../client/urgent.ts';
import { mayRemember } from '../../../client/shared-machine.ts';
import { offerVoice } from './voice-input.ts';
import { setContent } from '../../../client/set-content.ts';

const form = one(HTMLFormElement, '[data-ask]');
const input = one(HTMLInputElement, 'input', form);
const talk = one(HTMLElement, '[data-talk]');
const status = one(HTMLElement, '[data-status]');
const after = one(HTMLElement, '[data-after]');
const examples = one(HTMLElement, '[data-examples]');
/** The numbers of one kind as the page has them. */
const calls = (name: 'help' | 'report' | 'harm'): Node =>
  one(HTMLElement, `[data-calls=${name}] > *`).cloneNode(true);
const who = one(HTMLFormElement, '[data-who]');
const audienceChoice = one(HTMLSelectElement, '[name=audience]', who);
const texts = textsOf(form.dataset.words);
const words = wordsOf(texts);
const setting = 'hoi-so-tay';

/** Page of the last answer, by address: the index may be replaced by a fuller one. */
let lastAddress: string | undefined;
let lastQuestion = '';

/** Choice of reader, kept on the device only. Storage may be closed; then it holds for this visit. */
function reader(): Reader {
  const audience = audienceChoice.value;
  const ticked = who.querySelector<HTMLInputElement>('[name=level]:checked')?.value;
  const level = levels.find((candidate) => candidate === ticked);
  return { ...(audience === '' ? {} : { audience }), ...(level === undefined ? {} : { level }) };
}
function recall(): void {
  try {
    const kept = textsOf(localStorage.getItem(setting) ?? undefined);
    audienceChoice.value = kept.get('audience') ?? '';
    for (const box of who.querySelectorAll<HTMLInputElement>('[name=level]'))
      box.checked = box.value === (kept.get('level') ?? '');
  } catch {
    /* see above */
  }
}
function keep(): void {
  try {
    const profile = reader();
    if (profile.audience === undefined && profile.level === undefined) localStorage.removeItem(setting);
    else if (mayRemember()) localStorage.setItem(setting, JSON.stringify(profile));
  } catch {
    /* see above */
  }
}

const addressOf = (page: IndexedPage, { passage }: FoundPassage): string =>
  passage.id === '' ? page.address : `${page.address.replace(/#.*$/, '')}#${passage.id}`;
const partOf = ({ passage }: FoundPassage): string =>
  passage.title || texts.get(`part-${passage.kind}`) || words('intro');
const nameOf = (page: IndexedPage, passage: FoundPassage): string =>
  page.number > 0
    ? words('open', { n: page.number, title: page.title, part: partOf(passage) })
    : passage.passage.lines.length === 0
      ? page.title
      : `${page.title} – ${partOf(passage)}`;

/** The passage as a quotation with where it comes from and the way there. */
function passageView(index: PassageIndex, query: Query, passage: FoundPassage): HTMLElement {
  const page = index.page(passage.page);
  const address = addressOf(page, passage);
  const by =
    page.number > 0
      ? words('from', { n: page.number, part: partOf(passage) })
      : page.kind === 'term'
        ? words('fromTerm')
        : words('fromPage', { part: page.title });
  const open = element('a', 'pill', page.number > 0 ? `${words('read')}: ${page.title}` : page.title);
  open.href = address;
  // Found by its name alone: a row, as search shows it.
  if (passage.passage.lines.length === 0)
    return element('div', '', element('p', 'by', kindLine(page, words)), element('p', '', open));
  const call = callLink(passage.page, index, words);
  return element(
    'div',
    '',
    element('p', 'by', by),
    quoteView(linesToShow(passage.passage, query, index), address, (text) =>
      markNodes(runs(text, query, index)),
    ),
    ...(call ? [call] : []),
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
    const button = element('button', 'pill', nameOf(index.page(passage.page), passage));
    button.type = 'button';
    button.addEventListener('click', () => {
      const view = passageView(index, query, passage);
      view.tabIndex = -1;
      button.replaceWith(view);
      view.focus();
    });
    ul.append(element('li', '', button));
  }
  box.append(element('p', 'quiet', words('others')), ul);
}

/** A region of its own for one answer; its heading is the question, and gets the focus. */
function answerBox(raw: string): { readonly box: HTMLElement; readonly heading: HTMLElement } {
  const heading = element('h2', 'said', element('span', 'unseen', `${words('you')}: `), raw);
  heading.id = `tra-loi-${talk.children.length + 1}`;
  heading.tabIndex = -1;
  const box = element('section', 'answer', heading, element('p', 'unseen', words('book')));
  box.setAttribute('aria-labelledby', heading.id);
  return { box, heading };
}

/** What is fixed for a danger, in front of everything else. Answers whether there was something to say. */
function sayDanger(danger: Danger, lexicon: DangerWords, box: HTMLElement): boolean {
  const urgent = boxOf(danger);
  if (urgent) {
    // The page's own box keeps its place; the talk gets a copy.
    const copy = document.importNode(one(HTMLElement, '[data-urgent]', urgent), true);
    const place = element('div', 'urgent', element('p', '', element('b', '', words('urgentFirst'))), copy);
    place.dataset.urgentShown = danger.box;
    box.append(place);
    return true;
  }
  const fixed = danger.kind === 'should' ? answerTo(danger, lexicon) : undefined;
  if (!fixed) return false;
  const open = element(
    'a',
    'pill',
    words('open', { n: fixed.guide.number, title: fixed.guide.title, part: '' }).replace(/ – $/, ''),
  );
  open.href = fixed.guide.href;
  // Nothing has happened yet: words and a guide, without the red of what has.
  const place = element('div', '', element('p', '', element('b', '', fixed.says)), element('p', '', open));
  place.dataset.shouldShown = danger.wants;
  box.append(place);
  return true;
}

/** A telephone number that the handbook does not have gets one honest answer. */
function sayNumber(raw: string, index: PassageIndex, box: HTMLElement): boolean {
  const unknown = telephones(raw).some((number) => !owns(index.file.keys, number));
  if (!unknown) return false;
  box.dataset.number = '';
  box.append(
    element('p', '', words('numberUnknown')),
    element('p', '', words('numberCheck')),
    calls('report'),
  );
  return true;
}

/** A procedure, an app, a service or a matter that no page treats: says so, whom to ask, and nothing else. */
function sayUntaught({ kind, name, code, ask: where }: BoundName, box: HTMLElement): void {
  box.dataset.untaught = '';
  box.append(element('p', '', element('b', '', words('untaught', { name }))));
  if (where !== undefined) box.append(element('p', '', where));
  else if (kind === 'service') box.append(element('p', '', words('untaughtService')));
  else box.append(element('p', '', words('untaughtProcedure')));
  if (code !== undefined) box.append(element('p', '', words('untaughtCode', { name, code })));
  box.append(calls('help'));
}

/** Looks a question up in the whole index: what the texts hold tells whether there is an answer at all. */
async function lookUp(raw: string) {
  const index = await loadWhole().catch(loadIndex);
  const position = index.pages.findIndex((page) => page.address === lastAddress);
  const query = readQuery(raw, index);
  return { index, query, ...rankInTalk(query, index, reader(), position < 0 ? undefined : position) };
}

/** The entry that says what the asked word means: who asks for a meaning by its name is not left in doubt. */
const meantTerm = (
  raw: string,
  query: Query,
  ranked: readonly RankedPage[],
  index: PassageIndex,
): number | undefined =>
  query.asksMeaning
    ? exactPages(raw, query, index).find(
        (page) => index.page(page).kind === 'term' && ranked.some((found) => found.page === page),
      )
    : undefined;

/** The page that was asked for by name or number, with what ranking knows of it. */
const pageCalled = (page: number, ranked: readonly RankedPage[]): RankedPage =>
  ranked.find((found) => found.page === page) ?? {
    page,
    score: 1,
    coverage: 1,
    likeness: 1,
    named: 1,
    passages: [],
  };

/** Says what is fixed, then what was found. */
async function reply(raw: string, box: HTMLElement, lexicon?: DangerWords): Promise<void> {
  const looked = await lookUp(raw).catch(() => undefined);
  // As search reads it, here as on the search page; the words as typed only where nothing could be looked up.
  const danger = lexicon && dangerOf(raw, looked?.query.shown ?? raw, lexicon);
  const fixed = danger !== undefined && lexicon !== undefined && sayDanger(danger, lexicon, box);
  try {
    if (!looked) throw new Error('no index');
    const { index, query, ranked, ...talk } = looked;
    // Whose number is asked by name is answered from that entry, never from one that sounds alike.
    const called =
      pageOfKey(raw, query, index) ?? calledPage(raw, index) ?? meantTerm(raw, query, ranked, index);
    const stays = talk.stays && called === undefined;
    if (!fixed && sayNumber(raw, index, box)) return;
    const named = fixed || stays || called !== undefined;
    const said = named ? undefined : nameSaid(query.shown, await loadNames(index));
    const able = called === undefined ? boundTo(ranked, said) : [pageCalled(called, ranked)];
    if (said && able.length === 0) {
      sayUntaught(said, box);
      return;
    }
    if (query.rewritten) box.append(element('p', 'quiet', words('understood', { q: query.shown })));
    const pages = stays ? able.slice(0, 1) : pagesToRead(able, index);
    const texts = await readTexts(index, pages);
    const judged = (of: typeof texts) => chosen(query, index, pages, of, said !== undefined);
    const quotable = judged(texts);
    const { sure, found } = quotable.sure >= sureAt ? quotable : judged(withTitles(index, pages, texts));
    if (stays || called !== undefined || sure >= sureAt)
      answer(index, query, found, box, { stays, urgent: fixed });
    else if (!fixed) {
      // The likeliest page is offered first, though it is not quoted.
      const likeliest = able.filter(({ page }) => page === found[0]?.page);
      unsure(index, nearPages([...new Set([...likeliest, ...able])]), box, danger);
    }
  } catch {
    if (!fixed) box.append(element('p', '', words('failed')), calls('help'));
  }
}

async function ask(raw: string): Promise<void> {
  examples.hidden = true;
  after.hidden = false;
  lastQuestion = raw;
  const { box, heading } = answerBox(raw);
  const lexicon = await dangerLearnt();
  await reply(raw, box, lexicon);
  // Whole at once, so that it is heard in its order; the live words stay short.
  talk.append(box);
  heading.focus();
  heading.scrollIntoView({ block: 'start' });
  status.textContent = words('answered');
}

/** Texts of the pages that have one, by page. Rejects when there are such and no text could be fetched. */
async function readTexts(
  index: PassageIndex,
  pages: readonly RankedPage[],
): Promise<ReadonlyMap<number, PageText>> {
  const texts = new Map<number, PageText>();
  const written = pages.filter(({ page }) => !isNameAlone(index.page(page), index));
  await Promise.all(
    written.map(async (page) => {
      const text = await loadText(index.page(page.page)).catch(() => undefined);
      if (text) texts.set(page.page, text);
    }),
  );
  if (written.length > 0 && texts.size === 0) throw new Error('no text');
  return texts;
}

/** The same, and pages that are found by their names alone: their titles may answer where no text does. */
const withTitles = (
  index: PassageIndex,
  pages: readonly RankedPage[],
  texts: ReadonlyMap<number, PageText>,
): ReadonlyMap<number, PageText> =>
  new Map([
    ...texts,
    ...pages.flatMap(({ page: place }) => {
      const page = index.page(place);
      return isNameAlone(page, index) ? [[place, titleAlone(page)] as const] : [];
    }),
  ]);

/** Quotes what was found, and remembers which page was answered from. */
function answer(
  index: PassageIndex,
  query: Query,
  found: readonly FoundPassage[],
  box: HTMLElement,
  { stays, urgent }: { readonly stays: boolean; readonly urgent: boolean },
): void {
  const [first] = found;
  if (!first) throw new Error('no text');
  const page = index.page(first.page);
  // In an emergency the fixed steps stand alone; what was looked up is there for whoever opens it.
  let place: HTMLElement = box;
  if (urgent) {
    place = element('details', '', element('summary', '', words('after')));
    box.append(place);
  } else if (stays) box.append(element('p', 'quiet', words('stays', { n: page.number })));
  answerView(index, query, found, place);
  lastAddress = page.address;
}

/** Says so, shows what is near, and whom to ask; first the numbers for harm where it sounds so. */
function unsure(index: PassageIndex, near: readonly RankedPage[], box: HTMLElement, danger?: Danger): void {
  box.dataset.unsure = '';
  if (danger && (danger.happened !== 'none' || danger.harm !== 'none'))
    box.append(element('p', '', element('b', '', words('harm'))), calls('harm'));
  const ul = element('ul', 'links');
  for (const { page: place } of near) {
    const page = index.page(place);
    const link = element('a', '', page.number > 0 ? `${page.number} · ${page.title}` : page.title);
    link.href = page.address;
    ul.append(element('li', '', link));
  }
  if (near.length === 0) box.append(element('p', '', words('unsureNone')));
  else box.append(element('p', '', words('unsure')), ul);
  box.append(calls('help'));
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
  const button = event.target instanceof Element ? event.target.closest('[data-example]') : null;
  if (!button) return;
  void ask(button.textContent);
});
one(HTMLElement, '[data-copy]').addEventListener(
  'click',
  () =>
    void navigator.clipboard.writeText(lastQuestion).then(
      () => {
        status.textContent = words('copied');
      },
      () => undefined,
    ),
);
one(HTMLElement, '[data-again]').addEventListener('click', () => {
  setContent(talk);
  lastAddress = undefined;
  after.hidden = true;
  examples.hidden = false;
  status.textContent = words('cleared');
  input.focus();
});
offerVoice(
  input,
  { voiceOn: words('voiceOn'), voiceOff: words('voiceOff') },
  (text) => {
    status.textContent = text;
  },
  () => form.requestSubmit(),
);
const raw = new URLSearchParams(location.search).get('q')?.trim() ?? '';
if (raw !== '') void ask(raw);
document.querySelector('[data-unheard]')?.remove();
