/** What a form of the desk is made of: data that the server makes from the schemas and the page draws. */

/** What is written in a field. */
export type Shape =
  | { readonly kind: 'text'; readonly input: string }
  | { readonly kind: 'count' | 'flag' | 'raw' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'ref'; readonly targets: readonly string[] }
  | { readonly kind: 'list' | 'table'; readonly item: Shape }
  | { readonly kind: 'group'; readonly fields: readonly FieldForm[] }
  /** One of several ways to write it: words, or a group of fields. */
  | { readonly kind: 'either'; readonly options: readonly Shape[] }
  | {
      readonly kind: 'kinds';
      /** The field that tells which of them it is. */
      readonly tag: string;
      readonly options: readonly { readonly value: string; readonly fields: readonly FieldForm[] }[];
    };

/** One field with its words. */
export interface FieldForm {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly example?: string;
  readonly needed: boolean;
  readonly shape: Shape;
}

/** The form of a collection. */
export interface CollectionForm {
  readonly collection: string;
  readonly folder: string;
  readonly title: string;
  readonly hint: string;
  readonly fields: readonly FieldForm[];
  /** The grammar of its bodies, where it has them. */
  readonly body?: string;
  readonly depth: number;
  /** Files of the folder that belong to it: a name, or with stars for any name. */
  readonly pattern: string;
  /** Whether new entries may be added. */
  readonly open: boolean;
}

/** A part of a body. */
export interface PartForm {
  readonly name: string;
  readonly about: string;
  /** `top`, `block`, `inline`, or the part that alone may hold it. */
  readonly place: string;
  readonly freePages: boolean;
  /** Holds nothing: the product draws it. */
  readonly leaf: boolean;
  readonly props: readonly {
    readonly name: string;
    readonly title: string;
    readonly needed: boolean;
    readonly choices: readonly string[];
    /** Collections whose entries are named here, one or many. */
    readonly folders: readonly string[];
    readonly many: boolean;
  }[];
}

/** A repository of a git server, and the application that the desk is there. */
export interface GitPlace {
  /** Which server it is; Forgejo answers as Gitea does. */
  readonly kind: 'gitea' | 'gitlab' | 'github';
  /** Without a slash at the end: `https://git.tinh.gov.vn`. */
  readonly server: string;
  /** `so-khcn/so-tay` */
  readonly repository: string;
  /** The branch that proposals are taken into. */
  readonly branch: string;
  /**
   * Client ID of the OAuth 2 application; it is public and has no secret. Empty where the author brings a
   * token of their own, as at GitHub, which gives none to a page without a server.
   */
  readonly client: string;
}

/** All that the page needs to begin. */
export interface DeskStart {
  readonly words: Readonly<Record<string, string>>;
  readonly forms: readonly CollectionForm[];
  readonly parts: readonly PartForm[];
  readonly files: readonly {
    readonly file: string;
    readonly collection: string;
    /** What the entry is called. */
    readonly name: string;
    readonly text: string;
  }[];
  readonly today: string;
  /** Only for a desk that stands on a web server: where the texts may come from besides a folder. */
  readonly place?: { readonly git?: GitPlace };
}
