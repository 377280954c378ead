/**
 * Lays out the fields of a card as a body in the grammar of guides, so that one reading, one set of rules and
 * every form serve cards too. Each line remembers the field it came from, so that faults name the file's own
 * lines.
 */
import type { CardLine, LifeEventData } from '../schemas/life-event.ts';

/** Path of a field in a card. */
export type CardPath = readonly (string | number)[];

/** A card's body, and the field of each of its lines. */
export interface LaidOutCard {
  readonly body: string;
  readonly fields: readonly CardPath[];
}

/** Headings of parts that guides do not have. */
const headings = {
  who: 'Ai làm được',
  where: 'Làm ở đâu',
  get: 'Được gì, xem ở đâu',
  procedures: 'Tên thủ tục để tìm, để hỏi',
} as const;
/** Words before a line of a card. */
const leads = {
  phone: 'Trên điện thoại',
  centre: 'Ra tận nơi',
  home: 'Người tới tận nhà',
  cost: 'Tiền',
  days: 'Thời gian',
  unknown: 'Chưa rõ',
  ask: 'Hỏi',
  code: 'mã',
} as const;

/** Figures of rules, named as in fields, as the component that prints them in a body. */
const withRules = (text: string): string =>
  text.replace(
    /\{quy-dinh:([a-z0-9/-]+)(?:\.([a-z0-9-]+))?\}/g,
    (_, id: string, part?: string) => `<Rule id="${id}"${part === undefined ? '' : ` part="${part}"`} />`,
  );

/** Words of a line; a blank says what is not known and whom to ask. */
const wordsOf = (line: CardLine): string =>
  withRules(
    typeof line === 'string'
      ? line.replace(/\s*\n\s*/g, ' ')
      : `**${leads.unknown}:** ${line.unknown}. **${leads.ask}** ${line.ask}`,
  );

/** A short line ends like a sentence: on paper and spoken, words follow it in the same breath. */
const stopped = (words: string): string => (/[.!?…:”]$/.test(words) ? words : `${words}.`);

/** A value inside the quotes of a property. */
const quoted = (value: string): string => `"${value.replaceAll('"', '&quot;')}"`;

class Lines {
  readonly body: string[] = [];
  readonly fields: CardPath[] = [];

  add(path: CardPath, ...lines: readonly string[]): void {
    for (const line of lines) {
      this.body.push(line);
      this.fields.push(path);
    }
  }

  list(field: string, lines: readonly CardLine[]): void {
    lines.forEach((line, index) => {
      this.add([field, index], `- ${wordsOf(line)}`);
    });
  }

  /** A component with lines inside. */
  section(path: CardPath, tag: string, props: string, inside: () => void): void {
    this.add(path, `<${tag}${props}>`, '');
    inside();
    this.add(path, '', `</${tag}>`, '');
  }

  paragraphs(path: CardPath, text: string): void {
    this.add(path, ...withRules(text).trim().split('\n'), '');
  }
}

type Leg = LifeEventData['road'][number];

function screenTag(screen: NonNullable<Leg['screen']>): string {
  const props = Object.entries(screen).flatMap(([name, value]) => {
    const words = Array.isArray(value) ? value.join(' | ') : value;
    return words ? [` ${name}=${quoted(words)}`] : [];
  });
  return `<Screen${props.join('')} />`;
}

/** What a leg costs and how long it takes come first: they are what somebody at a counter asks. */
function leg(lines: Lines, step: Leg, index: number): void {
  const path = ['road', index];
  lines.section([...path, 'do'], 'Step', ` title=${quoted(step.do)}`, () => {
    for (const field of ['cost', 'days'] as const) {
      const value = step[field];
      if (value === undefined) continue;
      const lead = typeof value === 'string' ? `**${leads[field]}:** ` : '';
      lines.add([...path, field], `${lead}${stopped(wordsOf(value))}`, '');
    }
    lines.paragraphs([...path, 'how'], step.how);
    if (step.screen) lines.add([...path, 'screen'], screenTag(step.screen), '');
  });
}

const titled = (title: string): string => ` title=${quoted(title)}`;

/** The body of a card. */
export function layOutCard(card: LifeEventData): LaidOutCard {
  const lines = new Lines();
  lines.paragraphs(['gives'], card.gives);
  lines.section(['who'], 'More', titled(headings.who), () => {
    lines.list('who', card.who);
  });
  lines.section(['bring'], 'Needs', '', () => {
    lines.list('bring', card.bring);
  });
  lines.section(['where'], 'More', titled(headings.where), () => {
    for (const way of ['phone', 'centre', 'home'] as const) {
      const line = card.where[way];
      if (line !== undefined) lines.add(['where', way], `- **${leads[way]}:** ${wordsOf(line)}`);
    }
  });
  lines.section(['road'], 'Steps', '', () => {
    card.road.forEach((step, index) => {
      leg(lines, step, index);
    });
  });
  lines.section(['get'], 'More', titled(headings.get), () => {
    lines.list('get', card.get);
  });
  lines.section(['stuck'], 'Trouble', '', () => {
    card.stuck.forEach(({ sees, means, do: act }, index) => {
      const props = `${means === undefined ? '' : ` means=${quoted(means)}`} sees=${quoted(sees)}`;
      lines.section(['stuck', index, 'sees'], 'Case', props, () => {
        lines.paragraphs(['stuck', index, 'do'], act);
      });
    });
  });
  lines.section(['fraud'], 'ScamSigns', '', () => {
    lines.list('fraud', card.fraud);
  });
  lines.add(['calls'], `<Call ids=${quoted(card.calls.join(', '))} />`, '');
  procedures(lines, card);
  return { body: lines.body.join('\n'), fields: lines.fields };
}

function procedures(lines: Lines, { procedures: named }: LifeEventData): void {
  if (named.length === 0) return;
  lines.section(['procedures'], 'More', titled(headings.procedures), () => {
    named.forEach(({ name, code }, index) => {
      const words = code === undefined ? `“${name}”` : `“${name}”, ${leads.code} ${code}`;
      lines.add(['procedures', index], `- ${withRules(words)}`);
    });
  });
}
