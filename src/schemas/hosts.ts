/** Addresses that readers are sent to with money or papers, and those they are never sent to. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, host, line } from './fields.ts';

const named = z.strictObject({ host: host.meta(words.hosts.host), why: line.meta(words.hosts.why) });

/** `content/dia-chi.yaml`. Addresses of the directory are official too, with their sources there. */
export const hostsSchema = z.strictObject({
  /** Hosts, each with its subdomains, that guides about money, papers or signing in may link to. */
  official: z.array(named).meta(words.hosts.official),
  /** Hosts that hide where a link leads. */
  shorteners: z.array(named).meta(words.hosts.shorteners),
  /** Hosts that look like an official one, are not, and are honest. */
  known: z.array(named).default([]).meta(words.hosts.known),
  /** Hosts outside gov.vn, each with its subdomains, on which a state office may publish an edition. */
  offices: z.array(named).default([]).meta(words.hosts.offices),
  checked,
});
export type HostsData = z.output<typeof hostsSchema>;
