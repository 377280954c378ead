/** Keeps the build log readable: Rolldown warns once for each MDX entry about Astro's own directive, which is harmless. */
import type { AstroIntegration } from 'astro';

export function quietMdx(): AstroIntegration {
  return {
    name: 'quiet-mdx',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            build: {
              rolldownOptions: {
                onLog(level, log, handle) {
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
