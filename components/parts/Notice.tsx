import type { ComponentChildren } from "preact";
import "./notice.css";

interface NoticeProps {
  /** `plain` tells something, `warn` asks for something, `bad` is a failure. */
  tone?: "plain" | "warn" | "bad";
  /** Said at once by screen readers: for the answer to something that was just pressed. */
  alert?: boolean;
  children: ComponentChildren;
}

/** A line or two above what the page is about. */
export function Notice({ tone = "plain", alert = false, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} {...(alert && { role: "alert" })}>
      {children}
    </div>
  );
}
