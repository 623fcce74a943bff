import type { Plugin } from 'vite';

/**
 * Of two libraries the widget uses less than they bring, and every kibibyte is fetched by a citizen's phone. What is
 * taken out here is never run: i18next has all its words handed to it (no backend), formats and nests nothing, knows just
 * the languages it is given, takes plain keys, `count` and `{{name}}`, and is not asked to explain itself; Socket.IO speaks WebSocket and polling, and carries no
 * binary data. Should a new version look different, the build stops.
 */
const STAND_INS: Record<string, Record<string, string>> = {
  'i18next/dist/esm/i18next.js': {
    Connector: '{ on() {} load(languages, namespaces, done) { done(); } }',
    Formatter: '{ format(value) { return value; } }',
    LanguageUtil: `{
      toResolveHierarchy(code) { return code ? [code] : []; }
      getFallbackCodes() { return []; }
      getBestMatchFromCodes(codes) { return codes[0]; }
      isSupportedCode() { return true; }
      formatLanguageCode(code) { return code; }
      getLanguagePartFromCode(code) { return code; }
      getScriptPartFromCode() { return null; }
    }`,
    Logger: '{ init() {} create() { return this; } clone() { return this; } }',
    PluralResolver: `{
      rules = {};
      getSuffix(code, count) { return '_' + (this.rules[code] ??= new Intl.PluralRules(code)).select(count); }
    }`,
    Interpolator: `{
      interpolate(text, data) { return text.replace(/\\{\\{(\\w+)\\}\\}/g, (all, name) => name in data ? makeString(data[name]) : all); }
    }`,
    translate: `(key, options = {}) {
      const { res } = this.resolve(key, options);
      return isString(res) ? this.interpolator.interpolate(res, options) : key;
    }`,
    extendTranslation: '() {}',
    resolve: `(key, { count }) {
      const other = key + '_other';
      const plural = count === undefined ? key : key + this.pluralResolver.getSuffix(this.language, count);
      const keys = [count === 0 ? key + '_zero' : plural, plural, key, ...(count === undefined ? [] : [other])];
      const found = keys.map((one) => this.resourceStore.getResource(this.language, 'translation', one));
      return { res: found.find((one) => one !== undefined && one !== '') };
    }`,
    extractFromKey: '() {}',
    isValidLookup: '() {}',
    getUsedParamsDetails: '() {}',
    keysFromSelector: '() {}',
    exists: '() {}',
    getResource: "(lng, ns, key) { return getPath(this.data, [lng, ns, ...(key ? key.split('.') : [])]); }",
    addResourceBundle: `(lng, ns, resources, deep, overwrite) {
      const own = (this.data[lng] ??= {});
      own[ns] = deepExtend(own[ns] ?? {}, JSON.parse(JSON.stringify(resources)), overwrite);
    }`,
    addResource: '() {}',
    hasLanguageSomeTranslations: '() { return true; }',
    setResolvedLanguage: '() {}',
    setDefaultNamespace: '() {}',
    off: '() {}',
    addResources: '() {}',
    removeResourceBundle: '() {}',
    loadResources: '(language, done) { done(null); }',
    hasLoadedNamespace: '() { return true; }',
    dir: "() { return 'ltr'; }",
    cloneInstance: '() {}',
    getFixedT: '() {}',
    hydrate: '() {}',
    loadLanguages: '() {}',
    loadNamespaces: '() {}',
    reloadResources: '() {}',
    use: '() {}',
  },
  'engine.io-client/build/esm/transports/webtransport.js': { WT: '{}' },
  'socket.io-parser/build/esm/is-binary.js': { isBinary: '() { return false; }', hasBinary: '() { return false; }' },
  'socket.io-parser/build/esm/binary.js': { deconstructPacket: '() {}', reconstructPacket: '() {}' },
};

const LOG_CALLS = new Set(['log', 'warn', 'error', 'deprecate']);

export function leanBundle(): Plugin {
  return {
    name: 'lean-bundle',
    transform(code, id) {
      const file = Object.keys(STAND_INS).find((name) => id.endsWith(name));
      if (!file) return null;
      const cuts = Object.entries(STAND_INS[file] ?? {}).map(([name, standIn]) =>
        cutDeclaration(code, name, standIn, file),
      );
      const quiet = file.startsWith('i18next') ? findLogCalls(this.parse(code)) : [];
      const outside = quiet.filter(({ start }) => !cuts.some((cut) => cut.start <= start && start < cut.end));
      // The source map of a library's insides is of no use to anybody.
      return { code: replace(code, [...cuts, ...outside]), map: null };
    },
  };
}

interface Cut {
  start: number;
  end: number;
  text: string;
}

/** A class, function or method, from its first word to the brace that closes it at the same indent. */
function cutDeclaration(code: string, name: string, standIn: string, file: string): Cut {
  const match = new RegExp(`^( *)((?:export )?(?:(?:class|function) )?${name})\\b[^\\n]*\\{\\n.*?^\\1\\}$`, 'msu').exec(
    code,
  );
  if (!match) throw new Error(`${file} has no ${name} any more: see scripts/lean-bundle.ts`);
  return { start: match.index, end: match.index + match[0].length, text: `${match[1]}${match[2]} ${standIn}` };
}

/** Calls of a logger's methods, with all that is said in them. */
function findLogCalls(node: unknown): Cut[] {
  if (Array.isArray(node)) return node.flatMap(findLogCalls);
  if (!isNode(node)) return [];
  if (isLogCall(node)) return [{ start: node.start, end: node.end, text: 'void 0' }];
  return Object.values(node).flatMap(findLogCalls);
}

interface Node extends Record<string, unknown> {
  type: string;
  start: number;
  end: number;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isLogCall({ type, callee }: Node): boolean {
  if (type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression') return false;
  return LOG_CALLS.has(nameOf(callee['property'])) && /logger$/iu.test(nameOf(callee['object']));
}

/** `logger` of `logger`, `this.logger` and `services.logger`. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'MemberExpression') return nameOf(node['property']);
  return typeof node['name'] === 'string' ? node['name'] : '';
}

function replace(code: string, cuts: readonly Cut[]): string {
  return cuts
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code);
}
