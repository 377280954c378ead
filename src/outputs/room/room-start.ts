/** Reads the data of the page, then lets its script work. */
import { readData } from '../../client/page-data.ts';

void readData('du-lieu-lop').then(() => import('./room-page.ts'));
