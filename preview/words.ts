import type { Place, PreviewAnswer } from '../protocol/preview.ts';

/** The preview is a tool for those who write in Italian. */
export const PLACES: Record<Place, string> = {
  title: 'titolo',
  variants: 'varianti',
  summary: 'risposta breve',
  body: 'resto del testo',
};

export const DECISIONS: Record<PreviewAnswer['decision'], string> = {
  answer: 'Il cittadino vede subito la prima risposta.',
  unsure: 'Il cittadino vede queste domande e sceglie.',
  none: 'Il cittadino legge che non c’è una risposta sicura, e come parlare con una persona.',
  emergency: 'Il cittadino vede prima di tutto i numeri di emergenza.',
};
