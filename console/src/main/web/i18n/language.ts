import { createContext, useContext } from 'react';
import type { Text } from '../api/types';
import { en } from './messages.en';
import { es, type Messages } from './messages.es';

export type Language = 'es' | 'en';

const CATALOGUES: Record<Language, Messages> = { es, en };
const KEY = 'caudal.language';

/** What was chosen before, else what the browser prefers, else Spanish. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(KEY) ?? navigator.language.slice(0, 2);
  return chosen === 'en' ? 'en' : 'es';
}

export function remember(language: Language): void {
  localStorage.setItem(KEY, language);
}

export const LanguageContext = createContext<Language>('es');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The texts in the language of the page. */
export function useMessages(): Messages {
  return CATALOGUES[useLanguage()];
}

/** A text that the server has in both languages. */
export function useText(): (text: Text) => string {
  const language = useLanguage();
  return (text) => text[language];
}
