/**
 * An address that names a place opens the folds around it. Browsers that do so by themselves do it for what a
 * fold holds, none for its heading. (`:target` names nothing yet when this runs first.)
 */
function openNamed(): void {
  let name = '';
  try {
    name = decodeURIComponent(location.hash.slice(1));
  } catch {
    // A half percent sign names nothing.
  }
  const named = document.getElementById(name);
  let fold = named?.closest('details');
  if (!fold) return;
  for (; fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  named?.scrollIntoView();
}
openNamed();
addEventListener('hashchange', openNamed);
