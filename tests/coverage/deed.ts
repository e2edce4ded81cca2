import { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { valueOf } from '../pack/good-pack.ts';

/** A pack with a part of every kind, each with a request in which it decides. */
export function deed(): Pack {
  return valueOf(loadPackFiles({ 'pack.yaml': PACK, 'deed.yaml': DEED, 'amendment.yaml': AMENDMENT }));
}

const PACK = `pack: deed
title: A deed
language: 1
disclaimer: Invented.
otherwise: permitted
parties:
  buyer: { name: Buyer }
  seller: { name: Seller, provider: true }
  rival: { name: Rival, provider: true }
acts: { procure: { title: procure }, serve: { title: serve } }
facts:
  size: { type: number, question: How large? }
  kind: { type: enum, question: What?, values: { plain: nothing special, green: with certificates, old: used } }
readings:
  R-1: { question: Is a renewal green?, options: { as-green: yes it is, as-plain: no } }
grades: { A: the text itself }
documents: { deed: { title: Deed, date: 2024-01-01 } }
`;

const DEED = `instrument: deed
title: Deed
parties: [buyer, seller]
basis: text
effective: { from: 2024-01-01 }
clauses:
  - id: reserved
    title: Reserved for the seller
    kind: exclusivity
    holder: seller
    grantor: buyer
    act: procure
    except:
      - id: small
        when: { size: { less-than: 5 } }
        source: { document: deed, grade: A }
        except: [{ id: small-but-old, when: { kind: old }, source: { document: deed, grade: A } }]
    source: { document: deed, grade: A }
  - id: green-freed
    title: Green capacity from anybody
    kind: permission
    act: procure
    providers: { not: seller }
    when: { any: [{ kind: green }, { kind: old, R-1: as-green }] }
    notwithstanding: [reserved]
    source: { document: deed, grade: A }
  - id: porting
    title: Porting
    kind: obligation
    holder: seller
    grantor: buyer
    act: procure
    duty: The buyer ports.
    source: { document: deed, grade: A }
`;

const AMENDMENT = `instrument: amendment
title: Amendment
parties: [buyer, seller]
basis: text
effective: { from: 2025-01-01 }
ends: [reserved, green-freed]
clauses:
  - id: asked-first
    title: The seller is asked first
    kind: first-refusal
    holder: seller
    grantor: buyer
    act: procure
    procedure:
      trigger: offer
      notice: { requires: none, clock: notice-received }
      response: { within: 10 calendar-days, silence: releases }
      exercise: { part: not-allowed, match: any-terms, falls-short: declines, effect: reserves }
      release: { for: none }
      pending: extinguished
    source: { document: deed, grade: A }
`;
