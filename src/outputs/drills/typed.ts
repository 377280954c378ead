/**
 * What somebody typed, as it is compared: without the spaces and dots that cut long numbers, in small
 * letters unless capitals count. Marks count: typing them is what some drills practise.
 */
export function typedAs(typed: string, capitals = false): string {
  const plain = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (/^[\d\s.,đ]+$/.test(plain)) return plain.replace(/\D/g, '');
  return capitals ? plain : plain.toLocaleLowerCase('vi');
}
