/**
 * Opens what is folded while a page is printed and folds it again: browsers without `::details-content` leave
 * it off the paper otherwise (`furniture.css` has the same for those that have it).
 */
let folded: HTMLDetailsElement[] = [];

const setAll = (open: boolean): void => {
  for (const details of folded) details.open = open;
};

addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  setAll(true);
});
addEventListener('afterprint', () => {
  setAll(false);
});
