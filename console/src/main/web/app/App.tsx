import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import '@fontsource-variable/inter';
import './app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { Problem } from '../api/problem';
import { type Language, LanguageContext, preferredLanguage, remember } from '../i18n/language';
import { LiveStream } from '../live/LiveStream';
import { SignedIn } from '../session/SignedIn';
import { createAppRouter } from './router';
import { theme } from './theme';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 1000,
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status >= 400),
    },
  },
});

export function App() {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const router = useMemo(() => createAppRouter(setLanguage), []);
  useEffect(() => {
    document.documentElement.lang = language;
    remember(language);
  }, [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageContext value={language}>
        <QueryClientProvider client={queries}>
          <SignedIn onLanguage={setLanguage}>
            <LiveStream>
              <RouterProvider router={router} />
            </LiveStream>
          </SignedIn>
        </QueryClientProvider>
      </LanguageContext>
    </MantineProvider>
  );
}
