import type { Language } from '../protocol/conversation.ts';

interface LauncherWords {
  open: string;
  panel: string;
  loading: string;
  failed: string;
  retry: string;
  close: string;
}

/** The launcher's own few words: all others come with the first click. */
const WORDS: Record<Language, LauncherWords> = {
  it: {
    open: 'Serve aiuto?',
    panel: 'Assistenza',
    loading: 'Un momento…',
    failed: 'L’assistenza non si è caricata. Controlla la rete e riprova, oppure ricarica la pagina.',
    retry: 'Riprova',
    close: 'Chiudi',
  },
  en: {
    open: 'Need help?',
    panel: 'Help',
    loading: 'One moment…',
    failed: 'The help panel did not load. Check the network and try again, or reload the page.',
    retry: 'Try again',
    close: 'Close',
  },
};

/** The language we speak for a page's `lang`: Italian unless it is one of ours. */
export function languageOf(lang: string): Language {
  return lang.toLowerCase().startsWith('en') ? 'en' : 'it';
}

export function launcherWords(lang: Language): LauncherWords {
  return WORDS[lang];
}
