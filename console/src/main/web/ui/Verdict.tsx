import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';

interface Props {
  readonly good: boolean;
  readonly title: string;
  /** Sentences of the server. */
  readonly lines?: readonly string[];
  readonly hint?: string;
}

/** Whether something is as it should be, and loud where it is not. */
export function Verdict({ good, title, lines = [], hint }: Props) {
  return (
    <Alert
      color={good ? 'teal' : 'red'}
      variant="light"
      icon={good ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      role="status"
      data-good={good}
    >
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {lines.length > 0 ? (
        <List size="sm" lang="en" mt="xs">
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      ) : null}
      {hint ? (
        <Text size="sm" mt="xs">
          {hint}
        </Text>
      ) : null}
    </Alert>
  );
}
