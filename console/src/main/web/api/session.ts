import { call } from './client';
import type { Schema } from './types';

/** Each may also do what those before it may. */
export const ROLES: readonly Role[] = ['viewer', 'operator', 'designer', 'admin'];

export type Role = Session['role'];

export type Session = Schema['Session'];

export const sessionKey = ['session'];

export const currentSession = () => call<Session>('GET', 'session');

export const signIn = (name: string, password: string) =>
  call<Session>('POST', 'session', { body: { name, password } });

export const signOut = () => call<void>('DELETE', 'session');
