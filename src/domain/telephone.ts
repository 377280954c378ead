/** The address that calls a number. */
export const telephone = (number: string): string => `tel:${number.replaceAll(' ', '')}`;
/** Only the digits of a number as it is printed: two forms of one number are the same digits. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '');
