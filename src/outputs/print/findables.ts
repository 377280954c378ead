/** Paper that a reader may look for by name. */
import {
  handoutAddress,
  kitAddress,
  pages,
  posterAddress,
  trainerSheetAddress,
} from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import { posters } from './print-kit.ts';

export const findables = (handbook: Handbook): Findables => ({
  items: [
    { kind: 'page', title: t('print.title'), address: pages.print },
    { kind: 'paper', title: t('print.mentor'), address: pages.mentorCards },
    { kind: 'paper', title: t('print.family'), address: pages.familySheet },
    { kind: 'paper', title: t('print.tally'), address: pages.tallySheet },
    { kind: 'paper', title: t('print.answerCards'), address: pages.answerCards },
    ...handbook.props.map(({ data, address }) => ({
      kind: 'paper' as const,
      title: data.title,
      address,
      aliases: data.aliases,
      summary: data.how,
    })),
    ...posters(handbook).map(({ name, title }) => ({
      kind: 'poster' as const,
      title: t('print.posterTitle', { title }),
      address: posterAddress(name),
    })),
  ],
  sheets: [
    {
      name: 'handout',
      title: t('print.handoutTitle', { n: '{n}', title: '{title}' }),
      address: handoutAddress('{n}'),
      action: 'print',
      pages: handbook.guides.map(({ address }) => address),
    },
    {
      name: 'trainerSheet',
      title: t('print.trainerTitle', { title: '{title}' }),
      address: trainerSheetAddress('{last}'),
      action: 'print',
      pages: handbook.programmes.map(({ address }) => address),
    },
    {
      name: 'sessionKit',
      title: t('prop.kitTitle', { title: '{title}' }),
      address: kitAddress('{last}'),
      action: 'print',
      pages: handbook.programmes.map(({ address }) => address),
    },
  ],
});
