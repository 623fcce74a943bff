/** Ends a switch over a union: a new member that was forgotten there is an error of types, and here. */
export function unreachable(value: never): never {
  throw new Error(`not expected: ${JSON.stringify(value)}`);
}
