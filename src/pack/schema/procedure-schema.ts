import { EXIT_SHAPE, FREQUENCY_SHAPE, PROCEDURE_SHAPE, STAGE_SHAPES } from '../clauses/procedure-shapes.ts';
import {
  CLOCKS,
  EXERCISE_EFFECTS,
  MATCH_STANDARDS,
  NO_AGREEMENTS,
  NO_TALKS,
  OTHER_TERMS,
  PART_RULES,
  PENDING_RULES,
  REOPENINGS,
  SHORTFALLS,
  SILENCES,
  STAGES,
  TERM_DIRECTIONS,
} from '../procedure.ts';
import { described, mapLike, notEmpty, ref, setOf, type JsonSchema } from './json-schema.ts';
import { statedSchema } from './stated-schemas.ts';
import { termMap } from './term-map.ts';

/** Defines the procedure of a first right, stage by stage. */
export function procedureSchema(): JsonSchema {
  const stages = mapLike(PROCEDURE_SHAPE, {
    trigger: words(STAGES, 'the stage of a deal from which the right has to be honoured'),
    notice: notice(),
    response: notEmpty(
      mapLike(STAGE_SHAPES.response, {
        within: duration('the window for an answer, the day of receipt not counted'),
        silence: words(SILENCES, 'what silence means when the window ends'),
      }),
    ),
    exercise: exercise(),
    negotiation: { anyOf: [{ enum: ['none'] }, negotiation()] },
    release: release(),
    terms: terms(),
    pending: words(PENDING_RULES, 'what becomes of a procedure under way when the clause ends'),
  });
  return notEmpty(stages);
}

function words(list: readonly string[], means: string): JsonSchema {
  return described(statedSchema({ enum: list }, false), means);
}

function duration(means: string): JsonSchema {
  return described(ref('stated.stage-length'), means);
}

function notice(): JsonSchema {
  const frequency = mapLike(FREQUENCY_SHAPE, {
    notices: { type: 'integer', minimum: 1, maximum: 100 },
    in: ref('stage-length'),
  });
  return notEmpty(
    mapLike(STAGE_SHAPES.notice, {
      requires: described(statedSchema(setOf(ref('text'))), 'contents without which a notice is incomplete'),
      clock: words(CLOCKS, 'what the window is counted from'),
      'at-most': described(frequency, 'a limit on how often notice of one deal may be given'),
    }),
  );
}

function exercise(): JsonSchema {
  return notEmpty(
    mapLike(STAGE_SHAPES.exercise, {
      part: words(PART_RULES, 'whether the holder may take a part'),
      match: words(MATCH_STANDARDS, 'how its terms have to compare with those offered'),
      able: described(ref('gate'), 'the fact or assessment that the holder is able to perform'),
      'falls-short': words(SHORTFALLS, 'what an exercise counts as that does not meet these'),
      effect: words(EXERCISE_EFFECTS, 'whether an exercise keeps others out; it does if left out'),
    }),
  );
}

function negotiation(): JsonSchema {
  return notEmpty(
    mapLike(STAGE_SHAPES.negotiation, {
      within: described(
        statedSchema({ anyOf: [ref('stage-length'), { enum: [NO_TALKS] }] }),
        'how long they talk once the holder is interested',
      ),
      'no-agreement': words(NO_AGREEMENTS, 'what it means that they do not agree'),
    }),
  );
}

function release(): JsonSchema {
  const exit = mapLike(EXIT_SHAPE, { for: duration('how long this exit frees the grantor') });
  return notEmpty(
    mapLike(STAGE_SHAPES.release, {
      for: duration('how long a decline, silence or failed talks free the grantor'),
      to: described({ enum: ['counterparty', 'anyone'] }, 'towards whom; the counterparty if left out'),
      declined: described(exit, 'after a decline'),
      silent: described(exit, 'after silence'),
      'no-agreement': described(exit, 'after talks without an agreement'),
    }),
  );
}

function terms(): JsonSchema {
  return notEmpty(
    mapLike(STAGE_SHAPES.terms, {
      'better-for-grantor': described(
        termMap({ enum: TERM_DIRECTIONS }),
        'the terms that matter, and which way each is better for the grantor',
      ),
      tolerance: described(
        termMap({ type: 'string', pattern: String.raw`^\d{1,4}(\.\d{1,6})? ?%$` }),
        'changes up to so much of the earlier value do not count',
      ),
      others: words(OTHER_TERMS, 'whether terms count that are not named'),
      'reopen-on': words(REOPENINGS, 'after which changes the deal has to be offered again'),
    }),
  );
}
