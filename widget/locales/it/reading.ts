import article from './article.ts';

/** Words of the screens one reads answers on. */
export default {
  ...article,
  question: {
    yours: 'Hai chiesto: «{{question}}»',
    unsure: 'Forse cerchi:',
    none: 'Non ho trovato una risposta sicura.',
    noneNext: 'Prova con altre parole, oppure chiedi a una persona.',
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
    thanksYes: 'Grazie: ce lo ricordiamo.',
    thanksNo: 'Grazie di avercelo detto. Una persona può aiutarti meglio.',
    related: 'Vedi anche',
    notSolved: 'Non hai risolto? Parla con noi',
    missing: 'Questa risposta non c’è più.',
  },
};
