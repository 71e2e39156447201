/** One connection to Jetstream, from its opening to its end. */

/** Opens a WebSocket; the connection is not there yet. */
export type OpenSocket = (url: string) => WebSocket;

export interface Ears {
  /** Gets each message; one that is not text comes as an empty one. To end the connection, it returns why. */
  hear: (text: string) => Ending | undefined;
  /** Called about once a second while the connection is there. */
  tick: () => Ending | undefined;
}

/** `done`: nothing more is wanted. `stopped`: by a person. `failed`: by the host, with words for people. */
export type Ending = { state: "done" | "stopped" } | { state: "failed"; why: string };

export interface ListenOptions {
  signal?: AbortSignal | undefined;
  /** Without a message for this many milliseconds a connection counts as dead. */
  silence: number;
}

const TICK = 1000;

const closeText = ({ code, reason, wasClean }: CloseEvent): string =>
  wasClean || code !== 1006 ? `ended by the host (${[code, reason].filter(Boolean).join(" ")})` : "cut";

/** Listens until one of the two ends it. Never throws for what the host does; what `hear` and `tick` throw passes through. */
export function listen(open: OpenSocket, url: string, ears: Ears, options: ListenOptions): Promise<Ending> {
  const { signal, silence } = options;
  return new Promise((resolve, reject) => {
    let socket: WebSocket;
    try {
      socket = open(url);
    } catch (error) {
      resolve({ state: "failed", why: error instanceof Error ? error.message : "is not a valid address" });
      return;
    }
    let heardAt = performance.now();
    let opened = false;
    let ended = false;
    const end = (ending: Ending | { error: Error }) => {
      if (ended) return;
      ended = true;
      clearInterval(timer);
      signal?.removeEventListener("abort", stop);
      // A socket that is not open yet is closed when it is.
      socket.close();
      if ("error" in ending) reject(ending.error);
      else resolve(ending);
    };
    const ask = (part: () => Ending | undefined) => {
      try {
        const ending = part();
        if (ending) end(ending);
      } catch (error) {
        end({ error: error instanceof Error ? error : new Error(String(error)) });
      }
    };
    const stop = () => end({ state: "stopped" });
    const timer = setInterval(() => {
      if (performance.now() - heardAt > silence)
        end({ state: "failed", why: opened ? "silent" : "no answer" });
      else ask(ears.tick);
    }, TICK);
    socket.addEventListener("open", () => {
      opened = true;
      heardAt = performance.now();
    });
    socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (ended) return;
      heardAt = performance.now();
      ask(() => ears.hear(typeof data === "string" ? data : ""));
    });
    socket.addEventListener("close", (event) =>
      end({ state: "failed", why: opened ? closeText(event) : "no connection" }),
    );
    // Says nothing more than the "close" that comes after it.
    socket.addEventListener("error", () => undefined);
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
