import type { Compilable, CompiledQuery } from 'kysely';

/**
 * Compiles a query once, to be run many times with other values: building and compiling it costs several times what
 * SQLite needs to run it.
 *
 * @param build makes the query; every property of its argument stands for the value of that name
 */
export function prepare<Values extends object, Row>(
  build: (placeholders: Values) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  const compiled = build(placeholders<Values>()).compile();
  return (values) => ({
    ...compiled,
    parameters: compiled.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    ),
  });
}

class Placeholder {
  readonly name: string | symbol;

  constructor(name: string | symbol) {
    this.name = name;
  }
}

/** Kysely hands values through to the compiled query untouched, so a placeholder may stand where a value will be. */
function placeholders<Values extends object>(): Values {
  return new Proxy({}, { get: (_target, name) => new Placeholder(name) }) as Values;
}
