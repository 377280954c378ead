/** Asks Pagefind as it comes, over the pages of a finished site, in a real browser. */
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { writePagefind } from '../../src/outputs/search-index/pagefind.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.html': 'text/html',
};

/** Serves a folder at an address of this machine, with one empty page. */
async function serve(folder: string) {
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const file = join(folder, pathname);
    if (pathname === '/blank') answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    else if (!existsSync(file)) answer.writeHead(404).end();
    else
      answer
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { blank: `http://127.0.0.1:${port}/blank`, close: () => server.close() };
}

/** Addresses for each question, best first; undefined when the site is not built. */
export async function askPagefind(
  dist: string,
  questions: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  if (!existsSync(join(dist, 'pagefind/pagefind.js'))) {
    console.log(`Không có ${dist}/pagefind: bỏ qua phần Pagefind. Chạy npm run build trước.`);
    return undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'eval-search-'));
  const served = await serve(folder);
  const system = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  const executablePath = process.env.CHROMIUM ?? system;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox'],
  });
  try {
    await cp(dist, folder, { recursive: true });
    await writePagefind(folder, 'plain', (html) => html);
    const page = await browser.newPage();
    await page.goto(served.blank);
    const found = await page.evaluate(
      async (all) => {
        interface Result {
          readonly data: () => Promise<{ readonly url: string }>;
        }
        const address = '/plain/pagefind.js';
        const pagefind = (await import(address)) as {
          search(text: string): Promise<{ readonly results: readonly Result[] }>;
        };
        const answers: [string, string[]][] = [];
        for (const text of all) {
          const { results } = await pagefind.search(text);
          const first = await Promise.all(results.slice(0, 20).map((result) => result.data()));
          answers.push([text, first.map(({ url }) => url)]);
        }
        return answers;
      },
      [...new Set(questions)],
    );
    return new Map(found);
  } finally {
    await browser.close();
    served.close();
    await rm(folder, { recursive: true, force: true });
  }
}
