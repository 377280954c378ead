/** How files of the finished site are turned to where an edition is served, by the row that can. */
import type { Output, TurnFile } from './output.ts';

const asItIs: TurnFile = (_, bytes) => bytes;

/**
 * The two turns for a path. At the root of a host nothing is turned.
 * @throws Error when the edition has a path and the form that serves one is taken out
 */
export async function turnsOf(
  table: readonly Output[],
  path: string,
): Promise<{ readonly served: TurnFile; readonly atRoot: TurnFile }> {
  if (path === '') return { served: asItIs, atRoot: asItIs };
  const turns = table.find((row) => row.turns !== undefined)?.turns;
  if (turns === undefined)
    throw new Error(
      `Địa chỉ của bản này có đường dẫn “${path}/”, mà dạng sub-path đã bị bỏ. Trả dòng của nó về ` +
        'src/outputs/table.ts, hoặc dùng địa chỉ không có đường dẫn. (no form for a path)',
    );
  return turns(path);
}
