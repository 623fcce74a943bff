/** Words of an article, in the widget and in the console. */
export default {
  article: {
    steps: 'Come fare',
    needs: 'Che cosa ti serve',
    costs: 'Quanto costa',
    deadlines: 'Tempi e scadenze',
    where: 'Dove andare',
    notes: 'Da sapere',
    sources: 'Fonti',
    checked: 'Controllato il {{date}}',
    stale: 'Queste informazioni erano da ricontrollare entro il {{date}}. Chiedi conferma prima di muoverti.',
    office: 'Se ne occupa: {{office}}',
    italianOnly: 'Questa risposta è solo in italiano.',
    whole: 'Leggi tutta la risposta',
    coming: 'Carico il resto della risposta…',
    missing: 'Il resto della risposta non si è caricato. Controlla la rete e riprova.',
    retry: 'Riprova',
    lis: {
      show: 'Guarda la risposta in LIS',
      label: 'In LIS: {{title}}',
      captions: 'Sottotitoli',
      speed: 'Velocità',
      times: '{{speed}}×',
      failed: 'Il video in LIS non si è caricato. La risposta è scritta qui.',
    },
  },
};
