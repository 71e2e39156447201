/** `Retry-After` (RFC 9110, 10.2.3): across origins it can be read only if the host exposes it. */

/** As milliseconds from now: a number of seconds, or a date. Undefined if it is absent, hidden or nonsense. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  const wait = /^\d+$/u.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
