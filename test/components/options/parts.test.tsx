import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { describe, expect, test, vi } from "vitest";
import { PopupKey } from "../../../components/options/PopupKey.tsx";
import { PrivateWindows } from "../../../components/options/PrivateWindows.tsx";
import { ReportSection } from "../../../components/options/ReportSection.tsx";

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const words = () => document.body.textContent;

describe("the key of the popup", () => {
  test("is shown as the browser has it, with the way to change it", () => {
    const open = vi.fn();
    const { container } = render(<PopupKey popupKey="Alt+Shift+H" onOpenSettings={open} />);
    expect(container.querySelector("kbd")?.textContent).toBe("Alt+Shift+H");
    press("Change it in the browser");
    expect(open).toHaveBeenCalledOnce();
  });

  test("may have been taken away", () => {
    render(<PopupKey popupKey="" onOpenSettings={vi.fn()} />);
    expect(words()).toContain("none yet");
  });
});

describe("private windows", () => {
  test("have their setting in the browser: a button if it may be opened", () => {
    const open = vi.fn();
    render(<PrivateWindows allowed={false} onOpenSettings={open} />);
    expect(words()).toContain("does not let Hot Papers run there");
    expect(words()).not.toContain("Run in Private Windows");
    press("Change it in the browser");
    expect(open).toHaveBeenCalledOnce();
  });

  test("or the way there in words", () => {
    render(<PrivateWindows allowed />);
    expect(words()).toContain("lets Hot Papers run there");
    expect(words()).toContain("Run in Private Windows");
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("a report", () => {
  test("is copied, and shown as it was copied", async () => {
    const copy = vi.fn(async () => undefined);
    render(<ReportSection makeReport={async () => "Hot Papers 1.0.0"} copy={copy} />);
    press("Copy the report");
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("Copied"));
    expect(copy).toHaveBeenCalledExactlyOnceWith("Hot Papers 1.0.0");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Hot Papers 1.0.0");
  });

  test("can be copied by hand if the browser does not copy", async () => {
    const copy = () => Promise.reject(new Error("not allowed"));
    render(<ReportSection makeReport={async () => "Hot Papers 1.0.0"} copy={copy} />);
    press("Copy the report");
    await waitFor(() => expect(screen.getByRole("status").textContent).toContain("did not copy"));
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Hot Papers 1.0.0");
  });
});
