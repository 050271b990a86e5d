/** A question with its answer, as both sides read it. */
export type Question = {
  id: string
  about: string
  body: string
  askedByName: string
  askedAt: Date
  answer: string | null
  answeredByName: string | null
  answeredAt: Date | null
}
