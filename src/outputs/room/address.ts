/** The room in the address: `?nguoi=20&phu=4&android=4&iphone=2&mang=khong&noi=hoi-truong`. Pure. */
import { networks, places, usualRoom, type Network, type Place, type Room } from './phones-and-people.ts';

/** Names in the address. They stand in printed codes, so they never change. */
const networkNames: Readonly<Record<Network, string>> = { none: 'khong', weak: 'yeu', good: 'tot' };
const placeNames: Readonly<Record<Place, string>> = {
  hall: 'hoi-truong',
  stall: 'tai-cho',
  home: 'nha-dan',
  yard: 'san',
};
/** What can be counted in a room: its name in the address, least and most. */
export const counts = {
  people: { name: 'nguoi', least: 1, most: 60 },
  helpers: { name: 'phu', least: 0, most: 20 },
  android: { name: 'android', least: 0, most: 60 },
  iphone: { name: 'iphone', least: 0, most: 60 },
} as const;
type Count = keyof typeof counts;

const isCount = (key: string): key is Count => key in counts;
export const countKeys: readonly Count[] = Object.keys(counts).filter(isCount);

/** The number that was written, within its limits; what cannot be read becomes the usual one. */
function readCount(key: Count, said: string | null): number {
  const { least, most } = counts[key];
  return said !== null && /^\d{1,3}$/.test(said.trim())
    ? Math.min(Math.max(Number(said), least), most)
    : usualRoom[key];
}

/** Reads a room as far as it goes. */
export function readRoom(query: string): Room {
  const values = new URLSearchParams(query);
  const network = values.get('mang');
  const place = values.get('noi');
  return {
    people: readCount('people', values.get(counts.people.name)),
    helpers: readCount('helpers', values.get(counts.helpers.name)),
    android: readCount('android', values.get(counts.android.name)),
    iphone: readCount('iphone', values.get(counts.iphone.name)),
    network: networks.find((name) => networkNames[name] === network) ?? usualRoom.network,
    place: places.find((name) => placeNames[name] === place) ?? usualRoom.place,
  };
}

/** The query that holds a room, without a question mark; every value is written. */
export const roomQuery = (room: Room): string =>
  [
    ...countKeys.map((key) => `${counts[key].name}=${room[key]}`),
    `mang=${networkNames[room.network]}`,
    `noi=${placeNames[room.place]}`,
  ].join('&');
