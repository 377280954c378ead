/**
 * A form of the handbook: what it makes, and when. Whatever it makes depends on nothing but the Handbook and
 * the finished site, so the
 * same content gives the same bytes. What it cannot do it refuses with one message for the reader of the log,
 * by throwing an `Error`.
 */
import type { ParseArgsOptionsConfig } from 'node:util';
import type { AstroIntegration } from 'astro';
import type { Findables } from '../domain/findable.ts';
import type { KeptWork } from '../domain/kept-work.ts';
import type { Problem } from '../domain/problem.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';

/** A file made from the Handbook alone. */
export interface HandbookFile {
  /** Its address from the root of the site: `/tin/tat-ca.xml`. */
  readonly address: string;
  /** Media type; a server of finished files goes by the ending instead. */
  readonly type: string;
  /** Called once a build, and at each request under `npm run dev`. */
  content(): string | Buffer | Promise<string | Buffer>;
}

/** What the module of `Output.files` exports. */
export interface FilesModule {
  /** Every file of the form for this content. Listing is cheap; the content is made when it is asked for. */
  files(handbook: Handbook): readonly HandbookFile[];
}

/** The site when all pages and files of the first moment are written. */
export interface FinishedSite {
  /** Folder of the site. */
  readonly dist: string;
  /** Folder of the project. */
  readonly root: string;
  /** What all forms together offer to search. */
  readonly findables: (handbook: Handbook) => Promise<Findables>;
  /** Where the edition is published: `https://vidu.gov.vn/so-tay/`. */
  readonly base: string;
  /** Path of that address, without a slash at its end: `/so-tay`; '' at the root of a host. */
  readonly path: string;
  /**
   * A file of the site as it will be served there: pages, scripts and data name each other from the root
   * until the row that turns them. For what is made of other files before that.
   */
  readonly served: TurnFile;
  /** Results of earlier builds, for what takes long. */
  readonly known: KeptWork;
}

/** What is made of the files of a site, as it was left off: nothing but this form reads it. */
export type CopyState = readonly [
  bundles: readonly (readonly (string | number)[])[],
  byFile: Readonly<Record<string, readonly number[]>>,
];

/** What is made of the files of one site, file by file. */
export interface SiteCopy {
  /** Takes a page as the server will send it. */
  page(file: string, bytes: Buffer): void;
  /** Takes the files of a handful, in its order. */
  handful(members: readonly string[], bodies: readonly Buffer[]): void;
  /** Takes what an earlier copy made of these files; false when it did not make the same of them. */
  keep(members: readonly string[], state: CopyState): boolean;
  /** What is made of the files that it has taken. */
  state(): CopyState;
  /** Ends it with the page that offers it. */
  end(offered: string): Promise<void>;
}

/** How sites that differ in words alone are copied: planned on one of them. */
export interface CopyPlan {
  /** Pages that are copied, with how each is put together. */
  readonly pages: ReadonlyMap<string, string>;
  /** Files that travel together. */
  readonly handfuls: readonly (readonly string[])[];
  /** The page that offers the copy, which is made last. */
  readonly offer: string;
  /** Begins a copy. `put` takes its files, and undefined for one that goes again. */
  begin(put: (file: string, bytes: Buffer | undefined) => void): SiteCopy;
}

/** Turns the addresses in a file of the site, by its name from the folder of the site. */
export type TurnFile = (file: string, bytes: Buffer) => Buffer;

/** What a command works with. */
export interface CommandInput {
  /** Folder of the finished site, made from the content that is there now. */
  readonly dist: string;
  /** The Handbook that it was made from; read when it is asked for. */
  readonly handbook: () => Handbook;
  /** What was typed for its options. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Words typed after its name. */
  readonly words: readonly string[];
  /** Tells how far it is. */
  readonly say: (line: string) => void;
  /** Path of a Chromium that starts. @throws Error that says what to install */
  readonly browser: () => string;
}

/** Some guides of the handbook, to be made into one thing. */
export interface Choice {
  /** What was asked for: everything, some guides, or those of an audience, a track or a session. */
  readonly of: 'everything' | 'guides' | 'audience' | 'track' | 'session';
  /** Letters and hyphens for names of files: `so-tay-so`, `bai-83`. */
  readonly slug: string;
  /** Whom or what it is for; the name of the handbook when it holds everything. */
  readonly title: string;
  /** By number. */
  readonly guides: readonly Guide[];
}

