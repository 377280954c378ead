/** Reads the data of the page, then lets its script work. */
import { readData } from '../../client/page-data.ts';

void readData('du-lieu-soan').then(() => import('./session-builder.ts'));
