import { describe, expect, it } from 'vitest'
import type { Day } from '#app/kernel/day.ts'
import type { ComingReminder } from './coming-reminder.ts'
import { batches } from './reminder-batches.ts'

const reminder = (key: string, leavesOn: string, rule = 'R29'): ComingReminder => ({
  key,
  rule,
  label: { fr: `Règle ${rule}`, en: `Rule ${rule}` },
  why: null,
  number: key,
  about: null,
  leavesOn: leavesOn as Day,
  to: 'practitioner',
  channel: 'product',
  told: [],
  change: null,
  subjectId: key,
  occurrence: 0,
  anchorOn: leavesOn as Day,
  waits: false,
})
const keys = (coming: readonly ComingReminder[]) => batches(coming).map(batch => batch.map(({ key }) => key).join())

describe('reminders of one day and one rule', () => {
  it('are read one by one while they are few', () => {
    expect(keys(['1', '2', '3'].map(key => reminder(key, '2026-03-02')))).toEqual(['1', '2', '3'])
  })

  it('are read together beyond three, where the first of them stands', () => {
    const coming = [
      reminder('0', '2026-03-01'),
      ...['1', '2'].map(key => reminder(key, '2026-03-02')),
      reminder('other', '2026-03-02', 'R01'),
      ...['3', '4'].map(key => reminder(key, '2026-03-02')),
      reminder('5', '2026-03-03'),
    ]
    expect(keys(coming)).toEqual(['0', '1,2,3,4', 'other', '5'])
  })
})
