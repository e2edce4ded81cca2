/** A mistake in the command line itself, told like those that the argument parser finds: one line, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
