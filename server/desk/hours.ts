import type { Language, Service } from '../../protocol/conversation.ts';

/**
 * When a service is open. Local times in the desk's time zone, so that 9:00 stays 9:00 through both clock changes.
 * `always` is day and night, on holidays too.
 */
export type Hours = 'always' | WeeklyHours;

export interface WeeklyHours {
  /** By ISO weekday, Monday is 1; a day that is not listed is closed. Ranges in order, not overlapping. */
  days: Partial<Record<Weekday, readonly Range[]>>;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Local times, HH:MM; `to` is the first minute after closing, 24:00 the end of the day. */
export interface Range {
  from: string;
  to: string;
}

/** Days that differ from the week's plan. Dates are local, YYYY-MM-DD. */
export interface SpecialDays {
  holidays: HolidayRules;
  closures: readonly Closure[];
  openings: readonly ExtraOpening[];
}

export interface HolidayRules {
  /** Whether Italy's public holidays count. */
  national: boolean;
  /** The patron saint's day, MM-DD, every year. */
  patron: string | null;
  /** Further ones, of one year each. */
  extra: readonly string[];
}

/** From the first to the last day, both included. */
export interface Closure {
  from: string;
  to: string;
  services: readonly Service[];
  /** As citizens read it. */
  reason: Record<Language, string> | null;
}

/** The hours of one day instead of the week's, whatever day it is: before holidays and closures. */
export interface ExtraOpening {
  date: string;
  services: readonly Service[];
  ranges: readonly Range[];
}

/** null: open without end, or closed without any opening to come. Epoch milliseconds. */
export type Opening =
  | { open: true; closesAt: number | null }
  /** `reason`: of the closure that holds today, where one was given. */
  | { open: false; opensAt: number | null; reason?: Record<Language, string> };
