import { lstat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeAllOrNone } from '../init/write-all-or-none.ts';
import { replaceFile } from '../replace-file.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Prompts } from './prompts.ts';

/** Writes the request to the file named, if that may be, and else to stdout, so that no reply is lost. */
export async function deliverRequest(
  text: string,
  output: string | undefined,
  prompts: Prompts,
  { stdout, cwd }: Surroundings,
): Promise<void> {
  if (output !== undefined) {
    if (await written(text, output, resolve(cwd, output), prompts)) {
      prompts.say(`The request is in ${output};\nevaluate answers it alike.`);
      return;
    }
    prompts.say(`${output} was not written. This is the request:`);
  }
  stdout.write(text);
}

async function written(text: string, output: string, path: string, prompts: Prompts): Promise<boolean> {
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return writeAllOrNone([{ path, text }], dirname(path));
  return (await prompts.confirm(`Replace ${output}?`)) && replaceFile(path, text);
}
