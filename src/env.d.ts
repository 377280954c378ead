/// <reference types="astro/client" />
declare namespace App {
  interface Locals {
    /** What prose components may show of other entries; the page that renders a body sets it. */
    prose?: import('./views/prose.ts').ProseContext;
  }
}
