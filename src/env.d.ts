/// <reference types="astro/client" />
/**
 * Forms of this edition, put in by the build from `src/outputs/table.ts`; hyphens of their names become
 * underscores.
 */
declare const OFFERED: Readonly<Partial<Record<string, true>>>;

/** Path that the edition stands under on its host: `so-tay`; '' at the root. Put in by the build. */
declare const SITE_FOLDER: string;

declare namespace App {
  /** What the components of one page share. */
  interface Locals {
    /** Language of the entry that the page shows; the words and days around it are in the same. */
    lang?: string | undefined;
    /** As few bytes as there can be: frames in pages of others, what is kept without asking. */
    spare?: boolean;
    /**
     * What stands below the first step of a page: ways to read the same in another form, and where else to go
     * on the page. `end` is the part whose steps are the last: what a reader does next stands below them, and
     * parts without steps open on a tap there, but the one of the kind `open`.
     */
    start?:
      | {
          readonly easy?: { readonly href: string; readonly text: string } | undefined;
          readonly places?: readonly { readonly href: string; readonly text: string }[];
          readonly end?: string | undefined;
          readonly open?: string | undefined;
          readonly tick?: boolean;
          readonly picture?: string | undefined;
        }
      | undefined;
  }
}
