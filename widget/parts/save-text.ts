/** Offers a text to be saved as a file. Made in the browser: nothing is asked of any server. */
export function saveText(text: string, name: string): void {
  const link = document.createElement('a');
  // Some programs read a text file as Latin-1 unless it begins with the mark of UTF-8.
  link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
