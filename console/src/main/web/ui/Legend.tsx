import { Box, Group, Text } from '@mantine/core';
import type { Series } from './TimeChart';

interface Props {
  readonly series: readonly Series[];
  /** The value of a series at the pointer, else the newest. */
  readonly shown: (series: Series) => string;
}

/** What the lines of a chart are, with a value of each. */
export function Legend({ series, shown }: Props) {
  return (
    <Group gap="md" mb={4} className="tabular">
      {series.map((each) => (
        <Group key={each.label} gap={6} wrap="nowrap">
          <Box w={10} h={10} style={{ borderRadius: 3 }} bg={`var(--mantine-color-${each.color}-filled)`} />
          <Text size="sm" c="dimmed">
            {each.label}
          </Text>
          <Text size="sm" fw={600}>
            {shown(each)}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
