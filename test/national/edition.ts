/**
 * Which edition the tests of this folder know. They hold its content against the documents of the campaign,
 * against questions that people ask, and against counts below which something has been lost. An edition of a
 * commune or a ministry gives itself an address of its own in `content/edition.yaml`; from then on these
 * tests are left out, and `npm test` says so. Everything else proves the product on whatever content there
 * is.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** Address of the edition that these tests know: `url` in `content/edition.yaml`. */
const knownAddress = 'https://so-tay-so.example';

const site = z
  .object({ url: z.string() })
  .parse(parse(readFileSync(join(import.meta.dirname, '../../content/edition.yaml'), 'utf8')));

/** Whether the content is that edition's. */
export const isNational = site.url === knownAddress;

/** Tests that are left out of any other edition. */
export const nationalTests = 'test/national/**';

/**
 * A floor under what a test counts in the content or in the site: in the national edition less means that
 * something was lost, or that the test looks at nothing. Another edition may have less of anything, or none.
 */
export const floor = (national: number): number => (isNational ? national : -1);
