import { call } from './client';
import type { ProxyAnswer, ProxyRequest } from './types';

/** Sends a request to the platform's REST proxy, which answers no web page itself. */
export const send = (request: ProxyRequest) =>
  call<ProxyAnswer>('POST', 'rest-proxy/requests', { body: request });
