/** What stops the set-up and the person at the terminal can mend: one line that says what is wrong and what to do. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}

/**
 * Runs a command's main part: what can be mended is one line, anything else keeps its stack.
 *
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `Error: ${error.message}` : error);
    process.exitCode = 1;
  }
}
