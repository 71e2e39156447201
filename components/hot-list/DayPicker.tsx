import { date as dayWords } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { Icon } from "../parts/Icon.tsx";
import { Popover } from "../parts/Popover.tsx";
import "./day-picker.css";

interface DayPickerProps {
  /** The day on show, and the first and last day to choose from; all `YYYY-MM-DD`. */
  date: string;
  oldest: string;
  newest: string;
  onPick: (date: string) => void;
}

/**
 * A calendar button that opens a date field. A day is taken when the form is sent and not when the field changes: while
 * somebody types a day its half-written forms are days as well.
 */
export function DayPicker({ date, oldest, newest, onPick }: DayPickerProps) {
  const send = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = event.currentTarget;
    const picked = new FormData(form).get("day");
    if (typeof picked !== "string" || picked === "") return;
    form.closest<HTMLElement>("[popover]")?.hidePopover();
    onPick(picked);
  };
  return (
    <Popover
      id="day-picker"
      label={text("popupPickDay")}
      buttonClass="square"
      button={<Icon name="calendar" />}
    >
      <form class="day-picker" onSubmit={send}>
        <label for="day-field">{text("popupDay")}</label>
        <input
          key={date}
          id="day-field"
          name="day"
          type="date"
          required
          autofocus
          min={oldest}
          max={newest}
          defaultValue={date}
        />
        <button type="submit" class="button main">
          {text("popupShowDay")}
        </button>
        <p>{text("popupDayRange", dayWords(oldest), dayWords(newest))}</p>
      </form>
    </Popover>
  );
}
