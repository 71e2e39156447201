/** Names of files that are being written: a run that is killed leaves them, and the next one removes them. */

/** Where a file is written before it takes its name. */
export const draftOf = (path: string, pid: number): string => `${path}.${pid}.tmp`;

/** Whether this is the name of one of our drafts. */
export const isDraft = (name: string): boolean => /\.\d{1,10}\.tmp$/.test(name);
