import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { matchPaper } from '#app/features/attendance-sheets/match-paper.command.server.ts'
import { openPhones } from '#app/features/attendance-sheets/open-phones.command.server.ts'
import { sheetDocument } from '#app/features/attendance-sheets/sheet-document.server.ts'
import { sheetPage } from '#app/features/attendance-sheets/sheet-page.query.server.ts'
import { signByLink } from '#app/features/attendance-sheets/sign-by-link.command.server.ts'
import { signFromDevice } from '#app/features/attendance-sheets/sign-from-device.command.server.ts'
import { signOnDevice } from '#app/features/attendance-sheets/sign-on-device.command.server.ts'
import { takeSheet } from '#app/features/attendance-sheets/take-sheet.command.server.ts'
import { unsignedSheets } from '#app/features/attendance-sheets/unsigned-sheets.store.server.ts'
import { withdrawByLink } from '#app/features/attendance-sheets/withdraw-by-link.command.server.ts'
import { withdrawSignature } from '#app/features/attendance-sheets/withdraw-signature.command.server.ts'
import { documentFile } from '#app/features/documents/document-file.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { removeSessionFile } from '#app/features/session-files/remove-session-file.command.server.ts'
import { missionsPage } from '#app/features/sessions/missions-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { sheetPlaces, signatures } from '#db/schema/attendance-sheets.ts'
import { attendances, sessions } from '#db/schema/engineerings.ts'
import { withTenant } from '#db/tenant.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { anne, annesLink, aSheet, bilal, drawn, typedAs } from '#tests/harness/sheets.ts'

