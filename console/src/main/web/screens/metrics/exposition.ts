/** A measured value of one object. */
export interface Sample {
  /** Its labels as they are written; empty where it has none. */
  readonly labels: string;
  readonly value: number;
}

/** A metric with its words. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly samples: readonly Sample[];
}

const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)/;

/** Reads Prometheus' text format as the platform writes it: a family has its HELP and TYPE before its samples. */
export function parse(text: string): Family[] {
  const families = new Map<string, { name: string; help: string; type: string; samples: Sample[] }>();
  const family = (name: string) => {
    const there = families.get(name) ?? { name, help: '', type: 'untyped', samples: [] };
    families.set(name, there);
    return there;
  };
  for (const line of text.split('\n')) {
    const [, word, name, rest] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (word === 'HELP' && name) family(name).help = rest ?? '';
    else if (word === 'TYPE' && name) family(name).type = rest ?? '';
    else {
      const [, sample, labels, value] = LINE.exec(line) ?? [];
      if (sample) family(sample).samples.push({ labels: labels ?? '', value: Number(value) });
    }
  }
  return [...families.values()];
}

/** Labels as people read them. */
export function words(labels: string): string {
  return labels.replaceAll('="', ' ').replaceAll('"', '').replaceAll(',', ', ');
}
