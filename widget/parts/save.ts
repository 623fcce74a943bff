/** Offers a text to be saved as a file. Made in the browser: nothing is asked of any server. */
export function saveText(text: string, name: string): void {
  // Some programs read a text file as Latin-1 unless it begins with the mark of UTF-8.
  saveBlob(new Blob(['\uFEFF', text], { type: 'text/plain;charset=utf-8' }), name);
}

/** Offers what has been fetched to be saved under this name. It is never opened in the page. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
