/** Writes the Pagefind index after the build. Every page also carries its words without marks, because Pagefind does not fold `đ`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { globSync } from 'node:fs';
import { fold } from '../domain/vietnamese.ts';
import { textOf, withFolded } from './page-text.ts';

/** Words of a text that hold `đ`, folded, each once. Pagefind folds the other marks itself. */
export function foldedWords(text: string): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return [...new Set(words.filter((w) => /[đĐ]/.test(w)).map(fold))].sort().join(' ');
}

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { createIndex, close } = await import('pagefind');
        try {
          const { index, errors } = await createIndex({ forceLanguage: 'vi' });
          if (!index) throw new Error(`Chỉ mục tìm kiếm: ${errors.join('; ')}`);
          let pages = 0;
          for (const file of globSync('**/*.html', { cwd: root }).sort()) {
            const html = await readFile(join(root, file), 'utf8');
            if (!html.includes('data-pagefind-body')) continue;
            const url = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
            const added = await index.addHTMLFile({ url, content: withFolded(html, foldedWords(textOf(html))) });
            if (added.errors.length > 0) throw new Error(`Chỉ mục tìm kiếm, ${file}: ${added.errors.join('; ')}`);
            pages++;
          }
          const { files, errors: written } = await index.getFiles();
          if (written.length > 0) throw new Error(`Chỉ mục tìm kiếm: ${written.join('; ')}`);
          const { mkdir } = await import('node:fs/promises');
          for (const f of files) {
            if (/(-ui|modular|component|highlight)/.test(f.path)) continue;
            const path = join(root, 'pagefind', f.path);
            await mkdir(join(path, '..'), { recursive: true });
            await writeFile(path, f.content);
          }
          logger.info(`${pages} trang trong chỉ mục tìm kiếm`);
        } finally {
          await close();
        }
      },
    },
  };
}
