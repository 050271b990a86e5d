import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Hidden, Select, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'

type Named = { id: string; title: string; territoryId: string; territory: string }
type Tied = Named & { reason: string | null; tiedOn: string }
type Props = { tied: readonly Tied[]; toTie: readonly Named[]; base: string; formKey: string }

/** The challenges of territories that a case works on, tied by hand. Nothing where no territory has any. */
export function ChallengesOfCase({ tied, toTie, base, formKey }: Props) {
  const { t } = useTranslation('territories')
  const dayWords = useDayWords()
  const others = toTie.filter(({ id }) => tied.every(known => known.id !== id))
  if (tied.length === 0 && others.length === 0) return null
  return (
    <Section title={t('tied.title')} note={t('tied.help')} id="defis">
      {tied.length === 0 ? <p className="text-ink-2">{t('tied.none')}</p> : null}
      <ul className="divide-y divide-line">
        {tied.map(challenge => (
          <li key={challenge.id} className="py-3">
            <Link
              to={`${base}/territoires/${challenge.territoryId}/defis/${challenge.id}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              {challenge.title}
            </Link>{' '}
            <span className="text-ink-2">
              {t('tied.since', { number: challenge.territory, on: dayWords(challenge.tiedOn) })}
            </span>
            {challenge.reason ? <p className="whitespace-pre-line">{challenge.reason}</p> : null}
            <UntieForm challenge={challenge} formKey={formKey} />
          </li>
        ))}
      </ul>
      {others.length > 0 ? <TieForm challenges={others} formKey={formKey} /> : null}
    </Section>
  )
}

function UntieForm({ challenge: { id, title }, formKey }: { challenge: Tied; formKey: string }) {
  const { t } = useTranslation('territories')
  const form = useForm('untie')
  // Every challenge has the same form: an answer is about the one that was sent.
  const isMine = form.reply?.values.challengeId === id
  const reasonId = `untie-${id}`
  return (
    <Disclosure label={t('tied.untieOf', { title })} open={isMine}>
      <CommandForm name="untie" formKey={`${formKey}.${id}`} className="max-w-2xl space-y-4">
        {isMine ? (
          <FormTroubles form={form} fields={[{ name: 'reason', label: t('tied.untieReason'), id: reasonId }]} />
        ) : null}
        <Hidden name="challengeId" value={id} />
        <TextArea
          {...(isMine ? form.field('reason') : { name: 'reason' })}
          id={reasonId}
          label={t('tied.untieReason')}
          rows={2}
        />
        <Button>{t('tied.untie')}</Button>
      </CommandForm>
    </Disclosure>
  )
}

function TieForm({ challenges, formKey }: { challenges: readonly Named[]; formKey: string }) {
  const { t } = useTranslation('territories')
  const form = useForm('tie')
  return (
    <Disclosure label={t('tied.add')} open={form.reply !== null}>
      <CommandForm name="tie" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
        <FormTroubles
          form={form}
          fields={[
            { name: 'challengeId', label: t('tied.challenge') },
            { name: 'reason', label: t('tied.reason') },
          ]}
        />
        <Select
          {...form.field('challengeId')}
          label={t('tied.challenge')}
          placeholder={t('tied.choose')}
          options={challenges.map(({ id, title, territory }) => ({
            value: id,
            label: t('tied.named', { territory, title }),
          }))}
          required
        />
        <TextArea {...form.field('reason')} id="tie-reason" label={t('tied.reason')} rows={2} />
        <Button>{t('tied.tie')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
