import { describe, expect, it } from 'vitest';
import { lines } from './lines';

describe('lines for a shell', () => {
  it('have the address and the topic', () => {
    const { produce, read } = lines('http://127.0.0.1:8082/', 'world.city');
    expect(produce).toContain("'http://127.0.0.1:8082/topics/world.city'");
    expect(read).toContain("'http://127.0.0.1:8082/consumers/console/instances/reader/records'");
  });

  it('let no topic out of its quotes', () => {
    const { produce, subscribe } = lines('http://127.0.0.1:8082/', "it's; rm");
    expect(produce).toContain("topics/it'\\''s%3B%20rm'");
    expect(subscribe).toContain(`'{"topics":["it'\\''s; rm"]}'`);
  });
});
