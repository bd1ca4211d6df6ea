import { IconArrowNarrowDown, IconArrowNarrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Flex, Paper, Stack, Text } from '../../ui/controls';

interface Props {
  readonly source: ReactNode;
  readonly target: ReactNode;
  /** What flows from one to the other. */
  readonly flow: string;
}

/** The two ends of a task and the way between them. */
export function Route({ source, target, flow }: Props) {
  return (
    <Flex direction={{ base: 'column', sm: 'row' }} align="stretch" gap="sm">
      <End>{source}</End>
      <Stack gap={2} align="center" justify="center" c="water" maw={{ base: '100%', sm: 140 }} mx="auto">
        <Flex visibleFrom="sm">
          <IconArrowNarrowRight size={36} aria-hidden />
        </Flex>
        <Flex hiddenFrom="sm">
          <IconArrowNarrowDown size={28} aria-hidden />
        </Flex>
        <Text size="xs" c="dimmed" ta="center">
          {flow}
        </Text>
      </Stack>
      <End>{target}</End>
    </Flex>
  );
}

function End({ children }: { readonly children: ReactNode }) {
  return (
    <Paper withBorder p="md" flex={1} miw={0} bg="var(--mantine-color-default-hover)">
      {children}
    </Paper>
  );
}
