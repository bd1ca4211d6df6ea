import { Box, Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useMessages } from '../i18n/language';
import { Page } from './Page';
import { Panel } from './Panel';
import { ProblemNote } from './ProblemNote';

interface Props {
  readonly title: string;
  readonly lead: string;
  /** What the button says. */
  readonly action: string;
  /** What the button has for who may not, or while something is missing. */
  readonly needs: { readonly disabled?: true; readonly title?: string };
  readonly busy: boolean;
  readonly error: Error | undefined;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A page that is a form for something new. */
export function FormFrame({ title, lead, action, needs, busy, error, onSubmit, onCancel, children }: Props) {
  const { actions } = useMessages();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Page title={title} lead={lead}>
      <Box maw={920}>
        <Panel>
          <form onSubmit={submit}>
            <Stack gap="lg">
              {children}
              {error ? <ProblemNote error={error} /> : null}
              <Group>
                <Button type="submit" loading={busy} {...needs}>
                  {action}
                </Button>
                <Button variant="default" onClick={onCancel}>
                  {actions.cancel}
                </Button>
              </Group>
            </Stack>
          </form>
        </Panel>
      </Box>
    </Page>
  );
}
