import { useId } from "preact/hooks";
import { beforeEach, expect, test } from "vitest";
import { drawInto } from "../../../components/parts/draw-into.tsx";
import { settled } from "../../setup/settled.ts";

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement("main");
});

function Part() {
  return <b id={useId()} />;
}

test("parts that come with a later change have ids of their own: else a label would belong to another part's field", async () => {
  const show = drawInto(place);
  for (let parts = 1; parts <= 5; parts++) {
    show(Array.from({ length: parts }, (_, key) => <Part key={key} />));
    await settled();
  }
  const ids = [...place.querySelectorAll("b")].map(({ id }) => id);
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
});

test("what is shown first is there at once, and of changes that follow each other the last one counts", async () => {
  const show = drawInto(place);
  show(<p>one</p>);
  expect(place.textContent).toBe("one");
  show(<p>two</p>);
  show(<p>three</p>);
  await settled();
  expect(place.textContent).toBe("three");
});
