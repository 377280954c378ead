/// <reference types="astro/client" />
/**
 * Forms of this edition, put in by the build from `src/outputs/table.ts`; hyphens of their names become
 * underscores.
 */
declare const OFFERED: Readonly<Partial<Record<string, true>>>;
