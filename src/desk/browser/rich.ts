/** A sentence with its pieces: words are typed, terms, numbers, guides and rules are put in from lists. */
import type { PartForm } from '../form-kinds.ts';
import { joined, type Run, type Runs } from '../body.ts';
import type { Mark } from '../../markdown/tree.ts';
import { button, el, say } from './dom.ts';
import type { Names } from './fields.ts';

/** Which entries a piece names. */
const targets: Readonly<Record<string, readonly string[]>> = {
  Term: ['terms'],
  Phone: ['directory'],
  Guide: ['guides', 'market', 'events'],
  Rule: ['rules'],
};

const markTags: Readonly<Record<Mark, 'strong' | 'em' | 'del'>> = {
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
};
const tagMarks: Readonly<Record<string, Mark>> = {
  STRONG: 'strong',
  B: 'strong',
  EM: 'emphasis',
  I: 'emphasis',
  DEL: 'delete',
};

/** What a piece shows at the desk. */
function pieceWords(run: Run, names: Names): string {
  if (run.kind === 'link') return `${run.text} ↗`;
  if (run.kind === 'code') return run.text;
  if (run.kind !== 'piece') return '';
  const id = run.props.id ?? run.props.of ?? run.props.show ?? '';
  const name = (targets[run.name] ?? [])
    .flatMap((target) => names.get(target) ?? [])
    .find((one) => one.id === id)?.name;
  const part = run.props.part === undefined ? '' : ` · ${run.props.part}`;
  return run.text === '' ? `${say(`piece_${run.name}`)}: ${name ?? id}${part}` : run.text;
}

function runNode(run: Run, names: Names): Node {
  const inner =
    run.kind === 'text'
      ? document.createTextNode(run.text.replaceAll('\n', ' '))
      : run.kind === 'break'
        ? el('br')
        : el(
            'span',
            {
              class: 'chip',
              contenteditable: 'false',
              'data-run': JSON.stringify({ ...run, marks: undefined }),
            },
            pieceWords(run, names),
          );
  return (run.marks ?? []).reduceRight<Node>((node, mark) => el(markTags[mark], {}, node), inner);
}

/** A run as it was put beside its chip. */
function chipRun(text: string): Run | undefined {
  const value: unknown = JSON.parse(text);
  const isRun = (found: unknown): found is Run =>
    typeof found === 'object' && found !== null && 'kind' in found;
  return isRun(value) ? value : undefined;
}

/** What an author sees, as runs. */
function runsOf(node: Node, marks: readonly Mark[] = []): Run[] {
  return joined(
    [...node.childNodes].flatMap((child): Run[] => {
      const weight = marks.length > 0 ? { marks } : {};
      if (child.nodeType === Node.TEXT_NODE)
        return [
          {
            kind: 'text',
            text: (child.textContent ?? '').replaceAll('\u00A0', ' ').normalize('NFC'),
            ...weight,
          },
        ];
      if (!(child instanceof HTMLElement)) return [];
      if (child.dataset.run !== undefined) {
        const run = chipRun(child.dataset.run);
        return run ? [{ ...run, ...weight }] : [];
      }
      if (child.tagName === 'BR') return [];
      const mark = tagMarks[child.tagName];
      return runsOf(child, mark === undefined ? marks : [...marks, mark]);
    }),
  );
}

/** Milliseconds until the tools of another sentence close: longer than a press of the mouse takes. */
const pressTime = 300;

/**
 * Shows the tools of the sentence that is being written. They stay while a button elsewhere is pressed, or it
 * would move away under the finger and the press be lost.
 */
function openTools(sentence: EventTarget | null): void {
  if (!(sentence instanceof HTMLElement)) return;
  sentence.classList.add('on');
  setTimeout(() => {
    for (const other of document.querySelectorAll('.sentence.on'))
      if (other !== sentence && !other.contains(document.activeElement)) other.classList.remove('on');
  }, pressTime);
}

/** Draws sentences. */
export class RichDrawer {
  readonly #names: Names;
  readonly #pieces: readonly PartForm[];

