import type { Dictionary } from '../indicator.ts'
import { activityIndicators } from './activity.ts'
import { areaIndicators, areaRatios } from './area.ts'
import { communeIndicators, communeRatios } from './commune.ts'
import { familyIndicators, familyRatios } from './family.ts'
import { institutionIndicators, institutionRatios } from './institution.ts'
import { movementIndicators, movementRatios } from './movement.ts'
import { officeIndicators, officeRatios } from './office.ts'

/** No text read so far sets these columns (Circular 16/2022/TT-BVHTTDL's annexes are not read): told wherever they are printed. */
export const dictionaryNote = 'Bộ chỉ tiêu đề xuất, không phải biểu của Nhà nước'

/** What the house counts, by groups, in the order forms show it. */
export const builtInDictionary: Dictionary = {
  indicators: [
    ...familyIndicators,
    ...areaIndicators,
    ...communeIndicators,
    ...officeIndicators,
    ...institutionIndicators,
    ...movementIndicators,
    ...activityIndicators,
  ],
  ratios: [...familyRatios, ...areaRatios, ...communeRatios, ...officeRatios, ...institutionRatios, ...movementRatios],
}
