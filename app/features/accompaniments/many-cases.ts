import { type AgreementScope, isWithinScope } from '#app/features/agreements/scope.ts'
import type { Day } from '#app/kernel/day.ts'

/** What may be done on several cases at once, by their names in the address. */
export const gestures = ['confier', 'conventions', 'reporter'] as const
export type Gesture = (typeof gestures)[number]
export const waysToChoose = ['ajouter', 'remplacer'] as const

export type ChosenAgreement = AgreementScope & { id: string; code: string }
export type Considered = {
  id: string
  number: string
  title: string
  programme: string
  department: string | null
  practitionerId: string | null
  practitioner: string | null
  agreements: readonly { id: string; code: string }[]
  isEnded: boolean
  nextStep: string | null
  nextOn: string | null
}

export type Change =
  | { gesture: 'confier'; practitionerId: string; practitioner: string }
  | { gesture: 'conventions'; how: (typeof waysToChoose)[number]; chosen: readonly ChosenAgreement[] }
  | { gesture: 'reporter'; to: Day }

export type Verdict =
  | { kind: 'done'; before: string | null; after: string | null; warning: 'outside-scope' | null }
  | { kind: 'same' }
  | { kind: 'refused'; why: 'ended' | 'nothing-next' | 'dated-elsewhere' | 'not-later' }

/** Steps whose day is written somewhere else: put off there, by whoever they concern. */
const datedElsewhere = new Set(['attend_committee', 'ask_follow_up', 'resume'])

const refused = (why: Extract<Verdict, { kind: 'refused' }>['why']): Verdict => ({ kind: 'refused', why })
const codes = (list: readonly { code: string }[]) =>
  list
    .map(({ code }) => code)
    .sort()
    .join(', ') || null

/** What a change would do to a case: shown before anything is written, and judged again when it is. */
export function verdictOf(change: Change, known: Considered): Verdict {
  switch (change.gesture) {
    case 'confier':
      if (known.isEnded) return refused('ended')
      if (known.practitionerId === change.practitionerId) return { kind: 'same' }
      return { kind: 'done', before: known.practitioner, after: change.practitioner, warning: null }
    case 'conventions': {
      const after = agreementsAfter(change, known)
      if (codes(after) === codes(known.agreements)) return { kind: 'same' }
      const added = change.chosen.filter(({ id }) => !known.agreements.some(held => held.id === id))
      const isOutside = added.some(agreement => !isWithinScope(agreement, known))
      return {
        kind: 'done',
        before: codes(known.agreements),
        after: codes(after),
        warning: isOutside ? 'outside-scope' : null,
      }
    }
    case 'reporter':
      if (known.nextStep === null) return refused('nothing-next')
      if (datedElsewhere.has(known.nextStep)) return refused('dated-elsewhere')
      if (known.nextOn !== null && change.to <= known.nextOn) return refused('not-later')
      return { kind: 'done', before: known.nextOn, after: change.to, warning: null }
  }
}

export function agreementsAfter(
  { how, chosen }: Extract<Change, { gesture: 'conventions' }>,
  known: Pick<Considered, 'agreements'>,
): { id: string; code: string }[] {
  const held = how === 'ajouter' ? known.agreements.filter(({ id }) => !chosen.some(other => other.id === id)) : []
  return [...held, ...chosen]
}

/** What was shown, in one text: when it reads otherwise at the time of writing, somebody came in between. */
export const shownAs = (judged: readonly { number: string; verdict: Verdict }[]) =>
  JSON.stringify(judged.map(({ number, verdict }) => [number, verdict]).sort())
