/** The data cannot be used; `remedy` says in one line what the person who started the server can do. */
export class StoreOpenError extends Error {
  override name = 'StoreOpenError';
  readonly code: StoreOpenCode;
  readonly remedy: string;

  constructor(code: StoreOpenCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.remedy = remedy;
  }
}

export type StoreOpenCode =
  | 'not-writable' // the folder or the file
  | 'not-a-database' // the file holds something else, or is damaged
  | 'in-use' // another process works on it
  | 'newer-data'; // a later version wrote it
