/** Days (`YYYY-MM-DD`) in the forms that arXiv prints. */
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

const parts = (day: string) => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? "";
  return { year, month: MONTHS[month - 1] ?? "", date, weekday };
};

/** "10 Aug 2021". */
export function shortDay(day: string): string {
  const { year, month, date } = parts(day);
  return `${date} ${month.slice(0, 3)} ${year}`;
}

/** "10 August, 2021", as search prints it. */
export function searchDay(day: string): string {
  const { year, month, date } = parts(day);
  return `${date} ${month}, ${year}`;
}

/** "Thu, 13 Jan 2022", the heading of a day on recent lists. */
export function listDay(day: string): string {
  return `${parts(day).weekday.slice(0, 3)}, ${shortDay(day)}`;
}

/** "Thursday, 13 January 2022", the heading of new lists. */
export function longDay(day: string): string {
  const { year, month, date, weekday } = parts(day);
  return `${weekday}, ${date} ${month} ${year}`;
}

/** "August 2021" of `2021-08`. */
export function monthName(month: string): string {
  const { year, month: name } = parts(`${month}-01`);
  return `${name} ${year}`;
}
