/** Does something once, however often it is asked for; what failed is tried again the next time. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    done.catch(() => {
      done = undefined;
    });
    return done;
  };
}
