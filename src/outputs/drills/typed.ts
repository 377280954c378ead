/**
 * What somebody typed, as it is compared: without the spaces and dots that cut long numbers, in small
 * letters. Marks count: typing them is what some drills practise.
 */
export const typedAs = (typed: string): string => {
  const plain = typed.normalize('NFC').trim().toLocaleLowerCase('vi').replace(/\s+/g, ' ');
  return /^[\d\s.,đ]+$/.test(plain) ? plain.replace(/\D/g, '') : plain;
};
