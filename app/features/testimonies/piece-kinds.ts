/** What is kept of what people said or what was seen, and who may read it. */
export const pieceKinds = [
  'testimony',
  'case_study',
  'visit',
  'public_debate',
  'video',
  'photo',
  'verbatim',
  'unexpected_effect',
] as const
export const audiences = ['internal', 'funder', 'public'] as const
