/** When a service is open. Local times in the desk's time zone, so that 9:00 stays 9:00 through both clock changes. */
export type Hours = 'always' | WeeklyHours;

export interface WeeklyHours {
  /** By ISO weekday, Monday is 1; a day that is not listed is closed. Ranges in order, not overlapping. */
  days: Partial<Record<Weekday, readonly Range[]>>;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Local times, HH:MM; `to` is the first minute after closing. */
export interface Range {
  from: string;
  to: string;
}

/** null: open without end, or closed without any opening to come. Epoch milliseconds. */
export type Opening = { open: true; closesAt: number | null } | { open: false; opensAt: number | null };
