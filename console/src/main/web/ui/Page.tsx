import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly title: string;
  readonly lead?: string;
  /** Beside the title, for example a badge. */
  readonly mark?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its title, which is also the window's. */
export function Page({ title, lead, mark, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Caudal`;
  }, [title]);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="md">
        <Box>
          <Group gap="sm">
            <Title order={1} size="h2">
              {title}
            </Title>
            {mark}
          </Group>
          {lead ? (
            <Text c="dimmed" mt={4} maw={860}>
              {lead}
            </Text>
          ) : null}
        </Box>
        <Group gap="xs">{actions}</Group>
      </Group>
      {children}
    </Stack>
  );
}
