/** The components that MDX entries may use, by name. Kept equal to `markdown/grammar.ts` by a test. */
import Call from './Call.astro';
import Case from './Case.astro';
import Guide from './Guide.astro';
import Helper from './Helper.astro';
import Homework from './Homework.astro';
import More from './More.astro';
import Needs from './Needs.astro';
import Phone from './Phone.astro';
import Picture from './Picture.astro';
import Practice from './Practice.astro';
import Safety from './Safety.astro';
import ScamSigns from './ScamSigns.astro';
import Screen from './Screen.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import Story from './Story.astro';
import Term from './Term.astro';
import Tip from './Tip.astro';
import Trouble from './Trouble.astro';
import Warning from './Warning.astro';
import Table from './Table.astro';

export const proseComponents = {
  Call, Case, Guide, Helper, Homework, More, Needs, Phone, Picture, Practice, Safety, ScamSigns, Screen, Step, Steps, Story, Term, Tip, Trouble, Warning,
  table: Table,
};
