/** Words of files on their way, in the widget and in the console. */
export default {
  files: {
    tray: 'File da inviare',
    remove: 'Togli {{name}}',
    removed: 'Tolto: {{name}}',
    waiting: 'in coda',
    lost: 'aspetta la rete',
    uploading: 'sta salendo: {{percent}}%',
    ready: 'pronto',
    readyNews: '{{name}} è pronto.',
    lostHint:
      'Senza rete il file non sale. Sale da solo quando la rete torna, se non chiudi la pagina. Se la chiudi, sceglilo di nuovo: il testo resta.',
    holding: 'Il messaggio parte da solo appena i file sono pronti.',
    unhold: 'Non inviare ancora',
    refused: 'non preso',
    restKept: 'Il resto del messaggio è ancora qui, e può partire anche così.',
    why: {
      'too-large': 'È più grande di 10 MB. Prova con una foto meno pesante, o dividi il PDF.',
      'too-many-files': 'Con un messaggio vanno al massimo 5 file. Invia gli altri con il messaggio dopo.',
    },
    list: 'File',
    download: 'Scarica {{name}}',
    downloading: 'scarico…',
    kinds: {
      'image/jpeg': 'foto JPEG',
      'image/png': 'immagine PNG',
      'image/webp': 'immagine WebP',
      'image/gif': 'immagine GIF',
      'application/pdf': 'PDF',
    },
  },
};
