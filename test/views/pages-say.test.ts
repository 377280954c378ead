/** What pages without a test of their own say: each view held against the entries that it is made of. */
import { expect, test } from 'vitest';
import { coverage } from '../../src/views/coverage.ts';
import { liveText, pageProse } from '../../src/views/free-page.ts';
import { frontView } from '../../src/views/front.ts';
import { modeView } from '../../src/views/mode.ts';
import { practiceView } from '../../src/views/practice.ts';
import { askWords, findWords } from '../../src/views/search.ts';
import { faultReport } from '../../src/views/still-right.ts';
import { planData } from '../../src/views/structured-data.ts';
import { targetTables } from '../../src/views/targets.ts';
import { countNames, type CountName, type SiteFact } from '../../src/markdown/live.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();

test('coverage names the skills without a guide and no other', () => {
  const [first, second] = handbook.skills;
  const bare = { ...present(first, 'a skill'), guides: [] };
  const { skillGaps, plans } = coverage({
    plans: handbook.plans,
    skills: [bare, present(second, 'another')],
  });
  expect(skillGaps.map(({ id }) => id)).toEqual([bare.id]);
  expect(plans.map(({ plan }) => plan.id)).toEqual(handbook.plans.map(({ id }) => id));
});

test('a free page lists the guides of the one that is named: of a group, a task or a shelf', () => {
  const prose = pageProse(handbook);
  const withGuides = <T extends { readonly guides: readonly unknown[] }>(list: readonly T[]): T =>
    present(
      list.findLast((one) => one.guides.length > 1),
      'one with guides',
    );
  const [audience, task, topic] = [
    withGuides(handbook.audiences),
    withGuides(handbook.tasks),
    withGuides(handbook.topics),
  ];
  for (const [choice, holder] of [
    [{ audience: audience.id }, audience],
    [{ task: task.id }, task],
    [{ topic: topic.id }, topic],
  ] as const)
    expect(prose.guides(choice).map(({ href }) => href)).toEqual(holder.guides.map(({ address }) => address));
  const [one] = handbook.guides;
  expect(prose.guides({ ids: [present(one, 'a guide').id] })).toHaveLength(1);
  expect(prose.guides({ topic: 'khong-co' })).toEqual([]);
});

test('a free page counts what the edition holds, and tells what it is and when it was measured', () => {
  const counted = (of: CountName, edition: typeof handbook = handbook): string =>
    liveText(edition, { kind: 'count', of });
  const holds: Record<CountName, number> = {
    guides: handbook.guides.length,
    plans: handbook.plans.length,
    tasks: handbook.tasks.length,
    units: handbook.units.length,
    indicators: handbook.indicators.length,
    audiences: handbook.audiences.length,
    workstreams: handbook.workstreams.length,
    skills: handbook.skills.length,
    terms: handbook.terms.length,
    modes: handbook.modes.length,
    'easy-read': handbook.easyRead.length,
    programmes: handbook.programmes.length,
    practices: handbook.practices.length,
    lessons: handbook.guides.filter(({ collection }) => collection === 'market').length,
  };
  expect(countNames.length).toBeGreaterThan(10);
  for (const of of countNames) expect(counted(of), of).toBe(String(holds[of]));
  const shown = (show: SiteFact, site: Partial<typeof handbook.site> = {}): string =>
    liveText({ ...handbook, site: { ...handbook.site, ...site } }, { kind: 'site', show });
  expect(shown('name', { name: 'Sổ tay xã Mẫu' })).toBe('Sổ tay xã Mẫu');
  expect(shown('place', { place: 'Xã Mẫu' })).toBe('Xã Mẫu');
  expect(shown('edition', { edition: 'Bản 2' })).toBe('Bản 2');
  expect(shown('feedback', { feedback: 'Tới bộ phận một cửa' })).toBe('Tới bộ phận một cửa');
  expect(shown('notice', { official: true, owner: 'UBND xã Mẫu' })).toBe('Trang chính thức của UBND xã Mẫu.');
  expect(shown('notice', { official: false, owner: 'UBND xã Mẫu' })).not.toContain('chính thức của UBND');
  expect(shown('license').length).toBeGreaterThan(10);
});

