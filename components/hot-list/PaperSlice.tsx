import { Component, type RefObject } from "preact";
import type { ShownPaper } from "../../lib/hot-list/shown-paper.ts";
import type { Marking } from "../../lib/marks/marking.ts";
import { PaperItem } from "./PaperItem.tsx";
import { whenFar, whenNear, whenNext } from "./when-near.ts";

/** Fills a popup, and is drawn well within a frame. */
const SIZE = 5;
/** About the height of a paper, in px. */
const PAPER = 140;

/** Some papers in a row, by their number in the list. */
export interface Slice {
  number: number;
  papers: readonly ShownPaper[];
}

/** A list cut into slices. */
export const slicesOf = (papers: readonly ShownPaper[]): Slice[] =>
  Array.from({ length: Math.ceil(papers.length / SIZE) }, (_, number) => ({
    number,
    papers: papers.slice(number * SIZE, (number + 1) * SIZE),
  }));

/** Whether papers in view are still to be drawn. */
export const isDrawing = (list: Element): boolean =>
  [...list.querySelectorAll(".later")].some((room) => room.getBoundingClientRect().top < window.innerHeight);

interface PaperSliceProps {
  /** The list that it is a part of. */
  list: RefObject<HTMLElement | null>;
  /** The list is so long that only papers near the view are drawn. */
  sparing: boolean;
  /** The page is being printed: all papers are in it meanwhile. */
  printing: boolean;
  slice: Slice;
  dated: boolean;
  /** Absent until marks have been read. */
  marking: Marking | undefined;
  /** These papers are in the page now. */
  onDrawn?: ((papers: readonly ShownPaper[]) => void) | undefined;
}

interface PaperSliceState {
  slice: Slice;
  drawn: boolean;
}

/**
 * A slice of a list. All but the first start as empty room of their height, for a frame or a few; in a long list until they come near the
 * view, and again when they are far from it. So a list of thousands shows at once, you can jump anywhere in it, and the page stays light.
 * Drawn again only if something in it changed.
 */
export class PaperSlice extends Component<PaperSliceProps, PaperSliceState> {
  override state: PaperSliceState = { slice: this.props.slice, drawn: this.props.slice.number === 0 };
  #room: HTMLElement | null = null;
  /** Its height when it was drawn, in px. */
  #height = 0;
  #stopWatching: (() => void) | undefined;

  /** Other papers than before (a filter, another order): those near the view are told again. */
  static override getDerivedStateFromProps(
    { slice }: PaperSliceProps,
    state: PaperSliceState,
  ): PaperSliceState {
    const same =
      slice.papers.length === state.slice.papers.length &&
      slice.papers.every(({ id }, at) => id === state.slice.papers[at]?.id);
    return { slice, drawn: same ? state.drawn : slice.number === 0 };
  }

  override shouldComponentUpdate(
    { slice: { papers }, dated, marking, printing }: PaperSliceProps,
    { drawn }: PaperSliceState,
  ): boolean {
    const { props, state } = this;
    if (printing !== props.printing && !drawn) return true;
    const before = props.slice.papers;
    if (drawn !== state.drawn || dated !== props.dated || papers.length !== before.length) return true;
    if (!marking !== !props.marking) return true;
    return papers.some(
      (paper, at) =>
        paper !== before[at] || marking?.marks.get(paper.id) !== props.marking?.marks.get(paper.id),
    );
  }

  override componentDidMount() {
    this.#look();
  }

  override componentDidUpdate() {
    this.#look();
  }

  override componentWillUnmount() {
    this.#stopWatching?.();
  }

  /** Reports that papers are there, and waits until the room comes near or the papers are far. */
  #look() {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    const [first, last] = this.#ends();
    if (!first || !last || (this.props.printing && !this.state.drawn)) return;
    const { sparing, onDrawn, slice } = this.props;
    if (!this.state.drawn) {
      const draw = () => this.setState({ drawn: true });
      this.#stopWatching = sparing ? whenNear(first, draw) : whenNext(draw);
      return;
    }
    const { number, papers } = slice;
    onDrawn?.(papers);
    if (sparing && number > 0) this.#stopWatching = whenFar([first, last], () => this.#drop(first, last));
  }

  /** Its first and last element in the page. */
  #ends(): readonly (Element | undefined)[] {
    if (!this.state.drawn) return this.#room ? [this.#room, this.#room] : [];
    const { papers } = this.props.slice;
    const items = [...(this.props.list.current?.children ?? [])] as HTMLElement[];
    const of = (paper: ShownPaper | undefined) =>
      items.find(({ dataset }) => dataset["hotPaper"] === paper?.id);
    return [of(papers[0]), of(papers.at(-1))];
  }

  /** Leaves room in place of the papers, unless the focus is there or something is open. */
  #drop(first: Element, last: Element) {
    for (let item: Element | null = first; item; item = item === last ? null : item.nextElementSibling)
      if (item.contains(document.activeElement) || item.querySelector('[aria-expanded="true"]')) return;
    this.#height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
    this.setState({ drawn: false });
  }

  override render(
    { slice: { papers }, dated, marking, printing }: PaperSliceProps,
    { drawn }: PaperSliceState,
  ) {
    if (!drawn && !printing)
      return (
        <li
          ref={(room) => {
            this.#room = room;
          }}
          class="later"
          aria-hidden="true"
          style={{ blockSize: `${this.#height || papers.length * PAPER}px` }}
        />
      );
    return papers.map((paper) => (
      <PaperItem key={`${paper.date} ${paper.id}`} paper={paper} dated={dated} marking={marking} />
    ));
  }
}
