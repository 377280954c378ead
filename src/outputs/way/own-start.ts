/** Reads the data of the page, then lets its script work. */
import { readData } from '../../client/page-data.ts';

void readData('du-lieu-lo-trinh').then(() => import('./own-page.ts'));
