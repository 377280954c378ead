/** Taking a proposal in: role, unit and day are written beside it, that commit is approved and merged. */
import { approvalFile, withApproval, type Approval } from '../../approval.ts';
import type { CollectionForm } from '../../form-kinds.ts';
import { say } from '../dom.ts';
import { blobSha, textAt, type GitHost, type Pull } from './host.ts';

/** A file of a proposal, as it stands and as it is wanted; empty where there is none. */
export interface Change {
  readonly file: string;
  readonly now: string;
  readonly wanted: string;
}

/**
 * Approves a proposal as it was `shown` and takes it into a branch. Gives what to tell the reviewer: that it
 * is done, or why nothing was done. @throws HostFault
 */
export async function approve(
  host: GitHost,
  branch: string,
  shown: Pull,
  changes: readonly Change[],
  approval: Approval,
  forms: readonly CollectionForm[],
): Promise<string> {
  const { number } = shown;
  const fresh = await host.pull(number);
  if (fresh.tip !== shown.tip) return say('movedOn');
  if (!fresh.mergeable) return say('conflict');
  // Approvals stand in one file: those that came meanwhile must be there before one more is written.
  if (fresh.base !== (await host.tip(branch))) await host.refresh(number);
  const texts = new Map<string, { readonly before: string; readonly after: string }>();
  for (const { file, wanted } of changes) {
    const written = wanted === '' ? undefined : approvalFile(file, forms);
    if (written === undefined) continue;
    const before = texts.get(written)?.before ?? (await textAt(host, written, fresh.branch)) ?? '';
    const after = withApproval(file, texts.get(written)?.after ?? before, approval, forms);
    texts.set(written, { before, after });
  }
  const words = say('approvalWords', { ...approval });
  const edits = await Promise.all(
    [...texts]
      .filter(([, { before, after }]) => before !== after)
      .map(async ([path, { before, after }]) => ({ path, content: after, sha: await blobSha(before) })),
  );
  if (edits.length > 0) await host.commit(fresh.branch, fresh.branch, words, edits);
  const { tip } = await host.pull(number);
  await host.review(number, 'APPROVED', tip, words);
  await host.merge(number, tip, words);
  return say('approved', { n: number, ...approval });
}
