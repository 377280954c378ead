/**
 * Whether the object itself has this key, not what all objects inherit. `Object.hasOwn` is younger than the
 * oldest browsers served. Pure.
 */
export const owns = (object: object, key: string): boolean =>
  Object.prototype.hasOwnProperty.call(object, key);
