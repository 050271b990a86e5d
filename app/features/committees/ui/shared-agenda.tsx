import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, Select, TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { SharedAgenda } from '../committee.ts'

type SharedProps = { agenda: SharedAgenda; formKey: string }

/** What a member of the committee reads behind her link, and what she says of each case. */
export function SharedAgendaScreen({ agenda, formKey }: SharedProps) {
  const { t } = useTranslation('committees')
  const dayWords = useDayWords()
  const { committee, operator, items } = agenda
  return (
    <>
      <h1>{t('on', { on: dayWords(committee.heldOn) })}</h1>
      <p className="my-4 font-serif text-xl leading-relaxed">
        {t('sharedLede', { operator, until: dayWords(committee.closesOn) })}
      </p>
      <Notice title={t('confidentialTitle')}>
        <p>{t('confidential', { operator })}</p>
      </Notice>
      {committee.place ? <p className="mt-4">{committee.place}</p> : null}
      {items.map(item => (
        <Section key={item.id} title={item.title}>
          <p className="whitespace-pre-line">{item.presentation}</p>
          {item.questions ? (
            <p className="mt-3 whitespace-pre-line">
              <strong>{t('questions')}</strong> {item.questions}
            </p>
          ) : null}
          {item.warnings ? (
            <p className="mt-3 whitespace-pre-line">
              <strong>{t('warnings')}</strong> {item.warnings}
            </p>
          ) : null}
          <AdviceForm item={item} agenda={agenda} formKey={formKey} />
        </Section>
      ))}
    </>
  )
}

function AdviceForm({ item, agenda, formKey }: SharedProps & { item: SharedAgenda['items'][number] }) {
  const { t } = useTranslation(['committees', 'choices'])
  const all = useForm('advice')
  const isMine = all.reply?.values.itemId === item.id
  const form = isMine ? all : { ...all, reply: null, summary: [], formErrors: [] }
  const given = agenda.advice.find(({ itemId }) => itemId === item.id)
  const opinions: Record<string, string> = t('choices:opinion', { returnObjects: true })
  const [opinion, body] = [all.field('opinion'), all.field('body')]
  const ids = { opinion: `f-opinion-${item.id}`, body: `f-body-${item.id}` }
  return (
    <CommandForm
      name="advice"
      formKey={`${formKey}.${item.id}`}
      key={all.generation}
      aria-label={t('committees:opinionOn', { title: item.title })}
      className="mt-4 grid gap-4"
    >
      <FormTroubles
        form={form}
        fields={[
          { name: 'opinion', label: t('committees:yourOpinion'), id: ids.opinion, words: opinions },
          { name: 'body', label: t('committees:yourWords'), id: ids.body },
        ]}
      />
      <Hidden name="itemId" value={item.id} />
      <Select
        name="opinion"
        id={ids.opinion}
        label={t('committees:yourOpinion')}
        placeholder={t('committees:chooseOpinion')}
        defaultValue={isMine ? opinion.defaultValue : (given?.opinion ?? '')}
        {...(isMine && opinion.errors && { errors: opinion.errors })}
        options={Object.entries(opinions).map(([value, label]) => ({ value, label }))}
      />
      <TextArea
        name="body"
        id={ids.body}
        label={t('committees:yourWords')}
        hint={t('committees:reasonHint')}
        rows={2}
        defaultValue={isMine ? body.defaultValue : (given?.body ?? '')}
        {...(isMine && body.errors && { errors: body.errors })}
      />
      <div>
        <Button className="w-full sm:w-auto">{t(given ? 'committees:adviseAgain' : 'committees:advise')}</Button>
      </div>
    </CommandForm>
  )
}
