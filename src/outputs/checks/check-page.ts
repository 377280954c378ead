/**
 * A check with a script: what is said after an answer is announced, the last answer tells how many were right
 * and leaves of the list only what to read again, and all can be cleared without a journey. It keeps
 * nothing; it tells the result, for whoever remembers.
 */
import { tellAchieved } from '../../client/own-way.ts';
import { one, textsOf, wordsOf } from '../../client/page-parts.ts';

const check = one(HTMLElement, '[data-check]');
const told = one(HTMLElement, '[data-told]');
const say = wordsOf(textsOf(check.dataset.words));
const before = told.textContent;
const questions = [...check.querySelectorAll<HTMLElement>('[data-question]')];
const rows = [...document.querySelectorAll<HTMLElement>('[data-read]')];

const answered = (question: HTMLElement): boolean => one(HTMLDetailsElement, 'details', question).open;
const isRight = (question: HTMLElement): boolean => question.querySelector('[data-right]:checked') !== null;

/** What the style lets be seen of the explanation. */
const saidOf = (question: HTMLElement): string =>
  [...question.querySelectorAll<HTMLElement>('[data-said] > *')]
    .filter((part) => part.offsetParent !== null)
    .map((part) => part.textContent.trim())
    .join(' ');

/** How many were right, once every answer was looked at; until then nothing. */
function tell(question: HTMLElement): void {
  const wrong = questions.filter((each) => !isRight(each)).map(({ dataset }) => dataset.reads);
  const done = questions.every(answered);
  const right = questions.length - wrong.length;
  const sum = done ? say('all', { right, n: questions.length }) : '';
  for (const row of rows) row.hidden = done && wrong.length > 0 && !wrong.includes(row.dataset.read);
  told.textContent = done ? `${sum} ${say(wrong.length > 0 ? 'some' : 'fine')}` : before;
  spoken.textContent = `${saidOf(question)} ${sum}`;
  if (done) tellAchieved({ check: check.dataset.check ?? '', right, of: questions.length });
}

const spoken = document.createElement('p');
spoken.className = 'unseen';
spoken.setAttribute('role', 'status');
check.append(spoken);

for (const question of questions) {
  one(HTMLDetailsElement, 'details', question).addEventListener('toggle', () => {
    if (answered(question)) tell(question);
  });
  question.addEventListener('change', () => {
    if (answered(question)) tell(question);
  });
}

one(HTMLAnchorElement, '[data-again]').addEventListener('click', (event) => {
  event.preventDefault();
  for (const question of questions) {
    one(HTMLDetailsElement, 'details', question).open = false;
    for (const choice of question.querySelectorAll('input')) choice.checked = false;
  }
  for (const row of rows) row.hidden = false;
  told.textContent = before;
  spoken.textContent = '';
  questions[0]?.querySelector('input')?.focus();
});
