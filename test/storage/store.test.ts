import { expect, test, vi } from "vitest";
import { attempt, createStore } from "../../lib/store.ts";
import { PlainError } from "../../lib/texts/plain-error.ts";

interface Shown {
  list: string;
  trouble?: string;
}

function made(first: Shown) {
  const onState = vi.fn<(state: Shown) => void>();
  return { store: createStore(first, onState), onState };
}

test("a change leaves all other parts as they are, and is told at once", () => {
  const { store, onState } = made({ list: "old", trouble: "full" });
  store.set({ list: "new" });
  expect(onState).toHaveBeenCalledExactlyOnceWith({ list: "new", trouble: "full" });
  expect(store.state()).toEqual({ list: "new", trouble: "full" });
});

test("a part that is taken away is absent, and is told with the next change", () => {
  const { store, onState } = made({ list: "old", trouble: "full" });
  store.drop("trouble");
  expect(onState).not.toHaveBeenCalled();
  store.set({ list: "new" });
  expect(onState.mock.calls[0]?.[0]).not.toHaveProperty("trouble");
});

test("what fails is shown, and forgotten as soon as something else begins", async () => {
  const { store } = made({ list: "old" });
  await attempt(store, async () => {
    throw new PlainError("There is no room left.");
  });
  expect(store.state().trouble).toBe("There is no room left.");
  const second = attempt(store, async () => undefined);
  expect(store.state()).not.toHaveProperty("trouble");
  await second;
});
