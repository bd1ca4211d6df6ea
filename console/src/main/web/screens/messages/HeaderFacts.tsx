import type { ExplainedMessage } from '../../api/types';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { Stack, Text } from '../../ui/controls';

/** What the headers of a message mean. */
export function HeaderFacts({ message }: { readonly message: ExplainedMessage }) {
  const { messages: words } = useMessages();
  const { dateTime } = useFormats();
  const { changeSequence, streamPosition, transactionId } = message;
  if (message.operation === 'REFRESH') return <Text size="sm">{words.loadText}</Text>;
  return (
    <Stack gap="sm">
      {message.timestamp ? (
        <Fact name={words.when} text={message.timestamp} meaning={dateTime(`${message.timestamp}Z`)} />
      ) : null}
      <Fact
        name={words.changeMask}
        text={message.changeMask ?? ''}
        meaning={
          message.operation === 'DELETE'
            ? words.keyColumns
            : names(
                message,
                message.columns.filter((column) => column.changed),
                words,
              )
        }
      />
      <Fact
        name={words.columnMask}
        text={message.columnMask ?? ''}
        meaning={names(
          message,
          message.columns.filter((column) => column.present),
          words,
        )}
      />
      <Fact
        name={words.sequence}
        text={changeSequence?.text ?? ''}
        meaning={
          changeSequence?.time
            ? words.sequenceText(changeSequence.time.slice(11, -1), changeSequence.number ?? 0)
            : (changeSequence?.unknown ?? '')
        }
      />
      <Fact
        name={words.position}
        text={streamPosition?.text ?? ''}
        meaning={
          streamPosition?.file
            ? `${words.positionText(
                streamPosition.file,
                streamPosition.rowsEvent ?? 0,
                streamPosition.rowsEventEnd ?? 0,
                streamPosition.row ?? 0,
              )}; ${words.tableMap(streamPosition.tableMap ?? 0)}`
            : (streamPosition?.unknown ?? '')
        }
      />
      <Fact
        name={words.transaction}
        text={transactionId?.text ?? ''}
        meaning={
          transactionId?.offset === undefined
            ? (transactionId?.unknown ?? '')
            : words.transactionText(transactionId.fileNumber ?? 0, transactionId.offset)
        }
      />
      <Fact
        name={words.event}
        text={String(message.transactionEventCounter ?? '')}
        meaning={words.eventText(message.transactionEventCounter ?? 0, message.transactionLastEvent ?? false)}
      />
    </Stack>
  );
}

function names(
  message: ExplainedMessage,
  some: ExplainedMessage['columns'],
  words: { readonly allColumns: string; readonly noColumn: string },
): string {
  if (some.length === message.columns.length) return words.allColumns;
  return some.length === 0 ? words.noColumn : some.map((column) => column.name).join(', ');
}

interface FactProps {
  readonly name: string;
  readonly text: string;
  readonly meaning: string;
}

function Fact({ name, text, meaning }: FactProps) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text className="mono">{text || '–'}</Text>
      <Text size="sm">{meaning}</Text>
    </div>
  );
}
