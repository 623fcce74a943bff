import enCall from '../../widget/locales/en/call.ts';
import enArticle from '../../widget/locales/en/article.ts';
import enFiles from '../../widget/locales/en/files.ts';
import enNotices from '../../widget/locales/en/notices.ts';
import enParts from '../../widget/locales/en/parts.ts';
import itCall from '../../widget/locales/it/call.ts';
import itArticle from '../../widget/locales/it/article.ts';
import itFiles from '../../widget/locales/it/files.ts';
import itNotices from '../../widget/locales/it/notices.ts';
import itParts from '../../widget/locales/it/parts.ts';
import type { Words } from '../../widget/core/i18n.ts';
import { en } from './en.ts';
import { enEditors } from './en-editors.ts';
import { enPages } from './en-pages.ts';
import { it } from './it.ts';
import { itEditors } from './it-editors.ts';
import { itPages } from './it-pages.ts';

/** The console's words, and those of the parts it shares with the widget. */
export const words: Record<'it' | 'en', Words> = {
  it: {
    ...itParts,
    ...itArticle,
    ...itCall,
    ...itFiles,
    ...itNotices,
    console: { ...it.console, ...itEditors, ...itPages },
  },
  en: {
    ...enParts,
    ...enArticle,
    ...enCall,
    ...enFiles,
    ...enNotices,
    console: { ...en.console, ...enEditors, ...enPages },
  },
};
