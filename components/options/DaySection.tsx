import { clockHour } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { Chooser } from "./Chooser.tsx";

interface DaySectionProps {
  /** The hour at which the day changes; undefined for midnight, absent until it is known. */
  dayChange: { hour: number | undefined } | undefined;
  onChange: (hour: number | undefined) => void;
}

const CALENDAR = "calendar";
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The hour at which a new day begins. */
export function DaySection({ dayChange, onChange }: DaySectionProps) {
  return (
    <section aria-labelledby="day">
      <h2 id="day">{text("optionsDay")}</h2>
      <Chooser
        label={text("optionsDayChange")}
        hint={text("optionsDayChangeHint")}
        value={dayChange && `${dayChange.hour ?? CALENDAR}`}
        options={[
          { value: CALENDAR, words: text("optionsDayChangeCalendar") },
          ...HOURS.map((hour) => ({ value: `${hour}`, words: clockHour(hour) })),
        ]}
        onChoose={(value) => onChange(value === CALENDAR ? undefined : Number(value))}
      />
    </section>
  );
}
