import { Group, Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Boundary } from './Boundary';

interface Props {
  readonly title?: string;
  readonly actions?: ReactNode;
  /** Whether it is as high as its place. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/** A part of a page; when it fails, the others stay. */
export function Panel({ title, actions, fill = false, children }: Props) {
  return (
    <Paper withBorder p="lg" radius="md" component="section" {...(fill ? { h: '100%' } : {})}>
      <Stack gap="md">
        {title ? (
          <Group justify="space-between">
            <Title order={2} size="h5">
              {title}
            </Title>
            <Group gap="xs" maw="100%" miw={0}>
              {actions}
            </Group>
          </Group>
        ) : null}
        <Boundary>{children}</Boundary>
      </Stack>
    </Paper>
  );
}
