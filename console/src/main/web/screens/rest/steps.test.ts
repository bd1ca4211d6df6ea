import { describe, expect, it } from 'vitest';
import { isJson, line, pretty, steps } from './steps';

const address = 'http://127.0.0.1:8082/';

describe('lines for a shell', () => {
  it('have the address and the topic', () => {
    const { topics, produce, read } = steps('world.city', '{"a":1}');
    expect(line(address, topics)).toBe("curl 'http://127.0.0.1:8082/topics'");
    expect(line(address, produce)).toContain(`--data '{"records":[{"value":{"a":1}}]}'`);
    expect(line(address, produce)).toContain("'http://127.0.0.1:8082/topics/world.city'");
    expect(line(address, read)).toContain(
      "'http://127.0.0.1:8082/consumers/console/instances/reader/records'",
    );
  });

  it('name a method that is not the usual one', () => {
    expect(line(address, steps('t', '1').remove)).toContain('curl -X DELETE -H');
  });

  it('let no topic out of its quotes', () => {
    const { produce, subscribe } = steps("it's; rm", '1');
    expect(line(address, produce)).toContain("topics/it'\\''s%3B%20rm'");
    expect(line(address, subscribe)).toContain(`'{"topics":["it'\\''s; rm"]}'`);
  });
});

describe('a value', () => {
  it('is JSON, or not sent', () => {
    expect(['{"a": 1}', '"text"', '1', 'null'].every(isJson)).toBe(true);
    expect(['', 'text', '{a: 1}'].some(isJson)).toBe(false);
  });

  it('is shown with a line for each part', () => {
    expect(pretty('["a"]')).toBe('[\n  "a"\n]');
    expect(pretty('no JSON')).toBe('no JSON');
  });
});
