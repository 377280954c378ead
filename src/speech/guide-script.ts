/** What is said of a guide or lesson: number, title, what it is good for, then its body. */
import { lexicon, type Lexicon } from '../vietnamese/spoken/lexicon.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { sayBody, Script, type ScriptWords, type SpokenLine } from './script.ts';

const lexicons = new WeakMap<Handbook, Lexicon>();

/** How the glossary's words sound. Made once for a handbook. */
export function lexiconOf(handbook: Handbook): Lexicon {
  const known =
    lexicons.get(handbook) ??
    lexicon(handbook.terms.map((term) => ({ written: term.data.term, spoken: term.data.spoken })));
  lexicons.set(handbook, known);
  return known;
}

function wordsOf(handbook: Handbook): ScriptWords {
  const hotlines = new Map(handbook.hotlines.map((hotline) => [hotline.id, hotline.data]));
  const hotline = (id: string) => {
    const found = hotlines.get(id);
    if (found === undefined) throw new Error(`Không có số gọi ${id} (unproven reference).`);
    return found;
  };
  return {
    phone: (id) => hotline(id).number ?? hotline(id).name,
    phoneNumber: (id) => hotline(id).number,
    guide: (id) => {
      const guide = handbook.byId.get(id);
      return guide === undefined
        ? ''
        : `${guide.data.title} (${t('guide.number').toLowerCase()} ${guide.data.number})`;
    },
    contact: (id) => {
      const { name, number, use, where, cost } = hotline(id);
      return [
        number === undefined ? { shown: name } : { shown: name, number },
        { shown: `${use}.` },
        ...(where === undefined ? [] : [{ shown: where }]),
        ...(cost === undefined ? [] : [{ shown: `${cost}.` }]),
      ];
    },
    stepOf: (number, of) => t('guide.stepOf', { n: number, of }),
    columns: (names) => t('listen.columns', { names }),
    sees: t('guide.sees'),
    means: t('guide.means'),
    do: t('guide.do'),
    warning: t('guide.warning'),
    tip: t('guide.tip'),
  };
}

/** The lines of a guide, as its page shows them. */
export function guideScript(guide: Guide, handbook: Handbook): SpokenLine[] {
  const script = new Script(lexiconOf(handbook));
  const { number, title, summary } = guide.data;
  script.at('dau-bai');
  script.line('title', `${t('guide.number')} ${number} ${title}`, `${t('guide.number')} ${number}: ${title}`);
  script.whole('text', `${t('guide.can')} ${summary}`, `${t('guide.can')}: ${summary}`);
  sayBody(script, guide.tree, wordsOf(handbook));
  return script.lines;
}
