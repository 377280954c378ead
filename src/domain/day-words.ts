/** Days as readers read them: `2026-11-21` → `21/11/2026`; `2025-04` → `4/2025`; `2025` stays. */
export function dayWords(day: string): string {
  const [y, m, d] = day.split('-');
  return d !== undefined ? `${Number(d)}/${Number(m)}/${y}` : m !== undefined ? `${Number(m)}/${y}` : y!;
}
