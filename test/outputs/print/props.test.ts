/** What sessions ask for on paper: codes are plain words, all that is listed is there, no name is real. */
import { describe, expect, test } from 'vitest';
import { qrPath } from '../../../src/formats/qr.ts';
import { copiesFor, drawnGuides, kitRows, propPages, propsOf } from '../../../src/outputs/print/kit.ts';
import { decodeSvg } from '../../qr.ts';
import { realHandbook } from '../../real.ts';
import { floor } from '../../national/edition.ts';

const handbook = realHandbook();
const scanned = (text: string): string | undefined => {
  const { side, path } = qrPath(text);
  return decodeSvg(`<svg class="qr" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`);
};
const coded = handbook.props.filter(({ data }) => data.code !== undefined);

describe('codes to practise with', () => {
  test('there is one', () => {
    expect(coded.length).toBeGreaterThan(0);
  });
  test.each(coded)('$id says in plain words that it is a drill, and no bank app can take it', ({ data }) => {
    const read = scanned(data.code ?? '');
    expect(read).toBe(data.code);
    expect(read).toMatch(/mã tập/i);
    expect(read).toMatch(/không phải mã trả tiền/i);
    // EMVCo codes of banks begin with 000201 and end with their checksum; no address is opened either.
    expect(read).not.toMatch(/^0002|6304[0-9A-F]{4}$|A000000727|https?:|:\/\//i);
  });
  test('the code of a class opens the page of its session', () => {
    for (const { address } of handbook.programmes) {
      const page = new URL(address.slice(1), handbook.site.url).href;
      expect(scanned(page)).toBe(page);
    }
    expect(handbook.programmes.length).toBeGreaterThanOrEqual(floor(18));
  });
});

describe.each(handbook.programmes)('kit of $id', (programme) => {
  const rows = kitRows(programme, handbook);
  test('counts each thing for twenty people', () => {
    expect(rows.every(({ copies }) => Number.isInteger(copies) && copies > 0)).toBe(true);
    const handouts = rows.filter(({ what }) => what.startsWith('Tờ phát tay'));
    expect(handouts.map(({ copies }) => copies)).toEqual(programme.guides.map(() => 20));
    for (const { data } of propsOf(programme, handbook))
      expect(rows.map(({ what }) => what)).toContain(data.title);
  });
  test('holds cards of roles, a certificate, and screens to press where the network may fail', () => {
    const ids = propsOf(programme, handbook).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['the-vai', 'giay-da-hoc']));
    const onPaper = programme.data.outline.some(
      ({ offline, turn }) => offline?.with === 'paper' && turn !== undefined,
    );
    if (onPaper) expect(drawnGuides(programme).length).toBeGreaterThan(0);
  });
});

test('copies go up with people and never down to none', () => {
  expect((['person', 'pair', 'group', 'room'] as const).map((per) => copiesFor(per, 20))).toEqual([
    20, 10, 5, 1,
  ]);
  expect(copiesFor('pair', 1)).toBe(1);
});

test('slips with five lines to write on lie two on a page, those with three lie three', () => {
  const most = (id: string): number => {
    const prop = handbook.props.find((one) => one.id === id);
    if (prop === undefined) throw new Error(`no prop ${id}`);
    return Math.max(...propPages(prop.data).map(({ length }) => length));
  };
  expect(['giay-hen', 'giay-da-hoc', 'tin-otp'].map(most)).toEqual([2, 3, 3]);
});

test('a festival card is printed twice on a page, and half as many pages are asked for', () => {
  const festival = handbook.programmes.find(({ id }) => id === 'gian-hang-10-10');
  const prop = handbook.props.find(({ id }) => id === 'phieu-sau-o');
  if (!festival || !prop) throw new Error('no festival');
  expect(propPages(prop.data).map(({ length }) => length)).toEqual([2]);
  const row = kitRows(festival, handbook).find(({ what }) => what === prop.data.title);
  expect(row?.copies).toBe(10);
});

test('pages hold all cards of all props, in order', () => {
  let cards = 0;
  for (const { data } of handbook.props) {
    expect(propPages(data).flat()).toEqual(data.cards);
    cards += data.cards.length;
  }
  expect(cards).toBeGreaterThan(floor(40));
});

test('nobody’s number stands on a prop, and no certificate asks for a name', () => {
  for (const { id, data } of handbook.props) {
    const text = JSON.stringify(data.cards);
    for (const [digits] of text.matchAll(/\d[\d .]{7,}\d/g)) expect(digits, id).toMatch(/^000/);
    if (id === 'giay-da-hoc')
      expect(JSON.stringify(data.cards.map(({ blanks }) => blanks))).not.toMatch(/họ tên|tên tôi|căn cước/i);
  }
});
