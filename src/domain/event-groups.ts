/** Shelves of the list of cards for events of life, in its order. */
export const eventGroups = [
  'gia-dinh',
  'an-sinh',
  'suc-khoe',
  'viec-lam',
  'xe-di-lai',
  'nha-dat',
  'dien-thoai',
  'hoc-ai',
  'tien-lua',
] as const;
