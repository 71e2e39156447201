import type { PastStatus } from "../../lib/messages/messages.ts";
import { date as dayWords, moment, number } from "../../lib/texts/format.ts";
import { duration } from "../../lib/texts/quantity.ts";
import { sentences } from "../../lib/texts/sentences.ts";
import { plural, text } from "../../lib/texts/text.ts";
import { Progress } from "../parts/Progress.tsx";
import "./past-days.css";

export interface PastDaysProps {
  status: PastStatus;
  /** Fetches the missing days, or leaves them. */
  onFill: (on: boolean) => void;
}

/** How long one request takes, in s. */
const EACH = 2;

/** Days before today: how far we are, or how many are missing and what they would take. */
export function PastDays({ status: { filling, gap }, onFill }: PastDaysProps) {
  if (filling) {
    const { done, of, problem, next } = filling;
    const words = text("pastFilling", number(done), number(of));
    return (
      <div class="past-days">
        <p>{words}</p>
        <Progress value={done / of} label={words} />
        <button type="button" class="button" onClick={() => onFill(false)}>
          {text("pastStop")}
        </button>
        {problem !== undefined && (
          <p role="alert">{sentences(problem, next === undefined ? "" : text("pastNext", moment(next)))}</p>
        )}
      </div>
    );
  }
  if (!gap) return null;
  const { since, requests } = gap;
  return (
    <div class="past-days">
      <p>{plural("pastHint", requests, number(requests), duration(requests * EACH))}</p>
      <button type="button" class="button" onClick={() => onFill(true)}>
        {text("pastFill", dayWords(since))}
      </button>
    </div>
  );
}
