import type { DrillResult } from '../../api/backups';
import { useFormats } from '../../i18n/format';
import { useMessages } from '../../i18n/language';
import { SimpleGrid } from '../../ui/controls';
import { Figure } from '../../ui/Figure';
import { Panel } from '../../ui/Panel';
import { Verdict } from '../../ui/Verdict';

const COUNTS = ['records', 'lost', 'duplicated', 'reordered', 'altered'] as const;

/** What a drill has counted. */
export function DrillPanel({ result }: { readonly result: DrillResult }) {
  const { jobs: messages } = useMessages();
  const { number, decimal } = useFormats();
  const faults = result.lost + result.duplicated + result.reordered + result.altered;
  const exact = faults === 0 && result.consumers === result.consumersExact;
  return (
    <>
      <Verdict good={exact} title={exact ? messages.exact : messages.inexact} />
      <Panel>
        <SimpleGrid cols={{ base: 2, md: 4 }}>
          {COUNTS.map((name) => (
            <Figure key={name} label={messages.drill[name]} value={number(result[name])} />
          ))}
          <Figure
            label={messages.drill.consumers}
            value={messages.of(number(result.consumersExact), number(result.consumers))}
          />
          <Figure label={messages.drill.restoreSeconds} value={`${decimal(result.restoreSeconds)} s`} />
          <Figure label={messages.drill.seconds} value={`${decimal(result.seconds)} s`} />
        </SimpleGrid>
      </Panel>
    </>
  );
}
