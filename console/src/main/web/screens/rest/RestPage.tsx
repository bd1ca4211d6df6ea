import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { about } from '../../api/about';
import { useMessages } from '../../i18n/language';
import { Copy } from '../../ui/Copy';
import { Box, SimpleGrid, Stack, Text, Textarea, TextInput } from '../../ui/controls';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Waiting } from '../../ui/Waiting';
import { RestStep } from './RestStep';
import { isJson, type Steps, steps } from './steps';

const ORDER: readonly (keyof Steps)[] = ['topics', 'produce', 'create', 'subscribe', 'read', 'remove'];

/** How one sends and reads messages by the REST proxy: each request can be sent from here, or copied for a shell. */
export function RestPage() {
  const { rest } = useMessages();
  const query = useQuery(about);
  const [topic, setTopic] = useState('test');
  const [value, setValue] = useState('{"hello":"world"}');
  const right = isJson(value);
  const requests = steps(topic, right ? value : 'null');
  return (
    <Page title={rest.title} lead={rest.lead}>
      <Box maw={920}>
        <Waiting query={query}>
          {({ parts }) => {
            const address = parts.find((part) => part.name === 'rest')?.address;
            if (address === undefined) return <Text c="dimmed">{rest.none}</Text>;
            return (
              <Panel title={address} actions={<Copy value={address} label={address} />}>
                <Stack gap="lg">
                  <SimpleGrid cols={{ base: 1, sm: 2 }}>
                    <TextInput
                      label={rest.topic}
                      description={rest.topicHelp}
                      value={topic}
                      onChange={(event) => setTopic(event.currentTarget.value)}
                    />
                    <Textarea
                      label={rest.value}
                      description={rest.valueHelp}
                      autosize
                      minRows={1}
                      maxRows={8}
                      classNames={{ input: 'mono' }}
                      value={value}
                      error={right ? null : rest.noJson}
                      onChange={(event) => setValue(event.currentTarget.value)}
                    />
                  </SimpleGrid>
                  {ORDER.map((step) => (
                    <RestStep
                      key={step}
                      title={rest.steps[step]}
                      address={address}
                      request={requests[step]}
                      possible={step !== 'produce' || right}
                    />
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
