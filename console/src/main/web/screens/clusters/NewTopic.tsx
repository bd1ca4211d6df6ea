import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { createTopic } from '../../api/clusters';
import { useMessages } from '../../i18n/language';
import { useNeeds } from '../../session/useNeeds';
import { Button, Group, Modal, NumberInput, Stack, TextInput } from '../../ui/controls';
import { ProblemNote } from '../../ui/ProblemNote';
import { useAttempt } from '../../ui/useAttempt';

interface Props {
  readonly cluster: string;
  readonly onMade: (name: string) => void;
}

/** Creates a topic. */
export function NewTopic({ cluster, onMade }: Props) {
  const { clusters: messages, actions } = useMessages();
  const cache = useQueryClient();
  const { busy, error, attempt, clear } = useAttempt();
  const needs = useNeeds();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [partitions, setPartitions] = useState(1);
  const [replicas, setReplicas] = useState(cluster === 'local' ? 1 : 2);
  const create = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await createTopic(cluster, name.trim(), partitions, replicas);
      await cache.invalidateQueries({ queryKey: ['cluster-topics', cluster] });
      setOpened(false);
      onMade(name.trim());
    });
  };
  return (
    <>
      <Button
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setOpened(true)}
        {...needs('designer')}
      >
        {messages.newTopic}
      </Button>
      <Modal
        opened={opened}
        title={messages.newTopic}
        centered
        onClose={() => {
          clear();
          setOpened(false);
        }}
      >
        <form onSubmit={create}>
          <Stack>
            <TextInput
              label={messages.name}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              required
              data-autofocus
            />
            <Group grow>
              <NumberInput
                label={messages.partitions}
                value={partitions}
                onChange={(value) => setPartitions(Number(value))}
                min={1}
              />
              <NumberInput
                label={messages.replicas}
                value={replicas}
                onChange={(value) => setReplicas(Number(value))}
                min={1}
              />
            </Group>
            {error ? <ProblemNote error={error} /> : null}
            <Group justify="flex-end">
              <Button type="submit" loading={busy}>
                {actions.add}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
