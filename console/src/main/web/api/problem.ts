/** An error of the API (RFC 9457): what is wrong, and what to do. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly remedy: string;
  readonly field: string;

  constructor(
    status: number,
    body: Partial<{ code: string; detail: string; remedy: string; field: string }>,
  ) {
    super(body.detail ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? `http-${status}`;
    this.remedy = body.remedy ?? '';
    this.field = body.field ?? '';
  }

  /** The server did not answer at all. */
  static unreachable(): Problem {
    return new Problem(0, { code: 'unreachable' });
  }
}

/** What is wrong with one field of a form, where the error is about that. */
export const faultOf = (error: unknown, field: string): string | undefined =>
  error instanceof Problem && error.field === field ? error.message : undefined;
