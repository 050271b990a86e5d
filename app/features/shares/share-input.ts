import { choice, id, integer, line, list, object, optional, version } from '#app/kernel/input.ts'

const fromCase = { number: optional(line({ max: 20 })), engineeringId: id() }
const weight = () => optional(integer({ min: 0, max: 1_000_000 }))

export const ShareAddress = object(fromCase)
export const ShareInput = object({
  ...fromCase,
  version: version(),
  /** This operator's own weight. */
  own: integer({ min: 0, max: 1_000_000 }),
  partners: list(object({ slug: optional(line({ max: 100 })), weight: weight() }), { max: 20 }),
  funders: list(object({ agreementId: optional(id()), weight: weight() }), { max: 20 }),
})
export const AnswerShareInput = object({ shareId: id(), version: version(), answer: choice(['accepted', 'declined']) })
export const JoinShareInput = object({ shareId: id(), number: line({ max: 20 }) })
export const LeaveShareInput = object({ shareId: id(), accompanimentId: id() })
export const SharesAddress = object({})
export const SendSharesInput = object({ engineeringId: id() })
export const TellShareInput = object({ shareId: id() })
