/** Which git servers the desk works with. */
import type { GitPlace } from '../../form-kinds.ts';
import { Gitea } from './gitea.ts';
import { GitHub } from './github.ts';
import { GitLab } from './gitlab.ts';
import type { GitHost } from './host.ts';

const hosts = { gitea: Gitea, gitlab: GitLab, github: GitHub } as const;

/** The repository of a place, for whoever has this token. */
export const hostOf = (place: GitPlace, token: string): GitHost => new hosts[place.kind](place, token);
