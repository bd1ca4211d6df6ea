import { describe, expect, it } from 'vitest';
import { Watchers } from './watchers';

describe('tabs that share a stream', () => {
  it('get the details of each task that one of them shows, once', () => {
    const watchers = new Watchers();
    watchers.set('a', 'world');
    watchers.set('b', 'city');
    watchers.set('c', 'world');
    watchers.set('d', undefined);
    expect(watchers.topics()).toBe('tasks,task:city,task:world');
    watchers.set('b', undefined);
    watchers.remove('a');
    expect(watchers.topics()).toBe('tasks,task:world');
    watchers.remove('c');
    expect(watchers.topics()).toBe('tasks');
  });
});
