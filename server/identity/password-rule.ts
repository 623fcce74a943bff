import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const MIN_PASSWORD = 12;
/** As much as the sign-in form takes. */
export const MAX_PASSWORD = 200;

/** More characters say nothing more, and take long to look through. */
const LOOKED_AT = 64;
/** The library's highest: more than 10^10 guesses. */
const STRONG = 4;

/** What an Italian office's passwords are made of, and the library's list of common ones lacks. */
const ITALIAN = `lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio marzo aprile giugno luglio
  settembre ottobre novembre dicembre primavera estate autunno inverno benvenuto benvenuta buongiorno buonasera segreta
  chiave accesso principessa cittadino cittadini cittadina comune municipio regione provincia ufficio uffici sportello
  operatore operatrice responsabile redazione segreteria amministrazione amministratore pubblica anagrafe tributi
  protocollo assessorato sindaco urp recup trasporti sanita salute lazio toscana lombardia veneto piemonte liguria
  campania puglia calabria sicilia sardegna umbria marche abruzzo molise basilicata pisa lucca siena arezzo grosseto
  livorno prato bari taranto perugia foggia sassari viterbo rieti latina frosinone`.split(/\s+/);

let meter: ZxcvbnFactory | undefined;

/**
 * Whether a password may be used: long enough, and none of those that people try first.
 *
 * @param own what the password must not be made of: the account's names
 */
export function isWeak(password: string, own: readonly string[]): boolean {
  if (password.length < MIN_PASSWORD || password.length > MAX_PASSWORD) return true;
  // Reading in fifty thousand words takes a moment: not before somebody chooses a password.
  meter ??= new ZxcvbnFactory({ dictionary: { ...dictionary, italian: ITALIAN }, graphs: adjacencyGraphs });
  const words = own.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)]).filter(Boolean);
  return meter.check(password.slice(0, LOOKED_AT), words).score < STRONG;
}
