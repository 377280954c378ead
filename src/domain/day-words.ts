/** Days as readers read them: `2026-11-21` → `21/11/2026`; `2025-04` → `4/2025`; `2025` stays. */
export function dayWords(day: string): string {
  const [year, month, dayOfMonth] = day.split('-');
  return dayOfMonth !== undefined
    ? `${Number(dayOfMonth)}/${Number(month)}/${year}`
    : month !== undefined
      ? `${Number(month)}/${year}`
      : year!;
}
