import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { about } from '../../api/about';
import { useMessages } from '../../i18n/language';
import { Copy } from '../../ui/Copy';
import { Box, Code, Group, Stack, Text, TextInput } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Scroll } from '../../ui/Scroll';
import { Waiting } from '../../ui/Waiting';
import { type Lines, lines } from './lines';

const STEPS: readonly (keyof Lines)[] = ['topics', 'produce', 'create', 'subscribe', 'read', 'remove'];

/** How one sends and reads messages by the REST proxy: lines for a shell, since the proxy answers no web page. */
export function RestPage() {
  const { rest } = useMessages();
  const query = useQuery(about);
  const [topic, setTopic] = useState('test');
  return (
    <Page title={rest.title} lead={rest.lead}>
      <Box maw={920}>
        <Waiting query={query}>
          {({ parts }) => {
            const address = parts.find((part) => part.name === 'rest')?.address;
            if (address === undefined) return <Text c="dimmed">{rest.none}</Text>;
            const typed = lines(address, topic);
            return (
              <Panel title={address} actions={<Copy value={address} label={address} />}>
                <Stack gap="lg">
                  <TextInput
                    label={rest.topic}
                    value={topic}
                    onChange={(event) => setTopic(event.currentTarget.value)}
                    maw={420}
                  />
                  {STEPS.map((step) => (
                    <Stack key={step} gap={6}>
                      <Group justify="space-between" gap="xs">
                        <Text size="sm" fw={500}>
                          {rest.steps[step]}
                        </Text>
                        <Copy value={typed[step]} label={rest.steps[step]} />
                      </Group>
                      <Scroll label={rest.steps[step]}>
                        <Code block>{typed[step]}</Code>
                      </Scroll>
                    </Stack>
                  ))}
                </Stack>
              </Panel>
            );
          }}
        </Waiting>
      </Box>
    </Page>
  );
}