test('the front page has a tile for each shelf that is to be there, then the others', () => {
  const { tiles } = frontView(handbook);
  const shelves = handbook.topics.filter(({ data }) => 'home' in data && data.home);
  expect(shelves.length).toBeGreaterThan(3);
  expect(tiles.slice(0, shelves.length).map(({ href }) => href)).toEqual(
    shelves.map(({ address }) => address),
  );
  const others = tiles.slice(shelves.length);
  expect(others.map(({ icon }) => icon)).toContain('market');
  for (const { href, name, holds } of tiles)
    expect([href.startsWith('/'), name.length > 1, holds.length > 5], href).toEqual([true, true, true]);
  expect(new Set(tiles.map(({ name }) => name)).size).toBe(tiles.length);
});

test('a mode says whom it helps and which modes a set turns on', () => {
  let sets = 0;
  for (const mode of handbook.modes) {
    const { helps, includes, turnOn } = modeView(mode, handbook);
    const helped = mode.data.helps.map((id) =>
      present(
        handbook.audiences.find((one) => one.id === id),
        id,
      ),
    );
    expect(helps).toEqual(helped.map(({ address, data }) => ({ href: address, text: data.title })));
    expect(includes).toHaveLength(mode.data.preset.length);
    expect(turnOn).toBe(`?che-do=${mode.id}`);
    sets += mode.data.preset.length > 0 ? 1 : 0;
  }
  expect(sets).toBeGreaterThan(2);
});

test('a good practice leads to its guides, sessions, groups and workstreams by their names', () => {
  let linked = 0;
  for (const practice of handbook.practices) {
    const { guides, programmes, links } = practiceView(practice);
    expect(guides.map(({ text }) => text)).toEqual(
      practice.guides.map(({ data }) => `${data.number}. ${data.title}`),
    );
    expect(programmes.map(({ text }) => text)).toEqual(practice.programmes.map(({ data }) => data.title));
    const holders = [...practice.audiences, ...practice.workstreams];
    expect(links).toEqual(holders.map(({ address, data }) => ({ href: address, text: data.title })));
    linked += links.length;
  }
  expect(linked).toBeGreaterThan(5);
});

test('scripts of search and of the helper get words, none of them empty or its own key', () => {
  for (const words of [findWords(), askWords()]) {
    const rows = Object.entries(words);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(([key, text]) => key === '' || text.trim() === '' || text === key)).toEqual([]);
  }
});

test('a report of a fault is written out, to a mailbox or a number where there is one', () => {
  const [guide] = handbook.guides;
  const { number, title } = present(guide, 'a guide').data;
  const withFaults = (faults: object) => ({
    ...handbook,
    site: {
      ...handbook.site,
      faults: { ...handbook.site.faults, email: undefined, phone: undefined, ...faults },
    },
  });
  const plain = faultReport(withFaults({}), guide);
  expect(Object.keys(plain)).toEqual(['text']);
  expect(plain.text).toContain(String(number));
  expect(plain.text).toContain(title);
  const told = faultReport(withFaults({ email: 'bao@vidu.example', phone: '0690 111 222' }), guide);
  expect(told.call).toEqual({ href: 'tel:0690111222', number: '0690 111 222' });
  const mail = new URL(present(told.mail, 'an address for mail'));
  expect([mail.pathname, mail.searchParams.get('body')]).toEqual(['bao@vidu.example', told.text]);
  expect(mail.searchParams.get('subject')).toContain(String(number));
  expect(faultReport(withFaults({})).text).not.toContain(title);
});

test('a plan is told to machines with its name, issuer, number and day', () => {
  const plan = present(
    handbook.plans.find(({ data }) => data.number !== '' && data.date !== ''),
    'a plan with number and day',
  );
  expect(planData(plan, 'https://so-tay.example/')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'DigitalDocument',
    '@id': `https://so-tay.example${plan.address}`,
    url: `https://so-tay.example${plan.address}`,
    name: plan.data.title,
    inLanguage: 'vi',
    identifier: plan.data.number,
    datePublished: plan.data.date,
    publisher: {
      '@id': `https://so-tay.example${plan.issuer.address}`,
      name: plan.issuer.data.name,
    },
  });
});

test('each target stands in the row of its plan and under its year, and nothing else does', () => {
  const tables = targetTables(handbook);
  let filled = 0;
  let empty = 0;
  for (const { rows, measure } of tables)
    for (const { plan, years } of rows)
      for (const { year, row } of years) {
        if (row === undefined) empty++;
        else {
          expect([row.plan, row.year, row.measure]).toEqual([plan, year, measure]);
          filled++;
        }
      }
  expect(filled).toBeGreaterThan(20);
  expect(empty).toBeGreaterThan(2);
});
