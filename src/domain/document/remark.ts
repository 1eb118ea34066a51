/**
 * A remark of a checker, like a colleague's pencil in the margin. L: against the law, blocks issue; C: a warning the
 * responsible person decides on; G: a suggestion. None corrects anything by itself.
 */
export type Remark = {
  /** `K05`, or the code of a composition warning such as `W-period`. */
  readonly code: string
  readonly level: 'L' | 'C' | 'G'
  readonly place: RemarkPlace
  /** What is wrong, in plain Vietnamese. */
  readonly message: string
  /** The rule behind it: `Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1`. */
  readonly rule: string
}

/** Where: a block of the document when it is known, and words a person finds it by. */
export type RemarkPlace = { readonly blockId: string | null; readonly words: string }

/** Ready for signature (number and day blank) or issued (number and day given): documents differ in what may be blank. */
export type DocumentStage = 'forSignature' | 'issued'
