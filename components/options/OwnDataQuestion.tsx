import { useLayoutEffect, useRef } from "preact/hooks";
import { list, number } from "../../lib/texts/format.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { QuestionDialog } from "../parts/QuestionDialog.tsx";
import { countedMarks } from "./counted-marks.ts";
import type { FoundData } from "./own-data-model.ts";

interface OwnDataQuestionProps {
  name: string;
  found: FoundData;
  onAdd: () => void;
  onCancel: () => void;
}

/** Says what a file has and what adding it does, and asks. Opens by itself. */
export function OwnDataQuestion({ name, found: { data, addresses }, onAdd, onCancel }: OwnDataQuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const answered = (act: () => void) => () => {
    dialog.current?.close(); // before it is gone: the focus returns to where it was
    act();
  };
  const { days, feeds, follows, settings } = data;
  const parts = [
    ...(days > 0 ? [plural("ownDataDigests", days, number(days))] : []),
    ...(feeds.length > 0 ? [plural("ownDataFeeds", feeds.length, number(feeds.length))] : []),
    ...countedMarks(data),
    ...(follows.length > 0 ? [plural("ownDataFollows", follows.length, number(follows.length))] : []),
    ...(settings ? [text("ownDataSettings")] : []),
  ];
  const hosts = [...new Set(addresses.map((address) => new URL(address).hostname))];
  return (
    <QuestionDialog
      dialog={dialog}
      question={text("ownDataQuestion", name)}
      consequence={sentences(
        text("ownDataHas", list(parts)),
        text("ownDataKeeps"),
        settings && text("ownDataReplaces"),
        hosts.length > 0 ? text("ownDataAsks", list(hosts)) : undefined,
      )}
      no={text("feedsCancel")}
      yes={text("ownDataYes")}
      tone="main"
      onNo={answered(onCancel)}
      onYes={answered(onAdd)}
    />
  );
}
