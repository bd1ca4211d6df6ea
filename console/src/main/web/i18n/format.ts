import { useMemo } from 'react';
import { type Language, useLanguage } from './language';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

export interface Formats {
  number(value: number): string;
  /** A small one with up to two digits after the point. */
  decimal(value: number): string;
  rate(perSecond: number): string;
  bytes(value: number): string;
  duration(millis: number): string;
  latency(millis: number): string;
  /** The time of day of a moment in seconds since 1970, as short as it can be told. */
  clock(seconds: number): string;
  time(iso: string): string;
  dateTime(iso: string): string;
  ago(iso: string): string;
}

/** Numbers, times and sizes as the language writes them. */
export function formats(language: Language): Formats {
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: true });
  const short = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const fine = new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: true });
  const minutes = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const exact = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const duration = (millis: number) => {
    const seconds = Math.round(millis / 1000);
    if (seconds < 1) return `${whole.format(millis)} ms`;
    if (seconds < 60) return `${seconds} s`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  };
  return {
    number: (value) => whole.format(value),
    decimal: (value) => (Math.abs(value) < 10 ? fine : whole).format(value),
    clock: (seconds) => (seconds % 60 === 0 ? minutes : exact).format(seconds * 1000),
    rate: (perSecond) => `${whole.format(perSecond)}/s`,
    bytes: (value) => {
      const power = value < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(value) / 10));
      return `${short.format(value / 1024 ** power)} ${UNITS[power]}`;
    },
    duration,
    latency: (millis) => `${short.format(millis / 1000)} s`,
    time: (iso) => clock.format(new Date(iso)),
    dateTime: (iso) => full.format(new Date(iso)),
    ago: (iso) => {
      const seconds = Math.round((new Date(iso).getTime() - Date.now()) / 1000);
      if (Math.abs(seconds) < 60) return relative.format(seconds, 'second');
      if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute');
      if (Math.abs(seconds) < 86400) return relative.format(Math.round(seconds / 3600), 'hour');
      return relative.format(Math.round(seconds / 86400), 'day');
    },
  };
}

export function useFormats(): Formats {
  const language = useLanguage();
  return useMemo(() => formats(language), [language]);
}
