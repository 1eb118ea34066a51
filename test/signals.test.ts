import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { statedFalseAlarms, thresholds } from '#domain/signal/thresholds.ts'
import { measureDetection, measureFalseAlarms, ratesPage } from './signal-rates.ts'

const alarms = measureFalseAlarms()
const detections = measureDetection()

describe('honest villages', () => {
  test.for(alarms)('$kind: are pointed at no more often than stated, over all signals together', ({ alarmed, villages }) => {
    expect(alarmed / villages).toBeLessThanOrEqual(statedFalseAlarms)
  })

  test('the part of error given to each signal adds up to the stated rate, so that it holds whatever they have in common', () => {
    const { everybodyPasses, sameScores, roundedTotals, sameAsLastYear, onlyAbsentFail, unanimousEverywhere } = thresholds
    const parts = [everybodyPasses, sameScores, roundedTotals, sameAsLastYear, onlyAbsentFail, unanimousEverywhere]
    const sum = parts.reduce<number>((total, { rarity }) => total + rarity, everybodyPasses.rarityOfCommune)
    expect(sum).toBeLessThanOrEqual(statedFalseAlarms + 1e-12)
  })
})

test.for(detections)('planted: $says — is found as often as stated', ({ found, planted, stated }) => {
  expect(found / planted).toBeGreaterThanOrEqual(stated)
})

test('the page that prints both is the one that was measured', () => {
  expect(readFileSync(new URL('../docs/signals.md', import.meta.url), 'utf8')).toBe(ratesPage(alarms, detections))
})
