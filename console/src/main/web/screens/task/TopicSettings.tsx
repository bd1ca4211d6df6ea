import { useMessages } from '../../i18n/language';
import { Grid, NumberInput, Select, TextInput } from '../../ui/controls';

type Settings = Readonly<Record<string, string>>;

interface Props {
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

/** Where messages go. What is as usual is not kept. */
export function TopicSettings({ settings, onChange }: Props) {
  const { task } = useMessages();
  const set = (name: string, value: string, usual: string) => {
    const { [name]: _, ...others } = settings;
    onChange(value === '' || value === usual ? others : { ...others, [name]: value });
  };
  const keys = Object.entries(task.keys).map(([value, label]) => ({ value, label }));
  return (
    <Grid>
      <Grid.Col span={12}>
        <TextInput
          label={task.topic}
          description={task.topicHelp}
          placeholder={TOPIC}
          value={settings['topic'] ?? ''}
          onChange={(event) => set('topic', event.currentTarget.value, TOPIC)}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 6 }}>
        <NumberInput
          label={task.partitions}
          min={1}
          value={Number(settings['topic.partitions'] ?? 1)}
          onChange={(value) => set('topic.partitions', String(value), '1')}
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 6 }}>
        <Select
          label={task.key}
          data={keys}
          allowDeselect={false}
          value={settings['message.key'] ?? KEY}
          onChange={(value) => set('message.key', value ?? KEY, KEY)}
        />
      </Grid.Col>
    </Grid>
  );
}

const TOPIC = '${schema}.${table}';
const KEY = 'primary-key';
