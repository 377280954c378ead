/// <reference types="astro/client" />
/** Forms of this edition, put in by the build from `src/outputs/table.ts`; hyphens of their names become underscores. */
declare const OFFERED: Readonly<Partial<Record<string, true>>>;
declare namespace App {
  interface Locals {
    /** What prose components may show of other entries; the page that renders a body sets it. */
    prose?: import('./views/prose.ts').ProseContext;
  }
}
