import type { Invitation } from "../../lib/hot-list/state/invitation.ts";
import { text } from "../../lib/texts/text.ts";
import { PastDays, type PastDaysProps } from "../feeds/PastDays.tsx";
import "./today-card.css";

interface TodayCardProps {
  invitation: Invitation;
  /** What is said about a failure outside of this page. */
  failure: string;
  /** Called in the click itself. */
  onSee: () => void;
  onFill: PastDaysProps["onFill"];
}

/** Names of the services that are asked, as they write them. */
const NAMES = {
  "huggingface.co": "network_huggingface",
  "hn.algolia.com": "network_hackernews",
  "export.arxiv.org": "network_arxiv",
} as const;

const nameOf = (host: string): string =>
  Object.hasOwn(NAMES, host) ? text(NAMES[host as keyof typeof NAMES]) : host;

/** Today's list in one press: who is asked for what, what is being done, what went wrong; then the days before it. */
export function TodayCard({ invitation, failure, onSee, onFill }: TodayCardProps) {
  if (invitation.kind === "past")
    return (
      <section class="today-card past">
        <PastDays status={invitation.status} onFill={onFill} />
      </section>
    );
  const asking = invitation.kind === "asking";
  return (
    <section class="today-card" aria-labelledby="today-card">
      <h2 id="today-card">{text("todayCardTitle")}</h2>
      <p>{text("todayCardText")}</p>
      <button
        type="button"
        class="button main"
        aria-disabled={asking}
        onClick={() => {
          if (!asking) onSee();
        }}
      >
        {text(invitation.kind === "failed" ? "popupTryAgain" : "welcomeTodayStart")}
      </button>
      <output>{stateWords(invitation, failure)}</output>
    </section>
  );
}

function stateWords(invitation: Exclude<Invitation, { kind: "past" }>, failure: string): string {
  if (invitation.kind === "offer") return "";
  if (invitation.kind === "failed") return invitation.words ?? failure;
  const { host } = invitation;
  return host === undefined ? text("welcomeTodayAsking") : text("todayCardAsking", nameOf(host));
}
