import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { isCommand } from '#app/access/command.server.ts'
import { forbiddenPair, type Kind } from '#app/features/team/grant-rules.ts'
import { newId } from '#app/kernel/ids.ts'
import { grants } from '#db/schema/operators.ts'
import { type TestOperator, test } from '../harness/operator.ts'
import { samples, useCases } from '../harness/use-cases.ts'

const kinds: readonly Kind[] = ['practitioner', 'manager', 'consultant', 'funder', 'network']
const pairs = kinds.flatMap(held => kinds.map(asked => [held, asked] as const))
const subject = (kind: Kind) => ({ subjectId: kind === 'consultant' || kind === 'funder' ? newId() : null })
const granted = (operator: TestOperator, userId: string, kind: Kind, dates = {}) =>
  operator.grant(userId, kind, { ...subject(kind), ...dates }).then(
    () => true,
    () => false,
  )

describe('ISO-05 what one person may not be at once', () => {
  test('is refused by the database as the rule says, whoever writes it', async ({ operator }) => {
    const accepted: string[] = []
    for (const [held, asked] of pairs) {
      const { userId } = await operator.user(held, subject(held))
      const isAccepted = await granted(operator, userId, asked)
      expect(isAccepted, `${held} + ${asked}`).toBe(forbiddenPair([held], asked) === null)
      if (isAccepted && forbiddenPair([held], asked)) accepted.push(`${held} + ${asked}`)
    }
    expect(accepted).toEqual([])
    expect(pairs.filter(([held, asked]) => forbiddenPair([held], asked)).length).toBe(10)
  })

  test('is refused too when both halves are written together', async ({ operator }) => {
    for (let round = 0; round < 10; round++) {
      const { userId } = await operator.network()
      const written = await Promise.all([granted(operator, userId, 'manager'), granted(operator, userId, 'funder')])
      expect(written.filter(Boolean)).toHaveLength(1)
    }
  })

  test('may follow each other, and be true of two operators', async ({ operator, foreign }) => {
    const { userId } = await operator.user('consultant', {
      ...subject('consultant'),
      fromOn: '2024-01-01',
      toOn: '2024-12-31',
    })
    expect(await granted(operator, userId, 'practitioner', { fromOn: '2025-01-01' })).toBe(true)
    expect(await granted(foreign, userId, 'consultant')).toBe(true)
  })

  test('and a consultant or a funder without a subject, or a member with one, cannot be written', async ({
    operator,
  }) => {
    for (const kind of kinds) {
      const wrong = subject(kind).subjectId ? null : newId()
      await expect(operator.user(kind, { subjectId: wrong }), kind).rejects.toThrow()
    }
    const rows = await operator.inside(({ tx }) => tx.select().from(grants).where(eq(grants.operatorId, operator.id)))
    expect(rows).toEqual([])
  })
})

/** What a funder may send: taking a file away is noted and changes nothing else; a question is hers, beside the edition. */
const fundersWrite: readonly string[] = ['edition.download', 'question.ask']

describe('ISO-05 what no role may do', () => {
  const all = useCases.map(({ useCase }) => ({ useCase, allowed: samples[useCase.name]?.allowed ?? [] }))

  it('a funder or a network changes nothing', () => {
    const writing = all.filter(
      ({ useCase, allowed }) => isCommand(useCase) && allowed.some(role => role === 'funder' || role === 'network'),
    )
    expect(writing.map(({ useCase }) => useCase.name).filter(name => !fundersWrite.includes(name))).toEqual([])
  })

  it('a personal link reads no list and exports nothing', () => {
    const links = all.filter(({ allowed }) => allowed.includes('contact')).map(({ useCase }) => useCase.name)
    expect(links.filter(name => /list|search|find|export|figures?\b/.test(name))).toEqual([])
  })

  it('a consultant exports nothing, and exports ask for a second factor', () => {
    const exports = all.filter(({ useCase }) => /export|download/.test(useCase.name))
    expect(
      exports
        .filter(({ allowed }) => allowed.some(role => role === 'consultant' || role === 'contact'))
        .map(({ useCase }) => useCase.name),
    ).toEqual([])
    expect(exports.filter(({ useCase }) => useCase.secondFactor !== true).map(({ useCase }) => useCase.name)).toEqual(
      [],
    )
  })
})
