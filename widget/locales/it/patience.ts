/** Words of a wait that is not the ordinary one, and of being on hold. */
export default {
  patience: {
    longer: 'Ci vuole più del previsto.',
    transferSince:
      'Ti risponde chi può aiutarti meglio, e trova già tutta la conversazione. Aspetti dalle {{time}}: se ora non possono, ti risponde il primo operatore libero, prima di tutti gli altri.',
    closingServed: 'Alle {{time}} chiudiamo, ma a chi è già in fila rispondiamo.',
    closingMessage: 'Alle {{time}} chiudiamo. Se per allora non è il tuo turno, puoi lasciare un messaggio.',
    due: 'Se lasci un messaggio rispondiamo entro {{when}}.',
    reopens: 'Riapre {{when}}.',
    goOn: 'Continuo ad aspettare',
    hold: '{{name}} sta chiedendo a {{who}}. Resta qui: torna con la risposta.',
    holdOnward: '{{name}} chiede a {{who}} di continuare con te. Resta qui.',
    holdNow: 'Da meno di un minuto.',
    holdFor_one: 'Da {{count}} minuto.',
    holdFor_other: 'Da {{count}} minuti.',
  },
};
