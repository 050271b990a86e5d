export const questionKinds = ['line', 'text', 'number', 'euros', 'choice', 'choices', 'scale', 'date', 'file'] as const
