import { wordsIn } from '#app/i18n/translate.server.ts'
import { id, object } from '#app/kernel/input.ts'
import type { Letter } from './letter.ts'
import { caseFacts, lockDiagnostic, personFacts } from './message-facts.store.server.ts'
import { personalLink } from './personal-link.message.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

const payload = object({ diagnosticId: id(), personId: id() })
type Ids = { diagnosticId: string; personId: string }

/** Asks the organisation to validate its diagnostic, and asks again. */
export const diagnosticValidation = defineWriter({ payload, stopped, write: letterOf('diagnosticValidation') })
export const diagnosticReminder = defineWriter({ payload, stopped, write: letterOf('diagnosticReminder') })

async function stopped({ tx, operator }: Writing, { diagnosticId }: Ids): Promise<string | null> {
  const diagnostic = await lockDiagnostic(tx, { operatorId: operator.id, id: diagnosticId })
  if (!diagnostic?.sentForValidationAt) return 'gone'
  return diagnostic.validatedOn ? 'validated' : null
}

function letterOf(kind: 'diagnosticValidation' | 'diagnosticReminder') {
  return async (writing: Writing, { diagnosticId, personId }: Ids): Promise<Letter | null> => {
    const { tx, operator, locale } = writing
    const diagnostic = await lockDiagnostic(tx, { operatorId: operator.id, id: diagnosticId })
    const facts = diagnostic && (await caseFacts(tx, { operatorId: operator.id, id: diagnostic.accompanimentId }))
    const person = await personFacts(tx, { operatorId: operator.id, id: personId })
    if (!facts || !person) return null
    const t = wordsIn(locale).getFixedT(locale, 'mails')
    const organisation = facts.organisation ?? ''
    const { address, until } = await personalLink(writing, {
      purpose: 'diagnostic_validation',
      subjectId: diagnosticId,
      accompanimentId: facts.id,
      personId,
      validDays: 60,
    })
    return {
      subject: t(`${kind}.subject`),
      preview: t(`${kind}.preview`),
      greeting: t('greeting', { name: person.name }),
      paragraphs: [t(`${kind}.body`, { organisation })],
      action: { label: t('diagnosticValidation.action'), address },
      after: [t('diagnosticValidation.after', { until })],
      closing: t('closing'),
      signature: facts.practitionerName
        ? t('signatureFor', { name: facts.practitionerName, operator: operator.name })
        : operator.name,
      why: t('whyCase', { operator: operator.name, organisation }),
      ...(facts.practitionerEmail && { replyTo: facts.practitionerEmail }),
    }
  }
}
