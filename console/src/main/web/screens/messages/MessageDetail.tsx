import type { ExplainedMessage, TopicMessage } from '../../api/types';
import { useMessages } from '../../i18n/language';
import { Grid, Group, Stack, Text } from '../../ui/controls';
import { Details } from '../../ui/Details';
import { ColumnDiff } from './ColumnDiff';
import { HeaderFacts } from './HeaderFacts';

/** One message: its columns before and after, what its headers mean, and how it was written. */
export function MessageDetail({ message }: { readonly message: TopicMessage }) {
  const { messages: words } = useMessages();
  return (
    <Stack gap="md">
      {message.message ? <Explained message={message.message} /> : null}
      {message.headers.length > 0 ? (
        <Group gap="md">
          <Text size="sm" c="dimmed">
            {words.record}
          </Text>
          {message.headers.map((header) => (
            <Text key={header.name} className="mono">
              {header.name}={header.value}
            </Text>
          ))}
        </Group>
      ) : null}
      <Details summary={words.raw}>
        <Text className="mono" component="pre" m={0} mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
          {pretty(message.value ?? '')}
        </Text>
      </Details>
    </Stack>
  );
}

function Explained({ message }: { readonly message: ExplainedMessage }) {
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <ColumnDiff message={message} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <HeaderFacts message={message} />
      </Grid.Col>
    </Grid>
  );
}

/** Indented, unless a number would lose digits by that. */
function pretty(text: string): string {
  if (/\d{16}/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ''))) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
