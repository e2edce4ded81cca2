import { compile, type Question } from '../../../src/index.ts';
import { answeringAtOnce } from '../harness/subject.ts';
import type { ShippedSubject } from '../harness/shipped-subjects.ts';
import { plainObject } from '../shipped/with-day.ts';
import { ASKED, shippedPack } from '../shipped/shipped-pack.ts';
import type { ShippedRequest } from '../shipped/shipped-request.ts';

/** The compiled shipped pack, asked one question at a time. */
export async function prepare(): Promise<ShippedSubject> {
  const { pack, readings } = await shippedPack();
  const { decide } = compile(pack, { readings });
  return answeringAtOnce({
    read: ({ date, provider = '', ...facts }: ShippedRequest): Question => ({
      actor: ASKED.actor,
      act: ASKED.act,
      provider,
      date,
      facts: plainObject(facts),
    }),
    decide: (question): string => {
      const decided = decide(question);
      return 'invalid' in decided ? 'invalid' : decided.outcome;
    },
  });
}
