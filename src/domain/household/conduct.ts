/** Conduct the texts speak of, named apart from any one of them, so that one act can be held against each. */
export const matters = [
  'crime',
  'militaryService',
  'tax',
  'construction',
  'fireSafety',
  'environment',
  'childMarriage',
  'incestuousMarriage',
  'marriageAndDivorce',
  'monogamy',
  'domesticViolence',
  'drugs',
  'prostitution',
  'theft',
  'gambling',
  'unrulyGathering',
  'publicOrder',
  'other',
] as const
export type Matter = (typeof matters)[number]

/** What the authorities made of it: `found` is the conduct itself, whether or not anything followed. */
export const handlings = ['found', 'fined', 'administrativeMeasure', 'prosecuted'] as const
export type Handling = (typeof handlings)[number]
