/** What a file name must keep so that a stick can be read on Windows, macOS, Linux and phones. */

/** Longest path inside the copy: Windows counts 260 with the drive and the folder it was unpacked in. */
const longestPath = 180;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Why a path cannot stand on such a stick; nothing when it can. Source of the rules: Microsoft, "Naming
 * Files, Paths, and Namespaces".
 */
export function badName(path: string): string | undefined {
  if (path.length > longestPath) return `đường dẫn dài ${path.length} ký tự, nhiều nhất ${longestPath}`;
  if (path !== path.normalize('NFC')) return 'tên chưa ở dạng NFC';
  for (const part of path.split('/')) {
    if (/[<>:"|?*\\\u0000-\u001f]/.test(part)) return `tên “${part}” có ký tự Windows cấm`;
    if (reserved.test(part)) return `tên “${part}” Windows giữ riêng`;
    if (/[. ]$/.test(part)) return `tên “${part}” kết thúc bằng dấu chấm hoặc dấu cách`;
  }
  return undefined;
}

/** Pairs of paths that a disk without upper and lower case would take for one. */
export function sameNames(paths: readonly string[]): [string, string][] {
  const seen = new Map<string, string>();
  return paths.flatMap((path): [string, string][] => {
    const key = path.toLowerCase();
    const other = seen.get(key);
    seen.set(key, path);
    return other === undefined ? [] : [[other, path]];
  });
}
