/** A fraction of whole numbers: what sums and shares are reckoned in, so that no digit is lost. */
export interface Fraction {
  readonly top: bigint;
  /** More than nothing. */
  readonly bottom: bigint;
}

/** The fraction that a number's own digits write: 0.1 is one tenth. */
export function fractionOf(value: number): Fraction {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const top = BigInt(whole + decimals);
  const places = Number(exponent) - decimals.length;
  return places < 0
    ? { top, bottom: 10n ** BigInt(-places) }
    : { top: top * 10n ** BigInt(places), bottom: 1n };
}

/** How many decimal places a number is written with. */
export function placesOf(value: number): number {
  return fractionOf(value).bottom.toString().length - 1;
}

/** A number as so many units of the given decimal place; it must not have more places. */
export function unitsOf(value: number, places: number): bigint {
  const { top, bottom } = fractionOf(value);
  return (top * 10n ** BigInt(places)) / bottom;
}

/**
 * Gives a fraction as a number that lies on the same side of every number of up to 15 digits, and equals it only where the
 * fraction does. What has more digits is cut off after 15, and a further digit says that there was more.
 */
export function numberOf({ top, bottom }: Fraction): number {
  if (top === 0n) return 0;
  if (top < 0n) return -numberOf({ top: -top, bottom });
  const places = DIGITS - magnitude(top, bottom);
  const scaled =
    places < 0
      ? { top, bottom: bottom * 10n ** BigInt(-places) }
      : { top: top * 10n ** BigInt(places), bottom };
  const digits = scaled.top / scaled.bottom;
  const isAll = digits * scaled.bottom === scaled.top;
  return isAll
    ? Number(`${String(digits)}e${String(-places)}`)
    : Number(`${String(digits)}5e${String(-places - 1)}`);
}

const DIGITS = 15;

/** How many digits stand before the point; less than one where the first come after it. */
function magnitude(top: bigint, bottom: bigint): number {
  const whole = top / bottom;
  if (whole > 0n) return whole.toString().length;
  let digits = 0;
  for (let larger = top * 10n; larger < bottom; larger *= 10n) digits -= 1;
  return digits;
}

/** Takes one number from another without losing a digit. */
export function difference(one: number, other: number): number {
  return sum(one, -other);
}

/** Adds two numbers without losing a digit. */
export function sum(one: number, other: number): number {
  if (!Number.isFinite(one) || !Number.isFinite(other)) return one + other;
  const [left, right] = [fractionOf(one), fractionOf(other)];
  return numberOf({
    top: left.top * right.bottom + right.top * left.bottom,
    bottom: left.bottom * right.bottom,
  });
}
