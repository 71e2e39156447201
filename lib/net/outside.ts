/** What code that asks others needs of the world, passed in: the same code then runs in Node, in the background and in tests. */
import type { HttpError, HttpTrouble } from "./http-error.ts";

export interface Outside {
  fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Ends after this many milliseconds, or at once with the signal's reason when that is aborted. */
  wait: (milliseconds: number) => Promise<void>;
  /** 0 or more, less than 1. */
  random: () => number;
  /** False only if it is certain that there is no network. */
  online: () => boolean;
  /** Whether feeds on this machine may be asked by http: in builds for developers, and outside browsers. */
  httpHere?: boolean;
  signal?: AbortSignal;
  /**
   * Waits until an address may be asked, before the time for its answer is counted. Gives what is to be called once the answer has been read.
   * Absent: everything may be asked at once.
   */
  turn?: (url: string) => Promise<() => void>;
  /** Why a connection failed, if the platform says so: Node does, browsers do not. */
  connectionError?: (error: unknown) => HttpError;
  /** Told of each request when it has ended. */
  onEnd?: (request: EndedRequest) => void;
}

export interface EndedRequest {
  url: string;
  /** When it was sent, in milliseconds since 1970. */
  at: number;
  /** Absent if it was answered well. */
  trouble?: HttpTrouble;
  /** Of a good answer, unpacked. */
  bytes: number;
}

/**
 * Set on an answer that was kept from an earlier run: when it was really given (milliseconds since 1970). Counts carry
 * that time and not the time of reading it again.
 */
export const ASKED_AT = "hot-papers-asked-at";