/** What an export works with. It needs no finished site. */
export interface ExportInput {
  readonly handbook: Handbook;
  readonly choice: Choice;
  /** Path of a program of the machine. @throws Error that says which package brings it */
  readonly program: (name: string, debianPackage: string) => string;
  /** Path of a Chromium that starts. @throws Error that says what to install */
  readonly browser: () => string;
  /** Tells how far it is. */
  readonly say: (done: number, of: number) => void;
}

/** A file to hand out. */
export interface ExportedFile {
  /** Name, with folders where there are many: `chu/83.txt`. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What is told to whoever gathers forms: what was made of each, and what was there before. */
export interface GatherInput {
  readonly handbook: Handbook;
  readonly choice: Choice;
  /** By form: how many files, how many bytes, in which folder. */
  readonly made: ReadonlyMap<
    string,
    { readonly files: number; readonly bytes: number; readonly folder: string }
  >;
  /** Forms that could not be made, with the reason. */
  readonly absent: ReadonlyMap<string, string>;
  /** The list of contents that stood there before. */
  readonly before: string | undefined;
}

/** A row of the table. */
export interface Output {
  /** Name of its folder in `src/outputs`, and of the form everywhere. */
  readonly name: string;
  /** What it is and whom it serves, one line. */
  readonly about: string;
  /** Pages of its own: pattern of the address, and the file in its folder. */
  readonly pages?: Readonly<Record<string, string>>;
  /**
   * First moment, while pages are built: a module in its folder that exports `files`, and how their names
   * end. `npm run dev` serves these too.
   */
  readonly files?: { readonly module: string; readonly endings: readonly string[] };
  /**
   * A script that every page runs once the device keeps something under `key`: a module in its folder that
   * exports `onPage`, which gets the words. Nobody else loads a byte of it.
   */
  readonly onPages?: {
    readonly module: string;
    readonly key: string;
    readonly words: () => Promise<Readonly<Record<string, string>>>;
  };
  /**
   * Before anything is built: what of the content it cannot make, each with file and line, for `npm run
   * check`.
   */
  readonly judge?: (handbook: Handbook) => Promise<readonly Problem[]>;
  /** Lines for `npm run report`, which ends with 0 all the same; with `all` everything it knows. */
  readonly report?: (handbook: Handbook, all: boolean) => Promise<readonly string[]>;
  /** What of it a reader may look for by name. */
  readonly findables?: (handbook: Handbook) => Promise<Partial<Findables>>;
  /** Integrations of others that it needs. */
  readonly integrations?: () => readonly AstroIntegration[];
  /** Turns files of the finished site to a path of the host, and back to its root. One row has it. */
  readonly turns?: (path: string) => Promise<{ readonly served: TurnFile; readonly atRoot: TurnFile }>;
  /** Second moment, on the finished site, in the order of the table. Answers with one line for the log. */
  readonly finish?: (site: FinishedSite) => string | Promise<string>;
  /** What `finish` makes, for many sites that differ in words alone: planned on the folder of one of them. */
  readonly inParts?: (dist: string) => Promise<CopyPlan>;
  /**
   * Third moment, `npm run <name>`. Answers with what to tell. A form that is made by command only has
   * nothing else.
   */
  readonly command?: {
    /** What it takes, as `node:util` reads it; proved before anything is built. */
    readonly options: ParseArgsOptionsConfig;
    /** How many words besides. */
    readonly words: number;
    readonly make: (input: CommandInput) => Promise<string>;
  };
  /**
   * `npm run export -- <name>`: files to hand out, from the Handbook alone; the same bytes each time.
   */
  readonly exported?: (input: ExportInput) => Promise<readonly ExportedFile[]>;
  /**
   * `npm run export -- <name>` of a form that is made of others: which exports, which commands each with the
   * folder that it fills, the name of the list by which it knows an earlier one, and what stands beside them.
   */
  readonly gathers?: {
    readonly forms: readonly string[];
    readonly commands: Readonly<Record<string, string>>;
    readonly list: string;
    readonly beside: (input: GatherInput) => Promise<readonly ExportedFile[]>;
  };
}
