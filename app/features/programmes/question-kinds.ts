export const questionKinds = ['line', 'text', 'number', 'euros', 'choice', 'choices', 'scale', 'date', 'file'] as const

/** Whether an answer is a figure, which has a mean and a change. */
export const isMeasured = ({ kind }: { kind: (typeof questionKinds)[number] }): boolean =>
  kind === 'scale' || kind === 'number' || kind === 'euros'
