import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: ReactNode;
  readonly hint?: string;
}

/** A number with its name. */
export function Figure({ label, value, hint }: Props) {
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} className="tabular" component="div">
        {value}
      </Text>
      {hint ? (
        <Text size="xs" c="dimmed" className="tabular">
          {hint}
        </Text>
      ) : null}
    </Stack>
  );
}
