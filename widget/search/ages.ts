/** What an office calls somebody of that age. */
const CALLED: [from: number, words: string][] = [
  [70, 'over 70 anziano'],
  [65, 'over 65 anziano'],
  [30, ''],
  [14, 'ragazzo giovane'],
  [0, 'bambino'],
];
const TENS: Record<string, number> = {
  sedic: 16,
  diciassett: 17,
  diciott: 18,
  diciannov: 19,
  vent: 20,
  sessant: 60,
  settant: 70,
  ottant: 80,
  novant: 90,
};
const ONES = ['', 'un', 'due', 'tre', 'quattr', 'cinqu', 'sei', 'sett', 'ott', 'nov'];

/** Somebody's age, not a car's: «ho 67 anni», «c'ha settantadue anni», «io 67 anni», «71 y/o», «tengo 70 años». */
const AGE =
  /(?:^|[\s,.(])(?:ho|ha|hanno|ciò|cia|c['’]ha|c['’]ho|io|compio|compie|compiuto|compiuti|fatto|fatti|di|tengo|tiene|j['’]ai|am|are|i['’]?m|is|aged)\s+(?:già |quasi |circa |appena )?(\d{1,3}|[a-zà-ù]{5,20})(?:\s*-?\s*(?:anni|ann|anno|ani|años|anos|ans|de ani|years|yrs|y\/o|year)\b|['’]anni)/giu;
const VEHICLE = /(?:auto|macchina|moto|vespa|veicolo|car|scooter|bollo)\s+(?:\S+\s+){0,3}$/iu;

/** The words for the ages of people in a text; empty without any. */
export function wordsForAges(text: string): string {
  const words = Array.from(text.matchAll(AGE), (match) => {
    if (VEHICLE.test(text.slice(0, match.index + 1))) return '';
    const age = ageOf(match[1] ?? '');
    return age === null ? '' : (CALLED.find(([from]) => age >= from)?.[1] ?? '');
  });
  return [...new Set(words.filter((word) => word !== ''))].join(' ');
}

function ageOf(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written);
  const ten = Object.keys(TENS).find((name) => written.toLowerCase().startsWith(name));
  if (ten === undefined) return null;
  const rest = written
    .toLowerCase()
    .slice(ten.length)
    .replace(/^[aio]/, '');
  const one = ONES.findIndex((name) => name !== '' && rest.startsWith(name));
  return (TENS[ten] ?? 0) + Math.max(0, one);
}
