/** The git server of a static desk, from what an operator types. */
import { t } from '../words/words.ts';
import type { GitPlace } from './form-kinds.ts';

/** Options as they are typed; all absent for a desk that opens folders only. */
export interface GitOptions {
  readonly kind?: string | undefined;
  readonly server?: string | undefined;
  readonly repository?: string | undefined;
  readonly branch?: string | undefined;
  readonly client?: string | undefined;
}

const onThisMachine = (host: string): boolean => host === 'localhost' || host === '127.0.0.1';

function isServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && onThisMachine(hostname));
  return safe && `${search}${hash}${username}` === '';
}

/** What options name: a git server or none; `faults` are sentences that say what is wrong with them. */
export interface NamedPlace {
  readonly git?: GitPlace;
  readonly faults: readonly string[];
}

/** Servers that the desk works with. */
const kinds = ['gitea', 'gitlab', 'github'] as const;

/** Reads the options of a static desk. */
export function gitPlace(options: GitOptions): NamedPlace {
  const { server, repository = '', branch = 'main', client = '', kind: asked = 'gitea' } = options;
  const kind = kinds.find((one) => one === asked);
  if (server === undefined)
    return { faults: repository === '' && client === '' ? [] : [t('deskGit.staticNeedsServer')] };
  const faults = [
    ...(isServer(server) ? [] : [t('deskGit.staticServer', { given: server })]),
    ...(kind === undefined ? [t('deskGit.staticKind', { given: asked })] : []),
    ...((kind === 'gitlab' ? /^[\w.-]+(?:\/[\w.-]+)+$/ : /^[\w.-]+\/[\w.-]+$/).test(repository)
      ? []
      : [t('deskGit.staticRepository', { given: repository })]),
    ...(kind === 'github' || /^[\w-]{8,}$/.test(client)
      ? []
      : [t('deskGit.staticClient', { given: client })]),
    ...(/^[\w./-]+$/.test(branch) ? [] : [t('deskGit.staticBranch', { given: branch })]),
  ];
  const git = {
    server: server.replace(/\/+$/, ''),
    repository,
    branch,
    client: kind === 'github' ? '' : client,
  };
  return faults.length > 0 || kind === undefined ? { faults } : { git: { kind, ...git }, faults };
}
