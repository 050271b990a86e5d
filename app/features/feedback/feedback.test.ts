import { describe, expect, it } from 'vitest'
import { feedbackMean } from './feedback.ts'

describe('what organisations say of a consultant', () => {
  it('is nothing under five answers', () => {
    expect(feedbackMean([])).toBeNull()
    expect(feedbackMean([{ answers: 0, total: 0 }])).toBeNull()
    expect(feedbackMean([{ answers: 4, total: 40 }])).toBeNull()
  })

  it('is their mean, whichever operator asked', () => {
    const asked = [
      { answers: 5, total: 40 },
      { answers: 10, total: 65 },
    ]
    expect(feedbackMean(asked)).toEqual({ mean: 7, answers: 15 })
  })
})
