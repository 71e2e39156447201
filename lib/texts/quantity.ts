/** Shares and sizes in the reader's language, by `Intl`. */
import { language } from "./text.ts";

/** `0.48` is "48%". */
export const percent = (share: number): string =>
  new Intl.NumberFormat(language(), { style: "percent", maximumFractionDigits: 0 }).format(share);

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** `1400000` is "1.4 MB"; a kB is 1000 bytes, as browsers and systems show it. */
export function fileSize(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  return new Intl.NumberFormat(language(), {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: "short",
    maximumSignificantDigits: step === 0 ? 3 : 2,
  }).format(bytes / 1000 ** step);
}

/** `150` seconds are "3 minutes", `20` are "20 seconds". */
export function duration(seconds: number): string {
  const [value, unit] = seconds < 60 ? [Math.ceil(seconds), "second"] : [Math.round(seconds / 60), "minute"];
  return new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** "4 years", "1 month", "12 days" */
export const age = (value: number, unit: "day" | "month" | "year"): string =>
  new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "long" }).format(value);
