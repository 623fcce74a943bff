import type { DeskSettings } from '../desk/settings.ts';
import { DEFAULT_SETTINGS } from './defaults.ts';

/** For trying it out: offices and replies such as a region might have, with nothing that could be taken for real. */
export const DEMO_SETTINGS: DeskSettings = {
  ...DEFAULT_SETTINGS,
  offices: [
    {
      id: 'urp',
      name: { it: 'URP', en: 'Public relations office' },
      topics: ['urp', 'accesso-atti', 'segnalazioni', 'servizi-comunali', 'identita-digitale'],
      email: null,
      phone: null,
      note: 'Accesso agli atti, reclami e segnalazioni.',
    },
    {
      id: 'tributi',
      name: { it: 'Tributi', en: 'Tax office' },
      topics: ['bollo'],
      email: null,
      phone: null,
      note: 'Posizioni del bollo auto, rimborsi, esenzioni.',
    },
    {
      id: 'trasporti',
      name: { it: 'Trasporti', en: 'Transport office' },
      topics: ['trasporti', 'giovani', 'sport'],
      email: null,
      phone: null,
      note: 'Domande di agevolazione già presentate: serve il numero di protocollo.',
    },
    {
      id: 'recup-back-office',
      name: { it: 'ReCup, secondo livello', en: 'ReCup back office' },
      topics: ['recup'],
      email: null,
      phone: null,
      note: 'Prenotazioni che non si trovano, doppie o da spostare.',
    },
  ],
  replies: [
    {
      key: 'saluto',
      text: { it: 'Ciao, sono qui per aiutarti. Dimmi pure.', en: 'Hello, I am here to help you. Go ahead.' },
    },
    {
      key: 'attimo',
      text: { it: 'Controllo subito, resta con me un attimo.', en: 'I am checking, stay with me for a moment.' },
    },
    {
      key: 'ufficio',
      text: {
        it: 'Chiedo all’ufficio che se ne occupa e torno da te con la risposta.',
        en: 'I am asking the office in charge and will be back with the answer.',
      },
    },
    {
      key: 'dati',
      text: {
        it: 'Qui non scrivere codici, password o dati sulla salute: non servono per risponderti.',
        en: 'Do not write codes, passwords or health data here: they are not needed to answer you.',
      },
    },
    {
      key: 'altro',
      text: { it: 'Posso aiutarti con altro?', en: 'Can I help you with anything else?' },
    },
  ],
};
