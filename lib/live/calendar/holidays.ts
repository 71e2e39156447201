/**
 * Evenings without an announcement by arXiv (dates in New York). Data, copied by hand from arXiv's own page
 * https://info.arxiv.org/help/availability.html#holiday, whose source is arXiv/arxiv-docs, source/help/availability.md:
 * 2023 at commit 5f9f48f, 2024 at 20e652c, 2025 at 95c7165, 2026 at 1268da9 (2026-05-13).
 * The list of a year appears in its first days; a year that is missing here follows the plain weekly rhythm.
 * Some dates are Fridays, which have no announcement anyway; they are kept as arXiv names them.
 */
export const HOLIDAYS: Readonly<Record<number, readonly string[]>> = {
  2023: [
    "2023-01-16",
    "2023-06-14",
    "2023-06-19",
    "2023-07-04",
    "2023-08-17",
    "2023-09-04",
    "2023-11-23",
    "2023-12-25",
    "2023-12-27",
  ],
  2024: [
    "2024-01-15",
    "2024-05-22",
    "2024-06-19",
    "2024-07-04",
    "2024-09-02",
    "2024-10-08",
    "2024-11-28",
    "2024-12-25",
    "2024-12-26",
    "2024-12-31",
  ],
  2025: [
    "2025-01-01",
    "2025-01-20",
    "2025-06-19",
    "2025-07-06",
    "2025-09-01",
    "2025-11-27",
    "2025-12-25",
    "2025-12-30",
  ],
  2026: [
    "2026-01-01",
    "2026-01-19",
    "2026-06-19",
    "2026-07-03",
    "2026-09-07",
    "2026-11-26",
    "2026-12-25",
    "2026-12-29",
    "2026-12-31",
  ],
};

/** True when arXiv named this evening (`YYYY-MM-DD`, New York) as one without an announcement. */
export const isHoliday = (date: string): boolean =>
  HOLIDAYS[Number(date.slice(0, 4))]?.includes(date) ?? false;
