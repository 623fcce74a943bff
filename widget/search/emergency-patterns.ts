/** Pieces that many lines share, written `{name}` in them. */
const PIECES: Record<string, string> = {
  stuck:
    '(?:bloccat*|intrappolat*|incastrat*|imprigionat*|chius* dentro|rimast* (?:sotto|dentro|chius*)|(?:non|nun|nn|no) (?:riesc* |posso |possiamo |si puo )?(?:a |ad )?(?:uscire|scendere)|trapped|stuck|cant get out|can t get out|blocat*|atrapad*|coince*)',
  child: '(?:figli[oae]|fij[oae]|bambin[oaie]|bimb[oaie]|nipot*|son|daughter|kid|child|toddler|hij[oa]|copil*|enfant)',
  not: '(?:non|nun|nn|num|no|not|nu|ne|n|isn t|isnt|won t|wont|can t|cant|cannot|doesn t|doesnt)',
  his: '(?:mi|me|gli|je|le|ci|ce|vi|ti|lo|la|li|si|se|s|m|l|ci)',
  any: '.{0,200}',
  who: '(?:mio|mia|mi|mi[oae]|nostr[oa]|suo|sua|un|una|uno|il|la|lo|er|l|my|his|her|the|our|a|mon|ma|un|une|le|mi|el|il)',
  kin: '(?:padre|madre|mamma|papa|babbo|pate|mammeta|figli[oae]|fij[oae]|fi[oa]|marito|moglie|moje|mojje|nonn[oae]|fratell[oi]|sorell[ae]|bambin[oaie]|bimb[oaie]|neonat[oa]|piccol[oa]|creatura|pupo|zi[oa]|nipote|suocer[oa]|cugin[oa]|cognat[oa]|amic[oa]|collega|vicin[oa]|compagn[oa]|convivente|fidanzat[oa]|ragazz[oaie]|regazz[oaie]|signor[ae]?|donna|uomo|persona|tizio|operaio|mother|father|mom|mum|dad|son|daughter|husband|wife|baby|child|kid|toddler|gran|grandma|grandpa|brother|sister|friend|neighbou?r|flatmate|man|woman|girl|boy|mama|tata|mamei|tatal|copil[a-z]*|bebelus[a-z]*|fetita|baiat[a-z]*|sotia|sotul|barbatul|fratele|sora|bunica|bunicul|colegul?|madre|padre|hijo|hija|marido|mujer|esposa|abuel[oa]|hermano|hermana|bebe|amigo|mere|pere|maman|fils|fille|mari|femme|enfant|bebe|grand mere|grand pere|voisin[a-z]*)',
};

export const NOTHING = /(?!)/;

/**
 * One pattern a line, on folded words (no capitals, accents, apostrophes): `*` ends a word anyhow, ` … ` stands for about
 * three words, ` …… ` for about eight: counted in letters, which compiles to far less.
 */
export function patterns(lines: string): RegExp {
  const alternatives = lines
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/\{(\w+)\}/g, (_, name: string) => PIECES[name] ?? '')
        .replaceAll('*', '\\S*')
        .replaceAll(' …… ', ' (?:.{0,60} )?')
        .replaceAll(' … ', ' (?:.{0,26} )?'),
    );
  return new RegExp(` (?:${alternatives.join('|')})(?= )`);
}