  constructor(names: Names, parts: readonly PartForm[]) {
    this.#names = names;
    this.#pieces = parts.filter(({ place, name }) => place === 'inline' && targets[name] !== undefined);
  }

  /** A sentence that can be typed in, with its tools. */
  sentence(runs: Runs, label: string, change: (runs: Runs) => void): HTMLElement {
    const box = el(
      'div',
      {
        class: 'rich',
        contenteditable: 'true',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'false',
        input: () => change(runsOf(box)),
        keydown: (event) => {
          if (event instanceof KeyboardEvent && event.key === 'Enter') event.preventDefault();
        },
        paste: (event) => {
          event.preventDefault();
          const text =
            event instanceof ClipboardEvent ? (event.clipboardData?.getData('text/plain') ?? '') : '';
          insertAt(box, document.createTextNode(text.replace(/\s+/g, ' ')));
          change(runsOf(box));
        },
      },
      ...runs.map((run) => runNode(run, this.#names)),
    );
    return el(
      'div',
      { class: 'sentence', focusin: ({ currentTarget }) => openTools(currentTarget) },
      box,
      this.#tools(box, () => change(runsOf(box))),
    );
  }

  #tools(box: HTMLElement, changed: () => void): HTMLElement {
    const bold = button(say('bold'), () => {
      const range = rangeIn(box);
      if (!range || range.collapsed) return;
      const strong = el('strong');
      strong.append(range.extractContents());
      range.insertNode(strong);
      changed();
    });
    const pieces = this.#pieces.map((piece) =>
      button(say(`piece_${piece.name}`), () => this.#ask(box, piece.name, changed)),
    );
    return el('span', { class: 'tools', role: 'group', 'aria-label': say('insert') }, bold, ...pieces);
  }

  /** Asks which entry is meant, then puts it where the author was writing. */
  #ask(box: HTMLElement, name: string, changed: () => void): void {
    const range = rangeIn(box)?.cloneRange();
    const chosen = range?.toString().trim() ?? '';
    const options = (targets[name] ?? []).flatMap((target) => this.#names.get(target) ?? []);
    const select = el('select', { size: 8, class: 'wide', 'aria-label': say(`piece_${name}`) });
    const find: HTMLInputElement = el('input', {
      type: 'search',
      'aria-label': say('find'),
      input: () => fill(),
    });
    const words = el('input', { 'aria-label': say('pieceText') });
    words.value = chosen;
    const fill = (): void => {
      const wanted = find.value.toLowerCase();
      const found = options.filter(({ name: text, id }) => `${text} ${id}`.toLowerCase().includes(wanted));
      select.replaceChildren(...found.map(({ id, name: text }) => el('option', { value: id }, text)));
      select.selectedIndex = 0;
    };
    const put = (): void => {
      const id = select.value;
      const shown = options.find((one) => one.id === id)?.name ?? id;
      if (id === '') return;
      const text = name === 'Term' ? words.value.trim() || shown : '';
      const node = runNode({ kind: 'piece', name, props: { id }, text }, this.#names);
      insertAt(box, node, range);
      changed();
      dialog.close();
      box.focus();
    };
    const dialog = el(
      'dialog',
      { 'aria-label': say(`piece_${name}`), close: () => dialog.remove() },
      el('p', {}, el('label', {}, say('find'), ' ', find)),
      select,
      ...(name === 'Term' ? [el('p', {}, el('label', {}, say('pieceText'), ' ', words))] : []),
      el(
        'p',
        { class: 'tools' },
        button(say('put'), put),
        button(say('cancel'), () => dialog.close()),
      ),
    );
    document.body.append(dialog);
    fill();
    dialog.showModal();
  }
}

/** What is chosen inside a box. */
function rangeIn(box: HTMLElement): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return box.contains(range.commonAncestorContainer) ? range : undefined;
}

/** Puts a node where the author was writing, else at the end. */
function insertAt(box: HTMLElement, node: Node, at: Range | undefined = rangeIn(box)): void {
  if (!at) {
    box.append(node);
    return;
  }
  at.deleteContents();
  at.insertNode(node);
  at.setStartAfter(node);
  at.collapse(true);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(at);
}
