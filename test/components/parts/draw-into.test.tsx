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

test("parts of a later change have their own ids, or a label would name another part's field", async () => {
  const show = drawInto(place);
  for (let parts = 1; parts <= 5; parts++) {
    show(Array.from({ length: parts }, (_, key) => <Part key={key} />));
    await settled();
  }
  const ids = [...place.querySelectorAll("b")].map(({ id }) => id);
  expect(ids).toHaveLength(5);
  expect(new Set(ids).size).toBe(5);
});

test("the first content is there at once; of changes in quick succession the last one counts", async () => {
  const show = drawInto(place);
  show(<p>one</p>);
  expect(place.textContent).toBe("one");
  show(<p>two</p>);
  show(<p>three</p>);
  await settled();
  expect(place.textContent).toBe("three");
});
