import type { QuestionLanguage } from './language.ts';
import { FOREIGN } from './stop-words-foreign.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Words that never say what a question is about, the pieces left by elision and Roman articles among them. */
const ITALIAN = words(`
  a ad ai al alla alle allo all agli abbia abbiamo abbiano alcun alcuna alcune alcuni allora altra altre altri altro
  anche anch ancora appena avere avete aveva avevo avra avrei avro c che ch chi ci ciao cio cioe circa cmq co col coi
  come com comunque con cosa cosi cos cui d da dai dal dalla dalle dallo dall dagli de dei del della delle dello dell
  degli dentro di devo deve devi devono dobbiamo dopo dovrei dovrebbe due e ecco ed ebbe egli ella era erano ero essere
  est et eventuale fa fai fanno fare faccio fatto favore finche fino fra fuori gia gli grazie gentile gentilmente ha
  hai hanno ho i il in invece io l la le lei li lo loro lui ma magari me mentre mi mia mie miei mio molto mo n ne neanche
  neppure nei nel nella nelle nello nell negli nessun nessuna nessuno niente no noi non nostra nostre nostri nostro
  o od ogni oppure ora per perche perch pero piu po poi possa posso possono possiamo potere potete potrei potrebbe
  prego proprio pure puo puoi pui qua qualche qualcosa qualcuno quale quali qual quando quel quella quelle quelli
  quello quell questa queste questi questo quest qui quindi s salve sara sarebbe se sei sempre senza senz si sia siamo
  siete signore signora sta stai stanno state stato sto su sua sue sui sul sulla sulle sullo sull sugli suo suoi t
  tanto te ti tra troppo tu tua tue tuo tuoi tutta tutte tutti tutto tutt un una uno v va vado vai ve vi via voglio
  vogliamo vorrei vorremmo vorrebbe vostra vostre vostri vostro vuole vuol buongiorno buonasera buon buona sera
  scusi scusa scusate cordiali saluti aiuto aiutatemi gentilissimi spettabile egregi
  sapere dire dirmi farmi fammi avrei sono ce mica
  er ar der dar ner sur daa naa aa pe so sti sta nun na ndo ando indo du vor vo vojo vojono me te je ciai cio c
  che quanno ner pei colla mo famo annà anna annamo sarebbe nn x xche xke ke dv qnd cn
`);

/** They ask how, when, how much: a hint of the part wanted, and no more than a hint. */
const QUESTION_WORDS = words(`quanto quanta quanti quante quant dove dov entro quando quanno chi`);

