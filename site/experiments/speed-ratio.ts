// How many times as fast one attacker is as another, once both have tried enough to tell.
interface Sample {
  /** candidates a second; undefined until it is known */
  readonly perSecond: number | undefined;
  readonly tried: number;
  readonly seconds: number;
}

/** So many candidates make a rate of the slow one, or two of them and so many seconds. */
const ENOUGH_SLOW = 20;
const ENOUGH_SECONDS = 5;
const LEAST_SLOW = 2;

/** Fewer may have been tried within the first report of a worker. */
const ENOUGH_FAST = 1000;

/** @returns undefined while a ratio would be made of too little */
export function speedRatio(fast: Sample, slow: Sample): number | undefined {
  if (!fast.perSecond || !slow.perSecond || fast.tried < ENOUGH_FAST) return undefined;
  const isEnough = slow.tried >= ENOUGH_SLOW || (slow.seconds >= ENOUGH_SECONDS && slow.tried >= LEAST_SLOW);
  return isEnough ? fast.perSecond / slow.perSecond : undefined;
}
