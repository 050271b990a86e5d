import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, NumberField } from '#app/ui/field.tsx'
import { FieldGroup } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ConsultationPage } from '../consultation.ts'

const scorers = ['organisation', 'practitioner'] as const

/** The scoring grid: for each offer and criterion, the organisation's points beside the practitioner's. */
export function GridForm({ page, formKey }: { page: ConsultationPage; formKey: string }) {
  const { t } = useTranslation('consultations')
  const form = useForm('scores')
  const { consultation, offers, criteria, scores } = page
  const cells = offers.flatMap((offer, rank) =>
    criteria.map((criterion, column) => ({ offer, criterion, index: rank * criteria.length + column })),
  )
  if (!consultation) return null
  return (
    <Section title={t('grid')} note={t('gridHelp')} id="grille">
      <CommandForm key={form.generation} name="scores" formKey={formKey} className="space-y-8">
        <FormTroubles
          form={form}
          fields={cells.flatMap(({ offer, criterion, index }) =>
            scorers.map(scorer => ({
              name: `scores[${index}].${scorer}`,
              label: `${offer.provider}, ${criterion.label}, ${t(`${scorer}View`)}`,
            })),
          )}
        />
        <Hidden name="version" value={form.version(consultation.version)} />
        {offers.map(offer => (
          <FieldGroup key={offer.id} id={`offre-${offer.id}`} legend={offer.provider}>
            {cells
              .filter(cell => cell.offer.id === offer.id)
              .map(({ criterion, index }) => (
                <fieldset
                  key={criterion.id}
                  className="grid items-end gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]"
                >
                  <legend className="sr-only">{criterion.label}</legend>
                  <p aria-hidden="true" className="pb-2">
                    {criterion.label}
                  </p>
                  <Hidden name={`scores[${index}].offerId`} value={offer.id} />
                  <Hidden name={`scores[${index}].criterionId`} value={criterion.id} />
                  {scorers.map(scorer => (
                    <NumberField
                      key={scorer}
                      {...form.field(
                        `scores[${index}].${scorer}`,
                        scores.find(
                          score =>
                            score.offerId === offer.id && score.criterionId === criterion.id && score.scorer === scorer,
                        )?.points,
                      )}
                      label={t(`${scorer}View`)}
                      unit={t('upTo', { max: criterion.weight })}
                      integer
                    />
                  ))}
                </fieldset>
              ))}
          </FieldGroup>
        ))}
        <Button>{t('saveScores')}</Button>
      </CommandForm>
    </Section>
  )
}
