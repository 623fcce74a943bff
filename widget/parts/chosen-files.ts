import type { ChosenFile } from '../core/files.ts';

/** Phones offer their camera, too, and turn their own formats into one of these. */
export const TAKEN = 'image/jpeg,image/png,image/webp,image/gif,application/pdf';

export function toChosen(files: Iterable<File>): ChosenFile<Blob>[] {
  return [...files].map((body) => ({ name: body.name, type: body.type, bytes: body.size, body }));
}

/** What was chosen, and the field empty again: the same file once more is a choice, too. */
export function chosenFiles(input: HTMLInputElement): ChosenFile<Blob>[] {
  const files = toChosen(input.files ?? []);
  input.value = '';
  return files;
}