const done = <V>(outcome: { kind: string; value?: V }): V => {
  if (outcome.kind !== 'done' || outcome.value === undefined) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

async function opened(operator: TestOperator) {
  const sheet = await aSheet(operator)
  const consultant = await operator.consultant(sheet.engineeringId)
  const sign = (given: Record<string, unknown>, options = {}) =>
    consultant.run(signOnDevice, { ...sheet.address, placeId: sheet.annes, sheet: sheet.sheet, ...given }, options)
  const page = async () => done(await consultant.read(sheetPage, sheet.address))
  const line = async (id = sheet.annes) => (await page()).lines.find(one => one.id === id)
  return { ...sheet, consultant, sign, page, line }
}
const scan = () => ({ fileId: newId(), name: 'feuille.pdf', kind: 'pdf', size: 1200, sha256: 'a'.repeat(64) })

describe('a signature on the device of whoever leads', () => {
  test('is drawn, or is a name typed by somebody who says that she was there', async ({ operator }) => {
    const { sign, line, bilals, consultant, address, sheet } = await opened(operator)
    expect(await sign({ drawing: drawn })).toMatchObject({ kind: 'done' })
    expect((await line())?.signed).toMatchObject({ means: 'device', drawing: drawn, signedName: anne })
    const typed = { ...address, placeId: bilals, sheet, ...typedAs('  bilal ROCHE ') }
    expect(await consultant.run(signOnDevice, typed)).toMatchObject({ kind: 'done' })
    expect((await line(bilals))?.signed).toMatchObject({
      signedName: bilal,
      drawing: null,
      takenBy: expect.any(String),
    })
  })

  test('is refused beside its field when it is none', async ({ operator }) => {
    const { sign, page } = await opened(operator)
    const cases = [
      [{}, 'signature-name', 'signedName'],
      [{ signedName: anne }, 'signature-tick', 'wasThere'],
      [typedAs(bilal), 'signature-name-differs', 'signedName'],
      [{ drawing: 'M10 10 L11 11' }, 'signature-empty', 'drawing'],
      [{ drawing: 'M10 10 L900 20' }, 'signature-unreadable', 'drawing'],
      [{ drawing: 'M10 10"/><script>' }, 'signature-unreadable', 'drawing'],
    ] as const
    for (const [given, tag, field] of cases)
      expect(await sign(given), tag).toMatchObject({ kind: 'failed', failure: { tag, field } })
    expect((await page()).lines.every(({ signed }) => signed === null)).toBe(true)
  })

  test('is for those who came: whoever is noted absent, or stands on another sheet, has no line', async ({
    operator,
  }) => {
    const { sign, page } = await opened(operator)
    const other = await aSheet(operator)
    expect((await page()).lines.map(({ personName }) => personName)).toEqual([anne, bilal])
    expect(await sign({ placeId: other.annes, ...typedAs(anne) })).toMatchObject({ failure: { tag: 'not-on-sheet' } })
  })

  test('is written once, however often and on however many devices it is sent', async ({ operator }) => {
    const { sign, sessionId } = await opened(operator)
    const formKey = newId()
    await Promise.all([sign(typedAs(anne), { formKey }), sign(typedAs(anne), { formKey }), sign({ drawing: drawn })])
    const rows = await operator.inside(({ tx }) =>
      tx.select().from(signatures).where(eq(signatures.sessionId, sessionId)),
    )
    expect(rows).toHaveLength(1)
  })

  test('of whoever leads is given with her own sign-in only', async ({ operator }) => {
    const { consultant, sessionId, page, sign } = await opened(operator)
    await operator.inside(({ tx }) =>
      tx
        .update(sessions)
        .set({ consultantId: consultant.userId })
        .where(and(eq(sessions.operatorId, operator.id), eq(sessions.id, sessionId))),
    )
    const own = (await page()).lines.find(({ accompanimentId }) => accompanimentId === null)
    const member = await operator.practitioner()
    const input = { sessionId, placeId: own?.id, sheet: (await page()).hash, drawing: drawn }
    expect(await member.run(signOnDevice, input)).toMatchObject({ failure: { tag: 'signs-herself' } })
    expect(await sign({ placeId: own?.id, drawing: drawn })).toMatchObject({ kind: 'done' })
  })
})

describe('what a signature is bound to', () => {
  test('a sheet that changed while it was read is read again', async ({ operator }) => {
    const { sign, sessionId, line } = await opened(operator)
    await operator.inside(({ tx }) => tx.update(sessions).set({ endsAt: '13:00' }).where(eq(sessions.id, sessionId)))
    expect(await sign(typedAs(anne))).toMatchObject({ kind: 'failed', failure: { tag: 'sheet-changed' } })
    expect((await line())?.signed).toBeNull()
  })

  test('hours corrected afterwards make it one of the earlier version, and put back make it stand again', async ({
    operator,
  }) => {
    const { sign, sessionId, line, page } = await opened(operator)
    await sign(typedAs(anne))
    const ends = (endsAt: string) =>
      operator.inside(({ tx }) => tx.update(sessions).set({ endsAt }).where(eq(sessions.id, sessionId)))
    await ends('17:00')
    expect(await line()).toMatchObject({ signed: null, earlier: { endsAt: '12:00', signedName: anne } })
    expect(await sign({ ...typedAs(anne), sheet: (await page()).hash })).toMatchObject({ kind: 'done' })
    expect(await line()).toMatchObject({ signed: { endsAt: '17:00' }, earlier: { endsAt: '12:00' } })
    await ends('12:00')
    expect(await line()).toMatchObject({ signed: { endsAt: '12:00' } })
  })

  test('withdrawn, it leaves its trace with who and why, and may be given again', async ({ operator }) => {
    const { sign, line, consultant, address } = await opened(operator)
    await sign(typedAs(anne))
    const signatureId = (await line())?.signed?.id
    await consultant.must(withdrawSignature, { ...address, signatureId, reason: 'Elle était partie' })
    expect(await line()).toMatchObject({ signed: null, withdrawn: [{ withdrawnReason: 'Elle était partie' }] })
    const twice = await consultant.run(withdrawSignature, { ...address, signatureId, reason: 'Encore' })
    expect(twice).toMatchObject({ failure: { tag: 'signature-gone' } })
    await sign({ drawing: drawn })
    expect(await line()).toMatchObject({ signed: { drawing: drawn }, withdrawn: [{ signedName: anne }] })
  })
})

describe('a signature on her own phone', () => {
  test('shows her own line and nobody else’s name, and the database gives no more', async ({ operator }) => {
    const { consultant, ...sheet } = await opened(operator)
    await createSession(operator, sheet.engineeringId, { heldOn: '2026-02-01' })
    const bilals = { ...sheet.address, placeId: sheet.bilals, sheet: sheet.sheet, ...typedAs(bilal) }
    await consultant.must(signOnDevice, bilals)
    const contact = operator.contact(await annesLink(operator, sheet))
    const shown = done(await contact.read(personalLinkPage))
    expect(JSON.stringify(shown)).toContain(anne)
    for (const hidden of [bilal, 'Carole', 'Vélo pour tous', 'Direction de'])
      expect(JSON.stringify(shown)).not.toContain(hidden)
    const reached = await withTenant(contact.door, 'read', testClock, async ({ tx }) => ({
      places: await tx.select({ id: sheetPlaces.id }).from(sheetPlaces),
      sessions: await tx.select({ id: sessions.id }).from(sessions),
      signatures: await tx.select({ id: signatures.id }).from(signatures),
      attendances: await tx.selectDistinct({ id: attendances.sessionId }).from(attendances),
    }))
    const own = [{ id: sheet.sessionId }]
    expect(reached).toEqual({ places: [{ id: sheet.annes }], sessions: own, signatures: [], attendances: own })
  })

  test('is hers: signed, then taken back by her, and the trace stays', async ({ operator }) => {
    const { sheet, line, ...rest } = await opened(operator)
    const contact = operator.contact(await annesLink(operator, { sheet, ...rest }))
    await contact.must(signByLink, { sheet, ...typedAs(anne) })
    expect((await line())?.signed).toMatchObject({ means: 'phone', takenBy: null })
    await contact.must(withdrawByLink, { reason: 'Je me suis trompée de séance' })
    expect(await line()).toMatchObject({ signed: null, withdrawn: [{ withdrawnBy: anne }] })
  })

  test('is for a week, and not once she is noted absent', async ({ operator }) => {
    const sheet = await aSheet(operator)
    const late = operator.contact(await annesLink(operator, sheet, '2026-03-11'))
    expect(await late.run(signByLink, { sheet: sheet.sheet, ...typedAs(anne) })).toEqual({ kind: 'not-found' })
    const contact = operator.contact(await annesLink(operator, sheet))
    await operator.inside(({ tx }) => tx.update(attendances).set({ status: 'absent' }))
    const refused = await contact.run(signByLink, { sheet: sheet.sheet, ...typedAs(anne) })
    expect(refused).toMatchObject({ failure: { tag: 'not-on-sheet' } })
  })

  test('has a code for each of those who have not signed, and the same one when the page is read again', async ({
    operator,
  }) => {
    const { consultant, address, sign, page, annes, bilals } = await opened(operator)
    await sign(typedAs(anne))
    expect(await consultant.must(openPhones, address)).toEqual({ opened: 1 })
    expect(await consultant.must(openPhones, address)).toEqual({ opened: 0 })
    const { codes } = await page()
    expect(codes[annes]).toBeUndefined()
    expect(codes[bilals]?.expiresOn).toBe('2026-03-19')
    expect((await page()).codes[bilals]?.address).toBe(codes[bilals]?.address)
    const token = codes[bilals]?.address.split('/r/')[1] ?? ''
    expect(JSON.stringify(done(await operator.contact(token).read(personalLinkPage)))).toContain(bilal)
  })
})

describe('a signature on paper', () => {
  test('is that of those who were ticked; the others stay missing, and the scan stays', async ({ operator }) => {
    const { consultant, address, sheet, annes, bilals, line } = await opened(operator)
    const file = scan()
    expect(await consultant.run(matchPaper, { ...address, sheet, signers: [], ...file })).toMatchObject({
      failure: { tag: 'paper-without-signer', field: 'signers' },
    })
    await consultant.must(matchPaper, { ...address, sheet, signers: [annes], ...file })
    expect((await line())?.signed).toMatchObject({ means: 'paper', signedName: anne })
    expect((await line(bilals))?.signed).toBeNull()
    const removal = { ...address, fileId: file.fileId }
    expect(await consultant.run(removeSessionFile, removal)).toMatchObject({
      failure: { tag: 'file-proves-signatures' },
    })
    await consultant.must(withdrawSignature, {
      ...address,
      signatureId: (await line())?.signed?.id,
      reason: 'Illisible',
    })
    await consultant.must(removeSessionFile, removal)
  })
})

describe('the sheet as a document', () => {
  test('is a tagged PDF with what was signed, and room for the rest', async ({ operator }) => {
    const { consultant, address, sign } = await opened(operator)
    await sign({ drawing: drawn })
    const taken = await consultant.must(takeSheet, address)
    const content = sheetDocument({ ...taken, logos: [] })
    const written = JSON.stringify(content)
    for (const expected of [anne, bilal, 'La mairie', 'Modèle socio-économique', 'M10 20 L200 120'])
      expect(written).toContain(expected)
    expect(written).toMatch(/Signatures\s: 1 sur 2\./)
    const { body } = await documentFile(content, 'pdf')
    expect(body.toString('latin1')).toContain('/StructTreeRoot')
    const halves = sheetDocument({ ...taken, logos: [], facts: { ...taken.facts, quarters: 4 } })
    expect(halves.blocks.find(({ kind }) => kind === 'signatures')).toMatchObject({ columns: 2 })
  })
})

describe('a signature that was given without a network', () => {
  test('is that of the day on which it was given, once however often it is sent', async ({ operator }) => {
    const { consultant, address, facts, one, line } = await opened(operator)
    const given = { ...address, ...facts, accompanimentId: one.id, personName: anne, drawing: drawn }
    const signedAt = '2026-03-10T11:02:00.000Z'
    await consultant.must(signFromDevice, { ...given, signedAt })
    await consultant.must(signFromDevice, { ...given, signedAt: '2026-03-11T08:00:00.000Z' })
    expect((await line())?.signed).toMatchObject({ means: 'device', drawing: drawn, signedAt: new Date(signedAt) })
    expect(await operator.inside(({ tx }) => tx.select().from(signatures))).toHaveLength(1)
  })

  test('is not believed of a clock that runs ahead', async ({ operator }) => {
    const { consultant, address, facts, one, line } = await opened(operator)
    const given = { ...address, ...facts, accompanimentId: one.id, personName: anne, ...typedAs(anne) }
    await consultant.must(signFromDevice, { ...given, signedAt: '2099-01-01T08:00:00.000Z' })
    expect((await line())?.signed?.signedAt).toEqual(testClock())
  })

  test('is refused when the session is no longer what was signed, or its name no longer on the sheet', async ({
    operator,
  }) => {
    const { consultant, address, facts, one, line } = await opened(operator)
    const signedAt = '2026-03-10T11:02:00.000Z'
    const given = { ...address, ...facts, accompanimentId: one.id, personName: anne, signedAt, ...typedAs(anne) }
    for (const [changed, tag] of [
      [{ endsAt: '11:00' }, 'sheet-changed'],
      [{ days: '1' }, 'sheet-changed'],
      [{ place: '' }, 'sheet-changed'],
      [{ personName: 'Carole Absente', signedName: 'Carole Absente' }, 'not-on-sheet'],
      [{ signedName: bilal }, 'signature-name-differs'],
    ] as const)
      expect(await consultant.run(signFromDevice, { ...given, ...changed }), tag).toMatchObject({
        kind: 'failed',
        failure: { tag },
      })
    expect((await line())?.signed).toBeNull()
  })
})

describe('sheets to put right', () => {
  test('name who has not signed the sheet as it is, to whoever may have it signed and to nobody else', async ({
    operator,
    foreign,
  }) => {
    const { sign, consultant, sessionId, engineeringId, bilals, address, sheet } = await opened(operator)
    const listOf = (engineerings: readonly string[], at = operator) =>
      at.inside(({ tx, today }) => unsignedSheets(tx, at.id, engineerings, today))
    expect(await listOf([engineeringId])).toMatchObject([
      {
        id: sessionId,
        heldOn: '2026-03-10',
        missing: [anne, bilal],
        organisations: ['La Ruche des Possibles', 'Vélo pour tous'],
        provider: expect.any(String),
      },
    ])
    await sign(typedAs(anne))
    const shown = done(await consultant.read(missionsPage))
    expect(shown.unsigned).toMatchObject([{ id: sessionId, missing: [bilal] }])
    // The contract of this one ended yesterday: she reads her mission, and has nothing to put right any more.
    const over = await operator.consultant(engineeringId, { toOn: '2026-03-11' })
    expect(done(await over.read(missionsPage))).toMatchObject({ unsigned: [], missions: [{ mayWrite: false }] })
    const elsewhere = await operator.consultant(await createEngineering(operator, [await createCase(operator)]))
    expect(done(await elsewhere.read(missionsPage)).unsigned).toEqual([])
    expect(await listOf([engineeringId], foreign)).toEqual([])
    await consultant.must(signOnDevice, { ...address, placeId: bilals, sheet, ...typedAs(bilal) })
    expect(await listOf([engineeringId])).toEqual([])
    await operator.inside(({ tx }) => tx.update(sessions).set({ beginsAt: '10:00' }).where(eq(sessions.id, sessionId)))
    expect(await listOf([engineeringId])).toMatchObject([{ missing: [anne, bilal] }])
  })
})
