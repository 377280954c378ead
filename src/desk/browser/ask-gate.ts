/** Questions to the gate in its worker. */
import type { Due } from '../due.ts';

/** A fault as the desk shows it. */
export interface DeskFault {
  readonly file: string;
  /** Dotted path of the field, or empty. */
  readonly field: string;
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  /** Path of the block among those that are written; empty when no block is meant. */
  readonly block: readonly number[];
}
export type GateQuestion =
  | { readonly kind: 'load'; readonly id: number; readonly files: readonly (readonly [string, string])[] }
  | { readonly kind: 'due'; readonly id: number; readonly today: string }
  | { readonly kind: 'keep'; readonly file: string; readonly text: string }
  | { readonly kind: 'check' | 'draw'; readonly id: number; readonly file: string; readonly text: string };
export interface GateAnswer {
  readonly id: number;
  readonly faults: readonly DeskFault[];
  /** The page that a text gives, as a document; only where that was asked. */
  readonly page?: string;
  /** What waits for an author; only where that was asked. */
  readonly due?: readonly Due[];
}

/** The gate as the page asks it. */
export class AskGate {
  readonly #worker = new Worker('gate.js');
  readonly #waiting = new Map<number, (answer: GateAnswer) => void>();
  #last = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<GateAnswer>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
  }

  #ask(question: (id: number) => GateQuestion): Promise<GateAnswer> {
    const id = ++this.#last;
    return new Promise((done) => {
      this.#waiting.set(id, done);
      this.#worker.postMessage(question(id));
    });
  }

  /** Hands it all files; done when it has read them. */
  async load(files: readonly (readonly [string, string])[]): Promise<void> {
    await this.#ask((id) => ({ kind: 'load', id, files }));
  }

  /** What would be wrong if a file had this text. */
  async check(file: string, text: string): Promise<readonly DeskFault[]> {
    const { faults } = await this.#ask((id) => ({ kind: 'check', id, file, text }));
    return faults;
  }

  /** The page that a text gives, as a document; what is to be corrected first when there is no page. */
  async draw(file: string, text: string): Promise<string> {
    const { page = '' } = await this.#ask((id) => ({ kind: 'draw', id, file, text }));
    return page;
  }

  /** What waits for an author today. */
  async due(today: string): Promise<readonly Due[]> {
    const { due = [] } = await this.#ask((id) => ({ kind: 'due', id, today }));
    return due;
  }

  /** A file has been saved. */
  keep(file: string, text: string): void {
    this.#worker.postMessage({ kind: 'keep', file, text } satisfies GateQuestion);
  }
}
