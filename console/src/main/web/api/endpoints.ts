import { queryOptions } from '@tanstack/react-query';
import { call, segment } from './client';
import type { Endpoint, EndpointBody, EndpointType, Items, Report, SourceTable, TableName } from './types';

export const endpointTypes = queryOptions({
  queryKey: ['endpoint-types'],
  queryFn: () => call<Items<EndpointType>>('GET', 'endpoint-types'),
  staleTime: Number.POSITIVE_INFINITY,
});

export const endpoints = queryOptions({
  queryKey: ['endpoints'],
  queryFn: () => call<Items<Endpoint>>('GET', 'endpoints'),
});

export const schemas = (endpoint: string) =>
  queryOptions({
    queryKey: ['schemas', endpoint],
    queryFn: () => call<Items<string>>('GET', `endpoints/${segment(endpoint)}/schemas`),
    retry: false,
  });

/** So many tables are asked for at a time. */
export const TABLES_PAGE = 200;

export const tables = (endpoint: string, schema: string, match: string, page: number) =>
  queryOptions({
    queryKey: ['tables', endpoint, schema, match, page],
    queryFn: () => {
      const part = { schema, match, offset: String(page * TABLES_PAGE), limit: String(TABLES_PAGE) };
      return call<Items<TableName>>(
        'GET',
        `endpoints/${segment(endpoint)}/tables?${new URLSearchParams(part)}`,
      );
    },
    staleTime: 10_000,
    retry: false,
  });

export const sourceTable = (endpoint: string, table: string) =>
  queryOptions({
    queryKey: ['source-table', endpoint, table],
    queryFn: () => call<SourceTable>('GET', `endpoints/${segment(endpoint)}/tables/${segment(table)}`),
    retry: false,
  });

export function saveEndpoint(endpoint: EndpointBody, version?: number): Promise<Endpoint> {
  return version === undefined
    ? call('POST', 'endpoints', { body: endpoint })
    : call('PUT', `endpoints/${segment(endpoint.name)}`, { body: endpoint, version });
}

export function deleteEndpoint(endpoint: Endpoint): Promise<void> {
  return call('DELETE', `endpoints/${segment(endpoint.name)}`, { version: endpoint.version });
}

/** Tests what is in the form. Of a saved endpoint, the server takes a masked secret from what it has. */
export function testEndpoint(endpoint: EndpointBody): Promise<Report> {
  return call('POST', 'endpoints/test', { body: endpoint });
}
