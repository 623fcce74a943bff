/** Words of what follows a conversation. */
export default {
  end: {
    title: 'La conversazione è chiusa',
    byCitizen: 'L’hai chiusa tu.',
    byOperator: '{{name}} l’ha chiusa.',
    byDesk: 'È stata chiusa dal servizio.',
    leftLine: 'Hai lasciato la fila.',
    stars: 'Com’è andata?',
    star_one: '{{count}} stella su 5',
    star_other: '{{count}} stelle su 5',
    missing: 'Scegli da una a cinque stelle.',
    comment: 'Vuoi aggiungere qualcosa? (facoltativo)',
    rate: 'Invia il giudizio',
    rated: 'Grazie: abbiamo ricevuto il tuo giudizio.',
    transcript: 'Salva una copia della conversazione',
    show: 'Rileggi la conversazione',
    close: 'Ho finito',
  },
  transcript: {
    title: 'Copia della conversazione',
    file: 'conversazione',
    started: 'Iniziata: {{when}}',
    line: '[{{time}}] {{name}}: {{text}}',
    event: '[{{time}}] {{text}}',
  },
};
