/**
 * A field that finds by name in a list that stands whole on the page: directory, units, glossary, sources.
 * Beside it may stand a choice of kinds: entries then say theirs in `data-find-kind`.
 * Without a script there is no field, and the list is read as it stands.
 */
/** A list as far as finding goes. */
interface FoundIn {
  readonly entries: readonly HTMLElement[];
  /** What an entry is found by. */
  readonly namesOf: (entry: HTMLElement) => string;
  /** Parts that hold entries and stand aside when none of theirs is found; folded ones open meanwhile. */
  readonly parts: readonly HTMLElement[];
  /** Which names hold what was typed: the directory is kept for danger and reads no raw keys, others do. */
  readonly holding: (names: readonly string[], typed: string) => boolean[];
}

/** Puts the field to work, where the page has one. */
export function findInList({ entries, namesOf, parts, holding }: FoundIn): void {
  const field = document.querySelector<HTMLElement>('[data-find]');
  const typed = field?.querySelector('input');
  const kinds = field?.querySelector('select');
  const status = field?.nextElementSibling;
  if (!field || !typed || !status) return;
  const [none = '', found = ''] = field.dataset.find?.split('|') ?? [];
  const show = (asked: string): void => {
    const kind = kinds?.value ?? '';
    const finding = asked.trim() !== '' || kind !== '';
    const held = holding(entries.map(namesOf), asked);
    for (const [place, entry] of entries.entries())
      entry.hidden = held[place] !== true || (kind !== '' && entry.dataset.findKind !== kind);
    const shown = entries.filter((entry) => !entry.hidden);
    // What is found comes right below the field: the way to the parts and what leads them in stand aside.
    for (const aside of document.querySelectorAll<HTMLElement>('[data-aside]')) aside.hidden = finding;
    for (const part of parts) {
      part.hidden = finding && !shown.some((entry) => part.contains(entry));
      if (part instanceof HTMLDetailsElement) part.open = finding;
    }
    if (shown.length === 0) status.textContent = none;
    else status.textContent = finding ? found.replace('{count}', String(shown.length)) : '';
  };
  field.hidden = false;
  typed.addEventListener('input', () => {
    show(typed.value);
    // A keyboard covers half of a phone: the field goes up, so that what is found can be seen under it.
    if (field.getBoundingClientRect().top > innerHeight / 4) field.scrollIntoView();
  });
  kinds?.addEventListener('change', () => {
    show(typed.value);
  });
  // What the browser puts back into the field after Back is found again.
  if (typed.value !== '' || (kinds?.value ?? '') !== '') show(typed.value);
}
