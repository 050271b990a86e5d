import { referenceById } from '#app/features/references/references.store.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { wordsOf } from './member.message.server.ts'
import { caseFacts } from './message-facts.store.server.ts'
import { personalLink } from './personal-link.message.server.ts'
import { defineWriter } from './writing.message.server.ts'

/** Two years: time to change one's mind by the same link; later, by a word to whoever follows the case. */
const validDays = 730

/** Asks an organisation whether the provider of its mission may cite it. */
export const referenceAsked = defineWriter({
  payload: object({ referenceId: id() }),
  stopped: async ({ tx, operator }, { referenceId }) => {
    const reference = await referenceById(tx, operator.id, referenceId, { lock: true })
    if (!reference) return 'gone'
    return reference.citation ? 'answered' : null
  },
  write: async (writing, { referenceId }) => {
    const { tx, operator } = writing
    const reference = await referenceById(tx, operator.id, referenceId)
    const facts = reference && (await caseFacts(tx, { operatorId: operator.id, id: reference.accompanimentId }))
    if (!reference || !facts) return null
    const t = wordsOf(writing)
    const { provider, title, organisation, askedOf } = reference
    // The case itself is not behind this link: the reference is all that is read there.
    const { address, until } = await personalLink(writing, {
      purpose: 'reference',
      subjectId: referenceId,
      accompanimentId: null,
      personId: null,
      validDays,
    })
    return {
      subject: t('referenceAsked.subject', { provider }),
      preview: t('referenceAsked.preview'),
      greeting: t('greeting', { name: askedOf }),
      paragraphs: [t('referenceAsked.body', { provider, title, operator: operator.name }), t('referenceAsked.free')],
      action: { label: t('referenceAsked.action'), address },
      after: [t('referenceAsked.after', { until })],
      closing: t('closing'),
      signature: facts.practitionerName
        ? t('signatureFor', { name: facts.practitionerName, operator: operator.name })
        : operator.name,
      why: t('whyCase', { operator: operator.name, organisation }),
      ...(facts.practitionerEmail && { replyTo: facts.practitionerEmail }),
    }
  },
})
