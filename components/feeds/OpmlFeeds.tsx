import type { ComponentChildren } from "preact";
import { list, number } from "../../lib/texts/format.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { Notice } from "../parts/Notice.tsx";
import { Progress } from "../parts/Progress.tsx";
import type { OpmlActions, OpmlModel } from "./opml-model.ts";

interface OpmlFeedsProps extends OpmlActions {
  model: OpmlModel;
}

/** Lists of feeds, from other feed readers and for them. */
export function OpmlFeeds({ model, ...actions }: OpmlFeedsProps) {
  return (
    <section class="opml" aria-labelledby="opml">
      <h3 id="opml">{text("opmlTitle")}</h3>
      <p class="note">{text("opmlHint")}</p>
      <div class="feed-actions">
        <label class="button">
          {text("opmlChoose")}
          <input
            class="unseen"
            type="file"
            accept=".opml,.xml"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) actions.onFile(file);
              currentTarget.value = ""; // so that the same file can be chosen again
            }}
          />
        </label>
        <button type="button" class="button" onClick={actions.onSave}>
          {text("opmlSave")}
        </button>
      </div>
      <div aria-live="polite">
        <State model={model} {...actions} />
      </div>
    </section>
  );
}

function State({ model, onCheckAll, onCancel }: OpmlFeedsProps) {
  if (model.kind === "idle") return null;
  const end = (
    <button type="button" class="button" onClick={onCancel}>
      {text(model.kind === "read" || model.kind === "asking" ? "feedsCancel" : "opmlClose")}
    </button>
  );
  const notice = (children: ComponentChildren, tone?: "warn") => (
    <Notice {...(tone && { tone })}>
      {children}
      {end}
    </Notice>
  );
  if (model.kind === "failed") return notice(<p>{model.why}</p>, "warn");
  if (model.kind === "read") {
    const { feeds, left } = model;
    return notice(
      <>
        <p>
          {sentences(
            plural("opmlFound", feeds.length, number(feeds.length)),
            left > 0 ? plural("opmlLeft", left, number(left)) : undefined,
            feeds.length > 0 ? text("opmlAsks") : undefined,
          )}
        </p>
        {feeds.length > 0 && (
          <button type="button" class="button main" onClick={onCheckAll}>
            {text("opmlCheckAll")}
          </button>
        )}
      </>,
    );
  }
  if (model.kind === "asking") {
    const { done, of } = model;
    const label = text("opmlAsking", number(done), number(of));
    return notice(
      <>
        <p>{label}</p>
        <Progress value={done / of} label={label} />
      </>,
    );
  }
  const { added, known, refused } = model;
  return notice(
    <>
      <p>
        {sentences(
          added.length > 0 ? text("opmlAdded", list(added)) : text("opmlNoneAdded"),
          known.length > 0 ? text("opmlKnown", list(known)) : undefined,
        )}
      </p>
      {refused.length > 0 && (
        <details>
          <summary>{plural("opmlRefused", refused.length, number(refused.length))}</summary>
          <ul>
            {refused.map(({ title, why }) => (
              <li key={title}>
                <strong>{title}</strong> {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>,
  );
}
