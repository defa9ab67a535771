import { texts } from "./texts";

const FORMAT = new Intl.DateTimeFormat("nl-NL", { weekday: "long", day: "numeric", month: "long" });

/** Name the day of a moment the way people do: Vandaag, Gisteren, dinsdag 3 maart. */
export function dayName(moment: Date, now: Date): string {
  const daysAgo = Math.round((midnight(now) - midnight(moment)) / 86_400_000);
  if (daysAgo === 0) return texts.today;
  if (daysAgo === 1) return texts.yesterday;
  return FORMAT.format(moment);
}

function midnight(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}
