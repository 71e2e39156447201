/**
 * Large sets of real input (digests, saved pages, samples of live services). They lie beside the project in development and in CI,
 * and nowhere else: what needs them is skipped without them, and says in one line what it lacks.
 */
// oxlint-disable vitest/no-conditional-tests, vitest/valid-describe-callback, vitest/valid-title, vitest/expect-expect, vitest/no-disabled-tests -- these functions make tests of what they are given
import { existsSync } from "node:fs";
import { describe, test } from "vitest";

type Body = () => Promise<void> | void;

/** The path of one of the sets, seen from the project's root. */
export const sharedPath = (name: string): string => `../shared/${name}`;

/** Whether a set, or one file of it, is here. */
export const hasShared = (name: string): boolean => existsSync(sharedPath(name));

const lacking = (title: string, name: string) => `${title} (skipped: no ${sharedPath(name)} here)`;

/** A test that reads `../shared/<name>`. */
export function testWithShared(name: string, title: string, body: Body, options: { timeout?: number } = {}) {
  if (hasShared(name)) test(title, options, body);
  else test.skip(lacking(title, name), body);
}

/** A suite that reads `../shared/<name>`. Its body is not run without the set, as that of a suite that is only skipped would be. */
export function describeWithShared(name: string, title: string, body: () => void) {
  if (hasShared(name)) describe(title, body);
  else test.skip(lacking(title, name), () => {});
}
