/** Thrown where a deal may have gone in more ways than can be told apart: what comes of it is then bounded, not found. */
export class TooManyWays extends Error {
  override readonly name = 'TooManyWays';
}
