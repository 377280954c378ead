/** The language of an entry that names none, and of every page that is no single entry (BCP 47). */
export const defaultLanguage = 'vi';
