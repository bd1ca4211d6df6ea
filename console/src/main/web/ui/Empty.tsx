import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { FlowPicture } from './FlowPicture';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
  /** Another way, below. */
  readonly instead?: ReactNode;
}

/** Says that there is nothing yet, and what to do first. */
export function Empty({ title, text, children, instead }: Props) {
  return (
    <Stack align="center" gap="md" py={48}>
      <FlowPicture />
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={480}>
        {text}
      </Text>
      <Group justify="center">{children}</Group>
      {instead}
    </Stack>
  );
}
