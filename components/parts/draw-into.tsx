import { Component, type ComponentChild, render } from "preact";

interface RootProps {
  first: ComponentChild;
  onMade: (root: Root) => void;
}

class Root extends Component<RootProps, { content: ComponentChild }> {
  constructor(props: RootProps) {
    super(props);
    this.state = { content: props.first };
    props.onMade(this);
  }
  override render() {
    return <>{this.state.content}</>;
  }
}

/**
 * Returns what shows a page's content in an element, in place of what it showed before. One root stays for good: with a `render` for each
 * change, Preact restarts the count of `useId` from the third on, and two parts of a page get the same id.
 */
export function drawInto(element: HTMLElement): (content: ComponentChild) => void {
  let root: Root | undefined;
  const onMade = (made: Root) => {
    root = made;
  };
  return (content) => {
    if (root) root.setState({ content });
    else render(<Root first={content} onMade={onMade} />, element);
  };
}
