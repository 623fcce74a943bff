import article from './article.ts';

/** Words of the screens one reads answers on. */
export default {
  ...article,
  question: {
    yours: 'Hai chiesto: «{{question}}»',
    unsure: 'Forse cerchi:',
    several: 'Ho trovato {{count}} domande: ecco le risposte, una sotto l’altra.',
    broad: 'Che cosa vuoi sapere su «{{topic}}»?',
    allOf: 'Tutte le domande su «{{topic}}»',
    fromAnswer: 'Dalla risposta che stavi leggendo.',
    inContext: 'Ho cercato vicino alla risposta che stavi leggendo.',
    follow: 'Vuoi sapere altro? Scrivi qui',
    none: 'Non ho trovato una risposta sicura.',
    kept: 'La domanda resta 30 giorni, senza nomi né numeri, per migliorare le risposte.',
    noneNext: 'Prova con altre parole, oppure chiedi a una persona.',
    noneClosed: 'Prova con altre parole, oppure lascia un messaggio: ora non risponde nessuno.',
    emergency: 'Se qualcuno è in pericolo chiama il 112',
    contact: {
      emergency: { call: 'Chiama il', about: 'Numero unico di emergenza, gratuito, sempre.' },
      'emergency-deaf': {
        call: '112 Sordi:',
        about: 'Per chi non sente o non può parlare: si risponde per iscritto.',
      },
      violence: { call: 'Chiama il', about: 'Contro violenza e stalking, gratuito, sempre.' },
    },
    failed: 'La ricerca non si è caricata. Controlla la rete e riprova, oppure chiedi a una persona.',
  },
  answer: {
    helpful: 'Ti è stato utile?',
    yes: 'Sì',
    no: 'No',
    whyNot: 'Che cosa non va?',
    why: {
      'other-question': 'Non è la mia domanda',
      unclear: 'Non si capisce',
      incomplete: 'Manca qualcosa',
      wrong: 'È sbagliata o vecchia',
      'too-long': 'È troppo lunga',
    },
    whySkip: 'Non lo dico',
    thanksYes: 'Grazie: ce lo ricordiamo.',
    thanksNo: 'Grazie di avercelo detto. Una persona può aiutarti meglio.',
    related: 'Vedi anche',
    notSolved: 'Non hai risolto? Parla con noi',
    missing: 'Questa risposta non c’è più.',
  },
};
