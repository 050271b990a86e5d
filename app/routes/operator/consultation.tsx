import { useLoaderData } from '@remix-run/react'
import { consultationPage } from '#app/features/consultations/consultation-page.query.server.ts'
import { decideConsultation } from '#app/features/consultations/decide-consultation.command.server.ts'
import { noteIntention } from '#app/features/consultations/note-intention.command.server.ts'
import { openConsultation } from '#app/features/consultations/open-consultation.command.server.ts'
import { recordOffer } from '#app/features/consultations/record-offer.command.server.ts'
import { scoreOffers } from '#app/features/consultations/score-offers.command.server.ts'
import { ConsultationView } from '#app/features/consultations/ui/consultation-view.tsx'
import { EngineeringPages } from '#app/features/engineerings/ui/engineering-frame.tsx'
import { useEngineeringBase } from '#app/features/engineerings/ui/use-engineering-base.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(consultationPage, {
  words: ['engineerings', 'consultations', 'references', 'files'],
  title: (t, { engineering }) => [t('consultations:consultation'), engineering.title].filter(Boolean).join(' · '),
})
export const meta = titled

const back = (request: Request) => new URL(request.url).pathname
const said = (key: string, part = '') => ({
  done: (_value: unknown, { request }: { request: Request }) => ({ to: `${back(request)}${part}`, toast: { key } }),
})
const saidOf = (key: string) => ({
  done: ({ provider: name }: { provider: string }, { request }: { request: Request }) => ({
    to: back(request),
    toast: { key, params: { name } },
  }),
})
export const action = act({
  open: on(openConsultation, said('consultationOpened')),
  intention: on(noteIntention, said('saved')),
  offer: on(recordOffer, saidOf('offerRecorded')),
  scores: on(scoreOffers, said('saved', '#grille')),
  decide: on(decideConsultation, saidOf('providerChosen')),
})

/** Providers asked, offers, grid and choice. */
export default function Consultation() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, engineering } = page
  const { base } = useEngineeringBase(operator, engineering.id)
  return (
    <EngineeringPages operator={operator} engineering={engineering}>
      <ConsultationView page={page} formKey={formKey} base={base} />
    </EngineeringPages>
  )
}
