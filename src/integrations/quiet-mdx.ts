/** Keeps the build log readable: Rolldown warns once for each MDX entry about Astro's own directive, which is harmless. */
import type { AstroIntegration } from 'astro';

type LogLevel = 'warn' | 'info' | 'debug';
/** What Rolldown says of one matter. */
interface Log { readonly code?: string; readonly message: string }

export function quietMdx(): AstroIntegration {
  return {
    name: 'quiet-mdx',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            build: {
              rolldownOptions: {
                onLog(level: LogLevel, log: Log, handle: (level: LogLevel, log: Log) => void) {
                  if (log.code === 'MODULE_LEVEL_DIRECTIVE' && log.message.includes('astro:head-inject')) return;
                  handle(level, log);
                },
              },
            },
          },
        });
      },
    },
  };
}
