/** What is said of a guide or lesson: number, title, what it is good for, then its body. */
import { lexicon, type Lexicon } from '../vietnamese/spoken/lexicon.ts';
import { oncePer } from '../domain/once.ts';
import { promiseOf } from '../domain/promise.ts';
import type { EasyRead, Guide, Handbook } from '../handbook/handbook.ts';
import { callableBy, costOf, nameInSentence, proofOf, whereBeside } from '../words/contact.ts';
import { dayWords, t } from '../words/words.ts';
import { sayBody, Script, type ScriptWords, type SpokenLine } from './script.ts';

/** How the glossary's words sound. */
export const lexiconOf = oncePer((handbook: Handbook): Lexicon =>
  lexicon(handbook.terms.map((term) => ({ written: term.data.term, spoken: term.data.spoken }))),
);

function wordsOf(handbook: Handbook): ScriptWords {
  const contacts = new Map(handbook.directory.map((contact) => [contact.id, contact.data]));
  const dataOf = (id: string) => {
    const found = contacts.get(id);
    if (found === undefined) throw new Error(`Không có số gọi ${id} (unproven reference).`);
    return found;
  };
  return {
    phone: (id) => dataOf(id).number ?? nameInSentence(dataOf(id)),
    phoneNumber: (id) => dataOf(id).number,
    guide: (id) => {
      const guide = handbook.byId.get(id);
      return guide === undefined
        ? ''
        : `${guide.data.title} (${t('guide.number').toLowerCase()} ${guide.data.number})`;
    },
    contact: (id) => {
      const data = dataOf(id);
      const { name, when, numbers } = data;
      const [first] = numbers;
      const called = callableBy(data);
      const where = whereBeside(data);
      const notes = [first && costOf(first), proofOf(data)].filter((note) => note !== undefined);
      return [
        ...(called.length === 0 ? [{ shown: name }] : []),
        ...called.map((one) => ({ shown: one.name, number: one.number })),
        { shown: `${when}.` },
        ...(where === undefined ? [] : [{ shown: where }]),
        ...notes.map((note) => ({ shown: `${note}.` })),
      ];
    },
    stepOf: (number, of) => t('guide.stepOf', { n: number, of }),
    until: (day) => t('rules.until', { day: dayWords(day) }),
    columns: (names) => t('listen.columns', { names }),
    sees: t('guide.sees'),
    means: t('guide.means'),
    do: t('guide.do'),
    warning: t('guide.warning'),
    quote: t('guide.quote'),
    tip: t('guide.tip'),
  };
}

function scriptOf(number: number, title: string, handbook: Handbook): Script {
  const script = new Script(lexiconOf(handbook));
  script.at('dau-bai');
  script.line('title', `${t('guide.number')} ${number} ${title}`, `${t('guide.number')} ${number}: ${title}`);
  return script;
}

/** The lines of an easy-read page, as it shows them. */
export function easyScript({ guide, data, tree }: EasyRead, handbook: Handbook): SpokenLine[] {
  const script = scriptOf(guide.data.number, data.title, handbook);
  sayBody(script, tree, wordsOf(handbook));
  return script.lines;
}

/** The lines of a guide, as its page shows them. */
export function guideScript(guide: Guide, handbook: Handbook): SpokenLine[] {
  const script = scriptOf(guide.data.number, guide.data.title, handbook);
  script.whole('text', promiseOf(guide.data));
  sayBody(script, guide.tree, wordsOf(handbook));
  return script.lines;
}
