/**
 * No address that was ever published is gone from the site that was just built: said here, long before
 * publishing refuses it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { addressesOf, advice, compare, parseLedger, parseWithdrawn } from '../../src/release/ledger.ts';
import { filesUnder } from '../../src/release/checksums.ts';
import { sbomName } from '../../src/release/layout.ts';
import { siteFacts } from '../../src/release/site-facts.ts';
import { dist } from './dist.ts';
import { floor } from '../national/edition.ts';

const text = (path: string): string =>
  existsSync(join(dist, '..', path)) ? readFileSync(join(dist, '..', path), 'utf8') : '';
const ledger = parseLedger(text('deploy/addresses.txt'));

const { url } = parse(text('content/edition.yaml')) as { url: string };
/**
 * A copy of the repository for another place has promises of its own, and starts its ledger with its first
 * publish.
 */
const elsewhere = ledger.base !== url;
const whose =
  ledger.base === '' ? 'bản này chưa phát hành lần nào' : `deploy/addresses.txt là của ${ledger.base}`;
const why = elsewhere ? ` (bỏ qua: ${whose})` : '';

test.skipIf(elsewhere)(`every address of the ledger lives or leads on${why}`, () => {
  const now = addressesOf(siteFacts(dist, [...filesUnder(dist), sbomName]));
  expect(now.size).toBeGreaterThan(floor(1000));
  expect(ledger.addresses.size).toBeGreaterThan(floor(1000));
  const lost = compare(ledger.addresses, now, parseWithdrawn(text('deploy/withdrawn.txt')).addresses);
  expect(advice(lost, now, '2026-11-22')).toBe('');
});

test.skipIf(elsewhere)(`guides keep their numbers, sections and steps in it${why}`, () => {
  for (const address of [
    '/62/',
    '/huong-dan/tien/quet-ma-qr-de-tra-tien/',
    '/huong-dan/tien/quet-ma-qr-de-tra-tien/#cac-buoc',
    '/huong-dan/tien/quet-ma-qr-de-tra-tien/#buoc-3',
    '/tu-dien/#otp',
    '/lich/phong-trao.ics',
    '/du-lieu/huong-dan.json',
  ]) {
    expect(ledger.addresses.has(address), address).toBe(true);
  }
  expect(ledger.addresses.get('/62/')).toBe('/huong-dan/tien/quet-ma-qr-de-tra-tien/');
});
