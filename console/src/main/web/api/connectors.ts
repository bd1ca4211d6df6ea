import { queryOptions } from '@tanstack/react-query';
import { call, segment } from './client';
import type { Connector, ConnectorAction, Items } from './types';

const SECOND = 1000;

export const connectors = queryOptions({
  queryKey: ['connectors'],
  queryFn: () => call<Items<Connector>>('GET', 'connectors'),
  refetchInterval: 3 * SECOND,
});

export function actOnConnector(name: string, action: ConnectorAction): Promise<void> {
  return call('POST', `connectors/${segment(name)}/${action}`, { body: {} });
}
