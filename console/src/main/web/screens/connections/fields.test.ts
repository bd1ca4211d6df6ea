import { describe, expect, it } from 'vitest';
import type { Field } from '../../api/types';
import { applies, values } from './fields';

function field(name: string, usual: string | null, when: Field['when'] = {}): Field {
  const text = { es: name, en: name };
  return {
    name,
    type: 'text',
    default: usual,
    required: false,
    secret: false,
    group: 'general',
    choices: [],
    when,
    label: text,
    help: text,
  };
}

const fields = [field('tls', 'preferred'), field('ca', null, { tls: ['verify-ca', 'verify-identity'] })];

describe('fields of a connection', () => {
  it('have their usual values where none is given', () => {
    expect(values(fields, {})).toEqual({ tls: 'preferred', ca: '' });
  });

  it('are shown only where another field makes them count', () => {
    const ca = fields[1] as Field;
    expect(applies(ca, values(fields, {}))).toBe(false);
    expect(applies(ca, values(fields, { tls: 'verify-ca' }))).toBe(true);
  });
});