/** Everyday words that may sit in any story: silent where no article uses them. */
const COMMON = words(`
  abita abito adesso amico anno anni arrivare arrivato aspetto aspettare bisogno bisogna bravo capire capisco capito
  casa caso certo chiamare chiamo chiamato chiedere chiedo cerco cercare compare cosa cose credo dato dati detto dice
  dicono diverso domani donna essere esiste esistono famiglia ferie figlia figlio figli foglio fratello funziona
  genitore genitori gente giorno giorni giovane grande ieri insieme lasciare lavoro lavorare letto lungo madre mamma
  mai mano marito mattina meglio meno mese mesi messo mettere mezzo moglie momento morto nome nonna nonno notte
  nuova nuovo oggi ore ora padre paese papa parlare parola parte passato pensare perdere perso persona persone piace
  piccola piccolo portare possibile prendere preso presto prima primo problema problemi provato prossimo prova punto
  quasi ragazza ragazzi ragazzo ricevere ricevuto ridere riesco riuscire sabato sbagliato scritto scrivere secondo
  sentire sentito serio serve servono settimana settimane sicuro sola soldi solito solo sorella sotto spiegare stare
  stesso storia strano subito succede tanti tempo tornare trovare trovato trovo usare utile vecchia vecchio vedere
  vedo venire vengo vero visto vita vivere vivo volere volta volte zia zio
  domenica lunedi martedi mercoledi giovedi venerdi pomeriggio gennaio febbraio marzo aprile maggio giugno luglio agosto
  settembre ottobre novembre dicembre bimba bimbo nipote fija fijo suocera suocero cugino vicino ragioni motivo credevo
  abbastanza abitare accanto accordo addirittura aiutare aiuta allucinante alto altrove amica amici andare andata andato
  antica arriva arrivano arrivata arrivo ascoltare aspettato assurdo attento aula avanti avuto avviso babbo bagno banco
  basta basso bella bello bene benissimo bisnonno bravissimo brutta brutto buttare calda calma cambiata cambiato
  camera capita capitato cara caro carina caso causa cena cento centinaia cerca cercato chiamata chiaro chiedendo
  chiesto chissa cinquanta colazione collega colleghi colpa combinato combinare cominciare comincia compagna compagno
  compleanno comunale confusa confuso conosce conosco conoscente considerare consiglia consigliato consigli contento
  continua contrario convinta convinto coppia coraggio corsa corso credere cucina cugina cui curioso davanti davvero
  decidere deciso dentro destra detta dietro difficile diretto direttamente disperata disperato diventato divano
  diversi diverse domanda domandare dormire dubbio dura duro eccetera ecco effetti entrambi entrare entrata entrato
  errore escono estate evitare facendo facile fame fatica ferma fermo fianco fidanzato fila finalmente finire finita
  finito forse forte forza freddo fresca fretta fronte funzionare furbo fuori gentile gentili giornale giorno giro
  giusta giusto gruppo guarda guardare guardato idea immagino impazzire impegno importante impossibile incontrare
  incredibile informazione informazioni inizio insomma intanto intera intero inutile invece inverno lascia lasciato
  leggere leggo letta lettera lontana lontano luogo maestra magari malata male maniera mangiare mano manca
  marciapiede massimo matta matto mattino mille minuti minuto mondo morta muro nemmeno nervoso normale normalmente
  nuora genero cognato cognata notizia numero occhi occhio occupato odio ognuno ognuna onesto oppure ordine orecchio
  ottima ottimo pacchetto pace parenti parlando parlato particolare parto passa passano passare paura pazienza
  pensa pensando pensato pensiero perfetto periodo peggio perdita persa pezzo piacere piano piedi pieno pioggia
  pomeriggi porta portato portata posto posti povera povero precedente preferisco preoccupata preoccupato preferire
  presso presente primi probabilmente pronta pronto proposito prossima prossimi pulito qualsiasi qualunque quattro
  quindici quotidiano racconta raccontato raccontare ragione rapido recente recentemente resta restare resto ricordare
  riesce riescono rimane rimanere rimasta rimasto ringrazio rispetto rischio risolvere ritorno riuscita riuscito
  roba rumore saluto sai sale salire saltato sanno santo sbaglio scappare scelta schifo scopro scoperto scorsa scorso
  scritta scuro sede seduta seduto segno seguente seguire sembrava semplice semplicemente sentita sento sera serata
  settimanale sfortuna sicura signor signori signorina silenzio simile situazione soprattutto sorpresa sorriso sotto
  spalle spalla spazio speranza spero spesso spiegazione spiegato spiego spinta stamattina stanca stanco stanotte
  stanza stasera stavo stava stavano strada strade sulla suonare superiore svegliata tale tardi tavola teste testa
  tipo tirare torno tornata tornato totale tranquilla tranquillo tre treni tutt ufficialmente ultima ultime ultimo
  ultimi urgente urgenza usato usata usciere uscire uscita vado vecchi vecchie veda vediamo vedova vedovo vedrai
  veloce velocemente venga venuta venuto verita verso vicina vicini vicinanze viene vuoi vuota vuoto zero
  marzo ottanta trenta quaranta venti dieci due tre sei sette otto nove undici dodici tredici quattordici mila euro
  torace schiena ginocchio collo addome pancia gambe gamba braccio braccia piede dente denti seno ndo vota voto
  regà rega daje ahò ao mortacci ammazza anvedi bono bona boni gnente ignente qualcheduno quarche quarcosa stamane
  mannaggia boh vabbè vabbe uffa accidenti caspita madonna dio cavolo cacchio diamine
  sir madam okay ok ciaone pls plz thx grz
  pensavo volevo potrei sembra pare purtroppo appena accorta accorto mente ricordo dimmi vie piglia pija adesso attuale
`);

const STOP: Record<QuestionLanguage, ReadonlySet<string>> = {
  ...FOREIGN,
  it: new Set(ITALIAN.filter((word) => !QUESTION_WORDS.includes(word))),
};
const QUESTION: ReadonlySet<string> = new Set(QUESTION_WORDS);
const EVERYDAY: ReadonlySet<string> = new Set(COMMON);

export const isStopWord = (word: string, lang: QuestionLanguage): boolean => STOP[lang].has(word);
export const isQuestionWord = (word: string): boolean => QUESTION.has(word);
export const isEverydayWord = (word: string): boolean => EVERYDAY.has(word);

/** All of them, for the speller: a slip in a small word must not become an office word. */
export const SMALL_WORDS: readonly string[] = [...ITALIAN, ...QUESTION_WORDS, ...COMMON];

const QUESTION_WORD_OF: Record<string, string> = {
  when: 'quando',
  where: 'dove',
  cuando: 'quando',
  donde: 'dove',
  cuanto: 'quanto',
  cuanta: 'quanto',
  quand: 'quando',
  combien: 'quanto',
  cand: 'quando',
  unde: 'dove',
  cat: 'quanto',
  cati: 'quanto',
  cate: 'quanto',
};
/** The Italian question word that one of another language stands for. */
export const questionWordOf = (word: string, lang: QuestionLanguage): string | undefined =>
  lang === 'it' ? undefined : QUESTION_WORD_OF[word];

/** Small in any of the other languages. */
export const isSmallAnywhere = (word: string): boolean => Object.values(FOREIGN).some((small) => small.has(word));
