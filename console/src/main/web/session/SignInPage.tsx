import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Problem } from '../api/problem';
import { sessionKey, signIn } from '../api/session';
import { useMessages } from '../i18n/language';
import { Alert, Button, Group, Paper, PasswordInput, Stack, TextInput, Title } from '../ui/controls';
import { useAttempt } from '../ui/useAttempt';

/** Asks for name and password. */
export function SignInPage({ onLanguage }: { readonly onLanguage: (language: 'es' | 'en') => void }) {
  const { session } = useMessages();
  const cache = useQueryClient();
  const { busy, error, attempt } = useAttempt();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const known = await signIn(name, password);
      cache.setQueryData(sessionKey, known);
    });
  };
  return (
    <Stack component="main" align="center" justify="center" mih="100vh" p="md">
      <Paper withBorder p="xl" w="100%" maw={380} component="form" onSubmit={submit}>
        <Stack>
          <Group gap="sm">
            <img src="/favicon.svg" alt="" width={28} height={28} />
            <Title order={1} size="h3">
              {session.title}
            </Title>
          </Group>
          <TextInput
            label={session.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="username"
            required
          />
          <PasswordInput
            label={session.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            required
          />
          {error ? (
            <Alert color="red" role="alert">
              {session.refused(error instanceof Problem ? error.status : 0)}
            </Alert>
          ) : null}
          <Button type="submit" loading={busy}>
            {session.signIn}
          </Button>
          <Group gap="xs" justify="center">
            <Button variant="subtle" size="compact-sm" onClick={() => onLanguage('es')}>
              Español
            </Button>
            <Button variant="subtle" size="compact-sm" onClick={() => onLanguage('en')}>
              English
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Stack>
  );
}
