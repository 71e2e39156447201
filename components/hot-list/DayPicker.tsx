import type { DayRange } from "../../lib/hot-list/period.ts";
import { coveredText } from "../../lib/texts/covered-text.ts";
import { text } from "../../lib/texts/text.ts";
import { Icon } from "../parts/Icon.tsx";
import { Popover } from "../parts/Popover.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import type { CalendarProps } from "./Calendar.tsx";
import "./day-picker.css";

interface DayPickerProps extends CalendarProps {
  /** The stretches of time that the days cover. */
  covered: readonly DayRange[];
}

const loadCalendar = () => import("./Calendar.tsx");

/** A button that opens a calendar in the reader's language. */
export function DayPicker({ covered, ...rest }: DayPickerProps) {
  const calendar = useLoaded(loadCalendar, true);
  return (
    <Popover
      id="day-picker"
      label={text("popupPickDay")}
      buttonClass="square"
      button={<Icon name="calendar" />}
    >
      <div class="day-picker">
        {calendar && <calendar.Calendar key={rest.date} {...rest} />}
        <p>{text("popupDayRange", coveredText(covered))}</p>
      </div>
    </Popover>
  );
}
