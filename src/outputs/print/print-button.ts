/** The button "In tờ này". Without script the browser's own menu prints. */
const button = document.querySelector<HTMLButtonElement>('[data-print]')!;
button.hidden = false;
button.addEventListener('click', () => print());

export {};
